package io.github.analytics4j.json;

import io.github.analytics4j.error.GeneratedCodeApi;
import java.io.IOException;

/**
 * Reads and writes one type of value. Codecs have no state and are shared freely between threads.
 *
 * @hidden
 */
@GeneratedCodeApi
public interface JsonCodec<T> {

    /**
     * Reads the value the reader stands at. If it is of another kind the reader keeps it as unexpected, and what is
     * returned here is not used.
     */
    T read(JsonReader in) throws IOException;

    /** Writes one value. */
    void write(JsonWriter out, T value) throws IOException;
}
