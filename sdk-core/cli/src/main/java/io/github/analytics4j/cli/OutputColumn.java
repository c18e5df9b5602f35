package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.Column;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column as it is written: of a table of the catalogue, or of a result of SQL.
 *
 * @param name its name in the header and in JSON
 * @param type the type of its values
 * @param value gets the value of the class that the type says from a row
 */
record OutputColumn(String name, Column.Type type, Function<Object, @Nullable Object> value) {

    /** The columns of a table. */
    static List<OutputColumn> of(List<Column> columns) {
        return columns.stream()
                .map(each -> new OutputColumn(each.name(), each.type(), each::get))
                .toList();
    }

    /** The value in that row. */
    @Nullable
    Object get(Object row) {
        return value.apply(row);
    }
}
