package io.github.analytics4j.testkit;

import java.io.InputStream;
import java.util.Objects;

/** A stored file from its first byte to its last. */
final class StorageStream extends InputStream {
    private final StorageFile file;
    private long at;

    StorageStream(StorageFile file) {
        this.file = file;
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
        int taken = (int) Math.min(length, file.size() - at);
        if (taken <= 0) {
            return -1;
        }
        file.read(at, into, offset, taken);
        at += taken;
        return taken;
    }
}
