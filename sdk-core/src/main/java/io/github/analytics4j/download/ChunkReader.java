package io.github.analytics4j.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the small pieces that the connection delivers into chunks worth a write.
 *
 * <p>Bytes that came before a break are delivered before the break is.
 */
final class ChunkReader {
    /** The connection delivers 8 KiB at a time; eight of them to a write. Larger chunks gained nothing. */
    static final int SIZE = 64 * 1024;

    /** On a slow line a chunk is passed on unfilled, so that little is lost with the process. */
    private static final long MOST_NANOS = 20_000_000;

    /** Long enough for a hiccup of the line, short enough that six slow connections take some minutes. */
    private static final Duration WINDOW = Duration.ofSeconds(30);

    private final ReadableByteChannel body;
    private final ByteBuffer buffer;
    private final TransferWatchdog watch;
    private final LongSupplier nanoTime;
    private final long leastPerSecond;
    private long waited;
    private long came;
    private @Nullable IOException broke;
    private boolean ended;

    /** Reads a body, and gives it up when it brings fewer bytes a second, waits for us not counted. */
    ChunkReader(
            ReadableByteChannel body,
            ByteBuffer buffer,
            TransferWatchdog watch,
            LongSupplier nanoTime,
            long leastPerSecond) {
        this.leastPerSecond = leastPerSecond;
        this.body = body;
        this.buffer = buffer;
        this.watch = watch;
        this.nanoTime = nanoTime;
    }

    /** The next chunk, or null at the end; valid until the next call. */
    @Nullable
    ByteBuffer next() throws IOException {
        return next(1);
    }

    /** As {@link #next()}, with at least so many bytes unless the body has fewer. */
    @Nullable
    ByteBuffer next(int least) throws IOException {
        if (broke != null) {
            throw broke;
        }
        buffer.clear();
        long until = nanoTime.getAsLong() + MOST_NANOS;
        while (!ended && buffer.hasRemaining()) {
            read();
            if (buffer.position() >= least && nanoTime.getAsLong() - until >= 0) {
                break;
            }
        }
        buffer.flip();
        if (!buffer.hasRemaining() && broke != null) {
            throw broke;
        }
        return buffer.hasRemaining() ? buffer : null;
    }

    /** As {@link #next(int)}, telling what breaks the body from what breaks where its bytes go. */
    @Nullable
    ByteBuffer nextOrBreak(int least) throws BrokenBodyException {
        try {
            return next(least);
        } catch (IOException e) {
            throw new BrokenBodyException(e);
        }
    }

    /** The failure that broke the connection under the body; null if it holds so far. */
    @Nullable
    IOException broken() {
        return broke;
    }

    /** Whether the body came to its end in good order. */
    boolean ended() {
        return ended && broke == null;
    }

    private void measure(int count, long nanos) throws IOException {
        waited += nanos;
        came += Math.max(0, count);
        if (waited >= WINDOW.toNanos()) {
            if (!ended && came < leastPerSecond * (waited / 1e9)) {
                throw new TooSlowException(
                        "only " + came + " bytes came in " + waited / 1_000_000_000 + " s of waiting for them");
            }
            waited = 0;
            came = 0;
        }
    }

    /** The body brings so little that another connection is the better bet. */
    static final class TooSlowException extends IOException {
        private static final long serialVersionUID = 1L;

        TooSlowException(String message) {
            super(message);
        }
    }

    private void read() {
        watch.waiting();
        long from = nanoTime.getAsLong();
        try {
            int count = body.read(buffer);
            ended = count < 0;
            measure(count, nanoTime.getAsLong() - from);
        } catch (IOException e) {
            broke = e;
            ended = true;
        } finally {
            watch.moved();
        }
    }

    /** The connection broke under the body: what is there is good, and another connection may bring the rest. */
    static final class BrokenBodyException extends Exception {
        static final long serialVersionUID = 1L;

        private final IOException trouble;

        BrokenBodyException(IOException trouble) {
            super(trouble);
            this.trouble = trouble;
        }

        IOException trouble() {
            return trouble;
        }
    }
}
