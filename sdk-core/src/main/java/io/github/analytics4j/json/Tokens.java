package io.github.analytics4j.json;

import io.github.analytics4j.json.JsonSyntaxException.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Finds the tokens of a document. A string or number that was found lies at {@code buf[from..to)} until the next token is
 * asked for. Strings are scanned eight bytes at a time.
 */
final class Tokens extends Window {
    static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    static final long HIGH_BITS = 0x8080808080808080L;
    private static final long ONES = 0x0101010101010101L;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final long QUOTES = '"' * ONES;
    private static final long SPACES = ' ' * ONES;

    int from;
    int to;
    private boolean escaped;
    private long highBits;

    private final TextDecoder decoder = new TextDecoder(this);
    private final TextCache cache = new TextCache();
    private final Skipper skipper = new Skipper(this);

    @Override
    void release() {
        super.release();
        decoder.release();
    }

    /** The next byte that is no whitespace, without taking it; -1 at the end. */
    int peek() throws IOException {
        if (pos < limit && buf[pos] > ' ') {
            return buf[pos];
        }
        return peekOn();
    }

    private int peekOn() throws IOException {
        do {
            while (pos < limit) {
                int c = buf[pos] & 0xff;
                if (c > ' ' || (c != ' ' && c != '\n' && c != '\r' && c != '\t')) {
                    return c;
                }
                pos++;
            }
        } while (refill());
        return -1;
    }

    /** Takes the colon after a name; the next byte is then the first of the value. */
    void colon() throws IOException {
        if (pos + 1 < limit && buf[pos] == ':' && buf[pos + 1] > ' ') {
            pos++;
        } else {
            colonOn();
        }
    }

    private void colonOn() throws IOException {
        int c = peek();
        if (c != ':') {
            throw unexpected(c, "':'");
        }
        pos++;
        if (pos == limit || buf[pos] <= ' ') {
            c = peek();
            if (c < 0) {
                throw unexpected(c, "a value");
            }
        }
    }

    /** Takes a comma (true) or the closing bracket (false). */
    boolean comma(char close) throws IOException {
        int c = peek();
        if (c != ',' && c != close) {
            throw unexpected(c, "',' or '" + close + "'");
        }
        pos++;
        if (c == ',' && peek() < 0) {
            throw unexpected(-1, "a value");
        }
        return c == ',';
    }

    /** Takes the string that starts here; the quotes are outside {@code from} and {@code to}. */
    void string() throws IOException {
        int end = plainEnd();
        if (end < 0) {
            longString();
            return;
        }
        took(pos + 1, end, true);
    }

    /** Where the string that starts here ends, if it is plain and lies in the window; else -1. */
    private int plainEnd() {
        byte[] bytes = buf;
        int p = pos - 7;
        long stops;
        do { // the quotes behind the window end this at the latest
            p += 8;
            long word = (long) WORD.get(bytes, p);
            stops = stops(word) | (word & HIGH_BITS);
        } while (stops == 0);
        p += Long.numberOfTrailingZeros(stops) >>> 3;
        return p < limit && bytes[p] == '"' ? p : -1;
    }

    /** Takes a token that was found, all of it plain: goes on behind it. */
    void took(int start, int end, boolean quoted) {
        escaped = false;
        highBits = 0;
        from = start;
        to = end;
        pos = quoted ? end + 1 : end;
    }

    /** Takes a string of any kind. Its quote stays at {@code pos} until its end is found, which keeps it in the window. */
    private void longString() throws IOException {
        escaped = false;
        highBits = 0;
        int p = scan(pos + 1);
        while (buf[p] != '"') {
            escaped = true;
            p = scan(escape(p));
        }
        from = pos + 1;
        to = p;
        pos = p + 1;
    }

    /** The next quote or backslash from {@code p} on. */
    private int scan(int start) throws IOException {
        int p = start;
        while (true) {
            p = plainUntil(p);
            if (p == limit) {
                p = more(p);
            } else if (buf[p] == '"' || buf[p] == '\\') {
                return p;
            } else {
                pos = p;
                throw fail(Problem.MALFORMED, "a control character in a string");
            }
        }
    }

    /** The first byte from {@code p} on that is a quote, a backslash or a control character; {@code limit} if none is. */
    private int plainUntil(int p) {
        byte[] bytes = buf;
        int end = limit;
        long high = 0;
        for (; p + 8 <= end; p += 8) {
            long word = (long) WORD.get(bytes, p);
            long stops = stops(word) & ~word;
            if (stops != 0) {
                int zeros = Long.numberOfTrailingZeros(stops) & ~7;
                highBits |= high | (word & ((1L << zeros) - 1));
                return p + (zeros >>> 3);
            }
            high |= word;
        }
        while (p < end && (bytes[p] < 0 || isPlain(bytes[p]))) {
            high |= bytes[p++];
        }
        highBits |= high;
        return p;
    }

    /**
     * The high bits of those of eight bytes that are a quote, a backslash or a control character, exact up to the first;
     * beyond ASCII it may be set or not.
     */
    static long stops(long word) {
        long quotes = (word ^ QUOTES) - ONES;
        long backslashes = (word ^ BACKSLASHES) - ONES;
        return (quotes | backslashes | (word - SPACES)) & HIGH_BITS;
    }

