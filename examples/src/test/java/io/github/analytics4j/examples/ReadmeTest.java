package io.github.analytics4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.synthflow.Region;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.voisnap.Environment;
import io.github.analytics4j.voisnap.VoisnapClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every Java snippet of the README and the guide stands, line for line, in {@link ReadmeSnippetsTest}, which compiles and runs it;
 * above it are the imports that it needs, and no others.
 */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final List<String> PAGES = List.of("README.md", "sdk-core/GUIDE.md");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]*)(?:#([^)\\s]*))?\\)");
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern IMPORTS = Pattern.compile("\\A(?:(?:import [^\n]*)?\n)*");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import [\\w. ]*?(\\w+);$");
    private static final Path SNIPPETS =
            Path.of("src/test/java/io/github/analytics4j/examples/ReadmeSnippetsTest.java");
    private static final Pattern REGION = Pattern.compile("// snippet\n(.*?)\n *// end", Pattern.DOTALL);

    @Test
    void snippets_areTheOnesThatAreCompiledAndRun() throws IOException {
        List<String> shown = snippets().stream()
                .map(snippet -> IMPORTS.matcher(snippet).replaceFirst(""))
                .toList();
        List<String> run = matches(REGION, Files.readString(SNIPPETS));
        assertThat(shown).hasSizeGreaterThan(5);
        assertThat(run).containsExactlyInAnyOrderElementsOf(shown);
    }

    @Test
    void snippets_haveTheImportsThatTheyNeed() throws IOException {
        Map<String, String> known = IMPORT.matcher(Files.readString(SNIPPETS))
                .results()
                .collect(Collectors.toMap(found -> found.group(1), MatchResult::group));
        for (String snippet : snippets()) {
            String code = IMPORTS.matcher(snippet).replaceFirst("").replaceAll("//.*|\"[^\"\n]*\"", "");
            List<String> needed = Pattern.compile("(?<![\\w.])[A-Za-z]\\w*")
                    .matcher(code)
                    .results()
                    .map(word -> known.get(word.group()))
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            List<String> shown =
                    IMPORT.matcher(snippet).results().map(MatchResult::group).toList();
            assertThat(shown).as(snippet).containsExactlyInAnyOrderElementsOf(needed);
        }
    }

    private static List<String> snippets() throws IOException {
        List<String> snippets = new ArrayList<>();
        for (String page : PAGES) {
            snippets.addAll(matches(JAVA_BLOCK, Files.readString(ROOT.resolve(page))));
        }
        return snippets;
    }

    /** A name in a table is code as well: each is a class, a constant, a variable or a module that is there. */
    @Test
    void tables_nameWhatIsThere() throws Exception {
        List<String> rows = new ArrayList<>();
        for (String page : PAGES) {
            rows.addAll(Files.readAllLines(ROOT.resolve(page)).stream()
                    .filter(line -> line.startsWith("|"))
                    .toList());
        }
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
        assertThat(Files.readString(ROOT.resolve("sdk-core/GUIDE.md")))
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
        assertThat(test).isEqualTo("./mvnw -T2 verify");
        assertThat(Files.readString(ROOT.resolve(".ci/run")))
                .contains("./mvnw -T2 --batch-mode --no-transfer-progress verify");
    }

    @Test
    void links_ofEveryPage_leadToWhatIsThere() throws IOException {
        int links = 0;
        for (Path page : pages()) {
            for (MatchResult link :
                    LINK.matcher(Files.readString(page)).results().toList()) {
                Path target = link.group(1).isEmpty()
                        ? page
                        : page.resolveSibling(link.group(1)).normalize();
                assertThat(target).as("%s links %s", page, link.group()).exists();
                if (link.group(2) != null && target.toString().endsWith(".md")) {
                    assertThat(anchors(target))
                            .as("%s links %s", page, link.group())
                            .contains(link.group(2));
                }
                links++;
            }
        }
        assertThat(links).isGreaterThan(50);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList();
        }
    }

    /** The anchors of a page's headings, as GitHub makes them. */
    private static List<String> anchors(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
                        .replace(' ', '-'))
                .toList();
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
