package io.github.analytics4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.analytics4j.testkit.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what the README shows. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");

    @TempDir
    Path folder;

    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher matcher =
                Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(Files.readString(README));
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }

    /** Commands with the output that is shown below each. */
    private static Map<String, String> shown() throws IOException {
        Map<String, String> shown = new LinkedHashMap<>();
        for (String block : blocks("console")) {
            String command = "";
            for (String line : block.split("\n", -1)) {
                if (line.startsWith("$ analytics4j ")) {
                    command = line.substring("$ analytics4j ".length());
                    shown.put(command, "");
                } else {
                    shown.merge(command, line.isEmpty() ? "" : line + "\n", String::concat);
                }
            }
        }
        return shown;
    }

    /** Three dots stand for the rest of a line, or for any lines. */
    private static String pattern(String shown) {
        StringBuilder pattern = new StringBuilder("(?s)");
        for (String line : shown.split("\n", -1)) {
            if (line.equals("...")) {
                pattern.append(".*");
            } else if (line.endsWith("...")) {
                pattern.append(Pattern.quote(
                                line.substring(0, line.length() - 3).stripTrailing()))
                        .append("[^\n]*\r?\n");
            } else if (!line.isEmpty()) {
                pattern.append(Pattern.quote(line)).append("\r?\n");
            }
        }
        return pattern.toString();
    }

    @Test
    void commands_printWhatIsShown() throws IOException {
        Map<String, String> shown = shown();
        assertThat(shown).hasSizeGreaterThan(8);
        shown.forEach((command, output) -> {
            Shell.Result result = new Shell().run(command);
            assertThat(result.code()).as("%s: %s", command, result.err()).isZero();
            assertThat(result.out()).as(command).matches(pattern(output));
        });
    }

    @Test
    void scripts_run() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a POSIX shell");
        List<String> scripts = blocks("sh").stream()
                .filter(block -> block.startsWith("#!/bin/sh"))
                .toList();
        assertThat(scripts).hasSize(2);
        try (Sandbox sandbox = Sandbox.builder().calls(3_000).start()) {
            sandbox.voisnap().reports().readyAfter(Duration.ZERO);
            sandbox.voisnap().reports().estimatedSeconds(0);
            for (String script : scripts) {
                Files.writeString(folder.resolve("script.sh"), script);
                Child.Result result = Child.run(folder, sandbox.environment(), "sh script.sh");
                assertThat(result.code()).as(result.err()).isZero();
                assertThat(result.out()).isEmpty();
            }
            assertThat(sandbox.voisnap().reports().created()).hasSize(1);
        }
        assertThat(folder.resolve("june.csv")).isNotEmptyFile();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> calls = files.filter(
                            file -> file.getFileName().toString().startsWith("calls-"))
                    .toList();
            assertThat(calls).hasSize(1);
            assertThat(Files.readString(calls.get(0))).startsWith("call_id,");
        }
    }

    @Test
    void exitCodes_areThoseOfTheCommand() throws Exception {
        List<Integer> listed = Pattern.compile("(?m)^\\| (\\d+) \\|")
                .matcher(Files.readString(README))
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();

        List<Integer> codes = new ArrayList<>();
        for (var field : ExitCode.class.getFields()) {
            codes.add((Integer) field.get(null));
        }
        assertThat(listed).isEqualTo(codes);
    }
}
