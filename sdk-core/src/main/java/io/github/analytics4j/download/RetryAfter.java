package io.github.analytics4j.download;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** When a storage host wants to be asked again. */
final class RetryAfter {
    private RetryAfter() {}

    /** The hint, measured against the server's own clock where it gives a date; null if there is none to be read. */
    static @Nullable Duration of(LinkAnswer answer) {
        String value = answer.header("Retry-After");
        if (value == null) {
            return null;
        }
        if (value.trim().matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value.trim()));
        }
        ZonedDateTime until = date(value);
        ZonedDateTime now = date(answer.header("Date"));
        return until == null || now == null || until.isBefore(now) ? null : Duration.between(now, until);
    }

    private static @Nullable ZonedDateTime date(@Nullable String value) {
        try {
            return value == null ? null : ZonedDateTime.parse(value.trim(), DateTimeFormatter.RFC_1123_DATE_TIME);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
