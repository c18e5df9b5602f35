package io.github.analytics4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ApiOperation;
import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.json.JsonValue;
import io.github.analytics4j.testkit.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks the catalogues: every operation and every table of every API through the command, against the sandbox. */
class EveryOperationTest {
    private static Sandbox sandbox;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.builder()
                .seed(7)
                .calls(250)
                .activities(250)
                .sttEvents(250)
                .start();
        sandbox.voisnap().reports().readyAfter(Duration.ZERO);
        sandbox.voisnap().reports().estimatedSeconds(0);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static Shell shell() {
        return new Shell().with(sandbox.environment());
    }

    /** The shop is a test's own and has no sandbox. */
    static List<ApiCatalog> vendors() {
        return ApiCatalog.all().stream()
                .filter(api -> !(api instanceof ShopCatalog))
                .toList();
    }

    static Stream<String> operations() {
        return vendors().stream().flatMap(api -> api.operations().stream().map(each -> Help.words(api, each)));
    }

    static Stream<Table> tables() {
        return vendors().stream().flatMap(api -> api.tables().stream());
    }

    private static ApiCatalog api(ApiOperation operation) {
        return vendors().stream()
                .filter(api -> operation.id().startsWith(api.name() + "."))
                .findFirst()
                .orElseThrow();
    }

    /** The operation as it is typed, with a value for each parameter that it needs. */
    private String words(ApiOperation operation) {
        StringBuilder words = new StringBuilder(Help.words(api(operation), operation));
        for (Parameter parameter : operation.parameters()) {
            if (parameter.required()) {
                words.append(" --")
                        .append(parameter.name().replace('_', '-'))
                        .append(" '")
                        .append(value(parameter))
                        .append('\'');
            }
        }
        return words.toString();
    }

    private String value(Parameter parameter) {
        if (parameter.name().equals("report_id")) {
            return JsonValue.parse(shell().run(
                                    "voisnap reports create --type conversation_summary --format csv --date-from 2026-06-01 --date-to 2026-06-30")
                            .out())
                    .get("id")
                    .asText();
        } else if (parameter.name().equals("model_id")) {
            return sandbox.synthflow().modelId();
        } else if (parameter.name().equals("type")) {
            return "conversation_summary"; // the one type of report that the vendor documents
        } else if (!parameter.choices().isEmpty()) {
            return parameter.choices().get(0).value();
        }
        return parameter.type().example().isEmpty() ? "x" : parameter.type().example();
    }

    @Test
    void catalogues_haveAll28Operations() {
        assertThat(operations()).hasSize(28).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operation_runs(String typed) {
        ApiOperation operation = vendors().stream()
                .flatMap(api -> api.operations().stream())
                .filter(each -> Help.words(api(each), each).equals(typed))
                .findFirst()
                .orElseThrow();
        Path file = folder.resolve("file");
        String extra = switch (operation.result()) {
            case FILE -> " --out " + file;
            case ORDER -> " --wait --out " + file;
            case JSON -> "";
        };
        Shell.Result result = shell().run(words(operation) + extra);

        assertThat(result.err()).doesNotContain("analytics4j: unexpected");
        assertThat(result.code()).as(result.err()).isZero();
        if (operation.result() == ApiOperation.Result.JSON) {
            assertThat(result.lines()).isNotEmpty().allSatisfy(line -> JsonValue.parse(line));
        } else {
            assertThat(file).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void table_csv_hasItsColumnsAndAsManyRowsAsJsonLines(Table table) throws IOException {
        String typed =
                words(table.operation()) + (table.operation().tables().size() > 1 ? " --table " + table.name() : "");
        Shell.Result csv = shell().run(typed + " --format csv");
        Shell.Result json = shell().run(typed + " --format jsonl --columns "
                + String.join(",", table.columns().stream().map(Column::name).toList()));

        assertThat(csv.code()).as(csv.err()).isZero();
        List<List<String>> records;
        try (var reader = CsvReader.builder().ofCsvRecord(csv.out())) {
            records = reader.stream()
                    .map(record -> List.copyOf(record.getFields()))
                    .toList();
        }
        assertThat(records.get(0))
                .isEqualTo(table.columns().stream().map(Column::name).toList());
        assertThat(json.lines()).hasSize(records.size() - 1);
        for (int i = 0; i < json.lines().size(); i++) {
            assertThat(cells(table, JsonValue.parse(json.lines().get(i)))).isEqualTo(records.get(i + 1));
        }
    }

    private static List<String> cells(Table table, JsonValue row) {
        return table.columns().stream()
                .map(column -> {
                    JsonValue value = row.get(column.name());
                    return value.isNull() ? "" : value.asText() != null ? value.asText() : value.json();
                })
                .toList();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void help_namesEveryParameter(String typed) {
        ApiOperation operation = vendors().stream()
                .flatMap(api -> api.operations().stream())
                .filter(each -> Help.words(api(each), each).equals(typed))
                .findFirst()
                .orElseThrow();
        Shell.Result help = new Shell().run(typed + " --help");

        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        operation.parameters().stream()
                .filter(each -> operation.paging() == Table.Paging.NONE || each.role() != Parameter.Role.PAGE_SIZE)
                .forEach(each ->
                        assertThat(help.out()).contains("  --" + each.name().replace('_', '-') + " "));
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 130 || line.contains("http"));
    }

    @Test
    void sandbox_needsNoKeyAndKnowsTheMainAgent() {
        Shell.Result result =
                new Shell().run("synthflow calls list --sandbox --max-rows 3 --format csv --columns call_id");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.lines()).hasSize(4);
    }

    @Test
    void sandbox_ownKeyInTheEnvironment_isNotUsed() {
        Shell.Result result = new Shell()
                .with("SYNTHFLOW_API_KEY", "sk_real")
                .with("SYNTHFLOW_BASE_URL", "http://127.0.0.1:1")
                .run("synthflow calls list --sandbox --max-rows 1");

        assertThat(result.code()).as(result.err()).isZero();
    }

    @Test
    void rulesBetweenParameters_areRefusedInTheNamesOfOptions() {
        int before = sandbox.requests().all().size();
        Shell.Result result = shell().run("synthflow analytics export --from-date 2026-03-01 --to-date 2026-02-01");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).hasLineCount(1).contains("--from-date").contains("--to-date");
        assertThat(sandbox.requests().all()).hasSize(before);
    }
}
