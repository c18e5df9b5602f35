package io.github.analytics4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong: the exit code, one line on stderr, no data, and where it was noticed before sending no request. */
class MistakesTest {
    @TempDir
    Path home;

    private ShopServer server;
    private Shell shell;

    @BeforeEach
    void start() throws IOException {
        server = new ShopServer(3);
        shell = new Shell().with(server.environment()).home(home);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void refused(Shell.Result result, int code, String message) {
        assertThat(result.err()).isEqualTo("analytics4j: " + message + "\n");
        assertThat(result.code()).isEqualTo(code);
        assertThat(result.out()).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    shoop | there is no API or command called "shoop"; did you mean shop?; analytics4j --help lists them all
                    shop | the group of Shop is missing: one of items; analytics4j shop --help lists its operations
                    shop item | there is no group of Shop called "item"; did you mean items?; analytics4j shop --help lists its operations
                    shop items | the operation of shop items is missing: one of list, price-stats; analytics4j shop items --help lists them
                    shop items lst | there is no operation of shop items called "lst"; did you mean list?; analytics4j shop items --help lists them
                    shop items list --fone 1 | unknown option --fone; did you mean --phone?; analytics4j shop items list --help lists the options
                    shop items list --limit=5 | unknown option --limit; --page-size is rows a request, --max-rows a cap; analytics4j shop items list --help lists the options
                    shop items list --page-size 1001 | --page-size must be 1..1000, was 1001: it is rows a request; --max-rows is a cap
                    shop items list x | unexpected word "x": values follow the name of an option; analytics4j shop items list --help lists the options
                    shop items list --max-rows | --max-rows needs a value behind it; analytics4j shop items list --help lists the options
                    shop items list --max-rows -1 | --max-rows takes a whole number of 0 or more, was "-1"
                    shop items list --max-rows 1 --max-rows 2 | --max-rows was given twice; it takes one value
                    dashboard --out x.html --set synthflow.model_id=a --set synthflow.model_id=b | --set synthflow.model_id was given twice; it takes one value
                    shop items list --format xml | --format is one of table, json, jsonl and csv, was "xml"
                    shop items list --columns phon | the table shop_items has no column "phon"; did you mean phone?; analytics4j describe shop_items lists them
                    shop items list --columns phone,Id,foo,phone | --columns names phone twice; the table shop_items has no column "Id"; did you mean id?; the table shop_items has no column "foo"; analytics4j describe shop_items lists them
                    shop items list --temperature warm | --temperature must be a number, such as 0.5; was "warm"
                    shop items list --colour blue --temperature x | --temperature must be a number, such as 0.5; was "x"; --colour must be one of the known values: red, $(touch /tmp/owned); was "blue"
                    shop items list --deadline soon | --deadline takes a length of time such as 90s, 5m or 2h, was "soon"
                    shop items list --prefetch 100000 | --prefetch must be 0..64, was 100000
                    sql 'select 1' --prefetch 65 | --prefetch must be 0..64, was 65
                    shop items list --base-url 127.0.0.1:1 | --base-url is no URL: a URL is such as https://api.example.com/v2, or http://127.0.0.1:8080 for this machine
                    shop items list --base-url ftp://shop.example | --base-url must begin with https://: a URL is such as https://api.example.com/v2, or http://127.0.0.1:8080 for this machine
                    shop items list --base-url http://shop.example | --base-url would send the key over plain http to shop.example; use https
                    shop items list --curl --base-url http://shop.example | --base-url would send the key over plain http to shop.example; use https
                    synthflow calls list --model-id m --sandbox --base-url https://a.example | --sandbox asks a sandbox inside this command, and --base-url is for another server: leave out one of them
                    voisnap analytics costs --sandbox --environment SANDBOX | --sandbox asks a sandbox inside this command, and --environment is for another server: leave out one of them
                    sql 'select 1' --sandbox --settings x | --sandbox asks a sandbox inside this command, and --settings is for another server: leave out one of them
                    synthflow calls sync --modl-id m | unknown option --modl-id; did you mean --model-id?; analytics4j synthflow calls sync --help lists the options
                    describe shop_item | there is no table "shop_item"; did you mean shop_items?; analytics4j tables lists them all
                    describe | the table is missing; analytics4j tables lists them all
                    completion | the shell is missing: bash or zsh
                    dashboard --sandbox | --out is missing; analytics4j dashboard --help lists the options
                    dashboard --out | --out needs a value behind it; analytics4j dashboard --help lists the options
                    shop items list --checkpoint - | --checkpoint takes the name of a file, was "-"
                    completion fish | completion is for bash or zsh, was "fish"
                    """)
    void wrongArguments_are2AndOneLine(String command, String message) {
        refused(shell.run(command), 2, message);
    }

    @Test
    void noArguments_are2() {
        refused(shell.run(new String[0]), 2, "a command is missing; analytics4j --help lists them all");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--api-key", "--apikey", "--key", "--token", "--shop-api-key", "--password", "--Authorization"})
    void keyOnTheCommandLine_isRefusedAndNotRepeated(String option) {
        for (String words : new String[] {option + " sk_secret", option + "=sk_secret"}) {
            refused(
                    shell.run("shop items list " + words),
                    2,
                    option + " is refused: a key on a command line is seen by others and kept in the shell's history;"
                            + " set it in the environment or in a settings file (--help says where)");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    KEY | there is no API or command called *** (12 characters); analytics4j --help lists them all
                    shop KEY | there is no group of Shop called *** (12 characters); analytics4j shop --help lists its operations
                    shop items KEY | there is no operation of shop items called *** (12 characters); analytics4j shop items --help lists them
                    tables KEY | unexpected word *** (12 characters): values follow the name of an option; analytics4j tables --help lists the options
                    tables -KEY | unknown option *** (13 characters); analytics4j tables --help lists the options
                    describe KEY | there is no table *** (12 characters); analytics4j tables lists them all
                    completion KEY | completion is for bash or zsh, was *** (12 characters)
                    shop items list --max-rows KEY | --max-rows takes a whole number of 0 or more, was *** (12 characters)
                    shop items list --deadline KEY | --deadline takes a length of time such as 90s, 5m or 2h, was *** (12 characters)
                    shop items list --format KEY | --format is one of table, json, jsonl and csv, was *** (12 characters)
                    shop items list --raw=KEY | --raw takes no value; analytics4j shop items list --help lists the options
                    shop items list --columns KEY | the table shop_items has no column *** (12 characters); analytics4j describe shop_items lists them
                    dashboard --sandbox --out x.html --set KEY | --set must be TABLE.PARAMETER=VALUE or API.PARAMETER=VALUE; was *** (12 characters)
                    dashboard --sandbox --out x.html --from KEY | --from must be a day or a time with its zone, such as 2026-02-01 or 2026-02-01T08:30:00Z; was *** (12 characters)
                    synthflow calls sync KEY | there is no *** (12 characters) of sync, only purge
                    synthflow calls sync --table KEY | --table is one of synthflow_calls, was *** (12 characters)
                    """)
    void wordThatMayBeAKey_isNotRepeated(String command, String message) {
        refused(shell.run(command.replace("KEY", "sk-live-9876")), 2, message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s tables", "%s shop items list", "shop %s items list", "shop items %s list"})
    void keyBeforeACommand_isRefusedAsBehindIt(String line) {
        for (String words : new String[] {"--api-key sk_secret", "--api-key=sk_secret"}) {
            refused(
                    shell.run(String.format(line, words)),
                    2,
                    "--api-key is refused: a key on a command line is seen by others and kept in the shell's history;"
                            + " set it in the environment or in a settings file (--help says where)");
        }
    }

    @ParameterizedTest
    @CsvSource({"--max-rows,1e3", "--max-rows,10_000", "--deadline,10minutes", "--deadline,tomorrow", "--deadline,-5m"})
    void valueThatIsNoKey_isRepeated(String option, String value) {
        assertThat(shell.run("shop items list " + option + " " + value).err()).endsWith(", was \"" + value + "\"\n");
    }

    @Test
    void addressFromElsewhere_isToldByItsSetting() {
        refused(
                shell.with("SHOP_BASE_URL", "shop.example").run("shop items list"),
                2,
                "the base-url of shop must begin with https://: a URL is such as https://api.example.com/v2, or"
                        + " http://127.0.0.1:8080 for this machine");
    }

    @Test
    void keyMissing_is4() {
        refused(
                new Shell().home(home).run("shop items list --base-url " + server.url()),
                4,
                "no key for Shop: set SHOP_API_KEY in the environment, or shop.api-key in " + home
                        + "/.config/analytics4j/settings.properties (chmod 600); --sandbox needs none");
    }

    @Test
    void keyMissing_namesTheFileThatWasGiven() throws Exception {
        Path file = settings("shop.base-url=" + server.url() + "\n", "rw-------");
        Path named = Files.move(file, home.resolve("ours.properties"));
        refused(
                new Shell().home(home).run("shop items list --settings " + named),
                4,
                "no key for Shop: set SHOP_API_KEY in the environment, or shop.api-key in " + named
                        + " (chmod 600); --sandbox needs none");
    }

    @Test
    void keyMisspelled_isToldFirst() throws Exception {
        Path file = settings("shop.base-url=" + server.url() + "\nshop.apikey=" + ShopServer.KEY + "\n", "rw-------");
        refused(
                new Shell().home(home).run("shop items list"),
                4,
                "settings of shop: shop.apikey is no setting; there are api-key, base-url; no key for Shop: set"
                        + " SHOP_API_KEY in the environment, or shop.api-key in " + file
                        + " (chmod 600); --sandbox needs none");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void keyRefused_is4() {
        server.refuse();
        Shell.Result result = shell.run("shop items list");

        assertThat(result.code()).isEqualTo(4);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .hasLineCount(1)
                .startsWith("analytics4j: shop.items.list: 401: the key was refused; the server says: no such key")
                .doesNotContain(ShopServer.KEY);
    }

    @Test
    void addressMissing_is2() {
        Shell.Result result = new Shell().with("SHOP_API_KEY", "k").home(home).run("shop items list");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).hasLineCount(1).contains("SHOP_BASE_URL");
    }

    @Test
    void settingsFile_ownersAlone_isUsed() throws Exception {
        Path file = settings("shop.api-key=" + ShopServer.KEY + "\nshop.base-url=" + server.url() + "\n", "rw-------");

        assertThat(new Shell().home(home).run("shop items list").code()).isZero();
        assertThat(new Shell().run("shop items list --settings " + file).code()).isZero();
        assertThat(new Shell()
                        .with("XDG_CONFIG_HOME", home.resolve(".config").toString())
                        .run("shop items list")
                        .code())
                .isZero();
    }

    @Test
    void settings_environmentBeatsFile_optionBeatsBoth() throws Exception {
        settings("shop.api-key=wrong\nshop.base-url=http://127.0.0.1:1\n", "rw-------");

        assertThat(shell.run("shop items list").code()).isZero();
        assertThat(new Shell()
                        .home(home)
                        .with("SHOP_API_KEY", ShopServer.KEY)
                        .run("shop items list --base-url " + server.url())
                        .code())
                .isZero();
    }

    @Test
    void settingsFile_othersMayRead_isRefused() throws Exception {
        Path file = settings("shop.api-key=" + ShopServer.KEY + "\n", "rw-r--r--");
        Shell.Result result = new Shell().home(home).run("shop items list --base-url " + server.url());

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).hasLineCount(1).contains("chmod 600 " + file).doesNotContain(ShopServer.KEY);
        assertThat(server.requests()).isEmpty();
    }

    private Path settings(String text, String rights) throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "needs POSIX files");
        Path file = home.resolve(".config/analytics4j/settings.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
        return file;
    }

    @Test
    void settingsFile_notThere_is2() {
        Shell.Result result = shell.run("shop items list --settings /not/there");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).hasLineCount(1).contains("/not/there").contains("it is not there");
    }

