package io.github.analytics4j.export;

import java.io.IOException;

/** Another run is at work on the same table of the same sink, or was while this one was suspended. */
public final class SyncBusyException extends IOException {
    private static final long serialVersionUID = 1;

    SyncBusyException(String message) {
        super(message);
    }

    /** Another run has the lock of a place. */
    static SyncBusyException at(String place) {
        return new SyncBusyException("another run is at work on " + place + ": let it end first");
    }
}
