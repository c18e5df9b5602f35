package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.analytics4j.child.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A user's project whose class path Maven works out from its pom: the sandbox alone, before and after the SDK, and beside a
 * library that brings an old Okio. Our own artifacts are laid into a repository for this test, in front of the usual one.
 */
@Tag("slow")
@Timeout(180)
class ClassPathTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final String VERSION = System.getProperty("analytics4j.version");
    private static final String OURS = "io.github.analytics4j:";

    private static final String CLASS_PATH_TO_FILE = "<build><plugins><plugin><artifactId>maven-dependency-plugin"
            + "</artifactId><configuration><outputFile>${project.basedir}/classpath.txt</outputFile></configuration>"
            + "</plugin></plugins></build>";

    @TempDir
    static Path folder;

    /** What Maven says, by the name of a case. */
    private static final Map<String, String> CLASS_PATHS = new HashMap<>();

    /** Lets Maven work out all class paths in one run: to start it takes longer than all that it does here. */
    @BeforeAll
    static void workOut() throws Exception {
        Path repository = repository();
        Path root = Files.createDirectories(folder.resolve("projects"));
        StringBuilder modules = new StringBuilder("<packaging>pom</packaging><modules>");
        Map<String, Path> projects = new LinkedHashMap<>();
        for (Arguments each :
                Stream.concat(answering().stream(), told().stream()).toList()) {
            String artifact = "project" + projects.size();
            Path project = Files.createDirectories(root.resolve(artifact));
            List<String> dependencies = List.of(each.get()[1].toString().split(" "));
            Files.writeString(project.resolve("pom.xml"), pom("user", artifact, CLASS_PATH_TO_FILE, dependencies));
            modules.append("<module>" + artifact + "</module>");
            projects.put(each.get()[0].toString(), project);
        }
        Files.writeString(root.resolve("pom.xml"), pom("user", "projects", modules + "</modules>", List.of()));
        run(
                root,
                ROOT.resolve("mvnw").toString(),
                "-o",
                "-q",
                "-B",
                "-Dmaven.repo.local=" + repository,
                "-Dmaven.repo.local.tail=" + LocalRepository.root(),
                "-Dmaven.repo.local.tail.ignoreAvailability=true",
                "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath");
        for (Map.Entry<String, Path> each : projects.entrySet()) {
            CLASS_PATHS.put(each.getKey(), Files.readString(each.getValue().resolve("classpath.txt")));
        }
    }

    static List<Arguments> answering() {
        return List.of(
                arguments("alone", "analytics4j-testkit"),
                arguments("before the SDK", "analytics4j-testkit analytics4j-synthflow analytics4j-voisnap"),
                arguments("after the SDK", "analytics4j-synthflow analytics4j-voisnap analytics4j-testkit"),
                arguments("before an old Okio", "analytics4j-testkit old-okio"),
                arguments(
                        "after an old Okio that is below the SDK",
                        "analytics4j-synthflow old-okio analytics4j-testkit"));
    }

    @ParameterizedTest
    @MethodSource("answering")
    void wherever_itAnswers(String name, String dependencies) throws Exception {
        String printed = ask(name);

        assertThat(printed).startsWith("200 ");
        System.out.println(name + ": " + printed.strip());
    }

    static List<Arguments> told() {
        return List.of(arguments("after an old Okio", "old-okio analytics4j-testkit"));
    }

    /** Of two that are equally near, Maven takes the one above: nothing here can change that, but it can be told. */
    @ParameterizedTest
    @MethodSource("told")
    void oldOkioAbove_isToldAtTheStart(String name, String dependencies) throws Exception {
        assertThat(ask(name))
                .contains("IllegalStateException: the Okio on the class path, ")
                .contains("okio-jvm-3.6.0.jar, is too old for the sandbox's web server; give com.squareup.okio:okio-jvm"
                        + " 3.18.2 or newer a place in your build above whatever brings the old one");
    }

    /** As Okio 3.16 is, with which the server starts, and fails where its certificate is asked for. */
    @Test
    void okioThatLacksTheNewestMethodsAbove_isToldAtTheStart() throws Exception {
        Path old = Files.createDirectories(folder.resolve("okio-3.16"));
        Path okio = Files.writeString(old.resolve("Okio.java"), "package okio; public final class Okio {}");
        Path socket = Files.writeString(old.resolve("Socket.java"), "package okio; public interface Socket {}");
        Path bytes = Files.writeString(old.resolve("ByteString.java"), "package okio; public class ByteString {}");
        LocalRepository.compile("", old, List.of(okio.toString(), socket.toString(), bytes.toString()));

        assertThat(askBy(old + File.pathSeparator + CLASS_PATHS.get("alone")))
                .contains("IllegalStateException: the Okio on the class path, ")
                .contains("okio-3.16", ", is too old for the sandbox's web server; ");
    }

    private static String ask(String name) throws Exception {
        return askBy(CLASS_PATHS.get(name));
    }

    private static String askBy(String jars) throws Exception {
        Path project = Files.createTempDirectory(folder, "ask");
        Path source = Files.writeString(project.resolve("Ask.java"), """
                import io.github.analytics4j.testkit.*;
                import java.net.*;
                class Ask {
                    public static void main(String[] none) throws Exception {
                        try (Sandbox sandbox = Sandbox.start()) {
                            SynthflowSandbox api = sandbox.synthflow();
                            HttpURLConnection c = (HttpURLConnection)
                                    new URL(api.baseUrl() + "/calls?model_id=" + api.modelId()).openConnection();
                            c.setReadTimeout(20_000);
                            c.setRequestProperty("Authorization", "Bearer " + api.apiKey());
                            System.out.println(c.getResponseCode() + " "
                                    + okio.Okio.class.getProtectionDomain().getCodeSource().getLocation());
                        } catch (IllegalStateException e) {
                            System.out.println(e);
                        }
                    }
                }
                """);
        LocalRepository.compile(jars, project, List.of(source.toString()));
        return run(
                project,
                new ChildJvm(jars + File.pathSeparator + project)
                        .command(List.of(), "Ask")
                        .toArray(new String[0]));
    }

    /** Our artifacts as they would be installed, and a library that is older than ours. */
    private static Path repository() throws IOException {
        Path repository = folder.resolve("repository");
        if (!Files.exists(repository)) {
            assumeTrue(Files.isExecutable(ROOT.resolve("mvnw")), "there is no Maven wrapper here");
            lay(repository, "analytics4j-parent", ROOT.resolve("pom.xml"), null);
            lay(repository, "analytics4j-testkit", Path.of("pom.xml"), Path.of("target/classes"));
            lay(
                    repository,
                    "analytics4j-core",
                    ROOT.resolve("sdk-core/pom.xml"),
                    ROOT.resolve("sdk-core/target/classes"));
            for (String api : List.of("synthflow", "voisnap")) {
                Path module = ROOT.resolve("sdk-" + api);
                lay(repository, "analytics4j-" + api, module.resolve("pom.xml"), module.resolve("target/classes"));
            }
            Path pom = Files.writeString(folder.resolve("old.xml"), pom("user", "old-okio", "", List.of("okio")));
            lay(repository, "old-okio", pom, folder.resolve("none"));
        }
        return repository;
    }

    private static void lay(Path repository, String artifact, Path pom, Path classes) throws IOException {
        String group = artifact.equals("old-okio") ? "user" : "io/github/analytics4j";
        Path place = Files.createDirectories(
                repository.resolve(group).resolve(artifact).resolve(VERSION));
        Files.copy(pom, place.resolve(artifact + "-" + VERSION + ".pom"));
        if (classes != null) {
            jar(place.resolve(artifact + "-" + VERSION + ".jar"), classes);
        }
    }

    private static void jar(Path jar, Path classes) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("META-INF/"));
            if (Files.exists(classes)) {
                try (Stream<Path> files = Files.walk(classes)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        zip.putNextEntry(
                                new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                        Files.copy(file, zip);
                    }
                }
            }
        }
    }

    private static String pom(String group, String artifact, String build, List<String> dependencies) {
        StringBuilder pom = new StringBuilder("<project><modelVersion>4.0.0</modelVersion><groupId>" + group
                + "</groupId><artifactId>" + artifact + "</artifactId><version>" + VERSION
                + "</version>" + build + "<dependencies>");
        for (String name : dependencies) {
            String coordinates = switch (name) {
                case "okio" -> "com.squareup.okio:okio-jvm:3.6.0";
                case "old-okio" -> "user:old-okio:" + VERSION;
                default -> OURS + name + ":" + VERSION;
            };
            String[] parts = coordinates.split(":");
            pom.append("<dependency><groupId>" + parts[0] + "</groupId><artifactId>" + parts[1]
                    + "</artifactId><version>" + parts[2] + "</version></dependency>");
        }
        return pom.append("</dependencies></project>").toString();
    }

    private static String run(Path directory, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"); // a matter of seconds
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }
}
