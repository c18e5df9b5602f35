package io.github.analytics4j.spark;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A part of a table that one walk reads: the rows of one id, of a time.
 *
 * @param id the value of the parameter that the table is read by; null where it is left out
 * @param from the first microsecond since 1970 that is in it; null where rows without a time are in it too
 * @param to the first microsecond behind it; null for no end
 * @param open whether it goes up to now, so that rows in progress are in it: no end is sent
 * @param rows how many rows the server counted in it; -1 where it was not asked
 */
record Slice(
        @Nullable String id, @Nullable Long from, @Nullable Long to, boolean open, long rows) implements Serializable {

    /** The same up to now, with the rows before a time that is later than now; with all of them if that is null. */
    Slice open(@Nullable Long until) {
        return new Slice(id, from, until, true, rows);
    }

    /** Whether a row of that time is in it. */
    boolean takes(@Nullable Long micros) {
        if (micros == null) {
            return from == null;
        }
        return (from == null || micros >= from) && (to == null || micros < to);
    }
}
