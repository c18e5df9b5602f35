package io.github.analytics4j.testkit.storage;

import io.github.analytics4j.testkit.data.Noise;
import java.nio.charset.StandardCharsets;

/** A CSV without end: lines of 64 bytes, each from its number and the seed, so that any part can be had at once. */
public record GeneratedCsv(long seed) implements FileContent {
    static final int LINE = 64;
    private static final byte[] HEADER = line("conversationId,channel,duration,outcome,cost,sentiment,note");
    private static final byte[] ROW = line("conv_000000000000,phone,0000,resolved,0.00,0.00,");
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    @Override
    public void read(long position, byte[] into, int offset, int length) {
        byte[] line = new byte[LINE];
        int done = 0;
        while (done < length) {
            long at = position + done;
            int within = (int) (at % LINE);
            int taken = Math.min(LINE - within, length - done);
            if (taken == LINE) {
                fill(at / LINE, into, offset + done);
            } else {
                fill(at / LINE, line, 0);
                System.arraycopy(line, within, into, offset + done, taken);
            }
            done += taken;
        }
    }

    private void fill(long number, byte[] into, int offset) {
        if (number == 0) {
            System.arraycopy(HEADER, 0, into, offset, LINE);
            return;
        }
        System.arraycopy(ROW, 0, into, offset, LINE);
        digits(into, offset + 5, 12, number);
        long bits = Noise.mix(seed, number);
        digits(into, offset + 24, 4, bits & 511);
        digits(into, offset + 40, 2, bits >>> 9 & 63);
        digits(into, offset + 45, 2, bits >>> 15 & 63);
        for (int i = 0; i < 15; i++) {
            into[offset + 48 + i] = HEX[(int) (bits >>> (4 * i)) & 15];
        }
    }

    private static void digits(byte[] into, int offset, int digits, long value) {
        long rest = value;
        for (int at = offset + digits - 1; at >= offset; at--, rest /= 10) {
            into[at] = (byte) ('0' + rest % 10);
        }
    }

    private static byte[] line(String text) {
        return (text + " ".repeat(LINE - 1 - text.length()) + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
