package io.github.analytics4j.export;

import io.github.analytics4j.json.JsonValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of a stored unit.
 *
 * @param rows how many rows are there, those marked as gone not counted
 * @param marked how many rows are marked as gone
 * @param open how many rows have a status that is not their last
 * @param rejected how many rows of the last reading could not be stored
 * @param contentHash of all rows that are there, whatever their order
 * @param readAt when it was read last
 * @param changedAt when its content changed last
 * @param proven whether the last reading was proven complete
 * @param reasons why it was not, or why rows that are gone were kept
 * @param file the file that holds it; null in a sink without files
 */
record UnitState(
        long rows,
        long marked,
        long open,
        long rejected,
        String contentHash,
        Instant readAt,
        Instant changedAt,
        boolean proven,
        List<String> reasons,
        @Nullable UnitFile file) {

    UnitState {
        reasons = List.copyOf(reasons);
    }

    /** As it stands after a reading that brought the same content. */
    UnitState readAgain(Instant at, boolean nowProven, long nowRejected, List<String> nowReasons) {
        return new UnitState(rows, marked, open, nowRejected, contentHash, at, changedAt, nowProven, nowReasons, file);
    }

    /** Present, with a content that is not known: it is read again. */
    static UnitState unverified(@Nullable UnitFile file, long rows) {
        return new UnitState(
                rows, 0, 0, 0, "", Instant.EPOCH, Instant.EPOCH, false, List.of("present, unverified"), file);
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("rows", rows);
        all.put("marked", marked == 0 ? null : marked);
        all.put("open", open == 0 ? null : open);
        all.put("rejected", rejected == 0 ? null : rejected);
        all.put("hash", contentHash);
        all.put("read_at", readAt);
        all.put("changed_at", changedAt);
        all.put("proven", proven);
        all.put("reasons", reasons.isEmpty() ? null : reasons);
        if (file != null) {
            all.put("file", file.file());
            all.put("size", file.size());
            all.put("sha256", file.sha256());
        }
        return all;
    }

    static UnitState of(Map<String, JsonValue> json) throws StateException {
        JsonValue file = json.get("file");
        return new UnitState(
                StateText.number(json, "rows"),
                StateText.numberOr(json, "marked", 0),
                StateText.numberOr(json, "open", 0),
                StateText.numberOr(json, "rejected", 0),
                StateText.text(json, "hash"),
                StateText.time(json, "read_at"),
                StateText.time(json, "changed_at"),
                StateText.truth(json, "proven"),
                StateText.texts(json, "reasons"),
                file == null
                        ? null
                        : new UnitFile(
                                StateText.text(json, "file"),
                                StateText.number(json, "size"),
                                StateText.text(json, "sha256")));
    }
}
