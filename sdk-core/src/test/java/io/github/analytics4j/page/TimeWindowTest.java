package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeWindowTest {

    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void split_yearInto120Days_touchesWithoutOverlap() {
        TimeWindow year = new TimeWindow(JANUARY, JANUARY.plus(Duration.ofDays(365)));
        List<TimeWindow> parts = year.split(Duration.ofDays(120));
        assertThat(parts)
                .containsExactly(
                        new TimeWindow(JANUARY, JANUARY.plus(Duration.ofDays(120))),
                        new TimeWindow(JANUARY.plus(Duration.ofDays(120)), JANUARY.plus(Duration.ofDays(240))),
                        new TimeWindow(JANUARY.plus(Duration.ofDays(240)), JANUARY.plus(Duration.ofDays(360))),
                        new TimeWindow(JANUARY.plus(Duration.ofDays(360)), JANUARY.plus(Duration.ofDays(365))));
    }

    @Test
    void split_exactFit_leavesNoEmptyPart() {
        TimeWindow window = new TimeWindow(JANUARY, JANUARY.plus(Duration.ofDays(120)));
        assertThat(window.split(Duration.ofDays(120))).containsExactly(window);
        assertThat(new TimeWindow(JANUARY, JANUARY).split(Duration.ofDays(1))).isEmpty();
        assertThat(new TimeWindow(Instant.MIN, Instant.MAX).split(Duration.ofSeconds(Long.MAX_VALUE)))
                .hasSize(1);
    }

    @Test
    void ask_isLazyAndInOrder() {
        List<TimeWindow> asked = new ArrayList<>();
        TimeWindow year = new TimeWindow(JANUARY, JANUARY.plus(Duration.ofDays(365)));
        TimeWindow.Response<Integer> second = year.ask(Duration.ofDays(120), window -> {
                    asked.add(window);
                    return asked.size();
                })
                .skip(1)
                .findFirst()
                .orElseThrow();
        assertThat(second.result()).isEqualTo(2);
        assertThat(second.window().from()).isEqualTo(JANUARY.plus(Duration.ofDays(120)));
        assertThat(asked).hasSize(2);
    }

    @Test
    void window_upsideDown_isRefused() {
        assertThatThrownBy(() -> new TimeWindow(JANUARY, JANUARY.minusMillis(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a window from 2026-01-01T00:00:00Z to 2025-12-31T23:59:59.999Z ends before it starts");
        assertThatThrownBy(() -> new TimeWindow(JANUARY, JANUARY).split(Duration.ZERO))
                .hasMessage("windows need a length, was PT0S");
    }

    @Test
    void days_areCountedWithBothEnds() {
        DateWindow window = new DateWindow(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 12, 31));
        List<DateWindow> parts = window.split(365);
        assertThat(parts)
                .containsExactly(
                        new DateWindow(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)),
                        new DateWindow(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)));
        assertThat(parts).extracting(DateWindow::days).containsExactly(365L, 365L);
        assertThat(window.split(700)).extracting(DateWindow::days).containsExactly(700L, 30L);
        assertThat(window.ask(365, DateWindow::days).map(DateWindow.Response::result))
                .containsExactly(365L, 365L);
    }

    @Test
    void days_upsideDown_areRefused() {
        assertThatThrownBy(() -> new DateWindow(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 1)))
                .hasMessage("a window from 2026-01-02 to 2026-01-01 ends before it starts");
        LocalDate day = LocalDate.of(2026, 1, 1);
        assertThatThrownBy(() -> new DateWindow(day, day).split(0)).hasMessage("windows need a length, was 0 days");
        assertThat(new DateWindow(day, day).split(365)).containsExactly(new DateWindow(day, day));
    }
}
