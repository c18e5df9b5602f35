package io.github.analytics4j.export;

import java.io.IOException;

/** Rows that can be read again and again, in the order they are stored, without holding them all. */
interface StoredRows {
    /** No rows. */
    StoredRows NONE = to -> {};

    /** Hands each row over. */
    void each(Receiver to) throws IOException;

    /** Takes rows one by one. */
    interface Receiver {
        void row(StoredRow row) throws IOException;
    }
}
