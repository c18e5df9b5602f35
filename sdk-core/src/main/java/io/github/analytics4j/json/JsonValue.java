package io.github.analytics4j.json;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A free-form JSON value: kept as its text, parsed when asked. Equal to another one if the trees are, numbers compared by
 * value and members in any order. Immutable.
 */
public final class JsonValue {
    /** The one null. */
    public static final JsonValue NULL = new JsonValue("null");

    /** The kinds of JSON value. */
    public enum Kind {
        /** Names with values. */
        OBJECT,
        /** Values in order. */
        ARRAY,
        /** A text. */
        STRING,
        /** A number of any size. */
        NUMBER,
        /** True or false. */
        BOOLEAN,
        /** The JSON null. */
        NULL
    }

    private static final JsonCodec<Map<String, JsonValue>> MEMBERS = JsonCodecs.map(JsonCodecs.VALUE);
    private static final JsonCodec<List<JsonValue>> ELEMENTS = JsonCodecs.list(JsonCodecs.VALUE);
    /** It is in memory, and was read within the limits of its document. */
    private static final JsonLimits NO_LIMITS =
            new JsonLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE);

    private final String json;

    JsonValue(String json) {
        this.json = json;
    }

    /**
     * Parses a JSON text.
     *
     * @throws JsonSyntaxException if it is not one whole document
     */
    public static JsonValue parse(String json) {
        return Json.decode(JsonCodecs.VALUE, json);
    }

    /** A string as JSON. */
    public static JsonValue ofText(String text) {
        return new JsonValue(Json.encode(JsonCodecs.STRING, text));
    }

    /** The text as it came. */
    public String json() {
        return json;
    }

    /** The kind of value this is. */
    public Kind kind() {
        return switch (json.charAt(0)) {
            case '{' -> Kind.OBJECT;
            case '[' -> Kind.ARRAY;
            case '"' -> Kind.STRING;
            case 't', 'f' -> Kind.BOOLEAN;
            case 'n' -> Kind.NULL;
            default -> Kind.NUMBER;
        };
    }

    /** True if this is the JSON null. */
    public boolean isNull() {
        return kind() == Kind.NULL;
    }

    /** The text of a string, or null if this is none. */
    public @Nullable String asText() {
        return kind() == Kind.STRING ? decode(JsonCodecs.STRING) : null;
    }

    /** A whole number that fits, also one in quotes; or null. */
    public @Nullable Long asLong() {
        Numbers number = number();
        return number != null && number.isWhole() ? (Long) number.whole() : null;
    }

    /** A number, also one in quotes; or null. One of more than 1,000 digits or powers of ten is null too: {@link #json}. */
    public @Nullable BigDecimal asDecimal() {
        Numbers number = number();
        return number == null ? null : number.decimal();
    }

    /** True or false, or null if this is neither. */
    public @Nullable Boolean asBoolean() {
        return kind() == Kind.BOOLEAN ? (Boolean) json.equals("true") : null;
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
        return kind() == Kind.OBJECT ? decode(MEMBERS) : Map.of();
    }

    /** The elements of an array; empty if this is none. */
    public List<JsonValue> elements() {
        return kind() == Kind.ARRAY ? decode(ELEMENTS) : List.of();
    }

    private <T> T decode(JsonCodec<T> codec) {
        return Json.read(
                codec, JsonReader.of(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), NO_LIMITS));
    }

    private @Nullable Numbers number() {
        String text = kind() == Kind.NUMBER ? json : asText();
        if (text == null) {
            return null;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Numbers number = new Numbers();
        return number.parse(bytes, 0, bytes.length) == bytes.length ? number : null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonValue that
                && (json.equals(that.json) || (kind() == that.kind() && JsonTree.same(json, that.json)));
    }

    @Override
    public int hashCode() {
        return JsonTree.hash(json);
    }

    /** The text as it came. */
    @Override
    public String toString() {
        return json;
    }
}
