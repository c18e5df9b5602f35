package io.github.analytics4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.testkit.Sandbox;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jar for clusters, where it was built: what is in it, and processes with an older OkHttp before it on the class path or with a loader of its own for it. */
@EnabledIfSystemProperty(named = "okhttp.olds", matches = ".+")
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

    @ParameterizedTest
    @CsvSource({"okhttp-3, okhttp-3.12", "okhttp-4, okhttp-4.12"})
    void anOldOkHttpFirst_disturbsNothing_andTheClientsEndWithTheSession(
            String libraries, String okHttp, @TempDir Path folder) throws Exception {
        try (Sandbox sandbox = LocalSpark.sandbox().calls(400).start()) {
            List<Path> path = new ArrayList<>();
            try (Stream<Path> old = Files.list(Path.of(System.getProperty("okhttp.olds"), libraries))) {
                old.forEach(path::add);
            }
            assertThat(path).hasSizeBetween(2, 3);
            clusterPath().forEach(path::add);

            String printed = run(folder, path, ClusterProgram.class, sandbox);

            long rows = rows(sandbox);
            assertThat(printed)
                    .contains(okHttp, "rows " + rows + " distinct " + rows, "clients 1", "clients after the session 0")
                    .doesNotContain("thread alive");
        }
    }

    /**
     * The jar in a loader of its own, as {@code spark-submit --jars} has it. A minute and a half long, for idle threads of OkHttp's
     * and Okio's end then, so that it is run by hand.
     */
    @Test
    @EnabledIfSystemProperty(named = "spark.loader", matches = "true")
    void aClassLoaderOfItsOwn_isCollectedAfterTheSession(@TempDir Path folder) throws Exception {
        try (Sandbox sandbox = LocalSpark.sandbox().calls(400).start()) {
            List<Path> path = clusterPath().filter(each -> !each.equals(jar())).toList();

            String printed = run(folder, path, LoaderProgram.class, sandbox, jar().toString());

            assertThat(printed)
                    .contains("rows " + rows(sandbox), "streamed " + rows(sandbox), "the class loader was collected");
            System.out.println(printed.lines()
                    .filter(each -> each.startsWith("the class loader"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    /** Two executors in processes of their own, by hand since it starts five. */
    @Test
    @EnabledIfSystemProperty(named = "spark.cluster", matches = "true")
    void executorsOfTheirOwn_getTheJarAndTheKey_andOneWithoutAKeySaysSo(@TempDir Path folder) throws Exception {
        try (Sandbox sandbox = LocalSpark.sandbox().calls(2000).start()) {
            Path jars = Files.createDirectories(folder.resolve("home/jars"));
            for (Path each : clusterPath().filter(Files::isRegularFile).toList()) {
                if (!each.equals(jar())) {
                    Files.createSymbolicLink(jars.resolve(each.getFileName()), each);
                }
            }

            String printed = run(folder, clusterPath().toList(), ExecutorsProgram.class, sandbox, jar().toString());

            assertThat(printed)
                    .contains("rows " + rows(sandbox), "executors [0, 1]")
                    .contains(
                            "keyVariable: a variable of this name is not set, or blank, in the environment on this host;"
                                    + " it must be there on the driver and on every executor")
                    .doesNotContain("without a key, rows", LocalSpark.key());
        }
    }

    private static long rows(Sandbox sandbox) {
        return sandbox.synthflow().agents().stream()
                .mapToLong(each -> each.calls().size())
                .sum();
    }

    private static Stream<Path> clusterPath() {
        return classPath()
                .filter(each ->
                        NOT_ON_A_CLUSTER.stream().noneMatch(each.getFileName().toString()::startsWith));
    }

    /** Runs a program on a class path to its end; what it printed. */
    private static String run(Path folder, List<Path> path, Class<?> program, Sandbox sandbox, String... more)
            throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(each -> each.startsWith("--add-opens"))
                .forEach(command::add);
        // soft references, such as those of Java's own serialization, are kept as long as there is room otherwise
        command.addAll(List.of("-Xmx700m", "-XX:TieredStopAtLevel=1", "-XX:SoftRefLRUPolicyMSPerMB=0", "-cp"));
        command.add(path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(program.getName());
        command.add(sandbox.synthflow().baseUrl().toString());
        command.add(String.join(",", sandbox.synthflow().modelIds()));
        command.add(folder.resolve("warehouse").toUri().toString());
        command.addAll(List.of(more));
        Path out = folder.resolve("out.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("SPARK_HOME", folder.resolve("home").toString()); // of workers
        builder.environment().put("SPARK_SCALA_VERSION", "2.12");
        Process child = builder.start();
        try {
            assertThat(child.waitFor(4, TimeUnit.MINUTES)).isTrue();
        } finally {
            child.destroyForcibly();
        }
        String text = Files.readString(out);
        assertThat(child.exitValue()).as(text).isZero();
        return text;
    }
}
