package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed for other programs reads what is there, wherever that is. */
class SnippetsTest extends OneAgent {

    @BeforeEach
    void fill() {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(2)), Duration.ofMinutes(30), 90);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q'uote", "br[ack]et", "many stars *? {a,b}", "back\\slash"})
    void snippets_ofAnyPath_findTheFiles(String name) throws Exception {
        for (FileFormat format : FileFormat.values()) {
            FolderSink sink = FolderSink.of(folder.resolve(name).resolve(format.toString()), format);
            assertThat(sync(table(), sink).run().exitCode()).isZero();
            List<String> lines = sink.snippets("synthflow_calls").lines().toList();
            String query = lines.stream()
                    .filter(each -> each.startsWith("select"))
                    .findFirst()
                    .orElseThrow();
            if (!name.contains("\\")) { // which DuckDB takes for a folder's end
                assertThat(JdbcSessionTest.query(
                                "jdbc:duckdb:", "select count(*) from (" + query.replace(";", "") + ")"))
                        .as(query)
                        .isEqualTo("90");
            }
            if (format == FileFormat.CSV && !name.contains("\\")) {
                String schema = lines.stream()
                        .filter(each -> each.startsWith("schema="))
                        .findFirst()
                        .orElseThrow();
                assertThat(output("sh", "-c", schema + "; echo \"$schema\""))
                        .startsWith("call_id:STRING,")
                        .endsWith(",_id:STRING\n");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"q'uote", "br[ack]et", "many stars *? {a,b}"})
    void snippets_ofPython_findTheFiles(String name) throws Exception {
        FolderSink sink = FolderSink.of(folder.resolve(name), FileFormat.CSV);
        assertThat(sync(table(), sink).run().exitCode()).isZero();
        Matcher pattern = Pattern.compile("for f in (glob.glob\\(.*\\))\\)").matcher(sink.snippets("synthflow_calls"));
        assertThat(pattern.find()).isTrue();
        assertThat(output("python3", "-c", "import glob; print(len(" + pattern.group(1) + "))"))
                .isEqualTo("2\n");
    }

    private static String output(String... words) throws Exception {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            try (InputStream said = process.getInputStream()) {
                String text = new String(said.readAllBytes(), StandardCharsets.UTF_8);
                process.waitFor();
                return text;
            }
        } catch (IOException e) {
            Assumptions.abort("no " + words[0] + " here");
            return "";
        }
    }

    /** A database reads a time without its zone as one of the session's own. */
    @Place.EachDatabase
    void snippet_ofWhatChanged_isRightInEveryZone(Place place) throws Exception {
        String url = place.address(folder);
        Sink sink = place.at(url).sink;
        assertThat(sync(table(), sink).run().exitCode()).isZero(); // at 02:13 of UTC
        String query = sink.snippets("synthflow_calls")
                .lines()
                .filter(each -> each.contains("_changed_at >"))
                .findFirst()
                .orElseThrow()
                .replace("select *", "select count(*)")
                .replace("2026-11-24 00:00:00+00", "2026-11-20 02:00:00+00");
        String zone = place == Place.POSTGRES ? "set time zone 'America/New_York'; " : "set timezone='Asia/Tokyo'; ";
        String counted = place == Place.POSTGRES
                ? JdbcSessionTest.query(url + "&options=-c%20TimeZone=Asia/Tokyo", query)
                : JdbcSessionTest.query(url, zone + query);
        assertThat(counted).isEqualTo("90");
    }

    /** The stable clients of DuckDB read older files only; 64 is the form of 1.0 and 65 that of 1.2. */
    @Test
    void duckDbFile_isInAFormThatOlderClientsRead() throws Exception {
        Path file = folder.resolve("calls.duckdb");
        Sync sync = sync(table(), JdbcSink.duckdb(file));
        assertThat(sync.run().exitCode()).isZero();
        assertThat(form(file)).isBetween(64, 65);
        assertThat(sync.purge(List.of("c3"))).isEqualTo(1);
        assertThat(form(file)).isBetween(64, 65);
    }

    private static int form(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            bytes.skipNBytes(12);
            return bytes.read();
        }
    }
}
