package io.github.analytics4j.benchmarks;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The figures that one process gave of itself. */
record Sample(Map<Figure, Double> figures) {
    private static final double MILLION = 1e6;
    private static final double KILO = 1024;

    /** Reads the lines of a {@code ReaderProcess}; refuses a process that did not see what it had to. */
    static Sample parse(List<String> lines, String expectedTotals) {
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        List<String[]> passes = starting(lines, "pass");
        if (!passes.isEmpty()) {
            passes.forEach(pass -> check(pass[4], expectedTotals));
            figures.put(Figure.FIRST_WALL, Double.parseDouble(passes.get(0)[1]) / MILLION);
            figures.put(Figure.HOT_WALL, hot(passes, pass -> Double.parseDouble(pass[1]) / MILLION));
            figures.put(Figure.HOT_CPU, hot(passes, pass -> Double.parseDouble(pass[2]) / MILLION));
            figures.put(Figure.ALLOCATED, hot(passes, pass -> Double.parseDouble(pass[3]) / KILO / KILO));
        }
        for (String[] cold : starting(lines, "cold")) {
            check(cold[4], expectedTotals);
            figures.put(Figure.COLD_START, Double.parseDouble(cold[1]) / MILLION);
        }
        starting(lines, "resident").forEach(line -> figures.put(Figure.RESIDENT, Double.parseDouble(line[1]) / KILO));
        return new Sample(figures);
    }

    /** A figure of this process; fails when it was not measured. */
    double get(Figure figure) {
        Double value = figures.get(figure);
        if (value == null) {
            throw new IllegalStateException(figure.title() + " was not measured: " + figures.keySet());
        }
        return value;
    }

    private static List<String[]> starting(List<String> lines, String word) {
        return lines.stream()
                .filter(line -> line.startsWith(word + " "))
                .map(line -> line.split(" ", 5))
                .toList();
    }

    /** The median of the last third of the passes: the third of three. */
    private static double hot(List<String[]> passes, ToDoubleFunction<String[]> figure) {
        List<Double> last = passes.subList(passes.size() - (passes.size() + 2) / 3, passes.size()).stream()
                .map(figure::applyAsDouble)
                .toList();
        return Spread.of(last).median();
    }

    private static void check(String totals, String expected) {
        if (!totals.equals(expected)) {
            throw new IllegalStateException("saw " + totals + " instead of " + expected);
        }
    }
}
