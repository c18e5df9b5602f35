package io.github.analytics4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.testkit.ManualClock;
import io.github.analytics4j.testkit.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code analytics4j ... sync}: one table by options, several by a plan. */
class SyncCommandTest {
    private static Sandbox sandbox;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        // its clock stands still: else calls would end between two runs
        sandbox = Sandbox.builder()
                .clock(new ManualClock(Instant.now()))
                .calls(250)
                .start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private Shell shell() {
        return new Shell().with(sandbox.environment()).home(folder);
    }

    private static String agent() {
        return sandbox.synthflow().modelId();
    }

    private static List<Path> files(Path below) throws IOException {
        try (Stream<Path> all = Files.walk(below)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonl", "csv", "parquet"})
    void sync_twice_fillsTheFolderAndThenLeavesIt(String format) throws IOException {
        String line =
                "synthflow calls sync --model-id " + agent() + " --into " + folder.resolve("w") + " --format " + format;
        Shell.Result first = shell().run(line);
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.lines()).hasSize(1);
        assertThat(first.out()).startsWith("{\"exit\":0,").contains("\"added\":250");
        assertThat(first.err())
                .contains("analytics4j: synthflow_calls " + agent() + ": up to ")
                .contains("250 added");
        List<Path> files = files(folder.resolve("w/synthflow_calls/data"));
        assertThat(files).isNotEmpty().allMatch(each -> each.toString().contains("." + format));
        Shell.Result second = shell().run(line + " --quiet");
        assertThat(second.code()).isZero();
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).contains("\"added\":0").contains("\"units_changed\":0");
        Shell.Result other =
                shell().run(line.replace("--format " + format, "--format " + (format.equals("csv") ? "jsonl" : "csv")));
        assertThat(other.code()).isEqualTo(ExitCode.FAILED);
        assertThat(other.err()).contains("give the format of those files, or another folder");
    }

    @Test
    void statusVerifyPurge_ofADuckDbFile_tellTheirPart() throws IOException {
        Path file = folder.resolve("calls.duckdb");
        String line = "synthflow calls sync --model-id=" + agent() + " --into " + file;
        assertThat(shell().run(line + " --status").out()).isEqualTo("synthflow_calls: there was no run yet\n");
        Shell.Result first = shell().run(line);
        assertThat(first.code()).as(first.err()).isZero();
        Shell.Result status = new Shell().home(folder).run(line + " --status"); // asks nobody and needs no key
        assertThat(status.code()).as(status.err()).isZero();
        assertThat(status.out())
                .startsWith("synthflow_calls " + agent() + ": 250 rows in ")
                .contains("with 0 gaps");
        Shell.Result verified = shell().run(line + " --verify");
        assertThat(verified.code()).as(verified.err()).isZero();
        String id = shell().run(
                        "synthflow calls list --model-id " + agent() + " --max-rows 1 --columns call_id --format csv")
                .lines()
                .get(1);
        Shell.Result purged =
                shell().run("synthflow calls sync purge --model-id " + agent() + " --into " + file + " --id " + id);
        assertThat(purged.code()).as(purged.err()).isZero();
        assertThat(purged.out()).isEqualTo("{\"purged\":1}\n");
        assertThat(shell().run(line).out()).contains("\"added\":0");
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain(id);
    }

