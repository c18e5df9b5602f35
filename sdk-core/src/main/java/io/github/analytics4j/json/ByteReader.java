package io.github.analytics4j.json;

import io.github.analytics4j.json.JsonSyntaxException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tokens of a JSON document from a stream of bytes, and checks them. No other class keeps a place in the bytes: a
 * number, a time or a name is matched where it lies, by the class that this one shows the place to.
 */
final class ByteReader extends ByteWindow {
    /** A string shorter than this is read in one piece also where the bytes at hand end in the middle of it. */
    private static final int SHORT = 64;

    /** The index in {@code buf} of the number or time taken last, with its quote. */
    private int taken;

    private final TextDecoder decoder = new TextDecoder();
    private final TextCache cache = new TextCache();
    private String unknownName = "";

    private final Numbers skipped = new Numbers();
    /** The objects among the values that a skip has open, by depth; {@link #open} counts all of these values. */
    private final BitSet objects = new BitSet();

    private int open;

    private ByteReader() {}

    /** Starts on a document, which is not closed here; errors name their place by {@code frames}. */
    static ByteReader open(InputStream source, JsonLimits limits, OpenValues frames) {
        ByteReader reader = Idle.take();
        reader.start(source, limits, frames);
        return reader;
    }

    /** Lets go of the document, and hands the buffers to the next reader. To be called once. */
    void close() {
        release();
        decoder.release();
        skipped.release();
        unknownName = "";
        Idle.keep(this);
    }

    /** Takes the name that starts here. Which of the fields' names it is, or -1: then {@link #unknownName} has it. */
    int name(JsonFields fields, int previous) throws IOException {
        int name = fields.expected(previous, buf, pos + 1, limit);
        if (name < 0) {
            return nameOutOfOrder(fields, previous);
        }
        pos += fields.length(name) + 1;
        return name;
    }

    private int nameOutOfOrder(JsonFields fields, int previous) throws IOException {
        int start = plain();
        int name;
        if (start >= 0) {
            name = fields.find(buf, start, pos - 1, previous);
            if (name < 0) {
                unknownName = cache.get(buf, start, pos - 1);
            }
        } else {
            unknownName = decode();
            byte[] bytes = unknownName.getBytes(StandardCharsets.UTF_8);
            name = fields.find(bytes, 0, bytes.length, previous);
        }
        return name;
    }

    /** The name taken last by {@link #name}, where it was none of the fields'; tell of its bytes when its place is known. */
    String unknownName() {
        return unknownName;
    }

    /** Takes the string that starts here: its text, made in one pass. */
    String text() throws IOException {
        int start = plain();
        if (start >= 0) {
            return TextDecoder.ascii(buf, start, pos - 1);
        }
        String text = decode();
        tellBroken();
        return text;
    }

    /**
     * Takes the string that starts here, of a small set: if it is short and recurs, its text is the same object. {@link
     * #tellBroken} is to be called when its place is known.
     */
    String recurring() throws IOException {
        int start = plain();
        return start >= 0 ? cache.get(buf, start, pos - 1) : decode();
    }

    /** Tells of bytes that are no UTF-8 in the text decoded last, once. */
    void tellBroken() {
        if (decoder.isBroken()) {
            frames.keep(Deviation.Kind.ENCODING, Json.quote(decoder.repaired()), "text in UTF-8");
            decoder.begin();
        }
    }

    /** Takes the string that starts here if it is plain and in one piece; where its text starts, or -1. */
    private int plain() throws IOException {
        int end = TextDecoder.plainEnd(buf, pos + 1);
        if (end >= limit) {
            end = plainOn();
        }
        if (end < 0 || buf[end] != '"') {
            return -1;
        }
        int start = pos + 1;
        pos = end + 1;
        return start;
    }

