package io.github.analytics4j.testkit;

import java.util.function.Predicate;

/**
 * Which requests go wrong and how. Rules are asked in the order they were added; the first that fires decides.
 *
 * <pre>{@code
 * sandbox.faults().next(Fault.status(503), Fault.resetBeforeHeaders());            // the next two requests
 * sandbox.faults().on("/v2/calls").skip(49).times(1).show(Fault.truncatedBody(500)); // page 50
 * sandbox.faults().onAny().chance(0.05).show(Fault.status(500), Fault.loseAnswer());
 * }</pre>
 */
public final class FaultScript {
    /** The next requests, one fault each. */
    public void next(Fault... faults) {
        throw new UnsupportedOperationException();
    }

    public FaultRule onAny() {
        throw new UnsupportedOperationException();
    }

    /** Requests whose path is this one or starts with it. */
    public FaultRule on(String pathPrefix) {
        throw new UnsupportedOperationException();
    }

    public FaultRule on(Predicate<SandboxRequest> requests) {
        throw new UnsupportedOperationException();
    }

    /** How many faults were shown so far. */
    public long shown() {
        throw new UnsupportedOperationException();
    }

    public void clear() {
        throw new UnsupportedOperationException();
    }
}
