package io.github.analytics4j.testkit.storage;

import java.io.InputStream;
import java.util.Objects;

/** A stored file from its first byte to its last. */
public final class StorageStream extends InputStream {
    private final FileContent content;
    private final long size;
    private long at;

    public StorageStream(FileContent content, long size) {
        this.content = content;
        this.size = size;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        int taken = (int) Math.min(length, size - at);
        if (taken <= 0) {
            return -1;
        }
        content.read(at, into, offset, taken);
        at += taken;
        return taken;
    }
}
