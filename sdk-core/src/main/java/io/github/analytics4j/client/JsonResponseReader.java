package io.github.analytics4j.client;

import io.github.analytics4j.client.CallExchange.ExchangeOutcome;
import io.github.analytics4j.client.ClientOptions.ResponseLimits;
import io.github.analytics4j.error.ApiException.ErrorResponse;
import io.github.analytics4j.json.Deviation;
import io.github.analytics4j.json.JsonCodec;
import io.github.analytics4j.json.JsonReader;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.json.JsonSyntaxException;
import io.github.analytics4j.json.JsonSyntaxException.Problem;
import io.github.analytics4j.retry.RateLimitStatus;
import io.github.analytics4j.retry.RetryHints;
import io.github.analytics4j.retry.RetryRules.FailedAttempt;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Reads one response to its end, inside the attempt: trouble of the stream is trouble of the attempt. */
final class JsonResponseReader<R> implements ExchangeOutcome.Reader<R> {
    private static final List<String> REQUEST_IDS =
            List.of("X-Request-Id", "Request-Id", "X-Trace-Id", "X-Correlation-Id");

    private static final int ACCEPTED = 202;

    /** Longer content types and request ids than vendors send are cut. */
    private static final int LONGEST = 200;

    private static final int LONGEST_NAME = 40;
    private static final int SHOWN_DEVIATIONS = 5;

    /** A response to an order is a few lines. */
    private static final int WHOLE_RESPONSE_TEXT = 4_000;

    /** The message about a response that cannot be, as OkHttp and {@link ExchangeTrace} tell it. */
    private static final Pattern IMPOSSIBLE =
            Pattern.compile("^(?:HTTP|Unexpected) (\\d{3}) (had non-zero|had a negative|code|was not)");

    /** The part that the caller sees; the rest is not kept. */
    enum Wanted {
        VALUE,
        WHOLE_RESPONSE
    }

    private final ClientConfig config;
    private final SecretMask mask;
    private final JsonCodec<R> codec;
    private final Wanted wanted;
    private final boolean repeatable;

    JsonResponseReader(ClientConfig config, JsonCodec<R> codec, Wanted wanted, boolean repeatable) {
        this.config = config;
        this.mask = config.credentials().mask();
        this.codec = codec;
        this.wanted = wanted;
        this.repeatable = repeatable;
    }

    @Override
    public ExchangeOutcome<R> read(Response response, ExchangeTrace trace) throws IOException {
        ExchangeOutcome<R> outcome = checkHeaders(response);
        if (outcome == null) {
            outcome = response.isSuccessful() ? good(response, trace) : refused(response, trace, config, null);
        }
        response.close();
        return outcome;
    }

    private @Nullable ExchangeOutcome<R> checkHeaders(Response response) {
        Headers headers = response.headers();
        ResponseLimits limits = config.options().limits();
        String why = null;
        if (headers.size() > limits.maxHeaders()) {
            why = "it has " + headers.size() + " headers, and the limit of this client is " + limits.maxHeaders()
                    + "; ResponseLimits.maxHeaders can be raised";
        } else if (headers.byteCount() > limits.maxHeaderBytes()) {
            why = "its headers have " + headers.byteCount() + " bytes, and the limit of this client is "
                    + limits.maxHeaderBytes() + "; ResponseLimits.maxHeaderBytes can be raised";
        }
        return why == null ? null : unreadable(response, why, null, null, null);
    }

