package io.github.analytics4j.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Two who did the same in turn, as often as each other. */
record Duel(List<Sample> ours, List<Sample> theirs) {
    /** One process of either. */
    @FunctionalInterface
    interface Run {
        Sample run() throws IOException;
    }

    /** Pairs one after the other; who begins alternates, for the second may find a warmer machine. */
    static Duel fight(int pairs, Run ours, Run theirs) throws IOException {
        List<Sample> a = new ArrayList<>();
        List<Sample> b = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            if (pair % 2 == 0) {
                a.add(ours.run());
                b.add(theirs.run());
            } else {
                b.add(theirs.run());
                a.add(ours.run());
            }
        }
        return new Duel(a, b);
    }

    Spread ours(Figure figure) {
        return spread(ours, figure);
    }

    Spread theirs(Figure figure) {
        return spread(theirs, figure);
    }

    /** Ours over theirs, pair by pair. */
    Spread ratio(Figure figure) {
        return Spread.of(IntStream.range(0, ours.size())
                .mapToObj(i -> ours.get(i).get(figure) / theirs.get(i).get(figure))
                .toList());
    }

    private static Spread spread(List<Sample> samples, Figure figure) {
        return Spread.of(samples.stream().map(sample -> sample.get(figure)).toList());
    }
}
