package io.github.analytics4j.catalog;

import io.github.analytics4j.json.Json;
import io.github.analytics4j.json.JsonCodecs;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.json.JsonValue;
import io.github.analytics4j.json.TextValue;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the values of records into those of columns. */
final class Values {
    private Values() {}

    /** A value as its column has it. */
    static @Nullable Object of(ColumnType type, @Nullable Object raw) {
        if (raw == null) {
            return null;
        }
        ColumnType.Kind element = type.element();
        if (raw instanceof List<?> list && element != null) {
            List<Object> values = new ArrayList<>(list.size());
            list.forEach(each -> values.add(scalar(element, each)));
            return values;
        } else if (raw instanceof Map<?, ?> map && element != null) {
            Map<String, Object> values = new LinkedHashMap<>();
            map.forEach((key, value) -> values.put((String) key, scalar(element, value)));
            return values;
        }
        return scalar(type.kind(), raw);
    }

    private static Object scalar(ColumnType.Kind kind, Object raw) {
        return switch (kind) {
            case TEXT -> raw instanceof TextValue text ? text.text() : raw.toString();
            case BIGINT ->
                raw instanceof DayOfWeek day
                        ? (Object) (day.getValue() - 1L)
                        : raw instanceof Integer small ? (Object) small.longValue() : raw;
            case JSON -> json(raw);
            default -> raw;
        };
    }

    /** Any value of a record as JSON text. */
    static String json(@Nullable Object raw) {
        if (raw == null) {
            return "null";
        } else if (raw instanceof JsonRecord one) {
            return one.toJson();
        } else if (raw instanceof JsonValue value) {
            return value.json();
        } else if (raw instanceof Map.Entry<?, ?> entry) {
            return "{\"key\":" + json(entry.getKey()) + ",\"value\":" + json(entry.getValue()) + "}";
        } else if (raw instanceof Map<?, ?> map) {
            List<String> members = new ArrayList<>();
            map.forEach((key, value) -> members.add(json(key) + ":" + json(value)));
            return "{" + String.join(",", members) + "}";
        } else if (raw instanceof List<?> list) {
            return "[" + String.join(",", list.stream().map(Values::json).toList()) + "]";
        }
        return leaf(raw);
    }

    private static String leaf(Object raw) {
        if (raw instanceof Double number) {
            return Json.encode(JsonCodecs.DOUBLE, number);
        } else if (raw instanceof BigDecimal number) {
            return Json.encode(JsonCodecs.DECIMAL, number);
        } else if (raw instanceof DayOfWeek day) {
            return Json.encode(JsonCodecs.WEEKDAY, day);
        } else if (raw instanceof Number || raw instanceof Boolean) {
            return raw.toString();
        }
        String text = raw instanceof TextValue value ? value.text() : raw.toString();
        return JsonValue.ofText(text).json();
    }
}
