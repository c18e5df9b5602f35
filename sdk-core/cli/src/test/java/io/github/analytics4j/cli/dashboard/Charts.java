package io.github.analytics4j.cli.dashboard;

import io.github.analytics4j.cli.dashboard.Page.Panel;
import io.github.analytics4j.cli.dashboard.Page.Section;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Charts from rows that are maps, for tests. */
final class Charts {
    private Charts() {}

    static Map<String, Object> row(Object... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }

    static ChartSpec spec(String json) {
        return ChartSpec.read("[" + json + "]").get(0);
    }

    /** A spec whose names, columns and series are the usual ones: category {@code name}, series {@code value}. */
    static ChartSpec spec(String id, ChartKind kind) {
        return spec("{\"table\":\"t\",\"id\":\"" + id + "\",\"kind\":\"" + kind.wireName() + "\",\"title\":\"The " + id
                + "\",\"about\":\"About " + id + "\",\"category\":\"name\",\"series\":{\"value\":\"Value\"}}");
    }

    static Chart of(ChartSpec spec, Measure measure, List<Map<String, Object>> rows) {
        List<Field> fields = new ArrayList<>();
        spec.series()
                .forEach((column, label) -> fields.add(new Field(
                        label,
                        measure,
                        measure.additive(),
                        spec.tones().get(column),
                        row -> Field.number(((Map<?, ?>) row).get(column), 1))));
        List<Function<Object, @Nullable Object>> names = new ArrayList<>();
        spec.category().forEach(column -> names.add(row -> ((Map<?, ?>) row).get(column)));
        String down = spec.down();
        List<String> labels = new ArrayList<>();
        if (down != null) {
            labels.add(down);
        }
        if (!names.isEmpty()) {
            labels.add(spec.category().get(0));
        }
        return new ChartMapper(spec, fields, names, down == null ? null : row -> ((Map<?, ?>) row).get(down), labels)
                .chart(rows);
    }

    static String page(String title, Panel... panels) {
        return page(new Page(title, "lead", List.of(new Section("api", "An API", List.of(panels))), List.of()));
    }

    static String page(Page page) {
        StringWriter out = new StringWriter();
        try {
            page.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    static Panel panel(Chart chart) {
        return new Panel(chart.spec(), chart, null);
    }
}
