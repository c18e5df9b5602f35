package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadAheadWidthTest {

    private static final long MILLI = 1_000_000;

    private final ReadAheadWidth width = new ReadAheadWidth(8);
    private long now;

    /** Takes pages of a network that answers after {@code latency} and a processor that needs {@code work} a page. */
    private int take(int pages, long latency, long work) {
        int ahead = 0;
        for (int i = 0; i < pages; i++) {
            int wide = Math.max(1, width.now());
            ahead += width.now() > 0 ? 1 : 0;
            now += Math.max(work, (latency + work) / wide);
            width.taken(Math.max(latency + work, wide * work), now);
        }
        return ahead;
    }

    @Test
    void slowNetwork_staysWide() {
        assertThat(take(1_000, 20 * MILLI, MILLI / 2)).isEqualTo(1_000);
        assertThat(width.now()).isEqualTo(8);
    }

    @Test
    void noLatency_asksAlone() {
        take(8 + 1, 0, MILLI / 2);
        assertThat(width.now()).isZero();
        assertThat(take(1_000, 0, MILLI / 2)).isZero();
    }

    @Test
    void slowProcessor_asksAlone_thoughAnswersOfManyTakeLong() {
        take(9, 0, 2 * MILLI - 1);
        assertThat(width.now()).isZero();
    }

    @Test
    void quickNetwork_triesAlone_andGoesBackWhereThatDoesNotPay() {
        take(9, 5 * MILLI, MILLI / 4);
        assertThat(width.now()).as("trying").isZero();
        take(8 + 4, 5 * MILLI, MILLI / 4);
        assertThat(width.now()).as("a look is enough").isEqualTo(8);
        int ahead = take(10_000, 5 * MILLI, MILLI / 4);
        assertThat(ahead).as("tries become rare").isGreaterThan(9_900);
    }

    @Test
    void quickNetwork_asLongAsTheWork_readsAhead() {
        take(9 + 8 + 25, 2 * MILLI, 2 * MILLI);
        assertThat(width.now()).isEqualTo(8);
    }

    @Test
    void alone_hiccups_changeNothing() {
        take(100, 0, MILLI / 2);
        for (int i = 0; i < 100; i++) {
            take(3, 0, MILLI / 2);
            take(1, 0, 30 * MILLI);
        }
        assertThat(width.now()).isZero();
    }

    @Test
    void alone_networkBecomesSlow_isWideAgain() {
        take(100, 0, MILLI / 2);
        take(24 + 24, 20 * MILLI, MILLI / 2);
        assertThat(width.now()).isEqualTo(8);
    }

    @Test
    void failures_halve_andGoodAnswersWidenAgain() {
        take(10, 20 * MILLI, MILLI);
        width.failed();
        assertThat(width.now()).isEqualTo(4);
        width.failed();
        width.failed();
        width.failed();
        assertThat(width.now()).isEqualTo(1);
        take(7, 20 * MILLI, MILLI);
        assertThat(width.now()).isEqualTo(8);
    }

    @Test
    void muchSlowerThanUsual_halves() {
        take(10, 20 * MILLI, MILLI);
        take(1, 500 * MILLI, MILLI);
        assertThat(width.now()).isEqualTo(4);
    }

    @Test
    void none_isAlwaysNone() {
        ReadAheadWidth none = new ReadAheadWidth(0);
        for (int i = 0; i < 100; i++) {
            assertThat(none.now()).isZero();
            none.taken(20 * MILLI, now += 20 * MILLI);
        }
        none.failed();
        assertThat(none.now()).isZero();
    }
}
