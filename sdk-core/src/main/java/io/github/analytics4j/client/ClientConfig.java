package io.github.analytics4j.client;

import io.github.analytics4j.retry.RetryBudget;
import java.net.URI;
import java.util.function.DoubleSupplier;

/**
 * All that a client was told, checked. Clients derived from one another share everything but the options.
 *
 * @param profile which API this is
 * @param baseUrl where requests go
 * @param credentials what opens the door
 * @param options the rest
 * @param time the clocks
 * @param random chance for jitter, at least 0 and below 1
 * @param budget what retries may cost
 */
record ClientConfig(
        ApiProfile profile,
        URI baseUrl,
        Credentials credentials,
        ClientOptions options,
        TimeSource time,
        DoubleSupplier random,
        RetryBudget budget) {

    /** With other options; the budget is shared unless its size changes. */
    ClientConfig with(ClientOptions other) {
        int retries = other.retry().budget();
        RetryBudget shared = retries == options.retry().budget() ? budget : new RetryBudget(time::nanos, retries);
        return new ClientConfig(profile, baseUrl, credentials, other, time, random, shared);
    }
}
