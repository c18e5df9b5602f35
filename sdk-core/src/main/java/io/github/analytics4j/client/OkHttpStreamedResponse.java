package io.github.analytics4j.client;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import okhttp3.Call;
import okhttp3.Protocol;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** A response of OkHttp with its body unread. */
final class OkHttpStreamedResponse implements StreamedResponse {
    private final Call call;
    private final Response response;
    private final WireTrace trace;
    private final SecretMask mask;
    private final Runnable onClose;
    private final Body body;

    /**
     * Makes a response.
     *
     * @param trace knows the Retry-After that was kept from OkHttp
     * @param onBreak runs if the body ends too early or stays silent
     * @param onClose runs when the response is closed
     */
    OkHttpStreamedResponse(
            Call call, Response response, WireTrace trace, SecretMask mask, Runnable onBreak, Runnable onClose) {
        this.call = call;
        this.response = response;
        this.trace = trace;
        this.mask = mask;
        this.onClose = onClose;
        this.body = new Body(response.body().source(), mask, onBreak);
    }

    @Override
    public int status() {
        return response.code();
    }

    @Override
    public URI url() {
        return response.request().url().uri();
    }

    /** A link may hold whatever opens it; a validator without the key that was in it would be one of another file. */
    @Override
    public @Nullable String header(String name) {
        String value = name.equalsIgnoreCase("Retry-After") ? trace.retryAfter() : response.header(name);
        String masked = value == null || name.equalsIgnoreCase("Location") ? value : mask.text(value);
        boolean validator = name.equalsIgnoreCase("ETag") || name.equalsIgnoreCase("Last-Modified");
        return validator && masked != null && !masked.equals(value) ? null : masked;
    }

    @Override
    public ReadableByteChannel body() {
        return body;
    }

    /** As OkHttp finds the end: anything but these is read until the connection closes. */
    @Override
    public boolean endIsStated() {
        boolean framed = response.protocol() == Protocol.HTTP_2 || response.protocol() == Protocol.H2_PRIOR_KNOWLEDGE;
        return framed
                || "chunked".equalsIgnoreCase(response.header("Transfer-Encoding"))
                || response.body().contentLength() >= 0;
    }

    /** An unread body is given up: OkHttp would read on for a while, to save the connection. */
    @Override
    public void close() {
        if (!body.ended) {
            call.cancel();
        }
        response.close();
        onClose.run();
    }

    /** A response's own text shows its URL. */
    @Override
    public String toString() {
        return "StreamedResponse[" + response.code() + "]";
    }

    /** Remembers that the end was seen. */
    private static final class Body implements ReadableByteChannel {
        private final BufferedSource source;
        private final SecretMask mask;
        private final Runnable onBreak;
        private boolean ended;

        Body(BufferedSource source, SecretMask mask, Runnable onBreak) {
            this.source = source;
            this.mask = mask;
            this.onBreak = onBreak;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            try {
                int count = source.read(into);
                ended = count < 0;
                return count;
            } catch (IOException e) {
                onBreak.run();
                throw Causes.masked(e, mask);
            }
        }

        @Override
        public boolean isOpen() {
            return source.isOpen();
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }
}
