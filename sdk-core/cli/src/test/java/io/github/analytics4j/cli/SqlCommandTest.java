package io.github.analytics4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.analytics4j.json.JsonValue;
import io.github.analytics4j.testkit.Sandbox;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command's SQL: what it writes, where, and with which exit code. */
class SqlCommandTest {
    private static final int CALLS = 230;

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private Shell shell;

    @BeforeEach
    void open() {
        sandbox = Sandbox.builder().seed(17).calls(CALLS).start();
        shell = new Shell().with(sandbox.environment()).home(folder);
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Shell.Result sql(String query, String... options) {
        String[] words = new String[options.length + 2];
        words[0] = "sql";
        words[1] = query.replace(
                "calls()", "synthflow_calls(model_id := '" + sandbox.synthflow().modelId() + "')");
        System.arraycopy(options, 0, words, 2, options.length);
        return shell.run(words);
    }

    @Test
    void query_intoAPipe_isJsonLines() {
        Shell.Result result = sql("select count(*) as calls, min(duration) is null as none from calls()");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo("{\"calls\":" + CALLS + ",\"none\":false}\n");
        assertThat(result.err()).isEqualTo("analytics4j: 1 row\n");
    }

    @Test
    void query_onATerminal_isATable() {
        shell.terminal(new Terminal(true, true, 60));
        Shell.Result result =
                sql("select i as number, 'x' || i as name from range(2) as t(i); select 'é' as \"other one\"");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out())
                .isEqualTo("number  name\n------  ----\n     0  x0\n     1  x1\n\nother one\n---------\né\n");
    }

    @Test
    void everyColumn_ofATable_isThatOfTheOtherCommands() {
        List<String> columns = shell.run("describe synthflow_calls").lines().stream()
                .filter(line -> line.matches(" {2}\\w+ +(TEXT|BIGINT|DOUBLE|DECIMAL|BOOLEAN|TIMESTAMP|DATE)\\..*"))
                .map(line -> line.strip().split(" ", 2)[0])
                .toList();
        assertThat(columns).hasSizeGreaterThan(10);
        Shell.Result walked = shell.run(
                "synthflow",
                "calls",
                "list",
                "--model-id",
                sandbox.synthflow().modelId(),
                "--format",
                "csv",
                "--columns",
                String.join(",", columns));
        Shell.Result queried = sql("select " + String.join(", ", columns) + " from calls()", "--format", "csv");

        assertThat(walked.code()).isZero();
        assertThat(queried.code()).as(queried.err()).isZero();
        assertThat(queried.out()).isEqualTo(walked.out());
    }

    @Test
    void formats_haveTheRows() throws Exception {
        String query = "select * from (values (1, 'a,b'), (2, null), (3, '=x')) t(n, s) order by n";

        assertThat(sql(query, "--format", "csv").out()).isEqualTo("n,s\r\n1,\"a,b\"\r\n2,\r\n3,=x\r\n");
        assertThat(sql(query, "--excel").out()).isEqualTo("\ufeffn,s\r\n1,\"a,b\"\r\n2,\r\n3,'=x\r\n");
        assertThat(sql("pivot (select '=1+1' as name) on name", "--excel", "--format", "csv")
                        .out())
                .isEqualTo("\ufeff'=1+1\r\n1\r\n");
        assertThat(sql(query, "--format", "json").out())
                .isEqualTo("[\n{\"n\":1,\"s\":\"a,b\"},\n{\"n\":2,\"s\":null},\n{\"n\":3,\"s\":\"=x\"}\n]\n");
        assertThat(sql(query + " limit 0", "--format", "json").out()).isEqualTo("[]\n");
        Path file = folder.resolve("rows.csv");
        assertThat(sql(query, "--out", file.toString()).out()).isEmpty();
        assertThat(file).hasContent("n,s\r\n1,\"a,b\"\r\n2,\r\n3,=x\r\n");
    }

