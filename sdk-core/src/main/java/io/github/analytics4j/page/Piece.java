package io.github.analytics4j.page;

import io.github.analytics4j.page.WindowResponse.Timed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time whose rows one response holds completely.
 *
 * @param first its first millisecond
 * @param last its last millisecond
 * @param read the number of the response, or of the first of several
 * @param earliest the time of the oldest row in the response: a walk that has delivered that row can go on here; null if
 *     the response had no rows
 * @param rows the rows, oldest first
 */
record Piece<T>(long first, long last, int read, @Nullable Instant earliest, List<Timed<T>> rows) {

    /** Whether another response has its first rows again, and all right before them. */
    boolean beginsWith(Piece<T> part) {
        return part.last <= last
                && (part.first == first || (earliest != null && part.first <= earliest.toEpochMilli()));
    }

    /** With more rows of its stretch. */
    Piece<T> with(List<Timed<T>> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Timed<T>> all = new ArrayList<>(rows);
        all.addAll(more);
        all.sort(Comparator.comparing(Timed::at));
        return new Piece<>(first, last, read, earliest, all);
    }

    /** With the rows of that response, so that both show that nothing lies between them and the one right before. */
    Piece<T> with(Piece<T> part) {
        List<Timed<T>> all = new ArrayList<>(rows);
        part.rows.stream().filter(row -> !all.contains(row)).forEach(all::add);
        all.removeIf(row -> row.cell() < part.first);
        all.sort(Comparator.comparing(Timed::at));
        return new Piece<>(part.first, last, Math.min(read, part.read), Instant.ofEpochMilli(part.first - 1), all);
    }
}
