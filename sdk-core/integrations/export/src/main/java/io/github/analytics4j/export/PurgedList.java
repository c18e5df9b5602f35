package io.github.analytics4j.export;

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
        return StateText.sealed("purged", all);
    }

    /** Reads a list; null if it is not whole. */
    static @Nullable PurgedList parse(@Nullable String text) {
        try {
            Map<String, JsonValue> body = StateText.opened("purged", text);
            return new PurgedList(StateText.text(body, "sink"), new TreeMap<>(StateText.textsByName(body, "ids")));
        } catch (StateException e) {
            return null;
        }
    }
}
