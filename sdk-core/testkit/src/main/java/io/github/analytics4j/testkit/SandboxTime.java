package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.data.Timeline;
import io.github.analytics4j.testkit.server.Clocks;
import io.github.analytics4j.testkit.server.MovableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The time of one sandbox: the clock it was started with, moved by so much. Data follow it. */
final class SandboxTime {
    private final Clock given;
    private final boolean growsWhenMoved;
    final MovableClock clock;
    final Timeline timeline;

    SandboxTime(Clock given, SandboxSettings settings) {
        this.given = given;
        this.growsWhenMoved = settings.growsWhenMoved();
        this.clock = new MovableClock(given);
        this.timeline = new Timeline(clock, settings.growing(), settings.retention);
    }

    /** The clock that a test holds: its own {@link ManualClock}, or the moved one. */
    Clock shown() {
        return given instanceof ManualClock ? given : clock;
    }

    void advance(Duration duration) {
        if (given instanceof ManualClock manual) {
            manual.advance(duration);
        } else {
            clock.advance(duration);
        }
        if (growsWhenMoved) {
            timeline.catchUp();
        }
    }

    void set(Instant instant) {
        advance(Duration.between(clock.instant(), Clocks.checked(instant)));
    }

    void reset() {
        if (given instanceof ManualClock manual) {
            manual.reset();
        }
        clock.reset();
        timeline.reset();
    }
}
