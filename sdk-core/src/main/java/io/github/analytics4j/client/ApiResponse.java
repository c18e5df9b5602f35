package io.github.analytics4j.client;

import io.github.analytics4j.error.SdkException.Attempt;
import io.github.analytics4j.json.Deviation;
import io.github.analytics4j.retry.RateLimitStatus;
import io.github.analytics4j.retry.RetryHints.HttpDate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A typed response with all there is to know about it. Immutable.
 *
 * @param <R> the type of its value
 */
public final class ApiResponse<R> {
    private final R value;
    private final int status;
    private final Map<String, List<String>> headers;
    private final String body;
    private final List<Deviation> deviations;
    private final List<Attempt> attempts;
    private final RateLimitStatus rateLimit;
    private final @Nullable String requestId;
    private final @Nullable String date;

    /** Of one attempt; {@link #withAttempts} tells of those before it. */
    ApiResponse(
            R value,
            int status,
            Map<String, List<String>> headers,
            String body,
            List<Deviation> deviations,
            RateLimitStatus rateLimit,
            @Nullable String requestId,
            @Nullable String date) {
        this(value, status, headers, body, deviations, List.of(), rateLimit, requestId, date);
    }

    private ApiResponse(
            R value,
            int status,
            Map<String, List<String>> headers,
            String body,
            List<Deviation> deviations,
            List<Attempt> attempts,
            RateLimitStatus rateLimit,
            @Nullable String requestId,
            @Nullable String date) {
        this.value = value;
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.deviations = Collections.unmodifiableList(deviations); // not looked at before somebody wants them
        this.attempts = List.copyOf(attempts);
        this.rateLimit = rateLimit;
        this.requestId = requestId;
        this.date = date;
    }

    /**
     * {@return a response with that value, status 200 and nothing else: what a test double gives}
     *
     * @param <R> the type of the value
     * @param value what {@link #value} gives
     */
    public static <R> ApiResponse<R> of(R value) {
        return new ApiResponse<>(value, 200, Map.of(), "", List.of(), RateLimitStatus.UNKNOWN, null, null);
    }

    <S> ApiResponse<S> withValue(S other) {
        return new ApiResponse<>(other, status, headers, body, deviations, attempts, rateLimit, requestId, date);
    }

    ApiResponse<R> withAttempts(List<Attempt> made) {
        return new ApiResponse<>(value, status, headers, body, deviations, made, rateLimit, requestId, date);
    }

    /** Headers as users see them. */
    static Map<String, List<String>> headers(Headers headers) {
        Map<String, List<String>> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < headers.size(); i++) {
            map.computeIfAbsent(headers.name(i), name -> new ArrayList<>(1)).add(headers.value(i));
        }
        map.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(map);
    }

    /** {@return the typed value} */
    public R value() {
        return value;
    }

    /** {@return the HTTP status} */
    public int status() {
        return status;
    }

    /** {@return all headers; names may be asked for in any case} */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /**
     * {@return the last value of one header, if it came}
     *
     * @param name in any case
     */
    public Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    /** {@return the body as it was sent, decompressed} */
    public String body() {
        return body;
    }

    /** {@return what the response has that the spec did not foresee} */
    public List<Deviation> deviations() {
        return deviations;
    }

    /** {@return what was tried, in order; the last one brought this response} */
    public List<Attempt> attempts() {
        return attempts;
    }

    /** {@return what the vendor's headers say about the rate limit} */
    public RateLimitStatus rateLimit() {
        return rateLimit;
    }

    /** {@return the request or trace id to quote to the vendor, if the response has one} */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /** {@return when the server responded, by its own clock, cut to the second: its {@code Date} header} */
    public Optional<Instant> serverTime() {
        return Optional.ofNullable(HttpDate.parse(date, Instant.now()));
    }

    /** Status and size: a body may be private. */
    @Override
    public String toString() {
        return "ApiResponse[status=" + status + ", " + body.length() + " characters, attempts=" + attempts.size() + "]";
    }
}
