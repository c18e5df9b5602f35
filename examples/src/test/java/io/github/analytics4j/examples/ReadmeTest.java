package io.github.analytics4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.synthflow.Region;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.voisnap.Environment;
import io.github.analytics4j.voisnap.VoisnapClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
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

    /** A name in a table is code as well: each is a class, a constant, a variable or a module that is there. */
    @Test
    void tables_nameWhatIsThere() throws Exception {
        List<String> rows = Files.readAllLines(ROOT.resolve("README.md")).stream()
                .filter(line -> line.startsWith("|"))
                .toList();
        int names = 0;
        for (String row : rows) {
            Class<?> last = null;
            for (String name : matches(Pattern.compile("`([^`]+)`"), row)) {
                names++;
                Matcher constant =
                        Pattern.compile("(?:([A-Z]\\w*[a-z]\\w*)\\.)?([A-Z]+)").matcher(name);
                if (name.startsWith("analytics4j-")) {
                    assertThat(ROOT.resolve(name.replace("analytics4j-", "sdk-")))
                            .isDirectory();
                } else if (name.matches("[A-Z]+_[A-Z_]+")) {
                    assertThat(Files.readString(source(row))).as(name).contains("\"" + name + "\"");
                } else if (constant.matches()) {
                    last = constant.group(1) == null ? last : type(constant.group(1));
                    assertThat(last)
                            .as(name + " belongs to the constant before it")
                            .isNotNull();
                    assertThat(last.getField(constant.group(2)).get(null))
                            .as(name)
                            .isNotNull();
                } else {
                    last = type(name);
                }
            }
        }
        assertThat(names).isGreaterThan(20);
    }

    /** The class of a client, which a row of variables begins with. */
    private static Path source(String row) {
        Class<?> client = type(matches(Pattern.compile("`(\\w+Client)`"), row).get(0));
        String module =
                client.getPackageName().substring(client.getPackageName().lastIndexOf('.') + 1);
        return ROOT.resolve(
                "sdk-" + module + "/src/main/java/" + client.getName().replace('.', '/') + ".java");
    }

    private static Class<?> type(String name) {
        for (String place : List.of("synthflow", "synaptiq", "voisnap", "callops")) {
            try {
                return Class.forName("io.github.analytics4j." + place + "." + name);
            } catch (ClassNotFoundException e) {
                // perhaps in the next one
            }
        }
        throw new AssertionError("README names " + name + ", and there is no such class");
    }

    @Test
    void defaults_inTheTable_areThoseOfTheBuilders() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        assertThat(readme)
                .contains(
                        "| `SYNTHFLOW_BASE_URL` | `Region.GLOBAL`;",
                        "| `VOISNAP_BASE_URL` | `Environment.PRODUCTION`;");
        try (SynthflowClient synthflow = SynthflowClient.builder().apiKey("k-1").build();
                VoisnapClient voisnap = VoisnapClient.builder().apiKey("k-1").build()) {
            assertThat(synthflow.toString()).contains(Region.GLOBAL.baseUrl());
            assertThat(voisnap.toString()).contains(Environment.PRODUCTION.baseUrl());
        }
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
