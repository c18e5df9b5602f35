package io.github.analytics4j.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A stretch of time.
 *
 * @param from its first instant
 * @param to the instant right behind it
 */
public record TimeWindow(Instant from, Instant to) {
    /** More are a mistake: a list of them would fill the memory. */
    static final int MOST_PARTS = 1_000_000;

    /** Checks that the window is not upside down. */
    public TimeWindow {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a window from " + from + " to " + to + " ends before it starts");
        }
    }

    /**
     * {@return this window, cut into windows of at most a given length, in order, without gap or overlap; the last one may
     * be shorter}
     *
     * @param length more than nothing
     */
    public List<TimeWindow> split(Duration length) {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("windows need a length, was " + length);
        }
        if (Duration.between(from, to).dividedBy(MOST_PARTS).compareTo(length) > 0) {
            throw new IllegalArgumentException(
                    "windows of " + length + " between " + from + " and " + to + " are more than " + MOST_PARTS);
        }
        List<TimeWindow> parts = new ArrayList<>();
        Instant start = from;
        while (start.isBefore(to)) {
            boolean last = Duration.between(start, to).compareTo(length) <= 0;
            Instant end = last ? to : start.plus(length);
            parts.add(new TimeWindow(start, end));
            start = end;
        }
        return parts;
    }

    /**
     * {@return the responses for each window of at most a given length, in order; each is asked for once, when the stream
     * gets there: for a range longer than an API allows}
     *
     * @param <R> the result for a window
     * @param length more than nothing
     * @param request asks for one window
     */
    public <R> Stream<Response<R>> ask(Duration length, Function<TimeWindow, R> request) {
        return split(length).stream().map(window -> new Response<>(window, request.apply(window)));
    }

    /**
     * The result for one window.
     *
     * @param <R> the result for a window
     * @param window the window asked for
     * @param result the value that the function returned
     */
    public record Response<R>(TimeWindow window, R result) {}
}