    @Test
    void purge_ids_areTakenAsTheyAreTyped() {
        String into = " --into " + folder.resolve("w");
        assertThat(shell().run("synthflow calls sync --model-id " + agent() + into)
                        .code())
                .isZero();
        List<String> ids = shell().run(
                        "synthflow calls list --model-id " + agent() + " --max-rows 3 --columns call_id --format csv")
                .lines()
                .subList(1, 4);
        String purge = "synthflow calls sync purge --model-id " + agent() + into + " --id ";
        Shell.Result joined = shell().run(purge + ids.get(0) + "," + ids.get(1));
        assertThat(joined.out()).isEqualTo("{\"purged\":0}\n");
        assertThat(joined.err())
                .contains("no such row is stored of what the command names")
                .doesNotContain("row purged");
        Shell.Result two = shell().run(purge + ids.get(0) + " --id " + ids.get(1));
        assertThat(two.out()).isEqualTo("{\"purged\":2}\n");
        assertThat(two.err()).contains("synthflow_calls " + agent() + ", 20").contains("2 rows purged; the ids stay");
        Shell.Result other = shell().run(purge.replace(agent(), "another") + ids.get(2));
        assertThat(other.out()).isEqualTo("{\"purged\":0}\n");
        assertThat(other.err()).contains("synthflow_calls " + agent() + " has 1 with such an id too");
        assertThat(shell().run(purge + "''").code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
    }

    @Test
    void plan_severalTablesAndApis_oneReport() throws IOException {
        Path key = Files.writeString(folder.resolve("hash.key"), "0123456789abcdef0123456789abcdef");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Path plan = Files.writeString(folder.resolve("nightly.properties"), """
                into = warehouse
                format = csv
                key-file = hash.key

                calls.table = synthflow_calls
                calls.model_id = %s
                calls.hash = lead_phone_number
                calls.leave-out = transcript, recording_url

                stt.table = callops_stt_events
                stt.since = 2020-01-01

                week.table = voisnap_costs_by_agent
                week.name = costs
                """.formatted(agent()));
        Shell.Result result = shell().run("sync --plan " + plan);
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.lines()).hasSize(1);
        assertThat(result.out())
                .contains("\"table\":\"synthflow_calls\"")
                .contains("\"table\":\"callops_stt_events\"")
                .contains("\"table\":\"costs\"");
        Path calls = files(folder.resolve("warehouse/synthflow_calls/data")).get(0);
        assertThat(Files.readString(calls).lines().findFirst().orElse(""))
                .contains("lead_phone_number")
                .doesNotContain("transcript,");
        assertThat(folder.resolve("warehouse/costs/data")).isDirectory();
        assertThat(shell().run("sync --plan " + plan + " --status").lines()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(shell().run("sync --plan " + plan + " --snippets").out())
                .contains("read_csv('" + folder.resolve("warehouse/synthflow_calls/data") + "/**/*.csv'")
                .contains("warehouse/costs/data");
    }

    @Test
    void plan_mistakes_areNamedTogether() throws IOException {
        Path plan = Files.writeString(folder.resolve("bad.properties"), """
                intoo = warehouse
                calls.table = synthflow_cals
                other.tabel = synthflow_calls
                third.table = synthflow_calls
                third.modelid = m
                """);
        Shell.Result result = shell().run("sync --plan " + plan);
        assertThat(result.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err())
                .contains("there is no intoo; did you mean into?")
                .contains("there is no table synthflow_cals; did you mean synthflow_calls?")
                .contains("other.table is missing")
                .contains(
                        "third.modelid is neither a word of plans nor a parameter of synthflow_calls; did you mean model_id?");
    }

    private Shell.Result plan(String name, byte[] bytes) throws IOException {
        return shell().run("sync --plan " + Files.write(folder.resolve(name), bytes) + " --snippets");
    }

    private Shell.Result plan(String... lines) throws IOException {
        return plan("p.properties", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void plan_byteOrderMark_isPassedOver() throws IOException {
        Shell.Result result = plan("\ufeffinto = w", "a.table = synthflow_calls", "a.model_id = m,\\", "  n");
        assertThat(result.code()).as(result.err()).isZero();
    }

    @Test
    void plan_keyThatIsThereTwice_isRefused() throws IOException {
        Shell.Result result =
                plan("into = w", "a.table = synthflow_calls", "a.model_id = m", "# a.model_id = o\\", "a.model_id : n");
        assertThat(result.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
        assertThat(result.err()).contains("a.model_id is there twice").doesNotContain("into");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:\\data\\new", "C:\\data\\folder", "C:\\data", "\\\\host\\tables", "C:\\users"})
    void plan_backslashes_areExplained(String path) throws IOException {
        Shell.Result result = plan("into = " + path, "a.table = synthflow_calls", "a.model_id = m");
        assertThat(result.code()).as(result.out()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
        assertThat(result.err())
                .contains("a backslash begins an escape; write C:/data")
                .doesNotContain("Exception");
    }

    @Test
    void plan_yaml_isToldWhatAPlanIs() throws IOException {
        byte[] yaml = "into: w\ncalls:\n  table: synthflow_calls\n  model_id: m\n".getBytes(StandardCharsets.UTF_8);
        for (String name : List.of("p.yaml", "p.YML", "p.txt")) {
            Shell.Result result = plan(name, yaml);
            assertThat(result.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
            assertThat(result.err()).contains("YAML").contains("write one KEY = VALUE a line");
        }
        assertThat(plan("p.properties", "into = \ufeff".getBytes(StandardCharsets.UTF_16))
                        .err())
                .contains("is not in UTF-8");
    }

    @Test
    void plan_allMistakes_areNamedInOneGo() throws IOException {
        Shell.Result result = plan(
                "into = s3://key:secret@bucket/x",
                "format = xml",
                "look-back = never",
                "deletions = drop",
                "a.table = synthflow_calls",
                "a.name = ../../evil",
                "a.since = yesterday",
                "a.mask = lead_nmae",
                "b.table = callops_stt_events",
                "b.hash = text",
                "c.table = callops_stt_events");
        assertThat(result.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err())
                .contains("a place that begins with s3:// is none that rows go to")
                .contains("must be jsonl, csv or parquet")
                .contains("look-back")
                .contains("deletions is delete, mark or keep")
                .contains("a: name = ../../evil: a name in a sink")
                .contains("since takes a day")
                .contains("lead_nmae is no column of synthflow_calls; did you mean lead_name?")
                .contains("model_id is missing")
                .contains("give one or more, separated by commas")
                .contains("callops_stt_events is given twice")
                .doesNotContain("secret");
    }

    @Test
    void sync_wrongWords_endWithOneSentence() {
        String into = " --into " + folder.resolve("w");
        assertThat(shell().run("synthflow calls sync --model-id a").err())
                .contains("--into takes a folder, FILE.duckdb or");
        assertThat(shell().run("synthflow calls sync" + into).err())
                .contains("--model-id is missing")
                .contains("give one or more, separated by commas");
        assertThat(shell().run("synthflow calls sync --model-id a --format xml" + into)
                        .err())
                .contains("must be jsonl, csv or parquet; was \"xml\"");
        assertThat(shell().run("synthflow calls sync --model-id a --mask nmae" + into)
                        .err())
                .contains("nmae is no column of synthflow_calls");
        assertThat(shell().run("synthflow calls sync --model-id a --id 7" + into)
                        .err())
                .contains("--id is for purge");
        assertThat(shell().run("synthflow calls sync purge --model-id a" + into).err())
                .contains("purge needs --id");
        assertThat(shell().run("synthflow calls sync prune --model-id a" + into).err())
                .contains("only purge");
        assertThat(shell().run("synthflow calls sync --model-id a --into jdbc:postgresql://h/db")
                        .err())
                .contains("needs PostgreSQL's driver, which is not there");
        assertThat(shell().run("synthflow calls sync --model-id a --into jdbc:postgresql://h/db?password=geheim")
                        .err())
                .contains("a password in the address is seen by others")
                .doesNotContain("geheim");
        assertThat(shell().run("sync").err()).contains("--plan is missing");
        assertThat(new Shell()
                        .home(folder)
                        .run("synthflow calls sync --model-id a" + into)
                        .code())
                .isEqualTo(ExitCode.KEY);
        assertThat(folder.resolve("w")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " --verify"})
    void sync_refusedKey_isCode4(String what) {
        String line = "synthflow calls sync --model-id " + agent() + " --into " + folder.resolve("w");
        assertThat(shell().run(line).code()).isZero();
        Shell other = new Shell().home(folder).with(sandbox.environment());
        other.with(Map.of("SYNTHFLOW_API_KEY", "sk_planted_refused_1"));
        Shell.Result result = other.run(line + what);
        assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.KEY);
        assertThat(result.err()).contains("the server refused the key: ").doesNotContain("and the sink");
    }

    @Test
    void sync_snapshot_tellsOfNoTimeUpToWhich() throws IOException {
        Path plan = Files.writeString(
                folder.resolve("costs.properties"), "into = w\ncosts.table = voisnap_costs_by_agent\n");
        Shell.Result result = shell().run("sync --plan " + plan);
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.err()).doesNotContain("1970");
    }

    @Test
    void help_tellsOfSync() {
        assertThat(shell().run("synthflow calls --help").out()).contains("sync ");
        assertThat(shell().run("synthflow calls sync --help").out())
                .contains("Usage: analytics4j synthflow calls sync --into PLACE [options]")
                .contains("--model-id VALUE,...")
                .contains("--mask A,B,...");
        assertThat(shell().run("sync --help").out()).contains("--plan FILE");
        assertThat(shell().run("--help").out()).contains("sync ");
        assertThat(shell().run("completion bash").out())
                .contains("synthflow_calls_sync")
                .contains("--into");
    }

    @Test
    void everyTable_canBeKeptUpToDate() {
        List<String> wrong = new ArrayList<>();
        for (var api : ApiCatalog.all()) {
            for (var table :
                    api.name().equals("shop") ? List.<Table>of() : api.tables()) { // a catalogue of other tests
                String group = OperationOptions.kebab(table.operation().group());
                StringBuilder line = new StringBuilder(api.name() + " " + group + " sync --table " + table.name()
                        + " --since 2026-01-01 --into " + folder.resolve("all"));
                SyncJob.filters(table).stream()
                        .filter(each -> each.required())
                        .forEach(each -> line.append(" --")
                                .append(each.name().replace('_', '-'))
                                .append(' ')
                                .append(sandbox.environment()
                                        .getOrDefault(
                                                (api.name() + "_" + each.name()).toUpperCase(Locale.ROOT),
                                                each.choices().isEmpty()
                                                        ? "1"
                                                        : each.choices().get(0).value())));
                Shell.Result result = shell().run(line.toString());
                if (result.code() != 0) {
                    wrong.add(line + "\n" + result.err());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
