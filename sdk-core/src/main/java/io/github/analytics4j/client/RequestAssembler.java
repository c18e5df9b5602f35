package io.github.analytics4j.client;

import io.github.analytics4j.client.ClientListener.CallInfo;
import io.github.analytics4j.client.Operation.RequestParts;
import io.github.analytics4j.error.InvalidRequestException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Makes the HTTP request of an operation: path and query on the base URL, our headers, the user's on top. */
final class RequestAssembler {
    private static final Set<String> OURS =
            Set.of("host", "content-length", "transfer-encoding", "connection", "accept-encoding");

    private static final String HALF = "has half of a character, a surrogate without its other half";
    /** An escape of a surrogate, which the writer of JSON uses for halves alone. */
    private static final String HALF_IN_JSON = "(?<!\\\\)(?:\\\\\\\\)*+\\\\u[dD][89a-fA-F]";

    /** Sent as they are in a query besides letters and digits. Commas and colons are legal in a query, and vendors' own examples leave them raw. */
    private static final String RAW_IN_QUERY = "-._~,:";

    private static final String RAW_IN_PATH = "-._~";
    private static final String HEX = "0123456789ABCDEF";

    /** In the name of a header besides letters and digits. */
    private static final String TOKEN = "!#$%&'*+-.^_`|~";

    private final ClientConfig config;
    private final String base;
    private final HttpUrl root;
    private final String rootPath;
    private final Map<String, String> forJson;
    private final Map<String, String> forFile;

    RequestAssembler(ClientConfig config) {
        this.config = config;
        this.base = withoutSlash(config.baseUrl().toString());
        this.root = HttpUrl.get(base);
        this.rootPath = withoutSlash(root.encodedPath());
        String userAgent =
                "analytics4j/" + Version.text() + " Java/" + Runtime.version().feature();
        this.forJson = headers("User-Agent", userAgent, "Accept", "application/json");
        // the bytes of a file are wanted as they are
        this.forFile = headers("User-Agent", userAgent, "Accept-Encoding", "identity");
    }

    private static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static Map<String, String> headers(String... pairs) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < pairs.length; i += 2) {
            headers.put(pairs[i], pairs[i + 1]);
        }
        return Collections.unmodifiableMap(headers);
    }

    <Q> PreparedRequest assemble(Operation<Q, ?> operation, Q request) {
        RequestParts parts = new RequestParts();
        operation.encoder().encode(request, parts);
        RequestOptions options = parts.options();
        check(operation, parts, options);
        String path = path(operation.path(), parts.path());
        Map<String, String> query = query(parts, options);
        String queryText = queryText(query);
        return new PreparedRequest(
                new CallInfo(
                        operation.id(),
                        operation.group(),
                        operation.method(),
                        () -> config.credentials()
                                .mask()
                                .sentence(base + path + queryText(PreparedRequest.forLogs(query))),
                        options.tag()),
                operation.repeatable(),
                operation.codec() == null,
                identity(operation, parts),
                root.newBuilder()
                        .encodedPath(rootPath + path)
                        .encodedQuery(queryText.isEmpty() ? null : queryText.substring(1))
                        .build(),
                base + path,
                query,
                parts.query().keySet(),
                config.credentials().scheme(),
                headers(operation, parts.body(), options),
                parts.body(),
                options.deadline() != null
                        ? options.deadline()
                        : config.options().deadline(),
                options.attemptTimeout() != null
                        ? options.attemptTimeout()
                        : config.options().attemptTimeout(),
                config.credentials().mask());
    }

    private static Map<String, String> query(RequestParts parts, RequestOptions options) {
        if (options.query().isEmpty()) {
            return parts.query();
        }
        Map<String, String> query = new LinkedHashMap<>(parts.query());
        query.putAll(options.query());
        return query;
    }

    private static String identity(Operation<?, ?> operation, RequestParts parts) {
        return operation.id() + " " + String.join(" ", parts.path().values());
    }

    private Map<String, String> headers(Operation<?, ?> operation, @Nullable String body, RequestOptions options) {
        Map<String, String> usual = operation.codec() != null ? forJson : forFile;
        if (body == null && options.headers().isEmpty()) {
            return usual;
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(usual);
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        options.headers().forEach((name, value) -> {
            headers.remove(name);
            headers.put(name, value);
        });
        return headers;
    }

    /** UTF-8 has no half of a character: a question mark would be sent in its place, and another thing asked for. */
    private static void checkWhole(String name, String value, List<String> mistakes) {
        boolean whole = true;
        for (int i = 0; whole && i < value.length(); i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                whole = i + 1 < value.length() && Character.isSurrogatePair(value.charAt(i), value.charAt(i + 1));
                i++;
            }
        }
        if (!whole) {
            mistakes.add(name + " " + HALF);
        }
    }

    /** Refuses values that would break the request, leave the API's paths or replace the key. */
    private void check(Operation<?, ?> operation, RequestParts parts, RequestOptions options) {
        List<String> mistakes = new ArrayList<>(0);
        for (Map.Entry<String, String> part : parts.path().entrySet()) {
            String value = part.getValue();
            if (value.isBlank() || value.equals(".") || value.equals("..")) {
                mistakes.add(part.getKey() + " cannot be part of a path");
            }
        }
        for (Map.Entry<String, String> part : parts.path().entrySet()) {
            checkWhole(part.getKey(), part.getValue(), mistakes);
        }
        for (Map.Entry<String, String> parameter : query(parts, options).entrySet()) {
            checkWhole("the name of a query parameter", parameter.getKey(), mistakes);
            checkWhole(parameter.getKey(), parameter.getValue(), mistakes);
        }
        String body = parts.body();
        if (body != null && Pattern.compile(HALF_IN_JSON).matcher(body).find()) {
            mistakes.add("the body " + HALF);
        }
        String keyHeader = config.credentials().scheme().header();
        for (Map.Entry<String, String> header : options.headers().entrySet()) {
            String name = header.getKey();
            if (name.equalsIgnoreCase(keyHeader) || OURS.contains(name.toLowerCase(Locale.ROOT))) {
                mistakes.add("the header " + name + " is set by the client");
            } else if (!isHeaderName(name)) {
                mistakes.add("the name of an extra header is empty, or has a character that no name can have");
            } else if (!isHeaderValue(header.getValue())) {
                mistakes.add("the header " + name
                        + " has a character that no header can carry; take visible ASCII and blanks");
            }
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidRequestException(operation.id(), mistakes);
        }
    }

    /** Fills {@code {name}} in a path. */
    private static String path(String template, Map<String, String> values) {
        String path = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", encode(value.getValue(), RAW_IN_PATH));
        }
        return path;
    }

    /** {@code ?a=1&b=2}, or nothing. A plus is always {@code %2B} and a blank always {@code %20}. */
    static String queryText(Map<String, String> parameters) {
        StringBuilder out = new StringBuilder();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            out.append(out.isEmpty() ? '?' : '&')
                    .append(encode(parameter.getKey(), RAW_IN_PATH))
                    .append('=')
                    .append(encode(parameter.getValue(), RAW_IN_QUERY));
        }
        return out.toString();
    }

    private static String encode(String text, String raw) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (isAlphanumeric(c) || raw.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return out.toString();
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** Whether a header can have this name; checked here because the message of OkHttp would repeat the value. */
    private static boolean isHeaderName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isAlphanumeric(c) && TOKEN.indexOf(c) < 0) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean isHeaderValue(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\t' && (c < ' ' || c >= 0x7f)) {
                return false;
            }
        }
        return true;
    }
}
