package io.github.analytics4j.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One open object, list or map of a reader. Reused: nothing here is made anew while all is as expected. */
final class Frame {
    /** What a frame is of. */
    enum Kind {
        RECORD,
        LIST,
        MAP
    }

    final FieldValues values = new FieldValues();
    Kind kind = Kind.LIST;
    JsonFields fields;
    boolean started;

    /** The name (field or alias) read last; -1 for none. */
    int name;
    /** The field, list index or -1 that the value read now belongs to. */
    int index;
    /** The key of a map, or the name of a field that is not known. */
    @Nullable
    String key;

    long seen;
    long nulls;
    long quoted;
    long aliased;

    @Nullable
    List<Kept> kept;

    /** Places inside the record whose value came again, by field and steps, and how much had been kept by then. */
    private @Nullable Map<List<Object>, Integer> forgotten;

    Frame(JsonFields fields) {
        this.fields = fields;
    }

    void reset(Kind newKind, JsonFields newFields) {
        kind = newKind;
        fields = newFields;
        started = false;
        name = -1;
        index = -1;
        key = null;
        seen = 0;
        nulls = 0;
        quoted = 0;
        aliased = 0;
        kept = null;
        forgotten = null;
    }

    /** Forgets what was kept so far of the current field's value, or of what is at the given steps inside it. */
    void forget(List<Object> steps) {
        if (kept != null) {
            forgotten = forgotten == null ? new HashMap<>() : forgotten;
            forgotten.put(place(index, steps), kept.size());
        }
    }

    private static List<Object> place(int field, List<Object> steps) {
        List<Object> place = new ArrayList<>(steps.size() + 1);
        place.add(field);
        place.addAll(steps);
        return place;
    }

    /** Without what was forgotten, which is left out once and at the end: looking for it each time takes time. */
    List<Kept> remembered(List<Kept> all) {
        Map<List<Object>, Integer> until = forgotten;
        if (until == null) {
            return all;
        }
        List<Kept> left = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            Kept one = all.get(i);
            List<Object> place = place(one.field(), one.at());
            boolean gone = false;
            for (int length = 1; length <= place.size() && !gone; length++) {
                gone = until.getOrDefault(place.subList(0, length), 0) > i;
            }
            if (!gone) {
                left.add(one);
            }
        }
        return left;
    }

    /** The name the current field arrived under. */
    String fieldName() {
        return key != null ? key : fields.name(index, (aliased & 1L << index) != 0);
    }
}
