package io.github.analytics4j.json;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tree that a JSON text stands for, of which a hash is made or which is compared. The text is known to be JSON. In one
 * pass and without recursion: what it costs grows with the text and not with how deep it nests.
 */
final class JsonTree {
    private static final Object NULL = new Object[0];

    private final String json;
    /** Whether containers become their hash at once, which takes no memory, or themselves. */
    private final boolean hashing;

    private final Deque<Level> open = new ArrayDeque<>();
    private int pos;

    private JsonTree(String json, boolean hashing) {
        this.json = json;
        this.hashing = hashing;
    }

    /** Equal for equal trees. */
    static int hash(String json) {
        return new JsonTree(json, true).read().hashCode();
    }

    /** Whether two texts stand for the same tree: numbers by value, members in any order. */
    static boolean same(String one, String other) {
        return hash(one) == hash(other) && same(new JsonTree(one, false).read(), new JsonTree(other, false).read());
    }

    /** A number in its only form: whole digits without zeros at either end, and a power of ten. */
    private record Decimal(String digits, long power) {}

    /** An object or array whose end did not come yet. */
    private static final class Level {
        final @Nullable Map<String, Object> members;
        final List<Object> elements = new ArrayList<>(0);
        String name = "";
        int hash = 1;

        Level(boolean object) {
            members = object ? new HashMap<>() : null;
        }

        void add(Object value, boolean hashing) {
            if (members != null) {
                members.put(name, value); // of the same name, the last one counts
            } else if (hashing) {
                hash = hash * 31 + value.hashCode();
            } else {
                elements.add(value);
            }
        }

        Object close(boolean hashing) {
            if (members == null) {
                return hashing ? (Object) hash : elements;
            }
            return hashing ? (Object) members.hashCode() : members;
        }
    }

    private Object read() {
        while (true) {
            char c = next();
            Level top = open.peek();
            if (c == '{' || c == '[') {
                pos++;
                open.push(new Level(c == '{'));
            } else if (c == '}' || c == ']') {
                pos++;
                Object closed = open.pop().close(hashing);
                if (took(closed)) {
                    return closed;
                }
            } else if (c == ',' || c == ':') {
                pos++;
            } else if (c == '"' && top != null && top.members != null && isName()) {
                top.name = text();
            } else {
                Object value = scalar(c);
                if (took(value)) {
                    return value;
                }
            }
        }
    }

    /** Puts a value where it belongs; true if it is the whole. */
    private boolean took(Object value) {
        Level outer = open.peek();
        if (outer != null) {
            outer.add(value, hashing);
        }
        return outer == null;
    }

    /** Whether the string that starts here is a name: what came before it is no colon. */
    private boolean isName() {
        int before = pos - 1;
        while (json.charAt(before) <= ' ') {
            before--;
        }
        return json.charAt(before) != ':';
    }

    private char next() {
        while (json.charAt(pos) <= ' ') {
            pos++;
        }
        return json.charAt(pos);
    }

    private Object scalar(char c) {
        return switch (c) {
            case '"' -> text();
            case 't', 'f' -> word(c == 't' ? "true" : "false", c == 't');
            case 'n' -> word("null", NULL);
            default -> number();
        };
    }

    private Object word(String word, Object value) {
        pos += word.length();
        return hashing ? (Object) word.hashCode() : value;
    }

    private String text() {
        int start = ++pos;
        StringBuilder unescaped = null;
        for (char c = json.charAt(pos); c != '"'; c = json.charAt(pos)) {
            if (c == '\\') {
                unescaped = unescaped == null ? new StringBuilder(json.substring(start, pos)) : unescaped;
                unescaped.append(unescape());
            } else {
                if (unescaped != null) {
                    unescaped.append(c);
                }
                pos++;
            }
        }
        return unescaped == null ? json.substring(start, pos++) : close(unescaped);
    }

    private String close(StringBuilder unescaped) {
        pos++;
        return unescaped.toString();
    }

    private char unescape() {
        byte c = (byte) json.charAt(pos + 1);
        boolean unit = c == 'u';
        char value = unit ? (char) Integer.parseInt(json, pos + 2, pos + 6, 16) : (char) TextDecoder.unescaped(c);
        pos += unit ? 6 : 2;
        return value;
    }

    private Object number() {
        boolean negative = json.charAt(pos) == '-';
        int start = negative ? ++pos : pos;
        int end = start;
        int exponent = -1;
        int point = -1;
        while (end < json.length() && Numbers.isPart((byte) json.charAt(end)) && json.charAt(end) < 128) {
            char c = json.charAt(end);
            exponent = c == 'e' || c == 'E' ? end : exponent;
            point = c == '.' ? end : point;
            end++;
        }
        pos = end;
        int last = exponent < 0 ? end : exponent;
        String digits = point < 0
                ? json.substring(start, last)
                : json.substring(start, point) + json.substring(point + 1, last);
        long power = point < 0 ? 0 : point + 1L - last;
        return number(negative, digits, power, exponent < 0 ? "0" : json.substring(exponent + 1, end));
    }

    private static Object number(boolean negative, String digits, long power, String exponent) {
        int from = 0;
        int to = digits.length();
        while (from < to && digits.charAt(from) == '0') {
            from++;
        }
        while (to > from && digits.charAt(to - 1) == '0') {
            to--;
        }
        if (from == to) {
            return new Decimal("0", 0);
        }
        String whole = (negative ? "-" : "") + digits.substring(from, to);
        long shift = power + digits.length() - to;
        return exponent.length() > 17
                ? new Decimal(whole + "e" + exponent, shift) // beyond all measure: by its text
                : new Decimal(whole, shift + Long.parseLong(exponent));
    }

    /** Compares without recursion. */
    private static boolean same(Object one, Object other) {
        Deque<Object> due = new ArrayDeque<>();
        due.push(other);
        due.push(one);
        while (!due.isEmpty()) {
            Object a = due.pop();
            Object b = due.pop();
            if (a instanceof Map<?, ?> members && b instanceof Map<?, ?> others) {
                if (!members.keySet().equals(others.keySet())) {
                    return false;
                }
                members.forEach((name, value) -> {
                    due.push(Objects.requireNonNull(others.get(name)));
                    due.push(value);
                });
            } else if (a instanceof List<?> elements && b instanceof List<?> others) {
                if (elements.size() != others.size()) {
                    return false;
                }
                for (int i = 0; i < elements.size(); i++) {
                    due.push(others.get(i));
                    due.push(elements.get(i));
                }
            } else if (!a.equals(b)) {
                return false;
            }
        }
        return true;
    }
}
