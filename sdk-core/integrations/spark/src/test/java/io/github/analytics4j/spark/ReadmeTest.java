package io.github.analytics4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.analytics4j.testkit.Sandbox;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs the Java and the SQL of the README against a sandbox. */
class ReadmeTest {
    private static final String PROGRAM = """
            public class Snippet {
                public static void run(org.apache.spark.sql.SparkSession spark, String folder) throws Exception {
                    %s
                }
            }
            """;

    private static Sandbox sandbox;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        sandbox = LocalSpark.sandbox().seed(5).calls(120).start();
    }

    @AfterAll
    static void stop() {
        LocalSpark.session().sql("drop table if exists calls");
        sandbox.close();
    }

    private static List<String> blocks(String language) throws Exception {
        Matcher blocks = Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
                .matcher(Files.readString(Path.of("README.md")));
        List<String> found = new ArrayList<>();
        while (blocks.find()) {
            found.add(blocks.group(1));
        }
        return found;
    }

    private static String agents() {
        return String.join(",", sandbox.synthflow().modelIds());
    }

    @Test
    void java_runs() throws Exception {
        List<String> blocks = blocks("java");
        assertThat(blocks).isNotEmpty();
        String option = ".option(\"%s\", \"%s\")";
        for (String block : blocks) {
            run(program(block.replace(
                    option.formatted("agents", "m-1,m-2"),
                    option.formatted("agents", agents())
                            + option.formatted("baseUrl", sandbox.synthflow().baseUrl())
                            + option.formatted("keyVariable", LocalSpark.KEY_VARIABLE))));
        }
    }

    @Test
    void sql_runs() throws Exception {
        List<String> blocks = blocks("sql");
        assertThat(blocks).hasSizeGreaterThanOrEqualTo(2);
        for (String block : blocks) {
            LocalSpark.session()
                    .sql(block.replace(
                            "agents 'm-1,m-2'",
                            "agents '" + agents() + "', baseUrl '"
                                    + sandbox.synthflow().baseUrl() + "', keyVariable '" + LocalSpark.KEY_VARIABLE
                                    + "'"))
                    .collectAsList();
        }
    }

    /** A wrong option is answered with those that there are. */
    @Test
    void options_areAllInTheTable() throws Exception {
        String page = Files.readString(Path.of("README.md"));
        String told = catchThrowable(() -> ReadOptions.of(Map.of("table", "callops_overview", "wrong", "")))
                .getMessage();
        List<String> options =
                List.of(told.substring(told.indexOf("there are ") + 10).split(", "));

        assertThat(options).hasSizeGreaterThan(12).contains("partitionRows", "keySecret");
        assertThat(options.stream().filter(each -> !each.contains("_") && !each.equals("base-url")))
                .allMatch(each -> page.contains("`" + each + "`"));
    }

    /** The program around a snippet, whose own imports have to do for it. */
    private static String program(String snippet) {
        String code = snippet.replaceAll("(?m)^import .*\n", "");
        return snippet.substring(0, snippet.length() - code.length()) + PROGRAM.replace("%s", code);
    }

    private void run(String program) throws Exception {
        Path source = folder.resolve("Snippet.java");
        Files.writeString(source, program);
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.toString(), "-proc:none", source.toString());
        assertThat(compiled).as(program).isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            loader.loadClass("Snippet")
                    .getMethod("run", SparkSession.class, String.class)
                    .invoke(null, LocalSpark.session(), folder.toString());
        } catch (InvocationTargetException e) {
            throw new AssertionError(program, e.getCause());
        }
    }
}
