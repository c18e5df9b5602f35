package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.server.Env;

/** What the origins of one sandbox have in common. */
record Shared(Env env, RequestLog requests, FaultScript faults, int keepRequests) {
    Shared(Env env, int keepRequests) {
        this(env, new RequestLog(keepRequests), new FaultScript(env.seed), keepRequests);
    }
}
