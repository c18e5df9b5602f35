package io.github.analytics4j.json;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A span of days, {@code "2026-03-22/2026-03-31"}, or a single day. Every text is accepted; dates are offered where they can be read.
 *
 * @param text the text on the wire
 */
public record DatePeriod(String text) implements TextValue {
    /** How periods are read. */
    public static final TextType<DatePeriod> TYPE = TextType.of("DatePeriod", DatePeriod::new);

    /** A period of its two ends. */
    public static DatePeriod of(LocalDate start, LocalDate end) {
        return new DatePeriod(start + "/" + end);
    }

    /** The first day, or null if the text shows none. */
    public @Nullable LocalDate start() {
        throw new UnsupportedOperationException();
    }

    /** The last day, or null if the text shows none. */
    public @Nullable LocalDate end() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String toString() {
        return text;
    }
}
