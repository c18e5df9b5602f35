package io.github.analytics4j.testkit;

import java.util.List;

/** The newest requests, and how many there were in all. */
public final class RequestLog {
    /** What is still kept, oldest first. */
    public List<SandboxRequest> all() {
        throw new UnsupportedOperationException();
    }

    /** The newest request; throws {@link IllegalStateException} when there was none. */
    public SandboxRequest last() {
        throw new UnsupportedOperationException();
    }

    /** How many arrived since the start or the last {@link #clear()}, forgotten ones included. */
    public long count() {
        throw new UnsupportedOperationException();
    }

    /** How many of them had this method and path, forgotten ones included. */
    public long count(String method, String path) {
        throw new UnsupportedOperationException();
    }

    public void clear() {
        throw new UnsupportedOperationException();
    }
}
