package io.github.analytics4j.export;

import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.ColumnType;

/**
 * A column as it is stored.
 *
 * @param name a plain SQL identifier
 * @param type {@code TEXT}, {@code BIGINT}, {@code DOUBLE}, {@code DECIMAL}, {@code BOOLEAN}, {@code DATE}, {@code TIMESTAMP}, or
 *     {@code JSON}, which is a text that holds JSON: lists, maps and free-form values
 * @param doc its meaning
 */
record SinkColumn(String name, ColumnType.Kind type, String doc) {

    static SinkColumn of(Column column) {
        ColumnType.Kind kind = column.type().kind();
        boolean holdsMany = kind == ColumnType.Kind.LIST || kind == ColumnType.Kind.MAP;
        return new SinkColumn(column.name(), holdsMany ? ColumnType.Kind.JSON : kind, column.doc());
    }
}
