package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.child.ChildJvm;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The tests that the README shows, compiled and run as they stand there. */
@Timeout(120)
class RecipesTest {
    private static final List<String> NAMES =
            List.of("PerTest", "PerClassTest", "TimeTest", "ReportsTest", "GrowingLogTest", "SchemaChangesTest");

    @TempDir
    Path folder;

    @Test
    void everyRecipe_runs() throws Exception {
        String classPath = System.getProperty("java.class.path");
        List<String> sources = new ArrayList<>();
        sources.add(source("Asking"));
        for (String name : NAMES) {
            sources.add(source(name));
        }
        sources.add("src/test/resources/consumer/RunAll.java");
        LocalRepository.compile(classPath, folder, sources);

        List<String> command = new ChildJvm(folder + File.pathSeparator + classPath)
                .command(List.of(), "consumer.RunAll", NAMES.toArray(new String[0]));
        assertThat(run(command)).contains("succeeded=" + NAMES.size() + " failed=0");
    }

    /** Spring's own test is among the examples, where Spring is. */
    @Test
    void springRecipe_isTheExamplesTest() throws Exception {
        assertThat(Files.readString(
                        Path.of("../../examples/src/test/java/io/github/analytics4j/examples/SpringTest.java")))
                .contains(Recipes.text("SpringTest.java"));
    }

    private String source(String name) throws Exception {
        String text = "package consumer;\n" + Recipes.text(name + ".java");
        return Files.writeString(folder.resolve(name + ".java"), text).toString();
    }

    private static String run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }
}
