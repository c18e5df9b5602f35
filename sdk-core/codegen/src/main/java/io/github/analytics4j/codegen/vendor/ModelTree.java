package io.github.analytics4j.codegen.vendor;

import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.EnumModel;
import io.github.analytics4j.codegen.model.FieldModel;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.RecordModel;
import io.github.analytics4j.codegen.model.Result;
import io.github.analytics4j.codegen.model.SourceLocation;
import io.github.analytics4j.codegen.model.TimeForm;
import io.github.analytics4j.codegen.model.TypeModel;
import io.github.analytics4j.codegen.openapi.Place;
import io.github.analytics4j.codegen.openapi.SpecTree;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a model as an OpenAPI document, so that a spec in tables can be compared with one. What tables have no word for is marked
 * {@code x-unsaid}: formats of numbers and ids, whether an optional field may be null, statuses.
 */
final class ModelTree {

    private static final List<String> FORMAT = List.of("format");

    private final Map<String, @Nullable Object> root = new LinkedHashMap<>();
    private final Map<Place, SourceLocation> locations = new HashMap<>();

    private ModelTree(ApiModel api) {
        locations.put(Place.ROOT, new SourceLocation(api.source(), 1));
    }

    /** The document of a model; {@code baseUrl} is where the vendor serves the API, or null where the user has to say. */
    static SpecTree of(ApiModel api, @Nullable String baseUrl) {
        ModelTree tree = new ModelTree(api);
        tree.root.put("openapi", "3.1.0");
        if (baseUrl != null) {
            tree.root.put("servers", List.of(Map.of("url", baseUrl)));
        }
        Map<String, @Nullable Object> paths = new LinkedHashMap<>();
        tree.root.put("paths", paths);
        api.operations().forEach(operation -> tree.operation(operation, paths));
        Map<String, @Nullable Object> schemas = new LinkedHashMap<>();
        tree.root.put("components", Map.of("schemas", schemas));
        api.records().forEach(record -> schemas.put(record.name(), tree.record(record)));
        api.enums().forEach(each -> schemas.put(each.name(), tree.enumOf(each)));
        return new SpecTree(tree.root, tree.locations);
    }

    private void operation(OperationModel operation, Map<String, @Nullable Object> paths) {
        String method = operation.httpMethod().toLowerCase(Locale.ROOT);
        Place place = Place.of("paths", operation.path(), method);
        locations.put(place, operation.location());
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("x-unsaid", List.of("responses"));
        List<Object> parameters = new ArrayList<>();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        Place content = place.child("requestBody", "content", "application/json", "schema");
        for (ParameterModel each : operation.parameters()) {
            if (each.in() == ParameterModel.Place.BODY) {
                fields.put(each.wireName(), schema(each));
                locations.put(content.child("properties", each.wireName()), each.location());
                if (each.presence() == Presence.ALWAYS) {
                    required.add(each.wireName());
                }
            } else {
                locations.put(place.child("parameters", String.valueOf(parameters.size())), each.location());
                parameters.add(parameter(each));
            }
        }
        written.put("parameters", parameters);
        if (!fields.isEmpty()) {
            Map<String, Object> schema = Map.of("type", "object", "properties", fields, "required", required);
            written.put("requestBody", Map.of("required", true, "content", json(schema)));
        }
        if (operation.result() instanceof Result.Json json) {
            written.put("responses", Map.of("200", Map.of("content", json(type(json.type())))));
        }
        SpecTree.asObject(paths.computeIfAbsent(operation.path(), path -> new LinkedHashMap<>()))
                .put(method, written);
    }

    private static Map<String, Object> json(Map<String, ?> schema) {
        return Map.of("application/json", Map.of("schema", schema));
    }

    private Map<String, Object> parameter(ParameterModel parameter) {
        return Map.of(
                "name",
                parameter.wireName(),
                "in",
                parameter.in().name().toLowerCase(Locale.ROOT),
                "required",
                parameter.presence() == Presence.ALWAYS,
                "explode",
                false,
                "schema",
                schema(parameter));
    }

