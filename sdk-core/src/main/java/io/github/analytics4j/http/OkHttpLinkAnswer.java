package io.github.analytics4j.http;

import io.github.analytics4j.download.LinkAnswer;
import io.github.analytics4j.download.SignedUrl;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import okhttp3.Call;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** An answer of OkHttp with its body unread. */
final class OkHttpLinkAnswer implements LinkAnswer {
    private final Call call;
    private final Response response;
    private final Runnable onClose;
    private final Body body;

    OkHttpLinkAnswer(Call call, Response response, Runnable onClose) {
        this.call = call;
        this.response = response;
        this.onClose = onClose;
        this.body = new Body(response.body().source());
    }

    @Override
    public int status() {
        return response.code();
    }

    @Override
    public SignedUrl url() {
        return SignedUrl.of(response.request().url().uri());
    }

    @Override
    public @Nullable String header(String name) {
        return response.header(name);
    }

    @Override
    public ReadableByteChannel body() {
        return body;
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
        return "OkHttpLinkAnswer[" + response.code() + "]";
    }

    /** Remembers that the end was seen. */
    private static final class Body implements ReadableByteChannel {
        private final BufferedSource source;
        private boolean ended;

        Body(BufferedSource source) {
            this.source = source;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            int count = source.read(into);
            ended = count < 0;
            return count;
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
