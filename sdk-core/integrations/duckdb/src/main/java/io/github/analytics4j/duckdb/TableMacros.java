package io.github.analytics4j.duckdb;

import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The table macros that users call: named parameters of the catalogue, columns with the types that the driver's table functions
 * do not know. They are temporary, so that a connection has its own and a database file keeps none.
 */
final class TableMacros {
    private final List<Table> tables;
    private final Blend blend;
    private final Map<String, StoredTable> stored;
    private final String function;

    TableMacros(List<Table> tables, Blend blend, Map<String, StoredTable> stored, String function) {
        this.tables = List.copyOf(tables);
        this.blend = blend;
        this.stored = Map.copyOf(stored);
        this.function = function;
    }

    void create(Connection database, String connection) throws SQLException {
        StringBuilder script = new StringBuilder();
        for (Table table : tables) {
            StoredTable files = stored.get(table.name());
            script.append(files == null ? macro(table, connection) : files.macro(database))
                    .append("comment on macro table temp.main.")
                    .append(SqlTypes.quoted(table.name()))
                    .append(" is ")
                    .append(SqlTypes.text(table.doc()))
                    .append(';');
        }
        if (tables.isEmpty()) {
            return; // the driver refuses a script of nothing
        }
        try (Statement statement = database.createStatement()) {
            statement.execute(script.append(blend.script()).toString());
        }
    }

    private String macro(Table table, String connection) {
        StringJoiner parameters = new StringJoiner(", ");
        StringJoiner arguments = new StringJoiner(", ", "{", "}");
        for (Parameter each : table.parameters()) {
            String name = SqlTypes.quoted(each.name());
            parameters.add(name + " := null");
            arguments.add(
                    SqlTypes.text(each.name()) + ": " + (each.list() ? "to_json(" + name + ")" : name + "::varchar"));
        }
        StringJoiner columns = new StringJoiner(", ");
        for (Column each : table.columns()) {
            // qualified, for a parameter may have the name of a column
            columns.add(SqlTypes.expression(each.type(), "rows." + SqlTypes.quoted(each.name())) + " as "
                    + SqlTypes.quoted(each.name()));
        }
        return "create or replace temp macro " + SqlTypes.quoted(table.name()) + "(" + parameters + ") as table select "
                + columns
                + " from " + function + "(connection := " + SqlTypes.text(connection) + ", \"table\" := "
                + SqlTypes.text(table.name())
                + ", arguments := " + (table.parameters().isEmpty() ? "'{}'" : "to_json(" + arguments + ")::varchar")
                + ") as rows;";
    }
}
