package io.github.analytics4j.codegen.openapi;

import io.github.analytics4j.codegen.model.Doc;
import io.github.analytics4j.codegen.model.JavaNames;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.Result;
import io.github.analytics4j.codegen.model.TypeModel;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the model of one operation. */
final class OperationReader {

    private static final Set<String> SDK_KEYS = Set.of("id", "group", "method", "request", "rate-limit", "repeatable");

    private static final Set<String> OPERATION_EXTENSIONS = Set.of("x-sdk", "x-paging", "x-checks");
    private static final Set<String> PARAMETER_EXTENSIONS =
            Set.of("x-type", "x-name", "x-unit", "x-scale", "x-default");

    private final SchemaReader schemas;
    private final Extensions extensions;

    OperationReader(SchemaReader schemas, Extensions extensions) {
        this.schemas = schemas;
        this.extensions = extensions;
    }

    OperationModel read(String path, String httpMethod, Operation operation, Place place) {
        Place sdk = place.child("x-sdk");
        if (extensions.spec().get(sdk) == null) {
            extensions.problem(
                    place, httpMethod + " " + path + " has no x-sdk; the overrides must say where it lives in the SDK");
        }
        extensions.onlyExtensions(place, OPERATION_EXTENSIONS);
        extensions.onlyKeys(sdk, SDK_KEYS);
        OperationRules rules = new OperationRules(extensions, place);
        return new OperationModel(
                extensions.requiredText(sdk, "id"),
                extensions.requiredText(sdk, "group"),
                extensions.requiredText(sdk, "method"),
                extensions.requiredText(sdk, "request"),
                httpMethod,
                path,
                extensions.requiredText(sdk, "rate-limit"),
                httpMethod.equals("GET") || extensions.flag(sdk, "repeatable"),
                doc(operation, place),
                vendorUrl(operation, place),
                parameters(operation, place),
                rules.checks(),
                result(operation, place),
                rules.paging(),
                extensions.spec().locate(place));
    }

    private Doc doc(Operation operation, Place place) {
        String summary = extensions.deprecated(
                place,
                operation.getSummary() == null ? "" : operation.getSummary().strip());
        String description = operation.getDescription() == null
                ? ""
                : operation.getDescription().strip();
        return Doc.of((summary + "\n\n" + description).strip());
    }

    private String vendorUrl(Operation operation, Place place) {
        if (operation.getExternalDocs() == null || operation.getExternalDocs().getUrl() == null) {
            extensions.problem(place, "externalDocs.url is missing: the vendor's page");
            return "missing";
        }
        return operation.getExternalDocs().getUrl();
    }

    private List<ParameterModel> parameters(Operation operation, Place place) {
        List<ParameterModel> models = new ArrayList<>();
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        for (int i = 0; i < parameters.size(); i++) {
            ParameterModel model = parameter(parameters.get(i), place.child("parameters", String.valueOf(i)));
            if (model != null) {
                models.add(model);
            }
        }
        if (operation.getRequestBody() != null) {
            extensions.problem(place.child("requestBody"), "a request body is not understood by this front end");
        }
        return models;
    }

    private @Nullable ParameterModel parameter(Parameter parameter, Place place) {
        String in = String.valueOf(parameter.getIn());
        if (parameter.getName() == null
                || parameter.getSchema() == null
                || !Set.of("query", "path").contains(in)) {
            extensions.problem(place, "a parameter must have a name, a schema, and be in query or path");
            return null;
        }
        Place schema = place.child("schema");
        String word = extensions.text(place, "x-type");
        TypeModel type = word != null ? TypeWords.parse(word) : null;
        if (word != null && type == null) {
            extensions.problem(place, "unknown type " + word + "; known are " + TypeWords.known());
        }
        if (type == null) {
            type = schemas.type(parameter.getSchema(), schema, JavaNames.pascal(parameter.getName()));
        }
        extensions.onlyExtensions(place, PARAMETER_EXTENSIONS);
        schemas.checkParameter(schema);
        checkList(type, place);
        String javaName = extensions.text(place, "x-name");
        return new ParameterModel(
                parameter.getName(),
                javaName == null ? JavaNames.camel(parameter.getName()) : javaName,
                in.equals("path") ? ParameterModel.Place.PATH : ParameterModel.Place.QUERY,
                type,
                Boolean.TRUE.equals(parameter.getRequired()) ? Presence.ALWAYS : Presence.OPTIONAL,
                extensions.doc(place),
                defaultText(place),
                bounds(schema),
                extensions.spec().locate(place));
    }

    /** A list is sent as one value with commas, which OpenAPI has to say: by itself it means a value for each element. */
    private void checkList(TypeModel type, Place place) {
        Object style = extensions.spec().get(place.child("style"));
        boolean commas = Boolean.FALSE.equals(extensions.spec().get(place.child("explode")))
                && (style == null || style.equals("form"));
        if (type instanceof TypeModel.ListOf && !commas) {
            extensions.problem(
                    place,
                    "a list is sent as one value with commas between its elements, and in no other way: the parameter needs"
                            + " explode: false, and no style but form");
        }
    }

    private @Nullable String defaultText(Place place) {
        Object inSchema = extensions.spec().get(place.child("schema", "default"));
        return inSchema != null ? inSchema.toString() : extensions.text(place, "x-default");
    }

    private ParameterModel.@Nullable Bounds bounds(Place schema) {
        Long min = extensions.whole(schema, "minimum");
        Long max = extensions.whole(schema, "maximum");
        return min == null && max == null ? null : new ParameterModel.Bounds(min, max);
    }

    private Result result(Operation operation, Place place) {
        ApiResponse ok = operation.getResponses() == null
                ? null
                : operation.getResponses().get("200");
        MediaType json =
                ok == null || ok.getContent() == null ? null : ok.getContent().get("application/json");
        Place at = place.child("responses", "200", "content", "application/json", "schema");
        if (json == null || json.getSchema() == null) {
            extensions.problem(at, "the 200 response must have an application/json schema");
            return new Result.Json(TypeModel.Scalar.ANY);
        }
        Schema<?> schema = json.getSchema();
        return new Result.Json(
                schemas.type(schema, at, JavaNames.pascal(extensions.requiredText(place, "operationId")) + "Response"));
    }
}
