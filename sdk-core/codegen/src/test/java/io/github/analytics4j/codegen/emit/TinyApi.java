package io.github.analytics4j.codegen.emit;

import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.Check;
import io.github.analytics4j.codegen.model.Doc;
import io.github.analytics4j.codegen.model.EnumModel;
import io.github.analytics4j.codegen.model.FieldModel;
import io.github.analytics4j.codegen.model.JavaNames;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.Paging;
import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.ParameterModel.Bounds;
import io.github.analytics4j.codegen.model.ParameterModel.Place;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.RecordModel;
import io.github.analytics4j.codegen.model.Result;
import io.github.analytics4j.codegen.model.SourceLocation;
import io.github.analytics4j.codegen.model.TypeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds models of a few lines and shows what they become. */
final class TinyApi {

    static final SourceLocation AT = new SourceLocation("tiny.yaml", 1);

    private final List<RecordModel> records = new ArrayList<>();
    private final List<EnumModel> enums = new ArrayList<>();
    private final List<OperationModel> operations = new ArrayList<>();

    TinyApi record(String name, FieldModel... fields) {
        records.add(new RecordModel(name, Doc.of("A " + name + "."), List.of(fields), AT));
        return this;
    }

    TinyApi openEnum(String name, String... values) {
        List<EnumModel.Value> models = new ArrayList<>();
        for (String each : values) {
            models.add(new EnumModel.Value(each, Doc.of("")));
        }
        enums.add(new EnumModel(name, Doc.of("A " + name + "."), models, AT));
        return this;
    }

    TinyApi operation(OperationModel operation) {
        operations.add(operation);
        return this;
    }

    /** The text of one generated file, its header and imports left out. */
    String body(String className) {
        ApiModel api = new ApiModel("Tiny", "tiny", "tiny.yaml", operations, records, enums);
        Map<String, String> files = JavaEmitter.emit(api);
        String text = files.get("tiny/" + className + ".java");
        int start = text.indexOf("/**") < 0 ? text.indexOf("final class") : text.indexOf("/**");
        return text.substring(start);
    }

    static FieldModel field(String wireName, TypeModel type) {
        return new FieldModel(
                wireName,
                JavaNames.camel(wireName),
                type,
                Presence.OPTIONAL,
                Doc.of("Its " + wireName + "."),
                List.of(),
                false,
                AT);
    }

    static FieldModel always(String wireName, TypeModel type) {
        return new FieldModel(
                wireName,
                JavaNames.camel(wireName),
                type,
                Presence.ALWAYS,
                Doc.of("Its " + wireName + "."),
                List.of(),
                false,
                AT);
    }

    static FieldModel shared(String wireName, TypeModel type) {
        return new FieldModel(
                wireName,
                JavaNames.camel(wireName),
                type,
                Presence.OPTIONAL,
                Doc.of("Its " + wireName + "."),
                List.of(),
                true,
                AT);
    }

    static ParameterModel parameter(
            String wireName, Place in, TypeModel type, Presence presence, @Nullable Bounds bounds) {
        return new ParameterModel(
                wireName,
                JavaNames.camel(wireName),
                in,
                type,
                presence,
                Doc.of("Its " + wireName + "."),
                null,
                bounds,
                AT);
    }

    static ParameterModel query(String wireName, TypeModel type) {
        return parameter(wireName, Place.QUERY, type, Presence.OPTIONAL, null);
    }

    /** An operation of the group {@code things}. */
    static OperationModel operation(
            String method, String httpMethod, String path, Result result, ParameterModel... parameters) {
        return operation(method, httpMethod, path, result, List.of(), null, parameters);
    }

    static OperationModel operation(
            String method,
            String httpMethod,
            String path,
            Result result,
            List<Check> checks,
            @Nullable Paging paging,
            ParameterModel... parameters) {
        return new OperationModel(
                "tiny.things." + method,
                "things",
                method,
                JavaNames.pascal(method) + "Request",
                httpMethod,
                path,
                "slow",
                httpMethod.equals("GET"),
                Doc.of("Does " + method + "."),
                "https://example.com/" + method,
                List.of(parameters),
                checks,
                result,
                paging,
                AT);
    }
}
