package io.github.analytics4j.client;

import io.github.analytics4j.error.ApiException.ErrorResponse;
import io.github.analytics4j.json.JsonSyntaxException;
import io.github.analytics4j.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Finds code, message and request id in an error body, whichever of its shapes it has: a {@code detail} that is an
 * object, a list or a text; an {@code error} that is an object, or a text beside a {@code message}; problem details of
 * RFC 7807; a page of HTML from a gateway; a line of text; an empty one. Every text is masked before it is cut.
 */
final class ErrorBodyReader {
    private static final int MOST_BYTES = 64 << 10; // an error is a sentence; the rest is somebody's page
    private static final int LINE = 200;

    /** A {@code status} that is a no. */
    private static final Set<String> NO = Set.of("error", "fail", "failed", "failure");

    private static final List<String> ERRORS =
            List.of("error", "errors", "Error", "Errors", "error_message", "errorMessage");

    /** A document of nothing but an error without words; beside anything else, such a one says that there is none. */
    private static final Pattern WORDLESS =
            Pattern.compile("\\{\\s*\"[eE]rror\"\\s*:\\s*(\"\\s*\"|\\{\\s*}|\\[\\s*])\\s*}");

    private static final List<String> MESSAGES =
            List.of("detail", "message", "description", "msg", "title", "fault", "exception");

    private static final String[] IDS = {"request_id", "requestId", "traceId", "trace_id"};

    /** The members that hold a sentence for each field; a {@code detail} or {@code message} may also be one text. */
    private static final List<String> LISTS = List.of("detail", "errors", "details", "message");

    private final SecretMask mask;

    ErrorBodyReader(SecretMask mask) {
        this.mask = mask;
    }

    /** Reads a refusal; what breaks off in its body does not make it less of a refusal. */
    ErrorResponse parse(Response response, @Nullable String headerId, @Nullable Duration hint) throws IOException {
        byte[] bytes = new byte[MOST_BYTES + mask.margin()];
        int length = 0;
        int read = 0;
        try (InputStream in = response.body().byteStream()) {
            while (read >= 0 && length < bytes.length) {
                length += read;
                read = in.read(bytes, length, bytes.length - length);
            }
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            read = 0;
        }
        MediaType type = response.body().contentType();
        String begun = ContentDecoder.text(bytes, Math.min(length, MOST_BYTES), length > MOST_BYTES, type);
        String text = ContentDecoder.text(bytes, length, read >= 0, type);
        String body = mask.window(text, 0, Math.min(begun.length(), text.length()), false, read >= 0);
        return parse(response.code(), read >= 0 ? body : text, body, headerId, hint);
    }

    /** Of a text that is here as a whole. */
    ErrorResponse parse(int status, String text, @Nullable String headerId, @Nullable Duration hint) {
        return parse(status, text, mask.cut(text, MOST_BYTES), headerId, hint);
    }

    private ErrorResponse parse(
            int status, String text, String shown, @Nullable String headerId, @Nullable Duration hint) {
        JsonValue body = jsonOf(text);
        if (body == null || body.kind() != JsonValue.Kind.OBJECT) {
            return new ErrorResponse(status, null, plainMessage(text), List.of(), headerId, hint, shown);
        }
        JsonValue inner = innerOf(body);
        String code = code(inner, body);
        String message = message(inner, body);
        if (message == null && code != null && code.indexOf(' ') >= 0) {
            message = code; // {"error": "a sentence"}
            code = null;
        }
        String id = first(inner, body, IDS);
        id = id == null ? firstOf(JsonValue.Kind.NUMBER, inner, body, IDS) : id;
        return new ErrorResponse(status, code, message, details(inner, body), id != null ? id : headerId, hint, shown);
    }

    /** Whether a document is an error that lacks something documented as always present, so that a mere message will do. */
    static boolean isError(String json) {
        return isError(json, true);
    }

    /**
     * Whether a document that has nothing of what is documented is an error.
     *
     * @param promised whether something documented as always present is missing, so that a mere message will do
     */
    static boolean isError(String json, boolean promised) {
        JsonValue body = jsonOf(json);
        if (body == null || body.kind() != JsonValue.Kind.OBJECT) {
            return false;
        }
        JsonValue inner = innerOf(body);
        JsonValue data = Objects.requireNonNullElse(body.get("data"), body);
        return Stream.of(body, inner).anyMatch(ErrorBodyReader::saysNo)
                || isNothingButError(data)
                || WORDLESS.matcher(body.json().strip()).matches()
                || (promised && MESSAGES.stream().anyMatch(name -> isSomething(body.get(name))));
    }

    private static boolean saysNo(JsonValue object) {
        JsonValue status = object.get("status");
        String text = status == null || status.asText() == null ? "" : status.asText();
        Long number = status == null ? null : status.asLong();
        return hasError(object)
                || NO.contains(text.toLowerCase(Locale.ROOT))
                || (number != null && number >= 400 && number < 600)
                || isFalse(object.get("success"))
                || isFalse(object.get("ok"));
    }

    private static boolean isFalse(@Nullable JsonValue value) {
        return value != null && Boolean.FALSE.equals(value.asBoolean());
    }

