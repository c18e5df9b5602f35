package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.Check;
import io.github.analytics4j.codegen.model.FieldModel;
import io.github.analytics4j.codegen.model.JavaNames;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.Paging;
import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.RecordModel;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** The glue between an operation that pages and core's walks. */
final class PagingCode {

    /** How a day becomes a point in time: a window begins with its first day and goes on until its last is over. */
    private static final String START = "toInstant";

    private static final String END = "latest";

    private final ApiNames names;
    private final OperationTypes types;
    private final ResponsePaths paths;

    PagingCode(ApiModel api, ApiNames names) {
        this.names = names;
        this.types = new OperationTypes(names);
        this.paths = new ResponsePaths(api, names);
    }

    /** The class of a row. */
    ClassName row(OperationModel model) {
        return names.type(paths.rowRecord(model).name());
    }

    /** The body of the method that walks. */
    CodeBlock call(OperationModel model) {
        Paging paging = Objects.requireNonNull(model.paging());
        String method = names.method(model);
        CodeBlock.Builder code = CodeBlock.builder();
        TypeName query = ParameterizedTypeName.get(Map.class, String.class, String.class);
        code.addStatement("$1T request = $1T.of(fill)", names.request(model));
        code.addStatement(
                "$T query = new $T<>(transport.prepare($T.OPERATION, request).query())",
                query,
                LinkedHashMap.class,
                names.operation(model));
        for (String moving :
                paging.position() == null ? List.of(paging.limit()) : List.of(paging.limit(), paging.position())) {
            code.addStatement("query.remove($S)", moving);
        }
        CodeBlock source = CodeBlock.of(
                "$1T.of((at, canceler) -> transport.fetch($2T.OPERATION, $3LAt(request, at), canceler),"
                        + " at -> transport.fetchAsync($2T.OPERATION, $3LAt(request, at)),"
                        + " at -> transport.fetchAhead($2T.OPERATION, $3LAt(request, at)),"
                        + " (at, response) -> $2T.OPERATION.read(response, it -> $4L(at, it)))",
                JavaTypes.page("PageSource"),
                names.operation(model),
                method,
                reader(model));
        return code.addStatement("return $T.of($L.build())", JavaTypes.page("Paged"), spec(model, paging, source))
                .build();
    }

    private CodeBlock spec(OperationModel model, Paging paging, CodeBlock source) {
        CodeBlock.Builder spec = CodeBlock.builder()
                .add(
                        "$T.$L($S, $L",
                        JavaTypes.page("WalkSpec"),
                        paging.style().name().toLowerCase(Locale.ROOT),
                        model.id(),
                        source);
        RecordModel row = paths.rowRecord(model);
        if (paging.style() == Paging.Style.WINDOW) {
            spec.add(", $L", accessor(row, Objects.requireNonNull(paging.time())));
        }
        spec.add(").open(transport::check)");
        spec.add(".walked(rows -> transport.walked($T.OPERATION, rows))", names.operation(model));
        spec.add(".id($L)", id(row, ResponsePaths.field(row, paging.id())));
        spec.add(".maxPageSize($L).pageSize(request.$L())", paging.maxLimit(), names.component(model, paging.limit()));
        if (paging.position() != null) {
            ParameterModel position = Objects.requireNonNull(model.parameter(paging.position()));
            String start = paging.style() == Paging.Style.PAGE ? "startPage" : "startOffset";
            CodeBlock value = CodeBlock.of("request.$L()", names.component(model, position));
            spec.add(".$L($L)", start, position.type() == Scalar.INT ? asLong(value) : value);
        }
        CodeBlock to = instant(model, paging.to(), END);
        spec.add(".between($L, $L)", instant(model, paging.from(), START), to);
        // by offset and page a walk lives with rows that come in; an end of its own might leave out rows the user wants
        if (paging.style() == Paging.Style.WINDOW && narrowable(model, paging.to()) != null) {
            spec.add(".pinEnd(request.$L() == null)", names.component(model, Objects.requireNonNull(paging.to())));
        }
        ParameterModel end = narrowable(model, paging.to());
        if (end != null && end.type() != Scalar.DATE_OR_TIME) { // of those that take either, vendors document the day
            spec.add(".takesEnd(true)");
        }
        Check.MaxDays longest = model.walkedInParts();
        if (longest != null) {
            spec.add(".inParts($L, $L)", longest.days(), accessor(row, Objects.requireNonNull(paging.time())));
        }
        return spec.add(".query(query)").build();
    }

    private static CodeBlock asLong(CodeBlock value) {
        return CodeBlock.of("$1L == null ? null : $1L.longValue()", value);
    }

