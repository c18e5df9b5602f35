package io.github.analytics4j.spark;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.client.ClientListener;
import io.github.analytics4j.retry.RateLimiter;
import io.github.analytics4j.retry.RetryPolicy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.jspecify.annotations.Nullable;

/**
 * The clients of this JVM, one for each key: its tasks share connections and one rate limiter, so that a refusal slows all of them. A
 * client that no task uses is closed after a minute, and the thread that does so ends with the last one. Safe for use by several
 * threads.
 */
final class JvmClients {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Those of all sessions in this JVM. */
    static final JvmClients ALL = new JvmClients(Duration.ofMinutes(1));

    /** How often tasks are asked whether they were canceled. */
    private static final long TURN_MILLIS = 100;

    /** As for a night that must end: many attempts, with waits of up to half a minute. */
    private static final RetryPolicy PATIENT = RetryPolicy.DEFAULT
            .maxAttempts(50)
            .maxDelay(Duration.ofSeconds(30))
            .hintCap(Duration.ofMinutes(10))
            .budget(1000);

    private static final Duration DEADLINE = Duration.ofMinutes(20);

    private final Duration idle;
    private final byte[] salt = new byte[16]; // of this JVM alone
    private final Map<Identity, Client> open = new HashMap<>();
    private final Set<Lease> leases = new HashSet<>();
    private @Nullable Thread keeper;
    private @Nullable String watched;

    JvmClients(Duration idle) {
        this.idle = idle;
        RANDOM.nextBytes(salt);
    }

    /** The identity of a client: the API, its settings with the key as a hash, and the rate. */
    private record Identity(
            String api,
            Map<String, String> settings,
            @Nullable Rate share) {}

    /** An open client, and how many leases it has. */
    private static final class Client {
        final ApiSession session;
        int users;
        long idleSince;

        Client(ApiSession session) {
            this.session = session;
        }
    }

    /** A use of a client; closing it ends the calls that were made through it. */
    final class Lease implements AutoCloseable {
        private final Client client;
        private final ApiSession session;
        private final BooleanSupplier canceled;

        private Lease(Client client, ClientListener listener, BooleanSupplier canceled) {
            this.client = client;
            this.session = client.session.with(options -> options.listener(listener));
            this.canceled = canceled;
        }

        ApiSession session() {
            return session;
        }

        @Override
        public void close() {
            session.close();
            release(this);
        }
    }

    /**
     * A use of the client of a key, which is opened if there is none.
     *
     * @param share what this JVM may have of the key's allowance; null for no limit but what the server says
     * @param listener hears what the calls of this use do
     * @param canceled whether the use is to end; asked now and then by another thread
     */
    synchronized Lease lease(
            ReadOptions options, @Nullable Rate share, ClientListener listener, BooleanSupplier canceled) {
        ApiCatalog api = options.api();
        ClientSettings settings = options.settings().or(options.key.settings(api));
        Identity identity = identity(api, settings, share);
        Client client = open.get(identity);
        if (client == null) {
            client = new Client(api.open(
                    settings,
                    builder -> builder.retry(PATIENT).deadline(DEADLINE).rateLimit(limiter(share))));
            open.put(identity, client);
        }
        Lease lease = new Lease(client, listener, canceled);
        client.users++;
        leases.add(lease);
        keep();
        return lease;
    }

    private Identity identity(ApiCatalog api, ClientSettings settings, @Nullable Rate share) {
        Map<String, String> values = new HashMap<>();
        api.settings()
                .forEach(each -> settings.get(api.name(), each)
                        .ifPresent(value -> values.put(each.name(), each.secret() ? hash(value) : value)));
        return new Identity(api.name(), values, share);
    }

    private String hash(String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    private static RateLimiter limiter(@Nullable Rate share) {
        RateLimiter.Builder builder = RateLimiter.builder();
        if (share != null) {
            builder.per(share.window().plus(slack(share.window())), share.requests());
        }
        return builder.build();
    }

    private synchronized void release(Lease lease) {
        if (leases.remove(lease)) {
            lease.client.users--;
            lease.client.idleSince = System.nanoTime();
        }
    }

    /** Requests do not take equally long to the server: a twentieth of the window, a second at most, for those that come late. */
    private static Duration slack(Duration window) {
        Duration part = window.dividedBy(20);
        return part.compareTo(Duration.ofSeconds(1)) > 0 ? Duration.ofSeconds(1) : part;
    }

    /** Closes all clients of this JVM when an application ends whose driver it is. */
    void closeWith(SparkContext spark) {
        String application = spark.applicationId();
        synchronized (this) {
            if (application.equals(watched)) {
                return;
            }
            watched = application;
        }
        spark.addSparkListener(new SparkListener() {
            @Override
            public void onApplicationEnd(SparkListenerApplicationEnd end) {
                closeAll();
            }
        });
    }

    private synchronized void closeAll() {
        open.values().forEach(each -> each.session.close());
        open.clear();
        watched = null;
        notifyAll(); // the thread ends
    }

    private void close(long leastNanos) {
        for (Iterator<Client> all = open.values().iterator(); all.hasNext(); ) {
            Client each = all.next();
            if (each.users == 0 && System.nanoTime() - each.idleSince >= leastNanos) {
                all.remove();
                each.session.close();
            }
        }
    }

    private void keep() {
        if (keeper == null) {
            Thread thread = new Thread(null, this::turns, "analytics4j-spark-clients", 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(JvmClients.class.getClassLoader());
            keeper = thread;
            thread.start();
        }
    }

    /** Ends uses whose task was canceled and clients without one, until there is no client. */
    private synchronized void turns() {
        try {
            while (!open.isEmpty()) {
                leases.stream().filter(each -> each.canceled.getAsBoolean()).forEach(each -> each.session.close());
                close(idle.toNanos());
                wait(leases.isEmpty() ? Math.max(1, idle.toMillis() / 10) : TURN_MILLIS);
            }
        } catch (InterruptedException e) {
            close(0); // nobody else knows this thread
        } finally {
            keeper = null;
        }
    }

    /** How many clients are open. */
    synchronized int size() {
        return open.size();
    }
}
