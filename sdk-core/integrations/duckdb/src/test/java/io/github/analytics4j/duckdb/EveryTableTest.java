package io.github.analytics4j.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.catalog.Arguments;
import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.json.JsonValue;
import io.github.analytics4j.testkit.Sandbox;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every table of every API in SQL, held against the same rows without a database. */
class EveryTableTest {
    private static Sandbox sandbox;
    private static Connection db;
    private static final Map<String, ApiSession> SESSIONS = new TreeMap<>();

    @BeforeAll
    static void open() throws Exception {
        sandbox = Sandbox.builder()
                .seed(17)
                .calls(230)
                .activities(120)
                .sttEvents(300)
                .clock(Clock.fixed(Instant.parse("2026-03-15T12:00:00Z"), ZoneOffset.UTC))
                .start();
        ClientSettings settings = ClientSettings.environment(sandbox.environment());
        db = Analytics.connect(settings);
        ApiCatalog.all().forEach(each -> SESSIONS.put(each.name(), each.open(settings)));
    }

    @AfterAll
    static void close() throws Exception {
        db.close();
        SESSIONS.values().forEach(ApiSession::close);
        sandbox.close();
    }

    static Stream<Table> tables() {
        return ApiCatalog.all().stream().flatMap(each -> each.tables().stream());
    }

    private static Arguments required(Table table) {
        Arguments arguments = Arguments.NONE;
        for (Parameter each : table.parameters()) {
            arguments = each.required()
                    ? arguments.with(each.name(), sandbox.synthflow().modelId())
                    : arguments;
        }
        return arguments;
    }

    private static String call(Table table) {
        List<String> arguments = new ArrayList<>();
        required(table).values().forEach((name, value) -> arguments.add(name + " := '" + value + "'"));
        return table.name() + "(" + String.join(", ", arguments) + ")";
    }

    private static ApiSession session(Table table) {
        String id = table.operation().id();
        return SESSIONS.get(id.substring(0, id.indexOf('.')));
    }

    @Test
    void tables_areAllThere() throws Exception {
        assertThat(tables()).hasSize(51);
        assertThat(Sql.rows(
                        db,
                        "select function_name, comment from duckdb_functions()"
                                + " where function_type = 'table_macro' and database_name = 'temp'"
                                + " and function_name not like 'blend%'"))
                .containsExactlyInAnyOrderElementsOf(tables().map(each -> List.<Object>of(each.name(), each.doc()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void table_allColumns_haveTheValuesAndTypesOfTheCatalogue(Table table) throws Exception {
        List<?> expected = session(table).rows(table, required(table)).toList();
        assertThat(expected).isNotEmpty();
        List<List<Object>> rows = Sql.rows(db, "select * from " + call(table));
        assertThat(rows).hasSameSizeAs(expected);
        for (int row = 0; row < rows.size(); row++) {
            for (int at = 0; at < table.columns().size(); at++) {
                Column column = table.columns().get(at);
                assertThat(plain(column.type(), rows.get(row).get(at)))
                        .as(column + " of row " + row)
                        .isEqualTo(plain(column.get(expected.get(row))));
            }
        }
        try (Statement statement = db.createStatement()) {
            ResultSetMetaData types = statement
                    .executeQuery("select * from " + call(table) + " limit 0")
                    .getMetaData();
            for (int at = 0; at < table.columns().size(); at++) {
                Column column = table.columns().get(at);
                assertThat(types.getColumnName(at + 1)).isEqualTo(column.name());
                assertThat(types.getColumnTypeName(at + 1)).isEqualTo(sqlType(column.type()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void table_everyColumnAlone_isWhatItIsAmongAll(Table table) throws Exception {
        String rows = "(select * from " + call(table) + ")";
        Sql.run(db, "create or replace temp table everything as select * from " + rows);
        for (Column column : table.columns()) {
            String name = '"' + column.name() + '"';
            String one = "select " + name + "::varchar from ";
            assertThat(Sql.rows(db, one + call(table) + " order by 1 nulls last"))
                    .as(column.toString())
                    .isEqualTo(Sql.rows(db, one + "everything order by 1 nulls last"));
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void table_limitOfOne_sendsNoMoreThanAWalkToItsFirstRow(Table table) throws Exception {
        sandbox.requests().clear();
        assertThat(session(table).rows(table, required(table)).iterator().hasNext())
                .isTrue();
        long needed = sandbox.requests().count();
        sandbox.requests().clear();
        assertThat(Sql.rows(db, "select * from " + call(table) + " limit 1")).hasSize(1);
        assertThat(sandbox.requests().count()).isEqualTo(needed);
        if (table.paging() != Table.Paging.WINDOW) {
            assertThat(needed).isEqualTo(1);
        }
    }

    private static String sqlType(Column.Type type) {
        return switch (type.kind()) {
            case TEXT -> "VARCHAR";
            case DECIMAL -> "DECIMAL(38,18)";
            case TIMESTAMP -> "TIMESTAMP WITH TIME ZONE";
            case LIST -> sqlType(new Column.Type(type.element(), null)) + "[]";
            default -> type.kind().name();
        };
    }

    /** The database's value as the catalogue would have it. */
    private static Object plain(Column.Type type, Object value) throws SQLException {
        if (value == null) {
            return null;
        }
        return switch (type.kind()) {
            case JSON -> JsonValue.parse(value.toString());
            case DECIMAL -> ((BigDecimal) value).stripTrailingZeros();
            case TIMESTAMP -> ((OffsetDateTime) value).toInstant();
            case LIST -> List.of((Object[]) ((Array) value).getArray());
            default -> value;
        };
    }

    private static Object plain(Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        } else if (value instanceof String text && (text.startsWith("{") || text.startsWith("["))) {
            return JsonValue.parse(text);
        }
        return value;
    }
}
