package io.github.analytics4j.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Javadoc of generated sources as a reader sees it: one line, entities resolved. */
final class JavadocOf {

    private final Path root;

    JavadocOf(Path repository, String module) {
        this.root = repository.resolve(module).resolve("src/generated/java");
    }

    /** The Javadoc in front of the declaration of a type. */
    String type(Class<?> type) throws IOException {
        return before(type, Pattern.compile("public (final class|record|interface) " + type.getSimpleName() + "\\b"));
    }

    /** The text of one {@code @param} tag of a type. */
    String param(Class<?> type, String name) throws IOException {
        Matcher tag = Pattern.compile("@param " + name + " (.*?)(?= @param | @throws | @see |$)")
                .matcher(type(type));
        return tag.find() ? tag.group(1) : "";
    }

    /** The Javadoc in front of the first line that matches. */
    String before(Class<?> type, Pattern declaration) throws IOException {
        String source = Files.readString(root.resolve(type.getName().replace('.', '/') + ".java"));
        Matcher found = declaration.matcher(source);
        if (!found.find()) {
            throw new AssertionError("no " + declaration + " in " + type);
        }
        int start = source.lastIndexOf("/**", found.start());
        int end = start < 0 ? -1 : source.indexOf("*/", start);
        boolean near = end > 0 && !source.substring(end, found.start()).contains(";");
        return near ? plain(source.substring(start + 3, end)) : "";
    }

    private static String plain(String comment) {
        return comment.replaceAll("(?m)^\\s*\\*", " ")
                .replace("<p>", " ")
                .replaceAll("\\s+", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#64;", "@")
                .replace("&#92;", "\\")
                .replace("&#47;", "/")
                .replace("&#123;", "{")
                .replace("&#125;", "}")
                .replace("&amp;", "&")
                .strip();
    }
}
