package io.github.analytics4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an example prints, held against what {@code examples/README.md} says that it prints. */
final class Shown {
    /** The name in a heading's link, the command and the output of each section. */
    private static final Pattern SECTION = Pattern.compile(
            "\n\\[`(\\w+)`]\\(([^)]+)\\):[^`]*(?:`[^`]+`[^`]*)*\n```sh\n(.*?)\n```\n\n```\n(.*?)```\n", Pattern.DOTALL);

    /**
     * A section of the list.
     *
     * @param file where the link leads, from {@code examples}
     * @param command runs the example
     * @param output what it prints
     */
    record Section(String file, String command, String output) {}

    /** What an example does. */
    @FunctionalInterface
    interface Example {
        void run(PrintStream out) throws Exception;
    }

    private Shown() {}

    /** Runs it; the README's output is the same, times and counts aside. */
    static String asInTheReadme(Class<?> example, Example run) throws Exception {
        String printed = by(run);
        Section section = sections().get(example.getSimpleName());
        assertThat(section).as("section of " + example.getSimpleName()).isNotNull();
        assertThat(shape(printed)).isEqualTo(shape(section.output()));
        return printed;
    }

    static String by(Example run) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        run.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** By the name of the example, in their order. */
    static Map<String, Section> sections() throws IOException {
        Map<String, Section> sections = new LinkedHashMap<>();
        Matcher matcher = SECTION.matcher(Files.readString(Path.of("README.md")));
        while (matcher.find()) {
            sections.put(matcher.group(1), new Section(matcher.group(2), matcher.group(3), matcher.group(4)));
        }
        return sections;
    }

    /** The text without what differs from run to run: numbers and times, days of the week, the width of columns. */
    static String shape(String text) {
        return text.replaceAll("\\d+(?:[T:.,-]+\\d+)*Z?", "#")
                .replaceAll("[A-Z]+DAY\\b", "DAY")
                .replaceAll("[ \\t]+", " ")
                .replaceAll("\\R", "\n");
    }
}
