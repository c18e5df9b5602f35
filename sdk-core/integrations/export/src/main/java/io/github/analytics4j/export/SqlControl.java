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
    private static final String STATE = "_a4j_state";

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
        if (makeTable(
                connection, dialect, "_a4j_rejects", "name text not null, day text not null, line text not null")) {
            dialect.identifyByAll(connection, "_a4j_rejects");
        }
        makeTable(
                connection,
                dialect,
                "_a4j_runs",
                "name text not null, ended_at timestamp with time zone not null, record text not null");
        try (PreparedStatement insert =
                connection.prepareStatement("insert into _a4j_state select cast(? as text), 0, null,"
                        + " null, current_timestamp where not exists (select 1 from _a4j_state where name = ?)")) {
            insert.setString(1, table);
            insert.setString(2, table);
            insert.executeUpdate();
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
        try (PreparedStatement select =
                connection.prepareStatement("select generation, document, previous from _a4j_state where name = ?")) {
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
        try (PreparedStatement update = connection.prepareStatement("update _a4j_state set generation = ?, previous ="
                + " document, document = ?, changed_at = current_timestamp where name = ? and generation = ?")) {
            update.setLong(1, next);
            update.setString(2, document);
            update.setString(3, table);
            update.setLong(4, expected);
            return update.executeUpdate() == 1;
        }
    }

    static void reject(Connection connection, String table, String day, List<String> lines) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into _a4j_rejects values (?, ?, ?)")) {
            for (String line : lines) {
                insert.setString(1, table);
                insert.setString(2, day);
                insert.setString(3, line);
                insert.executeUpdate();
            }
        }
    }

    /** Deletes the lines that name the ids; where there are none, nothing that a role or a publication may refuse is asked for. */
    static void forget(Connection connection, String table, Set<String> ids) throws SQLException {
        String naming = " from _a4j_rejects where name = ? and position(cast(? as text) in line) > 0";
        try (PreparedStatement select = connection.prepareStatement("select count(*)" + naming)) {
            for (String id : ids) {
                select.setString(1, table);
                select.setString(2, JsonText.quoted(id));
                try (ResultSet result = select.executeQuery()) {
                    if (result.next() && result.getLong(1) > 0) {
                        forget(connection, "delete" + naming, table, id);
                    }
                }
            }
        }
    }

    private static void forget(Connection connection, String sql, String table, String id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, table);
            delete.setString(2, JsonText.quoted(id));
            delete.executeUpdate();
        }
    }

    static void finish(Connection connection, String table, String record) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into _a4j_runs values (?, current_timestamp, ?)")) {
            insert.setString(1, table);
            insert.setString(2, record);
            insert.executeUpdate();
        }
    }
}
