package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.download.DownloadFailures.AttemptLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class AttemptLimitsTest {
    private static final DoubleSupplier HALF = () -> 0.5;

    @Test
    void afterBreak_worthwhileTry_goesOnAtOnce() {
        assertThat(patience().afterBreak(64 * 1024)).isZero();
        assertThat(patience().afterBreak(64 * 1024 - 1)).isEqualTo(Duration.ofMillis(125));
    }

    @Test
    void afterBreak_fruitless_waitsLongerAndGivesUp() {
        AttemptLimits patience = patience();
        List<Duration> waits = new ArrayList<>();
        for (Duration wait = patience.afterBreak(0); wait != null; wait = patience.afterBreak(0)) {
            waits.add(wait);
        }
        assertThat(waits).extracting(Duration::toMillis).containsExactly(250L, 500L, 1000L, 2000L, 4000L);
        assertThat(patience.fruitlessTries()).isEqualTo(6);
    }

    @Test
    void afterBreak_longPatience_waitsAreCapped() {
        AttemptLimits patience = new AttemptLimits(
                DownloadOptions.builder().maxFruitlessTries(50).build(), HALF);
        Duration last = Duration.ZERO;
        for (int i = 0; i < 49; i++) {
            last = patience.afterBreak(0);
        }
        assertThat(last).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void afterBreak_oneByte_forgivesWhatWas() {
        AttemptLimits patience = patience();
        for (int i = 0; i < 50; i++) {
            assertThat(patience.afterBreak(i % 5 == 0 ? 1 : 0)).isNotNull();
        }
    }

    @Test
    void mayRenew_staleLinks_upToTheLimit() {
        AttemptLimits patience = patience();
        for (int i = 0; i < 4; i++) {
            assertThat(patience.mayRenew(false)).isTrue();
        }
        assertThat(patience.mayRenew(false)).isFalse();
    }

    @Test
    void mayRenew_newLinkRefusedTwice_ends() {
        AttemptLimits patience = patience();
        assertThat(patience.mayRenew(true)).isTrue();
        assertThat(patience.mayRenew(true)).isFalse();
    }

    @Test
    void mayRenew_newLinkThatServedFirst_counts0() {
        AttemptLimits patience = patience();
        assertThat(patience.mayRenew(true)).isTrue();
        patience.afterBreak(1);
        assertThat(patience.mayRenew(true)).isTrue();
    }

    @Test
    void mayRestart_upToTheLimit() {
        AttemptLimits patience = patience();
        assertThat(List.of(patience.mayRestart(), patience.mayRestart(), patience.mayRestart(), patience.mayRestart()))
                .containsExactly(true, true, true, false);
    }

    private static AttemptLimits patience() {
        return new AttemptLimits(DownloadOptions.DEFAULT, HALF);
    }
}
