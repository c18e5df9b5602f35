package io.github.analytics4j.catalog;

import static io.github.analytics4j.catalog.ThingsCatalog.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.client.ApiResponse;
import io.github.analytics4j.client.ScriptedServer;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.UnreadableResponseException;
import io.github.analytics4j.json.DateOrTime;
import io.github.analytics4j.json.HistogramBucket;
import io.github.analytics4j.json.JsonValue;
import io.github.analytics4j.page.Checkpoint;
import io.github.analytics4j.page.Paged;
import io.github.analytics4j.page.Walk;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows and requests through a catalogue, against a server on a raw socket. */
class CatalogRowsTest {
    private static final String THING = """
            {"id":"t-1","size":7,"rate":0.5,"cost":1.50,"open":true,"day":"2026-02-01","at":"2026-02-01T08:00:00Z","weekday":6,
             "detail":{"b":[1]},"labels":["x","y"],"counts":{"a":1,"b":2},"odd":{"deep":1},
             "parts":[{"id":"p-1","size":"many","parts":[{"id":"q-1"},{"id":"q-2"}]},{"id":"p-2","parts":[{"id":"q-3"}]}],
             "inner":{"id":"i-1","size":9,"strange":true,"parts":[]}}""";

    private static final Arguments ONE = Arguments.NONE.with("thing_id", "t-1");

    private final ThingsCatalog catalog = new ThingsCatalog();
    private ScriptedServer server;
    private ApiSession session;

    @BeforeEach
    void open() throws Exception {
        server = new ScriptedServer();
        session = catalog.open(ClientSettings.of(Map.of("things.api-key", "k-1", "things.base-url", server.url())));
    }

    @AfterEach
    void close() throws Exception {
        session.close();
        server.close();
    }

    private Table table(String name) {
        return catalog.table(name).orElseThrow();
    }

    private List<Object> rows(String table, String body) {
        server.then(ScriptedServer.json(200, body));
        return session.rows(table(table), ONE).stream().map(row -> (Object) row).toList();
    }

    @Test
    void rows_noneWanted_nothingIsSent() throws Exception {
        Paged<?> rows = session.rows(table("things_get"), ONE);
        assertThat(server.count()).isZero();

        server.then(ScriptedServer.json(200, THING));
        assertThat(rows.toList()).hasSize(1);
        assertThat(server.take().line()).isEqualTo("GET /things?thing_id=t-1 HTTP/1.1");
        assertThat(server.count()).isZero();
    }

    @Test
    void rows_ofAResponse_severalTablesTakeOneRequest() throws Exception {
        server.then(ScriptedServer.json(200, THING));
        ApiResponse<?> response =
                session.prepare(table("things_get").operation(), ONE).response();

        assertThat(session.rows(table("things_get"), response).toList()).hasSize(1);
        assertThat(session.rows(table("things_get_parts"), response).toList()).hasSize(2);
        assertThat(session.rows(table("things_get_counts"), response)
                        .toListAsync()
                        .join())
                .hasSize(2);
        assertThat(server.take().line()).isEqualTo("GET /things?thing_id=t-1 HTTP/1.1");
        assertThat(server.count()).isZero();
    }

    @Test
    void get_everyKind_hasTheClassOfItsType() {
        Object row = rows("things_get", THING).get(0);
        Table table = table("things_get");

        assertThat(value(table, "id", row)).isEqualTo("t-1");
        assertThat(value(table, "size", row)).isEqualTo(7L);
        assertThat(value(table, "rate", row)).isEqualTo(0.5);
        assertThat(value(table, "cost", row)).isEqualTo(new BigDecimal("1.50"));
        assertThat(value(table, "open", row)).isEqualTo(true);
        assertThat(value(table, "day", row)).isEqualTo(LocalDate.parse("2026-02-01"));
        assertThat(value(table, "at", row)).isEqualTo(Instant.parse("2026-02-01T08:00:00Z"));
        assertThat(value(table, "weekday", row)).isEqualTo(6L);
        assertThat(value(table, "detail", row)).isEqualTo("{\"b\":[1]}");
        assertThat(value(table, "labels", row)).isEqualTo(List.of("x", "y"));
        assertThat(value(table, "counts", row)).isEqualTo(Map.of("a", 1L, "b", 2L));
        assertThat(value(table, "inner_id", row)).isEqualTo("i-1");
        assertThat(value(table, "inner_size", row)).isEqualTo(9L);
        assertThat(JsonValue.parse(table.json(row))).isEqualTo(JsonValue.parse(THING));
    }

