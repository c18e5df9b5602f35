package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import io.github.analytics4j.codegen.model.Doc;
import io.github.analytics4j.codegen.model.EnumModel;
import org.jspecify.annotations.Nullable;

/** Spec text as the catalogue has it: plain text, sentences ended, one line a paragraph. */
final class CatalogText {

    private CatalogText() {}

    /** One paragraph. */
    static String line(String text) {
        return JavadocText.sentence(words(text));
    }

    private static String words(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }

    /** Paragraphs with a blank line between. */
    static String paragraphs(Doc doc) {
        StringBuilder text = new StringBuilder();
        for (String block : doc.meaning().strip().split("\\n\\s*\\n")) {
            text.append(text.isEmpty() ? "" : "\n\n").append(line(block));
        }
        return text.toString();
    }

    /** The meaning in one line; unit and scale follow, each behind a line end. */
    static CodeBlock measured(Doc doc) {
        String unit = words(doc.unit());
        String scale = words(doc.scale());
        return literal(line(doc.meaning())
                + (unit.isEmpty() && scale.isEmpty() ? "" : "\n" + unit)
                + (scale.isEmpty() ? "" : "\n" + scale));
    }

    /** True if a known value has a meaning beyond its text, or a text that could be taken for one with a meaning. */
    static boolean saysMore(EnumModel.Value value) {
        String meaning = words(value.doc().meaning());
        return value.wire().contains("\n") || (!meaning.isEmpty() && !meaning.equals(value.wire()));
    }

    /** A known value; its meaning follows behind a line end, if there is one. */
    static CodeBlock choice(EnumModel.Value value) {
        String meaning = words(value.doc().meaning());
        boolean said = !meaning.isEmpty() && !meaning.equals(value.wire());
        return literal(value.wire()
                + (said ? "\n" + JavadocText.sentence(meaning) : value.wire().contains("\n") ? "\n" : ""));
    }

    /** A text as a Java literal on one line; JavaPoet's own would begin a new line at each line end in it. */
    static CodeBlock literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '\n' -> literal.append("\\n");
                case '"', '\\' -> literal.append('\\').append(c);
                default -> literal.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
        return CodeBlock.of("$L", literal.append('"'));
    }
}
