package io.github.analytics4j.cli.dashboard;

import io.github.analytics4j.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One chart as data: which columns of which table of the catalogue it shows, and how.
 *
 * @param id of the chart on the page
 * @param table in the catalogue
 * @param category columns whose first text that is there names a row; empty where the series' columns are the categories
 * @param down the column of a heat map's rows, or null
 * @param series columns of numbers with their labels
 * @param labels of names that an API shortens
 * @param as columns that hold hours or weekdays, all of which are shown
 * @param tones of the series by column: good, bad or neutral, where a colour says so
 * @param arguments of the table that the chart needs, such as the length of steps
 * @param rows to read at most
 * @param wide whether it takes the page's whole width
 */
record ChartSpec(
        String id,
        String table,
        ChartKind kind,
        String title,
        String about,
        List<String> category,
        @Nullable String down,
        Map<String, String> series,
        Map<String, String> labels,
        Map<String, String> as,
        Map<String, String> tones,
        Map<String, String> arguments,
        int rows,
        boolean wide) {
    private static final int MOST_ROWS = 20_000;

    /** Reads the charts of a JSON document, an array of objects. */
    static List<ChartSpec> read(String json) {
        List<ChartSpec> charts = new ArrayList<>();
        for (JsonValue chart : JsonValue.parse(json).elements()) {
            charts.add(read(chart));
        }
        return charts;
    }

    private static ChartSpec read(JsonValue chart) {
        String table = text(chart, "table");
        JsonValue id = chart.get("id");
        JsonValue down = chart.get("down");
        JsonValue rows = chart.get("rows");
        JsonValue wide = chart.get("wide");
        return new ChartSpec(
                id == null ? table.replace('_', '-') : text(chart, "id"),
                table,
                kind(text(chart, "kind"), table),
                text(chart, "title"),
                text(chart, "about"),
                texts(chart.get("category")),
                down == null ? null : down.asText(),
                map(chart.get("series")),
                map(chart.get("labels")),
                map(chart.get("as")),
                map(chart.get("tones")),
                map(chart.get("arguments")),
                rows == null || rows.asLong() == null
                        ? MOST_ROWS
                        : rows.asLong().intValue(),
                wide != null && Boolean.TRUE.equals(wide.asBoolean()));
    }

    private static ChartKind kind(String text, String table) {
        return Arrays.stream(ChartKind.values())
                .filter(kind -> kind.wireName().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("The chart of " + table + " has the unknown kind " + text));
    }

    private static String text(JsonValue chart, String name) {
        JsonValue value = chart.get(name);
        String text = value == null ? null : value.asText();
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("A chart has no text " + name + ": " + chart.json());
        }
        return text;
    }

    private static List<String> texts(@Nullable JsonValue value) {
        List<String> texts = new ArrayList<>();
        if (value != null && value.asText() != null) {
            texts.add(value.asText());
        } else if (value != null) {
            value.elements().forEach(element -> texts.add(String.valueOf(element.asText())));
        }
        return texts;
    }

    private static Map<String, String> map(@Nullable JsonValue value) {
        Map<String, String> map = new LinkedHashMap<>();
        if (value != null) {
            value.fields().forEach((name, text) -> map.put(name, String.valueOf(text.asText())));
        }
        return map;
    }
}