    @Test
    void get_unexpected_isEverythingThatIsNotInAColumn() {
        Object row = rows("things_get", THING).get(0);
        assertThat(value(table("things_get"), "unexpected", row))
                .isEqualTo("{\"odd\":{\"deep\":1},\"inner.strange\":true}");
        assertThat(value(
                        table("things_get"),
                        "unexpected",
                        rows("things_get", "{\"size\":1}").get(0)))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate | 0.81818181818181818182          | 0.81818181818181818182",
                "rate | \"0.81818181818181818182\"        | \"0.81818181818181818182\"",
                "rate | 9007199254740993                | 9007199254740993",
                "rate | 1e-400                          | 1e-400",
                "rate | \"0.50\"                          |",
                "rate | 0.30000000000000004             |",
                "day  | \"2026-02-01T22:30:00\"           | \"2026-02-01T22:30:00\"",
                "day  | \"2026-02-01T00:00:00-05:00\"     | \"2026-02-01T00:00:00-05:00\"",
                "day  | \"0000-02-01T22:30:00\"           | \"0000-02-01T22:30:00\"",
                "day  | \"2026-02-01T00:00:00\"           |",
                "day  | \"2026-02-01 00:00:00.000+00:00\" |",
            })
    void get_valueThatItsColumnHoldsNearly_isInUnexpectedAsItCame(String field, String sent, String unexpected) {
        Object row = rows("things_get", "{\"id\":\"t-1\",\"" + field + "\":" + sent + "}")
                .get(0);
        Table table = table("things_get");
        String expected = unexpected == null ? null : "{\"" + field + "\":" + unexpected + "}";

        assertThat(value(table, field, row)).isNotNull();
        assertThat(value(table, "unexpected", row)).isEqualTo(expected);
        StoreLimits years = new StoreLimits(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"), 1, 9999);
        assertThat(years.unexpected(table).apply(row)).isEqualTo(expected);
    }

    @Test
    void get_valueOfAnotherKind_isNullAndInUnexpected() {
        List<Object> parts = rows("things_get_parts", THING);
        Table table = table("things_get_parts");
        assertThat(parts).hasSize(2);
        assertThat(value(table, "size", parts.get(0))).isNull();
        assertThat(value(table, "unexpected", parts.get(0))).isEqualTo("{\"size\":\"many\"}");
        assertThat(value(table, "parts", parts.get(1))).isEqualTo("[{\"id\":\"q-3\"}]");
    }

    @Test
    void rows_listInAList_haveTheColumnsOfTheRowAround() {
        List<Object> rows = rows("things_get_parts_parts", THING);
        Table table = table("things_get_parts_parts");
        assertThat(rows).hasSize(3);
        assertThat(table.columns()).extracting(Column::name).containsExactly("parts_id", "id", "unexpected");
        assertThat(rows)
                .extracting(row -> value(table, "parts_id", row) + " " + value(table, "id", row))
                .containsExactly("p-1 q-1", "p-1 q-2", "p-2 q-3");
        assertThat(table.json(rows.get(2))).isEqualTo("{\"id\":\"q-3\"}");
    }

    @Test
    void rows_map_areKeysAndValues() {
        List<Object> rows = rows("things_get_counts", THING);
        Table table = table("things_get_counts");
        assertThat(rows)
                .extracting(row -> value(table, "key", row) + "=" + value(table, "value", row))
                .containsExactly("a=1", "b=2");
        assertThat(table.json(rows.get(0))).isEqualTo("{\"key\":\"a\",\"value\":1}");
    }

    @Test
    void rows_objectAroundIsMissing_areNone() {
        assertThat(rows("things_get_inner_parts", "{\"id\":\"t-1\"}")).isEmpty();
    }

    @Test
    void rows_somethingElseInThePlaceOfTheList_isAnUnreadableResponse() {
        assertThatThrownBy(() -> rows("things_get_parts", "{\"parts\":\"none\"}"))
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessageContaining("$.parts");
    }

    @Test
    void report_rowsThatAreNoRecords_isNotProven() {
        server.then(ScriptedServer.json(200, "{\"parts\":[{\"id\":\"p-1\"},7]}"), ScriptedServer.json(200, THING));
        Walk<?> walk = session.rows(table("things_get_parts"), ONE).iterator();
        walk.forEachRemaining(row -> {});
        assertThat(walk.report().rows()).isEqualTo(1);
        assertThat(walk.report().proven()).isFalse();
        assertThat(walk.report().reasons())
                .singleElement()
                .asString()
                .contains("1 rows of the response were no records");

        Walk<?> whole = session.rows(table("things_get_parts"), ONE).iterator();
        whole.forEachRemaining(row -> {});
        assertThat(whole.report().proven()).isTrue();
    }

    @Test
    void resume_ofOneResponse_goesOnBehindTheRowsDelivered() {
        server.then(ScriptedServer.json(200, THING), ScriptedServer.json(200, THING));
        Paged<?> rows = session.rows(table("things_get_parts"), ONE);
        Walk<?> walk = rows.iterator();
        walk.next();
        Walk<?> rest = rows.resume(Checkpoint.parse(walk.checkpoint().text())).iterator();
        assertThat(value(table("things_get_parts"), "id", rest.next())).isEqualTo("p-2");
        assertThat(rest.hasNext()).isFalse();
        assertThat(rest.report().proven()).isFalse();
    }

    @Test
    void rows_everyMistake_inOneMessageAndNothingIsSent() {
        Arguments wrong = Arguments.of(Map.of("limit", "101"))
                .with("rate", "fast")
                .with("day", "2026-02-30")
                .with("mood", "angry")
                .with("startDate", "2026-02-01")
                .with("end_date", "2026-01-01")
                .with("start_date", Instant.parse("2026-02-01T00:00:00Z"))
                .with("small", 1L << 40)
                .with("colour", "red");
        assertThatThrownBy(() -> session.rows(table("things_get"), wrong))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("things.all.get: limit must be a number of 1 to 100, such as 100; was \"101\""
                        + "; rate must be a number, such as 0.5; was \"fast\""
                        + "; day must be a day, such as 2026-02-01; was \"2026-02-30\""
                        + "; mood must be one of the known values: good, bad; was \"angry\""
                        + "; startDate is no parameter; did you mean start_date?"
                        + "; small must be at most 2147483647, was 1099511627776"
                        + "; colour is no parameter; there are thing_id, limit, small, rate, cost, open, day, start_date,"
                        + " end_date, when, mood, moods, ids"
                        + "; thing_id is missing"
                        + "; start_date must not be after end_date, was 2026-02-01T00:00:00Z against"
                        + " 2026-01-01T00:00:00Z");
        assertThat(server.count()).isZero();
    }

    @Test
    void prepare_valuesAsTextAndTyped_giveTheSameRequest() {
        ApiOperation get = catalog.operation("things.all.get").orElseThrow();
        Arguments typed = ONE.with("limit", 20)
                .with("day", LocalDate.parse("2026-02-01"))
                .with("start_date", Instant.parse("2026-02-01T00:00:00Z"))
                .with("when", LocalDate.parse("2026-03-01"))
                .with("cost", new BigDecimal("1.50"))
                .with("open", true)
                .with("moods", List.of("good", "bad"))
                .with("ids", List.of("a", "b"));
        Arguments texts = ONE.with("limit", "20")
                .with("day", "2026-02-01")
                .with("start_date", "2026-02-01")
                .with("when", "2026-03-01")
                .with("cost", "1.50")
                .with("open", "true")
                .with("moods", "good, bad")
                .with("ids", "a,b");
        assertThat(session.prepare(get, texts).url())
                .isEqualTo(session.prepare(get, typed).url());
        assertThat(session.prepare(get, typed).query()).containsEntry("moods", "[4, 3]");
        assertThat(get.parameter("when").orElseThrow().parse("2026-03-01T01:00:00+01:00"))
                .isEqualTo(DateOrTime.of(Instant.parse("2026-03-01T00:00:00Z")));
        assertThat(server.count()).isZero();
    }

    @Test
    void prepare_requiredParameterOfTheWrongType_isNamedOnce() {
        ApiOperation get = catalog.operation("things.all.get").orElseThrow();
        assertThatThrownBy(() -> session.prepare(get, Arguments.NONE.with("thing_id", " ")))
                .hasMessage("things.all.get: thing_id must be an id, such as m-1; was \"\"");
    }

    @Test
    void prepare_choiceThatIsNotKnown_isRefusedAsTextAndSentAsAValue() {
        ApiOperation get = catalog.operation("things.all.get").orElseThrow();
        assertThatThrownBy(() -> session.prepare(get, ONE.with("mood", "fresh")))
                .hasMessage("things.all.get: mood must be one of the known values: good, bad; was \"fresh\"");
        assertThat(session.prepare(get, ONE.with("mood", new HistogramBucket("fresh")))
                        .query())
                .containsEntry("mood", "fresh");
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 1e2",
        "limit, 0",
        "limit, 9223372036854775808",
        "rate, 1d",
        "rate, NaN",
        "rate, 1e999",
        "cost, 1e999999999",
        "open, yes",
        "day, 2026-2-1",
        "start_date, 2026-02-01T00:00:00",
        "when, 2026-02-01 08:00",
        "mood, Good",
        "ids, 'a,,b'"
    })
    void parse_textOfAnotherKind_isRefusedByName(String name, String text) {
        Parameter parameter = catalog.operations().get(0).parameter(name).orElseThrow();
        assertThatThrownBy(() -> parameter.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name + " must be ");
        assertThatThrownBy(() -> session.rows(table("things_get"), ONE.with(name, text)))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(server.count()).isZero();
    }

    @Test
    void facts_areThoseOfTheOperation() {
        ApiOperation get = catalog.operations().get(0);
        assertThat(get.group()).isEqualTo("all");
        assertThat(get.name()).isEqualTo("get");
        assertThat(get.summary()).isEqualTo("Gives things.");
        assertThat(get.rules()).containsExactly("start_date not after end_date");
        assertThat(get.parameter("start_date").orElseThrow().role()).isEqualTo(Parameter.Role.WINDOW_START);
        Parameter limit = get.parameter("limit").orElseThrow();
        assertThat(limit.unit()).isEqualTo("things");
        assertThat(limit.defaultText()).isEqualTo("20");
        Table table = table("things_get");
        assertThat(table.idColumn().orElseThrow().name()).isEqualTo("id");
        assertThat(table.timeColumn().orElseThrow().name()).isEqualTo("at");
        assertThat(table.column("size").orElseThrow().nullable()).isFalse();
        assertThat(table.column("inner_size").orElseThrow().nullable()).isTrue();
        assertThat(table.column("labels").orElseThrow()).hasToString("labels LIST<TEXT>");
        assertThat(session.catalog()).isSameAs(catalog);
    }

    @Test
    void download_ofAnOperationWithoutFile_isRefused() {
        ApiOperation get = catalog.operations().get(0);
        assertThatThrownBy(() -> session.download(get, ONE)).hasMessage("things.all.get: gives no file: it gives JSON");
        assertThatThrownBy(() -> session.order(get, ONE)).hasMessageContaining("takes no orders of files");
        assertThatThrownBy(() -> session.resume(get, "x")).hasMessageContaining("takes no orders of files");
    }
}
