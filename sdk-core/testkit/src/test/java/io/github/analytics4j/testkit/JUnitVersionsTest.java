package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.child.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A project of a user's, compiled and run with the JUnit it has. */
@Timeout(180)
class JUnitVersionsTest {
    private static final List<String> CLASSES = List.of(
            "UsagesTest", "StaticField", "ParameterOfBeforeAll", "StaticFieldInBeforeAll", "PerClass", "Closed");

    @TempDir
    Path out;

    @ParameterizedTest
    @CsvSource({"5.10.3, 1.10.3", "5.14.4, 1.14.4", "6.1.3, 6.1.3"})
    void everyUsage_withEachJUnit(String jupiter, String platform) throws Exception {
        List<Path> classPath = new ArrayList<>(List.of(
                LocalRepository.onClassPath("testkit" + File.separator + "target" + File.separator + "classes"),
                LocalRepository.onClassPath("mockwebserver3"),
                LocalRepository.onClassPath("okhttp-jvm"),
                LocalRepository.onClassPath("okhttp-tls"),
                LocalRepository.onClassPath("okio-jvm"),
                LocalRepository.onClassPath("kotlin-stdlib"),
                LocalRepository.onClassPath("opentest4j"),
                LocalRepository.onClassPath("jspecify")));
        for (String part : List.of("api", "engine", "params")) {
            classPath.add(LocalRepository.jar("org.junit.jupiter:junit-jupiter-" + part + ":" + jupiter));
        }
        for (String part : List.of("commons", "engine", "launcher")) {
            classPath.add(LocalRepository.jar("org.junit.platform:junit-platform-" + part + ":" + platform));
        }
        classPath.add(LocalRepository.jar("org.apiguardian:apiguardian-api:1.1.2"));
        compile(classPath);
        classPath.add(out);

        List<String> command = new ChildJvm(LocalRepository.joined(classPath))
                .command(List.of(), "consumer.RunAll", CLASSES.toArray(new String[0]));
        String printed = run(command);

        assertThat(printed).contains("failed=0 JUnit " + jupiter);
        System.out.println(printed.strip());
        assertThat(printed).containsPattern("succeeded=(3[5-9]|[4-9]\\d) ");
    }

    private void compile(List<Path> classPath) throws IOException {
        try (Stream<Path> sources = Files.list(Path.of("src/test/resources/consumer"))) {
            LocalRepository.compile(
                    LocalRepository.joined(classPath),
                    out,
                    sources.filter(source -> source.toString().endsWith(".java"))
                            .map(Path::toString)
                            .toList());
        }
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }
}