    @Test
    void outFile_ofAQueryThatFails_isTheOldOne() throws Exception {
        Path file = Files.writeString(folder.resolve("rows.jsonl"), "old");
        Shell.Result result = sql("select 1 as a; select error('no') as b", "--out", file.toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**/.rows*");
        assertThat(sql("create table t as select 1", "--out", file.toString()).err())
                .isEqualTo("analytics4j: done: 1 row\nanalytics4j: --out " + file
                        + " was not written: no statement brought rows\n");
        assertThat(file).hasContent("old");
    }

    @Test
    void namesThatComeTwice_areToldApart() {
        assertThat(sql("select 1 as a, 2 as a, 3 as a_1").out()).isEqualTo("{\"a\":1,\"a_1\":2,\"a_1_1\":3}\n");
    }

    @Test
    void statements_runInTheirOrder() {
        Shell.Result result = sql("""
                /* none */ -- one; comment
                create table t as select ';' as s, $$a;b$$ as d; /* two; /* nested; */ */
                insert into t values (e'it\\'s;', 'x');
                select * from t order by s;;""");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo("{\"s\":\";\",\"d\":\"a;b\"}\n{\"s\":\"it's;\",\"d\":\"x\"}\n");
        assertThat(result.err()).isEqualTo("analytics4j: done: 1 row\nanalytics4j: done: 1 row\nanalytics4j: 2 rows\n");
        assertThat(sql("select 1 as a; select 2 as a", "--format", "csv", "--quiet"))
                .isEqualTo(new Shell.Result(
                        2,
                        "a\r\n1\r\n",
                        "analytics4j: --format csv is for one result, and a second statement brings rows: run it by"
                                + " itself, or choose jsonl or table\n"));
    }

    @Test
    void query_comesFromAFileOrStdin() throws Exception {
        Path file = Files.writeString(folder.resolve("q.sql"), "select 7 as a;\n");

        assertThat(sql("@" + file).out()).isEqualTo("{\"a\":7}\n");
        assertThat(shell.run("sql", "-f", file.toString()).out()).isEqualTo("{\"a\":7}\n");
        assertThat(shell.run("sql", "--query-file", file.toString()).out()).isEqualTo("{\"a\":7}\n");
        assertThat(shell.in("select 8 as a").run("sql", "-").out()).isEqualTo("{\"a\":8}\n");
        assertThat(shell.in("select 9 as a").run("sql").out()).isEqualTo("{\"a\":9}\n");
    }

    @Test
    void query_notInUtf8_is2() throws Exception {
        byte[] latin = "select 'Müller' as a".getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("q.sql"), latin);
        String why = " cannot be read: it is not in UTF-8; convert it first, as iconv does\n";

        assertThat(sql("@" + file)).isEqualTo(new Shell.Result(2, "", "analytics4j: the query file " + file + why));
        assertThat(shell.in(latin).run("sql", "-"))
                .isEqualTo(new Shell.Result(2, "", "analytics4j: the query from stdin" + why));
    }

    @Test
    void copy_writesParquet() {
        Path file = folder.resolve("calls.parquet");
        Shell.Result result = sql("copy (from calls()) to '" + file + "'");

        assertThat(result).isEqualTo(new Shell.Result(0, "", "analytics4j: done: " + CALLS + " rows\n"));
        assertThat(sql("select count(distinct call_id) as n from '" + file + "'")
                        .out())
                .isEqualTo("{\"n\":" + CALLS + "}\n");
    }

    @Test
    void copy_toAFullDisk_isToldWithoutTheDriversJson() {
        assumeTrue(Files.exists(Path.of("/dev/full")), "needs /dev/full");

        assertThat(shell.in("copy (select 1) to '/dev/full'").run("sql").err())
                .isEqualTo("analytics4j: IO Error: Could not write file \"/dev/full\": No space left on device\n");
    }

    @Test
    void database_isKeptInItsFile_andUsedByOneAtATime() throws Exception {
        Path file = folder.resolve("kept.duckdb");
        assertThat(sql("create table kept as select call_id from calls()", "--file", file.toString())
                        .code())
                .isZero();
        sandbox.requests().clear();

        assertThat(sql("select count(*) as n from kept", "--file", file.toString())
                        .out())
                .isEqualTo("{\"n\":" + CALLS + "}\n");
        assertThat(sandbox.requests().count()).isZero();
    }

    @Test
    void storedFolder_isReadInPlaceOfTheApi() throws Exception {
        Path table = Files.createDirectories(folder.resolve("warehouse/synthflow_calls"));
        Shell.Result written = shell.run(
                "synthflow",
                "calls",
                "list",
                "--model-id",
                sandbox.synthflow().modelId(),
                "--out",
                table.resolve("1.jsonl").toString());
        assertThat(written.code()).isZero();
        sandbox.requests().clear();
        Shell.Result result = sql(
                "select count(*) as n from calls()",
                "--stored",
                folder.resolve("warehouse").toString());

        assertThat(result.out()).as(result.err()).isEqualTo("{\"n\":" + CALLS + "}\n");
        assertThat(sandbox.requests().count()).isZero();
    }

    @Test
    void sandboxOption_tellsItsAgentAsAVariable() {
        Shell.Result result = new Shell()
                .run(
                        "sql",
                        "--sandbox",
                        "select count(*) > 0 as any from synthflow_calls(model_id := getvariable('synthflow_model_id'))");

        assertThat(result.out()).as(result.err()).isEqualTo("{\"any\":true}\n");
    }

