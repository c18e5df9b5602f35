package io.github.analytics4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.testkit.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code analytics4j ... sync} where a place or a key is not what was meant. */
class SyncRefusalsTest {
    @TempDir
    Path folder;

    @AutoClose
    private final Sandbox sandbox = Sandbox.builder().calls(10).start();

    private Shell shell() {
        return new Shell().with(sandbox.environment()).home(folder);
    }

    @Test
    void purge_mistypedPlace_isRefusedAndNotMade() {
        Shell.Result result = shell().run("synthflow calls sync purge --model-id "
                + sandbox.synthflow().modelId() + " --into " + folder.resolve("mistyped") + " --id c1");
        assertThat(result.code()).isEqualTo(ExitCode.FAILED);
        assertThat(result.err()).contains("mistyped holds nothing of synthflow_calls: run the sync first");
        assertThat(folder.resolve("mistyped")).doesNotExist();
    }

    /** As of a CSV file whose lines end with CR and LF. */
    @Test
    void purge_idThatEndsInALineEnd_isNamed() {
        String line =
                "synthflow calls sync --model-id " + sandbox.synthflow().modelId() + " --into " + folder.resolve("w");
        assertThat(shell().run(line).code()).isZero();
        Shell.Result result = shell().run(line.replace(" sync ", " sync purge ") + " --id 'x\r'");
        assertThat(result.out()).isEqualTo("{\"purged\":0}\n");
        assertThat(result.err()).contains("synthflow_calls has no row of the id \"x\\r\"");
    }

    @Test
    void status_folderOfAnotherFormat_namesItAndPrintsNothing() {
        String line =
                "synthflow calls sync --model-id " + sandbox.synthflow().modelId() + " --into " + folder.resolve("w");
        assertThat(shell().run(line + " --format csv").code()).isZero();
        Shell.Result status = shell().run(line + " --format jsonl --status");
        assertThat(status.code()).isEqualTo(ExitCode.FAILED);
        assertThat(status.err())
                .contains(
                        "holds csv files and this run writes jsonl.gz: give the format of those files, or another folder");
        assertThat(status.out()).isEmpty();
    }

    @Test
    void formatNotTold_isThatOfTheFolder() {
        String line =
                "synthflow calls sync --model-id " + sandbox.synthflow().modelId() + " --into " + folder.resolve("w");
        Shell.Result first = shell().run(line + " --format csv");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(shell().run(line + " --status").out()).contains("rows in ").doesNotContain("no run yet");
        assertThat(shell().run(line + " --snippets").out())
                .contains("read_csv(")
                .doesNotContain("jsonl");
        Shell.Result verify = shell().run(line + " --verify");
        assertThat(verify.code()).as(verify.err()).isZero();
        assertThat(shell().run(line.replace(" sync ", " sync purge ") + " --id x")
                        .code())
                .isZero();
        Shell.Result night = shell().run(line);
        assertThat(night.code()).as(night.err()).isZero();
    }

    @Test
    void plan_refusedKeyOfOneTable_isCode4() throws IOException {
        Path plan = Files.writeString(
                folder.resolve("two.properties"),
                "into = w\ncosts.table = voisnap_costs_by_agent\nvolume.table = callops_call_volume\n");
        Shell other = shell().with(Map.of("VOISNAP_API_KEY", "sk_planted_refused_1"));
        Shell.Result result = other.run("sync --plan " + plan);
        assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.KEY);
        assertThat(result.out()).startsWith("{\"exit\":3,\"key_refused\":true,").contains("\"exit\":0");
        assertThat(shell().run("sync --plan " + plan).code()).isZero();
    }

    @Test
    void sync_twoThingsToDo_areRefused() {
        String line = "synthflow calls sync --model-id a --into " + folder.resolve("w");
        for (String two : List.of("--status --verify", "--verify --snippets", "--status --snippets")) {
            Shell.Result result = shell().run(line + " " + two);
            assertThat(result.code()).as(two).isEqualTo(ExitCode.WRONG_ARGUMENTS);
            assertThat(result.err()).contains(two.replace(" ", " and ") + " are things to do of their own");
        }
        assertThat(shell().run(line.replace(" sync ", " sync purge ") + " --id 7 --status")
                        .code())
                .isEqualTo(ExitCode.WRONG_ARGUMENTS);
        assertThat(folder.resolve("w")).doesNotExist();
    }

    @Test
    void sync_sandboxASecondNight_tellsWhatToDo() {
        String line = "synthflow calls sync --sandbox --quiet --into " + folder.resolve("w");
        assertThat(new Shell().home(folder).run(line).code()).isZero();
        assertThat(new Shell().home(folder).run(line).err()).contains("start one that stays and give its address");
    }

    @Test
    void into_whatIsNoPlace_isRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("there.txt"), "x");
        Path made = Files.createDirectory(folder.resolve("folder.duckdb"));
        for (String[] each : new String[][] {
            {"s3://key:secret@bucket/x", "begins with s3:// is none that rows go to: give a folder of this machine"},
            {"GS://bucket", "begins with gs://"},
            {"postgresql://u:secret@h/db", "put jdbc: before it"},
            {"file:///tmp/x", "give the path alone"},
            {
                folder.resolve("x.db").toString(),
                "a file of DuckDB's ends in .duckdb, and for a folder of that name put a /"
            },
            {folder.resolve("x.Parquet").toString(), "could be a file or a folder"},
            {file.toString(), "is a file, and rows go to a folder"},
            {made.toString(), "is a folder, and a name that ends in .duckdb is a file's"},
            {"jdbc:duckdb:s3://secret/x", "must name a file of this machine"},
            {"jdbc:duckdb::memory:", "must name a file of this machine"},
        }) {
            Shell.Result result = shell().run("synthflow calls sync --model-id a --into " + each[0]);
            assertThat(result.code()).as(each[0] + result.err()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
            assertThat(result.err()).contains(each[1]).doesNotContain("secret");
        }
        String line =
                "synthflow calls sync --quiet --model-id " + sandbox.synthflow().modelId() + " --into ";
        assertThat(shell().run(line + folder.resolve("Calls.DuckDB")).code()).isZero();
        assertThat(folder.resolve("Calls.DuckDB")).isRegularFile();
        assertThat(shell().run(line + folder.resolve("y.db") + "/").code()).isZero();
        assertThat(shell().run(line + folder.resolve("y.db")).code()).isZero();
        assertThat(folder.resolve("y.db/synthflow_calls/data")).isDirectory();
    }
}
