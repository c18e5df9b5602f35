package io.github.analytics4j.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends what is at work when the process gets a signal, and lets it put things in order: what was written is flushed and the
 * checkpoint saved before the process is gone.
 */
public final class Interrupt {
    /** Longer than a flush takes, and shorter than the ten seconds after which init systems and containers kill. */
    private static final int PATIENCE_SECONDS = 8;

    private final Object lock = new Object();
    private final CountDownLatch over = new CountDownLatch(1);
    private final @Nullable Thread main;
    private volatile boolean happened;
    private @Nullable Runnable cancel;

    /** Hears of no signal: for tests, which raise it themselves. */
    Interrupt() {
        this(null);
    }

    private Interrupt(@Nullable Thread main) {
        this.main = main;
    }

    /** Listens to the signals that end this process: INT, TERM and HUP; unless told, they interrupt this thread. */
    static Interrupt ofProcess() {
        Interrupt interrupt = new Interrupt(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(new Thread(interrupt::signalled, "analytics4j-interrupt"));
        return interrupt;
    }

    /** {@return whether a signal came} */
    public boolean happened() {
        return happened;
    }

    /**
     * Sets what ends the work at hand: something that may be called on any thread, and at once if a signal came before. Null
     * for what is usual.
     *
     * @param cancel may be called on any thread, and at once if a signal came before; null for what is usual
     */
    public void cancelWith(@Nullable Runnable cancel) {
        synchronized (lock) {
            this.cancel = cancel;
            if (happened && cancel != null) {
                cancel.run();
            }
        }
    }

    /** From now on, a signal interrupts what this thread waits for. */
    public void cancelThread() {
        Thread worker = Thread.currentThread();
        cancelWith(worker::interrupt);
    }

    /** From now on, a signal waits: the step at hand is short, and must not be half done. */
    void hold() {
        cancelWith(() -> {});
    }

    /** Does what a signal does. */
    void raise() {
        synchronized (lock) {
            happened = true;
            if (cancel != null) {
                cancel.run();
            } else if (main != null) {
                main.interrupt();
            }
        }
    }

    /** Tells that the work has ended by itself. */
    void over() {
        over.countDown();
    }

    private void signalled() {
        if (over.getCount() == 0) {
            return;
        }
        raise();
        try {
            boolean unused = over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
