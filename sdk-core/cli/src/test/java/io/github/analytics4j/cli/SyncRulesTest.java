package io.github.analytics4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code analytics4j ... sync} with wrong rules for columns. */
class SyncRulesTest {
    @TempDir
    Path folder;

    @Test
    void sync_wrongRulesForColumns_nameTheOption() {
        String line = "synthflow calls sync --model-id a --into " + folder.resolve("w");
        Shell.Result column = new Shell().home(folder).run(line + " --leave-out transcrpt");
        assertThat(column.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
        assertThat(column.err())
                .isEqualTo(
                        "analytics4j: --leave-out: transcrpt is no column of synthflow_calls; did you mean transcript?;"
                                + " analytics4j describe synthflow_calls lists them\n");
        Shell.Result key = new Shell().home(folder).run(line + " --hash lead_name");
        assertThat(key.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
        assertThat(key.err())
                .isEqualTo("analytics4j: --hash needs --key-file: a file that holds 16 random bytes or more\n");
        assertThat(folder.resolve("w")).doesNotExist();
    }
}
