package io.github.analytics4j.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** A body on its way to the reader: counted, kept if somebody wants the text, and quotable where reading fails. */
final class BodyRecorder extends FilterInputStream {
    private static final int BEFORE = 40;
    /** Enough to see what is wrong. */
    static final int QUOTE = 120;

    private final long limit;
    private final @Nullable Buffer kept; // grows by pieces: an array that doubles would hold it three times over
    private long count;
    private boolean ended;
    private byte[] lastBuffer = new byte[0];
    private int lastStart;
    private int lastLength;

    /** A body of which nothing is kept. */
    BodyRecorder(InputStream in, long limit) {
        this(in, limit, false);
    }

    BodyRecorder(InputStream in, long limit, boolean keep) {
        super(in);
        this.limit = limit;
        this.kept = keep ? new Buffer() : null;
    }

    /** Holds the masked beginning of a body that broke off; the trouble that ended it carries this as a suppressed exception. */
    static final class BrokenOff extends IOException {
        private static final long serialVersionUID = 1;
        private final String came;

        BrokenOff(String came) {
            super("the response had begun: " + came.length() + " characters of it came");
            this.came = came;
        }

        static @Nullable String text(@Nullable Throwable trouble) {
            for (Throwable each : trouble == null ? new Throwable[0] : trouble.getSuppressed()) {
                if (each instanceof BrokenOff broken) {
                    return broken.came;
                }
            }
            return null;
        }
    }

    /** More than {@code limit} bytes came. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLarge(long limit) {
            super("the body is larger than " + limit
                    + " bytes, the limit of this client; ResponseLimits.maxBytes can be raised");
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int start, int length) throws IOException {
        int read = super.read(buffer, start, length);
        ended = read < 0;
        if (read > 0) {
            count += read;
            if (count > limit) {
                throw new TooLarge(limit);
            }
            lastBuffer = buffer;
            lastStart = start;
            lastLength = read;
            if (kept != null) {
                kept.write(buffer, start, read);
            }
        }
        return read;
    }

    /** Everything that was read, once, or nothing if it was not kept. */
    String text() {
        return kept == null ? "" : kept.readUtf8();
    }

    boolean isEmpty() {
        return count == 0;
    }

    /**
     * Quotes the text around a place. The reader's own buffer still holds the last piece it read, so good responses pay nothing
     * for this.
     */
    @Nullable
    String quote(long offset, int most, SecretMask mask) {
        long first = count - lastLength;
        long from = Math.max(offset - BEFORE, first);
        if (from >= count || lastLength == 0) {
            return null;
        }
        int margin = mask.margin();
        long begin = Math.max(from - margin, first);
        long to = Math.min(from + most, count);
        String before = text(begin, from);
        String quoted = text(from, to);
        String after = text(to, Math.min(to + margin, count));
        return mask.window(
                before + quoted + after,
                before.length(),
                before.length() + quoted.length(),
                begin > 0,
                to + margin < count || !ended);
    }

    private String text(long from, long to) {
        int start = lastStart + (int) (from - (count - lastLength));
        return new String(lastBuffer, start, (int) (to - from), StandardCharsets.UTF_8);
    }
}
