package io.github.analytics4j.spark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A table of calls in a database, into which a micro-batch is put by one transaction. */
final class CallStore {
    private static final String TABLE =
            "create table if not exists calls (call_id varchar primary key, call_status varchar, duration bigint)";

    private static final String UPSERT = "insert into calls (call_id, call_status, duration) values (?, ?, ?)"
            + " on conflict (call_id) do update set call_status = excluded.call_status, duration = excluded.duration";

    private final String url;
    private final Runnable step;

    /**
     * A database in a file.
     *
     * @param step runs between the steps of a transaction
     */
    CallStore(Path file, Runnable step) throws SQLException {
        this.url = "jdbc:duckdb:" + file;
        this.step = step;
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
    }

    /** Puts a micro-batch into the table by one transaction: rows that are there already are replaced. */
    void upsert(Dataset<Row> rows) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            try (PreparedStatement row = connection.prepareStatement(UPSERT)) {
                Iterator<Row> all =
                        rows.select("call_id", "call_status", "duration").toLocalIterator();
                while (all.hasNext()) {
                    Row each = all.next();
                    for (int i = 0; i < each.size(); i++) {
                        row.setObject(i + 1, each.get(i));
                    }
                    row.addBatch();
                    step.run();
                }
                row.executeBatch();
            }
            step.run();
            connection.commit();
            step.run();
        }
    }

    /** The rows as lines of their values. */
    List<String> lines() throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select call_id, call_status, duration from calls")) {
            while (rows.next()) {
                lines.add(rows.getString(1) + "|" + rows.getString(2) + "|" + rows.getObject(3));
            }
        }
        return lines;
    }
}
