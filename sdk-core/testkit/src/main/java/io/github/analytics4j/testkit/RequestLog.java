package io.github.analytics4j.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The newest requests, and how many there were in all. Thread-safe. */
public final class RequestLog {
    // Counts of more paths than this are not kept: a test that makes up paths must not fill the memory.
    private static final int MOST_PATHS = 10_000;

    private final int keep;
    private final Deque<SandboxRequest> newest = new ArrayDeque<>();
    private final Map<String, Long> counts = new HashMap<>();
    private long count;

    RequestLog(int keep) {
        this.keep = keep;
    }

    synchronized void add(SandboxRequest request) {
        count++;
        if (counts.size() < MOST_PATHS) {
            counts.merge(request.method() + " " + request.path(), 1L, Long::sum);
        }
        if (newest.size() == keep) {
            newest.poll();
        }
        if (keep > 0) {
            newest.add(request);
        }
    }

    /** What is still kept, oldest first. */
    public synchronized List<SandboxRequest> all() {
        return List.copyOf(newest);
    }

    /** The newest request; throws {@link IllegalStateException} when there was none. */
    public synchronized SandboxRequest last() {
        SandboxRequest last = newest.peekLast();
        if (last == null) {
            throw new IllegalStateException("no request has arrived");
        }
        return last;
    }

    /** How many arrived since the start or the last {@link #clear()}, forgotten ones included. */
    public synchronized long count() {
        return count;
    }

    /** How many of them had this method and path, forgotten ones included. */
    public synchronized long count(String method, String path) {
        return counts.getOrDefault(method + " " + path, 0L);
    }

    public synchronized void clear() {
        newest.clear();
        counts.clear();
        count = 0;
    }
}
