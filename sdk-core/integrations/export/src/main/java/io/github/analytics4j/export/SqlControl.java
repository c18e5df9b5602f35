package io.github.analytics4j.export;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables in which a database keeps states, rejected rows and what runs did. */
final class SqlControl {
    /** Rows that could not be stored, which may have to be cleaned out of the server's files. */
    static final String REJECTS = "_a4j_rejects";

    private static final String STATE = "_a4j_state";
    private static final String RUNS = "_a4j_runs";

    /**
     * The state of a table as text.
     *
     * @param generation counts the commits
     * @param current null where there never was one
     * @param previous the one before it
     */
    record Documents(
            long generation,
            @Nullable String current,
            @Nullable String previous) {}

    private SqlControl() {}

    /** Makes the tables that are not there, for a role may have no right to make any, and the line of a table's state. */
    static void make(Connection connection, SqlDialect dialect, String table) throws SQLException {
        makeTable(
                connection,
                dialect,
                STATE,
                "name text primary key, generation bigint not null,"
                        + " document text, previous text, changed_at timestamp with time zone not null");
        if (makeTable(connection, dialect, REJECTS, "name text not null, day text not null, line text not null")) {
            dialect.identifyByAll(connection, REJECTS);
        }
        makeTable(
                connection,
                dialect,
                RUNS,
                "name text not null, ended_at timestamp with time zone not null, record text not null");
        update(
                connection,
                "insert into " + STATE + " select cast(? as text), 0, null, null, current_timestamp"
                        + " where not exists (select 1 from " + STATE + " where name = ?)",
                table,
                table);
    }

    /** Runs a statement with values for its question marks, which are texts or whole numbers; returns how many rows it changed. */
    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static boolean makeTable(Connection connection, SqlDialect dialect, String name, String columns)
            throws SQLException {
        if (dialect.isThere(connection, name)) {
            return false;
        }
        dialect.makeAlone(connection);
        SqlDialect.execute(connection, "create table if not exists " + name + " (" + columns + ")");
        return true;
    }

    static Documents documents(Connection connection, SqlDialect dialect, String table) throws SQLException {
        if (!dialect.isThere(connection, STATE)) {
            return new Documents(0, null, null);
        }
        try (PreparedStatement select = connection.prepareStatement(
                "select generation, document, previous from " + STATE + " where name = ?")) {
            select.setString(1, table);
            try (ResultSet result = select.executeQuery()) {
                return result.next()
                        ? new Documents(result.getLong(1), result.getString(2), result.getString(3))
                        : new Documents(0, null, null);
            }
        }
    }

    /** Replaces the state where its generation is the expected one; false if it is another. */
    static boolean replace(Connection connection, String table, long expected, long next, String document)
            throws SQLException {
        String sql = "update " + STATE + " set generation = ?, previous = document, document = ?,"
                + " changed_at = current_timestamp where name = ? and generation = ?";
        return update(connection, sql, next, document, table, expected) == 1;
    }

    static void reject(Connection connection, String table, String day, List<String> lines) throws SQLException {
        for (String line : lines) {
            update(connection, "insert into " + REJECTS + " values (?, ?, ?)", table, day, line);
        }
    }

    /** Deletes the lines that name the ids; where there are none, nothing that a role or a publication may refuse is asked for. */
    static void forget(Connection connection, String table, Set<String> ids) throws SQLException {
        String naming = " from " + REJECTS + " where name = ? and position(cast(? as text) in line) > 0";
        try (PreparedStatement select = connection.prepareStatement("select count(*)" + naming)) {
            for (String id : ids) {
                select.setString(1, table);
                select.setString(2, JsonText.quoted(id));
                try (ResultSet result = select.executeQuery()) {
                    if (result.next() && result.getLong(1) > 0) {
                        update(connection, "delete" + naming, table, JsonText.quoted(id));
                    }
                }
            }
        }
    }

    static void finish(Connection connection, String table, String record) throws SQLException {
        update(connection, "insert into " + RUNS + " values (?, current_timestamp, ?)", table, record);
    }

    /** Counts rows: a table or another source of them, and which of them where not all. */
    static long count(Connection connection, String rows) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select count(*) from " + rows);
                ResultSet result = select.executeQuery()) {
            return result.next() ? result.getLong(1) : 0;
        }
    }
}
