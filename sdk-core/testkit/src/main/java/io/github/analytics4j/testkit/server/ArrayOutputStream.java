package io.github.analytics4j.testkit.server;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream that is written to by arrays alone: a single byte is an array of one. */
public abstract class ArrayOutputStream extends FilterOutputStream {
    protected ArrayOutputStream(OutputStream out) {
        super(out);
    }

    @Override
    public final void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public abstract void write(byte[] bytes, int offset, int length) throws IOException;
}