    /** Gets more of a string that the bytes at hand cut off, if it may be a short one; where what is plain of it ends. */
    private int plainOn() throws IOException {
        while (limit - pos < SHORT && refill()) {
            int end = TextDecoder.plainEnd(buf, pos + 1);
            if (end < limit) {
                return end;
            }
        }
        return -1;
    }

    /** Takes the string that starts here, of whatever kind and length, without holding its bytes. */
    private String decode() throws IOException {
        decodeString(true);
        return decoder.text();
    }

    /** Decodes the string that starts here, and drops what was decoded if it is not wanted. */
    private void decodeString(boolean wanted) throws IOException {
        decoder.begin();
        int end = decoder.take(buf, pos + 1, limit, false);
        if (end < 0) {
            end = decodeOn(~end, wanted);
        }
        pos = end + 1;
        if (!wanted) {
            decoder.begin();
        }
    }

    /**
     * Goes on with a string that the bytes at hand cut off at {@code stop}, piece by piece; the place of its closing quote. Apart from
     * {@link #decodeString}, so that what happens once in some pages is one branch there.
     */
    private int decodeOn(int stop, boolean wanted) throws IOException {
        long start = offset();
        int end = ~stop;
        boolean last = false;
        while (end < 0) {
            pos = ~end;
            if (pos < limit && !decoder.mistake().isEmpty()) {
                throw fail(Problem.MALFORMED, decoder.mistake());
            }
            if (!wanted) {
                decoder.begin();
            }
            if (offset() - start > limits.maxStringBytes()) {
                throw tooLong();
            }
            last = !refill();
            if (last && pos == limit) {
                throw fail(Problem.TRUNCATED, "the document ends inside a string");
            } else if (last) {
                Arrays.fill(buf, limit, limit + TextDecoder.SLACK, (byte) 0);
            }
            end = decoder.take(buf, pos, limit, last);
        }
        return end;
    }

    /** Takes the number that starts here, also one in quotes; false, and takes nothing, if there is none. */
    boolean number(Numbers number) throws IOException {
        boolean quoted = peek() == '"';
        int end = number.parse(buf, quoted ? pos + 1 : pos, limit);
        if (end >= 0 && end < limit && (quoted ? buf[end] == '"' : !Numbers.isPart(buf[end]))) {
            took(end, quoted);
            return true;
        }
        return pos < limit && numberOn(number, quoted);
    }

    /** As {@link #number}, of one that the bytes at hand may cut off. */
    private boolean numberOn(Numbers number, boolean quoted) throws IOException {
        int start = quoted ? 1 : 0;
        int length = start;
        if (!quoted && buf[pos] != '-' && (buf[pos] < '0' || buf[pos] > '9')) {
            return false;
        }
        do {
            while (pos + length < limit && Numbers.isPart(buf[pos + length])) {
                length++;
            }
        } while (pos + length == limit && refill());
        int end = pos + length;
        boolean whole = number.parse(buf, pos + start, end) == end;
        if (!whole && !quoted) {
            throw badNumber(end);
        }
        if (whole && (!quoted || (end < limit && buf[end] == '"'))) {
            took(end, quoted);
            return true;
        }
        return false;
    }

    /** Makes the exception for a text up to {@code end} that is no number; at the end of the document it may only be cut off. */
    private JsonSyntaxException badNumber(int end) {
        int start = pos;
        pos = end;
        buf[end] = '0';
        return end == limit && new Numbers().parse(buf, start, end + 1) == end + 1
                ? fail(Problem.TRUNCATED, "the document ends inside a number")
                : fail(Problem.MALFORMED, "a malformed number");
    }

    /** Takes the string that starts here if it is a time; false, and takes nothing, if it is none. */
    boolean time(TimeText time) throws IOException {
        if (peek() != '"') {
            return false;
        }
        has(TimeText.LONGEST + 1);
        int end = time.parse(buf, pos + 1, limit);
        if (end < 0 || end >= limit || buf[end] != '"') {
            return false;
        }
        took(end, true);
        return true;
    }

