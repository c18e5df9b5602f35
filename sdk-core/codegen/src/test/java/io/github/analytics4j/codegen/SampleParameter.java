package io.github.analytics4j.codegen;

import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.EnumModel;
import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.TypeModel;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * A value for a parameter, and how it has to look when sent.
 *
 * @param setter the type its setter takes
 * @param value what is set
 * @param text what is sent in a path or query
 * @param json what is sent in a body
 */
record SampleParameter(Class<?> setter, Object value, String text, Object json) {

    private static final Instant TIME = Instant.parse("2026-02-01T00:00:00Z");

    /** A value for each type; text needs escaping in a URL. */
    static SampleParameter of(ApiModel api, ParameterModel parameter) throws ReflectiveOperationException {
        TypeModel type = parameter.type();
        if (type instanceof TypeModel.EnumRef ref) {
            Object constant = constant(api, ref.name(), 0);
            return new SampleParameter(constant.getClass(), constant, constant.toString(), constant.toString());
        } else if (type instanceof TypeModel.ListOf list) {
            List<?> values = list.element() instanceof TypeModel.EnumRef ref
                    ? List.of(constant(api, ref.name(), 0), constant(api, ref.name(), 1))
                    : List.of("a+1", "b 2");
            List<String> texts = values.stream().map(Object::toString).toList();
            return new SampleParameter(Collection.class, values, String.join(",", texts), texts);
        } else if (type instanceof TypeModel.Time time) {
            boolean epoch = time.form().name().startsWith("EPOCH");
            return new SampleParameter(
                    Instant.class, TIME, epoch ? "1769904000000" : "2026-02-01T00:00:00Z", TIME.toString());
        }
        return scalar((Scalar) type);
    }

    private static SampleParameter scalar(Scalar type) {
        return switch (type) {
            case STRING, ID -> new SampleParameter(String.class, "+1 4&5=\u00e9/", "+1 4&5=\u00e9/", "+1 4&5=\u00e9/");
            case INT -> new SampleParameter(int.class, 7, "7", 7);
            case LONG -> new SampleParameter(long.class, 7L, "7", 7);
            case DATE -> new SampleParameter(LocalDate.class, LocalDate.of(2026, 2, 1), "2026-02-01", "2026-02-01");
            case DATE_OR_TIME -> new SampleParameter(Instant.class, TIME, "2026-02-01T00:00:00Z", TIME.toString());
            default -> throw new IllegalStateException("no operation has a parameter of type " + type);
        };
    }

    private static Object constant(ApiModel api, String name, int index) throws ReflectiveOperationException {
        EnumModel.Value value =
                Objects.requireNonNull(api.enumOf(name)).values().get(index);
        return Class.forName(api.packageName() + "." + name)
                .getMethod("of", String.class)
                .invoke(null, value.wire());
    }
}