    private ExchangeOutcome<R> good(Response response, ExchangeTrace trace) throws IOException {
        try {
            long limit = config.options().limits().maxBytes();
            ContentDecoder.Utf8 utf8 = ContentDecoder.utf8(
                    ContentDecoder.decoded(response),
                    response.body().contentType(),
                    config.options().limits().json());
            BodyRecorder body = new BodyRecorder(utf8.in(), limit, wanted == Wanted.WHOLE_RESPONSE);
            try {
                return good(response, trace, body, utf8.broken());
            } catch (IOException e) {
                throw withWhatCame(e, body);
            }
        } catch (BodyRecorder.TooLarge e) {
            return unreadable(response, e.getMessage(), null, null, null);
        } catch (IOException e) {
            String coding = ContentDecoder.codingTrouble(e, response);
            if (coding == null) {
                throw e;
            }
            return unreadable(response, coding, null, BodyRecorder.BrokenOff.text(e), null);
        }
    }

    private ExchangeOutcome<R> good(Response response, ExchangeTrace trace, BodyRecorder body, @Nullable String broken)
            throws IOException {
        try (JsonReader in = JsonReader.of(body, config.options().limits().json(), mask)) {
            try {
                R value = in.readDocument(codec);
                List<Deviation> deviations = withBroken(broken, in.deviations());
                ExchangeOutcome<R> refusal = refusal(response, trace, value, deviations);
                if (refusal != null) {
                    return refusal;
                }
                return checked(response, trace, value, body.text(), deviations);
            } catch (JsonSyntaxException e) {
                String root = in.refusedRoot().orElse("");
                if (ErrorBodyReader.isError(root)) {
                    return refused(response, trace, config, root);
                }
                if (e.problem() == Problem.TRUNCATED && !body.isEmpty() && ContentDecoder.mayBeCut(response)) {
                    throw new EOFException("the connection ended before the document did");
                }
                String why = body.isEmpty() ? "the body is empty" : e.getMessage() + charset(response);
                return unreadable(response, why, e.path(), body.isEmpty() ? place(response) : quote(body, e), e);
            }
        }
    }

    /** The response to an order may still tell the id, which is far from where reading stopped. */
    private @Nullable String quote(BodyRecorder body, JsonSyntaxException e) {
        return repeatable ? body.quote(e.offset(), BodyRecorder.QUOTE, mask) : body.quote(0, WHOLE_RESPONSE_TEXT, mask);
    }

    /** A response to an order that breaks off, or whose coding turns out broken, may have told the id before. */
    private IOException withWhatCame(IOException e, BodyRecorder body) {
        String came = repeatable ? null : body.quote(0, WHOLE_RESPONSE_TEXT, mask);
        if (came != null) {
            e.addSuppressed(new BodyRecorder.BrokenOff(came));
        }
        return e;
    }

    /** Where what was ordered is to be found, if the body does not say it; null if the headers do not either. */
    private @Nullable String place(Response response) {
        String place = repeatable ? null : response.header("Location");
        return place == null ? null : "Location: " + mask.cut(place, LONGEST);
    }

    private static List<Deviation> withBroken(@Nullable String charset, List<Deviation> deviations) {
        if (charset == null) {
            return deviations;
        }
        List<Deviation> all = new ArrayList<>(deviations);
        all.add(new Deviation("$", "", "text in " + charset, Deviation.Kind.ENCODING));
        return all;
    }

    /** Names a charset that cannot be read. */
    private String charset(Response response) {
        MediaType type = response.body().contentType();
        String charset = type == null ? null : type.parameter("charset");
        return charset == null || ContentDecoder.isKnown(charset)
                ? ""
                : "; its charset is said to be " + mask.cut(charset, LONGEST_NAME)
                        + ", which cannot be read, and it was taken for UTF-8";
    }

    /**
     * OkHttp refuses a 204 or 205 that announces a body, a length below nothing, and a 101 over HTTP/2; that is a whole response
     * all the same.
     */
    static <R> ExchangeOutcome.@Nullable Unreadable<R> ofWhatCannotBe(IOException e) {
        Matcher refusal = IMPOSSIBLE.matcher(e instanceof ProtocolException ? "" + e.getMessage() : "");
        if (!refusal.find()) {
            return null;
        }
        int status = Integer.parseInt(refusal.group(1));
        String why = "the response (" + status + ") could not be read: "
                + switch (refusal.group(2)) {
                    case "had non-zero" -> "it announces a body, which a " + status + " cannot have";
                    case "had a negative" -> "its Content-Length is negative";
                    default -> "it switches to another protocol, which was not asked for";
                };
        return new ExchangeOutcome.Unreadable<>(why, status, null, null, null, null);
    }

