package io.github.analytics4j.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.SyncFailedException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where data goes: to stdout, or into a file that has its name only when it is complete. What cannot be written ends the
 * command, a pipe that nobody reads any more quietly so.
 */
public abstract class Output extends OutputStream {
    private static final int BUFFER = 1 << 16;

    /** The reader of stdout has gone: no mistake, as with {@code | head}. */
    static final class ClosedPipe extends RuntimeException {
        private static final long serialVersionUID = 1;

        ClosedPipe(IOException cause) {
            super(cause);
        }
    }

    private final OutputStream buffered;
    private long written;

    private Output(OutputStream out, long written) {
        this.buffered = new BufferedOutputStream(out, BUFFER);
        this.written = written;
    }

    /**
     * {@return stdout}
     *
     * @param surroundings whose stream it is
     */
    public static Output stdout(Surroundings surroundings) {
        return new Stdout(surroundings.out());
    }

    /**
     * {@return a file: written beside its place and moved there by {@link #complete()}; a device or pipe is written directly}
     *
     * @param file replaced if it is there
     * @throws CommandException if it cannot be written there
     */
    public static Output file(Path file) {
        OutputFile target = OutputFile.at(file);
        return target.isPlain() ? new Plain(target, 0) : new Direct(target);
    }

    /** The first bytes of a file whose writing was interrupted are kept, and what follows is written behind them. */
    static Output resumed(Path file, long kept) {
        return new Plain(OutputFile.at(file), kept);
    }

    /** How many bytes were written in all, those kept included. */
    long written() {
        return written;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            buffered.write(bytes, offset, length);
            written += length;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Hands over what was written to its reader. */
    @Override
    public void flush() {
        try {
            buffered.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Returns when what was written survives a loss of power, as far as it goes into a file. */
    void durable() {
        flush();
        try {
            sync();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    abstract void sync() throws IOException;

    /** All data was written: a file gets its name. */
    public abstract void complete();

    /** Lets go; a file that was not completed keeps no trace, unless it is to be resumed. */
    @Override
    public abstract void close();

    abstract RuntimeException failed(IOException failure);

    private static final class Stdout extends Output {
        private final OutputStream out;

        Stdout(OutputStream out) {
            super(out, 0);
            this.out = out;
        }

        @Override
        void sync() throws IOException {
            if (out instanceof FileOutputStream file) {
                syncIfFile(file);
            }
        }

        @Override
        public void complete() {
            flush();
        }

        @Override
        public void close() {
            // the process's own
        }

        @Override
        RuntimeException failed(IOException failure) {
            return isClosedPipe(failure)
                    ? new ClosedPipe(failure)
                    : new CommandException(
                            ExitCode.FAILED, "stdout cannot be written: " + OutputFile.why(failure), failure);
        }

        /** The system's message may be in the user's language; on Linux the stream itself tells what it is. */
        private static boolean isClosedPipe(IOException failure) {
            String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("pipe") || message.contains("connection reset")) {
                return true;
            }
            String stream = Terminal.stream(1);
            return stream != null
                    && (stream.startsWith("pipe:") || stream.startsWith("socket:"))
                    && !message.contains("descriptor");
        }
    }

    private static void syncIfFile(FileOutputStream out) throws IOException {
        FileDescriptor descriptor = out.getFD();
        try {
            descriptor.sync();
        } catch (SyncFailedException e) {
            // a pipe or a terminal, where there is nothing to wait for
        }
    }

    /** A device such as /dev/stdout, or a named pipe. */
    private static final class Direct extends Output {
        private final OutputFile target;
        private final FileOutputStream out;

        Direct(OutputFile target) {
            this(target, target.open());
        }

        private Direct(OutputFile target, FileOutputStream out) {
            super(out, 0);
            this.target = target;
            this.out = out;
        }

        @Override
        void sync() throws IOException {
            syncIfFile(out);
        }

        @Override
        public void complete() {
            flush();
        }

        @Override
        public void close() {
            target.close(out);
        }

        @Override
        RuntimeException failed(IOException failure) {
            return target.failed(failure);
        }
    }

    private static final class Plain extends Output {
        private final OutputFile target;
        private final FileOutputStream part;
        private boolean over;

        Plain(OutputFile target, long kept) {
            this(target, kept, target.openPart(kept));
        }

        private Plain(OutputFile target, long kept, FileOutputStream part) {
            super(part, kept);
            this.target = target;
            this.part = part;
        }

        @Override
        void sync() throws IOException {
            part.getFD().sync();
        }

        @Override
        public void complete() {
            durable();
            target.move(part);
            over = true;
        }

        @Override
        void keep() {
            over = true;
        }

        @Override
        public void close() {
            if (over) {
                target.close(part);
            } else {
                target.discard(part);
            }
        }

        @Override
        RuntimeException failed(IOException failure) {
            return target.failed(failure);
        }
    }

    /** Keeps the rows written so far when this is closed, for a later run to go on from. */
    void keep() {
        // stdout and devices keep what they got
    }
}
