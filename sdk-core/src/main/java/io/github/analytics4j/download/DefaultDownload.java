package io.github.analytics4j.download;

import io.github.analytics4j.client.StreamedExchange.StreamOpener;
import io.github.analytics4j.client.TimeSource;
import io.github.analytics4j.download.Connector.LinkSource;
import io.github.analytics4j.download.Download.ChunkConsumer;
import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.SdkThreads;
import io.github.analytics4j.error.SdkThreads.WorkFuture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A download from its parts: the link, the connections, the options, time and disk. */
final class DefaultDownload implements Download {
    private final Parts parts;

    DefaultDownload(Parts parts) {
        this.parts = parts;
    }

    /**
     * The parts a download is made of.
     *
     * @param firstLink is tried before the API is asked; null for none
     * @param opened was opened before, and is the first to be read; null for none
     * @param random chance for jitter, at least 0 and below 1
     * @param disk opens part files
     */
    record Parts(
            LinkSource source,
            StreamOpener opener,
            DownloadOptions options,
            @Nullable SignedUrl firstLink,
            @Nullable OpenedFile opened,
            TimeSource time,
            DoubleSupplier random,
            PartFile.Opener disk) {
        Parts with(DownloadOptions other) {
            return new Parts(source, opener, other, firstLink, opened, time, random, disk);
        }

        Parts with(@Nullable SignedUrl link, @Nullable OpenedFile file) {
            return new Parts(source, opener, options, link, file, time, random, disk);
        }
    }

    /** A download of what {@code source} links to, opened through {@code opener}. */
    static Download of(LinkSource source, StreamOpener opener, TimeSource time) {
        return new DefaultDownload(new Parts(
                source,
                opener,
                DownloadOptions.DEFAULT,
                null,
                null,
                time,
                () -> ThreadLocalRandom.current().nextDouble(),
                PartFile.Opener.DISK));
    }

    @Override
    public Download with(Consumer<DownloadOptions.Builder> change) {
        DownloadOptions.Builder builder = parts.options().toBuilder();
        change.accept(builder);
        return new DefaultDownload(parts.with(builder.build()));
    }

    @Override
    public Download startingWith(SignedUrl link) {
        return new DefaultDownload(parts.with(Objects.requireNonNull(link, "link"), null));
    }

    @Override
    public Download startingWith(OpenedFile file) {
        return new DefaultDownload(parts.with(file.link().orElse(null), file));
    }

    @Override
    public OpenedFile open() {
        return run().open();
    }

    @Override
    public SignedUrl downloadUrl() {
        return run().link();
    }

    @Override
    public DownloadedFile saveTo(Path file) {
        return run().saveTo(Objects.requireNonNull(file, "file"));
    }

    @Override
    public DownloadedFile saveInto(Path folder) {
        return run().saveInto(Objects.requireNonNull(folder, "folder"));
    }

    @Override
    public void checkTarget(Path file) {
        parts.options().checkTarget(file);
    }

    @Override
    public CompletableFuture<DownloadedFile> saveToAsync(Path file) {
        Objects.requireNonNull(file, "file");
        long asked = parts.time().nanos();
        return AsyncRun.start(() -> run(asked), file, parts.options().limit());
    }

    @Override
    public long forEachChunk(ChunkConsumer consumer) {
        return run().forEachChunk(Objects.requireNonNull(consumer, "consumer"));
    }

    @Override
    public String toString() {
        return "Download[" + parts.source().identity() + "]";
    }

    private DownloadRun run() {
        return run(parts.time().nanos());
    }

    private DownloadRun run(long startedAt) {
        return new DownloadRun(parts, startedAt);
    }

    /**
     * Saves a file on one of a few threads, since writing a file blocks the thread that does it. Runs beyond their number wait for
     * one, and their deadline counts meanwhile.
     */
    private static final class AsyncRun implements Runnable {
        /** A line is full long before that many downloads at once; a storage host takes more for an attack. */
        private static final int AT_ONCE = 32;

        /** A download takes far longer than a thread does to start, so none is kept for the next. */
        private static final long IDLE_MILLIS = 10;

        private static final ThreadPoolExecutor THREADS = threads();

        private final WorkFuture<DownloadedFile> future = new WorkFuture<>();
        private final Supplier<DownloadRun> maker;
        private final Path file;
        private final Object lock = new Object();
        private volatile Runnable alarm = () -> {};
        private @Nullable DownloadRun run;
        private @Nullable Thread thread;

        private AsyncRun(Supplier<DownloadRun> maker, Path file) {
            this.maker = maker;
            this.file = file;
        }

        private static ThreadPoolExecutor threads() {
            ThreadPoolExecutor threads = new ThreadPoolExecutor(
                    AT_ONCE,
                    AT_ONCE,
                    IDLE_MILLIS,
                    TimeUnit.MILLISECONDS,
                    new LinkedBlockingQueue<>(),
                    SdkThreads.factory("analytics4j-download"));
            threads.allowCoreThreadTimeOut(true);
            return threads;
        }

        /** Starts it. However the future ends, by a cancel, a time-out or its own result, the run ends with it. */
        static CompletableFuture<DownloadedFile> start(Supplier<DownloadRun> maker, Path file, Duration limit) {
            AsyncRun started = new AsyncRun(maker, file);
            started.future.onEnd(started::stop);
            try {
                started.alarm = SdkThreads.later(limit.toNanos(), () -> started.late(limit));
                THREADS.execute(started);
            } catch (RuntimeException | Error e) { // no memory for a thread
                started.future.completeExceptionally(e);
            }
            return started.future;
        }

        @Override
        public void run() {
            try {
                if (future.isEnding()) {
                    return;
                }
                DownloadedFile saved = begin().saveTo(file);
                tell(() -> future.complete(saved));
            } catch (Throwable failure) { // an Error belongs to the waiter of the future
                tell(() -> future.completeExceptionally(failure));
            } finally {
                over();
            }
        }

        /** Code that hangs on the future may wait for another download, so it takes none of the few threads. */
        private void tell(Runnable end) {
            over();
            SdkThreads.execute(end);
        }

        private DownloadRun begin() {
            DownloadRun made = maker.get();
            synchronized (lock) {
                run = made;
                thread = Thread.currentThread();
            }
            if (future.isEnding()) {
                made.cancel();
            }
            return made;
        }

        private void over() {
            synchronized (lock) {
                thread = null;
                boolean unused = Thread.interrupted(); // the thread goes on to other runs
            }
        }

        /** A run that has begun watches its deadline itself. */
        private void late(Duration limit) {
            if (THREADS.remove(this)) {
                String why = "the download was not begun within " + TransferWatchdog.text(limit) + ": " + AT_ONCE
                        + " others of this process were under way all the time";
                SdkThreads.execute(
                        () -> future.completeExceptionally(new DeadlineExceededException(why, false, List.of(), null)));
            }
        }

        private void stop() {
            alarm.run();
            if (THREADS.remove(this)) {
                return; // it had not begun
            }
            synchronized (lock) {
                if (run != null && thread != null && thread != Thread.currentThread()) {
                    run.cancel();
                    thread.interrupt(); // it may be waiting between two tries
                }
            }
        }
    }
}
