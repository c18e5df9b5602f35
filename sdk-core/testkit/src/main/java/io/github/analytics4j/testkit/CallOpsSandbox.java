package io.github.analytics4j.testkit;

/**
 * CallOps: sixteen analytics endpoints. Base URL with {@code /api/v1}; takes the key as {@code X-API-Key} or as a
 * bearer token.
 */
public final class CallOpsSandbox extends VendorSandbox {
    /** The speech-to-text events, newest first; a row's id is the event's {@code id}. */
    public RowLog sttEvents() {
        throw new UnsupportedOperationException();
    }

    /** Whether an event at {@code end_date} itself is part of the answer; it is unless told otherwise. */
    public void endInclusive(boolean endInclusive) {
        throw new UnsupportedOperationException();
    }

    /** In which order events are answered; newest first unless told otherwise. */
    public void order(SttOrder order) {
        throw new UnsupportedOperationException();
    }

    /** Orders a server might answer events in; the vendor documents none. */
    public enum SttOrder {
        NEWEST_FIRST,
        OLDEST_FIRST,
        /** A fixed but senseless order of the whole window; the limit keeps whatever comes first in it. */
        SHUFFLED
    }
}
