package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.server.Exchange;
import io.github.analytics4j.testkit.server.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which requests go wrong and how. Rules are asked in the order they were added; the first that fires decides.
 * Thread-safe.
 *
 * <pre>{@code
 * sandbox.faults().next(Fault.status(503), Fault.resetBeforeHeaders());            // the next two requests
 * sandbox.faults().on("/v2/calls").skip(49).times(1).show(Fault.truncatedBody(500)); // page 50
 * sandbox.faults().onAny().chance(0.05).show(Fault.status(500), Fault.loseResponse());
 * FaultRule rule = sandbox.faults().on("/v2/calls").show(Fault.vendorError(429));
 * rule.remove();
 * }</pre>
 */
public final class FaultScript {
    private final List<FaultRule> rules = new ArrayList<>();
    private final long seed;
    private final Clock clock;
    private final Function<String, @Nullable String> pathCheck;
    private SplittableRandom random;
    private long shown;

    /** Asks the checks what is wrong with a path that a rule is to wait for. */
    FaultScript(long seed, Clock clock, Function<String, @Nullable String> pathCheck) {
        this.seed = seed;
        this.clock = clock;
        this.pathCheck = pathCheck;
        this.random = new SplittableRandom(seed);
    }

    /**
     * Spoils the next requests.
     *
     * @param faults one for each request
     * @return the rule, in force
     */
    public FaultRule next(Fault... faults) {
        if (faults.length == 0) {
            throw new IllegalArgumentException("next: name at least one fault");
        }
        return onAny().times(faults.length).show(faults);
    }

    /** {@return a rule for any request; {@link FaultRule#show} puts it in force} */
    public FaultRule onAny() {
        return new FaultRule(this, "any request", null);
    }

    /**
     * {@return a rule for requests to a path; {@link FaultRule#show} puts it in force}
     *
     * @param pathPrefix the path or its beginning, base path included
     * @throws IllegalArgumentException for a path that no operation has
     */
    public FaultRule on(String pathPrefix) {
        String complaint = pathCheck.apply(pathPrefix);
        if (complaint != null) {
            throw new IllegalArgumentException("on: " + complaint);
        }
        return new FaultRule(this, pathPrefix, request -> request.path().startsWith(pathPrefix));
    }

    /**
     * {@return a rule for some requests; {@link FaultRule#show} puts it in force}
     *
     * @param requests asked for each request
     */
    public FaultRule on(Predicate<SandboxRequest> requests) {
        return new FaultRule(this, "requests by a predicate", requests);
    }

    /**
     * Answers every request with the vendor's own 503, before all other rules.
     *
     * @param duration by the sandbox's clock, from now on
     * @return the rule, in force
     */
    public FaultRule outage(Duration duration) {
        return outage(duration, Fault.vendorError(503));
    }

    /**
     * As {@link #outage(Duration)} with other faults.
     *
     * @param duration by the sandbox's clock, from now on
     * @param faults shown in turn
     * @return the rule, in force
     */
    public FaultRule outage(Duration duration, Fault... faults) {
        if (faults.length == 0) {
            throw new IllegalArgumentException("show: name at least one fault");
        }
        FaultRule rule = onAny().lasting(duration);
        synchronized (this) {
            List<FaultRule> others = List.copyOf(rules);
            rules.clear();
            rule.show(faults);
            rules.addAll(others);
        }
        return rule;
    }

    /** {@return the number of faults shown so far, those of removed rules included} */
    public synchronized long shown() {
        return shown;
    }

    /** {@return the rules that can still show a fault, in the order they are asked} */
    public synchronized List<FaultRule> rules() {
        Instant now = now();
        return rules.stream().filter(rule -> !rule.isDone(now)).toList();
    }

    /** Removes all rules. */
    public synchronized void clear() {
        rules.clear();
    }

    /** As it was at first, its chance too. */
    synchronized void reset() {
        rules.clear();
        random = new SplittableRandom(seed);
        shown = 0;
    }

    Instant now() {
        return clock.instant();
    }

    synchronized long counted(LongSupplier count) {
        return count.getAsLong();
    }

    synchronized void add(FaultRule rule) {
        for (FaultRule earlier : rules) {
            if (earlier.takesAll()) {
                throw new IllegalArgumentException(
                        "show: an earlier rule shows its fault on every request, so that this one never would; "
                                + "remove() that rule or clear() them all");
            }
        }
        rules.add(rule);
    }

    synchronized void remove(FaultRule rule) {
        rules.remove(rule);
    }

    /** The answer as the first rule that fires spoils it, or null when none does. */
    @Nullable
    Reply spoil(Exchange exchange, Supplier<Reply> api) {
        Fault fault = pick(exchange.request());
        return fault == null ? null : fault.show(exchange, api, split());
    }

    private synchronized @Nullable Fault pick(SandboxRequest request) {
        for (FaultRule rule : rules) {
            Fault fault = rule.pick(request, random);
            if (fault != null) {
                shown++;
                return fault;
            }
        }
        return null;
    }

    private synchronized SplittableRandom split() {
        return random.split();
    }
}
