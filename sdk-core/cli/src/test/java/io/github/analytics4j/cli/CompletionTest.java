package io.github.analytics4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The completion of a shell, tried in that shell. */
class CompletionTest {
    @TempDir
    Path folder;

    private String completed(String shell, String words) throws Exception {
        Path script = folder.resolve("completion");
        Shell.Result written = new Shell().run("completion " + shell);
        assertThat(written.code()).isZero();
        Files.writeString(script, written.out());
        String last = words.endsWith(" ") ? "" : words.substring(words.lastIndexOf(' ') + 1);
        // bash has compopt only while a user presses the key
        String line = "source completion; compopt() { :; }; COMP_LINE='" + words + "'; COMP_WORDS=(" + words
                + (last.isEmpty() ? " ''" : "") + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1));"
                + " $(complete -p analytics4j | sed 's/.*-F \\([^ ]*\\) .*/\\1/'); printf '%s\\n' \"${COMPREPLY[@]}\"";
        Child.Result result = Child.run(folder, Map.of(), line);
        assertThat(result.err()).isEmpty();
        return result.out();
    }

    @ParameterizedTest
    @CsvSource({
        "'analytics4j ',synthflow",
        "'analytics4j ',describe",
        "'analytics4j callops ',analytics",
        "'analytics4j callops analytics late',latency",
        "analytics4j synthflow calls list --call-st,--call-status",
        "'analytics4j synthflow calls list --call-status ',completed",
        "analytics4j shop items list --format j,jsonl",
        "'analytics4j shop items list --colour ',red",
        "'analytics4j describe ',synthflow_calls",
    })
    void bash_completes(String words, String expected) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs bash");

        assertThat(completed("bash", words).lines().map(String::strip)).contains(expected);
    }

    @Test
    void script_holdsNothingThatAShellWouldRun() {
        assertThat(new Shell().run("completion bash").out()).doesNotContain("touch /tmp/owned");
    }

    @Test
    void zsh_loadsTheScript() throws Exception {
        assertThat(new Shell().run("completion zsh").out()).startsWith("#compdef analytics4j\n");
        Path zsh = Path.of("/bin/zsh");
        assumeTrue(Files.isExecutable(zsh), "needs zsh in /bin");
        Files.writeString(
                folder.resolve("completion"), new Shell().run("completion zsh").out());
        Child.Result result = Child.run(
                folder, Map.of(), "zsh -fc 'source completion && which _complete_analytics4j >/dev/null && echo good'");

        assertThat(result.out()).as(result.err()).isEqualTo("good\n");
    }
}
