package io.github.analytics4j.duckdb;

import java.util.List;

/**
 * A view over tables of several APIs, which is called as a table is: {@code blend_days(since := date '2026-02-01')}.
 *
 * @param name its name in SQL
 * @param doc what a row is, in a sentence
 * @param columns its columns in their order
 */
public record SqlView(String name, String doc, List<Column> columns) {

    /** Copies the list. */
    public SqlView {
        columns = List.copyOf(columns);
    }

    /**
     * A column of a view.
     *
     * @param name its name
     * @param type its type in SQL
     * @param doc what it means, in a sentence
     */
    public record Column(String name, String type, String doc) {}
}
