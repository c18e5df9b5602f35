package io.github.analytics4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.testkit.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.security.alias.CredentialProvider;
import org.apache.hadoop.security.alias.CredentialProviderFactory;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What options may say, and what becomes of those that are wrong. */
class OptionsTest {
    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = LocalSpark.sandbox().calls(30).start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void forget() {
        sandbox.requests().clear();
    }

    private static String refusal(Map<String, String> options) {
        DataFrameReader reader =
                LocalSpark.session().read().format("analytics4j").options(options);
        Throwable failure = catchThrowable(() -> reader.load().collectAsList());
        assertThat(failure).isInstanceOf(InvalidRequestException.class);
        assertThat(sandbox.requests().all()).isEmpty();
        return failure.getMessage();
    }

    @Test
    void noTable_isToldWithAnExample() {
        assertThat(refusal(Map.of()))
                .isEqualTo("options of analytics4j: table is missing: set it to a name such as callops_overview");
    }

    @Test
    void unknownTable_isToldWithThoseThereAre() {
        assertThat(refusal(Map.of("table", "synthflow.cals")))
                .startsWith("options of analytics4j: table \"synthflow.cals\" is not there: there are ")
                .contains("synthflow_calls, ", "synaptiq_activity")
                .endsWith("; did you mean synthflow.calls?");
        assertThat(refusal(Map.of("table", "Synthflow_cals"))).endsWith("; did you mean synthflow_calls?");
        assertThat(refusal(Map.of("table", "weather"))).doesNotContain("did you mean");
    }

    @Test
    void noModuleOfAnApi_isToldInThePlaceOfTheTables() {
        assertThat(ReadOptions.notThere("synthflow.calls", List.of()))
                .isEqualTo("table \"synthflow.calls\" is not there: no module of an API is on the class path: add one,"
                        + " analytics4j- and the API's name, or take the jar with all");
    }

    @Test
    void allMistakes_areToldAtOnce() {
        assertThat(refusal(Map.of(
                        "table", "synthflow_calls",
                        "from", "yesterday",
                        "rate", "a lot",
                        "prefetch", "65",
                        "call_status", "fine",
                        "agnets", "m-1")))
                .startsWith("options of analytics4j: ")
                .contains(
                        "from must be a day or a time with its zone, such as 2026-02-01T00:00:00Z; was \"yesterday\"",
                        "rate must be requests and a time, such as 60/min, 5/s or 1000/day; was \"a lot\"",
                        "prefetch must be a number of 0 to 64; was \"65\"",
                        "call_status must be one of the known values: pending",
                        "agnets is no option: there are table, ")
                .endsWith("; did you mean agents?");
    }

    @Test
    void severalUnknownOptions_areToldWithThoseThatAreNear() {
        assertThat(refusal(Map.of(
                        "table", "synthflow_calls", "call-statis", "completed", "prefech", "2", "colour", "red")))
                .matches("(?s).*(call-statis|prefech|colour), .* are no options: there are table, .*")
                .containsPattern("; did you mean [^;]*call_status for call-statis[,?]")
                .containsPattern("; did you mean [^;]*prefetch for prefech[,?]")
                .doesNotContain("for colour");
    }

    @Test
    void idWithAComma_inAJsonArrayOrAFilter_isOne() {
        String agent = sandbox.synthflow().modelId();
        assertThat(LocalSpark.read(sandbox, "synthflow.calls")
                        .option("agents", "[\"m,1\", \"" + agent + "\", \"m,1\"]")
                        .load()
                        .collectAsList())
                .hasSize(30);
        assertThat(asked()).containsExactlyInAnyOrder("m,1", agent);

        sandbox.requests().clear();
        assertThat(LocalSpark.read(sandbox, "synthflow.calls")
                        .load()
                        .where("model_id in ('m,2', '" + agent + "')")
                        .collectAsList())
                .hasSize(30);
        assertThat(asked()).containsExactlyInAnyOrder("m,2", agent);
    }

    /** The ids that were asked for, each once. */
    private static Set<String> asked() {
        return sandbox.requests().all().stream()
                .map(each -> each.query("model_id").orElseThrow())
                .collect(Collectors.toSet());
    }

    @Test
    void arrayOfIds_thatIsNone_isRefused() {
        for (String text : List.of("[\"m-1\"", "[]", "[1]", "[\"m-1\", null]")) {
            assertThat(refusal(Map.of("table", "synthflow_calls", "agents", text)))
                    .contains("model_id must be values with commas between them, or a JSON array of texts, such as"
                            + " [\"m-1\",\"m-2\"]; was \"" + text + "\"");
        }
        assertThat(refusal(Map.of("table", "synthflow_calls", "agents", "[\"m-1\", \"\"]")))
                .contains("model_id must be ");
    }