    /**
     * A success that holds an error, or on a 202 nothing yet, in the place of all that is documented; or something that
     * nobody documented, with which a user would be told of zeros. What was ordered may exist, whatever is said of it.
     */
    private @Nullable ExchangeOutcome<R> refusal(
            Response response, ExchangeTrace trace, R value, List<Deviation> deviations) throws IOException {
        boolean promised = true;
        String text = errorInList(value);
        if (text != null) {
            return refused(response, trace, config, text);
        }
        if (value instanceof JsonRecord record) {
            if (!record.unexpected().hasNothingBut("status")) {
                return null;
            }
            promised = record.unexpected().lacksPromised();
            text = record.toJson();
        } else if (value instanceof Map<?, ?> map ? map.isEmpty() : value instanceof List<?> list && list.isEmpty()) {
            text = asObject(deviations);
        } else {
            return null;
        }
        boolean nothingYet = response.code() == ACCEPTED && repeatable;
        if (nothingYet || ErrorBodyReader.isError(text, promised && repeatable)) {
            return refused(response, trace, config, text);
        }
        String none = value instanceof JsonRecord record && repeatable
                ? record.unexpected().noneOf()
                : null;
        String why = "it has none of the documented fields (" + none + "); check the base URL";
        return none == null ? null : unreadable(response, why, "$", mask.cut(text, LONGEST), null);
    }

    /** The first record of a list, if every one is an error and has nothing of what is documented. */
    private static @Nullable String errorInList(@Nullable Object value) {
        String first = null;
        for (Object row : value instanceof List<?> rows ? rows : List.of()) {
            String json = row instanceof JsonRecord one && one.unexpected().noneOf() != null ? one.toJson() : "";
            if (!ErrorBodyReader.isError(json)) {
                return null;
            }
            first = first == null ? json : first;
        }
        return first;
    }

    private ExchangeOutcome<R> checked(
            Response response, ExchangeTrace trace, R value, String text, List<Deviation> deviations) {
        if (config.options().strict() && !deviations.isEmpty()) {
            List<Deviation> shown = mask.deviations(deviations);
            Deviation first = shown.get(0);
            return unreadable(response, text(shown) + " (strict mode)", first.path(), first.rawJson(), null);
        }
        Instant now = config.time().now();
        UnaryOperator<@Nullable String> header = header(response, trace);
        RateLimitStatus limit = RateLimitStatus.of(header, now);
        ApiResponse<R> good = new ApiResponse<>(
                value,
                response.code(),
                wanted == Wanted.WHOLE_RESPONSE ? ApiResponse.headers(response.headers()) : Map.of(),
                text,
                withIgnored(RetryHints.ignored(header, now), deviations),
                limit,
                requestId(response, mask),
                response.header("Date"));
        return new ExchangeOutcome.Good<>(good, limit.onClock(now, config.time().steady()));
    }

    /** A header that says nothing that can be meant is told with what else is odd. */
    private static List<Deviation> withIgnored(List<String> headers, List<Deviation> deviations) {
        if (headers.isEmpty()) {
            return deviations;
        }
        List<Deviation> all = new ArrayList<>(deviations);
        String expected = "time within " + RetryHints.MOST.toDays() + " days";
        headers.forEach(name -> all.add(new Deviation("header " + name, "", expected, Deviation.Kind.WRONG_TYPE)));
        return all;
    }

