package io.github.analytics4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.codegen.model.SpecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegenerateTest {

    private static final String GENERATED = "sdk-synthflow/src/generated/java/io/github/analytics4j/synthflow/";

    /** Its generated sources are what its specs say, as another test shows. */
    private static final Modules REPOSITORY = new Modules(Path.of("../.."));

    @TempDir
    Path checkout;

    @BeforeEach
    void copySpecs() throws IOException {
        for (String module : Modules.ALL) {
            Path spec = Path.of("../..", module, "src/spec");
            Path copy = Files.createDirectories(checkout.resolve(module).resolve("src/spec"));
            try (Stream<Path> files = Files.list(spec)) {
                for (Path file : files.toList()) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
        }
    }

    @Test
    void run_nothingGeneratedYet_writesEverything_andThenNothing() throws Exception {
        Modules modules = new Modules(checkout);

        Map<String, Integer> first = Regenerate.run(modules);

        assertThat(first.keySet()).containsExactlyElementsOf(Modules.ALL);
        for (String module : Modules.ALL) {
            assertThat(modules.present(module))
                    .isEqualTo(REPOSITORY.present(module))
                    .hasSize(first.get(module));
        }
        assertThat(Regenerate.run(modules).values()).containsOnly(0);
    }

    @Test
    void run_editedMissingAndForeignFiles_arePutRight() throws Exception {
        Modules modules = new Modules(checkout);
        Regenerate.run(modules);
        Files.writeString(checkout.resolve(GENERATED + "Call.java"), "edited");
        Files.delete(checkout.resolve(GENERATED + "CallsApi.java"));
        Files.writeString(checkout.resolve(GENERATED + "Foreign.java"), "class Foreign {}");

        assertThat(Regenerate.run(modules)).containsEntry("sdk-synthflow", 3).containsEntry("sdk-callops", 0);
        assertThat(modules.present("sdk-synthflow")).isEqualTo(REPOSITORY.present("sdk-synthflow"));
    }

    @Test
    void run_oneSpecBroken_touchesNoModule() throws Exception {
        Path overrides = checkout.resolve("sdk-synthflow/src/spec/overrides.yaml");
        List<String> lines = Files.readAllLines(overrides);
        lines.replaceAll(line -> line.replace("method: export, ", ""));
        Files.write(overrides, lines);
        Modules modules = new Modules(checkout);

        assertThatThrownBy(() -> Regenerate.run(modules))
                .isInstanceOf(SpecException.class)
                .hasMessage("1 mistake(s) in the spec:\nsdk-synthflow/src/spec/overrides.yaml:23: method is missing");
        for (String module : Modules.ALL) {
            assertThat(modules.present(module)).isEmpty();
        }
    }

    @Test
    void run_twoSpecsBroken_namesEachMistakeOnce() throws Exception {
        Path overrides = checkout.resolve("sdk-synthflow/src/spec/overrides.yaml");
        Files.writeString(overrides, Files.readString(overrides).replace("method: export, ", ""));
        Path tables = checkout.resolve("sdk-callops/src/spec/callops.md");
        Files.writeString(tables, Files.readString(tables).replaceFirst("`GET /analytics/overview`", "`LOOK here`"));
        Modules modules = new Modules(checkout);

        assertThatThrownBy(() -> Regenerate.run(modules))
                .isInstanceOf(SpecException.class)
                .hasMessageMatching("(?s)\\d mistake\\(s\\) in the spec:\n"
                        + "sdk-synthflow/src/spec/overrides.yaml:23: method is missing\n"
                        + "sdk-callops/src/spec/callops.md:.*")
                .hasMessageNotContaining("Exception");
    }

    @Test
    void read_folderWithoutSpec_saysSo() {
        Path empty = checkout.resolve("sdk-synthflow");

        assertThatThrownBy(() -> Modules.read(empty))
                .isInstanceOf(IOException.class)
                .hasMessage("no spec that any front end knows in " + empty);
    }
}
