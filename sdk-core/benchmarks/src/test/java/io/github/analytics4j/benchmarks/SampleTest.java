package io.github.analytics4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static final String SEEN = "2 items, sum 47, 301 characters";

    @Test
    void parse_threePasses_firstAndThird() {
        Sample sample = Sample.parse(
                List.of(
                        "pass 3000000 5000000 1048576 " + SEEN,
                        "pass 2000000 4000000 1048576 " + SEEN,
                        "pass 1000000 3000000 2097152 " + SEEN,
                        "resident 2048"),
                SEEN);

        assertThat(sample.get(Figure.FIRST_WALL)).isEqualTo(3);
        assertThat(sample.get(Figure.HOT_WALL)).isEqualTo(1);
        assertThat(sample.get(Figure.HOT_CPU)).isEqualTo(3);
        assertThat(sample.get(Figure.ALLOCATED)).isEqualTo(2);
        assertThat(sample.get(Figure.RESIDENT)).isEqualTo(2);
    }

    @Test
    void parse_nineVeryShortPasses_medianOfTheLastThree() {
        List<String> passes = List.of(9, 8, 7, 6, 5, 4, 30, 1, 2).stream()
                .map(millis -> "pass " + millis + "000000 0 0 " + SEEN)
                .toList();

        assertThat(Sample.parse(passes, SEEN).get(Figure.HOT_WALL)).isEqualTo(2, within(1e-9));
    }

    @Test
    void parse_coldStart_isItsOwnFigure() {
        Sample sample = Sample.parse(List.of("cold 420000000 0 0 " + SEEN), SEEN);

        assertThat(sample.get(Figure.COLD_START)).isEqualTo(420);
        assertThatThrownBy(() -> sample.get(Figure.HOT_WALL))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("hot wall was not measured: [COLD_START]");
    }

    @Test
    void parse_sawLess_isRefused() {
        assertThatThrownBy(() -> Sample.parse(List.of("pass 1 1 1 1 items, sum 5, 12 characters"), SEEN))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("saw 1 items, sum 5, 12 characters instead of 2 items, sum 47, 301 characters");
    }
}
