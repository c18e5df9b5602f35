package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.server.Exchange;
import io.github.analytics4j.testkit.server.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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
 * sandbox.faults().onAny().chance(0.05).show(Fault.status(500), Fault.loseAnswer());
 * }</pre>
 */
public final class FaultScript {
    private final List<FaultRule> rules = new ArrayList<>();
    private final SplittableRandom random;
    private long shown;

    FaultScript(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The next requests, one fault each. */
    public void next(Fault... faults) {
        onAny().times(faults.length).show(faults);
    }

    public FaultRule onAny() {
        return on(request -> true);
    }

    /** Requests whose path is this one or starts with it. */
    public FaultRule on(String pathPrefix) {
        return on(request -> request.path().startsWith(pathPrefix));
    }

    public FaultRule on(Predicate<SandboxRequest> requests) {
        return new FaultRule(requests, this::add);
    }

    /** How many faults were shown so far. */
    public synchronized long shown() {
        return shown;
    }

    public synchronized void clear() {
        rules.clear();
    }

    private synchronized void add(FaultRule rule) {
        rules.add(rule);
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
