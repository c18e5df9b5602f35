package io.github.analytics4j.json;

import io.github.analytics4j.error.GeneratedCodeApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decodes and encodes whole documents held in memory.
 *
 * @hidden
 */
@GeneratedCodeApi
public final class Json {
    private static final String HEX = "0123456789abcdef";

    private Json() {}

    /**
     * Decodes a document.
     *
     * @throws JsonSyntaxException if it is no JSON or of another kind than the codec reads
     */
    public static <T> T decode(JsonCodec<T> codec, String json) {
        return read(codec, JsonReader.of(json));
    }

    /** As {@link #decode(JsonCodec, String)}, from UTF-8 bytes. */
    public static <T> T decode(JsonCodec<T> codec, byte[] json) {
        return read(codec, JsonReader.of(json));
    }

    static <T> T read(JsonCodec<T> codec, JsonReader reader) {
        try (reader) {
            return reader.readDocument(codec);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail", e);
        }
    }

    /** Encodes a value. */
    public static <T> String encode(JsonCodec<T> codec, T value) {
        return JsonWriter.write(codec, value).readUtf8();
    }

    /**
     * A record as a log may show it: ids, numbers and times, and of everything that may be private its size; for {@code
     * toString} of generated records.
     */
    public static <T> String shown(JsonCodec<T> codec, T value) {
        return JsonWriter.shown(codec, value);
    }

    /** An unmodifiable map in the same order; the same object if the reader made it. For the constructors of records. */
    public static <V> Map<String, V> copyOf(Map<String, V> map) {
        if (map instanceof OrderedMap<V>) {
            return map;
        }
        return map.isEmpty() ? Map.of() : new OrderedMap<>(new LinkedHashMap<>(map));
    }

    /** True if the text has half a character (a surrogate without the other), which JSON can escape and UTF-8 cannot say. */
    static boolean hasHalfCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean whole = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!whole) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** The text as a JSON string in ASCII, everything else escaped. */
    static String quote(String text) {
        StringBuilder json = new StringBuilder(text.length() + 16).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                json.append('\\').append('u');
                for (int shift = 12; shift >= 0; shift -= 4) {
                    json.append(HEX.charAt(c >> shift & 15));
                }
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    /** An unmodifiable map in the order of its making. A type of its own, so that it is not copied again. */
    static final class OrderedMap<V> extends AbstractMap<String, V> {
        private final Map<String, V> map;

        /** Takes over a map that keeps its order: nobody else may keep it. */
        OrderedMap(Map<String, V> map) {
            this.map = Collections.unmodifiableMap(map);
        }

        @Override
        public Set<Map.Entry<String, V>> entrySet() {
            return map.entrySet();
        }

        @Override
        public @Nullable V get(@Nullable Object key) {
            return map.get(key);
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return map.containsKey(key);
        }
    }
}
