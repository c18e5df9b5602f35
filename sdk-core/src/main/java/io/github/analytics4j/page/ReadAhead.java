package io.github.analytics4j.page;

import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.NoResponseException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps responses under way, in the order in which the engine will want them; how many is {@link Width}'s to say. One thread
 * walks; any thread may close.
 */
final class ReadAhead<T> {

    private final PageSource<T> source;
    private final Engine<T> engine;
    private final LongSupplier nanoTime;
    private final Width width;
    private final Deque<Ask<T>> asks = new ArrayDeque<>();
    private final LongSupplier wanted;
    private final Consumer<Page<T>> unused;
    /** How many responses were taken. */
    private long taken;
    /** Ends the exchange that the walk's own thread is in. */
    private @Nullable Runnable canceler;

    private boolean closed;
    /** The last page the walk wanted did not come; until one does, nothing but that page is asked for. */
    private boolean trouble;

    /**
     * @param wanted tells how many pages are wanted at least; no more are asked for at once
     * @param unused takes the pages that came ahead of need and are given up; called on the thread that walks
     */
    ReadAhead(
            PageSource<T> source,
            Engine<T> engine,
            LongSupplier nanoTime,
            int widest,
            LongSupplier wanted,
            Consumer<Page<T>> unused) {
        this.unused = unused;
        this.wanted = wanted;
        this.source = source;
        this.engine = engine;
        this.nanoTime = nanoTime;
        this.width = new Width(widest);
    }

    /**
     * How many responses to have under way at once, from 0 (each is asked for when it is wanted, on the caller's thread) to the
     * widest allowed. A response that fails, or takes much longer than usual, is a server that has too much to do: half as many then,
     * and one more with each that is fine.
     */
    static final class Width {

        /** A response is slow if it takes that many times the usual; a quick server's hiccups are no reason to slow down. */
        private static final int SLOW_FACTOR = 4;

        private static final long SLOW = 100_000_000;

        private final int widest;
        private int borne;
        private long usual = -1;

        Width(int widest) {
            this.widest = widest;
            this.borne = widest;
        }

        int now() {
            return borne;
        }

        /** A response was taken that took so many nanoseconds. */
        void taken(long took) {
            boolean slow = usual >= 0 && took > SLOW && took > SLOW_FACTOR * usual;
            usual = usual < 0 ? took : usual + (took - usual) / 8;
            if (slow) {
                halve();
            } else {
                borne = Math.min(widest, borne + 1);
            }
        }

        /** A response failed, or responses under way turned out to be of no use since the list moved. */
        void halve() {
            borne = Math.min(widest, Math.max(1, borne / 2));
        }
    }

    /** One request under way. */
    static final class Ask<T> {
        final PageRequest request;
        private @Nullable CompletableFuture<Page<T>> response;
        private boolean triedOnce;
        /** It was asked for before a failure that the user saw: its own failure is no news. */
        private boolean stale;

        private long askedAt;
        /** How many responses were taken by then. */
        private long takenBefore;

        private volatile boolean answered;
        private volatile long respondedAt;

        private Ask(PageRequest request) {
            this.request = request;
        }

        private void respondedAt(long nanos) {
            respondedAt = nanos;
            answered = true;
        }

        private boolean failed() {
            return response != null && response.isCompletedExceptionally();
        }

        CompletableFuture<Page<T>> response() {
            CompletableFuture<Page<T>> started = response;
            if (started == null) {
                throw new IllegalStateException("not asked yet");
            }
            return started;
        }
    }

    /** The request whose response the engine wants now, under way, and others behind it. */
    synchronized Ask<T> head() {
        check();
        line(Math.max(1, wide()));
        return asks.element();
    }

    /**
     * Asks for what the engine wants on the caller's thread, if nothing is under way and nothing should be; null if it
     * should.
     */
    @Nullable
    Ask<T> fetch() {
        synchronized (this) {
            check();
            if (width.now() > 0 || !asks.isEmpty()) {
                return null;
            }
        }
        Ask<T> ask = new Ask<>(engine.next());
        asked(ask);
        try {
            ask.response = CompletableFuture.completedFuture(source.fetch(ask.request, this::fetching));
        } catch (CanceledException e) {
            synchronized (this) {
                throw closed ? closedWhileWaiting(e) : e;
            }
        } finally {
            fetched();
        }
        ask.respondedAt(nanoTime.getAsLong());
        synchronized (this) {
            check();
            asks.add(ask);
        }
        return ask;
    }

    private void fetching(Runnable cancel) {
        synchronized (this) {
            canceler = cancel;
            if (!closed) {
                return;
            }
        }
        cancel.run();
    }

    private synchronized void fetched() {
        canceler = null;
    }

    CanceledException closedWhileWaiting(Throwable cause) {
        return new CanceledException(
                "the walk was closed while it waited for " + engine.purpose(), true, List.of(), cause);
    }

