package io.github.analytics4j.duckdb;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Runs statements and reads what they bring. */
final class Sql {
    private Sql() {}

    /** The rows, each a list of values. */
    static List<List<Object>> rows(Connection db, String query) throws SQLException {
        try (Statement statement = db.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** The only value. */
    static Object value(Connection db, String query) throws SQLException {
        List<List<Object>> rows = rows(db, query);
        if (rows.size() != 1 || rows.get(0).size() != 1) {
            throw new AssertionError("not one value: " + rows);
        }
        return rows.get(0).get(0);
    }

    static void run(Connection db, String statement) throws SQLException {
        try (Statement one = db.createStatement()) {
            one.execute(statement);
        }
    }

    /** The error that the statement ends with. */
    static Exception failure(Connection db, String statement) {
        try {
            run(db, statement);
        } catch (SQLException e) {
            return e;
        }
        throw new AssertionError("no error of " + statement);
    }
}
