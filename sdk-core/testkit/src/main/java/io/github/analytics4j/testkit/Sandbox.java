package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.data.Timeline;
import io.github.analytics4j.testkit.server.Address;
import io.github.analytics4j.testkit.server.Certificate;
import io.github.analytics4j.testkit.server.Clocks;
import io.github.analytics4j.testkit.server.Env;
import io.github.analytics4j.testkit.server.HttpLibraries;
import io.github.analytics4j.testkit.server.MovableClock;
import io.github.analytics4j.testkit.server.Origin;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A server on loopback that behaves as the four analytics APIs do, with seeded data and faults on demand.
 *
 * <p>Each API has a port of its own, and so has the storage that reports are downloaded from. Thread-safe. All threads
 * are daemons; {@link #close()} frees the ports and ends every connection.
 */
public final class Sandbox implements AutoCloseable {
    private static final List<String> VENDORS = List.of("synthflow", "synaptiq", "voisnap", "callops");

    private final Clock givenClock;
    private final Duration firstLatency;
    private final MovableClock movable;
    private final boolean growsWhenMoved;
    private volatile @Nullable AdminApi admin;
    private final Env env;
    private final Shared shared;
    private final StorageSandbox storage;
    private final SynthflowSandbox synthflow;
    private final SynaptiqSandbox synaptiq;
    private final VoisnapSandbox voisnap;
    private final CallOpsSandbox callops;
    private final List<OriginSandbox> origins;

    private Sandbox(Builder builder, Clock clock) {
        givenClock = clock;
        firstLatency = builder.latency;
        movable = new MovableClock(givenClock);
        growsWhenMoved = builder.growing == null || builder.growing;
        Timeline timeline = new Timeline(movable, builder.growing());
        env = new Env(
                builder.seed,
                movable,
                timeline,
                builder.strict,
                builder.compress,
                builder.address(),
                builder.log,
                builder.onFailure);
        shared = new Shared(env, builder.keepRequests, this::complaint);
        env.latency = firstLatency;
        storage = new StorageSandbox(shared);
        synthflow = new SynthflowSandbox(shared, builder.calls, builder.callsPerDay);
        synaptiq = new SynaptiqSandbox(shared, builder.activities);
        voisnap = new VoisnapSandbox(shared, storage);
        callops = new CallOpsSandbox(shared, builder.sttEvents);
        origins = List.of(synthflow, synaptiq, voisnap, callops, storage);
    }

    /** A sandbox as it comes: 10,000 calls, the system clock, free ports, unknown parameters ignored. */
    public static Sandbox start() {
        return builder().start();
    }

    public static Builder builder() {
        return new Builder();
    }

    public SynthflowSandbox synthflow() {
        return synthflow;
    }

    public SynaptiqSandbox synaptiq() {
        return synaptiq;
    }

    public VoisnapSandbox voisnap() {
        return voisnap;
    }

    public CallOpsSandbox callops() {
        return callops;
    }

    /** The four APIs. */
    List<VendorSandbox> vendors() {
        return List.of(synthflow, synaptiq, voisnap, callops);
    }

    /** Where Voisnap's pre-signed links lead: another origin, which refuses credentials. */
    public StorageSandbox storage() {
        return storage;
    }

    /** What arrived at any of the five origins, oldest first. */
    public RequestLog requests() {
        return shared.requests();
    }

    /** Faults for any of the five origins; asked before the ones of an origin itself. */
    public FaultScript faults() {
        return shared.faults();
    }

    /** The sandbox's time: a {@link ManualClock} if it was started with one. */
    public Clock clock() {
        return givenClock instanceof ManualClock ? givenClock : env.clock;
    }

    /** Moves the sandbox's time by so much; back if it is negative. Moves a {@link ManualClock} it was started with. */
    public void advance(Duration duration) {
        if (givenClock instanceof ManualClock manual) {
            manual.advance(duration);
        } else {
            movable.advance(duration);
        }
        if (growsWhenMoved) {
            env.timeline.catchUp();
        }
    }

    /** Moves the sandbox's time to this instant, in the years 1970 to 8999, from where it goes on. */
    public void setTime(Instant instant) {
        advance(Duration.between(env.now(), Clocks.checked(instant)));
    }

    /**
     * Everything as it was when the sandbox was started: its time, keys, rows, reports, files, limits, latency and hooks;
     * without faults and without memory of requests. Addresses stay.
     */
    public void reset() {
        if (givenClock instanceof ManualClock manual) {
            manual.reset();
        }
        movable.reset();
        env.timeline.reset();
        env.latency = firstLatency;
        env.takeFailures();
        shared.faults().reset();
        shared.requests().clear();
        origins.forEach(OriginSandbox::reset);
    }

    private @Nullable String complaint(String pathPrefix) {
        List<String> problems = new ArrayList<>();
        for (OriginSandbox origin : origins) {
            String complaint = origin.complaint(pathPrefix);
            if (complaint == null) {
                return null;
            }
            problems.add(complaint);
        }
        return problems.stream()
                .filter(complaint -> complaint.contains("with the base path"))
                .findFirst()
                .orElse("no request can have a path that starts with " + pathPrefix
                        + "; write the path with the base path, /v2/calls for one");
    }

    public long seed() {
        return env.seed;
    }

    /**
     * Where the four APIs listen and with which keys, and the main agent's id, as environment variables:
     * {@code SYNTHFLOW_BASE_URL}, {@code SYNTHFLOW_API_KEY}, {@code SYNTHFLOW_MODEL_ID} and their sisters.
     */
    public Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        put(variables, "SYNTHFLOW", synthflow);
        variables.put("SYNTHFLOW_MODEL_ID", synthflow.modelId());
        put(variables, "SYNAPTIQ", synaptiq);
        put(variables, "VOISNAP", voisnap);
        put(variables, "CALLOPS", callops);
        return variables;
    }

    private static void put(Map<String, String> variables, String name, VendorSandbox api) {
        variables.put(name + "_BASE_URL", api.baseUrl().toString());
        variables.put(name + "_API_KEY", api.apiKey());
    }

    /** Where the admin API listens; throws {@link IllegalStateException} if the sandbox was started without. */
    public URI adminUrl() {
        AdminApi running = admin;
        if (running == null) {
            throw new IllegalStateException("start the sandbox with Sandbox.builder().admin() for an admin API");
        }
        return running.url();
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
        return sum(Origin::openConnections);
    }

    /** Requests that are being answered now, stalled ones included. */
    public int requestsInFlight() {
        return sum(Origin::requestsInFlight);
    }

    private int sum(ToIntFunction<Origin> count) {
        return origins.stream().map(origin -> origin.server).mapToInt(count).sum();
    }

    /** The {@code Date} of answers is this clock's from now on; data, limits and links keep to the sandbox's own. */
    public void dateClock(Clock clock) {
        env.dateClock = clock;
    }

    /**
     * What went wrong on threads of the sandbox since this was last asked: a hook of a test's own that threw, a class
     * that could not be loaded. The request it happened to was answered with 500, or its connection closed.
     */
    public List<Throwable> takeFailures() {
        return env.takeFailures();
    }

    /** Every answer of an API or of storage waits this long before its first byte. */
    public void latency(Duration latency) {
        if (latency.isNegative()) {
            throw new IllegalArgumentException("latency: must not be negative, was " + latency);
        }
        env.latency = latency;
    }

    @Override
    public void close() {
        env.closing.countDown();
        AdminApi running = admin;
        if (running != null) {
            running.close();
        }
        origins.forEach(origin -> origin.server.stop());
    }

    private void listen(int port, int adminPort) {
        try {
            for (int i = 0; i < origins.size(); i++) {
                origins.get(i).server.start(port == 0 ? 0 : port + i);
            }
            if (adminPort >= 0) {
                admin = AdminApi.start(this, env, adminPort == 0 && port > 0 ? port + origins.size() : adminPort);
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** What a sandbox is started with. Same seed, clock and sizes: same answers. */
    public static final class Builder {
        private static final InetAddress LOOPBACK = loopback();
        private static final long MOST_ROWS = 100_000_000;
        private static final long MOST_CALLS_PER_DAY = 1_000_000;

        private long seed = 1;
        private long calls = 10_000;
        // more than two months in the busiest season too, so that a month can be compared with the one before it
        private double callsPerDay = calls / 80.0;
        private boolean paceGiven;
        private long activities = 70_000;
        private long sttEvents = 20_000;
        private int port;
        private int adminPort = -1;
        private InetAddress bind = LOOPBACK;
        private @Nullable String host;
        private boolean https;
        private final Map<String, String> keys = new LinkedHashMap<>();
        private int rateRequests = -1;
        private Duration rateWindow = Duration.ZERO;
        private Duration latency = Duration.ZERO;
        private @Nullable Clock clock;
        private @Nullable Boolean growing;
        private boolean strict;
        private boolean compress;
        private int keepRequests = 1_000;
        private Consumer<String> log = line -> {};
        private Consumer<Throwable> onFailure = Builder::print;

        private Builder() {}

        /** That of version 4, whatever the JVM prefers: half of all clients would not find the other. */
        private static InetAddress loopback() {
            try {
                return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
            } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
            }
        }

        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        /** How many calls the Synthflow log of the main agent holds, 100,000,000 at most; millions cost no memory. */
        public Builder calls(long calls) {
            this.calls = size("calls", calls);
            if (!paceGiven) {
                callsPerDay = SynthflowAccount.usualPace(calls);
            }
            return this;
        }

        /**
         * How many calls the main agent has on an average day, a million at most, in the past as in the future. A log of a size that was
         * given has a call about every ninety seconds, one of millions more; the log as it comes is of more than two months.
         */
        public Builder callsPerDay(double callsPerDay) {
            if (!(callsPerDay > 0)) {
                throw new IllegalArgumentException("callsPerDay: must be more than 0, was " + callsPerDay);
            }
            if (callsPerDay > MOST_CALLS_PER_DAY) {
                throw new IllegalArgumentException(
                        "callsPerDay: must be at most " + MOST_CALLS_PER_DAY + ", was " + callsPerDay);
            }
            this.callsPerDay = callsPerDay;
            this.paceGiven = true;
            return this;
        }

        /**
         * Whether data grow as the clock goes on, and shrink as it goes back. They do with a clock that was given. With
         * the system's clock they do only when {@link Sandbox#advance} moves it, since a test should not come out
         * otherwise for having taken longer.
         */
        public Builder growing(boolean growing) {
            this.growing = growing;
            return this;
        }

        private Clock clock() {
            return clock == null ? Clock.systemUTC() : clock;
        }

        private boolean growing() {
            return growing == null ? clock != null : growing;
        }

        /**
         * How many events the Synaptiq activity feed holds, 100,000,000 at most: those of more than two months unless
         * told otherwise, about 850 a day. The overview and the funnel count what the feed holds and nothing else.
         */
        public Builder activities(long activities) {
            this.activities = size("activities", activities);
            return this;
        }

        /** How many speech-to-text events CallOps knows, 100,000,000 at most. */
        public Builder sttEvents(long sttEvents) {
            this.sttEvents = size("sttEvents", sttEvents);
            return this;
        }

        /** Start an admin API too, through which any program can do what a test can. */
        public Builder admin() {
            return admin(0);
        }

        /** As {@link #admin()} on this port; 0 takes the one after the five of {@link #port}, or a free one. */
        public Builder admin(int port) {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("admin: must be 0 to 65535, was " + port);
            }
            this.adminPort = port;
            return this;
        }

        /**
         * The address to listen on: loopback unless told otherwise. Of any other, everybody who reaches it can use the
         * sandbox, its admin API too.
         */
        public Builder bind(InetAddress address) {
            this.bind = address;
            return this;
        }

        /** The name in the URLs the sandbox hands out, where clients reach it by another than the address it listens on. */
        public Builder host(String name) {
            if (name.isBlank() || !name.matches("[\\w.:\\[\\]-]+")) {
                throw new IllegalArgumentException("host: must be a name or an address, was \"" + name + "\"");
            }
            this.host = name;
            return this;
        }

        /**
         * HTTPS with a certificate made at the start, HTTP/2 for clients that offer it. {@link Sandbox#certificatePem()}
         * and {@link Sandbox#sslContext()} are for the clients' trust.
         */
        public Builder https() {
            this.https = true;
            return this;
        }

        /** The key an API accepts: {@code synthflow}, {@code synaptiq}, {@code voisnap} or {@code callops}. */
        public Builder key(String api, String key) {
            if (!VENDORS.contains(api)) {
                throw new IllegalArgumentException(
                        "key: the API must be one of " + String.join(", ", VENDORS) + ", was " + api);
            }
            VendorSandbox.checkKey("key", key);
            keys.put(api, key);
            return this;
        }

        /** The limit of each API, as {@link VendorSandbox#rateLimit} sets it later. */
        public Builder rateLimit(int requests, Duration window) {
            VendorSandbox.checkLimit(requests, window);
            this.rateRequests = requests;
            this.rateWindow = window;
            return this;
        }

        private Address address() {
            return Address.of(bind, host, https);
        }

        private void configure(Sandbox sandbox) {
            for (VendorSandbox api : sandbox.vendors()) {
                api.startWith(keys.get(api.name()), rateRequests, rateWindow);
            }
        }

        /**
         * The first of five ports in a row, six with an admin API; 0, the default, takes free ones.
         */
        public Builder port(int port) {
            if (port < 0 || port > 65_530) {
                throw new IllegalArgumentException("port: must be 0, or 1 to 65530 for six in a row, was " + port);
            }
            this.port = port;
            return this;
        }

        /** Every answer waits this long before its first byte; {@link Sandbox#latency} changes it later. */
        public Builder latency(Duration latency) {
            if (latency.isNegative()) {
                throw new IllegalArgumentException("latency: must not be negative, was " + latency);
            }
            this.latency = latency;
            return this;
        }

        private static long size(String name, long value) {
            if (value > MOST_ROWS) {
                throw new IllegalArgumentException(name + ": must be at most " + MOST_ROWS + ", was " + value);
            }
            return atLeast(name, value, 0);
        }

        private static long atLeast(String name, long value, long least) {
            if (value < least) {
                throw new IllegalArgumentException(name + ": must be at least " + least + ", was " + value);
            }
            return value;
        }

        /**
         * The clock that limits, links and data go by: nothing is dated after it. It shows a time in the years 1970 to
         * 8999, and data grow with it for twenty years.
         */
        public Builder clock(Clock clock) {
            Clocks.checked(clock.instant());
            this.clock = clock;
            return this;
        }

        /** Refuse parameters the vendor does not document; the vendors pass over them in silence. */
        public Builder strict() {
            this.strict = true;
            return this;
        }

        /** Compress answers for clients that accept gzip. */
        public Builder compress() {
            this.compress = true;
            return this;
        }

        /** How many of the newest requests are kept. */
        public Builder keepRequests(int keepRequests) {
            this.keepRequests = (int) atLeast("keepRequests", keepRequests, 0);
            return this;
        }

        /** One line for each request: method, path and status; never a query or a header. */
        public Builder log(Consumer<String> log) {
            this.log = log;
            return this;
        }

        /**
         * Is told what goes wrong on the sandbox's own threads, while it goes wrong; printed on {@code System.err} unless
         * told otherwise. {@link Sandbox#takeFailures()} has it too.
         */
        public Builder onFailure(Consumer<Throwable> handler) {
            this.onFailure = handler;
            return this;
        }

        private static void print(Throwable failure) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace, true));
            System.err.println("a thread of the analytics4j sandbox failed: " + trace);
        }

        /** As {@link #start()}, with a clock that is moved for this sandbox alone. */
        Sandbox startWithOwnClock() {
            return start(clock instanceof ManualClock manual ? manual.another() : clock());
        }

        public Sandbox start() {
            return start(clock());
        }

        private Sandbox start(Clock ownClock) {
            HttpLibraries.check();
            Sandbox sandbox = new Sandbox(this, ownClock);
            configure(sandbox);
            sandbox.listen(port, adminPort);
            return sandbox;
        }
    }
}
