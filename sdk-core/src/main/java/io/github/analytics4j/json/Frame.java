package io.github.analytics4j.json;

import java.util.List;
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
    }

    /** The name the current field arrived under. */
    String fieldName() {
        return key != null ? key : fields.name(index, (aliased & 1L << index) != 0);
    }
}
