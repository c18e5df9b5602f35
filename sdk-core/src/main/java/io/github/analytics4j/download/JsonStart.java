package io.github.analytics4j.download;

/** Whether a text begins as a JSON document does, and not as CSV with a brace in its first column. */
final class JsonStart {
    private static final int NONE = -1;

    private final String text;
    private int at;

    private JsonStart(String text) {
        this.text = text;
    }

    /** Whether this is an object or array, or the beginning of one; or several of them, one after another. */
    static boolean isDocument(String start) {
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return false;
        }
        JsonStart json = new JsonStart(start);
        return json.value() && (json.peek() == NONE || json.peek() == '{' || json.peek() == '[');
    }

    /** Takes a value as far as the text goes; false if it is none. */
    private boolean value() {
        int c = peek();
        if (c == '{' || c == '[') {
            return container(c == '{');
        }
        return c == '"' ? string() : c == NONE || literal();
    }

    private boolean container(boolean object) {
        at++;
        int close = object ? '}' : ']';
        if (peek() == close) {
            at++;
            return true;
        }
        while (peek() != NONE) {
            if (object && !name()) {
                return false;
            }
            if (!value()) {
                return false;
            }
            int c = peek();
            at++;
            if (c == close || c == NONE) {
                return true;
            }
            if (c != ',') {
                return false;
            }
        }
        return true;
    }

    private boolean name() {
        if (peek() != '"' || !string()) {
            return false;
        }
        int c = peek();
        at++;
        return c == ':' || c == NONE;
    }

    private boolean string() {
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) < ' ') {
                return false;
            }
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
        return true;
    }

    private boolean literal() {
        int from = at;
        while (at < text.length()
                && ("+-.".indexOf(text.charAt(at)) >= 0 || Character.isLetterOrDigit(text.charAt(at)))) {
            at++;
        }
        String word = text.substring(from, at);
        boolean cut = at >= text.length();
        return word.matches("-?\\d[\\d.eE+-]*")
                || (cut && ("true".startsWith(word) || "false".startsWith(word) || "null".startsWith(word)))
                || word.equals("true")
                || word.equals("false")
                || word.equals("null");
    }

    /** The next character that is no blank, or {@link #NONE}. */
    private int peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : NONE;
    }
}
