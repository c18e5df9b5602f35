package io.github.analytics4j.testkit.fault;

import io.github.analytics4j.testkit.server.ArrayOutputStream;
import io.github.analytics4j.testkit.server.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Bodies that do not go well. */
public final class FaultBody {
    // Large enough that a huge body costs few calls, small enough to stay out of the way.
    private static final int PIECE = 1 << 16;

    private FaultBody() {}

    public static byte[] read(Reply.Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            body.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The first so many bytes of a body, sent; then the end that was asked for. */
    public record Cut(Reply.Body whole, long bytes, Runnable end) implements Reply.Body {
        @Override
        public long length() {
            return whole.length();
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            whole.writeTo(new CutStream(out, bytes, end));
            out.flush();
            end.run();
        }
    }

    private static final class CutStream extends ArrayOutputStream {
        private final Runnable end;
        private long left;

        CutStream(OutputStream out, long bytes, Runnable end) {
            super(out);
            this.left = bytes;
            this.end = end;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int taken = (int) Math.min(length, left);
            out.write(bytes, offset, taken);
            left -= taken;
            if (taken < length) {
                out.flush();
                end.run();
                throw new IOException("the fault ends this body here");
            }
        }
    }

    /** A body in pieces, with a pause after each. */
    public record Slow(Reply.Body whole, int bytes, Runnable pause) implements Reply.Body {
        @Override
        public long length() {
            return whole.length();
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            whole.writeTo(new SlowStream(out, bytes, pause));
        }
    }

    private static final class SlowStream extends ArrayOutputStream {
        private final int piece;
        private final Runnable pause;

        SlowStream(OutputStream out, int piece, Runnable pause) {
            super(out);
            this.piece = piece;
            this.pause = pause;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int done = 0; done < length; done += piece) {
                out.write(bytes, offset + done, Math.min(piece, length - done));
                out.flush();
                pause.run();
            }
        }
    }

    /** One text so many times over, between a beginning and an end. */
    public record Repeated(String before, String text, long times, String after) implements Reply.Body {
        @Override
        public long length() {
            return times > Long.MAX_VALUE / PIECE ? -1 : before.length() + text.length() * times + after.length();
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            int atOnce = PIECE / text.length();
            byte[] piece = text.repeat(atOnce).getBytes(StandardCharsets.US_ASCII);
            out.write(before.getBytes(StandardCharsets.US_ASCII));
            long left = times;
            for (; left >= atOnce; left -= atOnce) {
                out.write(piece);
            }
            out.write(piece, 0, (int) left * text.length());
            out.write(after.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
