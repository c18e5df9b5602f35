package io.github.analytics4j.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time.
 *
 * @param from its first instant
 * @param to the instant right behind it
 */
public record TimeWindow(Instant from, Instant to) {

    /** Cut into windows of at most the given length, in order, without gap or overlap; the last one may be shorter. */
    public List<TimeWindow> split(Duration length) {
        List<TimeWindow> parts = new ArrayList<>();
        for (Instant start = from;
                start.isBefore(to);
                start = parts.get(parts.size() - 1).to()) {
            Instant end = start.plus(length);
            parts.add(new TimeWindow(start, end.isBefore(to) ? end : to));
        }
        return parts;
    }
}
