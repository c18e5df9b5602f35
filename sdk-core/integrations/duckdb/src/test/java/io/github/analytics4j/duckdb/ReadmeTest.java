package io.github.analytics4j.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.testkit.Sandbox;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs the Java of the README against a sandbox. */
class ReadmeTest {
    private static final String PROGRAM = """
            public class Snippet {
                static void log(Object... what) {}

                public static void run(
                        io.github.analytics4j.catalog.ClientSettings settings,
                        io.github.analytics4j.catalog.ApiSession myOwnClient,
                        java.nio.file.Path warehouse)
                        throws Exception {
                    %s
                }
            }
            """;

    @TempDir
    Path folder;

    private static List<String> blocks() throws Exception {
        Matcher blocks = Pattern.compile("(?ms)^```java\n(.*?)^```$").matcher(Files.readString(Path.of("README.md")));
        List<String> found = new ArrayList<>();
        while (blocks.find()) {
            found.add(blocks.group(1));
        }
        return found;
    }

    @Test
    void snippets_ofTheReadme_run() throws Exception {
        try (Sandbox sandbox = Sandbox.builder().seed(5).calls(120).start()) {
            ClientSettings settings = ClientSettings.environment(sandbox.environment());
            ApiCatalog first = ApiCatalog.all().get(0);
            List<String> blocks = blocks();
            assertThat(blocks).hasSize(3);
            for (String block : blocks) {
                String code = block.replace("ClientSettings.environment(System.getenv())", "settings")
                        .replace("'m-1'", "'" + sandbox.synthflow().modelId() + "'")
                        .replace("Path.of(\"calls.duckdb\")", "Path.of(\"" + folder.resolve("calls.duckdb") + "\")")
                        .replace("Path.of(\"warehouse\")", "warehouse");
                try (ApiSession own = first.open(settings)) {
                    run(program(code), settings, own);
                }
            }
        }
    }

    /** The program around a snippet, whose own imports have to do for it. */
    private static String program(String snippet) {
        String code = snippet.replaceAll("(?m)^import .*\n", "");
        return snippet.substring(0, snippet.length() - code.length()) + PROGRAM.replace("%s", code);
    }

    private void run(String program, ClientSettings settings, ApiSession own) throws Exception {
        Path source = folder.resolve("Snippet.java");
        Files.writeString(source, program);
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.toString(), "-proc:none", source.toString());
        assertThat(compiled).as(program).isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            loader.loadClass("Snippet")
                    .getMethod("run", ClientSettings.class, ApiSession.class, Path.class)
                    .invoke(null, settings, own, folder);
        } catch (InvocationTargetException e) {
            throw new AssertionError(program, e.getCause());
        }
    }
}
