package io.github.analytics4j.client;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A key that may be replaced while the client runs.
 *
 * <p>The supplier is asked when the first request needs a key, and again when the server refused the key it gave. It is
 * asked on a thread of its own and once for all who wait, none of whom has to wait until it answers. Safe for use by
 * several threads.
 */
public final class Credentials {
    /** For so long an answer without another key is shared by calls that overlap; then it is asked for again. */
    private static final long SHARED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final AuthScheme scheme;
    private final @Nullable Supplier<String> supplier;
    private final Executor executor;
    private final Object lock = new Object(); // never held while the supplier is asked
    private final SecretMask mask = new SecretMask();
    private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();
    private volatile Answer latest;
    private boolean asking;
    private boolean another;
    private long answeredAt;
    private long toldAt;

    private Credentials(AuthScheme scheme, @Nullable Supplier<String> supplier, Executor executor, Answer first) {
        this.scheme = scheme;
        this.supplier = supplier;
        this.executor = executor;
        this.latest = first;
        Secret known = first.key();
        if (known != null) {
            mask.add(known);
        }
    }

    /**
     * What the supplier said last.
     *
     * @param number counts its answers from 1; 0 before the first
     * @param key the last good key, or null when there was none yet
     * @param problem why the last answer brought no key: a {@link NoKeyException}, or what is wrong with the key it gave;
     *     null if it brought one
     */
    public record Answer(
            long number, @Nullable Secret key, @Nullable RuntimeException problem) {}

    /** One key for good; a broken one is refused here. */
    public static Credentials fixed(AuthScheme scheme, String key) {
        return new Credentials(scheme, null, Runnable::run, new Answer(1, Secret.of(key), null));
    }

    /** Whatever key the supplier gives, asked on a thread of the executor. */
    public static Credentials supplied(AuthScheme scheme, Supplier<String> supplier, Executor executor) {
        Objects.requireNonNull(supplier, "supplier");
        return new Credentials(scheme, supplier, executor, new Answer(0, null, null));
    }

    /** The header the key goes into. */
    public AuthScheme scheme() {
        return scheme;
    }

    /** Whether there is anybody to ask for another key. */
    public boolean refreshable() {
        return supplier != null;
    }

    /** Takes every key that was handed out of texts from outside. */
    public SecretMask mask() {
        return mask;
    }

    /** What is known now, without asking. */
    public Answer latest() {
        return latest;
    }

    /**
     * Sees to it that there is an answer after the one with this number: asks for it, unless it is there or on its way. A
     * key that was refused to many is so asked for once.
     *
     * @param then run when it is there, on the thread that brought it or on this one
     * @return ends the wait for it
     */
    public Runnable askAfter(long number, Runnable then) {
        Supplier<String> from = supplier;
        boolean ask = false;
        boolean there;
        synchronized (lock) {
            there = from == null || latest.number() > number;
            if (there) {
                toldAt = System.nanoTime();
            } else {
                waiting.add(then);
                ask = !asking;
                asking = true;
            }
        }
        if (there) {
            then.run();
        } else if (ask) {
            executor.execute(() -> answered(answer(Objects.requireNonNull(from))));
        }
        return () -> waiting.remove(then);
    }

    /**
     * Whether a call that began at this {@link System#nanoTime} has its answer in the latest one: it brought no other key,
     * and the call overlaps with those that were told so. Without this, of a hundred calls at once each that is late by a
     * moment would ask again.
     */
    public boolean sharesLatest(long begun) {
        synchronized (lock) {
            long now = System.nanoTime();
            boolean shares =
                    !asking && !another && latest.number() > 0 && begun - toldAt < 0 && now - answeredAt < SHARED_NANOS;
            toldAt = shares ? now : toldAt;
            return shares;
        }
    }

    private Answer answer(Supplier<String> from) {
        Answer before = latest;
        try {
            Secret next = Secret.of(ask(from));
            mask.add(next);
            return new Answer(before.number() + 1, next, null);
        } catch (NoKeyException | IllegalArgumentException e) {
            return new Answer(before.number() + 1, before.key(), e);
        }
    }

    /** What a supplier throws may hold the key in its message, so only its type goes on. */
    private static String ask(Supplier<String> from) {
        String key;
        try {
            key = from.get();
        } catch (Throwable e) { // an Error of the user's code is no reason to leave everybody waiting
            throw new NoKeyException("failed with " + e.getClass().getSimpleName(), e.getStackTrace());
        }
        if (key == null) {
            throw new NoKeyException("gave null", null);
        }
        return key;
    }

    private void answered(Answer answer) {
        List<Runnable> told;
        synchronized (lock) {
            another = answer.key() != null && !answer.key().equals(latest.key());
            latest = answer;
            asking = false;
            answeredAt = System.nanoTime();
            toldAt = answeredAt;
            told = List.copyOf(waiting);
            waiting.clear();
        }
        told.forEach(Runnable::run);
    }

    /** No key could be had. No text in it is the supplier's. */
    public static final class NoKeyException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String what;

        NoKeyException(String what, StackTraceElement @Nullable [] stack) {
            super("the supplier of the API key " + what);
            this.what = what;
            if (stack != null) {
                setStackTrace(stack);
            }
        }

        /** What the supplier did, such as {@code gave null}. */
        public String what() {
            return what;
        }
    }

    /** The header's name alone. */
    @Override
    public String toString() {
        return "Credentials[" + scheme.header() + "]";
    }
}
