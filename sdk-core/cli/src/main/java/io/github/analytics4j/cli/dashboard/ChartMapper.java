package io.github.analytics4j.cli.dashboard;

import io.github.analytics4j.cli.dashboard.Chart.Series;
import io.github.analytics4j.cli.dashboard.Chart.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the rows of a table into a chart's data. Knows nothing of requests or HTML. */
final class ChartMapper {
    /** More bars than this are no longer read one by one. */
    private static final int MOST_RANKS = 12;

    private static final int MOST_PARTS = 8;

    private final ChartSpec spec;
    private final List<Field> fields;
    /** The names of a row, the first that is there counts; empty where the fields are the categories. */
    private final List<Function<Object, @Nullable Object>> names;

    private final @Nullable Function<Object, @Nullable Object> down;
    private final List<String> nameLabels;

    ChartMapper(
            ChartSpec spec,
            List<Field> fields,
            List<Function<Object, @Nullable Object>> names,
            @Nullable Function<Object, @Nullable Object> down,
            List<String> nameLabels) {
        this.spec = spec;
        this.fields = List.copyOf(fields);
        this.names = List.copyOf(names);
        this.down = down;
        this.nameLabels = List.copyOf(nameLabels);
    }

    Chart chart(List<?> rows) {
        if (names.isEmpty()) {
            return fieldsAsCategories(rows);
        }
        return switch (spec.kind()) {
            case HEATMAP -> heatMap(rows);
            case RANKS -> ranks(rows);
            case PARTS -> parts(rows);
            case LINE, BARS, STACK -> steps(rows);
            case DOTS ->
                asTheyAre(rows.stream().sorted(Comparator.comparing(this::name)).toList());
            default -> asTheyAre(rows);
        };
    }

    // --- tables

    private Table table(List<?> rows) {
        List<String> header = new ArrayList<>(nameLabels);
        fields.forEach(field -> header.add(field.label()));
        return new Table(header, nameLabels.size(), cells(rows));
    }

    private List<List<String>> cells(List<?> rows) {
        List<List<String>> table = new ArrayList<>();
        for (Object row : rows) {
            List<String> cells = new ArrayList<>();
            Function<Object, @Nullable Object> second = down;
            if (second != null) {
                cells.add(below(second.apply(row)));
            }
            cells.add(name(row));
            fields.forEach(field -> cells.add(text(field, field.value().apply(row))));
            table.add(cells);
        }
        return table;
    }

    private static String text(Field field, @Nullable Double value) {
        return value == null ? "–" : field.measure().exact(value);
    }

    private String name(Object row) {
        for (int i = 0; i < names.size(); i++) {
            Object name = names.get(i).apply(row);
            if (name != null && !name.toString().isBlank()) {
                String text = Names.of(spec.as().get(spec.category().get(i)), name);
                return spec.labels().getOrDefault(text, text);
            }
        }
        return "(no name)";
    }

    private String below(@Nullable Object value) {
        return Names.of(spec.as().get(spec.down()), value);
    }

    private List<String> named(List<?> rows) {
        return rows.stream().map(this::name).toList();
    }

    private List<Series> series(List<?> rows) {
        List<Series> series = new ArrayList<>();
        for (Field field : fields) {
            List<@Nullable Double> values = new ArrayList<>();
            rows.forEach(row -> values.add(field.value().apply(row)));
            series.add(new Series(field, values));
        }
        return series;
    }

    // --- kinds

    private Chart asTheyAre(List<?> rows) {
        return new Chart(spec, named(rows), List.of(), series(rows), List.of(), List.of(), table(rows), null);
    }

    /** A table of one row, whose columns are the parts or the figures. */
    private Chart fieldsAsCategories(List<?> rows) {
        List<String> labels = new ArrayList<>();
        List<@Nullable Double> values = new ArrayList<>();
        List<List<String>> table = new ArrayList<>();
        Object row = rows.isEmpty() ? null : rows.get(0);
        for (Field field : row == null ? List.<Field>of() : fields) {
            Double value = field.value().apply(row);
            labels.add(field.label());
            values.add(value);
            table.add(List.of(field.label(), text(field, value)));
        }
        List<Series> series = labels.isEmpty() ? List.of() : List.of(new Series(fields.get(0), values));
        List<String> header = List.of("Part", fields.get(0).measure() == Measure.PERCENT ? "Share" : "Value");
        return new Chart(spec, labels, List.of(), series, List.of(), fields, new Table(header, 1, table), null);
    }

