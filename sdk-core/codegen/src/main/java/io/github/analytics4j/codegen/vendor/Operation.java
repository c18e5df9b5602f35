package io.github.analytics4j.codegen.vendor;

import io.github.analytics4j.codegen.openapi.Place;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a document.
 *
 * @param document the document it is in
 * @param method {@code GET}
 * @param path as the document has it
 * @param base the path of the server, before it; null where the document names no server
 * @param id its operation id, or null
 * @param deprecated whether it is to go
 * @param parameters its parameters in order, those of its path among them
 * @param body what it sends, or null
 * @param bodyRequired whether it has to send that
 * @param responses what it may answer, by status
 * @param unsaid what the spec leaves open
 * @param place its place
 */
record Operation(
        Document document,
        String method,
        String path,
        @Nullable String base,
        @Nullable String id,
        boolean deprecated,
        List<Parameter> parameters,
        @Nullable Node body,
        boolean bodyRequired,
        Map<String, Response> responses,
        List<String> unsaid,
        Place place) {

    /**
     * A parameter.
     *
     * @param name on the wire
     * @param in where it goes: {@code query}
     * @param required whether it has to be sent
     * @param deprecated whether it is to go
     * @param list how several values are sent
     * @param schema its type, or null where nothing is said
     * @param place its place
     */
    record Parameter(
            String name,
            String in,
            boolean required,
            boolean deprecated,
            String list,
            @Nullable Node schema,
            Place place) {}

    /**
     * A response.
     *
     * @param media its media types, or "nothing"
     * @param body what its JSON is, or null where it has none
     * @param place its place
     */
    record Response(String media, @Nullable Node body, Place place) {}

    /** As messages call it. */
    String name() {
        return method + " " + path;
    }

    /** The path from the host's root; names in braces do not count. */
    String fullPath() {
        return anonymous((base == null ? "" : base) + path);
    }

    /** The path below the server; names in braces do not count. */
    String relativePath() {
        return anonymous(path);
    }

    private static String anonymous(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    /** The names in braces in the order of the path. */
    List<String> pathNames() {
        return Pattern.compile("\\{([^}]*)}")
                .matcher(path)
                .results()
                .map(name -> name.group(1))
                .toList();
    }

    /** The path of a server's URL, without a slash at the end. */
    static String pathOf(String url) {
        try {
            String path = URI.create(url.replace("{", "").replace("}", "")).getPath();
            return path == null ? "" : path.replaceAll("/+$", "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** The status of the first response that says yes, one with JSON before others; null where there is none. */
    @Nullable
    String success() {
        String found = null;
        for (Map.Entry<String, Response> each : responses.entrySet()) {
            if (each.getKey().startsWith("2")) {
                if (each.getValue().body() != null) {
                    return each.getKey();
                }
                found = found == null ? each.getKey() : found;
            }
        }
        return found;
    }
}
