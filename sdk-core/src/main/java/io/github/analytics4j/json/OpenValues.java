package io.github.analytics4j.json;

import io.github.analytics4j.json.Deviation.Kept;
import io.github.analytics4j.json.Deviation.Kind;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Holds the values that a reader has open, and keeps what it meets that the spec does not foresee. */
final class OpenValues {
    /** No honest document repeats names more often, and forgetting the earlier ones takes time. */
    private static final int MAX_REPEATS = 1_000;

    private static final String NAMED_ONCE = "a name that occurs once";

    private final JsonLimits limits;
    private final @Nullable UnaryOperator<String> mask;
    private Frame[] open = new Frame[8];
    private int depth;
    private int elements;
    private int repeats;
    private final List<UnexpectedContent> inRecords = new ArrayList<>(0);
    private final List<Kept> outside = new ArrayList<>(0);

    OpenValues(JsonLimits limits, @Nullable UnaryOperator<String> mask) {
        this.limits = limits;
        this.mask = mask;
    }

    int depth() {
        return depth;
    }

    /** True if one more level is over the limit. */
    boolean isFull() {
        return depth >= limits.maxDepth();
    }

    /** Counts a name that came again; true if that is one too many. */
    boolean isOneRepeatTooMany() {
        return ++repeats > MAX_REPEATS;
    }

    /** Counts a list element, a map entry or an unknown field; true if that is one too many. */
    boolean isOneTooMany() {
        return ++elements > limits.maxElements();
    }

    int maxElements() {
        return limits.maxElements();
    }

    Frame top() {
        return open[depth - 1];
    }

    Frame push(Frame.Shape shape, JsonFields fields) {
        Frame frame = next();
        frame.reset(shape, fields);
        depth++;
        return frame;
    }

