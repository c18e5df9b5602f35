package io.github.analytics4j.codegen.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.codegen.Modules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OPENAPI.md says what is so: all extensions and their words, and a report as the comparison prints it. */
class OpenApiFormatTest {

    private static final Path FORMAT = Path.of("OPENAPI.md");

    @TempDir
    Path folder;

    @Test
    void extensions_areThoseTheReaderKnows() throws Exception {
        Set<String> read = new TreeSet<>();
        Set<String> keys = new TreeSet<>();
        Path sources = Path.of("src/main/java/io/github/analytics4j/codegen/openapi");
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : files.toList()) {
                read.addAll(all("\"(x-[a-z-]+)\"", Files.readString(file)));
                keys.addAll(all("Set\\.of\\(([^;]*)\\);", Files.readString(file)));
            }
        }
        String format = Files.readString(FORMAT);

        assertThat(new TreeSet<>(all("`(x-[a-z-]+)`", format))).isEqualTo(read);
        assertThat(keys).isNotEmpty();
        for (String list : keys) {
            assertThat(all("\"([a-z-]{3,})\"", list)).allMatch(key -> format.contains(key), "is told in " + FORMAT);
        }
    }

    @Test
    void typeWords_areThoseTheReaderKnows() throws Exception {
        String source = Files.readString(Path.of("src/main/java/io/github/analytics4j/codegen/openapi/TypeWords.java"));
        String row = Files.readAllLines(FORMAT).stream()
                .filter(line -> line.startsWith("| `x-type`"))
                .findFirst()
                .orElseThrow();

        assertThat(all("`([a-z -]+)`", row.substring("| `x-type`".length())))
                .containsExactlyElementsOf(all("words\\.put\\(\"([^\"]+)\"", source));
    }

    @Test
    void report_isAsItIsPrinted() throws Exception {
        String spec = Files.readString(Path.of("../../sdk-synthflow/src/spec/synthflow.yaml"));
        String vendor = replaced(spec, "        lead_name:\n", "        contact_name:\n");
        vendor = replaced(
                vendor,
                "        timezone:\n          type:\n            - string\n            - 'null'\n"
                        + "          description: The time zone the call belongs to.\n",
                "");
        vendor = replaced(
                vendor,
                "        collected_variables:\n",
                "        mood: {type: string}\n        collected_variables:\n");
        vendor = replaced(
                vendor,
                "          description: How many calls a page holds at most.\n          schema:\n            type: integer\n",
                "          schema:\n            type: integer\n            minimum: 1\n            maximum: 200\n");
        VendorReport report = VendorReport.compare(
                Path.of("../../sdk-synthflow/src/spec"),
                List.of(Files.writeString(folder.resolve("openapi.yaml"), vendor)));

        List<String> printed =
                report.text().lines().map(OpenApiFormatTest::withoutPlace).toList();
        List<String> told = Files.readAllLines(FORMAT).stream()
                .filter(line -> line.startsWith("      ") && !line.startsWith("      - "))
                .map(line -> withoutPlace(line.substring(4)))
                .toList();
        assertThat(told).hasSize(6).isSubsetOf(printed);
    }

    @Test
    void apis_areThoseThereAre() throws Exception {
        assertThat(Files.readString(FORMAT)).contains("`-Dapi=synthflow`, `synaptiq`, `voisnap` or `callops`");
        assertThat(Modules.ALL).containsExactly("sdk-synthflow", "sdk-synaptiq", "sdk-voisnap", "sdk-callops");
    }

    private static String replaced(String text, String piece, String other) {
        assertThat(text).containsOnlyOnce(piece);
        return text.replace(piece, other);
    }

    private static String withoutPlace(String line) {
        return line.replaceAll(" \\[[^\\[]*]$", "").replaceAll("overrides.yaml:\\d+", "overrides.yaml");
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
