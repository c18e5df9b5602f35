package io.github.analytics4j.cli.dashboard;

import io.github.analytics4j.cli.dashboard.Chart.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says in words what a chart shows, for those who hear the page. */
final class Spoken {
    /** More names than this are no longer remembered by who hears them. */
    private static final int MOST_NAMES = 6;

    private Spoken() {}

    static String of(Chart chart) {
        StringBuilder words = new StringBuilder(chart.spec().title())
                .append(". ")
                .append(chart.spec().kind().words());
        switch (chart.spec().kind()) {
            case HEATMAP -> heatMap(chart, words);
            case LINE, BARS, STACK, DOTS -> course(chart, words);
            default -> names(chart, words);
        }
        return words.append(" The numbers are in the table below.").toString();
    }

    private static void names(Chart chart, StringBuilder words) {
        Series series = chart.series().get(0);
        int many = Math.min(MOST_NAMES, chart.categories().size());
        List<String> said = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            said.add(chart.categories().get(i) + " "
                    + text(series.field(), series.values().get(i)));
        }
        words.append(": ").append(String.join(", ", said));
        int rest = chart.categories().size() - many;
        words.append(rest > 0 ? " and " + rest + " more." : ".");
    }

    private static void course(Chart chart, StringBuilder words) {
        int points = chart.categories().size();
        words.append(points == 1 ? ", one point" : ", " + Measure.COUNT.exact(points) + " points from ");
        if (points > 1) {
            words.append(chart.categories().get(0))
                    .append(" to ")
                    .append(chart.categories().get(points - 1));
        } else {
            words.append(", ").append(chart.categories().get(0));
        }
        words.append(".");
        for (Series series : chart.series()) {
            words.append(" ").append(extent(series));
        }
    }

    private static String extent(Series series) {
        double[] values = series.values().stream()
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        Field field = series.field();
        if (values.length == 0) {
            return field.label() + ": no values.";
        }
        DoubleSummaryStatistics all = Arrays.stream(values).summaryStatistics();
        String range = all.getMin() == all.getMax()
                ? text(field, all.getMax())
                : text(field, all.getMin()) + " to " + text(field, all.getMax());
        return field.label() + ": " + range
                + (field.additive() && values.length > 1 ? ", " + text(field, all.getSum()) + " in all." : ".");
    }

    private static void heatMap(Chart chart, StringBuilder words) {
        Series series = chart.series().get(0);
        int best = -1;
        for (int i = 0; i < series.values().size(); i++) {
            Double value = series.values().get(i);
            if (value != null
                    && (best < 0
                            || value > Objects.requireNonNull(series.values().get(best)))) {
                best = i;
            }
        }
        int[] cell = chart.cells().get(best);
        words.append(" of ")
                .append(chart.down().size())
                .append(" by ")
                .append(chart.categories().size())
                .append(" cells. Highest: ")
                .append(chart.down().get(cell[1]))
                .append(", ")
                .append(chart.categories().get(cell[0]))
                .append(", ")
                .append(text(series.field(), series.values().get(best)))
                .append(".");
    }

    private static String text(Field field, @Nullable Double value) {
        return value == null ? "no value" : field.measure().brief(value);
    }
}