    @Test
    void limit_asksForOnePage_prefetchForMore() {
        sandbox.requests().clear();
        assertThat(sql("select call_id from calls() limit 5").lines()).hasSize(5);
        assertThat(sandbox.requests().count()).isEqualTo(1);
        assertThat(sql("select count(*) as n from calls()", "--prefetch", "3").out())
                .isEqualTo("{\"n\":" + CALLS + "}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "selekt 1 | 2 | Parser Error: syntax error at or near \"selekt\"",
                "select nothing | 2 | Binder Error: Referenced column \"nothing\" was not found because the FROM clause is missing",
                "select * from nothing | 2 | Catalog Error: Table with name nothing does not exist!",
                "select * from synthflow_calls() | 2 | synthflow_calls: model_id is missing",
                "select * from synthflow_calls(modelid := '1') | 2 "
                        + "| Binder Error: synthflow_calls: modelid is no parameter; did you mean model_id?",
                "select 'x'::int | 1 | Conversion Error: Could not convert string 'x' to INT32",
                ".tabels | 2 | there is no command \".tabels\"; did you mean .tables?; there are .tables and .describe NAME",
                ".describe synthflow_cals | 2 "
                        + "| there is no table \"synthflow_cals\"; did you mean synthflow_calls?; .tables lists them all",
                "select * from synthflow_calls | 2 "
                        + "| Catalog Error: synthflow_calls is called as a function: synthflow_calls(model_id := ...)",
                "/* */ ; | 2 | the query is empty",
                "-- nothing | 2 | the query is empty"
            })
    void wrongQuery_isOneLineAndItsCode(String query, int code, String line) {
        Shell.Result result = shell.in(query).run("sql");

        assertThat(result.err()).startsWith("analytics4j: " + line).hasLineCount(1);
        assertThat(result.code()).isEqualTo(code);
        assertThat(result.out()).isEmpty();
        assertThat(sandbox.requests().count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sql @nowhere.sql",
                "sql 'select 1' -f nowhere.sql",
                "sql -f nowhere.sql",
                "sql 'select 1' 'select 2'",
                "sql 'select 1' --format xml",
                "sql 'select 1' --excel --format json",
                "sql 'select 1' --prefetch -1"
            })
    void wrongWords_are2(String words) {
        Shell.Result result = shell.run(words);

        assertThat(result.err()).startsWith("analytics4j: ").hasLineCount(1);
        assertThat(result.code()).as(result.err()).isEqualTo(2);
    }

    @Test
    void keyMissing_is4_andOtherApisWork() {
        Shell alone = new Shell().home(folder);
        Shell.Result result = alone.run("sql", "select * from synaptiq_overview()");

        assertThat(result.err())
                .isEqualTo(
                        "analytics4j: synaptiq_overview: settings of synaptiq: api-key is missing: set SYNAPTIQ_API_KEY"
                                + " in the environment, or synaptiq.api-key in a settings file; --sandbox needs none\n");
        assertThat(result.code()).isEqualTo(4);
        assertThat(alone.run("sql", "select 1 as a").code()).isZero();
    }

    @Test
    void keyRefused_is4_withoutTheKey() {
        Shell.Result result = new Shell()
                .with(sandbox.environment())
                .with("SYNTHFLOW_API_KEY", "wrong-key-1234")
                .run("sql", "select * from synthflow_calls(model_id := 'm')");

        assertThat(result.code()).as(result.err()).isEqualTo(4);
        assertThat(result.err())
                .hasLineCount(1)
                .startsWith("analytics4j: synthflow_calls: ")
                .endsWith("; check the key, and that it is one for this address or region\n")
                .doesNotContain("wrong-key");
    }

    @Test
    void describe_saysTheCataloguesWords() {
        Shell.Result rows = sql("describe synthflow_calls");
        assertThat(rows.lines())
                .anySatisfy(line ->
                        assertThat(JsonValue.parse(line).get("name").asText()).isEqualTo("model_id"))
                .anySatisfy(line ->
                        assertThat(line).startsWith("{\"kind\":\"column\",\"name\":\"call_id\",\"type\":\"TEXT\""));
        assertThat(sql("describe select 1 as a").out()).contains("\"column_name\":\"a\"");
        shell.terminal(new Terminal(true, true, 100));
        assertThat(sql("describe synthflow_calls;").out())
                .startsWith("synthflow_calls: ")
                .contains(
                        "Usage: select ... from synthflow_calls(model_id := ...)",
                        "\nParameters:\n  model_id ",
                        "\nColumns:\n");
        assertThat(sql(".describe blend_days").out()).startsWith("blend_days: What each API counted for each day.");
        assertThat(sql(".tables").out()).contains("  synthflow_calls ", "Views over several APIs:\n  blend_days ");
    }

    @Test
    void help_tellsTheOptions() {
        assertThat(shell.run("sql --help").out())
                .contains("Usage: analytics4j sql [QUERY] [options]", "--query-file FILE", "--stored FOLDER");
        assertThat(shell.run("--help").out()).contains("  sql  ");
    }
}
