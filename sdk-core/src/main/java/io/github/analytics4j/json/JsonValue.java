package io.github.analytics4j.json;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** A text that is in memory costs no more for being long; one that nests too deep costs the stack. */
    private static final JsonLimits DEPTH_ALONE = NO_LIMITS.maxDepth(JsonLimits.DEFAULT.maxDepth());

    private final String json;

    JsonValue(String json) {
        this.json = json;
    }

    /**
     * Parses a JSON text.
     *
     * @param json one document of any length, with nothing but blanks around it
     * @return the value, as it was written
     * @throws JsonSyntaxException if it is not one whole document
     */
    public static JsonValue parse(String json) {
        return read(JsonCodecs.VALUE, Objects.requireNonNull(json, "json"), DEPTH_ALONE);
    }

    /**
     * {@return a string as JSON}
     *
     * @param text any text, not encoded
     */
    public static JsonValue ofText(String text) {
        return new JsonValue(Json.encode(JsonCodecs.STRING, text));
    }

    /** {@return the text as it came} */
    public String json() {
        return json;
    }

    /** {@return the kind of value this is} */
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

    /** {@return whether this is the JSON null} */
    public boolean isNull() {
        return kind() == Kind.NULL;
    }

    /** {@return the text of a string, or null if this is none} */
    public @Nullable String asText() {
        return kind() == Kind.STRING ? decode(JsonCodecs.STRING) : null;
    }

    /** {@return a whole number that fits, also one in quotes; or null} */
    public @Nullable Long asLong() {
        Numbers number = number();
        return number != null && number.isWhole() ? (Long) number.whole() : null;
    }

    /**
     * {@return a number, also one in quotes; or null} One of more than 1,000 digits or powers of ten is null too:
     * {@link #json}.
     */
    public @Nullable BigDecimal asDecimal() {
        Numbers number = number();
        return number == null ? null : number.decimal();
    }

    /** {@return true or false; null if this is neither} */
    public @Nullable Boolean asBoolean() {
        return kind() == Kind.BOOLEAN ? (Boolean) json.equals("true") : null;
    }

    /**
     * {@return a member of an object, or null if there is none of that name or this is no object}
     *
     * @param name as it is without JSON's escapes
     */
    public @Nullable JsonValue get(String name) {
        return fields().get(name);
    }

    /**
     * {@return an element of an array, or null if there is none or this is no array}
     *
     * @param index from 0
     */
    public @Nullable JsonValue get(int index) {
        List<JsonValue> all = elements();
        return index >= 0 && index < all.size() ? all.get(index) : null;
    }

    /** {@return the members of an object in their order; empty if this is none} */
    public Map<String, JsonValue> fields() {
        return kind() == Kind.OBJECT ? decode(MEMBERS) : Map.of();
    }

    /** {@return the elements of an array; empty if this is none} */
    public List<JsonValue> elements() {
        return kind() == Kind.ARRAY ? decode(ELEMENTS) : List.of();
    }

    private <T> T decode(JsonCodec<T> codec) {
        return read(codec, json, NO_LIMITS);
    }

    private static <T> T read(JsonCodec<T> codec, String json, JsonLimits limits) {
        return Json.read(codec, JsonReader.of(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), limits));
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
