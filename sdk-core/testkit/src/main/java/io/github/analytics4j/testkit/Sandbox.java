package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.server.Certificate;
import io.github.analytics4j.testkit.server.Clocks;
import io.github.analytics4j.testkit.server.Env;
import io.github.analytics4j.testkit.server.HttpLibraries;
import io.github.analytics4j.testkit.server.Origin;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/**
 * A server on loopback that behaves as the four analytics APIs do, with seeded data and faults on demand.
 *
 * <p>Each API has a port of its own, and so has the storage that reports are downloaded from. Thread-safe. All threads
 * are daemons; {@link #close()} frees the ports and ends every connection.
 */
public final class Sandbox implements AutoCloseable {
    private final SandboxTime time;
    private final Duration firstLatency;
    private final Env env;
    private final SandboxOrigins origins;

    private Sandbox(SandboxSettings settings, Clock clock) {
        HttpLibraries.check();
        time = new SandboxTime(clock, settings);
        firstLatency = settings.latency;
        env = new Env(
                settings.seed,
                time.clock,
                time.timeline,
                settings.strict,
                settings.compress,
                settings.address(),
                settings.log,
                settings.onFailure);
        env.latency = firstLatency;
        origins = new SandboxOrigins(env, settings);
        origins.listen(this, settings);
    }

    /** A sandbox as it comes: 10,000 calls, the system clock, free ports, unknown parameters ignored. */
    public static Sandbox start() {
        return builder().start();
    }

    public static Builder builder() {
        return new Builder();
    }

    public SynthflowSandbox synthflow() {
        return origins.synthflow;
    }

    public SynaptiqSandbox synaptiq() {
        return origins.synaptiq;
    }

    public VoisnapSandbox voisnap() {
        return origins.voisnap;
    }

    public CallOpsSandbox callops() {
        return origins.callops;
    }

    /** The four APIs. */
    List<VendorSandbox> vendors() {
        return origins.vendors();
    }

    /** Where Voisnap's pre-signed links lead: another origin, which refuses credentials. */
    public StorageSandbox storage() {
        return origins.storage;
    }

    /** What arrived at any of the five origins, oldest first. */
    public RequestLog requests() {
        return origins.shared.requests();
    }

    /** Faults for any of the five origins; asked before the ones of an origin itself. */
    public FaultScript faults() {
        return origins.shared.faults();
    }

    /** The sandbox's time: a {@link ManualClock} if it was started with one. */
    public Clock clock() {
        return time.shown();
    }

    /** Moves the sandbox's time by so much; back if it is negative. Moves a {@link ManualClock} it was started with. */
    public void advance(Duration duration) {
        time.advance(duration);
    }

    /** Moves the sandbox's time to this instant, in the years 1970 to 8999, from where it goes on. */
    public void setTime(Instant instant) {
        time.set(instant);
    }

    /**
     * Everything as it was when the sandbox was started: its time, keys, rows, reports, files, limits, latency and hooks;
     * without faults and without memory of requests. Addresses stay.
     */
    public void reset() {
        time.reset();
        env.latency = firstLatency;
        env.takeFailures();
        origins.reset();
    }

    public long seed() {
        return env.seed;
    }

    /**
     * Where the four APIs listen and with which keys, and the main agent's id, as environment variables:
     * {@code SYNTHFLOW_BASE_URL}, {@code SYNTHFLOW_API_KEY}, {@code SYNTHFLOW_MODEL_ID} and their sisters.
     */
    public Map<String, String> environment() {
        return origins.environment();
    }

    /** Where the admin API listens; throws {@link IllegalStateException} if the sandbox was started without. */
    public URI adminUrl() {
        return origins.adminUrl();
    }

    /**
     * The certificate, in PEM, of the authority that a client has to trust; throws {@link IllegalStateException} without
     * {@link Builder#https()}.
     */
    public String certificatePem() {
        return certificate().pem();
    }

    /** TLS for a client that trusts this sandbox and nobody else; throws {@link IllegalStateException} without HTTPS. */
    public SSLContext sslContext() {
        return certificate().trusting();
    }

    private Certificate certificate() {
        Certificate certificate = env.address.certificate();
        if (certificate == null) {
            throw new IllegalStateException("start the sandbox with Sandbox.builder().https() for a certificate");
        }
        return certificate;
    }

    /** Connections that are open now, over all origins; 0 shows that a client left none behind. */
    public int openConnections() {
        return origins.sum(Origin::openConnections);
    }

    /** Requests that are being answered now, stalled ones included. */
    public int requestsInFlight() {
        return origins.sum(Origin::requestsInFlight);
    }

    /** The {@code Date} of answers is this clock's from now on; data, limits and links keep to the sandbox's own. */
    public void dateClock(Clock clock) {
        Clocks.checked("dateClock", clock.instant());
        env.dateClock = clock;
    }

    /**
     * What went wrong on threads of the sandbox since this was last asked: a hook of a test's own that threw, a class
     * that could not be loaded. The request it happened to was answered with 500, or its connection closed.
     */
    public List<Throwable> takeFailures() {
        return env.takeFailures();
    }

    /** Every answer of an API or of storage waits this long before its first byte; a day at most. */
    public void latency(Duration latency) {
        env.latency = SandboxSettings.wait(latency);
    }

