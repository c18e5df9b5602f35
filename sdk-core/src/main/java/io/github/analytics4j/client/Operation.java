package io.github.analytics4j.client;

import io.github.analytics4j.client.StreamedExchange.StreamedRequest;
import io.github.analytics4j.error.GeneratedCodeApi;
import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.error.UnreadableResponseException;
import io.github.analytics4j.json.JsonCodec;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as data, built once: {@code Q} is its request, {@code R} the value of its response.
 * Immutable.
 *
 * @hidden
 */
@GeneratedCodeApi
public final class Operation<Q, R> {
    private final String id;
    private final String method;
    private final String path;
    private final String group;
    private final boolean repeatable;
    private final RequestParts.Encoder<Q> encoder;
    private final @Nullable JsonCodec<R> codec;
    private final @Nullable Function<StreamedRequest, R> streamed;

    private Operation(
            Builder<Q> builder, @Nullable JsonCodec<R> codec, @Nullable Function<StreamedRequest, R> streamed) {
        this.id = builder.id;
        this.method = builder.method;
        this.path = builder.path;
        this.group = builder.group;
        this.repeatable = builder.repeatable;
        this.encoder = builder.encoder;
        this.codec = codec;
        this.streamed = streamed;
    }

    /** A GET, which may be repeated. {@code {name}} in the path stands for a path parameter. */
    public static <Q> Builder<Q> get(String id, String path, RequestParts.Encoder<Q> encoder) {
        return new Builder<>(id, "GET", path, encoder, true);
    }

    /** A POST, which is not sent again once it may have reached the server. */
    public static <Q> Builder<Q> post(String id, String path, RequestParts.Encoder<Q> encoder) {
        return new Builder<>(id, "POST", path, encoder, false);
    }

    /** API, group and method: {@code synthflow.calls.list}. */
    public String id() {
        return id;
    }

    /** The HTTP method. */
    public String method() {
        return method;
    }

    /**
     * The path below the base URL, as the vendor writes it: {@code /analytics/}, {@code
     * /reports/{reportId}/download}.
     */
    public String path() {
        return path;
    }

    /** The operations of one API with the same group share a rate limit. */
    public String group() {
        return group;
    }

    /** Whether sending it twice does no more than sending it once. */
    public boolean repeatable() {
        return repeatable;
    }

    /** A request as a log may show it: ids, days and other harmless parameters, and the sizes of the rest. */
    public String describe(Q request) {
        return RequestParts.shown(encoder, request);
    }

    /**
     * Reads something out of a response of this operation, such as the rows of a page.
     *
     * @param reader may read fields that have to be there; one that is not makes the response unreadable
     * @throws UnreadableResponseException naming the operation, the status, the field and what was there instead
     */
    public <V> V read(ApiResponse<R> response, Function<ApiResponse<R>, V> reader) {
        try {
            return reader.apply(response);
        } catch (UnexpectedValueException e) {
            throw CallFailures.withoutField(id, response, e);
        }
    }

    RequestParts.Encoder<Q> encoder() {
        return encoder;
    }

    /** Reads the response; null when it is streamed. */
    @Nullable
    JsonCodec<R> codec() {
        return codec;
    }

    /** Makes the value of a request whose response is streamed; null when it is JSON. */
    @Nullable
    Function<StreamedRequest, R> streamed() {
        return streamed;
    }

    /** The id. */
    @Override
    public String toString() {
        return id;
    }

    /**
     * Collects the rest; {@link #json} and {@link #streamed} end it.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public static final class Builder<Q> {
        private final String id;
        private final String method;
        private final String path;
        private final RequestParts.Encoder<Q> encoder;
        private String group;
        private boolean repeatable;

        private Builder(String id, String method, String path, RequestParts.Encoder<Q> encoder, boolean repeatable) {
            this.id = Objects.requireNonNull(id, "id");
            this.method = method;
            this.path = Objects.requireNonNull(path, "path");
            this.encoder = Objects.requireNonNull(encoder, "encoder");
            this.group = id;
            this.repeatable = repeatable;
        }

        /** Shares a rate limit with the operations of the same group; its own id unless set. */
        public Builder<Q> group(String group) {
            this.group = Objects.requireNonNull(group, "group");
            return this;
        }

        /** Says of a POST that it may be repeated, or of a GET that it may not. */
        public Builder<Q> repeatable(boolean repeatable) {
            this.repeatable = repeatable;
            return this;
        }

        /** The response is JSON. */
        public <R> Operation<Q, R> json(JsonCodec<R> codec) {
            return new Operation<>(this, Objects.requireNonNull(codec, "codec"), null);
        }

        /** The response is a file, or a redirect to one, and {@code value} sends the request when its bytes are wanted. */
        public <R> Operation<Q, R> streamed(Function<StreamedRequest, R> value) {
            return new Operation<>(this, null, Objects.requireNonNull(value, "value"));
        }
    }
}
