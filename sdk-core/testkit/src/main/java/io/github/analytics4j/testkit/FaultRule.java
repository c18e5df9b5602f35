package io.github.analytics4j.testkit;

/** Narrows down which of the matching requests show a fault; takes effect with {@link #show}. */
public final class FaultRule {
    /** The first so many matching requests are left alone. */
    public FaultRule skip(long requests) {
        return this;
    }

    /** After so many faults the rule is done; without this it never is. */
    public FaultRule times(long faults) {
        return this;
    }

    /** Every nth of the matching requests. */
    public FaultRule every(long nth) {
        return this;
    }

    /** Each matching request with this probability, from the sandbox's seed. */
    public FaultRule chance(double probability) {
        return this;
    }

    /** The faults, in turn; with {@link #chance} one of them at random. */
    public void show(Fault... faults) {
        throw new UnsupportedOperationException();
    }
}
