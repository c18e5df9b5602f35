package io.github.analytics4j.json;

import io.github.analytics4j.json.JsonSyntaxException.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Makes the text of a JSON string that has escapes, is not ASCII or does not lie in the window as a whole: in one pass,
 * without holding the bytes. It starts out in Latin-1, one byte a character, and changes to UTF-16 at the first character
 * beyond. UTF-8 that is none becomes the replacement character, as many of them as the JDK makes of it.
 */
final class TextDecoder {
    /** Scratch that grew past this for one text is not kept for the next. */
    private static final int KEPT = 1 << 20;
    /** As far as one escape or character looks ahead. */
    private static final int LONGEST = 6;

    static final char REPLACEMENT = '\uFFFD';

    /** Of more broken characters than this in one text the bytes are not kept. */
    private static final int MOST_BROKEN = 1_000;

    private final Window in;
    private byte[] latin = new byte[1 << 10];
    private char[] wide = {};
    private boolean isWide;
    private int out;

    private String text = "";
    /** How many replacements the text read last has, and for those kept: where, and the bytes, the first one lowest. */
    private int broken;

    private int[] brokenAt = {};
    private int[] brokenBytes = {};

    TextDecoder(Window in) {
        this.in = in;
    }

    void release() {
        forgetBroken();
        if (latin.length > KEPT) {
            latin = new byte[1 << 10];
        }
        if (wide.length > KEPT / 2) {
            wide = new char[0];
        }
    }

    /** Takes the string whose quote stands here. */
    String read() throws IOException {
        long start = in.offset();
        in.pos++;
        isWide = false;
        out = 0;
        broken = 0;
        while (true) {
            room();
            if (isWide) {
                copyWide();
            } else {
                copyLatin();
            }
            if (in.pos < in.limit && in.buf[in.pos] == '"') {
                in.pos++;
                return broken > 0
                        ? remember(new String(wide, 0, out))
                        : isWide ? new String(wide, 0, out) : new String(latin, 0, out, StandardCharsets.ISO_8859_1);
            }
            if (in.limit - in.pos >= LONGEST || !more(start)) {
                special();
            }
        }
    }

    private String remember(String brokenText) {
        text = brokenText;
        return brokenText;
    }

    boolean isBroken() {
        return broken > 0;
    }

    void forgetBroken() {
        broken = 0;
        text = "";
    }

    /** The text read last with each byte that is no UTF-8 as the character of its number. */
    String repaired() {
        StringBuilder repaired = new StringBuilder(text.length() + broken);
        int from = 0;
        for (int i = 0; i < Math.min(broken, MOST_BROKEN); i++) {
            repaired.append(text, from, brokenAt[i]);
            for (int bytes = brokenBytes[i]; bytes != 0; bytes >>>= 8) {
                repaired.append((char) (bytes & 0xff));
            }
            from = brokenAt[i] + 1;
        }
        return repaired.append(text, from, text.length()).toString();
    }

