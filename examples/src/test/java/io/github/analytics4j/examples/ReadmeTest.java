package io.github.analytics4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every Java snippet of the README stands, line for line, in {@link ReadmeSnippetsTest}, which compiles and runs it. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern REGION = Pattern.compile("// snippet\n(.*?)\n *// end", Pattern.DOTALL);

    @Test
    void snippets_areTheOnesThatAreCompiledAndRun() throws IOException {
        List<String> shown = matches(JAVA_BLOCK, Files.readString(ROOT.resolve("README.md")));
        List<String> run = matches(
                REGION,
                Files.readString(Path.of("src/test/java/io/github/analytics4j/examples/ReadmeSnippetsTest.java")));
        assertThat(shown).hasSizeGreaterThan(5);
        assertThat(run).containsExactlyInAnyOrderElementsOf(shown);
    }

    @Test
    void commands_standAloneUnderTheirHeadings() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        assertThat(command(readme, "Run it")).startsWith("./mvnw ").contains("-pl examples -am");
        String test = command(readme, "Test it");
        assertThat(test).isEqualTo("./mvnw verify");
        assertThat(Files.readString(ROOT.resolve(".ci/run")))
                .contains("./mvnw --batch-mode --no-transfer-progress verify");
    }

    private static String command(String readme, String heading) {
        List<String> found = matches(
                Pattern.compile("## " + Pattern.quote(heading) + "\n.*?```(?:sh|bash)\n(.*?)```", Pattern.DOTALL),
                readme);
        assertThat(found).as(heading).hasSize(1);
        assertThat(found.get(0).lines()).as(heading + ": one command").hasSize(1);
        return found.get(0).strip();
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1).stripIndent().strip())
                .toList();
    }
}
