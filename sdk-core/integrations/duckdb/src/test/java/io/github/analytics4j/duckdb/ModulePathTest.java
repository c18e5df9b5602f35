package io.github.analytics4j.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.catalog.ApiCatalog;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables from the module path, in a process of its own that ends when its main does. */
class ModulePathTest {
    private static final String PROGRAM = """
            package probe;

            import io.github.analytics4j.catalog.ClientSettings;
            import io.github.analytics4j.duckdb.Analytics;
            import java.sql.*;

            public class Probe {
                public static void main(String[] args) throws Exception {
                    Connection db = Analytics.connect(ClientSettings.NONE); // not closed: nothing may hold the process
                    ResultSet rows = db.createStatement().executeQuery(
                            "select count(*) from duckdb_functions() where function_type = 'table_macro' and database_name = 'temp' and function_name not like 'blend%'");
                    rows.next();
                    System.out.println(Analytics.class.getModule().isNamed() + " " + rows.getLong(1));
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void connect_onTheModulePath_findsEveryTable() throws Exception {
        Path module = Files.createDirectories(folder.resolve("src")).resolve("module-info.java");
        Path program = Files.createDirectories(folder.resolve("src/probe")).resolve("Probe.java");
        Files.writeString(
                module,
                "module probe { requires io.github.analytics4j.duckdb; uses io.github.analytics4j.catalog.ApiCatalog; }");
        Files.writeString(program, PROGRAM);
        String modules = String.join(File.pathSeparator, modules());
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        folder.resolve("classes").toString(),
                        "-proc:none",
                        "--module-path",
                        modules,
                        module.toString(),
                        program.toString());
        assertThat(compiled).isZero();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        folder.resolve("classes") + File.pathSeparator + modules,
                        "--module",
                        "probe/probe.Probe")
                .redirectErrorStream(true)
                .start();
        List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor()).as(lines.toString()).isZero();
        long tables =
                ApiCatalog.all().stream().mapToLong(api -> api.tables().size()).sum();
        assertThat(lines).contains("true " + tables);
    }

    private static List<String> modules() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> each.matches(".*((sdk-[^/]+|duckdb)/target/(classes|[^/]*\\.jar)"
                        + "|/(duckdb_jdbc|okhttp|okio|moshi|kotlin-stdlib|slf4j-api|jspecify|annotations)[^/]*\\.jar)"))
                .toList();
    }
}
