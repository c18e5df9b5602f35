package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadAheadWidthTest {

    private static final long MILLI = 1_000_000;

    private final ReadAhead.Width width = new ReadAhead.Width(8);

    private void take(int pages, long took) {
        for (int i = 0; i < pages; i++) {
            width.taken(took);
        }
    }

    @Test
    void slowNetwork_staysWide() {
        for (int i = 0; i < 1_000; i++) {
            width.taken(20 * MILLI);
            assertThat(width.now()).isEqualTo(8);
        }
    }

    /** Where responses come at once too: while one is on its way, another one is decoded. */
    @Test
    void noLatency_staysWide() {
        for (int i = 0; i < 1_000; i++) {
            width.taken(i % 10 == 9 ? 30 * MILLI : MILLI / 5);
            assertThat(width.now()).isEqualTo(8);
        }
    }

    @Test
    void failures_halve_andGoodAnswersWidenAgain() {
        take(10, 20 * MILLI);
        width.halve();
        assertThat(width.now()).isEqualTo(4);
        width.halve();
        width.halve();
        width.halve();
        assertThat(width.now()).isEqualTo(1);
        take(7, 20 * MILLI);
        assertThat(width.now()).isEqualTo(8);
    }

    @Test
    void muchSlowerThanUsual_halves() {
        take(10, 20 * MILLI);
        take(1, 500 * MILLI);
        assertThat(width.now()).isEqualTo(4);
    }

    @Test
    void none_isAlwaysNone() {
        ReadAhead.Width none = new ReadAhead.Width(0);
        for (int i = 0; i < 100; i++) {
            assertThat(none.now()).isZero();
            none.taken(20 * MILLI);
        }
        none.halve();
        assertThat(none.now()).isZero();
    }
}
