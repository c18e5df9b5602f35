package io.github.analytics4j.benchmarks.clients;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** A body as bytes in an array that the next body uses again. Each response needs a subscriber of its own. */
final class ReusedBuffer implements BodySubscriber<ReusedBuffer> {
    private static final int FIRST = 1 << 16;

    private final CompletableFuture<ReusedBuffer> done = new CompletableFuture<>();
    private byte[] bytes;
    private int length;

    ReusedBuffer() {
        this(new byte[FIRST]);
    }

    private ReusedBuffer(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A subscriber on the same array. */
    ReusedBuffer next() {
        return new ReusedBuffer(bytes);
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Reads a stream to its end. */
    void fill(InputStream in) throws IOException {
        length = 0;
        for (int read; (read = in.read(bytes, length, bytes.length - length)) >= 0; ) {
            length += read;
            makeRoom(1);
        }
    }

    private void makeRoom(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            int size = part.remaining();
            makeRoom(size);
            part.get(bytes, length, size);
            length += size;
        }
    }

    @Override
    public void onError(Throwable failure) {
        done.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        done.complete(this);
    }

    @Override
    public CompletionStage<ReusedBuffer> getBody() {
        return done;
    }
}
