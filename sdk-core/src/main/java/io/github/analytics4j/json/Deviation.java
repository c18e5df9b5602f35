package io.github.analytics4j.json;

/**
 * One thing in a response that its spec did not foresee.
 *
 * @param path where it was, from the root of the document: {@code $.response.calls[3].duration}
 * @param rawJson what was there, as JSON text; empty if nothing was
 * @param expected what the spec promised in its place, for reading
 * @param kind in which way it differs
 */
public record Deviation(String path, String rawJson, String expected, Kind kind) {

    /** Place, kind and size: the value may be private. */
    @Override
    public String toString() {
        return "Deviation[" + path + ", " + kind + ", expected " + expected + ", " + rawJson.length() + " characters]";
    }

    /** The ways in which a response can differ from its spec. */
    public enum Kind {
        /** A field the spec does not know. */
        UNKNOWN_FIELD,
        /** A value of another kind than promised. */
        WRONG_TYPE,
        /** {@code null} where a value was promised. */
        NULL,
        /** A field that was promised to be always present is not there. */
        MISSING,
        /** A member name that occurred again in the same object; the last one counts. */
        DUPLICATE,
        /**
         * Bytes that are no text in the charset of the document: the value has U+FFFD in their place, and the raw JSON
         * each of them as the character of its number, as ISO 8859-1 has it.
         */
        ENCODING
    }
}
