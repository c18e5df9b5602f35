package io.github.analytics4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
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

    private String refusal(String... plan) throws IOException {
        Path file = folder.resolve("nightly.properties");
        Files.write(file, List.of(plan));
        Shell.Result result = new Shell().home(folder).run("sync --plan " + file);
        assertThat(result.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
        assertThat(folder.resolve("w")).doesNotExist();
        return result.err().replace("analytics4j: the plan " + file + ": ", "");
    }

    @Test
    void plan_hashesWithoutKeyFile_namesTheTable() throws IOException {
        assertThat(refusal("into = w", "calls.table = synthflow_calls", "calls.model_id = a", "calls.hash = lead_name"))
                .isEqualTo("calls: hash needs key-file: a file that holds 16 random bytes or more\n");
    }

    @Test
    void plan_keyFileIsNotThere_saysHowToMakeIt() throws IOException {
        Path key = folder.resolve("hash.key"); // beside the plan
        assertThat(refusal(
                        "into = w",
                        "key-file = hash.key",
                        "calls.table = synthflow_calls",
                        "calls.model_id = a",
                        "calls.hash = lead_name"))
                .isEqualTo("calls: key file " + key + ": cannot be read (" + key + ": it is not there): make it with"
                        + " head -c 32 /dev/urandom > " + key + " && chmod 600 " + key + "\n");
    }

    @Test
    void plan_passwordFileThatOthersMayUse_isRefused() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "needs POSIX files");
        Path password = folder.resolve("password"); // beside the plan
        Files.writeString(password, "secret");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-rw-rw-"));
        String[] plan = {
            "into = jdbc:postgresql://127.0.0.1:1/calls",
            "jdbc-password-file = password",
            "calls.table = synthflow_calls",
            "calls.model_id = a"
        };
        assertThat(refusal(plan))
                .startsWith("password file " + password + ": may be used by others than its owner ([GROUP_READ,")
                .endsWith("): run chmod 600 " + password + "\n");
        Files.delete(password);
        assertThat(refusal(plan)).isEqualTo("the password file " + password + " cannot be read: it is not there\n");
    }
}
