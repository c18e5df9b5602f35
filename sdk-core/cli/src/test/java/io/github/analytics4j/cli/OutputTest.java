package io.github.analytics4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.analytics4j.json.JsonValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written where, in each format. */
class OutputTest {
    private static final String ODD = "{\"id\":\"i-7\",\"phone\":\"+49 170 1\",\"temperature\":-3,"
            + "\"note\":\"a \\\"quote\\\", a\\nline \\u001b[31mred\",\"extra\":{\"deep\":[1]}}";

    @TempDir
    Path folder;

    private ShopServer server;

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
    }

    private Shell shell(long items) throws IOException {
        server = new ShopServer(items);
        return new Shell().with(server.environment());
    }

    private Shell odd() throws IOException {
        server = new ShopServer(1, index -> ODD);
        return new Shell().with(server.environment());
    }

    @Test
    void piped_noFormat_isOneJsonObjectALine() throws Exception {
        Shell.Result result = shell(3).run("shop items list");

        assertThat(result.code()).isZero();
        assertThat(result.lines())
                .hasSize(3)
                .first()
                .isEqualTo("{\"id\":\"i-0\",\"phone\":\"+491700\",\"temperature\":-3}");
        assertThat(result.err()).isEqualTo("analytics4j: complete: 3 rows in 1 request\n");
        assertThat(server.requests()).containsExactly("/items?limit=1000&offset=0");
    }

    @Test
    void jsonl_oddRow_losesNothing() throws Exception {
        Shell.Result result = odd().run("shop items list");

        assertThat(JsonValue.parse(result.out().strip())).isEqualTo(JsonValue.parse(ODD));
        assertThat(result.lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "2,2"})
    void json_list_isOneArray(long items, int rows) throws Exception {
        Shell.Result result = shell(items).run("shop items list --format json");

        assertThat(JsonValue.parse(result.out()).elements()).hasSize(rows);
        assertThat(result.code()).isZero();
    }

    @Test
    void json_object_isNoArray() throws Exception {
        Shell.Result result = shell(0).run("shop items price-stats --format json");

        assertThat(result.out()).isEqualTo("{\"mean\":12.50,\"currency\":\"EUR\"}\n");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void columns_json_areThoseInTheirOrder() throws Exception {
        Shell.Result result = odd().run("shop items list --columns note,temperature --columns id");

        assertThat(result.out())
                .isEqualTo(
                        "{\"note\":\"a \\\"quote\\\", a\\u000aline \\u001b[31mred\",\"temperature\":-3,\"id\":\"i-7\"}\n");
    }

    @Test
    void csv_phoneAndNegativeNumber_comeBackEqual() throws Exception {
        Shell.Result result = odd().run("shop items list --format csv");

        List<NamedCsvRecord> rows;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(result.out())) {
            rows = reader.stream().toList();
        }
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).getField("phone")).isEqualTo("+49 170 1");
        assertThat(rows.get(0).getField("temperature")).isEqualTo("-3");
        assertThat(rows.get(0).getField("note")).isEqualTo("a \"quote\", a\nline \u001b[31mred");
        assertThat(result.out())
                .startsWith("id,phone,temperature,note,unexpected\r\n")
                .endsWith("\r\n");
    }

    @Test
    void csv_nullAndEmptyText_differ() throws Exception {
        server = new ShopServer(1, index -> "{\"id\":\"i\",\"phone\":\"\",\"temperature\":null}");
        Shell.Result result = new Shell()
                .with(server.environment())
                .run("shop items list --format csv --columns id,phone,temperature");

        assertThat(result.out()).isEqualTo("id,phone,temperature\r\ni,\"\",\r\n");
    }

    @Test
    void csv_halfASurrogatePair_isNoQuestionMark() throws Exception {
        server = new ShopServer(1, index -> "{\"id\":\"i\",\"phone\":\"a\\ud800b?\",\"note\":\"\ud83d\ude00\\udc00\"}");
        Shell.Result result =
                new Shell().with(server.environment()).run("shop items list --format csv --columns phone,note");

        assertThat(result.out()).isEqualTo("phone,note\r\na\ufffdb?,\ud83d\ude00\ufffd\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+2", "+49 1", "@SUM(A1)", " -x", "\uff1d1"})
    void excel_textThatWouldRun_isHarmless(String text) throws Exception {
        server = new ShopServer(1, index -> "{\"id\":\"i\",\"phone\":\"" + text + "\",\"temperature\":-3}");
        Shell.Result result =
                new Shell().with(server.environment()).run("shop items list --excel --columns phone,temperature");

        assertThat(result.out()).isEqualTo("\ufeffphone,temperature\r\n'" + text + ",-3\r\n");
    }

    @Test
    void excel_anotherFormat_isRefused() throws Exception {
        Shell.Result result = shell(1).run("shop items list --excel --format jsonl");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).isEqualTo("analytics4j: --excel is for --format csv, not for jsonl\n");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void terminal_noFormat_isAlignedTableWithinItsWidth() throws Exception {
        Shell.Result result = shell(2).terminal(new Terminal(true, true, 24)).run("shop items list");

        assertThat(result.out()).isEqualTo("""
                id   phone
                ---  -------
                i-0  +491700
                i-1  +491701
                """);
        assertThat(result.err()).isEqualTo("""
                        analytics4j: 3 more columns found no room; --columns chooses, --format jsonl has all
                        analytics4j: complete: 2 rows in 1 request
                        """);
    }

    @Test
    void table_controlCharacters_reachNoTerminal() throws Exception {
        Shell.Result result = odd().terminal(new Terminal(true, true, 200)).run("shop items list --columns note");

        assertThat(result.out()).doesNotContain("\u001b").contains("a \"quote\", a line \ufffd[31mred");
    }

    @Test
    void table_wideCharacters_areAligned() throws Exception {
        server = new ShopServer(
                2,
                index ->
                        index == 0 ? "{\"id\":\"\u4e16\u754c\",\"phone\":\"a\"}" : "{\"id\":\"abcd\",\"phone\":\"b\"}");
        Shell.Result result =
                new Shell().with(server.environment()).run("shop items list --format table --columns id,phone");

        assertThat(result.out()).isEqualTo("id    phone\n----  -----\n\u4e16\u754c  a\nabcd  b\n");
    }

    @Test
    void raw_isTheResponsesOwnJson() throws Exception {
        Shell.Result result = shell(1).run("shop items list --raw");

        assertThat(result.out())
                .isEqualTo("{\"items\":[{\"id\":\"i-0\",\"phone\":\"+491700\",\"temperature\":-3}],\"total\":1}\n");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void raw_andRows_excludeOneAnother() throws Exception {
        Shell.Result result = shell(1).run("shop items list --raw --format csv");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("analytics4j: --raw is one response as the server sent it, and --format is for rows:"
                        + " leave out one of them\n");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void raw_pageSize_isThatOfTheRequest() throws Exception {
        assertThat(shell(9).run("shop items list --raw --page-size 3").code()).isZero();
        assertThat(server.requests()).containsExactly("/items?limit=3");
    }

    @Test
    void curl_showsTheRequestAndSendsNothing() throws Exception {
        Shell.Result result = shell(1).run("shop items list --phone '+49 170' --curl --base-url https://shop.example");

        assertThat(result.out())
                .startsWith("curl 'https://shop.example/items?phone=%2B49%20170' -H \"Authorization: Bearer $API_KEY\"")
                .doesNotContain(ShopServer.KEY);
        assertThat(result.code()).isZero();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void curl_withoutKey_isShown() throws Exception {
        Shell.Result result = new Shell().run("shop items list --curl --base-url https://shop.example");

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("$API_KEY").doesNotContain("not-set");
    }

    @ParameterizedTest
    @CsvSource({"rows.csv,id", "rows.json,[", "rows.jsonl,{", "rows,{", "rows.txt,id "})
    void out_nameSaysTheFormat(String name, String start) throws Exception {
        Path file = folder.resolve(name);
        Shell.Result result = shell(2).run("shop items list --out " + file);

        assertThat(result.code()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(Files.readString(file)).startsWith(start);
        assertThat(entries()).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource({
        "rows.CSV,id",
        "rows.ndjson,{",
        "rows.2026,{",
        ".rows,{",
        "rows.xml --format csv,id",
        "rows --excel,\ufeffid"
    })
    void out_nameWithoutEndingOrFormatThatIsTold_isWritten(String words, String start) throws Exception {
        Path file = folder.resolve(words.split(" ", 2)[0]);

        assertThat(shell(2).run("shop items list --out " + folder.resolve(words))
                        .code())
                .isZero();
        assertThat(Files.readString(file)).startsWith(start);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rows.xlsx | no rows are written as .xlsx: --excel with a name that ends in .csv is for spreadsheets;
            rows.json.gz | no rows are written as .gz: write to stdout, and pipe that into gzip;
            rows.parquet | no rows are written as .parquet: analytics4j sql "copy (select ...) to 'rows.parquet'" does it;
            rows.xlsx --excel | no rows are written as .xlsx: --excel with a name that ends in .csv is for spreadsheets;
            rows.pdf | no rows are written as .pdf:
            """)
    void out_endingOfNoFormat_isRefused(String words, String message) throws Exception {
        Shell.Result result = shell(2).run("shop items list --out " + folder.resolve(words));

        assertThat(result.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
        assertThat(result.err())
                .isEqualTo(
                        "analytics4j: --out " + folder.resolve(words.split(" ", 2)[0]) + ": " + message
                                + " .csv, .json, .jsonl and .txt say the format, and --format does for a file of another name\n");
        assertThat(entries()).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void excel_fileOfAnotherFormat_isRefused() throws Exception {
        Shell.Result result = shell(1).run("shop items list --excel --out " + folder.resolve("rows.json"));

        assertThat(result.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
        assertThat(result.err()).isEqualTo("analytics4j: --excel is for --format csv, not for json\n");
        assertThat(entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " --raw"})
    void out_dash_isStdout(String raw) throws Exception {
        Shell shell = shell(2);
        Shell.Result told = shell.run("shop items list --out -" + raw);

        assertThat(told.code()).isZero();
        assertThat(told.out())
                .isNotEmpty()
                .isEqualTo(shell.run("shop items list" + raw).out());
        assertThat(Path.of("-")).doesNotExist();
    }

    @Test
    void out_failureHalfWay_leavesTheOldFile() throws Exception {
        Path file = folder.resolve("rows.csv");
        Files.writeString(file, "old");
        Shell shell = shell(2500);
        server.breakAt(1000);
        Shell.Result result = shell.run("shop items list --out " + file);

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).hasLineCount(1).contains("501").contains("broken");
        assertThat(Files.readString(file)).isEqualTo("old");
        assertThat(entries()).containsExactly("rows.csv");
    }

    @Test
    void out_replacedFile_keepsItsRightsAndItsLink() throws Exception {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "needs POSIX files");
        Path file = folder.resolve("private.jsonl");
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Path link = Files.createSymbolicLink(folder.resolve("link.jsonl"), file);
        Shell.Result result = shell(1).run("shop items list --out " + link);

        assertThat(result.code()).isZero();
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.readString(file)).contains("i-0");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void out_linkToAFileThatIsYetToBeMade_makesThat() throws Exception {
        Path file = folder.resolve("disk.jsonl");
        Path first = Files.createSymbolicLink(folder.resolve("first.jsonl"), Path.of("disk.jsonl"));
        Path second = Files.createSymbolicLink(folder.resolve("second.jsonl"), first);
        Shell.Result result = shell(1).run("shop items list --out " + second);

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(first).isSymbolicLink();
        assertThat(second).isSymbolicLink();
        assertThat(file).content().contains("i-0");
    }

    private static final OutputStream CLOSED = new OutputStream() {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
        }
    };

    @Test
    void closedPipe_endsQuietly() throws Exception {
        Shell.Result result = shell(3).out(CLOSED).run("shop items list");

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
    }

    /** Rows that were in the pipe are counted, and nobody read them: the next run would leave them out. */
    @Test
    void closedPipe_ofAWalkWithACheckpoint_isToldAndNoSuccess() throws Exception {
        Path checkpoint = folder.resolve("pipe.checkpoint");
        Shell shell = shell(3);
        server.breakAt(1);
        String command = "shop items list --page-size 1 --format jsonl --checkpoint " + checkpoint;
        assertThat(shell.run(command).code()).isEqualTo(ExitCode.FAILED);
        assertThat(checkpoint).exists();
        server.mend();
        Shell.Result result = shell.out(CLOSED).run(command);

        assertThat(result.code()).isEqualTo(ExitCode.FAILED);
        assertThat(result.err())
                .contains("the reader of the pipe ended before the walk did, and may not have read the last rows that "
                        + checkpoint + " counts: remove that to begin anew");
        assertThat(checkpoint).exists();
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
