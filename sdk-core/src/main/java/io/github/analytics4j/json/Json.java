package io.github.analytics4j.json;

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
        throw new UnsupportedOperationException();
    }

    /** As {@link #decode(JsonCodec, String)}, from UTF-8 bytes. */
    public static <T> T decode(JsonCodec<T> codec, byte[] json) {
        throw new UnsupportedOperationException();
    }

    /** Encodes a value. */
    public static <T> String encode(JsonCodec<T> codec, T value) {
        throw new UnsupportedOperationException();
    }

    /** Encodes a value as UTF-8 bytes. */
    public static <T> byte[] encodeBytes(JsonCodec<T> codec, T value) {
        throw new UnsupportedOperationException();
    }

    /** An unmodifiable map in the same order; the same object if the reader made it. For the constructors of records. */
    public static <V> Map<String, V> copyOf(Map<String, V> map) {
        throw new UnsupportedOperationException();
    }
}
