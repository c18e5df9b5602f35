package io.github.analytics4j.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Makes the text of a JSON string that has escapes, is not ASCII or comes in pieces: in one pass, eight bytes at a time. It
 * starts out in Latin-1, one byte a character, and changes to UTF-16 at the first character beyond. UTF-8 that is none
 * becomes the replacement character, as many of them as the JDK makes of it.
 */
final class TextDecoder {
    /** Eight bytes of an array as a number, the first one lowest. */
    static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** So many bytes behind the limit may be looked at, though they mean nothing. */
    static final int SLACK = 8;

    static final char REPLACEMENT = '\uFFFD';

    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long ONES = 0x0101010101010101L;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final long QUOTES = '"' * ONES;
    private static final long SPACES = ' ' * ONES;

    /** Scratch that grew past this for one text is not kept for the next. */
    private static final int KEPT = 1 << 20;
    /** As far as one escape or character looks ahead. */
    private static final int LONGEST = 6;
    /** Of more broken characters than this in one text the bytes are not kept. */
    private static final int MOST_BROKEN = 1_000;

    private static final byte[] ESCAPES = new byte[256];

    static {
        byte[] letters = {'"', '\\', '/', 'b', 'f', 'n', 'r', 't'};
        byte[] meanings = {'"', '\\', '/', '\b', '\f', '\n', '\r', '\t'};
        for (int i = 0; i < letters.length; i++) {
            ESCAPES[letters[i]] = meanings[i];
        }
    }

    private byte[] latin = new byte[1 << 10];
    private char[] wide = {};
    private boolean isWide;
    private int out;
    /** The number of bytes that room was made for last. */
    private int ahead;

    private String mistake = "";
    private String text = "";
    /** The number of replacements in the text; of those kept, their places, and their bytes with the first one lowest. */
    private int broken;

    private int[] brokenAt = {};
    private int[] brokenBytes = {};

    /** Returns the character that a backslash and this letter stand for, 0 if they are no escape. */
    static byte unescaped(byte letter) {
        return ESCAPES[letter & 0xff];
    }

    /** The first byte from {@code p} on that is not plain, which a byte in the array must be: in a string, its end. */
    static int plainEnd(byte[] buf, int from) {
        int p = from - 8;
        long stops;
        do {
            p += 8;
            stops = stops((long) WORD.get(buf, p));
        } while (stops == 0);
        return p + (Long.numberOfTrailingZeros(stops) >>> 3);
    }

    /** The high bits of those of eight bytes that are a quote, a backslash, a control character or not ASCII; exact up to the first. */
    private static long stops(long word) {
        long quotes = (word ^ QUOTES) - ONES;
        long backslashes = (word ^ BACKSLASHES) - ONES;
        return (quotes | backslashes | (word - SPACES) | word) & HIGH_BITS;
    }

    /** The text of bytes that are ASCII. The constructor is deprecated for taking no charset; here it has just to copy. */
    @SuppressWarnings("deprecation")
    static String ascii(byte[] buf, int from, int to) {
        return new String(buf, 0, from, to - from);
    }

    /** Starts on another text, and forgets the one before. */
    void begin() {
        isWide = false;
        out = 0;
        broken = 0;
        mistake = "";
        text = "";
    }

    /** Lets go of what is too large to keep. */
    void release() {
        begin();
        latin = latin.length > KEPT ? new byte[1 << 10] : latin;
        wide = wide.length > KEPT / 2 ? new char[0] : wide;
    }

    /**
     * Decodes the inside of a string from {@code from} on. Behind {@code limit} stand eight bytes that are quotes or, if
     * this is the last piece, zeros.
     *
     * @return the place of the closing quote; inverted, where it stopped: so near the limit that more is needed, or at a {@link #mistake}
     */
    int take(byte[] buf, int from, int limit, boolean last) {
        int near = last ? limit : limit - LONGEST + 1;
        int p = from;
        do {
            makeRoom(limit - p);
            p = isWide ? copyWide(buf, p, limit) : copyLatin(buf, p, limit);
            if (p >= near || buf[p] == '"') {
                return p >= near ? ~p : p;
            }
            p = takeSpecial(buf, p);
        } while (p >= 0);
        return p;
    }

    /** Tells what the string has that no string may have; empty if there is none. */
    String mistake() {
        return mistake;
    }

    /** The text decoded. */
    String text() {
        text = isWide ? new String(wide, 0, out) : new String(latin, 0, out, StandardCharsets.ISO_8859_1);
        return text;
    }

