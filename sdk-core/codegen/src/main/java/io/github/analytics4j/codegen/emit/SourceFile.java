package io.github.analytics4j.codegen.emit;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.github.analytics4j.codegen.model.ApiModel;
import java.util.regex.Pattern;

/** The text of a generated file: header, type, the formatting of the rest of the tree. */
final class SourceFile {

    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(true)
            .build());

    /** Blank lines that JavaPoet leaves between any two fields and constants, where each is one line, with or without a comment. */
    private static final Pattern APART = Pattern.compile(String.join(
            "|",
            apart(8, "(?:private|static final) [^\\n]{1,120};", "(?:private|static final) [^\\n]*[^}]\\n"),
            apart(8, "[A-Z][A-Z0-9_]{0,99},", "[A-Z][A-Z0-9_]{0,99},?\\n"),
            apart(4, "static final [^\\n]{1,120};", "static final [^\\n]*;\\n"),
            apart(4, "public static final [^\\n]{1,120};", "(?:/\\*\\* [^\\n]* \\*/\\n {4}public )?static final ")));

    private SourceFile() {}

    private static String apart(int indent, String above, String below) {
        return "(?<=\\n {" + indent + "}" + above + "\\n)\\n(?= {" + indent + "}" + below + ")";
    }

    static String text(ApiModel api, TypeSpec type) {
        String raw = JavaFile.builder(api.packageName(), type)
                .addFileComment("Generated from $L. Not to be edited: change the spec and regenerate.", api.source())
                .skipJavaLangImports(true)
                .indent("    ")
                .build()
                .toString();
        try {
            String formatted = FORMATTER.formatSource(raw).replace("\r\n", "\n");
            return APART.matcher(formatted).replaceAll("");
        } catch (FormatterException e) {
            throw new IllegalStateException(type.name() + " is no Java:\n" + raw, e);
        }
    }
}
