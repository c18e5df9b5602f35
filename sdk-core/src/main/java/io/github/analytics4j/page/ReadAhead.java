package io.github.analytics4j.page;

import io.github.analytics4j.error.CanceledException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Keeps answers under way, in the order in which the engine will want them. One thread walks; any thread may close.
 *
 * <p>The width halves when an answer fails or takes much longer than usual, and grows by one with each that does not.
 */
final class ReadAhead<T> {

    /** An answer is slow if it takes that many times the usual; a quick server's hiccups are no reason to slow down. */
    private static final int SLOW_FACTOR = 4;

    private static final long SLOW_MILLIS = 100;

    private final PageSource<T> source;
    private final Engine<T> engine;
    private final Clock clock;
    private final int widest;
    private final Deque<Ask<T>> asks = new ArrayDeque<>();
    private int width;
    private double usualMillis = -1;
    private boolean closed;

    ReadAhead(PageSource<T> source, Engine<T> engine, Clock clock, int widest) {
        this.source = source;
        this.engine = engine;
        this.clock = clock;
        this.widest = widest;
        this.width = widest;
    }

    /** One question under way. */
    static final class Ask<T> {
        final PageRequest request;
        private @Nullable CompletableFuture<Page<T>> answer;
        private long askedAt;
        private volatile long answeredAt = -1;

        private Ask(PageRequest request) {
            this.request = request;
        }

        CompletableFuture<Page<T>> answer() {
            CompletableFuture<Page<T>> started = answer;
            if (started == null) {
                throw new IllegalStateException("not asked yet");
            }
            return started;
        }
    }

    /** The question whose answer the engine wants now, under way, and others behind it. */
    synchronized Ask<T> head() {
        if (closed) {
            throw new CanceledException("the walk was closed", false, List.of(), null);
        }
        line();
        return asks.element();
    }

    /** Starts what can be foreseen, before anyone waits for it. */
    synchronized void refill() {
        if (!closed) {
            line();
        }
    }

    private void line() {
        PageRequest wanted = engine.next();
        Ask<T> first = asks.peek();
        if (first != null && !first.request.equals(wanted) && !engine.useful(first.request)) {
            cancelAll();
            first = null;
        }
        if (first == null) {
            asks.add(new Ask<>(wanted));
        }
        start();
    }

    private void start() {
        int running = 0;
        for (Ask<T> ask : asks) {
            if (ask.answer == null && running < width) {
                start(ask);
            }
            running++;
        }
        for (; running < width; running++) {
            PageRequest following = engine.after(asks.getLast().request);
            if (following == null) {
                return;
            }
            Ask<T> ask = new Ask<>(following);
            asks.add(ask);
            start(ask);
        }
    }

    private void start(Ask<T> ask) {
        ask.askedAt = clock.millis();
        CompletableFuture<Page<T>> answer;
        try {
            answer = source.fetchAsync(ask.request);
        } catch (RuntimeException e) {
            answer = CompletableFuture.failedFuture(e);
        }
        ask.answer = answer;
        var unused = answer.whenComplete((page, failure) -> ask.answeredAt = clock.millis());
    }

    /** The head's answer came and was taken. */
    synchronized void taken() {
        Ask<T> head = asks.poll();
        if (head == null) {
            return; // closed meanwhile
        }
        long answeredAt = head.answeredAt < 0 ? clock.millis() : head.answeredAt;
        long took = Math.max(0, answeredAt - head.askedAt);
        boolean slow = usualMillis >= 0 && took > SLOW_MILLIS && took > SLOW_FACTOR * usualMillis;
        width = slow ? Math.max(1, width / 2) : Math.min(widest, width + 1);
        usualMillis = usualMillis < 0 ? took : usualMillis + (took - usualMillis) / 8;
    }

    /** The head's answer failed and the failure goes to the user; whatever failed by now will be asked again. */
    synchronized void failed() {
        width = Math.max(1, width / 2);
        for (Ask<T> ask : asks) {
            if (ask.answer != null && ask.answer.isCompletedExceptionally()) {
                ask.answer = null;
            }
        }
    }

    private void cancelAll() {
        for (Ask<T> ask : asks) {
            if (ask.answer != null) {
                ask.answer.cancel(true);
            }
        }
        asks.clear();
    }

    /** Nothing more is wanted. */
    synchronized void close() {
        closed = true;
        cancelAll();
    }
}
