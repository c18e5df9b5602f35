package io.github.analytics4j.export;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A unit's new content, and how it differs from what is stored.
 *
 * @param unit what is replaced
 * @param rows all rows of the unit as they will be, in order
 * @param changes the rows that differ: a sink that changes rows in place needs no others
 * @param built what {@link SinkSession#build} made of the rows; null where it makes nothing
 */
record UnitChange(
        UnitKey unit,
        StoredRows rows,
        Changes changes,
        @Nullable UnitFile built) {

    /** What happened to a row. */
    enum Op {
        /** It came, or came back. */
        ADDED,
        /** Its content is another. */
        CHANGED,
        /** It is gone; the row is as it was stored last. */
        DELETED,
        /** It is gone, and stays with the time it was found gone. */
        MARKED,
        /** It is in another unit now, which is changed in the same commit. The row is as it was stored here. */
        MOVED
    }

    /** Rows with what happened to them; can be read again and again. */
    interface Changes {
        void each(Receiver to) throws IOException;

        /** Takes changes one by one. */
        interface Receiver {
            void row(Op op, StoredRow row) throws IOException;
        }
    }

    /**
     * A file that holds a unit.
     *
     * @param file relative to the sink's folder
     * @param size in bytes
     * @param sha256 in hex
     */
    record UnitFile(String file, long size, String sha256) {}
}
