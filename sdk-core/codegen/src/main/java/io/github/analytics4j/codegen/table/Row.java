package io.github.analytics4j.codegen.table;

import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table whose header was found right.
 *
 * @param header the names of the columns
 * @param cells as many cells
 * @param at its place
 */
record Row(List<String> header, List<String> cells, SourceLocation at) {

    /** The text of an empty cell. */
    private static final String NOTHING = "—";

    /** A cell as written, which may not be empty: an empty one is reported and returned as it is. */
    String get(String column, Problems problems) {
        String text = raw(column);
        if (text.isEmpty()) {
            problems.add(at, "column '" + column + "' is empty");
        }
        return text;
    }

    /** A cell that may have nothing to say: null for a dash, reported when empty. */
    @Nullable
    String optional(String column, Problems problems) {
        String text = get(column, problems);
        return text.equals(NOTHING) || text.isEmpty() ? null : text;
    }

    /** A cell as written, or empty. */
    String raw(String column) {
        return cells.get(header.indexOf(column));
    }
}
