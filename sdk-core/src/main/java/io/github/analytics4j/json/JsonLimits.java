package io.github.analytics4j.json;

/**
 * Bounds what one document may ask of us. A document over a limit ends as a {@link JsonSyntaxException} before it costs memory.
 *
 * @param maxDepth how deep objects and arrays may nest
 * @param maxStringBytes how long one string, or one value kept as its raw text, may be
 * @param maxDocumentBytes how long a document may be; of a response, {@code ResponseLimits.maxBytes} and nothing else
 * @param maxElements how many list elements, map entries and unknown fields a document may have
 */
public record JsonLimits(int maxDepth, int maxStringBytes, long maxDocumentBytes, int maxElements) {

    /** 255 levels as Moshi has them; 8 MiB a string, 32 MiB a document, 100,000 elements: all far over what the APIs send. */
    public static final JsonLimits DEFAULT = new JsonLimits(255, 8 << 20, 32L << 20, 100_000);

    /** Refuses limits that nothing could meet. */
    public JsonLimits {
        if (maxDepth < 1 || maxStringBytes < 1 || maxDocumentBytes < 1 || maxElements < 1) {
            throw new IllegalArgumentException("JsonLimits: every limit must be at least 1");
        }
    }

    /**
     * {@return the same with another greatest depth}
     *
     * @param levels at least 1; far beyond the default, reading may need a thread with a larger stack
     */
    public JsonLimits maxDepth(int levels) {
        return new JsonLimits(levels, maxStringBytes, maxDocumentBytes, maxElements);
    }

    /**
     * {@return the same with another greatest length of a string}
     *
     * @param bytes at least 1
     */
    public JsonLimits maxStringBytes(int bytes) {
        return new JsonLimits(maxDepth, bytes, maxDocumentBytes, maxElements);
    }

    /**
     * {@return the same with another greatest length of a document}
     *
     * @param bytes at least 1
     */
    public JsonLimits maxDocumentBytes(long bytes) {
        return new JsonLimits(maxDepth, maxStringBytes, bytes, maxElements);
    }

    /**
     * {@return the same with another greatest number of elements}
     *
     * @param elements at least 1
     */
    public JsonLimits maxElements(int elements) {
        return new JsonLimits(maxDepth, maxStringBytes, maxDocumentBytes, elements);
    }
}
