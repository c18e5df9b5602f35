package io.github.analytics4j.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ApiOperation;
import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.catalog.ApiSession.FileOrder;
import io.github.analytics4j.catalog.Arguments;
import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.error.ApiException.AuthenticationException;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.json.JsonValue;
import io.github.analytics4j.page.Paged;
import io.github.analytics4j.page.Walk;
import io.github.analytics4j.testkit.Sandbox;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation and every table that the catalogues have, run against the sandbox and held against the typed clients. */
class CatalogWalkTest {
    private static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");

    private static Sandbox sandbox;
    private static TypedRows typed;
    private static final Map<String, ApiSession> SESSIONS = new TreeMap<>();

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        sandbox = Sandbox.builder()
                .seed(14)
                .calls(230)
                .activities(120)
                .sttEvents(300)
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .start();
        sandbox.voisnap().reports().readyAfterLooks(0);
        sandbox.voisnap().reports().estimatedSeconds(0);
        typed = new TypedRows(sandbox);
        catalogs().forEach(each -> SESSIONS.put(each.name(), each.open(settings())));
    }

    @AfterAll
    static void close() {
        SESSIONS.values().forEach(ApiSession::close);
        typed.close();
        sandbox.close();
    }

    private static ClientSettings settings() {
        Map<String, String> values = new HashMap<>();
        values.put("synthflow.api-key", sandbox.synthflow().apiKey());
        values.put("synthflow.base-url", sandbox.synthflow().baseUrl().toString());
        values.put("synaptiq.api-key", sandbox.synaptiq().apiKey());
        values.put("synaptiq.base-url", sandbox.synaptiq().baseUrl().toString());
        values.put("voisnap.api-key", sandbox.voisnap().apiKey());
        values.put("voisnap.base-url", sandbox.voisnap().baseUrl().toString());
        values.put("callops.api-key", sandbox.callops().apiKey());
        values.put("callops.base-url", sandbox.callops().baseUrl().toString());
        return ClientSettings.of(values);
    }

    static List<ApiCatalog> catalogs() {
        return ApiCatalog.all();
    }

    static Stream<Table> tables() {
        return catalogs().stream().flatMap(each -> each.tables().stream());
    }

    static Stream<ApiOperation> operations() {
        return catalogs().stream().flatMap(each -> each.operations().stream());
    }

    private static ApiSession session(ApiOperation operation) {
        return SESSIONS.get(operation.id().substring(0, operation.id().indexOf('.')));
    }

    /** What is required and nothing else. */
    private static Arguments required(ApiOperation operation) {
        Arguments arguments = Arguments.NONE;
        for (Parameter each : operation.parameters()) {
            if (each.required()) {
                arguments = arguments.with(each.name(), value(each));
            }
        }
        return arguments;
    }

    private static String value(Parameter parameter) {
        return switch (parameter.name()) {
            case "model_id" -> sandbox.synthflow().modelId();
            case "type" -> "conversation_summary";
            case "report_id" -> "rpt_1";
            case "format" -> "csv";
            default -> throw new IllegalArgumentException("say here a value for " + parameter);
        };
    }

    @Test
    void all_onTheClassPath_areTheFourApisByName() {
        assertThat(catalogs())
                .extracting(ApiCatalog::name)
                .containsExactly("callops", "synaptiq", "synthflow", "voisnap");
        assertThat(catalogs())
                .extracting(ApiCatalog::title)
                .containsExactly("CallOps", "Synaptiq", "Synthflow", "Voisnap");
        assertThat(operations()).hasSize(28);
        assertThat(operations().map(ApiOperation::id)).doesNotHaveDuplicates();
        assertThat(tables().map(Table::name)).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
        assertThat(tables().map(Table::name))
                .as("tables; TypedRows has the rows of each by the typed client")
                .containsExactlyInAnyOrderElementsOf(typed.byTable().keySet());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operation_requiredParametersAlone_isPreparedAndSent(ApiOperation operation) {
        assertThat(operation.summary()).endsWith(".");
        assertThat(operation.vendorUrl()).startsWith("https://");
        assertThat(operation.parameters()).allSatisfy(each -> {
            assertThat(each.doc()).isNotBlank();
            assertThat(each.name()).matches("[a-z][a-z0-9_]*");
        });
        sandbox.requests().clear();
        var prepared = session(operation).prepare(operation, required(operation));
        assertThat(prepared.toCurl()).contains("$API_KEY");
        assertThat(sandbox.requests().count()).isZero();
        if (operation.result() == ApiOperation.Result.JSON) {
            assertThat(prepared.response().status()).isEqualTo(200);
            assertThat(sandbox.requests().count()).isEqualTo(1);
            assertThat(sandbox.requests().last().method()).isEqualTo(operation.method());
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void table_rows_areThoseOfTheTypedClient(Table table) {
        sandbox.requests().clear();
        Paged<?> rows = session(table.operation()).rows(table, required(table.operation()));
        assertThat(sandbox.requests().count()).isZero();
        Walk<?> walk = rows.iterator();
        List<Object> all = new ArrayList<>();
        walk.forEachRemaining(all::add);
        long sent = sandbox.requests().count();
        if (table.paging() == Table.Paging.NONE) {
            assertThat(sent).isEqualTo(1);
        }
        assertThat(walk.report().proven()).as(walk.report().toString()).isTrue();

        Collection<?> expected = typed.byTable().get(table.name()).get();
        assertThat(expected).isNotEmpty();
        assertThat(all.stream().map(row -> JsonValue.parse(table.json(row))))
                .containsExactlyElementsOf(
                        expected.stream().map(CatalogWalkTest::json).toList());
        all.forEach(row -> table.columns().forEach(column -> fits(column, row)));
    }

    private static JsonValue json(Object typedRow) {
        if (typedRow instanceof Map.Entry<?, ?> entry) {
            return JsonValue.parse("{\"key\":\"" + entry.getKey() + "\",\"value\":" + entry.getValue() + "}");
        }
        return JsonValue.parse(((JsonRecord) typedRow).toJson());
    }

    private static void fits(Column column, Object row) {
        Object value = column.get(row);
        if (value == null) {
            assertThat(column.nullable()).as(column + " is null").isTrue();
            return;
        }
        Column.Type type = column.type();
        assertThat(value).as(column.toString()).isInstanceOf(javaClass(type.kind()));
        if (type.kind() == Column.Type.Kind.JSON) {
            assertThat(JsonValue.parse((String) value).json()).isEqualTo(value);
        } else if (value instanceof Collection<?> list) {
            assertThat(list).allSatisfy(each -> assertThat(each).isInstanceOf(javaClass(type.element())));
        } else if (value instanceof Map<?, ?> map) {
            assertThat(map.values()).allSatisfy(each -> assertThat(each).isInstanceOf(javaClass(type.element())));
        }
    }

    private static Class<?> javaClass(Column.Type.Kind kind) {
        return switch (kind) {
            case TEXT, JSON -> String.class;
            case BIGINT -> Long.class;
            case DOUBLE -> Double.class;
            case DECIMAL -> BigDecimal.class;
            case BOOLEAN -> Boolean.class;
            case DATE -> LocalDate.class;
            case TIMESTAMP -> Instant.class;
            case LIST -> List.class;
            case MAP -> Map.class;
        };
    }

    @ParameterizedTest
    @MethodSource("tables")
    void table_facts_areComplete(Table table) {
        assertThat(table.doc()).endsWith(".");
        List<Column> columns = table.columns();
        assertThat(columns)
                .extracting(Column::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
        assertThat(columns.get(columns.size() - 1).name()).isEqualTo("unexpected");
        assertThat(columns).allSatisfy(each -> assertThat(each.doc()).isNotBlank());
        assertThat(table.idColumn().isPresent()).isEqualTo(table.paging() != Table.Paging.NONE);
        if (table.paging() != Table.Paging.NONE) {
            assertThat(table.maxPageSize())
                    .isGreaterThanOrEqualTo(table.defaultPageSize())
                    .isPositive();
            assertThat(table.timeColumn().orElseThrow().type().kind()).isEqualTo(Column.Type.Kind.TIMESTAMP);
        }
        assertThat(table.parameters()).noneMatch(each -> each.role() == Parameter.Role.PAGE_SIZE);
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void readme_saysWhatTheCatalogueHas(ApiCatalog catalog) throws Exception {
        List<String> readme = Files.readAllLines(Path.of("../../sdk-" + catalog.name() + "/README.md"));
        catalog.settings()
                .forEach(each -> assertThat(readme)
                        .contains("| `" + catalog.name() + "." + each.name() + "` | `" + each.variable() + "` | "
                                + (each.required() ? "yes" : "no") + " | "
                                + (each.values().isEmpty() ? "—" : String.join(", ", each.values())) + " | "
                                + each.meaning() + " |"));
        for (ApiOperation operation : catalog.operations()) {
            int at = readme.indexOf("### " + operation.id());
            List<String> section = readme.subList(at, readme.size());
            operation
                    .parameters()
                    .forEach(each -> assertThat(section.stream()
                                    .filter(line -> line.startsWith("| `" + each.name() + "` | "))
                                    .findFirst()
                                    .orElse(""))
                            .contains(each.required() ? " | yes | " : " | no | "));
        }
        for (Table table : catalog.tables()) {
            int at = readme.indexOf("### " + table.name());
            List<String> section = readme.subList(at, readme.size());
            for (Column column : table.columns().subList(0, table.columns().size() - 1)) {
                assertThat(section.stream()
                                .filter(line -> line.startsWith("| `" + column.name() + "` | "))
                                .findFirst()
                                .orElse(""))
                        .startsWith("| `" + column.name() + "` | `" + column.type() + "` | "
                                + (column.nullable() ? "yes" : "no") + " | ");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void parameter_parse_takesItsOwnExamplesAndRefusesOthersByName(ApiOperation operation) {
        for (Parameter each : operation.parameters()) {
            each.choices()
                    .forEach(choice -> assertThat(each.parse(choice.value())).isNotNull());
            if (each.type().example().isEmpty() || each.list()) {
                continue;
            }
            String example = each.min() != null
                    ? String.valueOf(each.min())
                    : each.type().example().split(" or ")[0];
            assertThat(each.parse(example)).isNotNull();
        }
        TreeSet<String> refused = new TreeSet<>();
        for (Parameter each : operation.parameters()) {
            try {
                each.parse("\u0000?");
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).startsWith(each.name() + " must be ").contains("was \"\u0000?\"");
                refused.add(each.name());
            }
        }
        assertThat(refused)
                .isEqualTo(new TreeSet<>(operation.parameters().stream()
                        .filter(each ->
                                !List.of("TEXT", "ID").contains(each.type().name()))
                        .map(Parameter::name)
                        .toList()));
    }

    @Test
    void rows_narrowed_askOnlyForThose() {
        Table calls = table("synthflow", "synthflow_calls");
        sandbox.requests().clear();
        List<?> some = SESSIONS.get("synthflow")
                .rows(
                        calls,
                        Arguments.NONE
                                .with("model_id", sandbox.synthflow().modelId())
                                .with("call_status", "completed")
                                .with("from_date", "2026-03-01")
                                .with("limit", "50"))
                .limit(3)
                .toList();
        assertThat(some).hasSize(3);
        Column status = calls.column("call_status").orElseThrow();
        assertThat(some).allSatisfy(row -> assertThat(status.get(row)).isEqualTo("completed"));
        assertThat(sandbox.requests().last().query("from_date"))
                .contains(String.valueOf(Instant.parse("2026-03-01T00:00:00Z").toEpochMilli()));
        assertThat(sandbox.requests().last().query("call_status")).contains("completed");
    }

    private static Table table(String api, String name) {
        return SESSIONS.get(api).catalog().table(name).orElseThrow();
    }

    @Test
    void rows_mistakes_areAllNamedAndNothingIsSent() {
        sandbox.requests().clear();
        assertThatThrownBy(() -> SESSIONS.get("synthflow")
                        .rows(
                                table("synthflow", "synthflow_calls"),
                                Arguments.NONE
                                        .with("call_status", "complete")
                                        .with("limit", 500)
                                        .with("duration_min", 9)
                                        .with("duration_max", 3)
                                        .with("from_date", "yesterday")
                                        .with("modelId", "m-1")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith(
                        "synthflow.calls.list: call_status must be one of the known values: pending, ringing")
                .hasMessageContaining("; limit must be a number of 1 to 100, such as 100; was \"500\"")
                .hasMessageContaining("; from_date must be a time with its zone, or a day for its start in UTC")
                .hasMessageContaining("; modelId is no parameter; did you mean model_id?")
                .hasMessageContaining("; model_id is missing")
                .hasMessageEndingWith("; duration_min must not be greater than duration_max, was 9 against 3");
        assertThatThrownBy(() -> SESSIONS.get("synthflow")
                        .rows(
                                table("synthflow", "synthflow_export"),
                                Arguments.NONE.with("from_date", "2025-01-01").with("to_date", "2026-01-01")))
                .hasMessage("synthflow.analytics.export: from_date to to_date must be at most 120 days, was 365");
        assertThat(sandbox.requests().count()).isZero();
    }

    @Test
    void rows_ofAnotherApi_areRefused() {
        assertThatThrownBy(() -> SESSIONS.get("voisnap").rows(table("synthflow", "synthflow_calls"), Arguments.NONE))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("synthflow.calls.list: is an operation of another API than this session's, voisnap");
    }

    @Test
    void order_awaitedAndResumed_isOneOrderAndOneFile() throws Exception {
        ApiSession session = SESSIONS.get("voisnap");
        ApiOperation create =
                session.catalog().operation("voisnap.reports.create").orElseThrow();
        assertThat(create.result()).isEqualTo(ApiOperation.Result.ORDER);
        assertThat(create.tables()).isEmpty();
        int before = sandbox.voisnap().reports().created().size();

        FileOrder order = session.order(create, required(create));
        FileOrder again = session.resume(create, order.ticket());
        assertThat(again.id()).isEqualTo(order.id()).startsWith("rpt_");
        Path file = folder.resolve("report.csv");
        again.await(Duration.ofSeconds(30)).saveTo(file, options -> {});

        assertThat(Files.size(file)).isPositive();
        assertThat(sandbox.voisnap().reports().created()).hasSize(before + 1);
        assertThatThrownBy(() -> session.resume(create, "something else"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("not a stored report");

        ApiOperation download =
                session.catalog().operation("voisnap.reports.download").orElseThrow();
        assertThat(download.result()).isEqualTo(ApiOperation.Result.FILE);
        Path second = folder.resolve("second.csv");
        session.download(download, Arguments.NONE.with("report_id", order.id())).saveTo(second);
        assertThat(second).hasSameBinaryContentAs(file);
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void open_fromTheEnvironment_explicitWins(ApiCatalog catalog) {
        Map<String, String> environment = new HashMap<>();
        catalog.settings()
                .forEach(each -> settings()
                        .get(catalog.name(), each)
                        .ifPresent(value -> environment.put(each.variable(), value)));
        Table table = catalog.tables().get(0);
        Arguments arguments = required(table.operation());
        try (ApiSession session = catalog.open(ClientSettings.environment(environment))) {
            assertThat(session.prepare(table.operation(), arguments).response().status())
                    .isEqualTo(200);
            assertThat(session.toString())
                    .doesNotContain(environment.get(catalog.settings().get(0).variable()));
        }
        ClientSettings wrongKey = ClientSettings.of(Map.of(catalog.name() + ".api-key", "sk_wrong_key"));
        try (ApiSession session = catalog.open(wrongKey.or(ClientSettings.environment(environment)))) {
            assertThatThrownBy(
                            () -> session.prepare(table.operation(), arguments).execute())
                    .isInstanceOf(AuthenticationException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void open_noKey_saysWhatToSet(ApiCatalog catalog) {
        assertThatThrownBy(() -> catalog.open(ClientSettings.NONE))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("settings of " + catalog.name() + ": api-key is missing: set "
                        + catalog.settings().get(0).variable() + " in the environment, or " + catalog.name()
                        + ".api-key in a settings file");
    }

    @Test
    void open_regionOrEnvironmentByName_isTheVendorsAddress() {
        ApiCatalog synthflow = SESSIONS.get("synthflow").catalog();
        ClientSettings given = ClientSettings.of(Map.of("synthflow.api-key", "k", "synthflow.region", "eu"));
        Map<String, String> environment = Map.of("SYNTHFLOW_BASE_URL", "https://elsewhere.example");
        try (ApiSession session = synthflow.open(given.or(ClientSettings.environment(environment)))) {
            assertThat(session).hasToString("SynthflowClient[https://api.eu.synthflow.ai/v2]");
        }
        ApiCatalog voisnap = SESSIONS.get("voisnap").catalog();
        try (ApiSession session =
                voisnap.open(ClientSettings.of(Map.of("voisnap.api-key", "k", "voisnap.environment", "SANDBOX")))) {
            assertThat(session.toString()).contains("sandbox");
        }
        assertThatThrownBy(() -> synthflow.open(ClientSettings.of(Map.of(
                        "synthflow.api-key",
                        "k",
                        "synthflow.region",
                        "EU",
                        "synthflow.base-url",
                        "https://x.example"))))
                .hasMessageContaining("exclude one another");
    }
}