    /** Returns the frame that comes next, not yet open. */
    private Frame next() {
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
        }
        Frame frame = open[depth];
        if (frame == null) {
            frame = new Frame(JsonFields.NONE);
            open[depth] = frame;
        }
        return frame;
    }

    /** Values of no field: those of a record whose value turned out to be no object. */
    FieldValues nothing(JsonFields fields) {
        FieldValues values = next().values;
        values.reset(fields.count());
        return values;
    }

    void pop() {
        depth--;
    }

    /** Closes a record, and returns what was unexpected in it. */
    UnexpectedContent popRecord() {
        Frame frame = open[--depth];
        long absent = frame.fields.all & ~frame.seen;
        return frame.kept == null && (absent & frame.fields.required) == 0
                ? frame.fields.presence(frame.nulls, frame.quoted, absent, frame.aliased)
                : unexpected(frame, absent);
    }

    private UnexpectedContent unexpected(Frame frame, long absent) {
        List<Kept> kept = frame.kept;
        Kept[] all = kept == null
                ? UnexpectedContent.NOTHING
                : lastOnly(frame.remembered(kept)).toArray(UnexpectedContent.NOTHING);
        boolean deviates = UnexpectedContent.deviates(all, absent & frame.fields.required);
        String path = deviates ? path() : "$"; // other spelling alone, which whole logs may have, asks for no place
        UnexpectedContent unexpected =
                new UnexpectedContent(frame.fields, path, frame.nulls, frame.quoted, absent, frame.aliased, all, mask);
        if (deviates) {
            inRecords.add(unexpected);
        }
        return unexpected;
    }

    /** Leaves only the last of unknown fields of the same name, and adds a word about it. */
    @SuppressWarnings("ReferenceEquality") // a field that came twice with the same value came twice
    private static List<Kept> lastOnly(List<Kept> kept) {
        int unknown = 0;
        for (Kept one : kept) {
            unknown += one.kind() == Kind.UNKNOWN_FIELD ? 1 : 0;
        }
        if (unknown < 2) {
            return kept;
        }
        Map<String, Kept> last = new HashMap<>();
        Set<String> repeated = new LinkedHashSet<>();
        for (Kept one : kept) {
            if (one.kind() == Kind.UNKNOWN_FIELD && last.put(one.name(), one) != null) {
                repeated.add(one.name());
            }
        }
        if (!repeated.isEmpty()) {
            kept.removeIf(one -> one.kind() == Kind.UNKNOWN_FIELD && last.get(one.name()) != one);
            repeated.forEach(name -> kept.add(new Kept(Kept.UNKNOWN, name, List.of(), "", NAMED_ONCE, Kind.DUPLICATE)));
        }
        return kept;
    }

    /** The place of the value that is being read, for an exception. */
    String shownPath() {
        return mask == null ? path() : mask.apply(path());
    }

    /** The place of the value that is being read. */
    String path() {
        StringBuilder path = new StringBuilder("$");
        for (int i = 0; i < depth; i++) {
            Frame frame = open[i];
            if (frame.shape == Frame.Shape.LIST) {
                path.append('[').append(frame.index).append(']');
            } else if (frame.key != null) {
                path.append('.').append(Kept.shown(frame.key));
            } else if (frame.index >= 0) {
                path.append('.').append(frame.fieldName());
            }
        }
        return path.toString();
    }

    /** True if the value that is being read belongs to a field, and not to a list, a map or the document itself. */
    boolean inField() {
        return depth > 0 && open[depth - 1].shape == Frame.Shape.RECORD;
    }

    /** Keeps the raw text of the value that is being read, with the record it belongs to. */
    void keep(@Nullable Kind kind, String raw, String expected) {
        int record = depth - 1;
        while (record >= 0 && open[record].shape != Frame.Shape.RECORD) {
            record--;
        }
        if (record < 0) {
            outside.add(new Kept(Kept.BARE, "", steps(0), raw, expected, kind));
            return;
        }
        Frame frame = open[record];
        int field = frame.key != null ? Kept.UNKNOWN : frame.index;
        keptOf(frame).add(new Kept(field, frame.fieldName(), steps(record + 1), raw, expected, kind));
    }

    private List<Object> steps(int first) {
        if (first == depth) {
            return List.of();
        }
        List<Object> steps = new ArrayList<>(depth - first);
        for (int i = first; i < depth; i++) {
            String key = open[i].key;
            steps.add(key != null ? key : (Object) open[i].index);
        }
        return Collections.unmodifiableList(steps);
    }

    private static List<Kept> keptOf(Frame frame) {
        List<Kept> kept = frame.kept;
        if (kept == null) {
            kept = new ArrayList<>(4);
            frame.kept = kept;
        }
        return kept;
    }

    /** Forgets what was kept of the value at this place: it comes a second time, and the last one counts. */
    void forget() {
        Frame top = top();
        if (top.shape == Frame.Shape.RECORD && top.key == null) {
            long others = ~(1L << top.index);
            top.nulls &= others;
            top.quoted &= others;
        }
        int record = depth - 1;
        while (record >= 0 && open[record].shape != Frame.Shape.RECORD) {
            record--;
        }
        if (record >= 0 && open[record].kept != null) {
            open[record].forget(steps(record + 1));
        }
        keep(Kind.DUPLICATE, "", NAMED_ONCE);
    }

    /** Keeps that null came: a bit where the field of a record may be null, else a deviation. */
    void keepNull(String expected) {
        Frame top = top();
        long bit = 1L << top.index;
        if (top.shape == Frame.Shape.RECORD && (top.fields.required & bit) == 0) {
            top.nulls |= bit;
        } else {
            keep(Kind.NULL, "null", expected);
        }
    }

    /** Keeps that the number of a field was in quotes, so that it is written so again; false if it is of no field. */
    boolean keepQuotes() {
        if (inField()) {
            top().quoted |= 1L << top().index;
            return true;
        }
        return false;
    }

    /** Returns what was unexpected outside of all records, in the list or map that the whole document is. */
    UnexpectedContent outside() {
        return outside.isEmpty()
                ? UnexpectedContent.NONE
                : new UnexpectedContent(
                        JsonFields.NONE, "$", 0, 0, 0, 0, outside.toArray(UnexpectedContent.NOTHING), mask);
    }

    /** Everything that deviates, record by record, innermost first; to be asked for when the document is read. */
    List<Deviation> deviations() {
        return outside.isEmpty() && inRecords.isEmpty() ? List.of() : new Deviations(outside(), inRecords);
    }

    /** Deviations that are put together when somebody looks at them, which few do. */
    private static final class Deviations extends AbstractList<Deviation> {
        private final UnexpectedContent outside;
        private final List<UnexpectedContent> inRecords;
        private volatile @Nullable List<Deviation> all;

        Deviations(UnexpectedContent outside, List<UnexpectedContent> inRecords) {
            this.outside = outside;
            this.inRecords = inRecords;
        }

        private List<Deviation> all() {
            List<Deviation> known = all;
            if (known == null) {
                List<Deviation> found = new ArrayList<>(outside.deviations());
                for (UnexpectedContent one : inRecords) {
                    found.addAll(one.deviations());
                }
                known = List.copyOf(found);
                all = known;
            }
            return known;
        }

        @Override
        public Deviation get(int index) {
            return all().get(index);
        }

        @Override
        public int size() {
            return all().size();
        }
    }

    /** One open object, list or map of a reader. Reused: nothing here is made anew while all is as expected. */
    static final class Frame {
        /** The kinds of value that a frame is of. */
        enum Shape {
            RECORD,
            LIST,
            MAP
        }

        final FieldValues values = new FieldValues();
        Shape shape = Shape.LIST;
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

        void reset(Shape newShape, JsonFields newFields) {
            shape = newShape;
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
}
