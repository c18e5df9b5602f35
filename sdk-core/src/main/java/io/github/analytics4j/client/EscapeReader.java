package io.github.analytics4j.client;

/**
 * Reads a text as one that may be escaped as JSON, HTML or URLs escape, also partly, also twice: which characters can
 * begin at a place, and where each of them ends. Reading a place costs the same however long the text is. Of one thread.
 */
final class EscapeReader {
    /** The longest entity behind its ampersand that is looked for, with leading zeros. */
    private static final int LONGEST_ENTITY = 10;

    /** How often an escaped text is escaped again. */
    private static final int MOST_LAYERS = 3;

    /** More characters than any reading takes: an ampersand, {@code amp;} at every layer, an entity and its semicolon. */
    static final int REACH = 32;

    private final String text;
    private final boolean[] wanted;
    private final char[] characters = new char[16];
    private final int[] ends = new int[16];
    private int count;

    /** Where the latest run of skipped characters began and ended, without lines and with them. */
    private final int[] skippedFrom = {-1, -1};

    private final int[] skippedTo = {-1, -1};

    private long steps;

    /** @param wanted the ASCII characters that matter; others are not read */
    EscapeReader(String text, boolean[] wanted) {
        this.text = text;
        this.wanted = wanted;
    }

    String text() {
        return text;
    }

    /** Reads the place: afterwards {@link #count} characters can begin there. */
    void read(int at) {
        count = 0;
        char c = text.charAt(at);
        add(c, at + 1);
        switch (c) {
            case '\\' -> backslash(at);
            case '%' -> percent(at + 1);
            case '&' -> entity(at + 1);
            default -> {}
        }
    }

    /** How many characters can begin at the place that was read. */
    int count() {
        return count;
    }

    char character(int n) {
        return characters[n];
    }

    /** The place behind the n-th of them. */
    int end(int n) {
        return ends[n];
    }

    /** How many characters were looked at, and what {@link #took} added. */
    long steps() {
        return steps;
    }

    void took(long more) {
        steps += more;
    }

    private void add(int c, int end) {
        steps++;
        if (c < wanted.length && wanted[c]) {
            characters[count] = (char) c;
            ends[count++] = end;
        }
    }

    /** How long at {@code at} is what belongs to no character: 0, 1 or 2. */
    int skipped(int at, boolean lines) {
        char c = text.charAt(at);
        if (c == 0 || (lines && (c == '\r' || c == '\n'))) {
            return 1;
        }
        return lines && c == '\\' && (text.startsWith("n", at + 1) || text.startsWith("r", at + 1)) ? 2 : 0;
    }

    /** The first place from {@code at} on where a character can begin; text in UTF-16 has zeros, base64 in mails lines. */
    int skip(int at, boolean lines) {
        int kind = lines ? 1 : 0;
        if (at == skippedFrom[kind]) {
            return skippedTo[kind];
        }
        int p = at;
        while (p < text.length() && skipped(p, lines) > 0) {
            p += skipped(p, lines);
            steps++;
        }
        if (p > at) {
            skippedFrom[kind] = at;
            skippedTo[kind] = p;
        }
        return p;
    }

    /** True if the text ends here, or perhaps in the middle of an escape that begins here. */
    boolean endsWithin(int at) {
        int left = text.length() - at;
        return left == 0 || (left < LONGEST_ENTITY && "\\%&\r\n\0".indexOf(text.charAt(at)) >= 0);
    }

    /** A backslash before the character, or before u or x and its digits; several where an escaped text was escaped again. */
    private void backslash(int at) {
        int p = at + 1;
        while (p < text.length() && text.charAt(p) == '\\' && p - at < 1 << MOST_LAYERS) {
            p++;
            add('\\', p);
        }
        if (p == text.length()) {
            return;
        }
        char c = text.charAt(p);
        add(c, p + 1);
        if (c == 'u' || c == 'U') {
            coded(p + 1, p + 5, 16, 0);
        } else if (c == 'x') {
            coded(p + 1, p + 3, 16, 0);
        }
    }

    /** {@code %2F}, {@code %252F}, {@code %u002f}. */
    private void percent(int at) {
        int p = at;
        coded(p, p + 2, 16, 0);
        for (int again = 0; again < MOST_LAYERS && text.startsWith("25", p); again++) {
            p += 2;
            coded(p, p + 2, 16, 0);
        }
        if (text.startsWith("u", p)) {
            coded(p + 1, p + 5, 16, 0);
        }
    }

    /** An entity of HTML, by name or number, whose ampersand may be an entity again. */
    private void entity(int at) {
        int p = at;
        for (int again = 0; again < MOST_LAYERS && text.startsWith("amp;", p); again++) {
            p += 4;
            add('&', p);
        }
        int semicolon = p;
        while (semicolon < text.length() && semicolon - p < LONGEST_ENTITY && text.charAt(semicolon) != ';') {
            semicolon++;
            steps++;
        }
        if (semicolon == text.length() || text.charAt(semicolon) != ';') {
            return;
        }
        if (text.startsWith("#x", p) || text.startsWith("#X", p)) {
            coded(p + 2, semicolon, 16, 1);
        } else if (text.startsWith("#", p)) {
            coded(p + 1, semicolon, 10, 1);
        } else {
            named(text.substring(p, semicolon), semicolon + 1);
        }
    }

    private void named(String name, int end) {
        switch (name) {
            case "lt" -> add('<', end);
            case "gt" -> add('>', end);
            case "quot" -> add('"', end);
            case "apos" -> add('\'', end);
            default -> {}
        }
    }

    /** A character by its number, and as many more characters behind it. */
    private void coded(int from, int to, int radix, int behind) {
        if (to > text.length() || from >= to) {
            return;
        }
        int code = 0;
        for (int p = from; p < to; p++) {
            int digit = Character.digit(text.charAt(p), radix);
            code = code * radix + digit;
            steps++;
            if (digit < 0 || code >= wanted.length) {
                return;
            }
        }
        add(code, to + behind);
    }
}
