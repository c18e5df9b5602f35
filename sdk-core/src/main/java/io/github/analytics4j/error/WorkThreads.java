package io.github.analytics4j.error;

import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of this SDK: daemons that take over no thread local, class loader, group or priority of the thread that
 * needed them first, and end when they have been idle for ten seconds. For use by the SDK's own modules.
 */
public final class WorkThreads {
    private static final long IDLE_SECONDS = 10;

    /** Unbounded: what runs here may wait for what runs here. */
    private static final ThreadPoolExecutor POOL = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            factory("analytics4j-work"));

    /** One thread for all that has to happen later; without work it ends, so that no class loader is held. */
    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private WorkThreads() {}

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, factory("analytics4j-timer"));
        timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /** Makes threads of this name and a number. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it: the one of whoever needs the thread must not stick
    public static ThreadFactory factory(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(root(), task, name + "-" + number.incrementAndGet(), 0, false);
            thread.setDaemon(true);
            thread.setPriority(Thread.NORM_PRIORITY);
            thread.setContextClassLoader(WorkThreads.class.getClassLoader());
            return thread;
        };
    }

    /** The group of the thread that needs one may be gone before it. */
    private static ThreadGroup root() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }

    /** Runs the task on another thread; on this one only when there is no memory for another. */
    public static void execute(Runnable task) {
        try {
            POOL.execute(task);
        } catch (OutOfMemoryError | RejectedExecutionException e) {
            task.run();
        }
    }

    /** {@link #execute} as an executor. */
    public static Executor executor() {
        return WorkThreads::execute;
    }

    /** Runs a short task later, holding no thread meanwhile; the returned action calls it off and forgets it. */
    public static Runnable later(long nanos, Runnable task) {
        Future<?> future = TIMER.schedule(task, nanos, TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }
}
