package io.github.analytics4j.http;

import io.github.analytics4j.error.ErrorAnswer;
import io.github.analytics4j.json.JsonSyntaxException;
import io.github.analytics4j.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Finds code, message and request id in an error body, whichever of its shapes it has: a {@code detail} that is an
 * object, a list or a text; an {@code error} that is an object, or a text beside a {@code message}; problem details of
 * RFC 7807; a page of HTML from a gateway; a line of text; nothing.
 */
final class ErrorBodies {
    private static final int MOST_BYTES = 64 << 10; // an error is a sentence; the rest is somebody's page
    private static final int LINE = 200;
    private static final Pattern TITLE = Pattern.compile("<title[^>]*>\\s*([^<]{1,200})", Pattern.CASE_INSENSITIVE);

    private ErrorBodies() {}

    /** The beginning of the body, also when the rest never comes. */
    static String textOf(Response response) throws IOException {
        byte[] bytes = new byte[MOST_BYTES];
        int length = 0;
        try (InputStream in = response.body().byteStream()) {
            int read = 0;
            while (read >= 0 && length < bytes.length) {
                length += read;
                read = in.read(bytes, length, bytes.length - length);
            }
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    static ErrorAnswer parse(int status, String text, @Nullable String headerId, @Nullable Duration hint) {
        JsonValue body = jsonOf(text);
        if (body == null || body.kind() != JsonValue.Kind.OBJECT) {
            return new ErrorAnswer(status, null, plainMessage(text), List.of(), headerId, hint, text);
        }
        JsonValue inner = innerOf(body);
        String id = first(inner, body, "request_id", "requestId", "traceId", "trace_id");
        return new ErrorAnswer(
                status, code(inner, body), message(inner, body), details(body), id != null ? id : headerId, hint, text);
    }

    private static @Nullable JsonValue jsonOf(String text) {
        try {
            return JsonValue.parse(text);
        } catch (JsonSyntaxException e) {
            return null;
        }
    }

    private static JsonValue innerOf(JsonValue body) {
        for (String name : List.of("detail", "error")) {
            JsonValue inner = body.get(name);
            if (inner != null && inner.kind() == JsonValue.Kind.OBJECT) {
                return inner;
            }
        }
        return body;
    }

    private static @Nullable String code(JsonValue inner, JsonValue body) {
        String code = first(inner, body, "code", "category", "error");
        if (code != null) {
            return code;
        }
        String type = first(inner, body, "type"); // RFC 7807: a URI whose last part names the problem
        return type == null ? null : type.substring(type.lastIndexOf('/') + 1);
    }

    private static @Nullable String message(JsonValue inner, JsonValue body) {
        return first(inner, body, "description", "message", "detail", "msg", "title");
    }

    /** The first of the members that is a text. */
    private static @Nullable String first(JsonValue inner, JsonValue body, String... names) {
        for (String name : names) {
            for (JsonValue object : List.of(inner, body)) {
                JsonValue value = object.get(name);
                String text = value == null || value.kind() != JsonValue.Kind.STRING ? null : value.asText();
                if (text != null && !text.isBlank()) {
                    return oneLine(text);
                }
            }
        }
        return null;
    }

    /** {@code {"detail": [{"loc": ["query", "limit"], "msg": "..."}]}}, as FastAPI has it. */
    private static List<String> details(JsonValue body) {
        JsonValue list =
                Objects.requireNonNullElse(body.get("detail"), Objects.requireNonNullElse(body.get("errors"), body));
        List<String> details = new ArrayList<>(0);
        for (JsonValue item : list.elements()) {
            String message = first(item, item, "msg", "message", "description", "detail");
            JsonValue place = item.get("loc");
            String where = place == null
                    ? ""
                    : place.elements().stream().map(ErrorBodies::plain).collect(Collectors.joining(".")) + ": ";
            if (message != null) {
                details.add(where + message);
            }
        }
        return details;
    }

    private static String plain(JsonValue value) {
        String text = value.asText();
        return text != null ? text : value.json();
    }

    private static @Nullable String plainMessage(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return null;
        }
        if (trimmed.startsWith("<")) {
            Matcher title = TITLE.matcher(trimmed);
            return title.find() ? "a page of HTML titled " + oneLine(title.group(1)) : "a page of HTML";
        }
        return oneLine(trimmed);
    }

    private static String oneLine(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LINE ? line : line.substring(0, LINE) + "…";
    }
}
