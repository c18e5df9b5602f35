package io.github.analytics4j.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    static List<Path> jars(String... coordinates) {
        return Arrays.stream(coordinates).map(LocalRepository::jar).toList();
    }
}
