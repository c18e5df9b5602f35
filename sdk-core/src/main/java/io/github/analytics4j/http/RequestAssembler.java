package io.github.analytics4j.http;

import io.github.analytics4j.error.InvalidRequestException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Makes the HTTP request of an operation: path and query on the base URL, our headers, the user's on top. */
final class RequestAssembler {
    private static final Set<String> OURS = Set.of("host", "content-length", "transfer-encoding", "connection");

    private final TransportSettings settings;
    private final String base;
    private final String userAgent;

    RequestAssembler(TransportSettings settings) {
        this.settings = settings;
        String text = settings.baseUrl().toString();
        this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        String version = RequestAssembler.class.getPackage().getImplementationVersion();
        this.userAgent = "analytics4j/" + (version == null ? "dev" : version) + " Java/"
                + Runtime.version().feature();
    }

    <Q> PreparedRequest assemble(Operation<Q, ?> operation, Q request) {
        RequestParts parts = new RequestParts();
        operation.encoder().encode(request, parts);
        RequestOptions options = parts.options();
        check(operation, parts, options);
        Map<String, String> query = new LinkedHashMap<>(parts.query());
        query.putAll(options.query());
        String place = base + UrlText.path(operation.path(), parts.path());
        Map<String, String> shownQuery =
                Redaction.forTheirOwner(query, parts.query().keySet());
        Map<String, String> headers = headers(operation, parts.body(), options);
        return new PreparedRequest(
                new CallInfo(
                        operation.id(),
                        operation.group(),
                        operation.method(),
                        place + UrlText.query(Redaction.forLogs(query))),
                operation.repeatable(),
                operation.codec() == null,
                identity(operation, parts),
                HttpUrl.get(place + UrlText.query(query)),
                place + UrlText.query(shownQuery),
                shownQuery,
                headers,
                shown(headers, options),
                parts.body(),
                options.deadline() != null ? options.deadline() : settings.deadline(),
                options.attemptTimeout() != null ? options.attemptTimeout() : settings.attemptTimeout());
    }

    private String identity(Operation<?, ?> operation, RequestParts parts) {
        HttpUrl url = HttpUrl.get(base);
        String origin = url.newBuilder().encodedPath("/").build().toString();
        return operation.id() + " " + String.join(" ", parts.path().values()) + " at "
                + origin.substring(0, origin.length() - 1);
    }

    private Map<String, String> headers(Operation<?, ?> operation, @Nullable String body, RequestOptions options) {
        Map<String, String> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("User-Agent", userAgent);
        if (operation.codec() != null) {
            headers.put("Accept", "application/json");
        } else {
            headers.put("Accept-Encoding", "identity"); // the bytes of a file are wanted as they are
        }
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        options.headers().forEach((name, value) -> {
            headers.remove(name);
            headers.put(name, value);
        });
        return headers;
    }

    private Map<String, String> shown(Map<String, String> headers, RequestOptions options) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put(
                settings.credentials().scheme().header(),
                settings.credentials().scheme().masked());
        shown.putAll(Redaction.forTheirOwner(headers, Set.of()));
        return shown;
    }

    /** What would break the request, leave the API's paths or replace the key. */
    private void check(Operation<?, ?> operation, RequestParts parts, RequestOptions options) {
        List<String> mistakes = new ArrayList<>(0);
        parts.path().forEach((name, value) -> {
            if (value.isBlank() || value.equals(".") || value.equals("..")) {
                mistakes.add(name + " cannot be part of a path");
            }
        });
        String keyHeader = settings.credentials().scheme().header();
        options.headers().forEach((name, value) -> {
            if (name.equalsIgnoreCase(keyHeader) || OURS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                mistakes.add("the header " + name + " is set by the client");
            } else if (!HeaderText.isName(name) || !HeaderText.isValue(value)) {
                mistakes.add("an extra header has a character that no header can carry");
            }
        });
        if (!mistakes.isEmpty()) {
            throw new InvalidRequestException(operation.id(), mistakes);
        }
    }
}
