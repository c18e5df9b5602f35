package io.github.analytics4j.codegen.table;

import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.SourceLocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A table with its header.
 *
 * @param header the names of the columns, empty where the table has no header
 * @param rows the rows below, each cell as written
 * @param at the place of the header
 */
record Table(List<String> header, List<Line> rows, SourceLocation at) {

    /**
     * One row.
     *
     * @param cells as many as the source has, whatever the header says
     * @param at its place
     */
    record Line(List<String> cells, SourceLocation at) {}

    /**
     * The rows by column name, when the header has exactly these columns in any order and a row as many cells; what differs is
     * reported and left out. A table without a header has been reported before and has no rows.
     */
    List<Row> rows(List<String> columns, Problems problems) {
        if (header.isEmpty() || !headerFits(columns, problems)) {
            return List.of();
        }
        List<Row> fitting = new ArrayList<>();
        for (Line line : rows) {
            if (line.cells().size() == header.size()) {
                fitting.add(new Row(header, line.cells(), line.at()));
            } else {
                problems.add(
                        line.at(),
                        "the row has " + line.cells().size() + " cells, its table " + header.size()
                                + " columns; a bar inside a cell is written \\|, and a blank line ends the table");
            }
        }
        return fitting;
    }

    private boolean headerFits(List<String> columns, Problems problems) {
        boolean fits = true;
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!columns.contains(name)) {
                problems.add(at, "unknown column '" + name + "'; the columns are " + String.join(", ", columns));
                fits = false;
            } else if (!seen.add(name)) {
                problems.add(at, "column '" + name + "' stands twice");
                fits = false;
            }
        }
        for (String name : columns) {
            if (fits && !seen.contains(name)) {
                problems.add(at, "column '" + name + "' is missing");
                fits = false;
            }
        }
        return fits;
    }
}
