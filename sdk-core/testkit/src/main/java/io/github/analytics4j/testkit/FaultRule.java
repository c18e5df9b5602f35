package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.server.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Narrows down which of the matching requests show a fault; takes effect with {@link #show}, and is the handle to take it
 * back afterwards. What could never come true is refused with {@link IllegalArgumentException}.
 */
public final class FaultRule {
    private final FaultScript script;
    private final String requestsText;
    private final List<Predicate<SandboxRequest>> requests = new ArrayList<>();
    private final boolean any;
    private long skip;
    private long times = Long.MAX_VALUE;
    private long every = 1;
    private double chance = 1;
    private Instant until = Instant.MAX;
    private boolean in;
    private Fault[] faults = {};
    private long seen;
    private long shown;

    FaultRule(FaultScript script, String requestsText, @Nullable Predicate<SandboxRequest> requests) {
        this.script = script;
        this.requestsText = requestsText;
        this.any = requests == null;
        if (requests != null) {
            this.requests.add(requests);
        }
    }

    /**
     * Takes only requests with this method.
     *
     * @param method in capitals as it is sent
     * @return this rule
     */
    public FaultRule method(String method) {
        check(method.matches("[A-Z]+"), "method: must be in capitals such as GET, was " + method);
        return where(request -> request.method().equals(method));
    }

    /**
     * Takes only requests for which this is true as well.
     *
     * @param more asked for each request
     * @return this rule
     */
    public FaultRule where(Predicate<SandboxRequest> more) {
        unshown().requests.add(more);
        return this;
    }

    /**
     * Leaves the first matching requests alone.
     *
     * @param requests how many
     * @return this rule
     */
    public FaultRule skip(long requests) {
        check(requests >= 0, "skip: must not be negative, was " + requests);
        unshown().skip = requests;
        return this;
    }

    /**
     * Ends the rule after so many faults; without this it never ends.
     *
     * @param faults at least 1
     * @return this rule
     */
    public FaultRule times(long faults) {
        check(faults >= 1, "times: must be at least 1, was " + faults);
        unshown().times = faults;
        return this;
    }

    /**
     * Takes every nth of the matching requests.
     *
     * @param nth at least 1
     * @return this rule
     */
    public FaultRule every(long nth) {
        check(nth >= 1, "every: must be at least 1, was " + nth);
        unshown().every = nth;
        return this;
    }

    /**
     * Takes each matching request with a probability, from the sandbox's seed.
     *
     * @param probability above 0, at most 1
     * @return this rule
     */
    public FaultRule chance(double probability) {
        check(probability > 0 && probability <= 1, "chance: must be above 0 and at most 1, was " + probability);
        unshown().chance = probability;
        return this;
    }

    /**
     * Ends the rule after so long from now.
     *
     * @param duration more than nothing, by the sandbox's clock
     * @return this rule
     */
    public FaultRule lasting(Duration duration) {
        check(duration.compareTo(Duration.ZERO) > 0, "lasting: must be longer than nothing, was " + duration);
        unshown().until = script.now().plus(Clocks.capped(duration));
        return this;
    }

    /**
     * Sets the faults, and puts the rule in force.
     *
     * @param shownFaults shown in turn; with {@link #chance} one of them at random
     * @return this rule
     */
    public FaultRule show(Fault... shownFaults) {
        check(shownFaults.length > 0, "show: name at least one fault");
        unshown().faults = shownFaults.clone();
        script.add(this);
        in = true;
        return this;
    }

    /** Takes the rule back, whatever it still would have shown. */
    public void remove() {
        script.remove(this);
    }

    /** {@return the number of faults it has shown so far} */
    public long shown() {
        return script.counted(() -> shown);
    }

    /** {@return the number of requests that have matched so far, those left alone included} */
    public long seen() {
        return script.counted(() -> seen);
    }

    private FaultRule unshown() {
        if (in) {
            throw new IllegalStateException("this rule is shown already: remove() it and add another");
        }
        return this;
    }

    private static void check(boolean possible, String message) {
        if (!possible) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Whether no request is left to a rule after this one. */
    boolean takesAll() {
        return any
                && requests.isEmpty()
                && skip == 0
                && times == Long.MAX_VALUE
                && every == 1
                && chance == 1
                && until.equals(Instant.MAX);
    }

    boolean isDone(Instant now) {
        return shown >= times || !now.isBefore(until);
    }

    /** The fault for this request, if the rule has one. Called by one thread at a time. */
    @Nullable
    Fault pick(SandboxRequest request, SplittableRandom random) {
        if (isDone(script.now()) || !requests.stream().allMatch(matches -> matches.test(request))) {
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

    /** Describes the requests that it waits for and what it has done. */
    @Override
    public String toString() {
        return requestsText + ": matched " + seen() + ", shown " + shown();
    }
}
