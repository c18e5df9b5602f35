package io.github.analytics4j.cli.dashboard;

import io.github.analytics4j.cli.dashboard.Chart.Series;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The charts' data as JSON that can stand inside a script element: whatever could end the element, begin a comment or break a
 * line of a script is written as an escape.
 */
final class PageData {
    private final StringBuilder json = new StringBuilder();

    private PageData() {}

    /** An array with one object for each chart that is drawn. */
    static String json(List<Chart> charts) {
        PageData data = new PageData();
        data.array(charts, data::chart);
        return data.json.toString();
    }

    private void chart(Chart chart) {
        json.append("{\"id\":");
        text(chart.spec().id());
        json.append(",\"kind\":");
        text(chart.spec().kind().wireName());
        json.append(",\"spoken\":");
        text(Spoken.of(chart));
        json.append(",\"categories\":");
        array(chart.categories(), this::text);
        if (!chart.down().isEmpty()) {
            json.append(",\"rows\":");
            array(chart.down(), this::text);
        }
        if (!chart.parts().isEmpty()) {
            json.append(",\"tones\":");
            array(chart.parts(), part -> text(part.tone()));
        }
        json.append(",\"series\":");
        array(chart.series(), each -> series(chart, each));
        json.append('}');
    }

    private void series(Chart chart, Series series) {
        json.append("{\"label\":");
        text(series.field().label());
        json.append(",\"measure\":");
        text(series.field().measure().wireName());
        json.append(",\"additive\":").append(series.field().additive());
        json.append(",\"tone\":");
        text(series.field().tone());
        json.append(",\"values\":");
        if (chart.cells().isEmpty()) {
            array(series.values(), this::number);
        } else {
            cells(chart.cells(), series.values());
        }
        json.append('}');
    }

    private void cells(List<int[]> cells, List<@Nullable Double> values) {
        json.append('[');
        for (int i = 0; i < cells.size(); i++) {
            int[] cell = cells.get(i);
            json.append(i == 0 ? "[" : ",[")
                    .append(cell[0])
                    .append(',')
                    .append(cell[1])
                    .append(',');
            number(values.get(i));
            json.append(']');
        }
        json.append(']');
    }

    private <T extends @Nullable Object> void array(List<T> elements, Consumer<? super T> write) {
        json.append('[');
        for (int i = 0; i < elements.size(); i++) {
            if (i > 0) {
                json.append(',');
            }
            write.accept(elements.get(i));
        }
        json.append(']');
    }

    private void number(@Nullable Double value) {
        if (value == null) {
            json.append("null");
        } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            json.append(value.longValue());
        } else {
            json.append(value.doubleValue());
        }
    }

    private void text(@Nullable String text) {
        if (text == null) {
            json.append("null");
            return;
        }
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || "\"\\<>&'".indexOf(c) >= 0) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
