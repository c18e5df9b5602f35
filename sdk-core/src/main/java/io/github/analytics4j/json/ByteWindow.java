package io.github.analytics4j.json;

import io.github.analytics4j.json.JsonSyntaxException.Problem;
import java.io.IOException;
import java.io.InputStream;

/**
 * Takes what stands between the values of a document, and holds the part of it that is in memory: {@code buf[pos..limit)}
 * is yet to be read. Refilling moves what is still needed (from {@code mark}, or else from {@code pos}) to the front, so
 * that a number or a value kept as its text lies in one piece; the buffer doubles when one of them fills it, which keeps
 * the copying linear. Only {@link ByteReader} sees the bytes.
 */
abstract class ByteWindow {
    static final int NO_MARK = -1;

    private static final int INITIAL = 16 << 10;
    /** A buffer that grew past this for one document is not kept for the next. */
    private static final int KEPT = 1 << 20;

    /** As much as a field takes whose value is a number, a time or a word: its name, too. */
    private static final int AHEAD = 128;

    /** Eight quotes: what always stands behind {@code limit}, so that who looks for the end of a string need not look there. */
    private static final long STOP = '"' * 0x0101010101010101L;

    byte[] buf = new byte[INITIAL + TextDecoder.SLACK];
    int pos;
    int limit;
    /** Everything from here on stays in the buffer. */
    int mark = NO_MARK;

    private long base;
    private boolean over;
    private int ahead;
    private InputStream source = InputStream.nullInputStream();
    JsonLimits limits = JsonLimits.DEFAULT;
    OpenValues frames = new OpenValues(JsonLimits.DEFAULT, null);

    /** Starts on a document; errors name their place by {@code frames}. */
    final void start(InputStream in, JsonLimits documentLimits, OpenValues documentFrames) {
        source = in;
        limits = documentLimits;
        frames = documentFrames;
        pos = 0;
        limit = 0;
        base = 0;
        over = false;
        ahead = Math.min(AHEAD, documentLimits.maxStringBytes()); // refilling refuses to keep more
        mark = NO_MARK;
    }

    /** Lets go of the document, and of a buffer too large to keep. */
    final void release() {
        start(InputStream.nullInputStream(), JsonLimits.DEFAULT, new OpenValues(JsonLimits.DEFAULT, null));
        if (buf.length > KEPT) {
            buf = new byte[INITIAL + TextDecoder.SLACK];
        }
    }

    /** The next byte that is no whitespace, without taking it; -1 at the end. */
    final int peek() throws IOException {
        if (pos < limit && buf[pos] > ' ') {
            return buf[pos];
        }
        return peekOn();
    }

    private int peekOn() throws IOException {
        boolean first = offset() == 0;
        do {
            while (pos < limit) {
                int c = buf[pos] & 0xff;
                if (first && c == 0xEF && isByteOrderMark()) {
                    pos += 3;
                } else if (c > ' ' || (c != ' ' && c != '\n' && c != '\r' && c != '\t')) {
                    return c;
                } else {
                    pos++;
                }
                first = false;
            }
        } while (refill());
        return -1;
    }

    private boolean isByteOrderMark() throws IOException {
        return has(3) && buf[pos + 1] == (byte) 0xBB && buf[pos + 2] == (byte) 0xBF;
    }

    /** Takes the byte that was peeked at. */
    final void take() {
        pos++;
    }

    /** Takes the colon after a name; the next byte is then the first of the value. */
    final void colon() throws IOException {
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
        expectValue();
    }

    private void expectValue() throws IOException {
        if (peek() < 0) {
            throw unexpected(-1, "a value");
        }
    }

    /** Takes a comma (true) or the closing bracket (false). */
    final boolean comma(char close) throws IOException {
        reach();
        int c = peek();
        if (c != ',' && c != close) {
            throw unexpected(c, "',' or '" + close + "'");
        }
        pos++;
        if (c == ',') {
            expectValue();
        }
        return c == ',';
    }

