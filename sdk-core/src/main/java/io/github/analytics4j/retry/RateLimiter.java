package io.github.analytics4j.retry;

import io.github.analytics4j.retry.RetryRules.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps within a vendor's rate limit instead of running into it. Vendors count by key, so give the same limiter to
 * every client of a key; clients derived from one another share theirs.
 *
 * <p>It reserves places in time and does no waiting itself. What the vendor's headers say counts on top of the limits
 * given here. Safe for use by several threads.
 */
public final class RateLimiter {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final List<SlidingWindow> all;
    private final Map<String, List<SlidingWindow>> windows = new HashMap<>();
    private final Map<String, ServerWindow> servers = new HashMap<>();
    private final Object lock = new Object(); // never held across a wait

    private RateLimiter(List<SlidingWindow> all) {
        this.all = all;
    }

    /**
     * {@return a limiter of so many requests a minute over all operations}
     *
     * @param requests at least 1
     */
    public static RateLimiter perMinute(int requests) {
        return builder().perMinute(requests).build();
    }

    /** {@return a builder without a limit} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reserves the next free place if its wait is not too long.
     *
     * @param group the operation's group
     * @param now the time by the clock of the call
     * @param patience the longest acceptable wait, or null for any
     * @return the wait until the place, reserved if it is nothing, or shorter than {@code patience}
     */
    public Duration reserve(String group, Instant now, @Nullable Duration patience) {
        synchronized (lock) {
            List<SlidingWindow> counted = windows.computeIfAbsent(group, this::windowsOf);
            Instant at = serverOf(group).next(now);
            for (SlidingWindow window : counted) {
                Instant free = window.nextFree(now);
                at = free.isAfter(at) ? free : at;
            }
            Duration wait = Duration.between(now, at);
            if (patience == null || wait.isZero() || wait.compareTo(patience) < 0) {
                for (SlidingWindow window : counted) {
                    window.add(at);
                }
                serverOf(group).take(at);
            }
            return wait;
        }
    }

    /**
     * Gives back a place on which nothing was sent, so that nobody waits behind it. What a server said is left of its window
     * stays as it was: its next response tells.
     *
     * @param group the operation's group
     * @param at the time of the place: the one that was told to {@link #reserve}, and the wait that it returned
     */
    public void giveBack(String group, Instant at) {
        synchronized (lock) {
            for (SlidingWindow window : windows.computeIfAbsent(group, this::windowsOf)) {
                window.remove(at);
            }
        }
    }

    /**
     * Learns from the headers of a response.
     *
     * @param group the operation's group
     * @param limit what they say
     * @param now the time by the clock of the call
     */
    public void observe(String group, RateLimitStatus limit, Instant now) {
        synchronized (lock) {
            serverOf(group).observe(limit, now);
        }
    }

    /**
     * Learns from a refusal how long nothing more is to be sent.
     *
     * @param group the operation's group
     * @param until no place before it is given out
     */
    public void block(String group, Instant until) {
        synchronized (lock) {
            serverOf(group).block(until);
        }
    }

    private ServerWindow serverOf(String group) {
        return servers.computeIfAbsent(group, name -> new ServerWindow());
    }

    private List<SlidingWindow> windowsOf(String group) {
        return all.stream()
                .filter(window -> window.group == null || window.group.equals(group))
                .toList();
    }

    /** Collects limits; all that fit a request must be met. */
    public static final class Builder {
        private final List<SlidingWindow> limits = new ArrayList<>();

        private Builder() {}

        /**
         * Limits all operations together, in every stretch of a minute.
         *
         * @param requests at least 1
         * @return this builder
         */
        public Builder perMinute(int requests) {
            return rule(null, requests, MINUTE);
        }

        /**
         * Limits all operations together, in every stretch of 24 hours.
         *
         * @param requests at least 1
         * @return this builder
         */
        public Builder perDay(int requests) {
            return rule(null, requests, DAY);
        }

