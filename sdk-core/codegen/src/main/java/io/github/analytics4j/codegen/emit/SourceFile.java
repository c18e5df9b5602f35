package io.github.analytics4j.codegen.emit;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.github.analytics4j.codegen.model.ApiModel;

/** The text of a generated file: header, type, the formatting of the rest of the tree. */
final class SourceFile {

    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(true)
            .build());

    private SourceFile() {}

    static String text(ApiModel api, TypeSpec type) {
        String raw = JavaFile.builder(api.packageName(), type)
                .addFileComment("Generated from $L. Not to be edited: change the spec and regenerate.", api.source())
                .skipJavaLangImports(true)
                .indent("    ")
                .build()
                .toString();
        try {
            return FORMATTER.formatSource(raw).replace("\r\n", "\n");
        } catch (FormatterException e) {
            throw new IllegalStateException(type.name() + " is no Java:\n" + raw, e);
        }
    }
}
