package io.github.analytics4j.download;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Undoes gzip as the bytes come, over as many connections as it takes. Several members in a row are one file, and what
 * follows the last one is passed over, as {@code gzip} itself has it. Used by one thread.
 */
final class GzipDecoder implements AutoCloseable {
    private static final int FIXED_HEADER = 10;
    private static final int TRAILER_BYTES = 8;
    /** An extra field has up to 64 KiB; names and comments have no bound of their own. */
    private static final int LONGEST_HEADER = 256 * 1024;

    private static final byte ID1 = 0x1f;
    private static final byte ID2 = (byte) 0x8b;
    private static final byte DEFLATE = 8;

    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final byte[] output = new byte[ChunkReader.SIZE];
    private State state = State.HEADER;
    private boolean begun;
    private long count;

    private enum State {
        HEADER,
        BODY,
        TRAILER,
        BETWEEN,
        REST
    }

    /** Takes what was decoded; the bytes are gone when it returns. */
    interface Out {
        void accept(ByteBuffer bytes) throws IOException;
    }

    /** The bytes are none that gzip makes. */
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedException(String message) {
            super(message);
        }
    }

    /** Whether these may be the first bytes that gzip makes. */
    static boolean begins(ByteBuffer bytes) {
        byte[] magic = {ID1, ID2, DEFLATE};
        for (int i = 0; i < magic.length && i < bytes.remaining(); i++) {
            if (bytes.get(bytes.position() + i) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** The beginning of what these first bytes become: at least so many bytes if they hold them. */
    static ByteBuffer beginning(ByteBuffer coded, int least) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GzipDecoder decoder = new GzipDecoder()) {
            ByteBuffer rest = coded.duplicate();
            while (rest.hasRemaining() && out.size() < least) {
                ByteBuffer piece = rest.slice(rest.position(), Math.min(256, rest.remaining()));
                rest.position(rest.position() + piece.remaining());
                decoder.decode(piece, bytes -> {
                    byte[] some = new byte[Math.min(bytes.remaining(), least)];
                    bytes.get(some);
                    out.write(some);
                });
            }
        } catch (MalformedException | IOException asFarAsItWent) {
            // The whole of it is decoded, and complained of, later.
        }
        return ByteBuffer.wrap(out.toByteArray());
    }

    /** Takes the next bytes, all of them. */
    void decode(ByteBuffer coded, Out out) throws IOException, MalformedException {
        while (coded.hasRemaining()) {
            begun = true;
            switch (state) {
                case HEADER -> header(coded);
                case BODY -> body(coded, out);
                case TRAILER -> trailer(coded);
                case BETWEEN -> state = coded.get(coded.position()) == ID1 ? State.HEADER : State.REST;
                case REST -> coded.position(coded.limit());
            }
        }
    }

    /** Whether the bytes may end here. */
    boolean complete() {
        return !begun || state == State.BETWEEN || state == State.REST;
    }

    @Override
    public void close() {
        inflater.end();
    }

    private void header(ByteBuffer coded) throws MalformedException {
        byte[] more = new byte[coded.remaining()];
        coded.get(more);
        pending.writeBytes(more);
        int length = headerLength(pending.toByteArray());
        if (length >= 0) {
            coded.position(coded.position() - (pending.size() - length));
            pending.reset();
            state = State.BODY;
        } else if (pending.size() > LONGEST_HEADER) {
            throw new MalformedException("its header has no end");
        }
    }

    /** Where the header ends; -1 if it is not all there yet. */
    private static int headerLength(byte[] bytes) throws MalformedException {
        if (!begins(ByteBuffer.wrap(bytes)) || (bytes.length > 3 && (bytes[3] & 0xe0) != 0)) {
            throw new MalformedException("it does not begin as gzip does");
        }
        if (bytes.length < FIXED_HEADER) {
            return -1;
        }
        int at = FIXED_HEADER;
        if ((bytes[3] & 4) != 0) {
            if (bytes.length < at + 2) {
                return -1;
            }
            at += 2 + ((bytes[at] & 0xff) | ((bytes[at + 1] & 0xff) << 8));
        }
        at = (bytes[3] & 8) != 0 ? behindText(bytes, at) : at;
        at = (bytes[3] & 16) != 0 ? behindText(bytes, at) : at;
        at += (bytes[3] & 2) != 0 ? 2 : 0;
        return at <= bytes.length ? at : -1;
    }

    /** Where a text that ends with a zero ends; behind the end of the bytes if it is not all there yet. */
    private static int behindText(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != 0) {
            at++;
        }
        return at + 1;
    }

    private void body(ByteBuffer coded, Out out) throws IOException, MalformedException {
        inflater.setInput(coded);
        try {
            while (!inflater.finished()) {
                int made = inflater.inflate(output);
                if (made == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                crc.update(output, 0, made);
                count += made;
                out.accept(ByteBuffer.wrap(output, 0, made));
            }
        } catch (DataFormatException e) {
            throw new MalformedException("its bytes are damaged");
        }
        if (inflater.needsDictionary()) {
            throw new MalformedException("it needs a dictionary");
        }
        if (inflater.finished()) {
            state = State.TRAILER;
        }
    }

    private void trailer(ByteBuffer coded) throws MalformedException {
        while (coded.hasRemaining() && pending.size() < TRAILER_BYTES) {
            pending.write(coded.get());
        }
        if (pending.size() < TRAILER_BYTES) {
            return;
        }
        ByteBuffer stated = ByteBuffer.wrap(pending.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        if (stated.getInt() != (int) crc.getValue() || stated.getInt() != (int) count) {
            throw new MalformedException("its checksum or length is another");
        }
        pending.reset();
        inflater.reset();
        crc.reset();
        count = 0;
        state = State.BETWEEN;
    }
}
