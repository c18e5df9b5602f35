package io.github.analytics4j.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The class path each peer's users have. What shares our versions is picked from our own class path by artifact; the others are
 * resolved by Maven from a pom without a parent, so that our dependency management bends nothing.
 */
final class ClassPaths {
    private static final String RESOLVE = "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath";

    private final String maven;
    private final Path poms;
    private final List<Path> own;
    private final Map<Peer, List<Path>> resolved = new EnumMap<>(Peer.class);

    ClassPaths(String maven, Path poms, String ownClassPath) {
        this.maven = maven;
        this.poms = poms;
        this.own = split(ownClassPath);
    }

    /** The jars of a peer. */
    List<Path> jars(Peer peer) {
        return resolved.computeIfAbsent(peer, this::resolve);
    }

    /** The class path to launch a peer with: the readers, then its jars. */
    String launch(Peer peer) {
        return join(Stream.concat(Stream.of(readers()), jars(peer).stream()));
    }

    /** The class path that holds everybody: what we were launched with. */
    String all() {
        return join(own.stream());
    }

    /** Where this very class was loaded from, the first of our own class path. */
    private Path readers() {
        return own.get(0);
    }

    private List<Path> resolve(Peer peer) {
        String pom = peer.pom();
        return pom == null ? pick(peer) : fromMaven(pom);
    }

    private List<Path> pick(Peer peer) {
        List<Path> jars =
                own.stream().filter(jar -> peer.jars().contains(artifact(jar))).toList();
        if (jars.size() != peer.jars().size()) {
            throw new IllegalStateException(peer + " needs " + peer.jars() + ", the class path has " + jars);
        }
        return jars;
    }

    /** {@code okio-jvm} of {@code .../okio-jvm-3.18.2.jar}; {@code analytics4j-core} also of a module's {@code classes}. */
    private static String artifact(Path entry) {
        return entry.toString()
                .replaceFirst(".*sdk-(\\w+)[/\\\\]target[/\\\\]classes$", "analytics4j-$1")
                .replaceFirst(".*[/\\\\]", "")
                .replaceFirst("-\\d.*", "");
    }

    private List<Path> fromMaven(String pom) {
        try {
            Path out = Files.createTempFile("class-path", ".txt");
            Fork.run(List.of(
                    maven, "-q", "-f", poms.resolve(pom + ".xml").toString(), RESOLVE, "-Dmdep.outputFile=" + out));
            List<Path> jars = split(Files.readString(out).strip());
            Files.delete(out);
            return jars;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> split(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator)).map(Path::of).toList();
    }

    private static String join(Stream<Path> entries) {
        return String.join(File.pathSeparator, entries.map(Path::toString).toList());
    }
}
