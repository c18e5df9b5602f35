package io.github.analytics4j.testkit;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Narrows down which of the matching requests show a fault; takes effect with {@link #show}. */
public final class FaultRule {
    private final Predicate<SandboxRequest> requests;
    private final Consumer<FaultRule> script;
    private long skip;
    private long times = Long.MAX_VALUE;
    private long every = 1;
    private double chance = 1;
    private Fault[] faults = {};
    private long seen;
    private long shown;

    FaultRule(Predicate<SandboxRequest> requests, Consumer<FaultRule> script) {
        this.requests = requests;
        this.script = script;
    }

    /** The first so many matching requests are left alone. */
    public FaultRule skip(long requests) {
        skip = requests;
        return this;
    }

    /** After so many faults the rule is done; without this it never is. */
    public FaultRule times(long faults) {
        times = faults;
        return this;
    }

    /** Every nth of the matching requests. */
    public FaultRule every(long nth) {
        if (nth < 1) {
            throw new IllegalArgumentException("every: must be at least 1, was " + nth);
        }
        every = nth;
        return this;
    }

    /** Each matching request with this probability, from the sandbox's seed. */
    public FaultRule chance(double probability) {
        chance = probability;
        return this;
    }

    /** The faults, in turn; with {@link #chance} one of them at random. */
    public void show(Fault... shownFaults) {
        if (shownFaults.length == 0) {
            throw new IllegalArgumentException("show: name at least one fault");
        }
        faults = shownFaults.clone();
        script.accept(this);
    }

    /** The fault for this request, if the rule has one. Called by one thread at a time. */
    @Nullable
    Fault pick(SandboxRequest request, SplittableRandom random) {
        if (shown >= times || !requests.test(request)) {
            return null;
        }
        long nth = ++seen - skip;
        if (nth <= 0 || nth % every != 0 || (chance < 1 && random.nextDouble() >= chance)) {
            return null;
        }
        long turn = chance < 1 ? random.nextInt(faults.length) : shown % faults.length;
        shown++;
        return faults[(int) turn];
    }
}
