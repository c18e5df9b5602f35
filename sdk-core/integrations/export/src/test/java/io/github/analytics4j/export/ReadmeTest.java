package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.testkit.ManualClock;
import io.github.analytics4j.testkit.Sandbox;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs the Java of the README against a sandbox, and repeats its three nights. */
class ReadmeTest {
    private static final String PROGRAM = """
            public class Snippet {
                static void store(Object change) {}

                public static int run(
                        io.github.analytics4j.catalog.ApiSession session,
                        io.github.analytics4j.catalog.Table table,
                        java.util.List<String> agents,
                        java.nio.file.Path folder)
                        throws Exception {
                    %s
                    return report.exitCode();
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void snippets_ofTheReadme_run() throws Exception {
        Matcher blocks = Pattern.compile("(?ms)^```java\n(.*?)^```$").matcher(Files.readString(Path.of("README.md")));
        int count = 0;
        try (Sandbox sandbox = Sandbox.builder().calls(120).start();
                ApiSession session = Nights.session(sandbox.synthflow())) {
            while (blocks.find()) {
                Path own = Files.createDirectories(folder.resolve("snippet-" + count++));
                String code = blocks.group(1)
                        .replace("System.exit(report.exitCode());", "")
                        .replace("Path.of(\"calls.duckdb\")", "Path.of(\"" + own.resolve("calls.duckdb") + "\")");
                assertThat(run(
                                program(code),
                                own,
                                session,
                                List.of(sandbox.synthflow().modelId())))
                        .as(code)
                        .isZero();
            }
        }
        assertThat(count).isEqualTo(3);
    }

    /** The program around a snippet, whose own imports have to do for it. */
    private static String program(String snippet) {
        String code = snippet.replaceAll("(?m)^import .*\n", "");
        return snippet.substring(0, snippet.length() - code.length()) + PROGRAM.replace("%s", code);
    }

    private static int run(String program, Path own, ApiSession session, List<String> agents) throws Exception {
        Path source = Files.writeString(own.resolve("Snippet.java"), program);
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", own.toString(), "-proc:none", source.toString());
        assertThat(compiled).as(program).isZero();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {own.toUri().toURL()})) {
            return (Integer) loader.loadClass("Snippet")
                    .getMethod("run", ApiSession.class, Table.class, List.class, Path.class)
                    .invoke(null, session, Nights.calls(), agents, own);
        } catch (InvocationTargetException e) {
            throw new AssertionError(program, e.getCause());
        }
    }

    /** What the README shows, in its form; the figures are those of this sandbox. */
    @Test
    void nights_ofTheReadme_areThoseOfARun() throws Exception {
        ManualClock clock = new ManualClock(Instant.parse("2026-11-22T02:13:00Z"));
        String readme = Files.readString(Path.of("README.md"));
        try (TestLog log = new TestLog(clock);
                ApiSession session = log.session()) {
            log.fill("m-1", "c", clock.instant().minus(Duration.ofDays(3)), Duration.ofMinutes(15), 288);
            List<String> shown = new ArrayList<>();
            for (int night = 0; night < 3; night++) {
                SyncReport report = Nights.run(session, FolderSink.of(folder, FileFormat.PARQUET), clock, "m-1");
                SyncReport.PartitionReport each =
                        report.table("synthflow_calls").partition("m-1");
                shown.add("analytics4j: synthflow_calls m-1: up to " + each.watermark() + ", " + each.read()
                        + " rows read in " + each.requests() + " requests; " + each.added() + " added, "
                        + each.changed()
                        + " changed, " + (each.deleted() + each.marked()) + " gone");
                log.fill("m-1", "n" + night + "-", clock.instant(), Duration.ofMinutes(15), 96);
                log.put("m-1", log.get("m-1", "c28" + night).with("labels", "[\"late\"]"));
                log.delete("m-1", "c27" + night);
                clock.advance(Duration.ofDays(1));
            }
            try (Stream<Path> files = Files.walk(folder.resolve("synthflow_calls"))) {
                files.filter(Files::isRegularFile)
                        .map(each -> folder.relativize(each).toString())
                        .filter(each -> each.contains("/data/")
                                || each.endsWith("manifest.json")
                                || each.endsWith("runs.jsonl"))
                        .sorted()
                        .forEach(shown::add);
            }
            shown.forEach(System.out::println);
            assertThat(readme.lines()).containsAll(shown);
        }
    }

    @Test
    void snippets_ofDuckDb_readEachFormat() throws Exception {
        ManualClock clock = new ManualClock(Instant.parse("2026-11-22T02:13:00Z"));
        try (TestLog log = new TestLog(clock);
                ApiSession session = log.session()) {
            log.fill("m-1", "c", clock.instant().minus(Duration.ofDays(3)), Duration.ofMinutes(15), 288);
            for (FileFormat format : FileFormat.values()) {
                FolderSink sink = FolderSink.of(folder.resolve(format.toString()), format);
                assertThat(Nights.run(session, sink, clock, "m-1").exitCode()).isZero();
                String snippets = sink.snippets("synthflow_calls");
                assertThat(snippets).contains("# pandas", "# Spark", "# BigQuery", "-- Snowflake");
                String query = snippets.lines()
                        .filter(each -> each.startsWith("select"))
                        .findFirst()
                        .orElseThrow();
                assertThat(JdbcSessionTest.query(
                                "jdbc:duckdb:",
                                "select count(*), count(distinct call_id) from (" + query.replace(";", "") + ")"))
                        .as(query)
                        .isEqualTo("288|288");
            }
        }
    }
}