    @Test
    void settingsFile_aFolder_isNotToldToLoseItsRights() {
        Shell.Result result = shell.run("shop items list --settings /");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).endsWith("cannot be read: it is a folder\n").doesNotContain("chmod");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--checkpoint HOME/x.csv --out HOME/x.csv",
                "--out HOME/x.csv --checkpoint HOME/./x.csv",
                "--out HOME/x.csv --checkpoint HOME/y/../x.csv",
                "--settings HOME/x.csv --out HOME/x.csv"
            })
    void oneFileUnderTwoOptions_isRefused(String options) {
        Shell.Result result = shell.run("shop items list " + options.replace("HOME", home.toString()));

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .hasLineCount(1)
                .contains("name the same file")
                .endsWith("give each a file of its own\n");
        assertThat(server.requests()).isEmpty();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void oneFileUnderTwoOptions_throughALink_isRefused() throws Exception {
        Path file = Files.writeString(home.resolve("x.csv"), "kept");
        Path link = Files.createSymbolicLink(home.resolve("y"), file);
        refused(
                shell.run("shop items list --checkpoint " + link + " --out " + file),
                2,
                "--out and --checkpoint name the same file, " + link + ": give each a file of its own");
        assertThat(file).hasContent("kept");
    }

    @Test
    void checkpoint_aDevice_isRefused() {
        assumeTrue(Files.exists(Path.of("/dev/zero")), "needs a device");
        refused(
                shell.run("shop items list --checkpoint /dev/zero"),
                2,
                "--checkpoint needs a regular file, and /dev/zero is a device, a pipe or a socket");
    }

    @Test
    void checkpoint_anotherFile_isRefusedAndKept() throws Exception {
        Path file = Files.writeString(home.resolve("notes.txt"), "milk, bread");
        refused(
                shell.run("shop items list --checkpoint " + file),
                2,
                file + " is no checkpoint that can be read (checkpoint line 1: a checkpoint begins with"
                        + " \"analytics4j-checkpoint: 2\"): give --checkpoint the name of another file, or remove this"
                        + " one to begin anew");
        assertThat(file).hasContent("milk, bread");
    }

    @Test
    void out_folderNotThere_is1BeforeAnythingIsSent() {
        refused(
                shell.run("shop items list --out /not/there/x.csv"),
                1,
                "the folder of /not/there/x.csv is not there: make it first");
    }

    @Test
    void checkpoint_folderNotThere_is1BeforeAnythingIsSent() {
        refused(
                shell.run("shop items list --checkpoint /not/there/x"),
                1,
                "the folder of --checkpoint /not/there/x is not there: make it first");
    }

    @Test
    void out_aFolder_is1() {
        refused(shell.run("shop items list --out " + home), 1, home + " is a folder: give --out the name of a file");
    }

    @Test
    void out_linkWhoseFolderIsNotThere_is1() throws Exception {
        Path link = Files.createSymbolicLink(home.resolve("x.csv"), Path.of("gone/y.csv"));

        refused(
                shell.run("shop items list --out " + link),
                1,
                link + " is a link to " + home.resolve("gone/y.csv") + ", whose folder is not there: make it first");
    }

    /** It is none for the system, but has to hold what is added while the file is written. */
    @Test
    void out_longName_is1() {
        String name = home.resolve("x".repeat(246) + ".csv").toString();

        refused(
                shell.run("shop items list --out " + name),
                1,
                name + " cannot be written: its name is too long; choose a shorter one");
    }

    @Test
    void out_fullDevice_is1() {
        assumeTrue(Files.exists(Path.of("/dev/full")), "needs /dev/full");
        Shell.Result result = shell.run("shop items list --out /dev/full");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo("analytics4j: /dev/full cannot be written: the disk is full (No space left on device);"
                        + " make room and run again\n");
    }

    @Test
    void stacktrace_showsWhereItComesFrom() {
        server.refuse();

        assertThat(shell.run("shop items list --stacktrace").err())
                .contains("AuthenticationException")
                .contains("\tat io.github.analytics4j");
    }

    @Test
    void verbose_logsAttemptsWithoutTheKey() {
        Shell.Result result = shell.run("shop items list --verbose");

        assertThat(result.err())
                .contains("analytics4j: GET " + server.url() + "/items")
                .contains("analytics4j: shop.items.list: status 200 in ")
                .doesNotContain(ShopServer.KEY);
    }
}
