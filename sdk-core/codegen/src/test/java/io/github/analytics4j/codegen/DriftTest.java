package io.github.analytics4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is checked in is what the specs say. */
class DriftTest {

    static final List<String> MODULES = Modules.ALL;

    private static final String REWRITE = "; rewrite it: ./mvnw -q -pl sdk-core/codegen compile exec:java -Dregenerate";

    @TempDir
    Path classes;

    @ParameterizedTest
    @FieldSource("MODULES")
    void generatedSources_areWhatTheSpecSays(String module) throws Exception {
        Modules modules = new Modules(Path.of("../.."));
        SortedMap<String, String> expected = modules.expected(module);
        SortedMap<String, String> present = modules.present(module);

        assertThat(present.keySet())
                .as("the generated sources of " + module + REWRITE)
                .isEqualTo(expected.keySet());
        expected.forEach(
                (path, text) -> assertThat(present.get(path)).as(path + REWRITE).isEqualTo(text));
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void readme_isWhatTheSpecSays(String module) throws Exception {
        Modules modules = new Modules(Path.of("../.."));

        assertThat(Files.readString(modules.readme(module)))
                .as("README.md of " + module + REWRITE)
                .isEqualTo(modules.expectedReadme(module));
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void generatedSources_compileAlone_withEveryWarningOn(String module) throws Exception {
        try (CompiledSources compiled =
                CompiledSources.compile(new Modules(Path.of("../..")).present(module), classes)) {
            assertThat(compiled.warnings()).isEmpty();
        }
    }
}
