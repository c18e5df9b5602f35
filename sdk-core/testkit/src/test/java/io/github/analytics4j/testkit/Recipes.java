package io.github.analytics4j.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The code blocks of the README, by the file name in the comment they begin with. */
final class Recipes {
    private Recipes() {}

    static String text(String name) throws IOException {
        Matcher block = Pattern.compile(
                        "```\\w+\\n(?:#|//) " + Pattern.quote(name) + "\\b[^\\n]*\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")));
        if (!block.find()) {
            throw new AssertionError("the README has no code block that begins with the name " + name);
        }
        return block.group(1);
    }
}
