package io.github.analytics4j.export;

import io.github.analytics4j.json.JsonSyntaxException;
import io.github.analytics4j.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The purged ids of a folder in a file beside its state, so that a damaged state brings none of them back.
 *
 * @param sink names the sink, which keys the hashes
 * @param ids keyed hashes of ids, with the unit of each
 */
record PurgedList(String sink, Map<String, String> ids) {
    static PurgedList of(SyncState state) {
        return new PurgedList(state.sinkId, state.purged);
    }

    String text() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("sink", sink);
        all.put("ids", new TreeMap<>(ids));
        String body = JsonText.of(all);
        return "{\"sha256\":\"" + JsonText.sha256(body) + "\",\"purged\":" + body + "}\n";
    }

    /** Reads a list; null if it is not whole. */
    static @Nullable PurgedList parse(@Nullable String text) {
        try {
            JsonValue whole = JsonValue.parse(String.valueOf(text));
            JsonValue body = StateText.member(whole, "purged");
            if (!JsonText.sha256(body.json()).equals(StateText.text(whole, "sha256"))) {
                return null;
            }
            JsonValue listed = StateText.member(body, "ids");
            Map<String, String> ids = new TreeMap<>();
            for (String hash : listed.fields().keySet()) {
                ids.put(hash, StateText.text(listed, hash));
            }
            return new PurgedList(StateText.text(body, "sink"), ids);
        } catch (StateException | JsonSyntaxException e) {
            return null;
        }
    }
}
