package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.server.Env;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Holds what the origins of one sandbox have in common. */
record Shared(Env env, RequestLog requests, FaultScript faults, int keepRequests) {
    Shared(Env env, int keepRequests, Function<String, @Nullable String> complaint) {
        this(env, new RequestLog(keepRequests), new FaultScript(env.seed, env.clock, complaint), keepRequests);
    }
}
