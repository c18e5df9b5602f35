package io.github.analytics4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks over all pages: where they end, how they go on, what they say of their completeness. */
class WalkTest {
    private static final int ITEMS = 5_000;

    @TempDir
    Path folder;

    private ShopServer server;
    private Shell shell;
    private Path checkpoint;

    @BeforeEach
    void start() throws IOException {
        server = new ShopServer(ITEMS);
        shell = new Shell().with(server.environment());
        checkpoint = folder.resolve("night.checkpoint");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static List<String> all() {
        return IntStream.range(0, ITEMS).mapToObj(index -> "i-" + index).toList();
    }

    private static List<String> ids(String jsonLines) {
        return jsonLines
                .lines()
                .map(line -> JsonValue.parse(line).get("id").asText())
                .toList();
    }

    @Test
    void maxRows_endsThereWithOneRequest() {
        Shell.Result result = shell.run("shop items list --max-rows 30 --page-size 50");

        assertThat(ids(result.out())).isEqualTo(all().subList(0, 30));
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEqualTo("analytics4j: ended after 30 rows in 1 request, as --max-rows says\n");
        assertThat(server.requests()).containsExactly("/items?limit=30&offset=0");
    }

    @Test
    void prefetch_sameRowsInOrder() {
        Shell.Result result = shell.run("shop items list --page-size 100 --prefetch 8");

        assertThat(ids(result.out())).isEqualTo(all());
        assertThat(result.err()).startsWith("analytics4j: complete: 5,000 rows in ");
    }

    @Test
    void end_cannotBeProven_is3() {
        server.state(ITEMS + 700);
        Shell.Result result = shell.run("shop items list");

        assertThat(result.code()).isEqualTo(3);
        assertThat(ids(result.out())).isEqualTo(all());
        assertThat(result.err()).hasLineCount(1).startsWith("analytics4j: not proven complete: 5,000 rows in ");
    }

    @Test
    void quiet_saysNothing() {
        assertThat(shell.run("shop items list --quiet").err()).isEmpty();
    }

    @Test
    void progress_noTerminal_isPlainLines() {
        Shell.Result result = shell.progressEvery(Duration.ZERO).run("shop items list");

        assertThat(result.err().lines())
                .anyMatch(line -> line.matches("analytics4j: 1,\\d+ of 5,000 rows, [\\d,]+ a second"))
                .last()
                .isEqualTo("analytics4j: complete: 5,000 rows in 6 requests");
        assertThat(result.err()).doesNotContain("\r");
    }

    @Test
    void progress_terminal_isABarThatGoesAway() {
        Shell.Result result = shell.terminal(new Terminal(false, true, 100)).run("shop items list");

        assertThat(result.err())
                .contains("\rrows")
                .contains("5000")
                .endsWith(" \ranalytics4j: complete: 5,000 rows in 6 requests\n");
        assertThat(ids(result.out())).isEqualTo(all());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows.jsonl", "rows.csv", "rows.json"})
    void checkpoint_afterFailure_fileHasEachRowOnce(String name) throws Exception {
        Path file = folder.resolve(name);
        String command = "shop items list --page-size 100 --checkpoint " + checkpoint + " --out " + file;
        server.breakAt(2_000);
        Shell.Result broken = shell.run(command);

        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.err())
                .matches("(?s)analytics4j: [\\d,]+ rows are kept; run it again with the same --checkpoint to go on\n.*")
                .hasLineCount(2);
        assertThat(file).doesNotExist();

        server.mend();
        int before = server.requests().size();
        Shell.Result resumed = shell.run(command);

        assertThat(resumed.code()).isZero();
        assertThat(server.requests().subList(before, server.requests().size()))
                .noneMatch(it -> it.endsWith("offset=0"));
        assertThat(entries()).containsExactly(name);
        String content = Files.readString(file);
        assertThat(IntStream.range(0, ITEMS)
                        .filter(index -> !content.contains("i-" + index + (name.endsWith("csv") ? "," : "\""))))
                .isEmpty();
        assertThat(content.lines().filter(line -> line.contains("i-"))).hasSize(ITEMS);
        if (name.endsWith(".json")) {
            assertThat(JsonValue.parse(content).elements()).hasSize(ITEMS);
        }
    }

    /** A folder stands where a checkpoint is written before it has its name, as a disk without room would keep it from that. */
    @Test
    void checkpoint_cannotBeSaved_rowsOfTheOneBeforeAreKept() throws Exception {
        Path file = folder.resolve("rows.jsonl");
        String command = "shop items list --page-size 100 --checkpoint " + checkpoint + " --out " + file;
        Path draft = Files.createDirectory(folder.resolve("night.checkpoint.tmp"));
        server.breakAt(1_000);
        assertThat(shell.run(command).code()).isEqualTo(1);
        assertThat(entries()).as("no checkpoint, and so no rows to go on from").containsExactly("night.checkpoint.tmp");
        Files.delete(draft);
        server.breakAt(2_000);
        assertThat(shell.run(command).err()).contains("are kept");
        Files.createDirectory(draft);
        server.mend();
        Shell.Result unsaved = shell.run(command);
        assertThat(unsaved.code()).isEqualTo(1);
        assertThat(unsaved.err()).contains("the checkpoint could not be saved to " + checkpoint);
        Files.delete(draft);
        int before = server.requests().size();
        Shell.Result resumed = shell.run(command);

        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(server.requests().subList(before, server.requests().size()))
                .noneMatch(it -> it.endsWith("offset=0"));
        assertThat(ids(Files.readString(file))).isEqualTo(all());
        assertThat(entries()).containsExactly("rows.jsonl");
    }

    @Test
    void checkpoint_stdout_goesOnBehindTheRowsWritten() {
        String command = "shop items list --page-size 100 --format csv --columns id --checkpoint " + checkpoint;
        server.breakAt(2_000);
        Shell.Result broken = shell.run(command);
        server.mend();
        Shell.Result resumed = shell.run(command);

        assertThat((broken.out() + resumed.out()).split("\r\n", -1))
                .containsExactlyElementsOf(Stream.of(Stream.of("id"), all().stream(), Stream.of(""))
                        .flatMap(it -> it)
                        .toList());
        assertThat(checkpoint).doesNotExist();
    }

    @Test
    void checkpoint_ended_nextRunBeginsAnew() {
        String command = "shop items list --checkpoint " + checkpoint;

        assertThat(ids(shell.run(command).out())).isEqualTo(all());
        assertThat(ids(shell.run(command).out())).isEqualTo(all());
    }

    @Test
    void checkpoint_otherOutput_isRefused() {
        server.breakAt(2_000);
        shell.run("shop items list --checkpoint " + checkpoint);
        Shell.Result result = shell.run("shop items list --format csv --checkpoint " + checkpoint);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("analytics4j: the checkpoint " + checkpoint
                        + " is of a run that wrote shop_items as jsonl to stdout,"
                        + " this one would write shop_items as csv to stdout: run it as before, or remove the checkpoint"
                        + " to begin anew\n");
    }

    @Test
    void checkpoint_otherQuery_isRefused() {
        server.breakAt(2_000);
        shell.run("shop items list --phone 1 --checkpoint " + checkpoint);
        Shell.Result result = shell.run("shop items list --phone 2 --checkpoint " + checkpoint);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .contains("phone was \"1\", is \"2\"")
                .endsWith("or remove the checkpoint " + checkpoint + "\n");
    }

    /** A folder takes the file's name, so that the walk is over and its file is not in place. */
    @Test
    void checkpoint_ofAWalkThatIsOver_otherQuery_isRefused() throws Exception {
        Path file = folder.resolve("rows.jsonl");
        String options = " --checkpoint " + checkpoint + " --out " + file;
        try (ShopServer other = new ShopServer(1, index -> {
            assertThat(file.toFile().mkdir()).isTrue();
            return "{\"id\":\"i-" + index + "\"}";
        })) {
            Shell.Result over = new Shell().with(other.environment()).run("shop items list --phone 1" + options);
            assertThat(over.code()).isEqualTo(1);
        }
        Files.delete(file);
        Shell.Result result = shell.run("shop items list --phone 2" + options);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("analytics4j: the checkpoint " + checkpoint
                        + " is of a walk that is over and asked for {phone=1}, this one would ask for {phone=2}: run it as"
                        + " before, to have its rows, or remove the checkpoint to begin anew\n");
        assertThat(shell.run("shop items list --phone 1" + options).code()).isZero();
        assertThat(ids(Files.readString(file))).containsExactly("i-0");
    }

    @Test
    void checkpoint_rowsGone_isRefused() throws Exception {
        Path file = folder.resolve("rows.csv");
        String command = "shop items list --checkpoint " + checkpoint + " --out " + file;
        server.breakAt(2_000);
        shell.run(command);
        Files.delete(folder.resolve(".rows.csv.analytics4j-part"));
        Shell.Result result = shell.run(command);

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("are gone: remove the checkpoint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--format table", "--format json"})
    void checkpoint_formatThatCannotGoOn_isRefused(String format) {
        Shell.Result result = shell.run("shop items list --checkpoint " + checkpoint + " " + format);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).hasLineCount(1);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void checkpoint_anotherRunAtWork_is5() throws Exception {
        server.stickAt(1_000);
        String command = "shop items list --checkpoint " + checkpoint;
        Interrupt interrupt = new Interrupt();
        CompletableFuture<Shell.Result> first = CompletableFuture.supplyAsync(() ->
                new Shell().with(server.environment()).interrupt(interrupt).run(command));
        server.awaitStuck();
        Shell.Result second = shell.run(command);

        assertThat(second.code()).isEqualTo(5);
        assertThat(second.err())
                .isEqualTo(
                        "analytics4j: another run with --checkpoint " + checkpoint + " is at work: let it end first\n");
        interrupt.raise();
        assertThat(first.get().code()).isEqualTo(130);
    }

    /** A folder takes the file's name while the walk is under way; the rows wait for the next run, which ends the array once. */
    @Test
    void maxRows_arrayThatDidNotGetItsName_isWholeAfterTheNextRun() throws Exception {
        Path file = folder.resolve("rows.json");
        String command = "shop items list --max-rows 30 --checkpoint " + checkpoint + " --out " + file;
        try (ShopServer other = new ShopServer(ITEMS, index -> {
            assertThat(file.toFile().mkdir()).isEqualTo(index == 0);
            return "{\"id\":\"i-" + index + "\"}";
        })) {
            assertThat(new Shell().with(other.environment()).run(command).code())
                    .isEqualTo(1);
        }
        Files.delete(file);
        Shell.Result result = shell.run(command);

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(JsonValue.parse(Files.readString(file)).elements())
                .extracting(each -> each.get("id").asText())
                .isEqualTo(all().subList(0, 30));
        assertThat(entries()).containsExactly("rows.json");
    }

    @Test
    void interrupt_stuckRequest_keepsTheRowsAndIs130() throws Exception {
        server.stickAt(1_500);
        Path file = folder.resolve("rows.jsonl");
        String command = "shop items list --checkpoint " + checkpoint + " --out " + file;
        Interrupt interrupt = new Interrupt();
        CompletableFuture<Shell.Result> run = CompletableFuture.supplyAsync(() ->
                new Shell().with(server.environment()).interrupt(interrupt).run(command));
        server.awaitStuck();
        interrupt.raise();

        assertThat(run.get().code()).isEqualTo(130);
        assertThat(run.get().err())
                .isEqualTo(
                        "analytics4j: interrupted after 1,999 rows; run it again with the same --checkpoint to go on\n");
        assertThat(file).doesNotExist();
        server.mend();
        assertThat(shell.run(command).code()).isZero();
        assertThat(ids(Files.readString(file))).isEqualTo(all());
    }

    @Test
    void stdout_rowsComeBeforeTheNextPageIsWaitedFor() throws Exception {
        server.stickAt(1_500);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Interrupt interrupt = new Interrupt();
        Shell other =
                new Shell().with(server.environment()).interrupt(interrupt).out(out);
        CompletableFuture<Shell.Result> run = CompletableFuture.supplyAsync(() -> other.run("shop items list"));
        server.awaitStuck();

        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1_999);
        interrupt.raise();
        assertThat(run.get().code()).isEqualTo(130);
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
