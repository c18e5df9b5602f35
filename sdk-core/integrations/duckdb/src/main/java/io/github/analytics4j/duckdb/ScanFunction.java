package io.github.analytics4j.duckdb;

import io.github.analytics4j.catalog.Arguments;
import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.Table;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBValue;

/**
 * The one table function that all tables are read with; the macros that users call know the table, the connection and how the
 * arguments are passed.
 */
final class ScanFunction implements DuckDBTableFunction<ScanFunction.Bound, Scan, Object> {
    /** The number of rows that the database shall expect of a table whose length it cannot know. */
    private static final int PAGED_ROWS = 10_000;

    private static final int ROWS = 100;

    private final Map<String, Table> tables = new HashMap<>();
    private final Sessions sessions;
    private final ScanOptions options;
    private final Map<String, ConnectionScans> connections = new ConcurrentHashMap<>();

    /** A query's table and arguments. */
    record Bound(Table table, Arguments arguments, ConnectionScans scans) {}

    ScanFunction(List<Table> tables, Sessions sessions, ScanOptions options) {
        tables.forEach(each -> this.tables.put(each.name(), each));
        this.sessions = sessions;
        this.options = options;
    }

    void register(DuckDBConnection connection, String name) throws SQLException {
        try (var builder = DuckDBFunctions.tableFunction()) {
            builder.withName(name)
                    .withNamedParameter("connection", DuckDBColumnType.VARCHAR)
                    .withNamedParameter("table", DuckDBColumnType.VARCHAR)
                    .withNamedParameter("arguments", DuckDBColumnType.VARCHAR)
                    .withProjectionPushdown()
                    .withFunction(this)
                    .register(connection);
        }
    }

    ConnectionScans open(String connection) {
        ConnectionScans scans = new ConnectionScans();
        connections.put(connection, scans);
        return scans;
    }

    void close(String connection) {
        connections.remove(connection);
    }

    @Override
    public Bound bind(DuckDBTableFunctionBindInfo info) {
        Table table = tables.get(parameter(info, "table"));
        ConnectionScans scans = connections.get(parameter(info, "connection"));
        if (table == null || scans == null) {
            throw new ScanFailure("this function is called by the macros of the tables alone", null);
        }
        return attempt(table, scans, () -> {
            Arguments arguments = SqlArguments.read(table, parameter(info, "arguments"));
            table.operation().check(arguments);
            for (Column column : table.columns()) {
                info.addResultColumn(column.name(), SqlTypes.scanned(column.type()));
            }
            info.setCardinality(table.paging() == Table.Paging.NONE ? ROWS : PAGED_ROWS, false);
            return new Bound(table, arguments, scans);
        });
    }

    private static String parameter(DuckDBTableFunctionBindInfo info, String name) {
        try (DuckDBValue value = info.getNamedParameter(name)) {
            return value.isNull() ? "" : value.getString();
        } catch (RuntimeException e) {
            return ""; // the driver's word for a parameter that was left out
        }
    }

    @Override
    public Scan init(DuckDBTableFunctionInitInfo info) {
        Bound bound = info.getBindData();
        info.setMaxThreads(1); // a walk is one page after the other
        long[] columns = new long[(int) info.getColumnCount()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = info.getColumnIndex(i);
        }
        return attempt(bound.table, bound.scans, () -> {
            var rows =
                    sessions.of(bound.table).rows(bound.table, bound.arguments).prefetch(options.prefetch());
            Scan scan = new Scan(bound.table, rows.pages().iterator(), columns, options, bound.scans::remove);
            bound.scans.add(scan);
            return scan;
        });
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) {
        Bound bound = info.getBindData();
        Scan scan = info.getInitData();
        return attempt(bound.table, bound.scans, () -> scan.fill(chunk));
    }

    private static <T> T attempt(Table table, ConnectionScans scans, Callable<T> work) {
        try {
            return work.call();
        } catch (Exception | Error e) {
            throw scans.failed(ScanFailure.of(table, e));
        }
    }
}