    private static boolean isSomething(@Nullable JsonValue value) {
        return value != null && !value.json().matches("null|false|0|\"\\s*\"|\\[\\s*]|\\{\\s*}");
    }

    private static @Nullable JsonValue jsonOf(String text) {
        try {
            return JsonValue.parse(text);
        } catch (JsonSyntaxException e) {
            return null;
        }
    }

    private static JsonValue innerOf(JsonValue body) {
        for (String name : List.of("detail", "error", "Error", "fault")) {
            JsonValue inner = body.get(name);
            if (inner != null && inner.kind() == JsonValue.Kind.OBJECT) {
                return inner;
            }
        }
        JsonValue data = body.get("data");
        return data != null && isNothingButError(data) ? innerOf(data) : body;
    }

    /** Of what is under {@code data}: anything beside the error may be what was asked for. */
    private static boolean isNothingButError(JsonValue data) {
        return data.fields().size() == 1 && hasError(data);
    }

    private static boolean hasError(JsonValue object) {
        return ERRORS.stream().anyMatch(name -> isSomething(object.get(name)));
    }

    private @Nullable String code(JsonValue inner, JsonValue body) {
        String code = first(inner, body, "code", "category", "error", "Error");
        if (code != null) {
            return code;
        }
        String type = first(inner, body, "type");
        code = type == null ? null : problem(type);
        return code == null ? firstOf(JsonValue.Kind.NUMBER, inner, body, "code") : code;
    }

    /** The last part of a URI, which names the problem (RFC 7807); null of the one that says no more than the status does. */
    private static @Nullable String problem(String uri) {
        String trimmed = uri.replaceAll("/+$", "");
        String name = trimmed.substring(trimmed.lastIndexOf('/') + 1);
        return name.isEmpty() || name.equals("about:blank") ? null : name;
    }

    private @Nullable String message(JsonValue inner, JsonValue body) {
        return first(
                inner,
                body,
                "description",
                "message",
                "detail",
                "msg",
                "title",
                "error_message",
                "errorMessage",
                "faultstring");
    }

    /** The first of the members that is a text. */
    private @Nullable String first(JsonValue inner, JsonValue body, String... names) {
        return firstOf(JsonValue.Kind.STRING, inner, body, names);
    }

    private @Nullable String firstOf(JsonValue.Kind kind, JsonValue inner, JsonValue body, String... names) {
        for (String name : names) {
            for (JsonValue object : List.of(inner, body)) {
                JsonValue value = object.get(name);
                String text = value == null || value.kind() != kind ? "" : plain(value);
                if (!text.isBlank()) {
                    return text;
                }
            }
        }
        return null;
    }

    /** The sentences for each field: a list, as FastAPI and others have it, or by field as in problem details of ASP.NET. */
    private List<String> details(JsonValue inner, JsonValue body) {
        List<String> details = new ArrayList<>(0);
        for (JsonValue object : inner.equals(body) ? List.of(body) : List.of(inner, body)) {
            for (String name : LISTS) {
                JsonValue list = object.get(name);
                if (list != null) {
                    list.elements().forEach(item -> addDetail(details, place(item), item));
                }
            }
            JsonValue byField = object.get("errors");
            if (byField != null) {
                byField.fields().forEach((field, said) -> {
                    List<JsonValue> each = said.kind() == JsonValue.Kind.ARRAY ? said.elements() : List.of(said);
                    each.forEach(item -> addDetail(details, oneLine(field) + ": ", item));
                });
            }
        }
        return details;
    }

    private void addDetail(List<String> details, String where, JsonValue item) {
        String message = item.kind() == JsonValue.Kind.STRING
                ? plain(item)
                : first(item, item, "msg", "message", "description", "detail");
        if (message != null) {
            details.add(where + message);
        }
    }

    /** {@code "loc": ["query", "limit"]}, {@code "path": ["limit"]}, {@code "field": "limit"}. */
    private String place(JsonValue item) {
        for (String name : List.of("loc", "path", "field")) {
            JsonValue place = item.get(name);
            String where = place == null
                    ? ""
                    : place.kind() == JsonValue.Kind.ARRAY
                            ? place.elements().stream().map(this::plain).collect(Collectors.joining("."))
                            : plain(place);
            if (!where.isBlank()) {
                return where + ": ";
            }
        }
        return "";
    }

    private String plain(JsonValue value) {
        String text = value.asText();
        return oneLine(text != null ? text : value.json());
    }

    private @Nullable String plainMessage(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return null;
        }
        if (trimmed.startsWith("<")) {
            String title = title(trimmed);
            return title.isEmpty() ? "a page of HTML" : "a page of HTML titled " + title;
        }
        return oneLine(trimmed);
    }

    private String title(String page) {
        int tag = page.toLowerCase(Locale.ROOT).indexOf("<title");
        int from = tag < 0 ? -1 : page.indexOf('>', tag);
        int to = from < 0 ? -1 : page.indexOf('<', from);
        return from < 0 ? "" : oneLine(page.substring(from + 1, to < 0 ? page.length() : to));
    }

    /** Masked as it came and once more in one line, since the server may have broken the key apart. */
    private String oneLine(String text) {
        return mask.cut(mask.text(text).strip().replaceAll("\\s+", " "), LINE);
    }
}
