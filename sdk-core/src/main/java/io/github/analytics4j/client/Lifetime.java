package io.github.analytics4j.client;

import io.github.analytics4j.error.CanceledException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether a client is open, and ends what it has in flight. Closing ends the calls of the client and of all derived from it,
 * and so does closing the connections that it uses. Can be done twice. Safe for use by several threads.
 */
final class Lifetime implements AutoCloseable {
    /** Something under way that ends when its client is closed. */
    interface InFlight {

        /** Ends it, from any thread; the first reason counts. */
        void cancel(String why);
    }

    private static final String POOL = "its HttpPool";

    private final String owner;
    private final @Nullable Lifetime parent;
    private final Set<InFlight> inFlight = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private Lifetime(String owner, @Nullable Lifetime parent) {
        this.owner = owner;
        this.parent = parent;
    }

    /** Of a client of this name, which ends with its connections at the latest. */
    static Lifetime of(String owner, HttpPool pool) {
        return new Lifetime(owner, pool.lifetime());
    }

    /** Of connections for any number of clients. */
    static Lifetime ofPool() {
        return new Lifetime(POOL, null);
    }

    /** Of a client derived from this one, which ends with it at the latest. */
    Lifetime derive() {
        return new Lifetime(owner, this);
    }

    /** Whether calls are refused. */
    boolean isClosed() {
        return closed() != null;
    }

    /** The one that ended it: its own end comes first, and that of the connections last. */
    private @Nullable Lifetime closed() {
        return closed || parent == null ? (closed ? this : null) : parent.closed();
    }

    /** The failure of a call that may not begin any more, or null if it may. */
    @Nullable
    CanceledException refusal() {
        Lifetime ended = closed();
        if (ended == null) {
            return null;
        }
        String what = ended.owner.equals(POOL) ? "the HttpPool of " + owner : owner;
        return new CanceledException(what + " is closed", false, List.of(), null);
    }

    /** Throws what every call would bring once no more may begin. */
    void check() {
        CanceledException refusal = refusal();
        if (refusal != null) {
            throw refusal;
        }
    }

    /** As {@link ApiClient#onClose}. */
    Runnable onClose(Consumer<String> told) {
        AtomicBoolean done = new AtomicBoolean(); // client and connections end one after the other
        InFlight entry = why -> {
            if (done.compareAndSet(false, true)) {
                told.accept(why);
            }
        };
        enter(entry);
        return () -> leave(entry);
    }

    void enter(InFlight run) {
        inFlight.add(run);
        if (parent != null) {
            parent.enter(run);
        }
        if (isClosed()) {
            run.cancel(why());
        }
    }

    void leave(InFlight run) {
        inFlight.remove(run);
        if (parent != null) {
            parent.leave(run);
        }
    }

    String why() {
        Lifetime ended = closed();
        return (ended == null ? this : ended).owner + " was closed";
    }

    @Override
    public void close() {
        closed = true;
        inFlight.forEach(run -> run.cancel(why()));
    }
}
