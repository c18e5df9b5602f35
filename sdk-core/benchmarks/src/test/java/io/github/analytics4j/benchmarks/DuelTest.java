package io.github.analytics4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DuelTest {
    @Test
    void fight_threePairs_whoBeginsAlternates() throws IOException {
        List<String> order = new ArrayList<>();

        Duel.fight(3, () -> took(order, "a", 1), () -> took(order, "b", 1));

        assertThat(order).containsExactly("a", "b", "b", "a", "a", "b");
    }

    @Test
    void ratio_driftingMachine_isTakenPairByPair() {
        Duel duel = new Duel(samples(10, 20, 40), samples(20, 40, 80));

        assertThat(duel.ratio(Figure.HOT_WALL)).isEqualTo(new Spread(0.5, 0.5, 0.5));
        assertThat(duel.ours(Figure.HOT_WALL)).isEqualTo(new Spread(10, 20, 40));
        assertThat(duel.theirs(Figure.HOT_WALL)).isEqualTo(new Spread(20, 40, 80));
    }

    @Test
    void spread_evenCount_meanOfTheMiddleTwo() {
        assertThat(Spread.of(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(new Spread(1, 2.5, 4));
    }

    private static Sample took(List<String> order, String who, double millis) {
        order.add(who);
        return new Sample(Map.of(Figure.HOT_WALL, millis));
    }

    private static List<Sample> samples(double... millis) {
        List<Sample> samples = new ArrayList<>();
        for (double value : millis) {
            samples.add(new Sample(Map.of(Figure.HOT_WALL, value)));
        }
        return samples;
    }
}
