package io.github.analytics4j.cli.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart with its data, ready for the page.
 *
 * @param spec what it shows
 * @param categories the steps, names or times along it
 * @param down the names of a heat map's rows; else empty
 * @param series the numbers, as many as there are categories; of a heat map one for each cell that is there
 * @param cells for each number of a heat map its place, across and down; else empty
 * @param parts the fields that are the categories; else empty
 * @param table the table below
 * @param note what is not shown, or null
 */
record Chart(
        ChartSpec spec,
        List<String> categories,
        List<String> down,
        List<Series> series,
        List<int[]> cells,
        List<Field> parts,
        Table table,
        @Nullable String note) {

    /** Numbers of one kind; null where there is none. */
    record Series(Field field, List<@Nullable Double> values) {
        /** Whether no number is there but nulls and zeros. */
        boolean isEmpty() {
            return values.stream().allMatch(value -> value == null || value == 0);
        }

        /** Whether no number is there at all. */
        boolean isUntold() {
            return values.stream().allMatch(value -> value == null);
        }
    }

    /**
     * The table below a chart, as text.
     *
     * @param header of its columns
     * @param names how many columns name the row; numbers follow
     */
    record Table(List<String> header, int names, List<List<String>> rows) {}

    /** This chart, with what speaks against its being complete. */
    Chart noted(List<String> doubts) {
        if (doubts.isEmpty()) {
            return this;
        }
        String more = "Not proven complete: " + String.join("; ", doubts) + ".";
        return new Chart(spec, categories, down, series, cells, parts, table, note == null ? more : note + " " + more);
    }

    /** The sentence in place of a drawing that has no rows; null if it has some. */
    @Nullable
    String emptiness() {
        if (table.rows().isEmpty()) {
            return "No rows in this period.";
        }
        if (series.stream().allMatch(Series::isUntold)) {
            return "No values in this period.";
        }
        boolean whole = spec.kind() == ChartKind.PARTS || spec.kind() == ChartKind.FUNNEL;
        return whole && series.get(0).isEmpty() ? "All values are 0 in this period." : null;
    }
}