    /** True if the text has characters whose bytes are no UTF-8. */
    boolean isBroken() {
        return broken > 0;
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

    /** Makes room for as many characters as there are bytes, and a word. */
    private void makeRoom(int bytes) {
        ahead = bytes;
        int needed = out + bytes + SLACK;
        if (isWide && wide.length < needed) {
            wide = Arrays.copyOf(wide, Math.max(needed, wide.length * 2));
        } else if (!isWide && latin.length < needed) {
            latin = Arrays.copyOf(latin, Math.max(needed, latin.length * 2));
        }
    }

    /** Copies Latin-1 and short escapes up to anything else or the limit, ASCII eight bytes at a time. */
    private int copyLatin(byte[] from, int start, int limit) {
        byte[] to = latin;
        int i = start;
        int o = out;
        while (true) { // what stands behind the limit ends this at the latest
            long word = (long) WORD.get(from, i);
            WORD.set(to, o, word);
            long stops = stops(word);
            if (stops == 0) {
                i += 8;
                o += 8;
                word = (long) WORD.get(from, i);
                WORD.set(to, o, word);
                stops = stops(word);
                if (stops == 0) {
                    i += 8;
                    o += 8;
                    continue;
                }
            }
            int plain = Long.numberOfTrailingZeros(stops) >>> 3;
            i += plain;
            o += plain;
            byte two = i + 1 < limit ? latinOfTwo(from[i], from[i + 1]) : 0;
            if (two == 0) {
                break;
            }
            to[o++] = two;
            i += 2;
        }
        out = o;
        return i;
    }

    /** The character of Latin-1 that two bytes stand for, a short escape or beyond ASCII; 0 if they stand for none. */
    private static byte latinOfTwo(int first, int second) {
        if (first == '\\') {
            return unescaped((byte) second);
        }
        boolean latin = first >> 1 == (byte) 0xC2 >> 1 && isContinuation(second);
        return latin ? (byte) (first << 6 | (second & 0x3f)) : 0;
    }

    /** Copies ASCII, short escapes and characters of two or three bytes up to something else. */
    private int copyWide(byte[] bytes, int start, int limit) {
        char[] chars = wide;
        int i = start;
        int o = out;
        while (i + 2 < limit) {
            int c = bytes[i];
            if (c == '\\') {
                byte escaped = unescaped(bytes[i + 1]);
                if (escaped == 0) {
                    break;
                }
                chars[o++] = (char) escaped;
                i += 2;
            } else if (c >= 0) {
                int plain = copyAscii(bytes, i, chars, o);
                if (plain == 0) {
                    break;
                }
                i += plain;
                o += plain;
            } else if (c >> 4 == -2 && isThree(c, bytes[i + 1], bytes[i + 2])) {
                chars[o++] = three(c, bytes[i + 1], bytes[i + 2]);
                i += 3;
            } else if (isTwo(c, bytes[i + 1])) {
                chars[o++] = two(c, bytes[i + 1]);
                i += 2;
            } else {
                break;
            }
        }
        out = o;
        return i;
    }

    /** Copies a run of plain ASCII, which what stands behind the limit ends at the latest; how many. */
    private static int copyAscii(byte[] bytes, int from, char[] chars, int to) {
        int i = from;
        int o = to;
        long word = (long) WORD.get(bytes, i);
        while (stops(word) == 0) {
            chars[o] = (char) (word & 0xff);
            chars[o + 1] = (char) (word >>> 8 & 0xff);
            chars[o + 2] = (char) (word >>> 16 & 0xff);
            chars[o + 3] = (char) (word >>> 24 & 0xff);
            chars[o + 4] = (char) (word >>> 32 & 0xff);
            chars[o + 5] = (char) (word >>> 40 & 0xff);
            chars[o + 6] = (char) (word >>> 48 & 0xff);
            chars[o + 7] = (char) (word >>> 56);
            i += 8;
            o += 8;
            word = (long) WORD.get(bytes, i);
        }
        int end = i + (Long.numberOfTrailingZeros(stops(word)) >>> 3); // shorter than to look at each byte
        while (i < end) {
            chars[o++] = (char) bytes[i++];
        }
        return i - from;
    }

    /** Takes what is not copied: an escape, a character of several bytes, or what may not be in a string. */
    private int takeSpecial(byte[] buf, int p) {
        int c = buf[p];
        if (c == '\\') {
            return takeEscape(buf, p + 1);
        } else if (c < 0) {
            return takeCharacter(buf, p, c);
        } else if (c < ' ') {
            return refuse("a control character in a string", p);
        }
        put((char) c);
        return p + 1;
    }

    private int refuse(String what, int p) {
        mistake = what;
        return ~p;
    }

    private void put(char c) {
        if (!isWide && c <= 0xff) {
            latin[out++] = (byte) c;
            return;
        }
        if (!isWide) {
            isWide = true;
            makeRoom(ahead);
            for (int i = 0; i < out; i++) {
                wide[i] = (char) (latin[i] & 0xff);
            }
        }
        wide[out++] = c;
    }

    private int takeEscape(byte[] buf, int p) {
        byte escaped = unescaped(buf[p]);
        if (escaped != 0) {
            put((char) escaped);
            return p + 1;
        } else if (buf[p] != 'u') {
            return refuse("an unknown escape in a string", p);
        }
        int unit = 0;
        for (int i = p + 1; i <= p + 4; i++) {
            int digit = Character.digit(buf[i], 16);
            if (digit < 0) {
                return refuse("four hexadecimal digits must follow \\u", i);
            }
            unit = unit << 4 | digit;
        }
        put((char) unit);
        return p + 5;
    }

    /** Takes one character of several bytes, or those bytes of a broken one for which the JDK makes one replacement. */
    private int takeCharacter(byte[] buf, int p, int lead) {
        int second = buf[p + 1];
        int third = buf[p + 2];
        int fourth = buf[p + 3];
        if (isTwo(lead, second)) {
            put(two(lead, second));
            return p + 2;
        } else if (lead >> 4 == -2 && isThree(lead, second, third)) {
            put(three(lead, second, third));
            return p + 3;
        }
        int length = brokenLength(lead, second, third, fourth);
        if (length > 0) {
            return replace(buf, p, length);
        }
        int point = (lead & 7) << 18 | (second & 0x3f) << 12 | (third & 0x3f) << 6 | (fourth & 0x3f);
        put(Character.highSurrogate(point));
        put(Character.lowSurrogate(point));
        return p + 4;
    }

    private static boolean isTwo(int lead, int second) {
        return lead >> 5 == -2 && lead >= (byte) 0xC2 && isContinuation(second);
    }

    private static char two(int lead, int second) {
        return (char) ((lead & 0x1f) << 6 | (second & 0x3f));
    }

    /** True for a character of three bytes that is neither written too long nor a surrogate. */
    private static boolean isThree(int lead, int second, int third) {
        int bits = (lead & 0xf) << 6 | (second & 0x3f);
        return isContinuation(second) && isContinuation(third) && bits >= 0x20 && (bits < 0x360 || bits > 0x37f);
    }

    private static char three(int lead, int second, int third) {
        return (char) ((lead & 0xf) << 12 | (second & 0x3f) << 6 | (third & 0x3f));
    }

    private static boolean isContinuation(int c) {
        return c < (byte) 0xC0;
    }

    /** Counts the bytes that one replacement stands for, which could still have become a character; 0 for a whole one of four bytes. */
    private static int brokenLength(int lead, int second, int third, int fourth) {
        boolean four = lead >> 3 == -2;
        boolean tooShort =
                (lead == (byte) 0xE0 && second < (byte) 0xA0) || (lead == (byte) 0xF0 && second < (byte) 0x90);
        boolean tooFar = four && (lead > (byte) 0xF4 || (lead == (byte) 0xF4 && second > (byte) 0x8F));
        if ((!four && lead >> 4 != -2) || tooShort || tooFar || !isContinuation(second)) {
            return 1;
        } else if (!isContinuation(third)) {
            return 2;
        }
        return four && isContinuation(fourth) ? 0 : 3;
    }

    /** Takes bytes that are no character, of which one replacement is made, and keeps them. */
    private int replace(byte[] buf, int p, int length) {
        if (broken == brokenAt.length && broken < MOST_BROKEN) {
            int size = Math.min(MOST_BROKEN, 8 + broken * 2);
            brokenAt = Arrays.copyOf(brokenAt, size);
            brokenBytes = Arrays.copyOf(brokenBytes, size);
        }
        if (broken < MOST_BROKEN) {
            brokenAt[broken] = out;
            brokenBytes[broken] = 0;
            for (int i = length - 1; i >= 0; i--) {
                brokenBytes[broken] = brokenBytes[broken] << 8 | (buf[p + i] & 0xff);
            }
        }
        broken++;
        put(REPLACEMENT);
        return p + length;
    }
}
