package io.github.analytics4j.retry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** At most {@code requests} in any stretch of time as long as the window. Guarded by its owner. */
final class SlidingWindow {
    private final int requests;
    private final Duration window;
    private final Deque<Instant> taken = new ArrayDeque<>();

    SlidingWindow(int requests, Duration window) {
        this.requests = requests;
        this.window = window;
    }

    /** The earliest time for one more; later than all that was taken, so that nobody is overtaken. */
    Instant nextFree(Instant now) {
        while (!taken.isEmpty() && !taken.peekFirst().plus(window).isAfter(now)) {
            taken.removeFirst();
        }
        if (taken.size() < requests) {
            return now;
        }
        Instant next = taken.stream()
                .skip(taken.size() - requests)
                .findFirst()
                .orElseThrow()
                .plus(window);
        return next.isAfter(now) ? next : now;
    }

    /** Keeps the order, also when another rule made this one wait longer than the next. */
    void add(Instant at) {
        Deque<Instant> later = new ArrayDeque<>(0);
        while (!taken.isEmpty() && taken.peekLast().isAfter(at)) {
            later.addFirst(taken.removeLast());
        }
        taken.addLast(at);
        taken.addAll(later);
    }
}
