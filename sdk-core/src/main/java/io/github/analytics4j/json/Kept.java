package io.github.analytics4j.json;

import io.github.analytics4j.json.Deviation.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
