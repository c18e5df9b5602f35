package io.github.analytics4j.testkit;

import java.net.URI;

/** One of the five origins: where it listens, what arrived there, and which faults it is to show. */
public abstract sealed class OriginSandbox permits VendorSandbox, StorageSandbox {
    /** The origin itself, {@code http://127.0.0.1:port}. */
    public URI origin() {
        throw new UnsupportedOperationException();
    }

    /** What arrived at this origin, oldest first. */
    public RequestLog requests() {
        throw new UnsupportedOperationException();
    }

    /** Faults for this origin only. */
    public FaultScript faults() {
        throw new UnsupportedOperationException();
    }
}
