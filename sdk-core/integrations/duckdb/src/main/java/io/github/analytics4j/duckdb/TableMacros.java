package io.github.analytics4j.duckdb;

import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.StringJoiner;

/**
 * The table macros that users call: named parameters of the catalogue, columns with the types that the driver's table functions
 * do not know. They are temporary, so that a connection has its own and a database file keeps none.
 */
final class TableMacros {
    private final List<Table> tables;
    private final String function;

    TableMacros(List<Table> tables, String function) {
        this.tables = List.copyOf(tables);
        this.function = function;
    }

    void create(Connection database, String connection) throws SQLException {
        StringBuilder script = new StringBuilder();
        for (Table table : tables) {
            script.append(macro(table, connection))
                    .append(";comment on macro table temp.main.")
                    .append(name(table.name()))
                    .append(" is ")
                    .append(text(table.doc()))
                    .append(';');
        }
        try (Statement statement = database.createStatement()) {
            statement.execute(script.toString());
        }
    }

    private String macro(Table table, String connection) {
        StringJoiner parameters = new StringJoiner(", ");
        StringJoiner arguments = new StringJoiner(", ", "{", "}");
        for (Parameter each : table.parameters()) {
            String name = name(each.name());
            parameters.add(name + " := null");
            arguments.add(text(each.name()) + ": " + (each.list() ? "to_json(" + name + ")" : name + "::varchar"));
        }
        StringJoiner columns = new StringJoiner(", ");
        for (Column each : table.columns()) {
            // qualified, for a parameter may have the name of a column
            columns.add(SqlTypes.expression(each.type(), "rows." + name(each.name())) + " as " + name(each.name()));
        }
        return "create or replace temp macro " + name(table.name()) + "(" + parameters + ") as table select " + columns
                + " from " + function + "(connection := " + text(connection) + ", \"table\" := " + text(table.name())
                + ", arguments := " + (table.parameters().isEmpty() ? "'{}'" : "to_json(" + arguments + ")::varchar")
                + ") as rows";
    }

    private static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
