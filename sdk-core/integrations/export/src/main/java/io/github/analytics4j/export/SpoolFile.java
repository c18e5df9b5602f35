package io.github.analytics4j.export;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Writes and reads entries of a spool, exactly: a text comes back with every half of a character and every NUL it had. */
final class SpoolFile {
    private static final int BUFFER = 1 << 16;

    private static final int NONE = 0;
    private static final int TEXT = 1;
    private static final int LONG = 2;
    private static final int DOUBLE = 3;
    private static final int DECIMAL = 4;
    private static final int TRUE = 5;
    private static final int FALSE = 6;
    private static final int DATE = 7;
    private static final int TIME = 8;
    private static final int LATIN = 9;
    private static final int ENTRY = 42;

    private SpoolFile() {}

    /** Writes entries one behind the other. */
    static final class Writer implements AutoCloseable {
        private final DataOutputStream out;

        Writer(Path file) throws IOException {
            out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
        }

        void write(SpoolEntry entry) throws IOException {
            StoredRow row = entry.row();
            out.writeByte(ENTRY);
            value(entry.unit());
            out.writeLong(entry.number());
            value(row.id());
            value(row.time());
            value(row.hash());
            value(row.changedAt());
            value(row.deletedAt());
            out.writeShort(row.values().size());
            for (Object value : row.values()) {
                value(value);
            }
        }

        private void value(@Nullable Object value) throws IOException {
            if (value == null) {
                out.writeByte(NONE);
            } else if (value instanceof String text) {
                text(text);
            } else if (value instanceof Long number) {
                out.writeByte(LONG);
                out.writeLong(number);
            } else if (value instanceof Double number) {
                out.writeByte(DOUBLE);
                out.writeDouble(number);
            } else if (value instanceof BigDecimal number) {
                out.writeByte(DECIMAL);
                out.writeInt(number.scale());
                byte[] digits = number.unscaledValue().toByteArray();
                out.writeInt(digits.length);
                out.write(digits);
            } else if (value instanceof Boolean truth) {
                out.writeByte(truth ? TRUE : FALSE);
            } else if (value instanceof LocalDate day) {
                out.writeByte(DATE);
                out.writeLong(day.toEpochDay());
            } else {
                Instant time = (Instant) value;
                out.writeByte(TIME);
                out.writeLong(time.getEpochSecond());
                out.writeInt(time.getNano());
            }
        }

        /** All bytes at once: a stream takes a lock for each that comes alone. */
        private void text(String text) throws IOException {
            boolean latin = isLatin(text);
            byte[] bytes = latin ? text.getBytes(StandardCharsets.ISO_8859_1) : halves(text);
            out.writeByte(latin ? LATIN : TEXT);
            out.writeInt(text.length());
            out.write(bytes);
        }

        private static boolean isLatin(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) > 0xff) {
                    return false;
                }
            }
            return true;
        }

        /** No charset does, for a text may have half a pair of surrogates. */
        private static byte[] halves(String text) {
            byte[] bytes = new byte[2 * text.length()];
            for (int i = 0; i < text.length(); i++) {
                bytes[2 * i] = (byte) (text.charAt(i) >> 8);
                bytes[2 * i + 1] = (byte) text.charAt(i);
            }
            return bytes;
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** Reads entries one by one. */
    static final class Reader implements AutoCloseable {
        private final DataInputStream in;

        Reader(Path file) throws IOException {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
        }

        /** The next entry; null behind the last one. */
        @Nullable
        SpoolEntry next() throws IOException {
            int mark = in.read();
            if (mark < 0) {
                return null;
            } else if (mark != ENTRY) {
                throw new EOFException("a spool is damaged");
            }
            String unit = text();
            long number = in.readLong();
            String id = text();
            Instant time = (Instant) value();
            String hash = text();
            Instant changedAt = (Instant) value();
            Instant deletedAt = (Instant) value();
            @Nullable Object[] values = new @Nullable Object[in.readShort()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value();
            }
            if (changedAt == null) {
                throw new EOFException("a spool is damaged");
            }
            return new SpoolEntry(
                    unit, new StoredRow(id, time, StoredRow.values(values), hash, changedAt, deletedAt), number);
        }

        private String text() throws IOException {
            return value() instanceof String text ? text : "";
        }

        private @Nullable Object value() throws IOException {
            int kind = in.readUnsignedByte();
            return switch (kind) {
                case NONE -> null;
                case TEXT -> {
                    char[] chars = new char[in.readInt()];
                    byte[] bytes = in.readNBytes(2 * chars.length);
                    for (int i = 0; i < chars.length; i++) {
                        chars[i] = (char) ((bytes[2 * i] << 8) | (bytes[2 * i + 1] & 0xff));
                    }
                    yield new String(chars);
                }
                case LATIN -> new String(in.readNBytes(in.readInt()), StandardCharsets.ISO_8859_1);
                case LONG -> in.readLong();
                case DOUBLE -> in.readDouble();
                case DECIMAL -> {
                    int scale = in.readInt();
                    yield new BigDecimal(new BigInteger(in.readNBytes(in.readInt())), scale);
                }
                case TRUE -> true;
                case FALSE -> false;
                case DATE -> LocalDate.ofEpochDay(in.readLong());
                case TIME -> Instant.ofEpochSecond(in.readLong(), in.readInt());
                default -> throw new EOFException("a spool is damaged");
            };
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
