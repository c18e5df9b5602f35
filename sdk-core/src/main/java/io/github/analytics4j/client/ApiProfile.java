package io.github.analytics4j.client;

import io.github.analytics4j.error.GeneratedCodeApi;
import java.util.Map;

/**
 * The facts about an API that its client needs.
 *
 * @param client the name of its client, for messages: {@code SynthflowClient}
 * @param keyVariable the environment variable for the key
 * @param urlVariable the environment variable for the base URL
 * @param causes of a status that has a special cause with this API: a sentence to act on, without a full stop
 * @hidden
 */
@GeneratedCodeApi
public record ApiProfile(String client, String keyVariable, String urlVariable, Map<Integer, String> causes) {
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
    public ApiProfile {
        causes = Map.copyOf(causes);
    }

    /** Of an API whose statuses have no special causes. */
    public ApiProfile(String client, String keyVariable, String urlVariable) {
        this(client, keyVariable, urlVariable, Map.of());
    }

    /** The same with other causes. */
    public ApiProfile withCauses(Map<Integer, String> other) {
        return new ApiProfile(client, keyVariable, urlVariable, other);
    }

    /** The likely cause of a status, as a short sentence to act on. */
    String causeOf(int status) {
        String own = causes.get(status);
        return own != null ? own : COMMON.getOrDefault(status, usual(status));
    }

    private static String usual(int status) {
        if (status >= 200 && status < 300) {
            return "the response holds an error and no data";
        }
        return status >= 500 ? "the server failed" : "the server said no";
    }
}
