package io.github.analytics4j.client;

import java.util.Map;

/**
 * What to tell a human about a status: a short cause to act on. An API module gives its own sentences as data; the rest
 * is the same for all.
 *
 * @param byStatus a sentence for a status, without a full stop
 */
public record ErrorHelp(Map<Integer, String> byStatus) {
    /** Nothing special about this API. */
    public static final ErrorHelp NONE = new ErrorHelp(Map.of());

    private static final Map<Integer, String> COMMON = Map.ofEntries(
            Map.entry(202, "the server accepted the request and has no data yet"),
            Map.entry(
                    304,
                    "the server says that nothing changed since an earlier copy, and none was named; is a cache in between?"),
            Map.entry(400, "the request was refused"),
            Map.entry(401, "the key was refused"),
            Map.entry(403, "the key may not do this"),
            Map.entry(404, "there is nothing at this address"),
            Map.entry(408, "the server waited too long for the request"),
            Map.entry(422, "the request was refused"),
            Map.entry(429, "too many requests"));

    /** Keeps its own copy. */
    public ErrorHelp {
        byStatus = Map.copyOf(byStatus);
    }

    /** The sentence for a status. */
    public String of(int status) {
        String own = byStatus.get(status);
        return own != null ? own : COMMON.getOrDefault(status, usual(status));
    }

    private static String usual(int status) {
        if (status >= 200 && status < 300) {
            return "the response holds an error and no data";
        }
        return status >= 500 ? "the server failed" : "the server said no";
    }
}
