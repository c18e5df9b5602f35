package io.github.analytics4j.codegen;

import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.FieldModel;
import io.github.analytics4j.codegen.model.RecordModel;
import io.github.analytics4j.codegen.model.TimeForm;
import io.github.analytics4j.codegen.model.TypeModel;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;

/** JSON that has every field of a record, each with a value of its documented type. */
final class ModelSamples {

    private static final int MAX_DEPTH = 1;

    private final ApiModel api;

    ModelSamples(ApiModel api) {
        this.api = api;
    }

    /** A record with everything in it. */
    String full(RecordModel model) {
        return object(model, MAX_DEPTH);
    }

    private String object(RecordModel model, int depth) {
        StringBuilder json = new StringBuilder("{");
        for (FieldModel field : model.fields()) {
            json.append(json.length() == 1 ? "" : ",").append('"').append(field.wireName());
            json.append("\":").append(value(field.type(), depth));
        }
        return json.append('}').toString();
    }

    private String value(TypeModel type, int depth) {
        if (type instanceof TypeModel.RecordRef ref) {
            return depth == 0 ? "null" : object(api.record(ref.name()), depth - 1);
        } else if (type instanceof TypeModel.ListOf list) {
            return "[" + value(list.element(), depth) + "," + value(list.element(), depth) + "]";
        } else if (type instanceof TypeModel.MapOf map) {
            return "{\"one\":" + value(map.value(), depth) + ",\"no-two\":" + value(map.value(), depth) + "}";
        } else if (type instanceof TypeModel.EnumRef ref) {
            return "\"" + api.enumOf(ref.name()).values().get(0).wire() + "\"";
        }
        return type instanceof Scalar scalar ? scalar(scalar) : time(((TypeModel.Time) type).form());
    }

    private static String scalar(Scalar scalar) {
        return switch (scalar) {
            case STRING -> "\"ein \\u201eText\\u201c\\n\"";
            case ID -> "\"id-1\"";
            case LONG -> "9007199254740993";
            case INT -> "14";
            case DOUBLE -> "0.0751";
            case MONEY -> "847500.00";
            case BOOLEAN -> "true";
            case DATE, DATE_OR_TIME -> "\"2026-03-01\"";
            case ANY -> "{\"a\":[1,2.50,null,\"x\"],\"b\":{}}";
            case BUCKET -> "\"300+\"";
            case PERIOD -> "\"2026-03-22/2026-03-31\"";
            case WEEKDAY -> "6";
        };
    }

    private static String time(TimeForm form) {
        return switch (form) {
            case ISO -> "\"2026-02-01T00:00:00Z\"";
            case ISO_MILLIS -> "\"2026-04-05T11:42:00.000Z\"";
            case ISO_LOCAL -> "\"2026-04-22T16:49:29\"";
            case EPOCH_MILLIS -> "1776876567837";
            case EPOCH_MILLIS_TEXT -> "\"1776876567837\"";
        };
    }
}
