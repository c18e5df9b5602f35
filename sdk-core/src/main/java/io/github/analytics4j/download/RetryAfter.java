package io.github.analytics4j.download;

import io.github.analytics4j.client.StreamedResponse;
import io.github.analytics4j.retry.HttpDate;
import io.github.analytics4j.retry.RetryHints;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a storage host wants to be asked again. */
final class RetryAfter {
    private RetryAfter() {}

    /** The hint, measured against the server's own clock where it gives a date; null if there is none to be read. */
    static @Nullable Duration of(StreamedResponse answer) {
        String value = answer.header("Retry-After");
        if (value == null) {
            return null;
        }
        if (value.trim().matches("\\d{1,9}")) {
            return believable(Duration.ofSeconds(Long.parseLong(value.trim())));
        }
        Instant there = HttpDate.parse(answer.header("Date"), Instant.now()); // for the century of a short year
        Instant until = there == null ? null : HttpDate.parse(value, there);
        return until == null || until.isBefore(there) ? null : believable(Duration.between(there, until));
    }

    /** What is longer can be meant by nobody, and is no hint. */
    private static @Nullable Duration believable(Duration wait) {
        return wait.compareTo(RetryHints.MOST) > 0 ? null : wait;
    }
}