    /**
     * How many to have under way: a single one before the first response came and as long as one failed, and no more than are wanted at
     * all.
     */
    private int wide() {
        if (trouble || anyFailed()) {
            return Math.min(1, width.now());
        }
        int most = Math.min(width.now(), engine.mostAtOnce());
        return taken == 0 ? Math.min(1, most) : (int) Math.min(most, wanted.getAsLong());
    }

    private boolean anyFailed() {
        for (Ask<T> ask : asks) {
            if (ask.failed()) {
                return true;
            }
        }
        return false;
    }

    private void check() {
        if (closed) {
            throw new CanceledException("the walk was closed", false, List.of(), null);
        }
    }

    /** Starts what can be foreseen, before anyone waits for it; not before the second page was wanted at all. */
    synchronized void refill() {
        if (!closed && taken > 1 && wide() > 0) {
            line(wide());
        }
    }

    private void line(int wide) {
        PageRequest wanted = engine.next();
        Ask<T> first = asks.peek();
        if (first != null && !first.request.equals(wanted) && !engine.useful(first.request)) {
            if (engine.usefulLater(first.request)) {
                asks.addFirst(new Ask<>(wanted));
            } else {
                if (asks.size() > 1) {
                    width.halve();
                }
                drop();
                first = null;
            }
        }
        if (first == null) {
            asks.add(new Ask<>(wanted));
        }
        start(wide);
    }

    private void start(int wide) {
        int running = 0;
        for (Ask<T> ask : asks) {
            if (ask.response == null && running < wide) {
                start(ask, running > 0);
            }
            running++;
        }
        for (; running < wide; running++) {
            PageRequest following = engine.after(asks.getLast().request);
            if (following == null) {
                return;
            }
            Ask<T> ask = new Ask<>(following);
            asks.add(ask);
            start(ask, running > 0);
        }
    }

    private void asked(Ask<T> ask) {
        ask.askedAt = nanoTime.getAsLong();
        ask.takenBefore = taken;
    }

    private void start(Ask<T> ask, boolean aheadOfNeed) {
        asked(ask);
        ask.answered = false;
        ask.triedOnce = aheadOfNeed;
        ask.stale = false;
        CompletableFuture<Page<T>> response;
        try {
            response = aheadOfNeed ? source.fetchAhead(ask.request) : source.fetchAsync(ask.request);
        } catch (RuntimeException e) {
            response = CompletableFuture.failedFuture(e);
        }
        ask.response = response;
        var ignored = response.whenComplete((page, failure) -> ask.respondedAt(nanoTime.getAsLong()));
    }

    /** The head's response came and was taken. */
    synchronized void taken() {
        Ask<T> head = asks.poll();
        if (head == null) {
            return; // closed meanwhile
        }
        trouble = false;
        int others = (int) (taken - head.takenBefore);
        taken++;
        long respondedAt = head.answered ? head.respondedAt : nanoTime.getAsLong();
        width.taken(Math.max(0, respondedAt - head.askedAt));
        engine.underWay(asks.size(), others);
    }

    /**
     * Asks for the head once more if its only try was made ahead of need and its failure may pass, or if it was made before the
     * failure that the user saw last; false if the failure is the user's to see.
     */
    synchronized boolean askAgain(Ask<T> head, Throwable failure) {
        boolean again = head.stale || (head.triedOnce && mayPass(failure));
        if (closed || head != asks.peek() || !again) {
            return false;
        }
        width.halve();
        start(head, false);
        return true;
    }

    private static boolean mayPass(Throwable failure) {
        if (failure instanceof ApiException refusal) {
            return ApiException.mayPass(refusal.status());
        }
        return failure instanceof NoResponseException && !(failure instanceof CanceledException);
    }

    /** The head's response failed and the failure goes to the user; whatever failed by now will be asked again. */
    synchronized void failed() {
        width.halve();
        trouble = true;
        for (Ask<T> ask : asks) {
            if (ask.failed()) {
                ask.response = null;
            }
            ask.stale = true;
        }
    }

    private void cancelAll() {
        for (Ask<T> ask : asks) {
            if (ask.response != null) {
                ask.response.cancel(true);
            }
        }
        asks.clear();
    }

    /** Ends what is under way, and shows what came already; it can be asked for again. */
    synchronized void drop() {
        for (Ask<T> ask : asks) {
            CompletableFuture<Page<T>> response = ask.response;
            if (response != null && response.isDone() && !response.isCompletedExceptionally()) {
                unused.accept(response.join());
            }
        }
        cancelAll();
    }

    /** Ends the requests under way; no more pages are wanted. */
    void close() {
        Runnable running;
        synchronized (this) {
            closed = true;
            cancelAll();
            running = canceler;
        }
        if (running != null) {
            running.run();
        }
    }
}
