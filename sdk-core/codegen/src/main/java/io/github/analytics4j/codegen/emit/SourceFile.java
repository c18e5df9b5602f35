package io.github.analytics4j.codegen.emit;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.github.analytics4j.codegen.model.ApiModel;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of a generated file: header, type, the formatting of the rest of the tree. */
final class SourceFile {

    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(true)
            .build());

    /** A blank line, which JavaPoet leaves between any two fields and constants, where neither has a comment. */
    private static final Pattern APART = apart("(?:private|static final) [^\\n]{1,120};", "[A-Z][A-Z0-9_]{0,99},?");

    private SourceFile() {}

    private static Pattern apart(String... forms) {
        return Pattern.compile(Stream.of(forms)
                .map(form -> "(?<=\\n {8}" + form + "\\n)\\n(?= {8}" + form + "\\n)")
                .collect(Collectors.joining("|")));
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
