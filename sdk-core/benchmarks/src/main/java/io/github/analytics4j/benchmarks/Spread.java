package io.github.analytics4j.benchmarks;

import java.util.List;

/** Minimum, median and maximum of some figures. */
record Spread(double min, double median, double max) {
    static Spread of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        boolean odd = sorted.size() % 2 == 1;
        double median = odd ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(sorted.get(0), median, sorted.get(sorted.size() - 1));
    }
}
