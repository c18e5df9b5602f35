package io.github.analytics4j.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Decodes and encodes whole documents held in memory. */
public final class Json {
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

    /** Encodes a value as UTF-8 bytes. */
    public static <T> byte[] encodeBytes(JsonCodec<T> codec, T value) {
        return JsonWriter.write(codec, value).readByteArray();
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
}
