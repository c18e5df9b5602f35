package io.github.analytics4j.error;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads of this SDK: daemons that take over no thread local, class loader, access control context, group or priority of
 * the thread that needed them first, and end when they have been idle for ten seconds. For use by the SDK's own modules.
 *
 * @hidden
 */
@GeneratedCodeApi
public final class SdkThreads {
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

    private SdkThreads() {}

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
            thread.setContextClassLoader(SdkThreads.class.getClassLoader());
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
        return SdkThreads::execute;
    }

    /** Runs a short task later, holding no thread meanwhile; the returned action calls it off and forgets it. */
    public static Runnable later(long nanos, Runnable task) {
        Future<?> future = TIMER.schedule(task, nanos, TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    /**
     * A future over work of this SDK: however it ends, by its result, a cancel, a time-out or a value of the user's, the work
     * ends first and the waiters are told afterwards. For use by the SDK's own modules.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public static final class WorkFuture<T> extends CompletableFuture<T> {
        private static final int TRIES = 100;
        private static final int WELL = 0;
        private static final int BADLY = 1;
        private static final int CANCELED = 2;
        private static final Runnable ENDED = WorkFuture::ended;

        private final AtomicBoolean claimed = new AtomicBoolean();
        private final AtomicReference<@Nullable Runnable> work = new AtomicReference<>();

        /** A future whose work is not known yet. */
        public WorkFuture() {}

        /** Says how to end the work; done once, and at once if the future has ended. */
        public void onEnd(Runnable end) {
            if (!work.compareAndSet(null, end)) {
                end.run();
            }
        }

        /** Whether it has ended or is about to: its work is ending then, and nothing more of it is wanted. */
        public boolean isEnding() {
            return claimed.get();
        }

        @Override
        public boolean complete(T value) {
            return claim() && settled(WELL, value, null);
        }

        @Override
        public boolean completeExceptionally(Throwable failure) {
            return claim() && settled(BADLY, null, failure);
        }

        @Override
        public boolean cancel(boolean mayInterrupt) {
            return claim() ? settled(CANCELED, null, null) : isCancelled();
        }

        /** The other form comes here too. */
        @Override
        public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier, Executor executor) {
            executor.execute(() -> {
                try {
                    complete(supplier.get());
                } catch (Throwable failure) { // as the superclass has it
                    completeExceptionally(failure);
                }
            });
            return this;
        }

        /** Only the first may end it: ending the work brings failures of its own. */
        private boolean claim() {
            return claimed.compareAndSet(false, true);
        }

        private boolean settled(int how, @Nullable T value, @Nullable Throwable failure) {
            try {
                Runnable end = work.getAndSet(ENDED);
                if (end != null) {
                    end.run();
                }
            } finally {
                settle(how, value, failure);
            }
            return true;
        }

        /** Stands for work that has ended. */
        private static void ended() {}

        /**
         * A full heap must not leave a future open: the few bytes this takes come with the next collection. Once it is claimed there
         * is no lambda on the way, since the first use of one takes far more.
         */
        @SuppressWarnings({"ThreadPriorityCheck", "NullAway"
        }) // nothing relies on the yield: who holds the heap gets a turn
        private void settle(int how, @Nullable T value, @Nullable Throwable failure) {
            for (int tries = 1; ; tries++) {
                try {
                    boolean unused = how == WELL
                            ? super.complete(value)
                            : how == BADLY ? super.completeExceptionally(failure) : super.cancel(false);
                    return;
                } catch (OutOfMemoryError e) {
                    if (tries == TRIES) {
                        throw e;
                    }
                    Thread.yield();
                }
            }
        }
    }

    /**
     * A value made once, when it is first asked for or on a thread started before. Safe for use by several threads.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public static final class Deferred<T> {
        private final String name;
        private final FutureTask<T> task;

        /** A value of this name, which the failure of {@code maker} is told with. */
        public Deferred(String name, Callable<T> maker) {
            this.name = name;
            this.task = new FutureTask<>(maker);
        }

        /** Makes the value on a thread of its own. */
        public void start(String threadName) {
            if (!task.isDone()) {
                factory(threadName).newThread(task).start();
            }
        }

        /** Whether the value is there, or failed to be made. */
        public boolean isDone() {
            return task.isDone();
        }

        /** The value, made here if nobody has begun to; an interrupt does not end the wait, and is kept. */
        public T get() {
            task.run();
            boolean interrupted = false;
            try {
                while (true) {
                    try {
                        return task.get();
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException(name + " cannot be set up: " + e.getCause(), e.getCause());
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
