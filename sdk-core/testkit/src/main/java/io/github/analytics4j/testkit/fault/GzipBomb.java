package io.github.analytics4j.testkit.fault;

import io.github.analytics4j.testkit.server.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A gzip stream of one long JSON string. A piece that was compressed with a full flush stands for itself, so one piece
 * is compressed once and sent many times.
 */
public record GzipBomb(long bytes) implements Reply.Body {
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final int PIECE = 1 << 20;

    @Override
    public long length() {
        return -1;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        CRC32 crc = new CRC32();
        byte[] plain = new byte[PIECE];
        Arrays.fill(plain, (byte) 'a');
        byte[] packed = deflated(plain, false);
        out.write(HEADER);
        write(out, crc, "\"".getBytes(StandardCharsets.US_ASCII), false);
        long size = 2;
        for (; size + PIECE <= bytes; size += PIECE) {
            out.write(packed);
            crc.update(plain);
        }
        write(out, crc, "\"".getBytes(StandardCharsets.US_ASCII), true);
        littleEndian(out, crc.getValue());
        littleEndian(out, size);
    }

    private static void write(OutputStream out, CRC32 crc, byte[] plain, boolean last) throws IOException {
        crc.update(plain);
        out.write(deflated(plain, last));
    }

    private static byte[] deflated(byte[] plain, boolean last) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        deflater.setInput(plain);
        if (last) {
            deflater.finish();
        }
        byte[] buffer = new byte[8192];
        int length = buffer.length;
        while (length == buffer.length) {
            length = deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH);
            packed.write(buffer, 0, length);
        }
        deflater.end();
        return packed.toByteArray();
    }

    private static void littleEndian(OutputStream out, long value) throws IOException {
        for (int shift = 0; shift < 32; shift += 8) {
            out.write((int) (value >>> shift) & 0xff);
        }
    }
}
