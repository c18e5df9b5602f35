package io.github.analytics4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClassPathsTest {
    private static final List<String> OKHTTP = List.of(
            "repo/okhttp-jvm-5.5.1.jar",
            "repo/okio-jvm-3.18.2.jar",
            "repo/kotlin-stdlib-2.1.21.jar",
            "repo/annotations-13.0.jar");

    @Test
    void jars_moshi_onlyWhatItNeeds() {
        ClassPaths paths = classPaths(
                List.of("repo/moshi-1.15.2.jar", "repo/gson-2.10.1.jar", "repo/jackson-annotations-2.22.jar"));

        assertThat(paths.jars(Peer.MOSHI))
                .extracting(Path::toString)
                .map(name -> name.replace('\\', '/'))
                .containsExactlyInAnyOrderElementsOf(with("repo/moshi-1.15.2.jar"));
    }

    @Test
    void jars_sdkFromModuleFolders_areFound() {
        ClassPaths paths = classPaths(List.of(
                "tree/sdk-core/target/classes",
                "tree/sdk-synthflow/target/classes",
                "repo/moshi-1.15.2.jar",
                "repo/slf4j-api-2.0.20.jar",
                "repo/jspecify-1.0.1.jar"));

        assertThat(paths.jars(Peer.SDK)).hasSize(9);
    }

    @Test
    void jars_oneIsMissing_saysWhich() {
        ClassPaths paths = classPaths(List.of());

        assertThatThrownBy(() -> paths.jars(Peer.MOSHI))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "MOSHI needs [okhttp-jvm, okio-jvm, kotlin-stdlib, annotations, moshi], the class path has [");
    }

    @Test
    void launch_anyPeer_readersComeFirst() {
        assertThat(classPaths(List.of()).launch(Peer.FLOOR)).startsWith("readers" + File.pathSeparator);
    }

    private static List<String> with(String jar) {
        return Stream.concat(OKHTTP.stream(), Stream.of(jar)).toList();
    }

    private static ClassPaths classPaths(List<String> more) {
        Stream<String> all = Stream.concat(Stream.of("readers"), Stream.concat(OKHTTP.stream(), more.stream()));
        return new ClassPaths("mvn", Path.of("peers"), String.join(File.pathSeparator, all.toList()));
    }
}
