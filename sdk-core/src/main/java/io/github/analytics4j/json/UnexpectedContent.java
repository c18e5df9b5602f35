package io.github.analytics4j.json;

import io.github.analytics4j.error.GeneratedCodeApi;
import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.json.Deviation.Kept;
import io.github.analytics4j.json.Deviation.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tells what arrived with a record that its spec did not foresee, and how to write it back. Immutable.
 *
 * <p>Two of them are equal if the same unexpected things arrived, in any order. How an ordinary value was spelled (absent or null, in
 * quotes or not, a time in another form) is kept for writing but does not count, nor does where in a document it was.
 */
public final class UnexpectedContent {
    /** Of no field. */
    static final Kept[] NOTHING = {};

    private static final int SHOWN = 3;

    /** Tells of no deviation: a record made by hand has this one. */
    public static final UnexpectedContent NONE = new UnexpectedContent(JsonFields.NONE, "$", 0, 0, 0, 0, NOTHING, null);

    private final JsonFields fields;
    private final String path;
    private final long nulls;
    private final long quoted;
    private final long absent;
    private final long aliased;
    private final Kept[] kept;
    /** The fields for whose whole value a text stands in; accessors ask for each value that is read. */
    private final long instead;

    private final @Nullable UnaryOperator<String> mask; // for exceptions alone: what is decoded stays as it came

    UnexpectedContent(
            JsonFields fields,
            String path,
            long nulls,
            long quoted,
            long absent,
            long aliased,
            Kept[] kept,
            @Nullable UnaryOperator<String> mask) {
        this.fields = fields;
        this.path = path;
        this.nulls = nulls;
        this.quoted = quoted;
        this.absent = absent;
        this.aliased = aliased;
        this.kept = kept;
        this.instead = instead(kept);
        this.mask = mask;
    }

    /**
     * {@return what was unexpected in a list that was a whole response: its elements of the wrong kind, which are not
     * among those of the list} {@link #NONE} for every other list, also for a copy of such a one.
     *
     * @param response a list that an operation returned
     */
    public static UnexpectedContent of(List<?> response) {
        return response instanceof JsonReader.BareList<?> bare ? bare.unexpected() : NONE;
    }

    private static long instead(Kept[] kept) {
        long instead = 0;
        for (Kept one : kept) {
            instead |= one.isInstead() ? 1L << one.field() : 0;
        }
        return instead;
    }

    /**
     * {@return whether everything came as documented} Numbers in quotes and nulls of nullable fields do not count.
     */
    public boolean isEmpty() {
        return !deviates(kept, absent & fields.required);
    }

    /** True if something of a record is not as documented: what is kept of it, or fields that were promised and did not come. */
    static boolean deviates(Kept[] kept, long missing) {
        boolean deviates = missing != 0;
        for (int i = 0; !deviates && i < kept.length; i++) {
            deviates = kept[i].kind() != null;
        }
        return deviates;
    }

    /** True of {@link #NONE} itself, at no cost: the accessors of all records ask. */
    @SuppressWarnings("ReferenceEquality") // an equal one may tell of fields; NONE is of a record made by hand
    boolean isNone() {
        return this == NONE;
    }

    /**
     * True if no field came as documented, one of this name aside.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public boolean hasNothingBut(String jsonName) {
        if (isNone()) {
            return false; // everything came
        }
        for (int i = 0; i < fields.count(); i++) {
            if (arrived(i) && !wasNull(i) && !fields.name(i, false).equals(jsonName)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The names of the first documented fields, if none at all came, not even null; else null.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public @Nullable String noneOf() {
        if (fields.all == 0 || (absent & fields.all) != fields.all) {
            return null;
        }
        int shown = Math.min(fields.count(), SHOWN);
        return IntStream.range(0, shown).mapToObj(i -> fields.name(i, false)).collect(Collectors.joining(", "))
                + (shown < fields.count() ? ", …" : "");
    }

    /**
     * True if a field that was promised did not come.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public boolean lacksPromised() {
        return (absent & fields.required) != 0;
    }

    /** {@return the fields the spec does not know, in the order they came} */
    public Map<String, JsonValue> unknownFields() {
        LinkedHashMap<String, JsonValue> unknown = new LinkedHashMap<>();
        for (Kept one : kept) {
            if (one.kind() == Kind.UNKNOWN_FIELD) {
                unknown.put(one.name(), new JsonValue(one.raw()));
            }
        }
        return unknown.isEmpty() ? Map.of() : new Json.OrderedMap<>(unknown);
    }

    /**
     * The values of {@link #deviations()} by their paths within this record, and those of which the record's own value is only the
     * nearest; not of fields that are missing.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public Map<String, JsonValue> arrivals() {
        Map<String, JsonValue> arrived = new LinkedHashMap<>();
        for (Kept one : kept) {
            if ((one.kind() != null || isNearly(one)) && !one.raw().isEmpty()) {
                String place = one.deviation("").path();
                arrived.put(place.startsWith(".") ? place.substring(1) : place, new JsonValue(one.raw()));
            }
        }
        return arrived;
    }

    private boolean isNearly(Kept one) {
        return one.isInstead() && ScalarReader.isNearly(fields.kind(one.field()), one.raw());
    }

    /**
     * {@return all of it: unknown fields, values of the wrong type, missing fields} What is inside nested records is theirs.
     */
    public List<Deviation> deviations() {
        List<Deviation> all = new ArrayList<>();
        for (Kept one : kept) {
            if (one.kind() != null) {
                all.add(one.deviation(path));
            }
        }
        for (int i = 0; i < fields.count(); i++) {
            if ((absent & fields.required & 1L << i) != 0) {
                all.add(new Deviation(path + "." + fields.name(i, false), "", "a value", Kind.MISSING));
            }
        }
        return List.copyOf(all);
    }

