package io.github.analytics4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.testkit.Sandbox;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The jar for clusters, where it was built: what is in it, and a process with an OkHttp 3 before it on the class path. */
@EnabledIfSystemProperty(named = "okhttp3.old", matches = ".+")
class ClusterJarTest {
    private static final List<String> NOT_ON_A_CLUSTER = List.of(
            "okhttp-jvm",
            "okhttp-tls",
            "okio-jvm",
            "kotlin-",
            "moshi",
            "mockwebserver",
            "analytics4j-testkit",
            "analytics4j-core");

    private static Stream<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of);
    }

    private static Path jar() {
        return classPath()
                .filter(each -> each.getFileName().toString().matches("analytics4j-spark-.*-all\\.jar"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void jar_hasOneEntryOfEachService_theLicences_andNoLibraryUnderItsOwnName() throws Exception {
        try (JarFile jar = new JarFile(jar().toFile())) {
            List<String> names = jar.stream().map(each -> each.getName()).toList();
            assertThat(names)
                    .contains("META-INF/LICENSE", "META-INF/NOTICE", "META-INF/THIRD-PARTY.md")
                    .noneMatch(
                            each -> each.matches("(okhttp3|okio|kotlin|com/squareup|org/slf4j|scala|org/apache)/.*"));
            assertThat(new String(
                                    jar.getInputStream(jar.getEntry(
                                                    "META-INF/services/io.github.analytics4j.catalog.ApiCatalog"))
                                            .readAllBytes(),
                                    StandardCharsets.UTF_8)
                            .lines()
                            .filter(each -> !each.isBlank()))
                    .hasSize(4);
        }
    }

    @Test
    void anOldOkHttpFirst_disturbsNothing_andTheClientsEndWithTheSession(@TempDir Path folder) throws Exception {
        try (Sandbox sandbox = LocalSpark.sandbox().calls(400).start()) {
            List<String> path = new ArrayList<>();
            try (Stream<Path> old = Files.list(Path.of(System.getProperty("okhttp3.old")))) {
                old.forEach(each -> path.add(each.toString()));
            }
            assertThat(path).hasSize(2);
            classPath()
                    .filter(each -> NOT_ON_A_CLUSTER.stream()
                            .noneMatch(each.getFileName().toString()::startsWith))
                    .forEach(each -> path.add(each.toString()));
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            for (String each : List.of("lang", "lang.invoke", "io", "net", "nio", "util", "util.concurrent")) {
                command.add("--add-opens=java.base/java." + each + "=ALL-UNNAMED");
            }
            for (String each : List.of("nio.ch", "nio.cs", "security.action", "util.calendar")) {
                command.add("--add-opens=java.base/sun." + each + "=ALL-UNNAMED");
            }
            command.addAll(
                    List.of("-Xmx700m", "-cp", String.join(File.pathSeparator, path), ClusterProgram.class.getName()));
            command.add(sandbox.synthflow().baseUrl().toString());
            command.add(String.join(",", sandbox.synthflow().modelIds()));
            command.add(folder.resolve("warehouse").toUri().toString());
            Path out = folder.resolve("out.txt");
            Process child = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            try {
                assertThat(child.waitFor(4, TimeUnit.MINUTES)).isTrue();
            } finally {
                child.destroyForcibly();
            }

            String text = Files.readString(out);
            long rows = sandbox.synthflow().agents().stream()
                    .mapToLong(each -> each.calls().size())
                    .sum();
            assertThat(text)
                    .contains(
                            "okhttp-3.12",
                            "rows " + rows + " distinct " + rows,
                            "clients 1",
                            "clients after the session 0")
                    .doesNotContain("thread alive");
            assertThat(child.exitValue()).as(text).isZero();
        }
    }
}
