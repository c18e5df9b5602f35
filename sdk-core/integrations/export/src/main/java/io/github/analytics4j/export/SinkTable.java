package io.github.analytics4j.export;

import io.github.analytics4j.catalog.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as a sink stores it.
 *
 * @param name a plain SQL identifier, and the folder's name
 * @param narrowing what a partition's name is the value of, without {@code _id}: {@code model}; {@code all} where the table is not
 *     narrowed
 * @param partitions the names of those that are read
 * @param columns the table's columns in their order, less those left out; behind them a sink stores {@link #CHANGED_AT}, {@link
 *     #DELETED_AT}, {@link #HASH} and {@link #ID} of each row
 * @param idColumn the column that is the id of a row; null where the id is made of several
 * @param timeColumn the column that decides a row's unit; null where none does
 */
record SinkTable(
        String name,
        String narrowing,
        List<String> partitions,
        List<SinkColumn> columns,
        @Nullable String idColumn,
        @Nullable String timeColumn) {
    /** When the row was first stored with this content. */
    static final SinkColumn CHANGED_AT = new SinkColumn(
            "_changed_at", Column.Type.Kind.TIMESTAMP, "When a run first saw the row with the content it has.");

    /** When the row was found to be gone, where such rows are marked. */
    static final SinkColumn DELETED_AT = new SinkColumn(
            "_deleted_at", Column.Type.Kind.TIMESTAMP, "When a run found the row gone; null of a row that is there.");

    /** The hash of the content, which tells whether a row changed. */
    static final SinkColumn HASH = new SinkColumn(
            "_hash", Column.Type.Kind.TEXT, "A hash of the row's content without what changes by itself.");

    /** The id of the row in its partition. */
    static final SinkColumn ID =
            new SinkColumn("_id", Column.Type.Kind.TEXT, "Tells the row from all others of its partition.");

    static final List<SinkColumn> TECHNICAL = List.of(CHANGED_AT, DELETED_AT, HASH, ID);

    SinkTable {
        partitions = List.copyOf(partitions);
        columns = List.copyOf(columns);
    }

    /** The index of the column that decides a row's unit; -1 where none does, or where it is left out. */
    int timeIndex() {
        return indexOf(timeColumn);
    }

    /** The index of the column that is the id of a row; -1 where none is, or where it is left out. */
    int idIndex() {
        return indexOf(idColumn);
    }

    private int indexOf(@Nullable String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** The names and types, one column a line; state remembers it to notice columns that came or changed. */
    List<String> schema() {
        return columns.stream().map(each -> each.name() + " " + each.type()).toList();
    }
}
