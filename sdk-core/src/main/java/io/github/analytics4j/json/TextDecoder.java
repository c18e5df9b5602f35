package io.github.analytics4j.json;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Makes the text of a JSON string that has escapes or is not ASCII; the escapes are known to be well-formed. It starts out
 * in Latin-1, one byte a character, and changes to UTF-16 at the first character beyond. UTF-8 that is none becomes the
 * replacement character, as everywhere in Java.
 */
final class TextDecoder {
    /** Scratch that grew past this for one text is not kept for the next. */
    private static final int KEPT = 1 << 20;

    private byte[] latin = new byte[1 << 10];
    private char @Nullable [] wide;
    private byte[] buf = latin;
    private int in;
    private int end;
    private int out;

    /** The text of {@code bytes[from..to)}. */
    String decode(byte[] bytes, int from, int to) {
        buf = bytes;
        in = from;
        end = to;
        out = 0;
        if (latin.length < to - from + 8) {
            latin = new byte[Math.max(to - from + 8, latin.length * 2)];
        }
        while (in < end) {
            copyPlain();
            if (in < end && !narrow()) {
                return decodeWide();
            }
        }
        return new String(latin, 0, out, StandardCharsets.ISO_8859_1);
    }

    void release() {
        buf = latin;
        if (latin.length > KEPT) {
            latin = new byte[1 << 10];
            buf = latin;
        }
        if (wide != null && wide.length > KEPT / 2) {
            wide = null;
        }
    }

    /** Copies ASCII up to an escape or the end, eight bytes at a time. */
    private void copyPlain() {
        int i = in;
        int o = out;
        for (; i + 8 <= end; i += 8, o += 8) {
            long word = (long) Tokens.WORD.get(buf, i);
            long slash = word ^ Tokens.BACKSLASHES;
            long hit = (((slash - Tokens.ONES) & ~slash) | word) & Tokens.HIGH_BITS;
            Tokens.WORD.set(latin, o, word);
            if (hit != 0) {
                int plain = Long.numberOfTrailingZeros(hit) >>> 3;
                in = i + plain;
                out = o + plain;
                return;
            }
        }
        while (i < end && buf[i] >= 0 && buf[i] != '\\') {
            latin[o++] = buf[i++];
        }
        in = i;
        out = o;
    }

    /** Takes an escape or a character of two bytes; false, taking nothing, if it is beyond Latin-1 or no UTF-8. */
    private boolean narrow() {
        int start = in;
        int c;
        if (buf[in] == '\\') {
            c = escape();
        } else if ((buf[in] == (byte) 0xC2 || buf[in] == (byte) 0xC3) && in + 1 < end && buf[in + 1] < (byte) 0xC0) {
            c = (buf[in] & 3) << 6 | (buf[in + 1] & 0x3f);
            in += 2;
        } else {
            return false;
        }
        if (c > 0xff) {
            in = start;
            return false;
        }
        latin[out++] = (byte) c;
        return true;
    }

    /** The character of the escape at {@code in}. */
    private char escape() {
        int c = buf[in + 1];
        in += 2;
        switch (c) {
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                int unit = 0;
                for (int i = 0; i < 4; i++) {
                    unit = unit << 4 | Character.digit(buf[in++], 16);
                }
                return (char) unit;
            default:
                return (char) c;
        }
    }

    private String decodeWide() {
        char[] chars = wide;
        int needed = out + end - in;
        if (chars == null || chars.length < needed) {
            chars = new char[Math.max(needed, chars == null ? 0 : chars.length * 2)];
            wide = chars;
        }
        for (int i = 0; i < out; i++) {
            chars[i] = (char) (latin[i] & 0xff);
        }
        while (in < end) {
            int c = buf[in];
            if (c == '\\') {
                chars[out++] = escape();
            } else if (c >= 0) {
                chars[out++] = (char) c;
                in++;
            } else {
                many(chars);
            }
        }
        return new String(chars, 0, out);
    }

    /** Takes one character of several bytes. */
    private void many(char[] chars) {
        int lead = buf[in] & 0xff;
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        int point = lead & (0x7f >> length);
        boolean valid = lead >= 0xC2 && lead < 0xF5 && in + length <= end;
        for (int i = 1; valid && i < length; i++) {
            int next = buf[in + i];
            valid = next < (byte) 0xC0;
            point = point << 6 | (next & 0x3f);
        }
        if (!valid || point < MINIMUM[length] || point > Character.MAX_CODE_POINT || isSurrogate(point)) {
            broken(chars);
            return;
        }
        in += length;
        out += Character.toChars(point, chars, out);
    }

    /** The least code point that needs so many bytes. */
    private static final int[] MINIMUM = {0, 0, 0x80, 0x800, 0x10000};

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    /** Leaves what is no UTF-8, up to the next escape, to the JDK: never more characters than bytes. */
    private void broken(char[] chars) {
        int stop = in;
        while (stop < end && buf[stop] != '\\') {
            stop++;
        }
        String text = new String(buf, in, stop - in, StandardCharsets.UTF_8);
        text.getChars(0, text.length(), chars, out);
        out += text.length();
        in = stop;
    }
}
