package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import io.github.analytics4j.codegen.model.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes spec text safe and readable as Javadoc: whatever it says, it ends no comment, opens no tag and starts no escape. */
final class JavadocText {

    /** Text that needs no escaping in a code tag: words and paths, with braces only around a word. */
    private static final Pattern PLAIN = Pattern.compile("(?:[A-Za-z0-9_./ -]|\\{\\w+})+");

    /** A line of 120 characters, without the indent, the comment's own and the tag. */
    private static final int ONE_LINE = 97;

    private JavadocText() {}

    /** The text with every character that means something in Javadoc as an entity. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '@' -> safe.append("&#64;");
                case '\\' -> safe.append("&#92;");
                case '{' -> safe.append("&#123;");
                case '}' -> safe.append("&#125;");
                case '*', '/' -> safe.append(star(c, safe));
                default -> safe.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
        return safe.toString();
    }

    private static String star(char c, StringBuilder before) {
        boolean ends = c == '/' && !before.isEmpty() && before.charAt(before.length() - 1) == '*';
        return ends ? "&#47;" : String.valueOf(c);
    }

    /** One paragraph: meaning, unit and scale as sentences. */
    static String sentences(Doc doc) {
        List<String> parts = new ArrayList<>();
        add(parts, "", doc.meaning());
        add(parts, "Unit: ", doc.unit());
        add(parts, "Scale: ", doc.scale());
        return String.join(" ", parts);
    }

    /** As {@link #sentences}, the first of them as what is returned; cut where it would be longer than a line. */
    static String returned(Doc doc, String component) {
        String whole = sentences(doc);
        for (String end : List.of("", ". ", "; ", ": ")) {
            int cut = end.isEmpty() ? whole.length() : whole.indexOf(end);
            if (cut > 0 && cut <= ONE_LINE) {
                return returned(whole.substring(0, cut));
            }
        }
        return "{@return the component {@code " + component + "}}";
    }

    private static String returned(String sentences) {
        int end = sentences.indexOf(". ");
        String first = end < 0 ? sentences : sentences.substring(0, end);
        String rest = end < 0 ? "" : sentences.substring(end + 1);
        return "{@return " + lowerFirst(first.replaceAll("\\.$", "")) + "}" + (rest.isEmpty() ? "" : sentence(rest));
    }

    /** The text as part of a sentence; a name in capitals stays as it is. */
    private static String lowerFirst(String text) {
        boolean word = text.length() > 1 && !Character.isUpperCase(text.charAt(1));
        return word ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }

    private static void add(List<String> parts, String label, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            parts.add(label + sentence(escape(text.strip().replaceAll("\\s+", " "))));
        }
    }

    /** The text with a full stop, unless it ends a sentence already. */
    static String sentence(String text) {
        return text.isEmpty() || ".!?".indexOf(text.charAt(text.length() - 1)) >= 0 ? text : text + ".";
    }

    /** Blank lines become paragraphs. */
    static CodeBlock paragraphs(Doc doc) {
        CodeBlock.Builder javadoc = CodeBlock.builder();
        String[] blocks = doc.meaning().strip().split("\\n\\s*\\n");
        for (int i = 0; i < blocks.length; i++) {
            Doc block = i == blocks.length - 1 ? new Doc(blocks[i], doc.unit(), doc.scale()) : Doc.of(blocks[i]);
            javadoc.add(i == 0 ? "$L\n" : "\n<p>$L\n", sentences(block));
        }
        return javadoc.build();
    }

    /** One {@code @param} tag. */
    static CodeBlock param(String name, String text) {
        return CodeBlock.of("@param $L $L\n", name, text);
    }

    /** Spec text as code. */
    static String code(String text) {
        if (text.isBlank()) {
            return "(blank text)";
        }
        return PLAIN.matcher(text).matches() ? "{@code " + text + "}" : "<code>" + escape(text) + "</code>";
    }
}
