package io.github.analytics4j.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Random;

/** A stream that gives its bytes in small, uneven portions, as sockets do. */
final class Dribble extends InputStream {
    private final byte[] bytes;
    private final int most;
    private final Random random;
    private int pos;

    Dribble(byte[] bytes, int most, long seed) {
        this.bytes = bytes;
        this.most = most;
        random = new Random(seed);
    }

    @Override
    public int read() throws IOException {
        return pos == bytes.length ? -1 : bytes[pos++] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int length) {
        if (pos == bytes.length) {
            return -1;
        }
        int count = Math.min(Math.min(1 + random.nextInt(most), length), bytes.length - pos);
        System.arraycopy(bytes, pos, into, at, count);
        pos += count;
        return count;
    }
}
