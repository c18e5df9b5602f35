package io.github.analytics4j.testkit.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as a tree one can change: objects are {@link Map}s in their order, arrays {@link List}s, and numbers keep the
 * digits they came with.
 */
public final class JsonTree {
    // Deeper than any response, less than a thread's stack takes.
    private static final int DEEPEST = 500;

    /** A number as it was written. */
    public static final class Literal extends Number {
        private static final long serialVersionUID = 1;

        private final String digits;

        Literal(String digits) {
            this.digits = digits;
        }

        @Override
        public int intValue() {
            return (int) longValue();
        }

        @Override
        public long longValue() {
            return new BigDecimal(digits).longValue();
        }

        @Override
        public float floatValue() {
            return (float) doubleValue();
        }

        @Override
        public double doubleValue() {
            return Double.parseDouble(digits);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Literal literal && literal.digits.equals(digits);
        }

        @Override
        public int hashCode() {
            return digits.hashCode();
        }

        @Override
        public String toString() {
            return digits;
        }
    }

    private final String text;
    private int at;
    private int depth;
    private boolean unique;

    private JsonTree(String text) {
        this.text = text;
    }

    /** Reads one value; throws {@link IllegalArgumentException} that names the place where it is not JSON. */
    public static @Nullable Object read(String text) {
        JsonTree reader = new JsonTree(text);
        Object value = reader.value();
        reader.blanks();
        if (reader.at < text.length()) {
            throw reader.wrong("nothing more");
        }
        return value;
    }

    /** As {@link #read}; refuses an object that names a field twice, since only one of the two would count. */
    public static @Nullable Object readUnique(String text) {
        Object value = read(text); // what is no JSON is told first
        JsonTree reader = new JsonTree(text);
        reader.unique = true;
        reader.value();
        return value;
    }

    private @Nullable Object value() {
        blanks();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        enter();
        blanks();
        if (peek() == '}') {
            leave();
            return object;
        }
        while (true) {
            blanks();
            String name = string();
            if (unique && object.containsKey(name)) {
                throw new IllegalArgumentException("the field " + name + " is there twice; send it once");
            }
            blanks();
            expect(':');
            object.put(name, value());
            blanks();
            if (peek() == '}') {
                leave();
                return object;
            }
            expect(',');
        }
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> array = new ArrayList<>();
        enter();
        blanks();
        if (peek() == ']') {
            leave();
            return array;
        }
        while (true) {
            array.add(value());
            blanks();
            if (peek() == ']') {
                leave();
                return array;
            }
            expect(',');
        }
    }

    private void enter() {
        at++;
        if (++depth > DEEPEST) {
            throw wrong("at most " + DEEPEST + " levels");
        }
    }

    private void leave() {
        at++;
        depth--;
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (true) {
            char c = next();
            if (c == '"') {
                return string.toString();
            }
            if (c < ' ') {
                throw wrong("no bare control character in a text");
            }
            string.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw wrong("an escape");
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(next(), 16);
            if (digit < 0) {
                throw wrong("four hex digits");
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw wrong("a value");
        }
        at += word.length();
        return value;
    }

    private Literal number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(start, at);
        if (!digits.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
            at = start;
            throw wrong("a value");
        }
        return new Literal(digits);
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private char next() {
        if (at == text.length()) {
            throw wrong("more");
        }
        return text.charAt(at++);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw wrong("'" + c + "'");
        }
        at++;
    }

    private IllegalArgumentException wrong(String expected) {
        String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
        return new IllegalArgumentException(
                "this is not JSON: at character " + at + " stands " + found + ", expected " + expected);
    }

    /** The value as JSON: maps, lists and arrays, texts, numbers, truth values and null; whatever else as its text. */
    public static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(out, value);
        return out.toString();
    }

    private static void write(StringBuilder out, @Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Number) {
            out.append(value);
        } else if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(separator);
                quoted(out, String.valueOf(entry.getKey()));
                out.append(':');
                write(out, entry.getValue());
                separator = ",";
            }
            out.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof Iterable<?> list) {
            out.append('[');
            String separator = "";
            for (Object element : list) {
                out.append(separator);
                write(out, element);
                separator = ",";
            }
            out.append(']');
        } else {
            quoted(out, value.toString());
        }
    }

    private static void quoted(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c)) {
                        out.append("\\u").append(hex(c >> 12)).append(hex(c >> 8));
                        out.append(hex(c >> 4)).append(hex(c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static char hex(int digit) {
        return "0123456789abcdef".charAt(digit & 15);
    }
}
