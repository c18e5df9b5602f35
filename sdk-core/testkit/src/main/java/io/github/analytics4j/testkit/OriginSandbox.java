package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.server.Env;
import io.github.analytics4j.testkit.server.Origin;
import io.github.analytics4j.testkit.server.Reply;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the five origins: where it listens, what arrived there, and which faults it is to show. Thread-safe. */
public abstract sealed class OriginSandbox permits VendorSandbox, StorageSandbox {
    final Env env;
    final Origin server;

    private final String name;
    private final RequestLog requests;
    private final FaultScript faults;

    OriginSandbox(Shared shared, String name) {
        this.env = shared.env();
        this.name = name;
        this.requests = new RequestLog(shared.keepRequests());
        this.faults = new FaultScript(env.seed(name + " faults"), env.clock, this::complaint);
        this.server = new Origin(
                env,
                name,
                this::handle,
                this::vendorError,
                request -> {
                    shared.requests().add(request);
                    requests.add(request);
                },
                List.of(shared.faults()::spoil, faults::spoil));
    }

    /** Tells the mistake in a path that a fault is to wait for, or null. */
    abstract @Nullable String complaint(String pathPrefix);

    /** The error of this status in the vendor's own words. */
    abstract Reply vendorError(int status);

    /** Everything as it was when the sandbox was started. */
    void reset() {
        faults.reset();
        requests.clear();
        server.forget();
    }

    /** Carries out a request that no fault meets. */
    abstract Reply handle(SandboxRequest request);

    /** {@return {@code synthflow}, {@code synaptiq}, {@code voisnap}, {@code callops} or {@code storage}} */
    public String name() {
        return name;
    }

    /** {@return the origin itself, {@code http://127.0.0.1:port}} */
    public URI origin() {
        return server.url();
    }

    /** {@return what arrived at this origin, oldest first} */
    public RequestLog requests() {
        return requests;
    }

    /**
     * {@return the newest bytes that clients sent here, as they came off the connections, up to a mebibyte: what no header
     * parser has touched} One character for each byte.
     */
    public String rawRequests() {
        return server.received();
    }

    /** {@return faults for this origin only} */
    public FaultScript faults() {
        return faults;
    }
}
