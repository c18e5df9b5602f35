package io.github.analytics4j.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * One raw text kept with a record.
     *
     * @param field the field it belongs to, {@link #UNKNOWN}, or {@link #BARE}
     * @param name the name it arrived under
     * @param at where inside the field's value, as indexes and keys; empty for the value itself
     * @param raw the JSON text
     * @param expected what was promised
     * @param kind in which way it deviates; null if it does not, and is only spelled in its own way
     */
    record Kept(
            int field,
            String name,
            List<Object> at,
            String raw,
            String expected,
            @Nullable Kind kind) {
        static final int UNKNOWN = -1;
        /** Inside a document that is no record itself. */
        static final int BARE = -2;

        private static final int LONGEST_NAME = 200;

        /** A name in a path; of one longer than any honest name only its length, since a path is made for each deviation. */
        static String shown(String name) {
            return name.length() <= LONGEST_NAME ? name : "<a name of " + name.length() + " characters>";
        }

        /** True if this is said about a value that is there, and stands in for none. */
        boolean isRemark() {
            return kind == Kind.DUPLICATE || kind == Kind.ENCODING;
        }

        /** True if this stands in for the whole value of a field. */
        boolean isInstead() {
            return field >= 0 && at.isEmpty() && !isRemark();
        }

        Deviation deviation(String recordPath) {
            StringBuilder path = new StringBuilder(recordPath);
            if (field != BARE) {
                path.append('.').append(shown(name));
            }
            for (Object step : at) {
                if (step instanceof Integer) {
                    path.append('[').append(step).append(']');
                } else {
                    path.append('.').append(shown((String) step));
                }
            }
            return new Deviation(path.toString(), raw, expected, kind == null ? Kind.WRONG_TYPE : kind);
        }
    }
}
