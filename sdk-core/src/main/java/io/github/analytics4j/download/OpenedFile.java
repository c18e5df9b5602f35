package io.github.analytics4j.download;

import io.github.analytics4j.client.StreamedExchange;
import io.github.analytics4j.client.StreamedExchange.StreamedResponse;
import io.github.analytics4j.error.SdkThreads;
import io.github.analytics4j.retry.RetryHints;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A file that was asked for and not read yet: the response of the API, or of the storage host the API sent us to.
 *
 * <p>If the file is there, its connection is held open for half a minute, for the one download that
 * {@link Download#startingWith(OpenedFile) begins with it}, so that the host is asked once. Safe for use by several threads.
 */
public final class OpenedFile implements AutoCloseable {
    /** A caller that saves the file does so at once; a host closes an idle connection after a minute or so. */
    private static final Duration HELD = Duration.ofSeconds(30);

    private final int status;
    private final @Nullable SignedUrl link;
    private final boolean expired;
    private final @Nullable String code;
    private final String text;
    private final @Nullable Duration retryAfter;
    private final AtomicReference<@Nullable Held> held;
    private final Runnable keep;

    private OpenedFile(
            int status,
            @Nullable SignedUrl link,
            boolean expired,
            @Nullable String code,
            String text,
            @Nullable Duration retryAfter,
            @Nullable Held held) {
        this.status = status;
        this.link = link;
        this.expired = expired;
        this.code = code;
        this.text = text;
        this.retryAfter = retryAfter;
        this.held = new AtomicReference<>(held);
        this.keep = held == null ? () -> {} : SdkThreads.later(HELD.toNanos(), () -> SdkThreads.execute(this::close));
    }

    /** The file is there, and this is the response that brings it. */
    static OpenedFile there(
            StreamedExchange exchange, StreamedResponse response, @Nullable SignedUrl link, byte[] read, String text) {
        return new OpenedFile(
                response.status(), link, false, null, text, null, new Held(exchange, response, ByteBuffer.wrap(read)));
    }

    /** The file is not there, or not yet. */
    static OpenedFile refused(StreamedResponse response, @Nullable SignedUrl link, String body, String text) {
        String code = ErrorPageGuard.errorCode(body);
        boolean expired = ErrorPageGuard.isOfTime(body);
        return new OpenedFile(response.status(), link, expired, code, text, RetryHints.ofHost(response::header), null);
    }

    /** The storage host did not respond. */
    static OpenedFile silent(@Nullable SignedUrl link) {
        return new OpenedFile(0, link, false, null, "", null, null);
    }

    /** {@return the HTTP status of the host that was asked last; 0 if the storage host did not respond} */
    public int status() {
        return status;
    }

    /** {@return where the file is; empty if the API answered without a link} */
    public Optional<SignedUrl> link() {
        return Optional.ofNullable(link);
    }

    /** {@return whether the storage host refused the link because its time is over} */
    public boolean isExpired() {
        return expired;
    }

    /** {@return the name that the storage host gives its refusal, such as {@code NoSuchKey}, if it gives one} */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /** {@return when the storage host wants to be asked again, if it said so} */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** {@return the beginning of what the API sent itself if that is JSON; empty otherwise} */
    public String text() {
        return text;
    }

    /** Lets go of the connection if no download has begun with it. Can be done twice. */
    @Override
    public void close() {
        Held response = take();
        if (response != null) {
            response.close();
        }
    }

    /** The response that brings the file, once; null if somebody had it, or it is closed. */
    @Nullable
    Held take() {
        keep.run();
        return held.getAndSet(null);
    }

    @Override
    public String toString() {
        return "OpenedFile[" + status + (link == null ? "" : " from " + link.origin()) + "]";
    }

    /** A response whose first bytes were looked at. */
    record Held(StreamedExchange exchange, StreamedResponse response, ByteBuffer read)
            implements StreamedResponse, ReadableByteChannel {
        @Override
        public int status() {
            return response.status();
        }

        @Override
        public URI url() {
            return response.url();
        }

        @Override
        public @Nullable String header(String name) {
            return response.header(name);
        }

        @Override
        public boolean endIsStated() {
            return response.endIsStated();
        }

        @Override
        public ReadableByteChannel body() {
            return this;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            if (!read.hasRemaining()) {
                return response.body().read(into);
            }
            int count = Math.min(read.remaining(), into.remaining());
            into.put(read.slice(read.position(), count));
            read.position(read.position() + count);
            return count;
        }

        @Override
        public boolean isOpen() {
            return response.body().isOpen();
        }

        @Override
        public void close() {
            response.close();
        }
    }
}
