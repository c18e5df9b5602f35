package io.github.analytics4j.cli.dashboard;

import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds what a chart shows in a table of the catalogue. */
final class ChartSource {
    private final ChartSpec spec;
    private final Table table;

    ChartSource(ChartSpec spec, Table table) {
        this.spec = spec;
        this.table = table;
    }

    /** The columns and parameters that the chart names and the table lacks. */
    List<String> missing() {
        List<String> names = new ArrayList<>(spec.category());
        names.addAll(spec.series().keySet());
        if (spec.down() != null) {
            names.add(spec.down());
        }
        names.removeIf(name -> table.column(name).isPresent());
        List<String> parameters = new ArrayList<>(spec.arguments().keySet());
        parameters.removeIf(name -> table.parameters().stream()
                .anyMatch(parameter -> parameter.name().equals(name)));
        names.addAll(parameters);
        return names;
    }

    /** Makes the function that turns the table's rows into the chart; no column may be {@link #missing}. */
    ChartMapper mapper() {
        List<Field> fields = new ArrayList<>();
        spec.series().forEach((name, label) -> fields.add(field(column(name), label)));
        List<Function<Object, @Nullable Object>> names = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        String below = spec.down();
        if (below != null) {
            labels.add(label(below));
        }
        if (!spec.category().isEmpty()) {
            labels.add(label(spec.category().get(0)));
        }
        spec.category().forEach(name -> names.add(column(name)::get));
        return new ChartMapper(spec, fields, names, below == null ? null : column(below)::get, labels);
    }

    private Column column(String name) {
        return table.column(name).orElseThrow();
    }

    private Field field(Column column, String label) {
        Measure measure = Measure.of(column.unit(), column.type().kind());
        double factor = Measure.factor(measure, column.unit(), column.scale());
        boolean mean = column.name().startsWith("avg_") || column.name().contains("_avg_");
        return new Field(
                label,
                measure,
                measure.additive() && !mean,
                spec.tones().get(column.name()),
                row -> Field.number(column.get(row), factor));
    }

    /** {@code agent_name} reads Agent name. */
    private static String label(String column) {
        String words = column.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
