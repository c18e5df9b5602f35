package io.github.analytics4j.testkit.server;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The newest bytes that arrived at an origin, as they came off the connections. */
public final class RawLog {
    private static final int MOST = 1 << 20;

    private byte[] bytes = new byte[1 << 12];
    private int length;

    public synchronized void add(byte[] from, int offset, int count) {
        int taken = Math.min(count, MOST / 2);
        if (length + taken > MOST) {
            System.arraycopy(bytes, length - MOST / 2, bytes, 0, MOST / 2);
            length = MOST / 2;
        }
        if (length + taken > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(MOST, Math.max(length + taken, bytes.length * 2)));
        }
        System.arraycopy(from, offset + count - taken, bytes, length, taken);
        length += taken;
    }

    synchronized void clear() {
        length = 0;
    }

    public synchronized String text() {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
}
