package io.github.analytics4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The prompt, typed into a plain terminal. */
class SqlPromptTest {
    @TempDir
    Path folder;

    private Shell.Result type(String text) {
        return new Shell()
                .home(folder)
                .terminal(new Terminal(true, true, 100, true))
                .in(text)
                .run("sql", "--sandbox");
    }

    @Test
    void prompt_goesOnAfterErrors_andOverSeveralLines() throws Exception {
        Shell.Result result = type("selekt 1;\nselect count(*) > 0 as calls\nfrom synthflow_calls("
                + "model_id := getvariable('synthflow_model_id'));\n.tables\n.describe blend_days\n.nothing\n.quit\n");

        assertThat(result.code()).isZero();
        assertThat(result.err())
                .contains("Parser Error: syntax error at or near \"selekt\"", "there is no command \".nothing\"");
        assertThat(result.out())
                .contains(
                        "calls\n-----\ntrue\n",
                        "Views over several APIs:",
                        "blend_days: What each API counted for each day.");
        Path history = folder.resolve(".local/state/analytics4j/sql-history");
        assertThat(Files.readString(history)).contains("selekt 1;");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");
    }

    @Test
    void endOfInput_leaves() {
        assertThat(type("select 1 as a").code()).isZero();
    }
}
