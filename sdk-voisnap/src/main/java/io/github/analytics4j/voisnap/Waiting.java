package io.github.analytics4j.voisnap;

import io.github.analytics4j.client.TimeSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a wait for a report needs of its client.
 *
 * @param time the clocks, and how to wait
 * @param onClose tells of the end of the client, and returns what forgets that
 */
record Waiting(TimeSource time, Function<Consumer<String>, Runnable> onClose) {

    /** Counts on while somebody sets the clock; says nothing about the time of day. */
    Clock steady() {
        return new Steady(time);
    }

    private static final class Steady extends Clock {
        private final TimeSource time;

        Steady(TimeSource time) {
            this.time = time;
        }

        @Override
        public Instant instant() {
            return time.steady();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
