package io.github.analytics4j.page;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a walk is.
 *
 * @param rows rows delivered so far, those before a resume included
 * @param total rows there are in all, as far as the server told; null when it did not
 * @param pages responses received so far
 * @param elapsed time since this walk started or was resumed
 * @param rowsPerSecond the speed since then
 * @param waiting what is being waited for, and why; null when nothing is
 * @param finished whether this is the last report of the walk
 */
public record WalkProgress(
        long rows,
        @Nullable Long total,
        long pages,
        Duration elapsed,
        double rowsPerSecond,
        @Nullable String waiting,
        boolean finished) {}
