package io.github.analytics4j.testkit;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A server on loopback that behaves as the four analytics APIs do, with seeded data and faults on demand.
 *
 * <p>Each API has a port of its own, and so has the storage that reports are downloaded from. Thread-safe. All threads
 * are daemons; {@link #close()} frees the ports and ends every connection.
 */
public final class Sandbox implements AutoCloseable {
    /** A sandbox as it comes: 10,000 calls, the system clock, free ports, unknown parameters ignored. */
    public static Sandbox start() {
        return builder().start();
    }

    public static Builder builder() {
        return new Builder();
    }

    public SynthflowSandbox synthflow() {
        throw new UnsupportedOperationException();
    }

    public SynaptiqSandbox synaptiq() {
        throw new UnsupportedOperationException();
    }

    public VoisnapSandbox voisnap() {
        throw new UnsupportedOperationException();
    }

    public CallOpsSandbox callops() {
        throw new UnsupportedOperationException();
    }

    /** Where Voisnap's pre-signed links lead: another origin, which refuses credentials. */
    public StorageSandbox storage() {
        throw new UnsupportedOperationException();
    }

    /** What arrived at any of the five origins, oldest first. */
    public RequestLog requests() {
        throw new UnsupportedOperationException();
    }

    /** Faults for any of the five origins; asked before the ones of an origin itself. */
    public FaultScript faults() {
        throw new UnsupportedOperationException();
    }

    public Clock clock() {
        throw new UnsupportedOperationException();
    }

    public long seed() {
        throw new UnsupportedOperationException();
    }

    /** Connections that are open now, over all origins; 0 shows that a client left none behind. */
    public int openConnections() {
        throw new UnsupportedOperationException();
    }

    /** Requests that are being answered now, stalled ones included. */
    public int requestsInFlight() {
        throw new UnsupportedOperationException();
    }

    /** Every answer waits this long before its first byte. */
    public void latency(Duration latency) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}

    /** What a sandbox is started with. Same seed, clock and sizes: same answers. */
    public static final class Builder {
        Builder() {}

        public Builder seed(long seed) {
            return this;
        }

        /** How many calls the Synthflow log of the main agent holds; millions cost no memory. */
        public Builder calls(long calls) {
            return this;
        }

        /** How many events the Synaptiq activity feed holds. */
        public Builder activities(long activities) {
            return this;
        }

        /** How many speech-to-text events CallOps knows. */
        public Builder sttEvents(long sttEvents) {
            return this;
        }

        /** The first of five ports in a row; 0, the default, takes free ones. */
        public Builder port(int port) {
            return this;
        }

        public Builder clock(Clock clock) {
            return this;
        }

        /** Refuse parameters the vendor does not document; the vendors pass over them in silence. */
        public Builder strict() {
            return this;
        }

        /** Compress answers for clients that accept gzip. */
        public Builder compress() {
            return this;
        }

        /** How many of the newest requests are kept. */
        public Builder keepRequests(int keepRequests) {
            return this;
        }

        /** One line for each request: method, path and status; never a query or a header. */
        public Builder log(Consumer<String> log) {
            return this;
        }

        public Sandbox start() {
            throw new UnsupportedOperationException();
        }
    }
}
