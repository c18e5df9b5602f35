package io.github.analytics4j.client;

import io.github.analytics4j.client.AbstractClientBuilder.AuthScheme;
import io.github.analytics4j.retry.RetryRules.Decision;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the key of a client, and asks a supplier for another one after the server refused it.
 *
 * <p>The supplier is asked when the first request needs a key, and again when the server refused the key it gave. It is
 * asked on a thread of its own and once for all that wait, none of which has to wait until it returns. Safe for use by
 * several threads.
 */
final class Credentials {
    /** Calls that overlap share for so long that the supplier had no other key; then it is asked again. */
    private static final long SHARED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final AuthScheme scheme;
    private final @Nullable Supplier<String> supplier;
    private final Executor executor;
    private final Object lock = new Object(); // never held while the supplier is asked
    private final SecretMask mask = new SecretMask();
    private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();
    private volatile Supplied latest;
    private boolean asking;
    private boolean another;
    private long broughtAt;
    private long toldAt;

    private Credentials(AuthScheme scheme, @Nullable Supplier<String> supplier, Executor executor, Supplied first) {
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
     * The key that the supplier gave last.
     *
     * @param number counts what it brought from 1; 0 before the first
     * @param key the last good key, or null when there was none yet
     * @param problem why there is no key this time: a {@link NoKeyException}, or what is wrong with the key it gave;
     *     null if there is one
     */
    record Supplied(
            long number, @Nullable Secret key, @Nullable RuntimeException problem) {}

    /** One key for good; a broken one is refused here. */
    static Credentials fixed(AuthScheme scheme, String key) {
        return new Credentials(scheme, null, Runnable::run, new Supplied(1, Secret.of(key), null));
    }

    /** As {@link #fixed}; null after adding to the mistakes. */
    static @Nullable Credentials checked(AuthScheme scheme, String key, List<String> mistakes) {
        try {
            return fixed(scheme, key);
        } catch (IllegalArgumentException e) {
            mistakes.add("" + e.getMessage());
            return null;
        }
    }

    /** The key that the supplier gives, asked on a thread of the executor. */
    static Credentials supplied(AuthScheme scheme, Supplier<String> supplier, Executor executor) {
        Objects.requireNonNull(supplier, "supplier");
        return new Credentials(scheme, supplier, executor, new Supplied(0, null, null));
    }

    /** The header the key goes into. */
    AuthScheme scheme() {
        return scheme;
    }

    /** Whether there is anybody to ask for another key. */
    boolean refreshable() {
        return supplier != null;
    }

    /** Takes every key that was in use out of texts from outside. */
    SecretMask mask() {
        return mask;
    }

    /** Returns the key known now, without a call of the supplier. */
    Supplied latest() {
        return latest;
    }

    /**
     * Asks the supplier unless it brought something after this number, or is being asked: many calls whose key was refused
     * ask once.
     *
     * @param then run when it is there, on the thread that brought it or on this one
     * @return ends the wait for it
     */
    Runnable askAfter(long number, Runnable then) {
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
            askOnThread(Objects.requireNonNull(from));
        }
        return () -> waiting.remove(then);
    }

    private void askOnThread(Supplier<String> from) {
        try {
            executor.execute(() -> brought(bring(from)));
        } catch (RuntimeException | OutOfMemoryError e) { // there is no thread, and nobody else would end the waits
            brought(without(latest, new NoKeyException("could not be asked: " + e, e.getStackTrace())));
        }
    }

    /**
     * Whether a call that began at this {@link System#nanoTime} may take the latest for its own: it brought no other key,
     * and the call overlaps with those that were told so. Without this, of a hundred calls at once each that is late by a
     * moment would ask again.
     */
    boolean sharesLatest(long begun) {
        synchronized (lock) {
            long now = System.nanoTime();
            boolean shares =
                    !asking && !another && latest.number() > 0 && begun - toldAt < 0 && now - broughtAt < SHARED_NANOS;
            toldAt = shares ? now : toldAt;
            return shares;
        }
    }

