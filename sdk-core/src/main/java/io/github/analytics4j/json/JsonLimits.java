package io.github.analytics4j.json;

/**
 * How much one document may ask of us. What is over a limit ends as a {@link JsonSyntaxException} before it costs memory.
 *
 * @param maxDepth how deep objects and arrays may nest
 * @param maxStringBytes how long one string, or one value kept as its raw text, may be
 * @param maxDocumentBytes how long a document may be, after decompression
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
}