    private Map<String, @Nullable Object> schema(ParameterModel parameter) {
        Map<String, @Nullable Object> schema = type(parameter.type());
        ParameterModel.Bounds bounds = parameter.bounds();
        if (bounds != null && bounds.min() != null) {
            schema.put("minimum", BigDecimal.valueOf(bounds.min()));
        }
        if (bounds != null && bounds.max() != null) {
            schema.put("maximum", BigDecimal.valueOf(bounds.max()));
        }
        if (parameter.defaultText() != null) {
            schema.put("x-default", parameter.defaultText());
        }
        return mayBeNull(schema);
    }

    private static Map<String, @Nullable Object> mayBeNull(Map<String, @Nullable Object> schema) {
        schema.put("x-unsaid", schema.containsKey("x-unsaid") ? List.of("format", "null") : List.of("null"));
        return schema;
    }

    private Map<String, Object> record(RecordModel record) {
        Place place = Place.of("components", "schemas", record.name());
        locations.put(place, record.location());
        Map<String, Object> fields = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (FieldModel field : record.fields()) {
            locations.put(place.child("properties", field.wireName()), field.location());
            Map<String, @Nullable Object> schema = type(field.type());
            if (field.presence() == Presence.ALWAYS) {
                required.add(field.wireName());
            } else {
                mayBeNull(schema);
            }
            fields.put(field.wireName(), schema);
        }
        return Map.of("type", "object", "properties", fields, "required", required);
    }

    private Map<String, Object> enumOf(EnumModel each) {
        locations.put(Place.of("components", "schemas", each.name()), each.location());
        return Map.of(
                "type",
                "string",
                "enum",
                each.values().stream().map(EnumModel.Value::wire).toList());
    }

    private Map<String, @Nullable Object> type(TypeModel type) {
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        if (type instanceof TypeModel.EnumRef ref) {
            schema.put("$ref", "#/components/schemas/" + ref.name());
        } else if (type instanceof TypeModel.RecordRef ref) {
            schema.put("$ref", "#/components/schemas/" + ref.name());
        } else if (type instanceof TypeModel.ListOf list) {
            schema.put("type", "array");
            schema.put("items", type(list.element()));
        } else if (type instanceof TypeModel.MapOf map) {
            schema.put("type", "object");
            schema.put("additionalProperties", type(map.value()));
        } else if (type instanceof TypeModel.Time time) {
            time(schema, time.form());
        } else if (type instanceof TypeModel.Scalar scalar) {
            scalar(schema, scalar);
        }
        return schema;
    }

    private static void time(Map<String, @Nullable Object> schema, TimeForm form) {
        schema.put("type", form == TimeForm.EPOCH_MILLIS ? "integer" : "string");
        if (form == TimeForm.EPOCH_MILLIS || form == TimeForm.EPOCH_MILLIS_TEXT) {
            schema.put("x-unsaid", FORMAT);
        } else {
            schema.put("format", "date-time");
        }
    }

    private static void scalar(Map<String, @Nullable Object> schema, TypeModel.Scalar scalar) {
        switch (scalar) {
            case STRING -> schema.put("type", "string");
            case BOOLEAN -> schema.put("type", "boolean");
            case DATE -> {
                schema.put("type", "string");
                schema.put("format", "date");
            }
            case LONG, INT, WEEKDAY -> open(schema, "integer");
            case DOUBLE, MONEY -> open(schema, "number");
            case ID, DATE_OR_TIME, BUCKET, PERIOD -> open(schema, "string");
            case ANY -> {
                /* an empty schema is any value */
            }
        }
    }

    private static void open(Map<String, @Nullable Object> schema, String type) {
        schema.put("type", type);
        schema.put("x-unsaid", FORMAT);
    }
}
