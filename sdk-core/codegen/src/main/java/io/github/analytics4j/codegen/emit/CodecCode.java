package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.TypeModel;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;

/** The calls that read and write a value of each type. */
final class CodecCode {

    private static final ClassName CODECS = JavaTypes.json("JsonCodecs");

    private final ApiNames names;

    CodecCode(ApiNames names) {
        this.names = names;
    }

    /** The expression that reads a value; {@code element} is the codec of what a list or map holds. */
    CodeBlock read(TypeModel type, Presence presence, boolean shared, CodeBlock element) {
        if (type instanceof Scalar scalar) {
            return CodeBlock.of("in.$L", scalar(scalar, presence, shared));
        } else if (type instanceof TypeModel.Time time) {
            return CodeBlock.of(
                    "in.readInstant($T.$L)",
                    JavaTypes.json("TimeForm"),
                    time.form().name());
        } else if (type instanceof TypeModel.EnumRef ref) {
            return CodeBlock.of("in.readText($T.TYPE)", names.type(ref.name()));
        } else if (type instanceof TypeModel.RecordRef ref) {
            return CodeBlock.of("in.readObject($T.INSTANCE)", names.codec(ref.name()));
        }
        return CodeBlock.of("in.$L($L)", type instanceof TypeModel.ListOf ? "readList" : "readMap", element);
    }

    private static CodeBlock scalar(Scalar scalar, Presence presence, boolean shared) {
        String orNull = presence == Presence.ALWAYS ? "" : "OrNull";
        return switch (scalar) {
            case STRING, ID -> CodeBlock.of(shared ? "readInterned()" : "readString()");
            case LONG -> CodeBlock.of("readLong$L()", orNull);
            case INT -> CodeBlock.of("readInt$L()", orNull);
            case DOUBLE -> CodeBlock.of("readDouble$L()", orNull);
            case BOOLEAN -> CodeBlock.of("readBoolean$L()", orNull);
            case MONEY -> CodeBlock.of("readDecimal()");
            case DATE -> CodeBlock.of("readDate()");
            case ANY -> CodeBlock.of("readValue()");
            case BUCKET -> CodeBlock.of("readText($T.TYPE)", JavaTypes.json("Bucket"));
            case PERIOD -> CodeBlock.of("readText($T.TYPE)", JavaTypes.json("DatePeriod"));
            case WEEKDAY -> CodeBlock.of("readWeekday()");
            case DATE_OR_TIME -> throw new IllegalStateException("date-or-time is for requests only");
        };
    }

    /** The statement that writes a value. */
    CodeBlock write(TypeModel type, CodeBlock value, CodeBlock element) {
        if (type instanceof TypeModel.Time time) {
            return CodeBlock.of(
                    "out.instant($T.$L, $L)",
                    JavaTypes.json("TimeForm"),
                    time.form().name(),
                    value);
        } else if (type instanceof TypeModel.RecordRef ref) {
            return CodeBlock.of("out.object($T.INSTANCE, $L)", names.codec(ref.name()), value);
        } else if (JavaTypes.isContainer(type)) {
            return CodeBlock.of("out.$L($L, $L)", type instanceof TypeModel.ListOf ? "list" : "map", element, value);
        } else if (type == Scalar.DATE) {
            return CodeBlock.of("out.date($L)", value);
        } else if (type == Scalar.WEEKDAY) {
            return CodeBlock.of("out.weekday($L)", value);
        }
        return type == Scalar.DATE_OR_TIME
                ? CodeBlock.of("out.value($1L == null ? null : $1L.toString())", value)
                : CodeBlock.of("out.value($L)", value);
    }

    /** Whether the codec of a type is worth a constant: it is made, not found. */
    static boolean isMade(TypeModel type) {
        return !(type instanceof TypeModel.RecordRef)
                && !(type instanceof Scalar scalar && scalar != Scalar.BUCKET && scalar != Scalar.PERIOD);
    }

    /** The codec of a type, for elements of lists and maps. */
    CodeBlock codec(TypeModel type, boolean shared) {
        if (type instanceof Scalar scalar) {
            return codec(scalar, shared);
        } else if (type instanceof TypeModel.Time time) {
            return CodeBlock.of(
                    "$T.instant($T.$L)",
                    CODECS,
                    JavaTypes.json("TimeForm"),
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
            case BUCKET -> CodeBlock.of("$T.text($T.TYPE)", CODECS, JavaTypes.json("Bucket"));
            case PERIOD -> CodeBlock.of("$T.text($T.TYPE)", CODECS, JavaTypes.json("DatePeriod"));
            case WEEKDAY, DATE_OR_TIME -> throw new IllegalStateException("no codec for elements of type " + scalar);
            default -> CodeBlock.of("$T.$L", CODECS, scalar.name());
        };
    }
}
