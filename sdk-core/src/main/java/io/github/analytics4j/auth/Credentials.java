package io.github.analytics4j.auth;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A key that may be replaced while the client runs.
 *
 * <p>The supplier is asked when the first request needs a key, and again when the server refused the key it gave. One
 * thread asks at a time and the others take what it got. Safe for use by several threads.
 */
public final class Credentials {
    private final AuthScheme scheme;
    private final Supplier<String> supplier;
    private final boolean refreshable;
    private final SecretMask mask = new SecretMask();
    private final ReentrantLock lock =
            new ReentrantLock(); // not synchronized: a slow supplier must not pin a virtual thread
    private volatile @Nullable Secret current;

    private Credentials(AuthScheme scheme, Supplier<String> supplier, boolean refreshable, @Nullable Secret current) {
        this.scheme = scheme;
        this.supplier = supplier;
        this.refreshable = refreshable;
        this.current = current;
        if (current != null) {
            mask.add(current);
        }
    }

    /** One key for good; a broken one is refused here. */
    public static Credentials fixed(AuthScheme scheme, String key) {
        return new Credentials(scheme, () -> key, false, Secret.of(key));
    }

    /** Whatever key the supplier gives. */
    public static Credentials supplied(AuthScheme scheme, Supplier<String> supplier) {
        return new Credentials(scheme, Objects.requireNonNull(supplier, "supplier"), true, null);
    }

    /** The header the key goes into. */
    public AuthScheme scheme() {
        return scheme;
    }

    /** Whether there is anybody to ask for another key. */
    public boolean refreshable() {
        return refreshable;
    }

    /** Takes every key that was handed out of texts from outside. */
    public SecretMask mask() {
        return mask;
    }

    /**
     * The key to send now.
     *
     * @throws NoKeyException if the supplier failed
     */
    public Secret current() {
        Secret known = current;
        return known != null ? known : replace(null);
    }

    /** Another key than the refused one, or null if there is none. */
    public @Nullable Secret after(Secret refused) {
        Secret known = current;
        if (known != null && !known.equals(refused)) {
            return known;
        }
        Secret next = refreshable ? replace(refused) : refused;
        return next.equals(refused) ? null : next;
    }

    private Secret replace(@Nullable Secret refused) {
        lock.lock();
        try {
            Secret known = current;
            if (known != null && !known.equals(refused)) {
                return known; // another thread was faster
            }
            Secret next = Secret.of(ask());
            mask.add(next);
            current = next;
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** What a supplier throws may hold the key in its message, so only its type goes on. */
    private String ask() {
        String key;
        try {
            key = supplier.get();
        } catch (RuntimeException e) {
            throw new NoKeyException("failed with " + e.getClass().getSimpleName(), e.getStackTrace());
        }
        if (key == null) {
            throw new NoKeyException("gave null", null);
        }
        return key;
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
