package io.github.analytics4j.export;

import io.github.analytics4j.catalog.Column;

/**
 * A column as it is stored.
 *
 * @param name a plain SQL identifier
 * @param type {@code TEXT}, {@code BIGINT}, {@code DOUBLE}, {@code DECIMAL}, {@code BOOLEAN}, {@code DATE}, {@code TIMESTAMP}, or
 *     {@code JSON}, which is a text that holds JSON: lists, maps and free-form values
 * @param doc its meaning
 */
record SinkColumn(String name, Column.Type.Kind type, String doc) {

    static SinkColumn of(Column column) {
        Column.Type.Kind kind = column.type().kind();
        boolean holdsMany = kind == Column.Type.Kind.LIST || kind == Column.Type.Kind.MAP;
        return new SinkColumn(column.name(), holdsMany ? Column.Type.Kind.JSON : kind, column.doc());
    }
}