    /** True for a character of ASCII that stands for itself in a string. */
    static boolean isPlain(byte c) {
        return c >= ' ' && c != '"' && c != '\\';
    }

    /** Takes the escape at {@code p}, a backslash, checking it; the index behind it. */
    private int escape(int p) throws IOException {
        p = p + 1 == limit ? more(p + 1) : p + 1;
        if (buf[p] == 'u') {
            for (int i = 0; i < 4; i++) {
                p = p + 1 == limit ? more(p + 1) : p + 1;
                if (Character.digit(buf[p], 16) < 0) {
                    pos = p;
                    throw fail(Problem.MALFORMED, "four hexadecimal digits must follow \\u");
                }
            }
        } else if (Escapes.of(buf[p]) == 0) {
            pos = p;
            throw fail(Problem.MALFORMED, "an unknown escape in a string");
        }
        return p + 1;
    }

    /** Gets more of a string that goes on at {@code p}; where that is now. */
    private int more(int p) throws IOException {
        int ahead = p - pos;
        if (!refill()) {
            pos = p;
            throw fail(Problem.TRUNCATED, "the document ends inside a string");
        }
        return pos + ahead;
    }

    /** True if the string found last is written without escapes and in ASCII: its bytes are its characters. */
    boolean plain() {
        return !escaped && (highBits & HIGH_BITS) == 0;
    }

    /** True if the string found last has no escapes: its bytes are its text in UTF-8. */
    boolean verbatim() {
        return !escaped;
    }

    /** The string found last. */
    String text() {
        if (plain()) {
            return ascii(buf, from, to);
        }
        pos = from - 1;
        try {
            return decoder.read();
        } catch (IOException e) {
            throw new UncheckedIOException("what was found is in the window", e);
        }
    }

    /** The text of bytes that are ASCII. The constructor is deprecated for taking no charset; here it has just to copy. */
    @SuppressWarnings("deprecation")
    static String ascii(byte[] buf, int from, int to) {
        return new String(buf, 0, from, to - from);
    }

    /** Takes the string that starts here: its text, made in one pass. */
    String takeText() throws IOException {
        int start = pos + 1;
        int end = plainEnd();
        if (end < 0) {
            String text = decoder.read();
            tellBroken();
            return text;
        }
        pos = end + 1;
        return ascii(buf, start, end);
    }

    /** As {@link #takeText}; if the text is short and recurs, the same object. */
    String takeShared() throws IOException {
        String text = takeName();
        tellBroken();
        return text;
    }

    /** As {@link #takeShared}, of a name: of its bytes that are no UTF-8 is to be told when its place is known. */
    String takeName() throws IOException {
        int start = pos + 1;
        int end = plainEnd();
        if (end < 0) {
            string();
            return cachedText();
        }
        pos = end + 1;
        return cache.get(buf, start, end);
    }

    /** Tells of bytes that are no UTF-8 in the text decoded last, once. */
    void tellBroken() {
        if (decoder.isBroken()) {
            tellBroken(Surrogates.quote(decoder.repaired()));
            decoder.forgetBroken();
        }
    }

    /** The string found last; if it is short and recurs, the same object. */
    String cachedText() {
        return plain() ? cache.get(buf, from, to) : text();
    }

    /** Takes the characters of the number that starts here, without checking their order. */
    void number() throws IOException {
        int length = 0;
        do {
            while (pos + length < limit && Numbers.isPart(buf[pos + length])) {
                length++;
            }
        } while (pos + length == limit && refill());
        took(pos, pos + length, false);
    }

    /** What to throw for the number taken last, which is none: at the end of the document it may only be cut off. */
    JsonSyntaxException badNumber() {
        buf[limit] = '0';
        if (pos == limit && new Numbers().parse(buf, from, to + 1) == to + 1) {
            return fail(Problem.TRUNCATED, "the document ends inside a number");
        }
        return fail(Problem.MALFORMED, "a malformed number");
    }

    /** Takes {@code true}, {@code false} or {@code null}, whose first letter is here. */
    void literal(String word) throws IOException {
        for (int i = 0; i < word.length(); i++) {
            if (pos == limit && !refill()) {
                throw unexpected(-1, "'" + word + "'");
            }
            if (buf[pos] != word.charAt(i)) {
                throw unexpected(buf[pos] & 0xff, "'" + word + "'");
            }
            pos++;
        }
    }

    /** Takes the whole value that starts here, of whatever kind, as its text. */
    String capture() throws IOException {
        hold();
        skipper.skip();
        int start = letGo();
        if (pos - start > limits.maxStringBytes()) {
            throw tooLong();
        }
        String text = new String(buf, start, pos - start, StandardCharsets.UTF_8);
        if (text.indexOf(TextDecoder.REPLACEMENT) >= 0) {
            String repaired = TextDecoder.repaired(buf, start, pos);
            if (!repaired.equals(text)) {
                tellBroken(repaired);
            }
        }
        return text;
    }

    /** Takes a byte order mark at the start of the document. */
    void byteOrderMark() throws IOException {
        while (limit - pos < 3 && refill()) {
            // until three bytes are here or the document is over
        }
        if (limit - pos >= 3 && buf[pos] == (byte) 0xEF && buf[pos + 1] == (byte) 0xBB && buf[pos + 2] == (byte) 0xBF) {
            pos += 3;
        }
    }
}
