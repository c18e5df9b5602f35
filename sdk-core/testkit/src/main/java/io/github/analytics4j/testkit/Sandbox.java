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

    /** {@return a sandbox as it comes: 10,000 calls, the system clock, free ports, unknown parameters ignored} */
    public static Sandbox start() {
        return builder().start();
    }

    /** {@return a builder of a sandbox as it comes} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the sandbox of Synthflow's API} */
    public SynthflowSandbox synthflow() {
        return origins.synthflow;
    }

    /** {@return the sandbox of Synaptiq's API} */
    public SynaptiqSandbox synaptiq() {
        return origins.synaptiq;
    }

    /** {@return the sandbox of Voisnap's API} */
    public VoisnapSandbox voisnap() {
        return origins.voisnap;
    }

    /** {@return the sandbox of CallOps' API} */
    public CallOpsSandbox callops() {
        return origins.callops;
    }

    /** The four APIs. */
    List<VendorSandbox> vendors() {
        return origins.vendors();
    }

    /** {@return where Voisnap's pre-signed links lead: another origin, which refuses credentials} */
    public StorageSandbox storage() {
        return origins.storage;
    }

    /** {@return what arrived at any of the five origins, oldest first} */
    public RequestLog requests() {
        return origins.shared.requests();
    }

    /** {@return faults for any of the five origins; asked before the ones of an origin itself} */
    public FaultScript faults() {
        return origins.shared.faults();
    }

    /** {@return the sandbox's time: a {@link ManualClock} if it was started with one} */
    public Clock clock() {
        return time.shown();
    }

    /**
     * Moves the sandbox's time, and a {@link ManualClock} it was started with.
     *
     * @param duration by which it moves; back if it is negative
     */
    public void advance(Duration duration) {
        time.advance(duration);
    }

    /**
     * Sets the sandbox's time, from where it goes on.
     *
     * @param instant in the years 1970 to 8999
     */
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

    /** {@return the seed that all its data and chances come from} */
    public long seed() {
        return env.seed;
    }

    /**
     * {@return where the four APIs listen and with which keys, and the main agent's id, as environment variables:
     * {@code SYNTHFLOW_BASE_URL}, {@code SYNTHFLOW_API_KEY}, {@code SYNTHFLOW_MODEL_ID} and their sisters}
     */
    public Map<String, String> environment() {
        return origins.environment();
    }

    /**
     * {@return where the admin API listens}
     *
     * @throws IllegalStateException if the sandbox was started without
     */
    public URI adminUrl() {
        return origins.adminUrl();
    }

    /**
     * {@return the certificate, in PEM, of the authority that a client has to trust}
     *
     * @throws IllegalStateException without {@link Builder#https()}
     */
    public String certificatePem() {
        return certificate().pem();
    }

    /**
     * {@return TLS for a client that trusts this sandbox and nobody else}
     *
     * @throws IllegalStateException without {@link Builder#https()}
     */
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

    /**
     * {@return the number of connections that are open now, over all origins; 0 shows that a client left none behind}
     */
    public int openConnections() {
        return origins.sum(Origin::openConnections);
    }

    /** {@return the number of requests that are being answered now, stalled ones included} */
    public int requestsInFlight() {
        return origins.sum(Origin::requestsInFlight);
    }

    /**
     * Gives answers another time in their {@code Date}; data, limits and links keep to the sandbox's own.
     *
     * @param clock asked for each response from now on
     */
    public void dateClock(Clock clock) {
        Clocks.checked("dateClock", clock.instant());
        env.dateClock = clock;
    }

    /**
     * {@return what went wrong on threads of the sandbox since this was last asked: a hook of a test's own that threw, a
     * class that could not be loaded} The request it happened to was answered with 500, or its connection closed.
     */
    public List<Throwable> takeFailures() {
        return env.takeFailures();
    }

    /**
     * Lets every response of an API or of storage wait before its first byte.
     *
     * @param latency a day at most
     */
    public void latency(Duration latency) {
        env.latency = SandboxSettings.wait(latency);
    }

    @Override
    public void close() {
        origins.close();
    }

    /** Sets up a sandbox. The same seed, clock and sizes give the same responses. */
    public static final class Builder {
        private final SandboxSettings settings = new SandboxSettings();

        private Builder() {}

        /**
         * Sets the seed that all data and chances come from.
         *
         * @param seed the same one makes the same answers
         * @return this builder
         */
        public Builder seed(long seed) {
            settings.seed = seed;
            return this;
        }

        /**
         * Sets how many calls the Synthflow log of the main agent holds; millions cost no memory.
         *
         * @param calls 100,000,000 at most; 10,000 unless told otherwise
         * @return this builder
         */
        public Builder calls(long calls) {
            settings.calls(calls);
            return this;
        }

        /**
         * Sets how many calls the main agent has on an average day, in the past as in the future. A log of a size that was
         * given has a call about every ninety seconds, one of millions more; the log as it comes is of more than two months.
         *
         * @param callsPerDay a million at most
         * @return this builder
         */
        public Builder callsPerDay(double callsPerDay) {
            settings.callsPerDay(callsPerDay);
            return this;
        }

        /**
         * Sets whether data grow as the clock goes on, and shrink as it goes back. They do with a clock that was given.
         * With the system's clock they do only when {@link Sandbox#advance} moves it, since a test should not come out
         * otherwise for having taken longer.
         *
         * @param growing whether they do, with either clock
         * @return this builder
         */
        public Builder growing(boolean growing) {
            settings.growing = growing;
            return this;
        }

        /**
         * Sets how many events the Synaptiq activity feed holds. The overview and the funnel count what the feed holds and
         * nothing else.
         *
         * @param activities 100,000,000 at most; those of more than two months unless told otherwise, about 850 a day
         * @return this builder
         */
        public Builder activities(long activities) {
            settings.activities = SandboxSettings.size("activities", activities);
            return this;
        }

        /**
         * Sets how many speech-to-text events CallOps knows.
         *
         * @param sttEvents 100,000,000 at most
         * @return this builder
         */
        public Builder sttEvents(long sttEvents) {
            settings.sttEvents = SandboxSettings.size("sttEvents", sttEvents);
            return this;
        }

        /**
         * Sets from what age on rows are neither listed nor counted by any API. {@link RowLog#retention} changes it later
         * for one log.
         *
         * @param age by the sandbox's clock; all are kept unless told otherwise
         * @return this builder
         */
        public Builder retention(Duration age) {
            settings.retention = SandboxSettings.age(age);
            return this;
        }

        /**
         * Starts an admin API too, through which any program can do what a test can.
         *
         * @return this builder
         */
        public Builder admin() {
            return admin(0);
        }

        /**
         * As {@link #admin()} on a port.
         *
         * @param port 0 takes the one after the five of {@link #port}, or a free one
         * @return this builder
         */
        public Builder admin(int port) {
            settings.adminPort(port);
            return this;
        }

        /**
         * Sets the address to listen on. Of any other than loopback, everybody who reaches it can use the sandbox, its
         * admin API too.
         *
         * @param address loopback unless told otherwise
         * @return this builder
         */
        public Builder bind(InetAddress address) {
            settings.bind = address;
            return this;
        }

        /**
         * Sets the name in the URLs the sandbox hands out, where clients reach it by another than the address it listens on.
         *
         * @param name of the host, without a port
         * @return this builder
         */
        public Builder host(String name) {
            settings.host(name);
            return this;
        }

        /**
         * Serves HTTPS with a certificate made at the start, HTTP/2 for clients that offer it.
         * {@link Sandbox#certificatePem()} and {@link Sandbox#sslContext()} are for the clients' trust.
         *
         * @return this builder
         */
        public Builder https() {
            settings.https = true;
            return this;
        }

        /**
         * Sets the key an API accepts.
         *
         * @param api {@code synthflow}, {@code synaptiq}, {@code voisnap} or {@code callops}
         * @param key as clients send it
         * @return this builder
         */
        public Builder key(String api, String key) {
            settings.key(api, key);
            return this;
        }

        /**
         * Sets the limit of each API, as {@link VendorSandbox#rateLimit} sets it later.
         *
         * @param requests allowed within the window
         * @param window by the sandbox's clock
         * @return this builder
         */
        public Builder rateLimit(int requests, Duration window) {
            settings.rateLimit(requests, window);
            return this;
        }

        /**
         * Sets the ports: five in a row, six with an admin API.
         *
         * @param port the first of them; 0, the default, takes free ones
         * @return this builder
         */
        public Builder port(int port) {
            settings.port(port);
            return this;
        }

        /**
         * Lets every response wait before its first byte; {@link Sandbox#latency} changes it later.
         *
         * @param latency a day at most
         * @return this builder
         */
        public Builder latency(Duration latency) {
            settings.latency = SandboxSettings.wait(latency);
            return this;
        }

        /**
         * Sets the clock that limits, links and data go by: nothing is dated after it.
         *
         * @param clock shows a time in the years 1970 to 8999, and data grow with it for twenty years
         * @return this builder
         */
        public Builder clock(Clock clock) {
            settings.clock(clock);
            return this;
        }

        /**
         * Refuses parameters the vendor does not document; the vendors pass over them in silence.
         *
         * @return this builder
         */
        public Builder strict() {
            settings.strict = true;
            return this;
        }

        /**
         * Compresses answers for clients that accept gzip.
         *
         * @return this builder
         */
        public Builder compress() {
            settings.compress = true;
            return this;
        }

        /**
         * Sets how many of the newest requests are kept.
         *
         * @param keepRequests in each {@link RequestLog}; 1,000 unless told otherwise
         * @return this builder
         */
        public Builder keepRequests(int keepRequests) {
            settings.keepRequests(keepRequests);
            return this;
        }

        /**
         * Tells of each request in one line: method, path and status; never a query or a header.
         *
         * @param log gets the line, on the request's thread
         * @return this builder
         */
        public Builder log(Consumer<String> log) {
            settings.log = log;
            return this;
        }

        /**
         * Tells what goes wrong on the sandbox's own threads, while it goes wrong. {@link Sandbox#takeFailures()} has it too.
         *
         * @param handler prints on {@code System.err} unless told otherwise
         * @return this builder
         */
        public Builder onFailure(Consumer<Throwable> handler) {
            settings.onFailure = handler;
            return this;
        }

        /** As {@link #start()}, with a clock that is moved for this sandbox alone. */
        Sandbox startWithOwnClock() {
            return new Sandbox(settings, settings.ownClock());
        }

        /**
         * Starts the sandbox.
         *
         * @return the sandbox, which listens
         */
        public Sandbox start() {
            return new Sandbox(settings, settings.clock());
        }
    }
}
