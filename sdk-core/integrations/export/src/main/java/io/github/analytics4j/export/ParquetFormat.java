package io.github.analytics4j.export;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            statement.execute("create temp table " + ROWS + " ("
                    + SqlDialect.DUCKDB.definitions(HeldValues.columns(table)) + ")");
            DuckDb.append(database, "temp", ROWS, to -> rows.each(row -> to.row(HeldValues.DUCKDB.record(table, row))));
            statement.execute(
                    "copy " + ROWS + " to " + SqlDialect.text(file.toString()) + " (format parquet, compression zstd)");
        } catch (SQLException e) {
            throw SqlDialect.failed(file + " cannot be written", e);
        }
    }

    @Override
    public void read(Path file, SinkTable table, StoredRows.Receiver to) throws IOException {
        List<SinkColumn> wanted = HeldValues.columns(table);
        try (Connection database = DuckDb.memory();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select * from read_parquet(" + pattern(file) + ")")) {
            int[] places = places(wanted, rows.getMetaData());
            while (rows.next()) {
                List<@Nullable Object> record = new ArrayList<>(places.length);
                for (int place : places) {
                    record.add(place == 0 ? null : DuckDb.value(rows, place));
                }
                to.row(HeldValues.row(table, record));
            }
        } catch (SQLException e) {
            throw SqlDialect.failed(file + " cannot be read", e);
        }
    }

    /** Where the columns stand in the file, from 1 on; 0 for one that it lacks. */
    private static int[] places(List<SinkColumn> wanted, ResultSetMetaData file) throws SQLException {
        Map<String, Integer> there = new HashMap<>();
        for (int i = 1; i <= file.getColumnCount(); i++) {
            there.put(file.getColumnName(i), i);
        }
        return wanted.stream()
                .mapToInt(each -> there.getOrDefault(each.name(), 0))
                .toArray();
    }

    /** A pattern that the file's name alone matches. */
    private static String pattern(Path file) {
        return SqlDialect.text(SqlDialect.pattern(file.toString().replace('\\', '/')));
    }
}
