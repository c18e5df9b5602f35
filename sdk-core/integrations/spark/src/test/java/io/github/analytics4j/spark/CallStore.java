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
            "create table if not exists calls (call_id varchar primary key, call_status varchar, duration bigint, content varchar)";

    private static final String UPSERT = "insert or replace into calls values (?, ?, ?, ?)";

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
                Iterator<Row> all = rows.selectExpr("call_id", "call_status", "duration", SandboxLog.CONTENT)
                        .toLocalIterator();
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

    /** The rows as lines of id, status and duration. */
    List<String> lines() throws SQLException {
        return texts("select concat(call_id, '|', call_status, '|', duration) from calls");
    }

    /** The rows as lines of all columns. */
    List<String> contents() throws SQLException {
        return texts("select content from calls").stream().map(SandboxLog::line).toList();
    }

    private List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
