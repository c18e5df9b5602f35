package io.github.analytics4j.client;

import io.github.analytics4j.json.JsonLimits;
import java.util.Objects;

/**
 * How large a response may be. One that is over a limit ends as an
 * {@link io.github.analytics4j.error.UnreadableResponseException} before it costs memory.
 *
 * @param maxBytes the body, after decompression; the one limit of bytes, which also stands in {@code json}
 * @param maxHeaders the number of headers
 * @param maxHeaderBytes names and values of all headers
 * @param json nesting, strings and elements
 */
public record ResponseLimits(long maxBytes, int maxHeaders, int maxHeaderBytes, JsonLimits json) {

    /** 32 MiB of body, 200 headers, 64 KiB of headers: all far over the size of real responses. */
    public static final ResponseLimits DEFAULT = new ResponseLimits(32L << 20, 200, 64 << 10, JsonLimits.DEFAULT);

    /** Refuses limits that no response could meet. */
    public ResponseLimits {
        Objects.requireNonNull(json, "json");
        if (maxBytes < 1 || maxHeaders < 1 || maxHeaderBytes < 1) {
            throw new IllegalArgumentException("ResponseLimits: every limit must be at least 1");
        }
        json = json.maxDocumentBytes(maxBytes);
    }

    /**
     * {@return the same with another greatest length of a body}
     *
     * @param bytes after decompression, at least 1
     */
    public ResponseLimits maxBytes(long bytes) {
        return new ResponseLimits(bytes, maxHeaders, maxHeaderBytes, json);
    }

    /**
     * {@return the same with another greatest number of headers}
     *
     * @param headers at least 1
     */
    public ResponseLimits maxHeaders(int headers) {
        return new ResponseLimits(maxBytes, headers, maxHeaderBytes, json);
    }

    /**
     * {@return the same with another greatest length of all headers}
     *
     * @param bytes names and values of all together, at least 1
     */
    public ResponseLimits maxHeaderBytes(int bytes) {
        return new ResponseLimits(maxBytes, maxHeaders, bytes, json);
    }

    /**
     * {@return the same with other limits of nesting, strings and elements}
     *
     * @param limits their {@code maxDocumentBytes} does not count, {@link #maxBytes} does
     */
    public ResponseLimits json(JsonLimits limits) {
        return new ResponseLimits(maxBytes, maxHeaders, maxHeaderBytes, limits);
    }
}
