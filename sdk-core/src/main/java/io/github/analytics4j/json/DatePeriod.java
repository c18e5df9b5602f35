package io.github.analytics4j.json;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A span of days, {@code "2026-03-22/2026-03-31"}, or a single day. Every text is accepted; dates are offered where they
 * can be read.
 *
 * @param text the text on the wire
 */
public record DatePeriod(String text) implements TextValue {
    /** Reads and writes periods as their text. */
    static final TextValue.Type<DatePeriod> TYPE = TextValue.Type.of("DatePeriod", DatePeriod::new);

    /**
     * {@return a period of its two ends}
     *
     * @param start the first day
     * @param end the last day, which is part of the period
     */
    public static DatePeriod of(LocalDate start, LocalDate end) {
        return new DatePeriod(start + "/" + end);
    }

    /** {@return the first day, or null if the text shows none} */
    public @Nullable LocalDate start() {
        int slash = text.indexOf('/');
        return date(slash < 0 ? text : text.substring(0, slash));
    }

    /** {@return the last day, or null if the text shows none} */
    public @Nullable LocalDate end() {
        return date(text.substring(text.indexOf('/') + 1));
    }

    private static @Nullable LocalDate date(String part) {
        byte[] bytes = part.strip().getBytes(StandardCharsets.UTF_8);
        TimeText time = new TimeText();
        return time.parse(bytes, 0, bytes.length) == bytes.length ? time.date() : null;
    }

    @Override
    public String toString() {
        return text;
    }
}
