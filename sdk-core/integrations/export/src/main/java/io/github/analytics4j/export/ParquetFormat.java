package io.github.analytics4j.export;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Parquet with zstd, written and read by a DuckDB in this process. */
final class ParquetFormat implements UnitFormat {
    private static final String ROWS = "rows";

    /** Refuses at once where the driver is not there. */
    ParquetFormat() {
        DuckDb.require("format parquet", "the format jsonl or csv");
    }

    @Override
    public String suffix() {
        return "parquet";
    }

    @Override
    public void write(Path file, SinkTable table, StoredRows rows) throws IOException {
        try (Connection database = DuckDb.memory();
                Statement statement = database.createStatement()) {
            statement.execute(
                    "create temp table " + ROWS + " (" + SqlDialect.DUCKDB.definitions(HeldValues.columns(table)) + ")");
            DuckDb.append(
                    database, "temp", ROWS, to -> rows.each(row -> to.row(HeldValues.DUCKDB.record(table, row))));
            statement.execute(
                    "copy " + ROWS + " to " + SqlDialect.text(file.toString()) + " (format parquet, compression zstd)");
        } catch (SQLException e) {
            throw new IOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void read(Path file, SinkTable table, StoredRows.Receiver to) throws IOException {
        List<SinkColumn> wanted = HeldValues.columns(table);
        try (Connection database = DuckDb.memory();
                Statement statement = database.createStatement()) {
            Set<String> there = there(statement, file);
            StringJoiner columns = new StringJoiner(", ");
            for (SinkColumn each : wanted) {
                columns.add(there.contains(each.name()) ? SqlDialect.quoted(each.name()) : "null");
            }
            try (ResultSet rows =
                    statement.executeQuery("select " + columns + " from read_parquet(" + pattern(file) + ")")) {
                while (rows.next()) {
                    List<@Nullable Object> record = new ArrayList<>(wanted.size());
                    for (int i = 1; i <= wanted.size(); i++) {
                        record.add(DuckDb.value(rows.getObject(i)));
                    }
                    to.row(HeldValues.row(table, record));
                }
            }
        } catch (SQLException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Set<String> there(Statement statement, Path file) throws SQLException {
        Set<String> names = new HashSet<>();
        try (ResultSet columns = statement.executeQuery("describe select * from read_parquet(" + pattern(file) + ")")) {
            while (columns.next()) {
                names.add(columns.getString(1));
            }
        }
        return names;
    }

    /** A pattern that the file's name alone matches. */
    private static String pattern(Path file) {
        return SqlDialect.text(file.toString().replace('\\', '/').replaceAll("([\\[*?])", "[$1]"));
    }
}
