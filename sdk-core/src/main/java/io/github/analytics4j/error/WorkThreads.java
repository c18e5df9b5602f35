package io.github.analytics4j.error;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The threads of this SDK: daemons that take over no thread local, class loader, access control context, group or priority of
 * the thread that needed them first, and end when they have been idle for ten seconds. For use by the SDK's own modules.
 *
 * @hidden
 */
@GeneratedCodeApi
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

    private static final @Nullable ThreadFactory VIRTUAL = virtual();

    /** All virtual threads are in one; null before Java 21. */
    private static final @Nullable ThreadGroup VIRTUAL_GROUP =
            VIRTUAL == null ? null : VIRTUAL.newThread(() -> {}).getThreadGroup();

    private WorkThreads() {}

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, factory("analytics4j-timer"));
        timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /** Makes threads of this name and a number. */
    @SuppressWarnings({"ThreadPriorityCheck", "removal"}) // the priority and the subject of who needs it must not stick
    public static ThreadFactory factory(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> AccessController.doPrivileged((PrivilegedAction<Thread>) () -> {
            Thread thread = new Ours(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setPriority(Thread.NORM_PRIORITY);
            thread.setContextClassLoader(WorkThreads.class.getClassLoader());
            return thread;
        });
    }

    /** Known by its type: what runs here runs on a clean thread already. */
    private static final class Ours extends Thread {
        Ours(Runnable task, String name) {
            super(root(), task, name, 0, false);
        }
    }

    /** Whether the current thread is one of these. */
    public static boolean isOurs() {
        return Thread.currentThread() instanceof Ours;
    }

    /** Makes virtual threads that inherit nothing; null before Java 21. */
    private static @Nullable ThreadFactory virtual() {
        try {
            Class<?> builder = Class.forName("java.lang.Thread$Builder");
            Object virtual = Thread.class.getMethod("ofVirtual").invoke(null);
            Object named = builder.getMethod("name", String.class).invoke(virtual, "analytics4j-virtual");
            Object bare = builder.getMethod("inheritInheritableThreadLocals", boolean.class)
                    .invoke(named, false);
            return (ThreadFactory) builder.getMethod("factory").invoke(bare);
        } catch (ReflectiveOperationException olderJava) {
            return null;
        }
    }

    /** Runs the task on another thread of the caller's kind: a virtual one for a virtual one, which come in thousands. */
    public static void beside(Runnable task) {
        if (VIRTUAL != null && Thread.currentThread().getThreadGroup() == VIRTUAL_GROUP) {
            VIRTUAL.newThread(task).start();
        } else {
            execute(task);
        }
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
