package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.server.Clocks;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
        notifyAll();
    }

    /** {@return all requests that are still kept, oldest first} */
    public synchronized List<SandboxRequest> all() {
        return List.copyOf(newest);
    }

    /**
     * {@return those that are still kept and for which this is true, oldest first}
     *
     * @param wanted asked for each
     */
    public List<SandboxRequest> find(Predicate<SandboxRequest> wanted) {
        return all().stream().filter(wanted).toList();
    }

    /**
     * {@return those that are still kept and have this method and path, oldest first}
     *
     * @param method in capitals
     * @param path without the query
     */
    public List<SandboxRequest> find(String method, String path) {
        return find(request -> request.method().equals(method) && request.path().equals(path));
    }

    /**
     * {@return the newest request}
     *
     * @throws IllegalStateException if there was none
     */
    public synchronized SandboxRequest last() {
        SandboxRequest last = newest.peekLast();
        if (last == null) {
            throw new IllegalStateException("no request has arrived");
        }
        return last;
    }

    /**
     * {@return the number of requests that arrived since the start or the last {@link #clear()}, forgotten ones included}
     */
    public synchronized long count() {
        return count;
    }

    /**
     * {@return the number of them that had this method and path, forgotten ones included}
     *
     * @param method in capitals
     * @param path without the query
     */
    public synchronized long count(String method, String path) {
        return counts.getOrDefault(method + " " + path, 0L);
    }

    /**
     * Waits until so many requests have arrived.
     *
     * @param requests since the start or the last {@link #clear()}
     * @param atMost by the machine's clock, not the sandbox's
     * @return what is kept of them
     * @throws InterruptedException if the thread is interrupted meanwhile
     * @throws AssertionError which lists what did arrive, if they have not by then
     */
    public synchronized List<SandboxRequest> await(long requests, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + Clocks.capped(atMost).toNanos();
        while (count < requests) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError("expected " + requests + " requests within " + atMost + ", but " + count
                        + " arrived"
                        + newest.stream().map(request -> "\n  " + line(request)).collect(Collectors.joining()));
            }
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
        }
        return all();
    }

    /**
     * {@return how what is kept differs from what was expected: a line each, marked {@code -} when it is missing and
     * {@code +} when it was not expected; empty when it does not}
     *
     * @param expected method, path and query such as {@code GET /v2/calls?limit=20}, in their order; a line without a
     *     query stands for any
     */
    public String difference(String... expected) {
        List<String> arrived = all().stream().map(RequestLog::line).toList();
        int[][] same = new int[expected.length + 1][arrived.size() + 1];
        for (int i = expected.length - 1; i >= 0; i--) {
            for (int j = arrived.size() - 1; j >= 0; j--) {
                same[i][j] = matches(expected[i], arrived.get(j))
                        ? same[i + 1][j + 1] + 1
                        : Math.max(same[i + 1][j], same[i][j + 1]);
            }
        }
        boolean none = same[0][0] == expected.length && expected.length == arrived.size();
        return none ? "" : String.join("\n", merged(expected, arrived, same));
    }

    private static List<String> merged(String[] expected, List<String> arrived, int[][] same) {
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < expected.length || j < arrived.size()) {
            if (i < expected.length && j < arrived.size() && matches(expected[i], arrived.get(j))) {
                lines.add("  " + arrived.get(j++));
                i++;
            } else if (j == arrived.size() || (i < expected.length && same[i + 1][j] >= same[i][j + 1])) {
                lines.add("- " + expected[i++]);
            } else {
                lines.add("+ " + arrived.get(j++));
            }
        }
        return lines;
    }

    /**
     * Throws if what is kept differs from what was expected.
     *
     * @param expected as those of {@link #difference}
     * @throws AssertionError with the difference
     */
    public void assertArrived(String... expected) {
        String difference = difference(expected);
        if (!difference.isEmpty()) {
            throw new AssertionError("the requests that arrived are not the expected ones"
                    + " (- missing, + not expected):\n" + difference);
        }
    }

    private static boolean matches(String expected, String arrived) {
        return expected.equals(arrived) || (!expected.contains("?") && arrived.startsWith(expected + "?"));
    }

    private static String line(SandboxRequest request) {
        return request.method() + " " + request.maskedTarget();
    }

    /** Forgets all requests, and counts from 0 again. */
    public synchronized void clear() {
        newest.clear();
        counts.clear();
        count = 0;
    }
}