    /** Decides after a 401 from what the supplier brought after the key that was refused; the call has waited for that. */
    Decision afterRefusal(Supplied refused) {
        Supplied next = latest;
        RuntimeException problem = next.problem();
        if (problem != null) {
            String why = problem instanceof NoKeyException e ? "the supplier " + e.what() : problem.getMessage();
            return new Decision.GiveUp("no new key: " + why);
        }
        return Objects.equals(next.key(), refused.key())
                ? Decision.GiveUp.obviously("there is no other key")
                : new Decision.Again(Duration.ZERO, "the key was refused and there is a new one");
    }

    private Supplied bring(Supplier<String> from) {
        Supplied before = latest;
        try {
            Secret next = Secret.of(ask(from));
            mask.add(next);
            return new Supplied(before.number() + 1, next, null);
        } catch (NoKeyException | IllegalArgumentException e) {
            return without(before, e);
        }
    }

    private static Supplied without(Supplied before, RuntimeException problem) {
        return new Supplied(before.number() + 1, before.key(), problem);
    }

    /** Calls the supplier. An exception that it throws may hold the key in its message, so only the type goes on. */
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

    private void brought(Supplied next) {
        List<Runnable> told;
        synchronized (lock) {
            another = next.key() != null && !next.key().equals(latest.key());
            latest = next;
            asking = false;
            broughtAt = System.nanoTime();
            toldAt = broughtAt;
            told = List.copyOf(waiting);
            waiting.clear();
        }
        told.forEach(Runnable::run);
    }

    /** No key could be had. No text in it is the supplier's. */
    static final class NoKeyException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String what;

        NoKeyException(String what, StackTraceElement @Nullable [] stack) {
            super("the supplier of the API key " + what);
            this.what = what;
            if (stack != null) {
                setStackTrace(stack);
            }
        }

        /** Tells the mistake that the supplier made, such as {@code gave null}. */
        public String what() {
            return what;
        }
    }

    /** The header's name alone. */
    @Override
    public String toString() {
        return "Credentials[" + scheme.header() + "]";
    }

    /** A key that can be sent and compared but not printed. Immutable. */
    static final class Secret {
        private final String value;

        private Secret(String value) {
            this.value = value;
        }

        /**
         * Takes a key as it is.
         *
         * @throws IllegalArgumentException if it is empty or has a character that no header can carry; the message says
         *     where, and does not repeat the key
         */
        static Secret of(String key) {
            if (key.isEmpty()) {
                throw new IllegalArgumentException("the API key is empty");
            }
            char first = key.charAt(0);
            boolean quotes = first == '"' || first == '\'';
            if (quotes && key.length() > 1 && key.indexOf(first, 1) == key.length() - 1) {
                // a shell takes them away, and a properties or an env file does not
                throw new IllegalArgumentException("the API key stands in quotation marks; set it without them");
            }
            for (int i = 0; i < key.length(); i++) {
                char c = key.charAt(i);
                if (c <= ' ' || c >= 0x7f) {
                    throw new IllegalArgumentException("the API key has " + nameOf(c) + " at position " + (i + 1)
                            + " of " + key.length() + "; copy it again without it");
                }
            }
            return new Secret(key);
        }

        private static String nameOf(char c) {
            return switch (c) {
                case '\r', '\n' -> "a line break";
                case ' ', '\t' -> "a blank";
                default -> c < ' ' || c == 0x7f ? "a control character" : "a character that is not ASCII";
            };
        }

        /** The key itself, for the header and nothing else. */
        String reveal() {
            return value;
        }

        /** A keyed hash of the key, in hex. */
        String hash(byte[] salt) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(salt, "HmacSHA256"));
                return HexFormat.of().formatHex(mac.doFinal(bytes(value)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JVM has HmacSHA256", e);
            }
        }

        /** Compares in a time that does not depend on where the two differ. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Secret that && MessageDigest.isEqual(bytes(value), bytes(that.value));
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }

        /** Says nothing about the key, not even its length. */
        @Override
        public String toString() {
            return "***";
        }
    }
}
