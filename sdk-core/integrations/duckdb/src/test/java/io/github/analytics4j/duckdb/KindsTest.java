package io.github.analytics4j.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.catalog.ClientSettings;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters and columns of every kind that a catalogue can have. */
class KindsTest {
    private MockWebServer server;
    private Connection db;

    @BeforeEach
    void open() throws Exception {
        server = new MockWebServer();
        server.start(InetAddress.getLoopbackAddress(), 0);
        db = Analytics.builder()
                .apis(List.of(new KindsCatalog()))
                .settings(ClientSettings.of(Map.of(
                        "kinds.api-key",
                        "k-1",
                        "kinds.base-url",
                        server.url("/").toString())))
                .connect();
    }

    @AfterEach
    void close() throws Exception {
        db.close();
        server.close();
    }

    private HttpUrl sent(String arguments) throws Exception {
        answer("[]");
        Sql.rows(db, "select * from kinds_rows(" + arguments + ")");
        return server.takeRequest().getUrl();
    }

    private void answer(String json) {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(json)
                .build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text := 'a''b, c'                                     | text      | a'b, c",
                "text := ' '                                           | text      | ` `",
                "text := 5                                             | text      | 5",
                "id := 'm-1'                                           | id        | m-1",
                "id := 7                                               | id        | 7",
                "\"limit\" := 7                                        | limit     | 7",
                "\"limit\" := '7'                                      | limit     | 7",
                "\"limit\" := 3 + 4                                    | limit     | 7",
                "number := 0.5                                         | number    | 0.5",
                "number := 1e300                                       | number    | 1.0E300",
                "decimal := 12345678901234567890.123456789012345678    | decimal   | 12345678901234567890.123456789012345678",
                "\"select\" := true                                    | select    | true",
                "\"select\" := 'FALSE'                                 | select    | false",
                "date := '2026-02-01'                                  | date      | 2026-02-01",
                "date := date '2026-02-01'                             | date      | 2026-02-01",
                "date := date '2026-02-08' - 7                         | date      | 2026-02-01",
                "date := date '2026-02-08' - interval 7 days           | date      | 2026-02-01",
                "date := date_trunc('month', timestamptz '2026-02-03 00:00:00+00') | date | 2026-02-01",
                "timestamp := '2026-02-01T08:30:00+02:00'              | timestamp | 2026-02-01T06:30:00Z",
                "timestamp := '2026-02-01 08:30:00+02'                 | timestamp | 2026-02-01T06:30:00Z",
                "timestamp := timestamptz '2026-02-01 08:30:00+02'     | timestamp | 2026-02-01T06:30:00Z",
                "timestamp := timestamptz '2026-02-01 08:30:00.25+05:30' | timestamp | 2026-02-01T03:00:00.250Z",
                "timestamp := date '2026-02-01'                        | timestamp | 2026-02-01T00:00:00Z",
                "timestamp := date '2026-02-08' - interval 7 days      | timestamp | 2026-02-01T00:00:00Z",
                "\"from\" := date '2026-02-01'                         | from      | 2026-02-01",
                "\"from\" := timestamptz '2026-02-01 08:30:00+00'      | from      | 2026-02-01T08:30:00Z",
                "colour := 'dark green'                                | colour    | dark green",
                "ids := 'a,b'                                          | ids       | [a, b]",
                "ids := ['a', 'b, c']                                  | ids       | [a, b, c]",
                "ids := 'a'                                            | ids       | [a]",
                "ids := [1, 2]                                         | ids       | [1, 2]",
                "numbers := [9007199254740993, 2]                      | numbers   | [9007199254740993, 2]",
                "TEXT => 'either arrow, any case'                      | text      | either arrow, any case"
            })
    void parameter_anyFormOfItsType_isSent(String argument, String name, String expected) throws Exception {
        HttpUrl sent = sent(argument);
        assertThat(sent.queryParameter(name)).isEqualTo(expected);
        assertThat(sent.querySize()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text := null", "ids := null", "text := null, date := null::date, \"select\" := null"})
    void parameter_nullOrLeftOut_isNotSent(String arguments) throws Exception {
        assertThat(sent(arguments).querySize()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id := ' '                    | id must be an id, such as m-1; was \"\"",
                "\"limit\" := 0               | limit must be a number of 1 to 100, such as 100; was \"0\"",
                "\"limit\" := 'many'          | limit must be a whole number, such as 100; was \"many\"",
                "\"limit\" := 2.5             | limit must be a whole number, such as 100; was \"2.5\"",
                "number := 'NaN'::double      | number must be a number, such as 0.5; was \"nan\"",
                "\"select\" := 1              | select must be true or false, such as true; was \"1\"",
                "date := 'soon'               | date must be a day, such as 2026-02-01; was \"soon\"",
                "date := timestamp '2026-02-01 08:30:00' | date must be a day, such as 2026-02-01; was \"2026-02-01 08:30:00\"",
                "timestamp := timestamp '2026-02-01 08:30:00' | timestamp must be a time with its zone, or a day for its start in UTC, such as 2026-02-01T00:00:00Z; was \"2026-02-01 08:30:00\"",
                "timestamp := timestamptz 'infinity' | timestamp must be a time with its zone, or a day for its start in UTC, such as 2026-02-01T00:00:00Z; was \"infinity\"",
                "colour := 'blue'             | colour must be one of the known values: red, dark green; was \"blue\"",
                "ids := ['a', null]           | ids must have no null among its values",
                "ids := ['a', ' ']            | ids must be an id, such as m-1; was \"\"",
                "numbers := ['1', 'x']        | numbers must be a whole number, such as 25; was \"x\"",
                "date := 'x', \"limit\" := 'y' | limit must be a whole number, such as 100; was \"y\"; date must be a day, such as 2026-02-01; was \"x\""
            })
    void parameter_wrong_isTheCataloguesMessage(String argument, String message) {
        String query = "select * from kinds_rows(" + argument + ")";
        assertThat(Sql.failure(db, query).getMessage()).startsWith("Binder Error: kinds_rows: " + message + "\n");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void parameter_ofAPreparedStatement_takesJavaValues() throws Exception {
        answer("[]");
        try (PreparedStatement statement = db.prepareStatement(
                "select * from kinds_rows(timestamp := ?, date := ?, \"limit\" := ?, \"select\" := ?, text := ?)")) {
            statement.setObject(1, OffsetDateTime.of(2026, 2, 1, 8, 30, 0, 0, ZoneOffset.ofHours(2)));
            statement.setObject(2, LocalDate.of(2026, 2, 1));
            statement.setInt(3, 7);
            statement.setBoolean(4, true);
            statement.setString(5, "it's");
            statement.executeQuery();
        }
        HttpUrl sent = server.takeRequest().getUrl();
        assertThat(sent.queryParameter("timestamp")).isEqualTo("2026-02-01T06:30:00Z");
        assertThat(sent.queryParameter("date")).isEqualTo("2026-02-01");
        assertThat(sent.queryParameter("limit")).isEqualTo("7");
        assertThat(sent.queryParameter("select")).isEqualTo("true");
        assertThat(sent.queryParameter("text")).isEqualTo("it's");
    }

    @Test
    void columns_scalars_haveTheirTypes() throws Exception {
        answer(
                "[{\"text\":\"t\",\"bigint\":9007199254740993,\"double\":0.1,\"decimal\":12345678901234567890.5,"
                        + "\"bool\":true,\"date\":\"2026-02-01\",\"time\":\"2026-02-01T08:30:00.123456Z\",\"json\":{\"a\":[1]}},{}]");
        List<List<Object>> rows = Sql.rows(
                db,
                "select \"order\", \"group\", \"limit\", \"desc\", \"at\", \"from\", \"text\", id::varchar from kinds_rows()");
        assertThat(rows.get(0))
                .containsExactly(
                        "t",
                        9007199254740993L,
                        0.1,
                        new BigDecimal("12345678901234567890.500000000000000000"),
                        true,
                        LocalDate.of(2026, 2, 1),
                        Instant.parse("2026-02-01T08:30:00.123456Z")
                                .atZone(ZoneId.systemDefault()) // as DuckDB's driver gives it
                                .toOffsetDateTime(),
                        "{\"a\":[1]}");
        assertThat(rows.get(1)).containsOnlyNulls();
    }

    @Test
    void rows_moreThanAVectorHolds_areAllThereInOrder() throws Exception {
        StringBuilder rows = new StringBuilder("[{\"bigint\":0}");
        for (int i = 1; i < 5_000; i++) {
            rows.append(",{\"bigint\":")
                    .append(i)
                    .append(",\"text\":")
                    .append(i % 3 == 0 ? "null" : "\"t" + i + "\"")
                    .append("}");
        }
        answer(rows + "]");
        List<List<Object>> read = Sql.rows(db, "select \"group\", \"order\" from kinds_rows()");
        assertThat(read).hasSize(5_000);
        for (int i = 1; i < 5_000; i++) {
            assertThat(read.get(i)).isEqualTo(Arrays.asList((long) i, i % 3 == 0 ? null : "t" + i));
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void columns_listsAndMaps_haveTheirTypes() throws Exception {
        Map<String, String> values = Map.of(
                "text", "\"a\\\"\\ud83d\\ude00,\"",
                "bigint", "9007199254740993",
                "double", "0.1",
                "decimal", "12345678901234567890.123456789012345678",
                "boolean", "true",
                "date", "\"2026-02-01\"",
                "timestamp", "\"2026-02-01T08:30:00.123456Z\"",
                "json", "{\"a\":[1]}");
        StringBuilder row = new StringBuilder("{\"text\":\"t\"");
        values.forEach((kind, value) -> row.append(",\"list_" + kind + "\":[" + value + "," + value + "]")
                .append(",\"map_" + kind + "\":{\"k\":" + value + "}"));
        Map<String, String> shown = Map.of(
                "text", "a\"\ud83d\ude00,|VARCHAR",
                "bigint", "9007199254740993|BIGINT",
                "double", "0.1|DOUBLE",
                "decimal", "12345678901234567890.123456789012345678|DECIMAL(38,18)",
                "boolean", "true|BOOLEAN",
                "date", "2026-02-01|DATE",
                "timestamp", "2026-02-01 08:30:00.123456+00|TIMESTAMP WITH TIME ZONE",
                "json", "{\"a\":[1]}|JSON");
        Sql.run(db, "set timezone = 'UTC'");
        for (String kind : values.keySet()) {
            answer("[" + row + "},{}]");
            String list = "list_" + kind;
            String map = "map_" + kind;
            assertThat(Sql.rows(
                            db,
                            "select " + list + "[2]::varchar || '|' || typeof(" + list + "[2]), " + map
                                    + "['k']::varchar || '|' || typeof(" + map + "['k']), len(" + list
                                    + ") from kinds_rows()"))
                    .as(kind)
                    .containsExactly(
                            Arrays.asList(shown.get(kind), shown.get(kind), 2L), Arrays.asList(null, null, null));
        }
    }
}
