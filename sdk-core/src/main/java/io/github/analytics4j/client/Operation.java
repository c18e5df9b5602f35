package io.github.analytics4j.client;

import io.github.analytics4j.client.StreamedExchange.StreamedRequest;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.GeneratedCodeApi;
import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.error.UnreadableResponseException;
import io.github.analytics4j.json.DateOrTime;
import io.github.analytics4j.json.Json;
import io.github.analytics4j.json.JsonCodec;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.json.TextValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final Encoder<Q> encoder;
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
    public static <Q> Builder<Q> get(String id, String path, Encoder<Q> encoder) {
        return new Builder<>(id, "GET", path, encoder, true);
    }

    /** A POST, which is not sent again once it may have reached the server. */
    public static <Q> Builder<Q> post(String id, String path, Encoder<Q> encoder) {
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

    /**
     * Returns the rows of a page, which are all that its list has.
     *
     * @throws ApiException if there are none and the response holds an error: a server that fails may send an empty list
     */
    public <T> List<T> rows(ApiResponse<R> response, List<T> rows) {
        if (rows.isEmpty() && response.value() instanceof JsonRecord record) {
            String json = record.unexpected().masked(record.toJson());
            if (ErrorBodyReader.isError(json, false)) {
                throw CallFailures.withoutRows(id, response, json);
            }
        }
        return rows;
    }

    Encoder<Q> encoder() {
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
        private final Encoder<Q> encoder;
        private String group;
        private boolean repeatable;

        private Builder(String id, String method, String path, Encoder<Q> encoder, boolean repeatable) {
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

    /**
     * The parts of an HTTP request, filled by an {@link Encoder}. A value that is null, or a collection that is
     * empty, is not sent. Values are given unencoded.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public static final class RequestParts {
        private final Map<String, String> path = new LinkedHashMap<>(4);
        private final Map<String, String> query = new LinkedHashMap<>();
        private @Nullable String body;
        private RequestOptions options = RequestOptions.NONE;

        private final boolean showing;

        RequestParts() {
            this(false);
        }

        /** With a body that is fit for a log instead of one that can be sent. */
        private RequestParts(boolean showing) {
            this.showing = showing;
        }

        /** Fills {@code {name}} of the path. */
        public RequestParts path(String name, String value) {
            path.put(name, value);
            return this;
        }

        /** A text, number or truth value. */
        public RequestParts query(String name, @Nullable Object value) {
            if (value != null) {
                query.put(name, value instanceof TextValue text ? text.text() : value.toString());
            }
            return this;
        }

        /** A point in time as ISO text in UTC: {@code 2026-02-01T00:00:00Z}. */
        public RequestParts queryInstant(String name, @Nullable Instant value) {
            return query(name, value);
        }

        /** A point in time as milliseconds since 1970. */
        public RequestParts queryEpochMillis(String name, @Nullable Instant value) {
            return query(name, value == null ? null : value.toEpochMilli());
        }

        /** A day as {@code 2026-02-01}. */
        public RequestParts queryDate(String name, @Nullable LocalDate value) {
            return query(name, value);
        }

        /** A day or a point in time, whichever it is. */
        public RequestParts queryDateOrTime(String name, @Nullable DateOrTime value) {
            return query(name, value);
        }

        /** All values in one parameter, with commas between them. */
        public RequestParts queryCsv(String name, @Nullable Collection<?> values) {
            return values == null || values.isEmpty()
                    ? this
                    : query(
                            name,
                            values.stream()
                                    .map(value -> value instanceof TextValue text ? text.text() : value.toString())
                                    .collect(Collectors.joining(",")));
        }

        /** The body, as JSON. */
        public <T> RequestParts jsonBody(JsonCodec<T> codec, T value) {
            body = showing ? Json.shown(codec, value) : Json.encode(codec, value);
            return this;
        }

        /** Adds the options of the request. */
        public RequestParts options(RequestOptions options) {
            this.options = options;
            return this;
        }

        /** A request as a log may show it. */
        static <Q> String shown(Encoder<Q> encoder, Q request) {
            RequestParts parts = new RequestParts(true);
            encoder.encode(request, parts);
            StringJoiner text = new StringJoiner(", ", request.getClass().getSimpleName() + "[", "]");
            parts.path.forEach((name, value) -> text.add(name + "=" + value));
            parts.query.forEach((name, value) ->
                    text.add(name + "=" + (PreparedRequest.loggable(name) ? value : value.length() + " characters")));
            if (parts.body != null) {
                text.add("body=" + parts.body);
            }
            if (!parts.options.equals(RequestOptions.NONE)) {
                text.add("" + parts.options);
            }
            return text.toString();
        }

        Map<String, String> path() {
            return path;
        }

        Map<String, String> query() {
            return query;
        }

        @Nullable
        String body() {
            return body;
        }

        RequestOptions options() {
            return options;
        }
    }

    /**
     * Writes a request record into the parts of an HTTP request; generated, without state.
     *
     * @hidden
     */
    @GeneratedCodeApi
    @FunctionalInterface
    public interface Encoder<Q> {

        /** Adds every parameter that was set, and none that was not. */
        void encode(Q request, RequestParts parts);
    }
}
