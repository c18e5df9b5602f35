package io.github.analytics4j.download;

import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.WorkThreads;
import io.github.analytics4j.error.WorkThreads.WorkFuture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Saves a file on one of a few threads, since writing a file blocks the thread that does it. Runs beyond their number wait for
 * one, and their deadline counts meanwhile.
 */
final class AsyncDownloadRun implements Runnable {
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

    private AsyncDownloadRun(Supplier<DownloadRun> maker, Path file) {
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
                WorkThreads.factory("analytics4j-download"));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** Starts it. However the future ends, by a cancel, a time-out or its own result, the run ends with it. */
    static CompletableFuture<DownloadedFile> start(Supplier<DownloadRun> maker, Path file, Duration limit) {
        AsyncDownloadRun started = new AsyncDownloadRun(maker, file);
        started.future.onEnd(started::stop);
        try {
            started.alarm = WorkThreads.later(limit.toNanos(), () -> started.late(limit));
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
        WorkThreads.execute(end);
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
            WorkThreads.execute(
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
