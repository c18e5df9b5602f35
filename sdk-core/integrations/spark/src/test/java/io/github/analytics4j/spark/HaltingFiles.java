package io.github.analytics4j.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** The machine's files, at one of whose steps the JVM is halted; Spark makes it by its name. */
public final class HaltingFiles extends LocalFileSystem {
    /** The code of a JVM that was halted. */
    static final int HALTED = 77;

    /** How many steps are left; each of the files' and of a store's counts. */
    static final AtomicLong LEFT = new AtomicLong(Long.MAX_VALUE);

    /** One step; halts the JVM if it is the last one. */
    static void step() {
        if (LEFT.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(HALTED);
        }
    }

    @Override
    public FSDataOutputStream create(
            Path file,
            FsPermission permission,
            boolean overwrite,
            int buffer,
            short replication,
            long block,
            Progressable progress)
            throws IOException {
        step();
        OutputStream out = super.create(file, permission, overwrite, buffer, replication, block, progress);
        return new FSDataOutputStream(new Halves(out), null);
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        step();
        boolean done = super.rename(from, to);
        step();
        return done;
    }

    @Override
    public boolean delete(Path file, boolean recursive) throws IOException {
        step();
        return super.delete(file, recursive);
    }

    /** Writes what it gets in two halves, with a step between them. */
    private static final class Halves extends OutputStream {
        private final OutputStream out;

        Halves(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length / 2);
            if (length > 100) {
                out.flush();
                step();
            }
            out.write(bytes, offset + length / 2, length - length / 2);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            step();
            out.close();
            step();
        }
    }
}
