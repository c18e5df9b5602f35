package io.github.analytics4j.spring;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties of one API, under {@code analytics4j.} and its name. None of them is a bean, so that no endpoint lists the key.
 *
 * @param apiKey the key that requests are sent with
 * @param baseUrl the address that requests go to instead of the vendor's own
 * @param region of Synthflow: where the workspace lives
 * @param environment of Voisnap: production or sandbox
 * @param allowHttpTo hosts that may be asked over plain http
 * @param deadline bounds a whole call, waits included
 * @param attemptTimeout bounds one attempt, body included
 * @param maxAttempts how often a request is sent at most
 * @param maxDelay the greatest wait between two attempts without a hint of the server
 * @param requestsPerMinute how many requests are sent in a minute at most
 * @param strict whether a response that the documentation did not foresee is a failure
 */
record ClientProperties(
        @Nullable String apiKey,
        @Nullable String baseUrl,
        @Nullable String region,
        @Nullable String environment,
        @DefaultValue List<String> allowHttpTo,
        @Nullable Duration deadline,
        @Nullable Duration attemptTimeout,
        @Nullable Integer maxAttempts,
        @Nullable Duration maxDelay,
        @Nullable Integer requestsPerMinute,
        @DefaultValue("false") boolean strict) {

    ClientProperties {
        allowHttpTo = List.copyOf(allowHttpTo);
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "ClientProperties[baseUrl=" + baseUrl + "]";
    }
}