    private CodeBlock accessor(RecordModel row, String wireName) {
        FieldModel field = ResponsePaths.field(row, wireName);
        String component = names.component(row, field);
        return field.presence() == Presence.ALWAYS
                ? CodeBlock.of("row -> $T.orNull(row::$L)", JavaTypes.error("UnexpectedValueException"), component)
                : CodeBlock.of("$T::$L", names.type(row.name()), component);
    }

    /** Core takes an id that came as a number out of the exception. */
    private CodeBlock id(RecordModel row, FieldModel field) {
        String component = names.component(row, field);
        return field.presence() == Presence.ALWAYS
                ? CodeBlock.of("$T::$L", names.type(row.name()), component)
                : CodeBlock.of(
                        "row -> $T.ofKind(row.$L(), row.unexpected(), $L)",
                        JavaTypes.json("FieldValues"),
                        component,
                        names.indexOutside(row, field));
    }

    /** A parameter that an instant can be put into, or null. */
    private static @Nullable ParameterModel narrowable(OperationModel model, @Nullable String wireName) {
        ParameterModel parameter = model.parameter(wireName);
        return parameter == null || parameter.type() == Scalar.DATE ? null : parameter;
    }

    private CodeBlock instant(OperationModel model, @Nullable String wireName, String asInstant) {
        ParameterModel parameter = narrowable(model, wireName);
        if (parameter == null) {
            return CodeBlock.of("null");
        }
        CodeBlock value = CodeBlock.of("request.$L()", names.component(model, parameter));
        return parameter.type() == Scalar.DATE_OR_TIME
                ? CodeBlock.of("$1L == null ? null : $1L.$2L()", value, asInstant)
                : value;
    }

    /** The methods that {@link #call} needs: one places a request at a page, one reads the page out of the response. */
    List<MethodSpec> glue(OperationModel model) {
        return List.of(placed(model, Objects.requireNonNull(model.paging())), page(model));
    }

    private MethodSpec placed(OperationModel model, Paging paging) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(names.method(model) + "At")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(names.request(model))
                .addParameter(names.request(model), "request")
                .addParameter(JavaTypes.page("PageRequest"), "at")
                .addStatement(
                        "$T builder = request.toBuilder().$L(at.limit())",
                        names.builder(model),
                        names.component(model, paging.limit()));
        ParameterModel position = model.parameter(paging.position());
        if (position != null) {
            String value = paging.style() == Paging.Style.PAGE ? "at.pageNumber()" : "at.offset()";
            CodeBlock placed = position.type() == Scalar.INT
                    ? CodeBlock.of("$T.toIntExact($L)", Math.class, value)
                    : CodeBlock.of("$L", value);
            method.addStatement("builder.$L($L)", names.component(model, position), placed);
        }
        narrow(method, model, paging.from(), "from", START);
        narrow(method, model, paging.to(), "to", END);
        String build = model.walkedInParts() == null ? "builder.build()" : "builder.build().atOnce()";
        return method.addStatement("return $L", build).build();
    }

    /** Puts an end of the window into the request, unless that would only write the user's own day as a time. */
    private void narrow(
            MethodSpec.Builder method, OperationModel model, @Nullable String wireName, String end, String asInstant) {
        ParameterModel parameter = narrowable(model, wireName);
        if (parameter == null) {
            return;
        }
        method.addStatement("$1T $2L = at.$2L()", Instant.class, end);
        CodeBlock changed = parameter.type() == Scalar.DATE_OR_TIME
                ? CodeBlock.of("$L != null && !$L.equals($L)", end, end, instant(model, wireName, asInstant))
                : CodeBlock.of("$L != null", end);
        CodeBlock value = parameter.type() == Scalar.DATE_OR_TIME
                ? CodeBlock.of(
                        "$T.$L($L)",
                        JavaTypes.json("DateOrTime"),
                        asInstant.equals(START) ? "startingAt" : "endingAt",
                        end)
                : CodeBlock.of("$L", end);
        method.beginControlFlow("if ($L)", changed)
                .addStatement("builder.$L($L)", names.component(model, parameter), value)
                .endControlFlow();
    }

    private String reader(OperationModel model) {
        return "read" + JavaNames.pascal(names.once(model));
    }

    private MethodSpec page(OperationModel model) {
        return MethodSpec.methodBuilder(reader(model))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(ParameterizedTypeName.get(JavaTypes.page("Page"), row(model)))
                .addParameter(JavaTypes.page("PageRequest"), "at")
                .addParameter(
                        ParameterizedTypeName.get(JavaTypes.client("ApiResponse"), types.answer(model)), "response")
                .addStatement("$T value = response.value()", types.answer(model))
                .addCode(paths.readPage(model))
                .build();
    }
}