    private ExchangeOutcome<R> unreadable(
            Response response,
            @Nullable String why,
            @Nullable String path,
            @Nullable String quote,
            @Nullable RuntimeException cause) {
        String kind = mask.cut(response.header("Content-Type", "no content type"), LONGEST);
        return new ExchangeOutcome.Unreadable<>(
                "the response (" + response.code() + ", " + kind + ") could not be read: " + why,
                response.code(),
                path,
                quote,
                requestId(response, mask),
                cause);
    }

    /**
     * Reads a refusal; what breaks off in its body does not make it less of a refusal.
     *
     * @param read its body, if that was read already
     */
    static <R> ExchangeOutcome<R> refused(
            Response response, ExchangeTrace trace, ClientConfig config, @Nullable String read) throws IOException {
        SecretMask mask = config.credentials().mask();
        Instant now = config.time().now();
        UnaryOperator<@Nullable String> header = header(response, trace);
        Duration hint = RetryHints.of(response.code(), header, now);
        ErrorBodyReader errors = new ErrorBodyReader(mask);
        String id = requestId(response, mask);
        ErrorResponse error = read == null
                ? errors.parse(withReadableBody(response), id, hint)
                : errors.parse(response.code(), read, id, hint);
        String target = mask.text(response.header("Location", ""));
        if (ApiCall.isUnauthorized(response.code()) || FailedAttempt.refusedBeforeActing(response.code(), hint)) {
            trace.refusedUndone();
        }
        RateLimitStatus limit =
                RateLimitStatus.of(header, now).onClock(now, config.time().steady());
        return new ExchangeOutcome.Refused<>(error, target, limit, hint, RetryHints.ignored(header, now));
    }

    /** A refusal counts whatever its body is encoded with. */
    private static Response withReadableBody(Response response) {
        if (response.header("Content-Encoding") == null) {
            return response;
        }
        Response.Builder readable = response.newBuilder();
        try {
            BufferedSource body = ContentDecoder.decoded(response);
            return readable.body(ResponseBody.create(body, response.body().contentType(), -1))
                    .build();
        } catch (IOException e) {
            String why = ContentDecoder.codingTrouble(e, response);
            return readable.body(ResponseBody.create(why == null ? "" : why, null))
                    .build();
        }
    }

    /** The headers, with the hint as it came over the wire. */
    private static UnaryOperator<@Nullable String> header(Response response, ExchangeTrace trace) {
        return name -> name.equals("Retry-After") ? trace.retryAfter() : response.header(name);
    }

    private static @Nullable String requestId(Response response, SecretMask mask) {
        for (String name : REQUEST_IDS) {
            String id = response.header(name);
            if (id != null) {
                return mask.cut(id, LONGEST);
            }
        }
        return null;
    }

    /** The members of the root that were not as promised, as JSON. */
    private static String asObject(List<Deviation> deviations) {
        return deviations.stream()
                .filter(one ->
                        one.path().matches("\\$\\.[A-Za-z_]+") && !one.rawJson().isEmpty())
                .map(one -> "\"" + one.path().substring(2) + "\":" + one.rawJson())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String text(List<Deviation> deviations) {
        String more =
                deviations.size() > SHOWN_DEVIATIONS ? "; and " + (deviations.size() - SHOWN_DEVIATIONS) + " more" : "";
        return deviations.stream()
                        .limit(SHOWN_DEVIATIONS)
                        .map(JsonResponseReader::text)
                        .collect(Collectors.joining("; "))
                + more;
    }

    private static String text(Deviation deviation) {
        return switch (deviation.kind()) {
            case UNKNOWN_FIELD -> deviation.path() + " is not in the spec";
            case MISSING -> deviation.path() + " is missing, expected " + deviation.expected();
            case NULL -> deviation.path() + " is null, expected " + deviation.expected();
            case WRONG_TYPE -> deviation.path() + " is not " + deviation.expected();
            case DUPLICATE -> deviation.path() + " is there more than once";
            case ENCODING -> deviation.path() + " has bytes that are no " + deviation.expected();
        };
    }
}
