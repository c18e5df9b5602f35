package io.github.analytics4j.page;

import io.github.analytics4j.page.WindowAnswer.Timed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time whose rows one answer holds completely.
 *
 * @param first its first millisecond
 * @param last its last millisecond
 * @param earliest the time of the oldest row in the answer: a walk that has delivered that row can go on here; null if
 *     the answer had no rows
 * @param rows the rows, oldest first
 */
record Piece<T>(long first, long last, @Nullable Instant earliest, List<Timed<T>> rows) {}