    @Override
    public void close() {
        origins.close();
    }

    /** What a sandbox is started with. Same seed, clock and sizes: same answers. */
    public static final class Builder {
        private final SandboxSettings settings = new SandboxSettings();

        private Builder() {}

        public Builder seed(long seed) {
            settings.seed = seed;
            return this;
        }

        /** How many calls the Synthflow log of the main agent holds, 100,000,000 at most; millions cost no memory. */
        public Builder calls(long calls) {
            settings.calls(calls);
            return this;
        }

        /**
         * How many calls the main agent has on an average day, a million at most, in the past as in the future. A log of a size that was
         * given has a call about every ninety seconds, one of millions more; the log as it comes is of more than two months.
         */
        public Builder callsPerDay(double callsPerDay) {
            settings.callsPerDay(callsPerDay);
            return this;
        }

        /**
         * Whether data grow as the clock goes on, and shrink as it goes back. They do with a clock that was given. With
         * the system's clock they do only when {@link Sandbox#advance} moves it, since a test should not come out
         * otherwise for having taken longer.
         */
        public Builder growing(boolean growing) {
            settings.growing = growing;
            return this;
        }

        /**
         * How many events the Synaptiq activity feed holds, 100,000,000 at most: those of more than two months unless
         * told otherwise, about 850 a day. The overview and the funnel count what the feed holds and nothing else.
         */
        public Builder activities(long activities) {
            settings.activities = SandboxSettings.size("activities", activities);
            return this;
        }

        /** How many speech-to-text events CallOps knows, 100,000,000 at most. */
        public Builder sttEvents(long sttEvents) {
            settings.sttEvents = SandboxSettings.size("sttEvents", sttEvents);
            return this;
        }

        /**
         * Rows older than this, by the sandbox's clock, are neither listed nor counted by any API; all are kept unless told
         * otherwise. {@link RowLog#retention} changes it later for one log.
         */
        public Builder retention(Duration age) {
            settings.retention = SandboxSettings.age(age);
            return this;
        }

        /** Start an admin API too, through which any program can do what a test can. */
        public Builder admin() {
            return admin(0);
        }

        /** As {@link #admin()} on this port; 0 takes the one after the five of {@link #port}, or a free one. */
        public Builder admin(int port) {
            settings.adminPort(port);
            return this;
        }

        /**
         * The address to listen on: loopback unless told otherwise. Of any other, everybody who reaches it can use the
         * sandbox, its admin API too.
         */
        public Builder bind(InetAddress address) {
            settings.bind = address;
            return this;
        }

        /** The name in the URLs the sandbox hands out, where clients reach it by another than the address it listens on. */
        public Builder host(String name) {
            settings.host(name);
            return this;
        }

        /**
         * HTTPS with a certificate made at the start, HTTP/2 for clients that offer it. {@link Sandbox#certificatePem()}
         * and {@link Sandbox#sslContext()} are for the clients' trust.
         */
        public Builder https() {
            settings.https = true;
            return this;
        }

        /** The key an API accepts: {@code synthflow}, {@code synaptiq}, {@code voisnap} or {@code callops}. */
        public Builder key(String api, String key) {
            settings.key(api, key);
            return this;
        }

        /** The limit of each API, as {@link VendorSandbox#rateLimit} sets it later. */
        public Builder rateLimit(int requests, Duration window) {
            settings.rateLimit(requests, window);
            return this;
        }

        /**
         * The first of five ports in a row, six with an admin API; 0, the default, takes free ones.
         */
        public Builder port(int port) {
            settings.port(port);
            return this;
        }

        /** Every answer waits this long before its first byte, a day at most; {@link Sandbox#latency} changes it later. */
        public Builder latency(Duration latency) {
            settings.latency = SandboxSettings.wait(latency);
            return this;
        }

        /**
         * The clock that limits, links and data go by: nothing is dated after it. It shows a time in the years 1970 to
         * 8999, and data grow with it for twenty years.
         */
        public Builder clock(Clock clock) {
            settings.clock(clock);
            return this;
        }

        /** Refuse parameters the vendor does not document; the vendors pass over them in silence. */
        public Builder strict() {
            settings.strict = true;
            return this;
        }

        /** Compress answers for clients that accept gzip. */
        public Builder compress() {
            settings.compress = true;
            return this;
        }

        /** How many of the newest requests are kept. */
        public Builder keepRequests(int keepRequests) {
            settings.keepRequests(keepRequests);
            return this;
        }

        /** One line for each request: method, path and status; never a query or a header. */
        public Builder log(Consumer<String> log) {
            settings.log = log;
            return this;
        }

        /**
         * Is told what goes wrong on the sandbox's own threads, while it goes wrong; printed on {@code System.err} unless
         * told otherwise. {@link Sandbox#takeFailures()} has it too.
         */
        public Builder onFailure(Consumer<Throwable> handler) {
            settings.onFailure = handler;
            return this;
        }

        /** As {@link #start()}, with a clock that is moved for this sandbox alone. */
        Sandbox startWithOwnClock() {
            return new Sandbox(settings, settings.ownClock());
        }

        public Sandbox start() {
            return new Sandbox(settings, settings.clock());
        }
    }
}
