package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.TypeModel;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Java types of the model's types. */
final class JavaTypes {

    private static final String CORE = "io.github.analytics4j.";
    private static final AnnotationSpec NULLABLE =
            AnnotationSpec.builder(Nullable.class).build();

    private final ApiNames names;

    JavaTypes(ApiNames names) {
        this.names = names;
    }

    /** A class of core's {@code json}. */
    static ClassName json(String name) {
        return ClassName.get(CORE + "json", name);
    }

    /** A class of core's {@code client}. */
    static ClassName client(String name) {
        return ClassName.get(CORE + "client", name);
    }

    /** A class of core's {@code catalog}. */
    static ClassName catalog(String name) {
        return ClassName.get(CORE + "catalog", name);
    }

    /** A class of core's {@code page}. */
    static ClassName page(String name) {
        return ClassName.get(CORE + "page", name);
    }

    /** A class of core's {@code error}. */
    static ClassName error(String name) {
        return ClassName.get(CORE + "error", name);
    }

    /** The file that an operation may answer with. */
    static ClassName download() {
        return ClassName.get(CORE + "download", "Download");
    }

    /** The type with {@code @Nullable} in front. */
    static TypeName nullable(TypeName type) {
        return type.annotated(NULLABLE);
    }

    /** The type of a value that is there; a primitive for numbers and truth values. */
    TypeName plain(TypeModel type) {
        TypeName boxed = boxed(type);
        return boxed.isBoxedPrimitive() ? boxed.unbox() : boxed;
    }

    /** The type of a component: lists and maps are never null, what may be missing is nullable. */
    TypeName component(TypeModel type, Presence presence) {
        return presence == Presence.ALWAYS || isContainer(type) ? plain(type) : nullable(boxed(type));
    }

    static boolean isContainer(TypeModel type) {
        return type instanceof TypeModel.ListOf || type instanceof TypeModel.MapOf;
    }

    /** The type as an object. */
    TypeName boxed(TypeModel type) {
        if (type instanceof Scalar scalar) {
            return scalar(scalar);
        } else if (type instanceof TypeModel.EnumRef ref) {
            return names.type(ref.name());
        } else if (type instanceof TypeModel.RecordRef ref) {
            return names.type(ref.name());
        } else if (type instanceof TypeModel.ListOf list) {
            return ParameterizedTypeName.get(ClassName.get(List.class), boxed(list.element()));
        } else if (type instanceof TypeModel.MapOf map) {
            return ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class), boxed(map.value()));
        }
        return ClassName.get(Instant.class);
    }

    private static TypeName scalar(Scalar scalar) {
        return switch (scalar) {
            case STRING, ID -> ClassName.get(String.class);
            case LONG -> ClassName.get(Long.class);
            case INT -> ClassName.get(Integer.class);
            case DOUBLE -> ClassName.get(Double.class);
            case MONEY -> ClassName.get(BigDecimal.class);
            case BOOLEAN -> ClassName.get(Boolean.class);
            case DATE -> ClassName.get(LocalDate.class);
            case DATE_OR_TIME -> json("DateOrTime");
            case ANY -> json("JsonValue");
            case BUCKET -> json("HistogramBucket");
            case PERIOD -> json("DatePeriod");
            case WEEKDAY -> ClassName.get(DayOfWeek.class);
        };
    }
}
