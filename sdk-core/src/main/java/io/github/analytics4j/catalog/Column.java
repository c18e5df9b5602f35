package io.github.analytics4j.catalog;

import io.github.analytics4j.catalog.Parameter.Choice;
import io.github.analytics4j.error.UnexpectedValueException;
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
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Describes a column of a table, and gets its value from a row. Immutable. */
public final class Column {
    private final String name;
    private final String path;
    private final Type type;
    private final boolean nullable;
    private final String doc;
    private final @Nullable String unit;
    private final @Nullable String scale;
    private final List<Choice> choices;
    private final Function<Object, @Nullable Object> value;

    Column(Draft draft, String name) {
        this.name = name;
        this.path = draft.path;
        this.type = draft.type;
        this.nullable = draft.nullable;
        String[] said = draft.doc.split("\n", -1);
        this.doc = said[0];
        this.unit = said.length > 1 && !said[1].isEmpty() ? said[1] : null;
        this.scale = said.length > 2 ? said[2] : null;
        this.choices = draft.choices;
        this.value = draft.value;
    }

    /** A column in the making. */
    static final class Draft {
        final Table.@Nullable Columns<?> owner;
        final String path;
        final Type type;
        final String doc;
        final Function<Object, @Nullable Object> value;
        List<Choice> choices = List.of();
        boolean nullable = true;

        Draft(
                Table.@Nullable Columns<?> owner,
                String path,
                Type type,
                Function<Object, @Nullable Object> value,
                String doc) {
            this.owner = owner;
            this.path = path;
            this.type = type;
            this.value = value;
            this.doc = doc;
        }
    }

    /** A wire name or path in snake case: {@code durationMetrics.totalMinutes} becomes {@code duration_metrics_total_minutes}. */
    static String snake(String path) {
        String spaced = path.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("[^A-Za-z0-9]+", "_");
        String name = spaced.replaceAll("^_+|_+$", "").toLowerCase(Locale.ROOT);
        return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "v_" + name : name;
    }

    /** {@return its name, a plain SQL identifier, unique in its table: {@code call_id}} */
    public String name() {
        return name;
    }

    /**
     * {@return the place of its value in the JSON of a row, names with dots between: {@code durationMetrics.totalMinutes}}
     */
    public String path() {
        return path;
    }

    /** {@return the type of its values} */
    public Type type() {
        return type;
    }

    /** {@return whether the vendor documents that the value may be missing} */
    public boolean nullable() {
        return nullable;
    }

    /** {@return its meaning, in sentences} */
    public String doc() {
        return doc;
    }

    /** {@return the unit of a number, or null} */
    public @Nullable String unit() {
        return unit;
    }

    /** {@return the scale of a number, such as {@code 0–1}, or null} */
    public @Nullable String scale() {
        return scale;
    }

    /** {@return the known values, where the set is known; others may come} */
    public List<Choice> choices() {
        return choices;
    }

    /**
     * {@return the value in a row of its table, of the class that {@link Type} says} It is null where none came, and
     * also where something else came than the vendor documents; that is then in the column {@code unexpected}. So is what came where
     * the value is only the nearest one: a number of more digits than a double has, a day with a clock behind it.
     *
     * @param row that {@link ApiSession#rows(Table, Arguments)} brought
     */
    public @Nullable Object get(Object row) {
        try {
            return typed(type, value.apply(row));
        } catch (UnexpectedValueException notAsDocumented) {
            return null;
        }
    }

    /** A value as its column has it. */
    private static @Nullable Object typed(Type type, @Nullable Object raw) {
        if (raw == null) {
            return null;
        }
        Type.Kind element = type.element();
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

    private static Object scalar(Type.Kind kind, Object raw) {
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
            return "[" + String.join(",", list.stream().map(Column::json).toList()) + "]";
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

    /** The name and the type: {@code call_id TEXT}. */
    @Override
    public String toString() {
        return name + " " + type;
    }

    /**
     * The type of a column's values.
     *
     * @param kind what a value is
     * @param element what a list or map holds; null for every other kind
     */
    public record Type(Kind kind, @Nullable Kind element) {

        /** The kinds of value, with the Java class each comes as. */
        public enum Kind {
            /** A {@code String}. */
            TEXT,
            /** A {@code Long}. */
            BIGINT,
            /** A {@code Double}. */
            DOUBLE,
            /** A {@code BigDecimal}, exact: money. */
            DECIMAL,
            /** A {@code Boolean}. */
            BOOLEAN,
            /** A {@code LocalDate}. */
            DATE,
            /** An {@code Instant}. */
            TIMESTAMP,
            /** A {@code String} that is JSON text. */
            JSON,
            /** A {@code List} of the element's kind. */
            LIST,
            /** A {@code Map} from {@code String} to the element's kind. */
            MAP
        }

        /** The name a database would give it: {@code BIGINT}, {@code LIST<TEXT>}, {@code MAP<TEXT, BIGINT>}. */
        @Override
        public String toString() {
            return switch (kind) {
                case LIST -> "LIST<" + element + ">";
                case MAP -> "MAP<TEXT, " + element + ">";
                default -> kind.name();
            };
        }
    }
}