    /** Takes {@code true}, {@code false} or {@code null}, whose first letter is here. */
    final void literal(String word) throws IOException {
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

    /** Counts the bytes of the document before the next one. */
    final long offset() {
        return base + pos;
    }

    /** True if at least so many bytes of the document are left; they are at hand then. */
    final boolean has(int bytes) throws IOException {
        while (limit - pos < bytes) {
            if (!refill()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Gets more bytes if those at hand may cut off the next field. C2 leaves out branches that were hardly ever taken, and throws away
     * what it compiled when one is: without this, the first number or word at the end of a piece did that to the reader of all records.
     */
    final void reach() throws IOException {
        while (limit - pos < ahead && refill()) {
            // it takes as many reads as it takes
        }
    }

    /**
     * Gets more bytes behind {@code limit}; false at the end of the document. Indexes into {@code buf} may change.
     *
     * <p>One method of more than the 325 bytecodes beyond which C2 inlines nothing: in smaller ones, each reader of tokens came to
     * carry a copy of all that reads from the network, and compiling it took a third of a first pass.
     */
    final boolean refill() throws IOException {
        int size = buf.length - TextDecoder.SLACK;
        if (limit == size) {
            int keep = mark == NO_MARK ? pos : mark;
            if (limit - keep > limits.maxStringBytes()) {
                throw tooLong();
            }
            byte[] to = buf;
            if (keep == 0) { // twice as much, but no more than a value that is too long takes to be seen
                long enough = Math.min((long) limits.maxStringBytes() + INITIAL, Integer.MAX_VALUE - 64L);
                boolean doubles = 2L * size < limits.maxStringBytes();
                size = (int) (doubles ? 2L * size : Math.max(enough, size + 1L));
                to = new byte[size + TextDecoder.SLACK];
            }
            System.arraycopy(buf, keep, to, 0, limit - keep);
            buf = to;
            base += keep;
            pos -= keep;
            limit -= keep;
            mark = mark == NO_MARK ? NO_MARK : 0;
            TextDecoder.WORD.set(buf, limit, STOP); // also where the document turns out to be over
        }
        int read = 0;
        while (read == 0 && !over) {
            read = source.read(buf, limit, size - limit);
            over = read < 0;
        }
        if (over) {
            return false;
        }
        limit += read;
        TextDecoder.WORD.set(buf, limit, STOP);
        if (base + limit > limits.maxDocumentBytes()) {
            throw overLimit("the document is longer than " + limits.maxDocumentBytes() + " bytes", "maxDocumentBytes");
        }
        return true;
    }

    /** Makes the exception for a document that breaks the grammar here. */
    final JsonSyntaxException fail(Problem problem, String what) {
        return new JsonSyntaxException(problem, what, frames.shownPath(), offset(), null);
    }

    /** Makes the exception for a document that passes a limit here which can be raised. */
    final JsonSyntaxException overLimit(String what, String option) {
        return new JsonSyntaxException(Problem.OVER_LIMIT, what, frames.shownPath(), offset(), option);
    }

    final JsonSyntaxException tooLong() {
        return overLimit("a single value is longer than " + limits.maxStringBytes() + " bytes", "maxStringBytes");
    }

    /** Makes the exception for a value that nests one level too deep. */
    final JsonSyntaxException tooDeep() {
        return overLimit("nested deeper than " + limits.maxDepth() + " levels", "maxDepth");
    }

    /** Makes the exception for a byte that was not due here; {@code found} is -1 at the end of the document. */
    final JsonSyntaxException unexpected(int found, String due) {
        if (found < 0) {
            return fail(Problem.TRUNCATED, "the document ends where " + due + " was expected");
        }
        String shown = found > ' ' && found < 0x7f ? "'" + (char) found + "'" : "byte 0x" + Integer.toHexString(found);
        return fail(Problem.MALFORMED, "expected " + due + " but found " + shown);
    }
}
