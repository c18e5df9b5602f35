package io.github.analytics4j.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A free-form JSON value: kept as its text, parsed when asked. Equal to another one if the trees are, numbers compared by
 * value and members in any order. Immutable.
 */
public final class JsonValue {
    /** The JSON null. */
    public static final JsonValue NULL = new JsonValue("null");

    /** What a JSON value can be. */
    public enum Kind {
        OBJECT,
        ARRAY,
        STRING,
        NUMBER,
        BOOLEAN,
        NULL
    }

    private final String json;

    JsonValue(String json) {
        this.json = json;
    }

    /** Parses a JSON text, which must be one whole document. */
    public static JsonValue parse(String json) {
        return new JsonValue(json);
    }

    /** A string as JSON. */
    public static JsonValue ofText(String text) {
        throw new UnsupportedOperationException(text);
    }

    /** The text as it came. */
    public String json() {
        return json;
    }

    /** What kind of value this is. */
    public Kind kind() {
        throw new UnsupportedOperationException();
    }

    /** True if this is the JSON null. */
    public boolean isNull() {
        return kind() == Kind.NULL;
    }

    /** The text of a string, or null if this is none. */
    public @Nullable String asText() {
        throw new UnsupportedOperationException();
    }

    /** A whole number that fits, also one in quotes; or null. */
    public @Nullable Long asLong() {
        throw new UnsupportedOperationException();
    }

    /** A number, also one in quotes; or null. */
    public @Nullable BigDecimal asDecimal() {
        throw new UnsupportedOperationException();
    }

    /** True or false, or null if this is neither. */
    public @Nullable Boolean asBoolean() {
        throw new UnsupportedOperationException();
    }

    /** A member of an object, or null if there is none of that name or this is no object. */
    public @Nullable JsonValue get(String name) {
        return fields().get(name);
    }

    /** An element of an array, or null if there is none or this is no array. */
    public @Nullable JsonValue get(int index) {
        List<JsonValue> all = elements();
        return index >= 0 && index < all.size() ? all.get(index) : null;
    }

    /** The members of an object in their order; empty if this is none. */
    public Map<String, JsonValue> fields() {
        throw new UnsupportedOperationException();
    }

    /** The elements of an array; empty if this is none. */
    public List<JsonValue> elements() {
        throw new UnsupportedOperationException();
    }

    /** The text as it came. */
    @Override
    public String toString() {
        return json;
    }
}