    @Test
    void keyAsAnOption_isRefused_andNotRepeated() {
        for (String name : List.of("apiKey", "api-key", "API_KEY", "synthflow.api-key", "token", "key")) {
            assertThat(refusal(Map.of("table", "synthflow_calls", name, "sk_live_not_to_be_seen")))
                    .contains(" is refused: options show in plans", "name that with keyVariable")
                    .doesNotContain("sk_live");
        }
        assertThat(refusal(Map.of("table", "nowhere", "apiKey", "sk_live_not_to_be_seen")))
                .contains("apiKey is refused")
                .doesNotContain("sk_live");
    }

    @Test
    void keyInThePlaceOfItsName_isNotRepeated() {
        for (String name : List.of("keyVariable", "keyFile", "keySecret")) {
            assertThat(refusal(Map.of("table", "synthflow_calls", "agents", "m-1", name, "sk_live_not_to_be_seen")))
                    .contains(name + ": ", "on this host")
                    .doesNotContain("sk_live");
        }
    }

    @Test
    void idThatARequestNeeds_isAskedFor() {
        assertThat(refusal(Map.of("table", "synthflow_calls", "keyVariable", LocalSpark.KEY_VARIABLE)))
                .isEqualTo(
                        "options of analytics4j: model_id is missing: set the option model_id (or agents) to one value or several"
                                + " with commas, or filter by the column");
    }

    @Test
    void endsOfTheWindow_areSetByFromAndTo() {
        assertThat(refusal(Map.of(
                        "table",
                        "synthflow_calls",
                        "from_date",
                        "2026-02-01",
                        "from",
                        "2026-03-01",
                        "to",
                        "2026-02-01")))
                .contains("from_date is set by from and to: set those", "from must be before to");
    }

    @Test
    void names_inAnyCase_withHyphensOrLowLines_areTheSame() {
        String agent = sandbox.synthflow().modelId();
        List<Row> rows = LocalSpark.session()
                .read()
                .format("analytics4j")
                .option("TABLE", "synthflow.calls")
                .option("modelId", agent)
                .option("BASE_URL", sandbox.synthflow().baseUrl().toString())
                .option("key-variable", LocalSpark.KEY_VARIABLE)
                .load()
                .collectAsList();

        assertThat(rows).hasSize(30);
    }

    @Test
    void key_fromAFileOfSettings(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("keys.properties");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, "synthflow.api-key=" + LocalSpark.key());

        assertThat(read("keyFile", file.toString())).hasSize(30);
    }

    @Test
    void key_fromACredentialProvider() throws Exception {
        Configuration hadoop = new Configuration();
        hadoop.set(CredentialProviderFactory.CREDENTIAL_PROVIDER_PATH, LocalSpark.SECRETS);
        CredentialProvider provider =
                CredentialProviderFactory.getProviders(hadoop).get(0);
        provider.createCredentialEntry("synthflow-key", LocalSpark.key().toCharArray());
        provider.flush();

        try {
            assertThat(read("keySecret", "synthflow-key")).hasSize(30);
        } finally {
            provider.deleteCredentialEntry("synthflow-key");
            provider.flush();
        }
    }

    private static List<Row> read(String option, String value) {
        return LocalSpark.session()
                .read()
                .format("analytics4j")
                .option("table", "synthflow.calls")
                .option("agents", sandbox.synthflow().modelId())
                .option("baseUrl", sandbox.synthflow().baseUrl().toString())
                .option(option, value)
                .load()
                .collectAsList();
    }

    /** Else a parameter of a table could not be set. */
    @Test
    void parameters_haveNoNameOfAnOptionOfOurs() {
        List<String> ours = List.of(
                "table",
                "agents",
                "from",
                "to",
                "window",
                "planner",
                "partitionrows",
                "prefetch",
                "allowunproven",
                "keyvariable",
                "keyfile",
                "keysecret",
                "rate",
                "executors",
                "path",
                "baseurl",
                "region");
        for (ApiCatalog api : ApiCatalog.all()) {
            for (var table : api.tables()) {
                assertThat(table.parameters().stream()
                                .filter(each -> each.role() == Parameter.Role.FILTER)
                                .map(each ->
                                        each.name().toLowerCase(Locale.ROOT).replace("_", "")))
                        .as(table.name())
                        .doesNotContainAnyElementsOf(ours);
            }
        }
    }

    @Test
    void schemaOfAnother_isRefused() {
        assertThatThrownBy(() -> LocalSpark.read(sandbox, "synthflow_calls")
                        .schema("a int")
                        .load()
                        .collectAsList())
                .hasMessageContaining("the schema has columns that synthflow_calls has not: a");
    }
}
