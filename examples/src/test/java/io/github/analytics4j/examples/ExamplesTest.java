package io.github.analytics4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.callops.CallOpsClient;
import io.github.analytics4j.child.ChildJvm;
import io.github.analytics4j.client.ApiClient;
import io.github.analytics4j.synaptiq.SynaptiqClient;
import io.github.analytics4j.synthflow.AnalyticsApi;
import io.github.analytics4j.synthflow.CallsApi;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.SandboxRequest;
import io.github.analytics4j.testkit.VendorSandbox;
import io.github.analytics4j.voisnap.ReportsApi;
import io.github.analytics4j.voisnap.VoisnapClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of every example: {@code examples/README.md} lists it, it is short, and it uses what everybody may use. */
class ExamplesTest {
    private static final Path MAIN = Path.of("src/main/java/io/github/analytics4j/examples");
    private static final Set<String> NO_EXAMPLES = Set.of("Accounts", "Screen", "package-info", "Tour");

    private static List<Path> examples() throws IOException {
        try (Stream<Path> main = Files.list(MAIN);
                Stream<Path> scripts = Files.list(Path.of("scripts"))) {
            return Stream.concat(main, scripts)
                    .filter(file -> !NO_EXAMPLES.contains(name(file)))
                    .toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    @Test
    void readme_listsEachExampleWithItsCommand() throws IOException {
        Map<String, Shown.Section> sections = Shown.sections();

        assertThat(sections.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        examples().stream().map(ExamplesTest::name).toList());
        sections.forEach((name, section) -> {
            assertThat(Path.of(section.file())).as(name).isRegularFile();
            assertThat(section.command())
                    .as(name)
                    .startsWith("./mvnw -q -Pquick -pl examples -am compile exec:")
                    .doesNotContain("\n");
            assertThat(section.command()).containsAnyOf("-Dexample=" + name, "scripts/" + name + ".java");
        });
    }

    @Test
    void examples_areShortProgramsWithOneMain() throws IOException {
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(16).allSatisfy(file -> {
            assertThat(Files.readAllLines(file)).as(name(file)).hasSizeBetween(40, 100);
            assertThat(Files.readString(file))
                    .as(name(file))
                    .containsOnlyOnce("public static void main(String[] args)");
        });
    }

    /** In the order of the list, in one process; another one's sandbox stands for the real APIs. */
    @Test
    void mains_withKeysInTheEnvironment_talkToThoseApisAlone(@TempDir Path temporary) throws Exception {
        List<String> names = Shown.sections().keySet().stream()
                .filter(name -> !name.equals("CallVolume"))
                .toList();
        try (Sandbox sandbox = Sandbox.builder().calls(450).keepRequests(5_000).start()) {
            sandbox.voisnap().reports().estimatedSeconds(0);
            ProcessBuilder child = ChildJvm.program(
                    List.of("-Djava.io.tmpdir=" + temporary), AllMains.class, names.toArray(String[]::new));
            child.environment().put("SYNTHFLOW_MODEL_ID", sandbox.synthflow().modelId());
            keys(child.environment(), "SYNTHFLOW", sandbox.synthflow());
            keys(child.environment(), "SYNAPTIQ", sandbox.synaptiq());
            keys(child.environment(), "VOISNAP", sandbox.voisnap());
            keys(child.environment(), "CALLOPS", sandbox.callops());
            Process process = child.redirectErrorStream(true).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor()).as(out).isZero();
            assertThat(out)
                    .contains("read 450 of 450 calls", "450 calls in the file, complete: true", "0 of them new")
                    .doesNotContain(
                            sandbox.synthflow().apiKey(), sandbox.voisnap().apiKey());
            assertThat(out.split("=== "))
                    .hasSize(names.size() + 1)
                    .allMatch(part -> part.lines().count() != 1);
            assertThat(sandbox.requests().all())
                    .extracting(SandboxRequest::origin)
                    .contains("synthflow", "synaptiq", "voisnap", "callops", "storage");
            assertThat(sandbox.voisnap().reports().created()).hasSize(1);
        }
    }

    private static void keys(Map<String, String> environment, String api, VendorSandbox vendor) {
        environment.put(api + "_API_KEY", vendor.apiKey());
        environment.put(api + "_BASE_URL", vendor.baseUrl().toString());
    }

    /** What core and the API modules export, and what users bring along. */
    @Test
    void examples_importNothingThatIsNotForEverybody() throws IOException {
        List<String> ours = Stream.of(
                        ApiClient.class,
                        SynthflowClient.class,
                        SynaptiqClient.class,
                        VoisnapClient.class,
                        CallOpsClient.class)
                .flatMap(type -> exported(type).stream())
                .toList();
        assertThat(ours).contains("io.github.analytics4j.page", "io.github.analytics4j.callops");
        for (Path file : examples()) {
            List<String> strangers = Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("import io.github.analytics4j."))
                    .map(line -> line.replaceAll("^import |\\.[A-Z].*$", "")) // the package
                    .filter(name -> !ours.contains(name) && !name.equals("io.github.analytics4j.testkit"))
                    .toList();
            assertThat(strangers).as(name(file)).isEmpty();
        }
    }

    private static List<String> exported(Class<?> type) {
        // a folder where tests run alone, a jar in a whole build
        URI place = URI.create("" + type.getProtectionDomain().getCodeSource().getLocation());
        return ModuleFinder.of(Path.of(place)).findAll().stream()
                .flatMap(module -> module.descriptor().exports().stream())
                .filter(exports -> !exports.isQualified())
                .map(exports -> exports.source())
                .toList();
    }

    /** An operation is a method that can be prepared; between them the examples and the tour use all of them. */
    @Test
    void operations_ofAllApis_areUsedBySomeExample() throws IOException {
        String sources = Stream.concat(examples().stream(), Stream.of(MAIN.resolve("Tour.java")))
                .map(ExamplesTest::read)
                .collect(Collectors.joining());
        Set<String> operations = new TreeSet<>();
        Set<String> unused = new TreeSet<>();
        for (Class<?> api : List.of(
                AnalyticsApi.class,
                CallsApi.class,
                io.github.analytics4j.synaptiq.AnalyticsApi.class,
                io.github.analytics4j.voisnap.AnalyticsApi.class,
                ReportsApi.class,
                io.github.analytics4j.callops.AnalyticsApi.class)) {
            for (Method method : api.getMethods()) {
                if (method.getName().startsWith("prepare")) {
                    String name = Character.toLowerCase(method.getName().charAt(7))
                            + method.getName().substring(8);
                    operations.add(api.getName() + "." + name);
                    String walk = name.replaceFirst("Page$", ""); // of listPage all rows are there by list
                    if (!sources.matches("(?s).*\\.(?:" + name + "|" + walk + ")(?:Async)?\\(.*")) {
                        unused.add(api.getName() + "." + name);
                    }
                }
            }
        }
        assertThat(operations).hasSize(28);
        assertThat(unused)
                .as("a report's file is fetched by Report.saveTo, which uses this one")
                .containsExactly("io.github.analytics4j.voisnap.ReportsApi.download");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