    /**
     * {@return the text of a time or number that was readable but written unlike its canonical form}
     *
     * @param jsonName of the field, as it is on the wire
     */
    public Optional<String> originalText(String jsonName) {
        Kept one = valueOf(fields.indexOf(jsonName));
        if (one == null || one.kind() != null) {
            return Optional.empty();
        }
        String text = new JsonValue(one.raw()).asText();
        return Optional.of(text == null ? one.raw() : text);
    }

    /** As {@link FieldValues#required}. */
    void require(int fieldIndex) {
        if (isNone()) {
            return;
        }
        if (wasAbsent(fieldIndex)) {
            throw new UnexpectedValueException(masked(path) + "." + fields.name(fieldIndex, false), null, "a value");
        }
        if (kept.length > 0) {
            Kept one = valueOf(fieldIndex);
            if (one != null && one.kind() != null) {
                throw new UnexpectedValueException(
                        masked(path) + "." + masked(one.name()), masked(one.raw()), one.expected());
            }
        }
    }

    /** As {@link FieldValues#present}. */
    <V> V present(@Nullable V value, int fieldIndex, String where, String expected) {
        requireKind(fieldIndex);
        if (value == null || wasAbsent(fieldIndex)) {
            throw new UnexpectedValueException(where, wasNull(fieldIndex) ? "null" : null, expected);
        }
        return value;
    }

    /** As {@link FieldValues#requireKind}. */
    void requireKind(int fieldIndex) {
        Kept one = valueOf(fieldIndex);
        if (one != null && one.kind() == Kind.WRONG_TYPE) {
            require(fieldIndex);
        }
    }

    /**
     * A text that tells of this record, without the client's keys.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public String masked(String text) {
        return mask == null ? text : mask.apply(text);
    }

    /** True if a field came, null or not, and was of the kind promised. */
    boolean arrived(int fieldIndex) {
        Kept one = valueOf(fieldIndex);
        return !wasAbsent(fieldIndex) && (one == null || one.kind() == null);
    }

    /** As {@link FieldValues#unreadable}. */
    List<Integer> unreadable(int fieldIndex) {
        List<Integer> places = new ArrayList<>(0);
        for (Kept one : kept) {
            boolean lost = one.kind() == Kind.WRONG_TYPE || one.kind() == Kind.NULL;
            if (lost
                    && one.field() == fieldIndex
                    && one.at().size() == 1
                    && one.at().get(0) instanceof Integer place) {
                places.add(place);
            }
        }
        return places;
    }

    /**
     * {@return the indexes of the elements of the wrong kind or null, in a list that was a whole response} Indexes from 0 in
     * the list as it was sent, in their order.
     */
    public List<Integer> unreadable() {
        return List.copyOf(unreadable(Kept.BARE));
    }

    /** As {@link FieldValues#doubt}. */
    @Nullable
    String doubt(int fieldIndex) {
        for (Kept one : kept) {
            if (one.field() == fieldIndex
                    && one.kind() == Kind.DUPLICATE
                    && one.at().isEmpty()) {
                return "\"" + one.name() + "\" came more than once, and only the last one could be read";
            }
        }
        return wasNull(fieldIndex)
                ? "\"" + fields.name(fieldIndex, wasAliased(fieldIndex))
                        + "\" came as null, which says nothing about rows"
                : null;
    }

    /** Returns the text to be written in place of a field's whole value; null if there is none. */
    @Nullable
    Kept valueOf(int field) {
        Kept found = null;
        if (field >= 0 && (instead & 1L << field) != 0) {
            for (int i = 0; found == null; i++) {
                found = kept[i].isInstead() && kept[i].field() == field ? kept[i] : null;
            }
        }
        return found;
    }

    /** True if something inside the value of this field is kept. */
    boolean keepsInside(int field) {
        for (Kept one : kept) {
            if (one.field() == field && !one.at().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    Kept[] kept() {
        return kept;
    }

    boolean wasNull(int field) {
        return (nulls & 1L << field) != 0;
    }

    boolean wasQuoted(int field) {
        return (quoted & 1L << field) != 0;
    }

    boolean wasAbsent(int field) {
        return (absent & 1L << field) != 0;
    }

    boolean wasAliased(int field) {
        return (aliased & 1L << field) != 0;
    }

    boolean hasPresence(long ofNulls, long ofQuoted, long ofAbsent, long ofAliased) {
        return nulls == ofNulls && quoted == ofQuoted && absent == ofAbsent && aliased == ofAliased;
    }

    /** In any order: a server may send the members of an object in another one each time. */
    private Set<Object> essence() {
        Set<Object> essence = new HashSet<>();
        for (Kept one : kept) {
            if (one.kind() != null) {
                Object value = one.raw().indexOf('{') < 0 ? one.raw() : new JsonValue(one.raw());
                essence.add(List.of(one.field(), one.name(), one.at(), value, one.kind()));
            }
        }
        essence.add(absent & fields.required);
        return essence;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UnexpectedContent that
                && (this == that || essence().equals(that.essence()));
    }

    @Override
    public int hashCode() {
        return essence().hashCode();
    }

    /** The paths and kinds, without the values. */
    @Override
    public String toString() {
        return deviations().stream()
                .map(d -> d.path() + " " + d.kind())
                .toList()
                .toString();
    }
}
