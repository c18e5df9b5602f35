package io.github.analytics4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.analytics4j.codegen.model.SpecException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A spec with many mistakes is refused once, each mistake with its file and line. */
class BrokenSpecTest {

    @Test
    void read_brokenSpec_namesEveryMistake() throws Exception {
        SpecException refused =
                catchThrowableOfType(SpecException.class, () -> Modules.read(Path.of("src/test/resources/broken")));

        assertThat(refused.getMessage())
                .isEqualTo(Files.readString(Path.of("src/test/resources/broken/mistakes.txt"))
                        .strip());
    }
}