    /** Days in order, with a gap where days are missing; series without any number but 0 are left to the table. */
    private Chart steps(List<?> rows) {
        List<String> steps = named(rows);
        List<String> full = Days.filled(steps);
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < full.size(); i++) {
            places.putIfAbsent(full.get(i), i);
        }
        boolean asTheyCome = full.size() == steps.size() && full.equals(steps);
        List<Series> series = new ArrayList<>();
        for (Series each : series(rows)) {
            if (!asTheyCome) {
                List<@Nullable Double> spread = new ArrayList<>(Collections.nCopies(full.size(), null));
                for (int i = 0; i < steps.size(); i++) {
                    spread.set(
                            places.getOrDefault(steps.get(i), i), each.values().get(i));
                }
                series.add(new Series(each.field(), spread));
            } else {
                series.add(each);
            }
        }
        List<Series> shown = series.stream().filter(each -> !each.isEmpty()).toList();
        String note = shown.isEmpty() || shown.size() == series.size() ? null : withoutValues(series);
        return new Chart(
                spec, full, List.of(), shown.isEmpty() ? series : shown, List.of(), List.of(), table(rows), note);
    }

    /** Names the series that are 0 all along, and those of which the vendor says nothing. */
    private static String withoutValues(List<Series> series) {
        List<String> sentences = new ArrayList<>();
        named("Always 0", series.stream().filter(each -> each.isEmpty() && !each.isUntold()), sentences);
        named("No values", series.stream().filter(Series::isUntold), sentences);
        return String.join(" ", sentences);
    }

    private static void named(String what, Stream<Series> series, List<String> sentences) {
        String labels = series.map(each -> each.field().label()).collect(Collectors.joining(", "));
        if (!labels.isEmpty()) {
            sentences.add(what + ": " + labels + ".");
        }
    }

    private Chart ranks(List<?> rows) {
        List<Object> order = byValue(rows);
        List<Object> shown = order.size() > MOST_RANKS ? order.subList(0, MOST_RANKS) : order;
        String note = shown.size() == order.size()
                ? null
                : "The " + shown.size() + " largest of " + Measure.COUNT.exact(order.size())
                        + "; all are in the table.";
        return new Chart(
                spec, named(shown), List.of(), series(shown).subList(0, 1), List.of(), List.of(), table(order), note);
    }

    private List<Object> byValue(List<?> rows) {
        List<Object> order = new ArrayList<>(rows);
        order.sort(Comparator.comparingDouble(this::weight));
        return order;
    }

    /** The largest value is the lightest; what has none is the heaviest. */
    private double weight(Object row) {
        Double number = fields.get(0).value().apply(row);
        return number == null ? Double.POSITIVE_INFINITY : -number;
    }

    /** The largest parts, and the rest as one where there are many. */
    private Chart parts(List<?> rows) {
        List<Object> order = byValue(rows);
        boolean all = order.size() <= MOST_PARTS;
        List<Object> shown = all ? order : order.subList(0, MOST_PARTS - 1);
        List<String> labels = new ArrayList<>(named(shown));
        List<@Nullable Double> values = new ArrayList<>(series(shown).get(0).values());
        if (!all) {
            List<Object> rest = order.subList(MOST_PARTS - 1, order.size());
            labels.add(rest.size() + " others");
            values.add(series(rest).get(0).values().stream()
                    .mapToDouble(value -> value == null ? 0 : value)
                    .sum());
        }
        Series series = new Series(fields.get(0), values);
        return new Chart(spec, labels, List.of(), List.of(series), List.of(), List.of(), table(order), null);
    }

    private Chart heatMap(List<?> rows) {
        Set<String> across =
                new LinkedHashSet<>(Names.domain(spec.as().get(spec.category().get(0))));
        Set<String> below = new LinkedHashSet<>(Names.domain(spec.as().get(spec.down())));
        Function<Object, @Nullable Object> second = Objects.requireNonNull(down);
        for (Object row : rows) {
            across.add(name(row));
            below.add(below(second.apply(row)));
        }
        List<String> columns = List.copyOf(across);
        List<String> lines = List.copyOf(below);
        List<int[]> cells = new ArrayList<>();
        for (Object row : rows) {
            cells.add(new int[] {columns.indexOf(name(row)), lines.indexOf(below(second.apply(row)))});
        }
        return new Chart(spec, columns, lines, series(rows).subList(0, 1), cells, List.of(), table(rows), null);
    }
}
