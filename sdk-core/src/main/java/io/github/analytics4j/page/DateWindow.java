package io.github.analytics4j.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A stretch of days, for APIs that count in days.
 *
 * @param from its first day
 * @param to its last day
 */
public record DateWindow(LocalDate from, LocalDate to) {

    /** Checks that the window is not upside down. */
    public DateWindow {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a window from " + from + " to " + to + " ends before it starts");
        }
    }

    /** {@return the number of days it has, both ends counted} */
    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /**
     * {@return this window, cut into windows of at most so many days, in order, no day missing or twice; the last one may
     * be shorter}
     *
     * @param days at least 1
     */
    public List<DateWindow> split(int days) {
        if (days < 1) {
            throw new IllegalArgumentException("windows need a length, was " + days + " days");
        }
        if (days() / days >= TimeWindow.MOST_PARTS) {
            throw new IllegalArgumentException("windows of " + days + " days between " + from + " and " + to
                    + " are more than " + TimeWindow.MOST_PARTS);
        }
        List<DateWindow> parts = new ArrayList<>();
        LocalDate start = from;
        while (ChronoUnit.DAYS.between(start, to) >= days) { // a sum could be behind the last day there is
            parts.add(new DateWindow(start, start.plusDays(days - 1L)));
            start = start.plusDays(days);
        }
        parts.add(new DateWindow(start, to));
        return parts;
    }

    /**
     * {@return the responses for each window of at most so many days, in order; each is asked for once, when the stream gets
     * there}
     *
     * @param <R> the result for a window
     * @param days at least 1
     * @param request asks for one window
     */
    public <R> Stream<Response<R>> ask(int days, Function<DateWindow, R> request) {
        return split(days).stream().map(window -> new Response<>(window, request.apply(window)));
    }

    /**
     * The result for one window.
     *
     * @param <R> the result for a window
     * @param window the window asked for
     * @param result the value that the function returned
     */
    public record Response<R>(DateWindow window, R result) {}
}