        /**
         * Limits the operations of one group, in every stretch of a minute.
         *
         * @param group such as {@code analytics}; {@code CallInfo.group} of a call tells it, and a name that no operation has limits
         *     none
         * @param requests at least 1
         * @return this builder
         */
        public Builder perMinute(String group, int requests) {
            return rule(group, requests, MINUTE);
        }

        /**
         * Limits the operations of one group, in every stretch of 24 hours.
         *
         * @param group such as {@code reports}; {@code CallInfo.group} of a call tells it
         * @param requests at least 1
         * @return this builder
         */
        public Builder perDay(String group, int requests) {
            return rule(group, requests, DAY);
        }

        /**
         * Limits the operations of one group, in every stretch of time of a given length.
         *
         * @param window more than nothing
         * @param group such as {@code reports}; {@code CallInfo.group} of a call tells it
         * @param requests at least 1
         * @return this builder
         */
        public Builder per(Duration window, String group, int requests) {
            return rule(group, requests, window);
        }

        /**
         * Limits all operations together, in every stretch of time of a given length.
         *
         * @param window more than nothing
         * @param requests at least 1
         * @return this builder
         */
        public Builder per(Duration window, int requests) {
            return rule(null, requests, window);
        }

        private Builder rule(@Nullable String group, int requests, Duration window) {
            if (requests < 1) {
                throw new IllegalArgumentException("RateLimiter: requests must be at least 1, was " + requests);
            }
            if (Durations.checked("RateLimiter", "window", window).isZero()) {
                throw new IllegalArgumentException("RateLimiter: window must be more than nothing");
            }
            limits.add(new SlidingWindow(group, requests, window));
            return this;
        }

        /** {@return a limiter of the limits set so far, of which no place is taken} */
        public RateLimiter build() {
            return new RateLimiter(limits.stream().map(SlidingWindow::fresh).toList());
        }
    }

    /** At most {@code requests} in any stretch of time as long as the window. Guarded by the limiter's lock. */
    private static final class SlidingWindow {
        /** Whose requests it limits; null for those of all groups together. */
        final @Nullable String group;

        private final int requests;
        private final Duration window;
        private final Deque<Instant> taken = new ArrayDeque<>();

        SlidingWindow(@Nullable String group, int requests, Duration window) {
            this.group = group;
            this.requests = requests;
            this.window = window;
        }

        /** The same limit, of which no place is taken. */
        SlidingWindow fresh() {
            return new SlidingWindow(group, requests, window);
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

        void remove(Instant at) {
            boolean unused = taken.removeLastOccurrence(at); // not there if its window is over
        }
    }

    /** Counts what a server said is left of its window, less what we took since. Guarded by the limiter's lock. */
    private static final class ServerWindow {
        private long left = Long.MAX_VALUE;
        private Instant reset = Instant.MIN;
        private Instant blockedUntil = Instant.MIN;

        Instant next(Instant now) {
            Instant at = now.isBefore(blockedUntil) ? blockedUntil : now;
            return left <= 0 && at.isBefore(reset) ? reset : at;
        }

        void take(Instant at) {
            if (at.isBefore(reset) && left != Long.MAX_VALUE) {
                left--;
            }
        }

        /** Responses overtake one another, so within a window the smallest count is the truth. */
        void observe(RateLimitStatus limit, Instant now) {
            Long remaining = limit.remaining();
            @Nullable Instant end = limit.reset();
            if (remaining == null || end == null || !end.isAfter(now)) {
                return;
            }
            boolean sameWindow =
                    reset.isAfter(now) && end.isBefore(reset.plusSeconds(2)); // whole seconds jitter by one
            left = sameWindow ? Math.min(left, remaining) : remaining;
            reset = sameWindow && reset.isAfter(end) ? reset : end;
        }

        void block(Instant until) {
            blockedUntil = until.isAfter(blockedUntil) ? until : blockedUntil;
        }
    }
}
