package io.github.analytics4j.spark;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The options of a read that concern streams; a batch has no use for them. */
final class StreamOptions {
    /** The names, as a message tells them. */
    static final List<String> NAMES = List.of(
            "startingTimestamp", "settle", "lookBack", "maxRowsPerTrigger", "maxTimePerTrigger", "minTimePerTrigger");

    /** As the nightly copies have it: so young rows may still be missing from the log. */
    private static final Duration SETTLE = Duration.ofMinutes(15);

    private static final Duration PACE = Duration.ofMinutes(1);

    /**
     * Where a stream without a checkpoint begins.
     *
     * @param latest whether it is the time of its start
     * @param time the first point in time; null for the beginning of the log
     */
    record Start(boolean latest, @Nullable Instant time) {}

    final Start start;
    final Duration settle;
    final Duration lookBack;
    final long maxRows;
    final @Nullable Duration maxTime;
    final Duration pace;

    /** Takes its options out of those that are given. */
    StreamOptions(OptionTexts options) {
        this.start = or(
                options.take(
                        "startingTimestamp",
                        StreamOptions::start,
                        "earliest, latest, a day or a time with its zone, such as 2026-02-01T00:00:00Z"),
                new Start(false, null));
        this.settle = or(
                options.take(
                        "settle", StreamOptions::duration, "an ISO duration, such as PT15M, or PT0S for rows at once"),
                SETTLE);
        this.lookBack = or(
                options.take("lookBack", StreamOptions::duration, "an ISO duration, such as PT72H, or PT0S for none"),
                Duration.ZERO);
        this.maxRows = or(options.take("maxRowsPerTrigger", StreamOptions::rows, "a number of 1 to 1000000000000"), 0L);
        String seconds = "an ISO duration of a second or more, such as PT12H";
        this.maxTime = options.take("maxTimePerTrigger", StreamOptions::seconds, seconds);
        this.pace = or(options.take("minTimePerTrigger", StreamOptions::seconds, seconds), PACE);
    }

    private static <T> T or(@Nullable T value, T fallback) {
        return value == null ? fallback : value;
    }

    private static Start start(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "earliest" -> new Start(false, null);
            case "latest" -> new Start(true, null);
            default -> new Start(false, OptionTexts.time(text));
        };
    }

    private static @Nullable Duration duration(String text) {
        Duration duration = OptionTexts.iso(text);
        return duration.isNegative() || duration.toDays() > 36_500 ? null : duration;
    }

    private static @Nullable Duration seconds(String text) {
        Duration duration = duration(text);
        return duration == null || duration.toSeconds() < 1 ? null : duration;
    }

    private static @Nullable Long rows(String text) {
        long rows = Long.parseLong(text);
        return rows < 1 || rows > 1_000_000_000_000L ? null : (Long) rows;
    }
}
