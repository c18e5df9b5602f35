package io.github.analytics4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void line_duel_mediansAndSpreadOfTheRatio() {
        List<String> printed = new ArrayList<>();
        Report report = new Report(printed::add);

        report.line("walk of 100", "stripe-java", Figure.HOT_WALL, new Duel(samples(1, 2, 3), samples(1000, 8, 6)));

        assertThat(printed)
                .hasSize(2)
                .last()
                .isEqualTo("| walk of 100 | stripe-java | hot wall, ms | 2.00 | 8.00 | 0.00 | **0.25** | 0.50 |");
        assertThat(report.markdown()).isEqualTo(String.join("\n", printed) + "\n");
    }

    @Test
    void line_largeAndMiddlingNumbers_areRounded() {
        Report report = new Report(line -> {});

        report.line("a", "b", Figure.ALLOCATED, new Duel(of(Figure.ALLOCATED, 12345.6), of(Figure.ALLOCATED, 45.67)));

        assertThat(report.markdown())
                .endsWith("| a | b | allocated a pass, MB | 12,346 | 45.7 | 270.32 | **270.32** | 270.32 |\n");
    }

    private static List<Sample> samples(double... millis) {
        List<Sample> samples = new ArrayList<>();
        for (double value : millis) {
            samples.addAll(of(Figure.HOT_WALL, value));
        }
        return samples;
    }

    private static List<Sample> of(Figure figure, double value) {
        return List.of(new Sample(Map.of(figure, value)));
    }
}
