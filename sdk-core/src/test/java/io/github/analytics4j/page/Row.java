package io.github.analytics4j.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of a test's log. */
record Row(@Nullable String id, @Nullable Instant at) {

    static Row of(long number) {
        return new Row("row-" + number, Instant.ofEpochMilli(number));
    }
}
