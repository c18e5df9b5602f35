package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The jars that the build's own tools have fetched. */
final class LocalRepository {
    private LocalRepository() {}

    /** Where jars are kept; told by where one of the class path's is. */
    static Path root() {
        Path jar = classPath().stream()
                .filter(path ->
                        path.toString().endsWith(".jar") && path.toString().contains("assertj-core"))
                .findFirst()
                .orElseThrow();
        return jar.getParent().getParent().getParent().getParent().getParent();
    }

    /** The parts of this process's class path. */
    static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    /** The part of the class path with this in its name. */
    static Path onClassPath(String name) {
        return classPath().stream()
                .filter(path -> path.toString().contains(name))
                .findFirst()
                .orElseThrow();
    }

    /** A jar by {@code group:artifact:version}; the test is skipped where it was never fetched. */
    static Path jar(String coordinates) {
        String[] parts = coordinates.split(":");
        Path jar = root().resolve(parts[0].replace('.', '/'))
                .resolve(parts[1])
                .resolve(parts[2])
                .resolve(parts[1] + "-" + parts[2] + ".jar");
        assumeTrue(
                Files.exists(jar),
                () -> coordinates + " is not in the local repository: run mvn dependency:get" + " -Dartifact="
                        + coordinates + " for this test");
        return jar;
    }

    static String joined(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** The tools of the JDK that runs the tests. */
    static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** Compiles sources into a folder, as a project of a user's with this class path does. */
    static void compile(String classPath, Path to, List<String> sources) {
        List<String> arguments =
                new ArrayList<>(List.of("-proc:none", "-nowarn", "-cp", classPath, "-d", to.toString()));
        arguments.addAll(sources);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments.toArray(new String[0]));
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }
}