    private void took(int end, boolean quoted) {
        taken = pos;
        pos = quoted ? end + 1 : end;
    }

    /** True if the number taken last is in quotes. */
    boolean isQuoted() {
        return buf[taken] == '"';
    }

    /** The number or time taken last as it is written, with its quotes; to be called before anything else is taken. */
    String taken() {
        checkLength(taken);
        return TextDecoder.ascii(buf, taken, pos);
    }

    private void checkLength(int start) {
        if (pos - start > limits.maxStringBytes()) {
            throw tooLong();
        }
    }

    /** Takes the whole value that starts here, of whatever kind, as its text. */
    String capture() throws IOException {
        mark = pos;
        skip();
        int start = mark;
        mark = NO_MARK;
        checkLength(start);
        String text = new String(buf, start, pos - start, StandardCharsets.UTF_8);
        if (text.indexOf(TextDecoder.REPLACEMENT) >= 0) {
            String repaired = repaired(start);
            if (!repaired.equals(text)) {
                frames.keep(Deviation.Kind.ENCODING, repaired, "text in UTF-8");
            }
        }
        return text;
    }

    /** The text from there to here with each byte that is no UTF-8 as the character of its number. */
    private String repaired(int start) {
        CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(buf, start, pos - start);
        CharBuffer chars = CharBuffer.allocate(pos - start);
        for (CoderResult result = strict.decode(bytes, chars, true);
                !result.isUnderflow();
                result = strict.decode(bytes, chars, true)) {
            for (int i = 0; i < result.length(); i++) {
                chars.put((char) (bytes.get() & 0xff));
            }
        }
        return chars.flip().toString();
    }

    /** Passes over the value that starts here, checking it. Not recursive: nesting is counted. */
    private void skip() throws IOException {
        open = 0;
        boolean name = false;
        do {
            int c = peek();
            if (c == '"') {
                skipString();
                if (name) {
                    colon();
                }
                name = !name && closed();
            } else if (name) {
                throw unexpected(c, "a name");
            } else if ((c == '{' || c == '[') && opened(c == '{')) {
                name = c == '{';
            } else {
                skipScalar(c);
                name = closed();
            }
        } while (open > 0);
    }

    private void skipString() throws IOException {
        if (plain() < 0) {
            decodeString(false);
        }
    }

    private void skipScalar(int c) throws IOException {
        switch (c) {
            case '{', '[' -> {
                // opened, and empty: it is closed next
            }
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> {
                if (!number(skipped)) {
                    throw unexpected(c, "a value");
                }
            }
        }
    }

    /** Opens a container; false if there is nothing in it. */
    private boolean opened(boolean object) throws IOException {
        if (frames.depth() + open >= limits.maxDepth()) {
            throw tooDeep();
        }
        objects.set(open++, object);
        pos++;
        return peek() != (object ? '}' : ']');
    }

    /** After a value: closes what closes here. True if a name is next, false at the next element or the end. */
    private boolean closed() throws IOException {
        while (open > 0) {
            boolean object = objects.get(open - 1);
            if (comma(object ? '}' : ']')) {
                return object;
            }
            open--;
        }
        return false;
    }

    /** Keeps a few readers for the next document. Not per thread: with virtual threads there may be many of those. */
    private static final class Idle {
        private static final AtomicReferenceArray<@Nullable ByteReader> READERS = new AtomicReferenceArray<>(16);

        static ByteReader take() {
            for (int i = 0; i < READERS.length(); i++) {
                ByteReader idle = READERS.getPlain(i) == null ? null : READERS.getAndSet(i, null);
                if (idle != null) {
                    return idle;
                }
            }
            return new ByteReader();
        }

        static void keep(ByteReader reader) {
            for (int i = 0; i < READERS.length(); i++) {
                if (READERS.getPlain(i) == null && READERS.compareAndSet(i, null, reader)) {
                    return;
                }
            }
        }
    }
}
