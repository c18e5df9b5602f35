package io.github.analytics4j.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The vendor's samples and calls, taken from the one spec of the module whose tests run. */
public final class SpecFile {

    private static final String TEXT = read();

    private SpecFile() {}

    /** The vendor's response of an operation. */
    public static String sample(String operation) {
        return block(operation, "Sample");
    }

    /** The block under a heading of an operation. */
    public static String block(String operation, String heading) {
        String section = section(operation);
        int at = section.indexOf("### " + heading + "\n");
        if (at < 0) {
            throw new AssertionError("no '" + heading + "' of " + operation);
        }
        int start = section.indexOf('\n', section.indexOf("```", at)) + 1;
        return section.substring(start, section.indexOf("```", start));
    }

    private static String section(String operation) {
        Matcher section = Pattern.compile(
                        "## Operation `" + Pattern.quote(operation) + "`.*?(?=\n## |\\z)", Pattern.DOTALL)
                .matcher(TEXT);
        if (!section.find()) {
            throw new AssertionError("no operation " + operation);
        }
        return section.group();
    }

    private static String read() {
        try (DirectoryStream<Path> specs = Files.newDirectoryStream(Path.of("src", "spec"), "*.md")) {
            return Files.readString(specs.iterator().next());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
