package io.github.analytics4j.json;

import io.github.analytics4j.json.JsonSyntaxException.Problem;

/** What may follow a backslash. */
final class Escapes {
    private static final byte[] SHORT = new byte[256];

    static {
        byte[] letters = {'"', '\\', '/', 'b', 'f', 'n', 'r', 't'};
        byte[] meanings = {'"', '\\', '/', '\b', '\f', '\n', '\r', '\t'};
        for (int i = 0; i < letters.length; i++) {
            SHORT[letters[i]] = meanings[i];
        }
    }

    private Escapes() {}

    /** What a backslash and this letter stand for, 0 if it is no escape of two characters. */
    static byte of(byte letter) {
        return SHORT[letter & 0xff];
    }

    /** The four hexadecimal digits at {@code at}; what lies behind the window's limit is zeros, and so no digit. */
    static int unit(Window in, int at) {
        int unit = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = Character.digit(in.buf[i], 16);
            if (digit < 0) {
                in.pos = i;
                throw i < in.limit
                        ? in.fail(Problem.MALFORMED, "four hexadecimal digits must follow \\u")
                        : in.fail(Problem.TRUNCATED, "the document ends inside a string");
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }

    /** What to throw for the backslash that stands here. */
    static JsonSyntaxException unknown(Window in) {
        return in.pos + 1 < in.limit
                ? in.fail(Problem.MALFORMED, "an unknown escape in a string")
                : in.fail(Problem.TRUNCATED, "the document ends inside a string");
    }
}
