package io.github.analytics4j.export;

import java.io.IOException;

/** How the rows of a commit differ from those that are stored; can be read again and again, without holding them all. */
interface RowChanges {
    /** No change. */
    RowChanges NONE = to -> {};

    /** The kind of a row's change. */
    enum Op {
        /** It came, or came back after it was marked as gone. */
        ADDED,
        /** Its content is another. */
        CHANGED,
        /** It is gone; the row is as it was stored last. */
        DELETED,
        /** It is gone, and stays with the time it was found gone. */
        MARKED,
        /**
         * It leaves this unit for another one, to which it is added in the same commit. The row is as it was stored here; every
         * row that leaves comes before all that are added.
         */
        MOVED
    }

    /** Hands each change over; no row has two but one that moved. */
    void each(Receiver to) throws IOException;

    /** Takes changes one by one. */
    interface Receiver {
        void row(Op op, UnitKey unit, StoredRow row) throws IOException;
    }
}
