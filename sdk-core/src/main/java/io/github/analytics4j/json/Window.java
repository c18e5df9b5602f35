package io.github.analytics4j.json;

import io.github.analytics4j.json.JsonSyntaxException.Problem;
import java.io.IOException;
import java.io.InputStream;

/**
 * The part of a document that is in memory: {@code buf[pos..limit)} is yet to be read. Refilling moves what is still
 * needed (from {@code mark}, or else from {@code pos}) to the front, so that a token always lies in one piece; the buffer
 * doubles when one token fills it, which keeps the copying linear.
 */
class Window {
    private static final int INITIAL = 16 << 10;
    /** Bytes behind {@code limit} that may be looked at, in words of eight, though they mean nothing. */
    static final int SLACK = 8;
    /** A buffer that grew past this for one document is not kept for the next. */
    private static final int KEPT = 1 << 20;

    private static final int NO_MARK = -1;

    /** Eight quotes: what always stands behind {@code limit}, so that who looks for the end of a string need not look there. */
    private static final long STOP = '"' * 0x0101010101010101L;

    byte[] buf = new byte[INITIAL + SLACK];
    int pos;
    int limit;

    private int mark = NO_MARK;
    private long base;
    private InputStream source = InputStream.nullInputStream();
    private Frames places = new Frames(JsonLimits.DEFAULT, null);
    JsonLimits limits = JsonLimits.DEFAULT;

    /** Starts on another document; errors name their place by {@code frames}. */
    final void open(InputStream in, JsonLimits documentLimits, Frames frames) {
        source = in;
        limits = documentLimits;
        places = frames;
        pos = 0;
        limit = 0;
        base = 0;
        mark = NO_MARK;
    }

    /** Lets go of the document, and of a buffer too large to keep. */
    void release() {
        open(InputStream.nullInputStream(), JsonLimits.DEFAULT, new Frames(JsonLimits.DEFAULT, null));
        if (buf.length > KEPT) {
            buf = new byte[INITIAL + SLACK];
        }
    }

    /** Where {@code pos} is in the document. */
    final long offset() {
        return base + pos;
    }

    /** Keeps everything from here on in the buffer, until {@link #letGo}. */
    final void hold() {
        mark = pos;
    }

    /** Where that is now which was held. */
    final int letGo() {
        int held = mark;
        mark = NO_MARK;
        return held;
    }

    /** Gets more bytes behind {@code limit}; false at the end of the document. Indexes into {@code buf} may change. */
    final boolean refill() throws IOException {
        if (limit == buf.length - SLACK) {
            makeRoom();
        }
        int read;
        do {
            read = source.read(buf, limit, buf.length - SLACK - limit);
        } while (read == 0);
        if (read < 0) {
            return false;
        }
        limit += read;
        Tokens.WORD.set(buf, limit, STOP);
        if (base + limit > limits.maxDocumentBytes()) {
            throw overLimit("the document is longer than " + limits.maxDocumentBytes() + " bytes", "maxDocumentBytes");
        }
        return true;
    }

    private void makeRoom() {
        int keep = mark == NO_MARK ? pos : mark;
        if (limit - keep > limits.maxStringBytes()) {
            throw tooLong();
        }
        byte[] to = buf;
        if (keep == 0) {
            to = new byte[grown() + SLACK];
        }
        System.arraycopy(buf, keep, to, 0, limit - keep);
        buf = to;
        base += keep;
        pos -= keep;
        limit -= keep;
        mark = mark == NO_MARK ? NO_MARK : 0;
    }

    /** Twice as much, but no more than a value that is too long takes to be seen. */
    private int grown() {
        long enough = Math.min((long) limits.maxStringBytes() + INITIAL, Integer.MAX_VALUE - 64L);
        long twice = 2L * (buf.length - SLACK);
        return (int) (twice < limits.maxStringBytes() ? twice : Math.max(enough, buf.length - SLACK + 1L));
    }

    final JsonSyntaxException tooLong() {
        return overLimit("a single value is longer than " + limits.maxStringBytes() + " bytes", "maxStringBytes");
    }

    final JsonSyntaxException fail(Problem problem, String what) {
        return new JsonSyntaxException(problem, what, places.shownPath(), offset(), null);
    }

    /** What to throw where a limit is passed that can be raised. */
    final JsonSyntaxException overLimit(String what, String option) {
        return new JsonSyntaxException(Problem.OVER_LIMIT, what, places.shownPath(), offset(), option);
    }

    /** What to throw where something else was due; {@code found} is -1 at the end of the document. */
    final JsonSyntaxException unexpected(int found, String due) {
        if (found < 0) {
            return fail(Problem.TRUNCATED, "the document ends where " + due + " was expected");
        }
        String shown = found > ' ' && found < 0x7f ? "'" + (char) found + "'" : "byte 0x" + Integer.toHexString(found);
        return fail(Problem.MALFORMED, "expected " + due + " but found " + shown);
    }

    /** Tells of bytes in the value that is being read that are no UTF-8. */
    final void tellBroken(String repairedJson) {
        places.keep(Deviation.Kind.ENCODING, repairedJson, "text in UTF-8");
    }

    /** How deep the reader already is. */
    final int depth() {
        return places.depth();
    }
}
