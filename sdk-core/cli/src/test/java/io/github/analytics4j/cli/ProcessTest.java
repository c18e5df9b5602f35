package io.github.analytics4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.analytics4j.json.JsonValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as a shell runs it: pipes, signals, devices. */
class ProcessTest {
    private static final int ITEMS = 100_000;

    @TempDir
    Path folder;

    private ShopServer server;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a POSIX shell");
        server = new ShopServer(ITEMS);
    }

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
    }

    private Child.Result run(String line) throws Exception {
        return Child.run(folder, server.environment(), line);
    }

    @Test
    void head_endsCleanly() throws Exception {
        Child.Result result =
                run("analytics4j shop items list --format csv --columns id,phone | head -2; echo ${PIPESTATUS[@]}");

        assertThat(result.out()).isEqualTo("id,phone\r\ni-0,+491700\r\n0 0\n");
        assertThat(result.err()).isEmpty();
        assertThat(server.requests()).hasSizeLessThan(30);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo 'select 1 + 2 as three' | analytics4j sql -",
                "echo 'select 1 + 2 as three' | analytics4j sql",
                "analytics4j sql - <<< 'select 1 + 2 as three'",
                "echo 'select 1 + 2 as three' > query.sql; analytics4j sql - < query.sql"
            })
    void query_comesThroughAPipeOrFromAFile_isRun(String line) throws Exception {
        Child.Result result = run(line);

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo("{\"three\":3}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"> /dev/full", "--out /dev/full"})
    void fullDisk_is1AndOneLine(String where) throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "needs /dev/full");
        Child.Result result = run("analytics4j shop items list " + where);

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .hasLineCount(1)
                .contains(" cannot be written: the disk is full (No space left on device); make room and run again");
    }

    /** A file put in the place of the one that stdout is open on would take with it what is written before and behind. */
    @ParameterizedTest
    @ValueSource(strings = {"/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "-"})
    void stdoutByAName_isWrittenBetweenWhatOthersWriteThere(String name) throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/fd/1")), "needs names of descriptors");
        Child.Result result = run("{ echo header; analytics4j shop items list --max-rows 1 --format csv --quiet --out "
                + name + "; echo trailer; } > all.txt; cat all.txt");

        assertThat(result.err()).isEmpty();
        assertThat(result.out().lines()).hasSize(4).startsWith("header").endsWith("trailer");
    }

    /** The second run would have ended as complete, and the file without the rows of the first. */
    @Test
    void checkpoint_fileThatTheShellEmptied_isRefused_andGoneOnInWithTwoSigns() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/fd/1")), "needs names of descriptors");
        String walk = "analytics4j shop items list --max-rows 3000 --page-size 500 --checkpoint c ";
        server.breakAt(2_000);
        Child.Result emptied = run(walk + "> rows.jsonl; cp rows.jsonl kept; " + walk
                + "> rows.jsonl; code=$?; cp kept rows.jsonl; exit $code");
        server.mend();
        Child.Result resumed = run(walk + ">> rows.jsonl");

        assertThat(emptied.code()).isEqualTo(1);
        assertThat(emptied.err().lines().toList())
                .last(STRING)
                .contains(
                        "rows.jsonl are gone, as the shell's > empties a file: remove the checkpoint c to begin anew");
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(folder.resolve("rows.jsonl")).content().hasLineCount(3_000);
    }

    @Test
    void pipeOfTheShells_isWritten() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/fd/1")), "needs names of descriptors");
        Child.Result result = run("{ analytics4j shop items list --max-rows 1 --format csv --quiet --out /dev/fd/9; }"
                + " 9>&1 >/dev/null | cat");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).hasLineCount(2);
    }

    @Test
    void descriptorOfAFile_isRefusedAndTheFileKept() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/fd/1")), "needs names of descriptors");
        Child.Result result =
                run("echo old > rows.csv; analytics4j shop items list --out /dev/fd/9 9>> rows.csv; code=$?;"
                        + " cat rows.csv; exit $code");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEqualTo("old\n");
        assertThat(result.err())
                .isEqualTo(
                        "analytics4j: /dev/fd/9 stands for a file that is open already: give --out that file's own name\n");
    }

    @Test
    void fullPartition_keepsTheOldFile() throws Exception {
        Path small = Path.of("/dev/shm");
        assumeTrue(Files.isDirectory(small), "needs a small file system");
        Child.Result result = run(
                "ulimit -f 64; trap '' XFSZ; echo old > rows.csv; analytics4j shop items list --out rows.csv; code=$?;"
                        + " cat rows.csv; ls -A | grep part; exit $code");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).isEqualTo("old\n");
        assertThat(result.err()).contains("analytics4j: rows.csv cannot be written: ");
    }

    @Test
    void unwritableFile_is1BeforeAnythingIsSent() throws Exception {
        Child.Result result = run("analytics4j shop items list --out /proc/version");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).hasLineCount(1).startsWith("analytics4j: /proc/version cannot be written: ");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void keyMissing_is4() throws Exception {
        Child.Result result = Child.run(
                folder, Map.of("SHOP_BASE_URL", server.url(), "SHOP_API_KEY", ""), "analytics4j shop items list");

        assertThat(result.code()).isEqualTo(4);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).hasLineCount(1).startsWith("analytics4j: no key for Shop: set SHOP_API_KEY");
    }

    @Test
    void keyRefused_is4() throws Exception {
        server.refuse();
        Child.Result result = run("analytics4j shop items list");

        assertThat(result.code()).isEqualTo(4);
        assertThat(result.err()).hasLineCount(1).contains("401: the key was refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void signal_savesTheCheckpointAndSaysHowToGoOn(String signal) throws Exception {
        server.stickAt(50_000);
        String line = "exec analytics4j shop items list --checkpoint night --out rows.jsonl";
        Child child = Child.start(folder, server.environment(), line);
        server.awaitStuck();
        child.signal(signal);
        Child.Result result = child.await();

        assertThat(result.code()).isEqualTo(signal.equals("INT") ? 130 : 143);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .matches(
                        "analytics4j: interrupted after [\\d,]+ rows; run it again with the same --checkpoint to go on\n");
        server.mend();
        assertThat(run(line).code()).isZero();
        assertWhole("rows.jsonl");
    }

    @Test
    void kill_nothingIsLostOrDoubled() throws Exception {
        server.stickAt(60_000);
        String line = "exec analytics4j shop items list --page-size 10 --checkpoint night --out rows.jsonl";
        Child child = Child.start(folder, server.environment(), line);
        server.awaitStuck();
        child.signal("KILL");

        assertThat(child.await().code()).isEqualTo(137);
        assertThat(folder.resolve("rows.jsonl")).doesNotExist();
        assertThat(folder.resolve("night")).exists();
        server.mend();
        Child.Result resumed = run(line.replace("--page-size 10", ""));
        assertThat(resumed.err()).startsWith("analytics4j: complete: 100,000 rows in ");
        assertWhole("rows.jsonl");
        assertThat(folder.resolve("night")).doesNotExist();
    }

    private void assertWhole(String name) throws Exception {
        List<String> ids = Files.readAllLines(folder.resolve(name)).stream()
                .map(row -> JsonValue.parse(row).get("id").asText())
                .toList();
        assertThat(ids)
                .isEqualTo(IntStream.range(0, ITEMS)
                        .mapToObj(index -> "i-" + index)
                        .toList());
    }

    @Test
    void stdoutClosed_is1() throws Exception {
        Child.Result result = run("analytics4j shop items list >&-");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).startsWith("analytics4j: stdout cannot be written: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\ufeff"})
    void settings_belowTheHomeOfTheShell_areFound(String start) throws Exception {
        Path settings = folder.resolve(".config/analytics4j/settings.properties");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, start + "shop.base-url=https://at-home.example\n");
        Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-------"));
        Child.Result result = Child.run(folder, Map.of("XDG_CONFIG_HOME", ""), "analytics4j shop items list --curl");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith("curl 'https://at-home.example/items");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LC_ALL=C analytics4j shop items list --out $'r\\xc3\\xa9.csv'",
                "LC_ALL=C analytics4j sql $'select \\'Zo\\xc3\\xab\\' as name'",
            })
    void wordThatTheLocaleCannotHold_isRefused(String line) throws Exception {
        assumeTrue(Child.isFoundInAscii(), "needs a build in a folder whose path is ASCII");
        Child.Result result = run(line);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("analytics4j: a word of the command has characters that Java cannot read in this locale (")
                .endsWith("): set LC_ALL=C.UTF-8 in the environment\n");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void homeThatTheLocaleCannotHold_isOneLine() throws Exception {
        assumeTrue(Child.isFoundInAscii(), "needs a build in a folder whose path is ASCII");
        Child.Result result = run("HOME=$'/home/zo\\xc3\\xab' LC_ALL=C analytics4j shop items list");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .hasLineCount(1)
                .startsWith("analytics4j: HOME has characters that Java cannot read in this locale (");
    }

    @Test
    void stdinIsClosed_noFileOfJavasIsReadInItsPlace() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "needs a system that tells");
        Child.Result result = run("analytics4j sql - <&-");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("analytics4j: the query is missing: stdin, which it is read from, is closed\n");
    }

    @Test
    void wordBeyondAscii_inALocaleOfUtf8_isRead() throws Exception {
        Child.Result result = run(
                "LC_ALL=C.UTF-8 analytics4j shop items list --max-rows 1 --out $'r\\xc3\\xa9.csv'; ls r*.csv | wc -c");

        assertThat(result.out().strip()).as(result.err()).isEqualTo("8");
    }

    @Test
    void terminalToldByTheLauncher_isHeeded() throws Exception {
        Child.Result result =
                run("JDK_JAVA_OPTIONS=-Danalytics4j.terminal=1,0,20 analytics4j shop items list --max-rows 1"
                        + " 2>/dev/null");

        assertThat(result.out()).isEqualTo("id   phone\n---  -------\ni-0  +491700\n");
    }

    /** Ten million rows were shown to stream in the same heap; here are as many as a build has time for. */
    @Test
    @Tag("slow")
    void manyRows_streamIn64Megabytes() throws Exception {
        server.close();
        server = new ShopServer(1_000_000);
        server.forget();
        Child.Result result = run("JDK_JAVA_OPTIONS=-Xmx64m analytics4j shop items list --format csv | wc -l");

        assertThat(result.out().strip()).isEqualTo("1000001");
        assertThat(result.err()).contains("analytics4j: complete: 1,000,000 rows in ");
    }
}
