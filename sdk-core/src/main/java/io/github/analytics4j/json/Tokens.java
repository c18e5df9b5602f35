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
        boolean mine = hold();
        long start = offset() + 1;
        escaped = false;
        highBits = 0;
        int p = scan(pos + 1);
        while (buf[p] != '"') {
            escaped = true;
            p = scan(escape(p));
        }
        from = at(start);
        to = p;
        pos = p + 1;
        if (mine) {
            letGo();
        }
    }

    /** The next quote or backslash from {@code p} on. */
    private int scan(int p) throws IOException {
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
        switch (buf[p]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {
                return p + 1;
            }
            case 'u' -> {
                for (int i = 0; i < 4; i++) {
                    p = p + 1 == limit ? more(p + 1) : p + 1;
                    if (Character.digit(buf[p], 16) < 0) {
                        pos = p;
                        throw fail(Problem.MALFORMED, "four hexadecimal digits must follow \\u");
                    }
                }
                return p + 1;
            }
            default -> {
                pos = p;
                throw fail(Problem.MALFORMED, "an unknown escape in a string");
            }
        }
    }

    /** Gets more of a string that goes on at {@code p}; where that is now. */
    private int more(int p) throws IOException {
        pos = p;
        if (!refill()) {
            throw fail(Problem.TRUNCATED, "the document ends inside a string");
        }
        return pos;
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
            return new String(buf, from, to - from, StandardCharsets.ISO_8859_1);
        }
        pos = from - 1;
        try {
            return decoder.read();
        } catch (IOException e) {
            throw new UncheckedIOException("what was found is in the window", e);
        }
    }

    /** Takes the string that starts here: its text, made in one pass. */
    String takeText() throws IOException {
        byte[] bytes = buf;
        int start = pos + 1;
        int end = limit;
        for (int p = start; p + 8 <= end; p += 8) {
            long word = (long) WORD.get(bytes, p);
            long stops = stops(word) | (word & HIGH_BITS);
            if (stops != 0) {
                p += Long.numberOfTrailingZeros(stops) >>> 3;
                if (bytes[p] != '"') {
                    break;
                }
                pos = p + 1;
                return new String(bytes, start, p - start, StandardCharsets.ISO_8859_1);
            }
        }
        return decoder.read();
    }

    /** The string found last; if it is short and recurs, the same object. */
    String cachedText() {
        return plain() ? cache.get(buf, from, to) : text();
    }

    /** Takes the characters of the number that starts here, without checking their order. */
    void number() throws IOException {
        boolean mine = hold();
        long start = offset();
        do {
            int p = pos;
            while (p < limit && Numbers.isPart(buf[p])) {
                p++;
            }
            pos = p;
        } while (pos == limit && refill());
        from = at(start);
        to = pos;
        if (mine) {
            letGo();
        }
    }

    /** What to throw for the number taken last, which is none: at the end of the document it may only be cut off. */
    JsonSyntaxException badNumber() {
        buf[limit] = '0';
        if (pos == limit && new Numbers().parse(buf, from, to + 1)) {
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
        boolean mine = hold();
        long start = offset();
        skipper.skip();
        if (mine) {
            letGo();
        }
        int at = at(start);
        if (pos - at > limits.maxStringBytes()) {
            throw tooLong();
        }
        return new String(buf, at, pos - at, StandardCharsets.UTF_8);
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
