package io.github.analytics4j.client;

import io.github.analytics4j.error.GeneratedCodeApi;
import io.github.analytics4j.json.DateOrTime;
import io.github.analytics4j.json.Json;
import io.github.analytics4j.json.JsonCodec;
import io.github.analytics4j.json.TextValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an HTTP request, filled by an {@link Encoder}. A value that is null, or a collection that is
 * empty, is not sent. Values are given unencoded.
 *
 * @hidden
 */
@GeneratedCodeApi
public final class RequestParts {
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
