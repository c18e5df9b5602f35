package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** The small parts that users hold. */
class PartsTest {
    @Test
    void manualClock_movesWhenTold_andKeepsToUtc() {
        ManualClock clock = new ManualClock(Instant.EPOCH);
        clock.advance(Duration.ofDays(1));

        assertThat(clock.instant()).isEqualTo("1970-01-02T00:00:00Z");
        assertThat(clock.millis()).isEqualTo(86_400_000);
        assertThatThrownBy(() -> clock.withZone(ZoneId.of("Europe/Paris")))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("ManualClock is always in UTC");
    }

    @Test
    void faultRule_wrongUse_isRefused() {
        FaultScript script = new FaultScript(1, Clock.systemUTC(), path -> null);

        assertThatThrownBy(() -> script.onAny().every(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("every: must be at least 1, was 0");
        assertThatThrownBy(() -> script.onAny().show())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("show: name at least one fault");
    }
}