    /** As {@link #repaired()}, of a JSON text that is here as a whole. */
    static String repaired(byte[] buf, int from, int to) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(buf, from, to - from);
        CharBuffer chars = CharBuffer.allocate(to - from);
        for (CoderResult result = decoder.decode(bytes, chars, true);
                !result.isUnderflow();
                result = decoder.decode(bytes, chars, true)) {
            for (int i = 0; i < result.length(); i++) {
                chars.put((char) (bytes.get() & 0xff));
            }
        }
        return chars.flip().toString();
    }

    /** Gets more of the document; false, with zeros behind, if there is no more. */
    private boolean more(long start) throws IOException {
        if (in.offset() - start > in.limits.maxStringBytes()) {
            throw in.tooLong();
        }
        if (in.refill()) {
            return true;
        }
        if (in.pos == in.limit) {
            throw in.fail(Problem.TRUNCATED, "the document ends inside a string");
        }
        Arrays.fill(in.buf, in.limit, in.limit + Window.SLACK, (byte) 0);
        return false;
    }

    /** Makes room for as many characters as there are bytes in the window. */
    private void room() {
        int needed = out + in.limit - in.pos + Window.SLACK;
        if (isWide && wide.length < needed) {
            wide = Arrays.copyOf(wide, Math.max(needed, wide.length * 2));
        } else if (!isWide && latin.length < needed) {
            latin = Arrays.copyOf(latin, Math.max(needed, latin.length * 2));
        }
    }

    /** Copies ASCII and short escapes up to anything else or the end of the window, eight bytes at a time. */
    private void copyLatin() {
        byte[] from = in.buf;
        byte[] to = latin;
        int i = in.pos;
        int o = out;
        while (true) { // the quotes behind the window end this at the latest
            long word = (long) Tokens.WORD.get(from, i);
            Tokens.WORD.set(to, o, word);
            long stops = Tokens.stops(word) | (word & Tokens.HIGH_BITS);
            if (stops == 0) {
                i += 8;
                o += 8;
                word = (long) Tokens.WORD.get(from, i);
                Tokens.WORD.set(to, o, word);
                stops = Tokens.stops(word) | (word & Tokens.HIGH_BITS);
                if (stops == 0) {
                    i += 8;
                    o += 8;
                    continue;
                }
            }
            int plain = Long.numberOfTrailingZeros(stops) >>> 3;
            i += plain;
            o += plain;
            byte escaped = from[i] == '\\' && i + 1 < in.limit ? Escapes.of(from[i + 1]) : 0;
            if (escaped == 0) {
                break;
            }
            to[o++] = escaped;
            i += 2;
        }
        in.pos = i;
        out = o;
    }

    /** Copies ASCII, short escapes and characters of two or three bytes up to something else. */
    private void copyWide() {
        byte[] bytes = in.buf;
        char[] chars = wide;
        int last = in.limit;
        int i = in.pos;
        int o = out;
        while (i + 2 < last) {
            int c = bytes[i];
            if (c == '\\') {
                byte escaped = Escapes.of(bytes[i + 1]);
                if (escaped == 0) {
                    break;
                }
                chars[o++] = (char) escaped;
                i += 2;
            } else if (c >= 0) {
                int plain = copyAscii(bytes, i, last, chars, o);
                if (plain == 0) {
                    break;
                }
                i += plain;
                o += plain;
            } else if (c >> 4 == -2 && isThree(c, bytes[i + 1], bytes[i + 2])) {
                chars[o++] = (char) ((c & 0xf) << 12 | (bytes[i + 1] & 0x3f) << 6 | (bytes[i + 2] & 0x3f));
                i += 3;
            } else if (isTwo(c, bytes[i + 1])) {
                chars[o++] = (char) ((c & 0x1f) << 6 | (bytes[i + 1] & 0x3f));
                i += 2;
            } else {
                break;
            }
        }
        in.pos = i;
        out = o;
    }

    /** Copies a run of plain ASCII; how many. */
    private static int copyAscii(byte[] bytes, int from, int last, char[] chars, int to) {
        int i = from;
        int o = to;
        for (; i + 8 <= last; i += 8, o += 8) {
            long word = (long) Tokens.WORD.get(bytes, i);
            if ((Tokens.stops(word) | (word & Tokens.HIGH_BITS)) != 0) {
                break;
            }
            chars[o] = (char) (word & 0xff);
            chars[o + 1] = (char) (word >>> 8 & 0xff);
            chars[o + 2] = (char) (word >>> 16 & 0xff);
            chars[o + 3] = (char) (word >>> 24 & 0xff);
            chars[o + 4] = (char) (word >>> 32 & 0xff);
            chars[o + 5] = (char) (word >>> 40 & 0xff);
            chars[o + 6] = (char) (word >>> 48 & 0xff);
            chars[o + 7] = (char) (word >>> 56);
        }
        for (; i < last && Tokens.isPlain(bytes[i]); i++) {
            chars[o++] = (char) bytes[i];
        }
        return i - from;
    }

    private static boolean isTwo(int lead, int second) {
        return lead >> 5 == -2 && lead >= (byte) 0xC2 && isContinuation(second);
    }

    /** True for a character of three bytes that is neither written too long nor a surrogate. */
    private static boolean isThree(int lead, int second, int third) {
        int bits = (lead & 0xf) << 6 | (second & 0x3f);
        return isContinuation(second) && isContinuation(third) && bits >= 0x20 && (bits < 0x360 || bits > 0x37f);
    }

    private static boolean isContinuation(int c) {
        return c < (byte) 0xC0;
    }

    /** Takes one escape, or one character of several bytes. */
    private void special() throws IOException {
        int c = in.buf[in.pos];
        if (c == '\\') {
            escape();
        } else if (c < 0) {
            many(c);
        } else if (c < ' ') {
            throw in.fail(Problem.MALFORMED, "a control character in a string");
        } else {
            put((char) c);
            in.pos++;
        }
    }

    private void put(char c) {
        if (!isWide) {
            if (c <= 0xff) {
                latin[out++] = (byte) c;
                return;
            }
            isWide = true;
            room();
            for (int i = 0; i < out; i++) {
                wide[i] = (char) (latin[i] & 0xff);
            }
        }
        wide[out++] = c;
    }

    private void escape() throws IOException {
        byte c = in.buf[in.pos + 1];
        byte escaped = Escapes.of(c);
        if (escaped != 0) {
            put((char) escaped);
        } else if (c == 'u') {
            put((char) Escapes.unit(in, in.pos + 2));
            in.pos += 4;
        } else {
            throw Escapes.unknown(in);
        }
        in.pos += 2;
    }

    /** Takes one character of several bytes, or what the JDK takes for one that is broken. */
    private void many(int lead) {
        int i = in.pos;
        int second = in.buf[i + 1];
        int third = in.buf[i + 2];
        int fourth = in.buf[i + 3];
        if (isTwo(lead, second)) {
            put((char) ((lead & 0x1f) << 6 | (second & 0x3f)));
            in.pos += 2;
        } else if (lead >> 4 == -2) {
            boolean three = isThree(lead, second, third);
            if (three) {
                put((char) ((lead & 0xf) << 12 | (second & 0x3f) << 6 | (third & 0x3f)));
                in.pos += 3;
            } else {
                replace(Broken.ofThree(lead, second, third));
            }
        } else if (lead >> 3 == -2) {
            int point = (lead & 7) << 18 | (second & 0x3f) << 12 | (third & 0x3f) << 6 | (fourth & 0x3f);
            int length = Broken.ofFour(lead, second, third, fourth);
            if (length > 0) {
                replace(length);
            } else {
                put(Character.highSurrogate(point));
                put(Character.lowSurrogate(point));
                in.pos += 4;
            }
        } else {
            replace(1);
        }
    }

    /** Takes bytes that are no character, of which one replacement is made, and keeps them. */
    private void replace(int length) {
        if (broken == brokenAt.length && broken < MOST_BROKEN) {
            int size = Math.min(MOST_BROKEN, 8 + broken * 2);
            brokenAt = Arrays.copyOf(brokenAt, size);
            brokenBytes = Arrays.copyOf(brokenBytes, size);
        }
        if (broken < MOST_BROKEN) {
            int bytes = 0;
            for (int i = length - 1; i >= 0; i--) {
                bytes = bytes << 8 | (in.buf[in.pos + i] & 0xff);
            }
            brokenAt[broken] = out;
            brokenBytes[broken] = bytes;
        }
        broken++;
        put(REPLACEMENT);
        in.pos += length;
    }

    /** How many bytes of a broken character one replacement stands for: what could still have become one. */
    private static final class Broken {
        static int ofThree(int lead, int second, int third) {
            if (!isContinuation(second) || (lead == (byte) 0xE0 && second < (byte) 0xA0)) {
                return 1;
            }
            return isContinuation(third) ? 3 : 2;
        }

        /** Zero if the character is whole. */
        static int ofFour(int lead, int second, int third, int fourth) {
            boolean tooShort = lead == (byte) 0xF0 && second < (byte) 0x90;
            boolean tooFar = lead > (byte) 0xF4 || (lead == (byte) 0xF4 && second > (byte) 0x8F);
            if (tooShort || tooFar || !isContinuation(second)) {
                return 1;
            }
            if (!isContinuation(third)) {
                return 2;
            }
            return isContinuation(fourth) ? 0 : 3;
        }
    }
}
