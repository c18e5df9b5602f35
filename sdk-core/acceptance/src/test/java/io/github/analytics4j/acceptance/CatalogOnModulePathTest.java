package io.github.analytics4j.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.catalog.ApiCatalog;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogues as services of modules: a program of its own module, in a process of its own. */
class CatalogOnModulePathTest {
    private static final String MODULE =
            "module probe { requires io.github.analytics4j.core;" + " uses io.github.analytics4j.catalog.ApiCatalog; }";

    private static final String PROGRAM = """
            package probe;

            import io.github.analytics4j.catalog.ApiCatalog;

            public class Probe {
                public static void main(String[] args) {
                    System.out.println("named module: " + ApiCatalog.class.getModule().isNamed());
                    for (ApiCatalog each : ApiCatalog.all()) {
                        System.out.println(each.name() + " " + each.operations().size() + " " + each.tables().size());
                    }
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void all_onTheModulePath_areThoseOfTheClassPath() throws Exception {
        Files.createDirectories(folder.resolve("src/probe"));
        Files.writeString(folder.resolve("src/module-info.java"), MODULE);
        Files.writeString(folder.resolve("src/probe/Probe.java"), PROGRAM);
        String modulePath = String.join(File.pathSeparator, modules());
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        folder.resolve("classes").toString(),
                        "--module-path",
                        modulePath,
                        folder.resolve("src/module-info.java").toString(),
                        folder.resolve("src/probe/Probe.java").toString());
        assertThat(compiled).isZero();

        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        folder.resolve("classes") + File.pathSeparator + modulePath,
                        "--module",
                        "probe/probe.Probe")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();

        assertThat(ended).isTrue();
        List<String> expected = new ArrayList<>(List.of("named module: true"));
        for (ApiCatalog each : ApiCatalog.all()) {
            expected.add(each.name() + " " + each.operations().size() + " "
                    + each.tables().size());
        }
        assertThat(Files.readAllLines(output)).containsExactlyElementsOf(expected);
    }

    /** As on the threads of Java's common pool, where the application is a jar of jars or in a container. */
    @Test
    void all_onAThreadWhoseLoaderKnowsNone_areThoseBesideTheCore() {
        List<ApiCatalog> usual = ApiCatalog.all();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            assertThat(ApiCatalog.all())
                    .extracting(ApiCatalog::name)
                    .isNotEmpty()
                    .containsExactlyElementsOf(
                            usual.stream().map(ApiCatalog::name).toList());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Our modules, and what the core needs; the rest of the class path is no module, or no business of the program. */
    private static List<String> modules() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> each.matches(".*(sdk-[^/]+/target/[^/]*"
                        + "|/(okhttp|okio|moshi|kotlin-stdlib|slf4j-api|jspecify|annotations)[^/]*\\.jar)"))
                .toList();
    }
}
