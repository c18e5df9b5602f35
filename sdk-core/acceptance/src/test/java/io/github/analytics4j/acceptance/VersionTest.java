package io.github.analytics4j.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The version of the project is the same in all files that name it, and one command sets it in all of them. */
class VersionTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    /** In two parts, else this file would name a snapshot itself. */
    private static final String OLD = "7.8.9" + "-SNAPSHOT";

    @TempDir
    Path folder;

    private record Ended(int code, String printed) {}

    private static Ended setVersion(Path folder, String... version) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                ROOT.resolve(".ci/SetVersion.java").toString(),
                folder.toString()));
        command.addAll(List.of(version));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), printed.strip());
    }

    /** Every kind of place there is, and versions that are not ours. */
    private static String page(String version) {
        return """
                <artifactId>analytics4j-parent</artifactId>
                    <version>%1$s</version>
                <analytics4j.version>%1$s</analytics4j.version>
                //DEPS io.github.analytics4j:analytics4j-callops:%1$s
                \\- io.github.analytics4j:analytics4j-core:jar:%1$s:compile
                java -jar analytics4j-testkit-%1$s-all.jar, ü
                <artifactId>analytics4j-core</artifactId>
                <version>${project.version}</version>
                <artifactId>analytics4j-spark-3.5</artifactId>
                <artifactId>okio</artifactId>
                <version>7.8.9</version>
                """.formatted(version);
    }

    @Test
    void everyFile_hasTheVersionOfTheRootPom() throws Exception {
        assertThat(setVersion(ROOT)).isEqualTo(new Ended(0, ""));
    }

    @Test
    void version_set_isInEachPlaceOfOursAndInNoOther() throws Exception {
        Path below = Files.createDirectories(folder.resolve("sdk/docs"));
        Path built = Files.createDirectories(folder.resolve("sdk/target"));
        for (Path each : List.of(folder.resolve("pom.xml"), below.resolve("README.md"), built.resolve("pom.xml"))) {
            Files.writeString(each, page(OLD));
        }

        assertThat(setVersion(folder, "7.9.0")).isEqualTo(new Ended(0, "2 files have the version 7.9.0"));

        assertThat(folder.resolve("pom.xml")).hasContent(page("7.9.0"));
        assertThat(below.resolve("README.md")).hasContent(page("7.9.0"));
        assertThat(built.resolve("pom.xml")).hasContent(page(OLD));
        assertThat(setVersion(folder, OLD).code()).isZero();
        assertThat(below.resolve("README.md")).hasContent(page(OLD));
    }

    @Test
    void fileThatWasForgotten_isNamedWithItsLine_andTheCommand() throws Exception {
        Files.writeString(folder.resolve("pom.xml"), page("7.9.0"));
        Files.writeString(folder.resolve("Script.java"), "//\nstatic final String VERSION = \"" + OLD + "\";");

        assertThat(setVersion(folder))
                .isEqualTo(new Ended(
                        1, "Script.java:2 has " + OLD + ", the root POM 7.9.0: run java .ci/SetVersion.java . 7.9.0"));
    }

    @Test
    void versionOfAnotherForm_isRefused() throws Exception {
        Files.writeString(folder.resolve("pom.xml"), page(OLD));

        assertThat(setVersion(folder, "v1").code()).isEqualTo(2);
        assertThat(folder.resolve("pom.xml")).hasContent(page(OLD));
    }
}
