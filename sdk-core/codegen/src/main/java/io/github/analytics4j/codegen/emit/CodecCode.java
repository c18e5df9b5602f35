package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.TypeModel;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import javax.lang.model.element.Modifier;

/** Writes the parts of codecs: the codec of each type, and the expression that takes a value from what was read. */
final class CodecCode {

    private static final ClassName CODECS = JavaTypes.json("JsonCodecs");

    private final ApiNames names;

    CodecCode(ApiNames names) {
        this.names = names;
    }

    /** The constant that the fields of a codec are added to. */
    static FieldSpec builder(ClassName record) {
        ClassName fields = JavaTypes.json("JsonFields");
        return FieldSpec.builder(
                        fields.nestedClass("Builder"), "BUILDER", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$T.of($S)", fields, record.simpleName())
                .build();
    }

    /** The constant that holds the fields, once all are added. */
    static FieldSpec fields() {
        return FieldSpec.builder(
                        JavaTypes.json("JsonFields"), "FIELDS", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("BUILDER.build()")
                .build();
    }

    /** The method of {@code FieldValues} that gives values of a type. */
    static String getter(TypeModel type, Presence presence) {
        if (type instanceof TypeModel.ListOf) {
            return "getList";
        } else if (type instanceof TypeModel.MapOf) {
            return "getMap";
        }
        String number = type instanceof Scalar scalar ? number(scalar) : "";
        if (number.isEmpty()) {
            return presence == Presence.ALWAYS ? "getRequired" : "get";
        }
        return "get" + number + (presence == Presence.ALWAYS ? "" : "OrNull");
    }

    private static String number(Scalar scalar) {
        return switch (scalar) {
            case LONG -> "Long";
            case INT -> "Int";
            case DOUBLE -> "Double";
            case BOOLEAN -> "Boolean";
            default -> "";
        };
    }

    /** The codec of a type. */
    CodeBlock codec(TypeModel type, boolean shared) {
        if (type instanceof Scalar scalar) {
            return codec(scalar, shared);
        } else if (type instanceof TypeModel.Time time) {
            return CodeBlock.of(
                    "$T.instant($T.$L)",
                    CODECS,
                    CODECS.nestedClass("TimeForm"),
                    time.form().name());
        } else if (type instanceof TypeModel.EnumRef ref) {
            return CodeBlock.of("$T.text($T.TYPE)", CODECS, names.type(ref.name()));
        } else if (type instanceof TypeModel.RecordRef ref) {
            return CodeBlock.of("$T.INSTANCE", names.codec(ref.name()));
        } else if (type instanceof TypeModel.ListOf list) {
            return CodeBlock.of("$T.list($L)", CODECS, codec(list.element(), shared));
        }
        return CodeBlock.of("$T.map($L)", CODECS, codec(((TypeModel.MapOf) type).value(), shared));
    }

    private static CodeBlock codec(Scalar scalar, boolean shared) {
        return switch (scalar) {
            case STRING, ID -> CodeBlock.of("$T.$L", CODECS, shared ? "INTERNED" : "STRING");
            case MONEY -> CodeBlock.of("$T.DECIMAL", CODECS);
            case ANY -> CodeBlock.of("$T.VALUE", CODECS);
            case BUCKET -> CodeBlock.of("$T.bucket()", CODECS);
            case PERIOD -> CodeBlock.of("$T.period()", CODECS);
            case DATE_OR_TIME -> throw new IllegalStateException("date-or-time is for requests only");
            default -> CodeBlock.of("$T.$L", CODECS, scalar.name());
        };
    }
}
