package io.github.analytics4j.duckdb;

import io.github.analytics4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** JSON texts that the database reads: it refuses half a surrogate pair, also an escaped one. */
final class JsonTexts {
    private static final String REPLACEMENT = "\\ufffd";
    private static final int ESCAPE = REPLACEMENT.length();

    private JsonTexts() {}

    /** A text as JSON. */
    static String quoted(String text) {
        return "" + json(JsonValue.ofText(text).json());
    }

    /** A JSON text with the replacement character in the place of each half of a pair. */
    static @Nullable String json(@Nullable Object value) {
        String json = (String) value;
        if (json == null || json.indexOf("\\u") < 0) {
            return json; // a half that is not escaped is replaced where the text becomes UTF-8
        }
        StringBuilder out = new StringBuilder(json.length());
        int at = 0;
        while (at < json.length()) {
            int length = length(json, at);
            if (length == ESCAPE && Character.isSurrogate(unit(json, at))) {
                out.append(REPLACEMENT);
            } else {
                out.append(json, at, at + length);
            }
            at += length;
        }
        return out.toString();
    }

    /** How many characters belong together here: one, an escape, or the escapes of a pair. */
    private static int length(String json, int at) {
        if (json.charAt(at) != '\\') {
            return 1;
        } else if (!escaped(json, at)) {
            return 2;
        }
        int next = at + ESCAPE;
        return escaped(json, next)
                        && Character.isHighSurrogate(unit(json, at))
                        && Character.isLowSurrogate(unit(json, next))
                ? 2 * ESCAPE
                : ESCAPE;
    }

    private static boolean escaped(String json, int at) {
        return json.startsWith("\\u", at) && at + ESCAPE <= json.length();
    }

    private static char unit(String json, int at) {
        return (char) Integer.parseInt(json, at + 2, at + ESCAPE, 16);
    }
}
