package io.github.analytics4j.json;

import io.github.analytics4j.error.GeneratedCodeApi;
import io.github.analytics4j.json.Deviation.Kept;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as JSON, putting what was unexpected back in its place, or as the text that a log may show. A null value
 * leaves its field out.
 *
 * @hidden
 */
@GeneratedCodeApi
public final class JsonWriter {
    private final com.squareup.moshi.JsonWriter out;
    private @Nullable Scope scope;
    private boolean quoted;
    private boolean showing;
    private String shown = "";
    /** Names with half a character, which Moshi cannot write, in the order written; a stand-in is in their place. */
    private final List<String> broken = new ArrayList<>(0);

    private String standIn = "";

    private JsonWriter(Buffer buffer) {
        out = com.squareup.moshi.JsonWriter.of(buffer);
    }

    static <T> Buffer write(JsonCodec<T> codec, T value) {
        Buffer buffer = new Buffer();
        try {
            JsonWriter writer = new JsonWriter(buffer);
            writer.writeOrNull(codec, value);
            writer.out.flush();
            writer.putBack(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer in memory cannot fail", e);
        }
        return buffer;
    }

    /** The text of a record instead of its JSON. */
    static <T> String shown(JsonCodec<T> codec, T value) {
        JsonWriter writer = new JsonWriter(new Buffer());
        writer.showing = true;
        try {
            codec.write(writer, value);
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer in memory cannot fail", e);
        }
        return writer.shown;
    }

    private void name(String name) throws IOException {
        if (!Json.hasHalfCharacter(name)) {
            out.name(name);
            return;
        }
        standIn = broken.isEmpty() ? UUID.randomUUID().toString() : standIn;
        broken.add(name);
        out.name(standIn);
    }

    /** Puts the names with half a character in the place of their stand-ins. */
    private void putBack(Buffer written) {
        String mark = '"' + standIn + '"';
        String text = broken.isEmpty() ? "" : written.readUtf8();
        int from = 0;
        for (String name : broken) {
            int at = text.indexOf(mark, from);
            written.writeUtf8(text, from, at).writeUtf8(Json.quote(name));
            from = at + mark.length();
        }
        written.writeUtf8(text, from, text.length());
    }

    /** Writes a record: the values of its fields in their order. A null is left out, unless it came as one. */
    public void writeFields(JsonFields fields, UnexpectedContent unexpected, @Nullable Object... values)
            throws IOException {
        if (showing) {
            shown = RecordText.of(fields, unexpected, values);
            return;
        }
        Scope record = new Scope(fields, unexpected, scope);
        scope = record;
        quoted = false;
        out.beginObject();
        for (int i = 0; i < values.length; i++) {
            if (field(record, i)) {
                writeOrNull(fields.codec(i), values[i]);
            }
        }
        for (Kept one : unexpected.kept()) {
            if (one.kind() == Deviation.Kind.UNKNOWN_FIELD) {
                name(one.name());
                raw(one.raw());
            }
        }
        out.endObject();
        scope = record.outer;
    }

    @SuppressWarnings("unchecked") // a codec writes what it reads
    private void writeOrNull(JsonCodec<?> codec, @Nullable Object value) throws IOException {
        if (value == null) {
            out.nullValue();
        } else {
            ((JsonCodec<Object>) codec).write(this, value);
        }
    }

    /** Names the next field. False if nothing is to be written: it was absent or null, or its raw text was put back. */
    private boolean field(Scope record, int index) throws IOException {
        UnexpectedContent unexpected = record.unexpected;
        Kept instead = unexpected.valueOf(index);
        if (instead != null) {
            name(instead.name());
            raw(instead.raw());
            return false;
        }
        if (unexpected.wasAbsent(index)) {
            return false;
        }
        out.name(record.fields.name(index, unexpected.wasAliased(index)));
        if (unexpected.wasNull(index)) {
            explicitNull();
            return false;
        }
        quoted = unexpected.wasQuoted(index);
        record.enter(index);
        return true;
    }

    private void raw(String json) throws IOException {
        if (json.equals("null")) {
            explicitNull();
            return;
        }
        out.value(new Buffer().writeUtf8(json)); // and no sink, which the Moshi that Retrofit 2.9 brings does not have
    }

    private void explicitNull() throws IOException {
        out.setSerializeNulls(true);
        out.nullValue();
        out.setSerializeNulls(false);
    }

    void value(String value) throws IOException {
        if (Json.hasHalfCharacter(value)) {
            raw(Json.quote(value));
        } else {
            out.value(value);
        }
    }

    /** Writes a whole number, in quotes if that is how it came. */
    void value(long value) throws IOException {
        if (quoted) {
            out.value(Long.toString(value));
        } else {
            out.value(value);
        }
    }

    /**
     * Writes a number, in quotes if that is how it came.
     *
     * @throws IllegalArgumentException if it is infinite or not a number, which JSON cannot say
     */
    void value(double value) throws IOException {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("JSON has no " + value);
        }
        if (quoted) {
            out.value(Numbers.text(value));
        } else {
            raw(Numbers.text(value));
        }
    }

    /** Writes an exact number, in quotes if that is how it came. */
    void value(BigDecimal value) throws IOException {
        if (quoted) {
            out.value(value.toString());
        } else {
            out.value(value);
        }
    }

    void value(boolean value) throws IOException {
        out.value(value);
    }

    void value(JsonValue value) throws IOException {
        raw(value.json());
    }

    /** Writes a list, and what was left out of it when it was read at its old places. */
    <T> void list(JsonCodec<T> element, List<T> values) throws IOException {
        if (scope == null && values instanceof JsonReader.BareList<T> bare) {
            scope = new Scope(JsonFields.NONE, bare.unexpected(), null);
            scope.enter(Kept.BARE);
        }
        out.beginArray();
        quoted = false;
        Scope record = scope;
        Map<Object, Kept> inside = record == null ? Map.of() : record.inside();
        int at = 0;
        for (T value : values) {
            for (Kept hole = hole(inside, at); hole != null; hole = hole(inside, at)) {
                raw(hole.raw());
                at++;
            }
            element(element, value, record, inside, at++);
        }
        for (Kept kept : inside.values()) {
            if (kept.kind() != null && (int) kept.at().get(kept.at().size() - 1) >= at) {
                raw(kept.raw());
            }
        }
        out.endArray();
    }

    private static @Nullable Kept hole(Map<Object, Kept> inside, Object at) {
        Kept kept = inside.isEmpty() ? null : inside.get(at);
        return kept == null || kept.kind() == null ? null : kept;
    }

    private <T> void element(JsonCodec<T> codec, T value, @Nullable Scope record, Map<Object, Kept> inside, Object at)
            throws IOException {
        Kept spelled = inside.isEmpty() ? null : inside.get(at);
        if (spelled != null && spelled.kind() == null) {
            raw(spelled.raw());
        } else if (record == null || !record.keepsInside()) {
            writeOrNull(codec, value);
        } else {
            record.path.add(at);
            writeOrNull(codec, value);
            record.path.remove(record.path.size() - 1);
        }
    }

    /** Writes a map, and what was left out of it when it was read behind the rest. */
    <T> void map(JsonCodec<T> value, Map<String, T> values) throws IOException {
        out.beginObject();
        quoted = false;
        Scope record = scope;
        Map<Object, Kept> inside = record == null ? Map.of() : record.inside();
        for (Map.Entry<String, T> entry : values.entrySet()) {
            name(entry.getKey());
            element(value, entry.getValue(), record, inside, entry.getKey());
        }
        for (Kept kept : inside.values()) {
            if (kept.kind() != null) {
                name((String) kept.at().get(kept.at().size() - 1));
                raw(kept.raw());
            }
        }
        out.endObject();
    }

    /** A record that is being written, and where inside the value of its current field the writer is. */
    private static final class Scope {
        final JsonFields fields;
        final UnexpectedContent unexpected;
        final @Nullable Scope outer;
        /** Indexes and keys, from the field's value inwards; kept only if something is to be put back inside it. */
        final List<Object> path = new ArrayList<>(0);

        private Map<List<Object>, Map<Object, Kept>> byParent = Map.of();

        Scope(JsonFields fields, UnexpectedContent unexpected, @Nullable Scope outer) {
            this.fields = fields;
            this.unexpected = unexpected;
            this.outer = outer;
        }

        /** Goes on to the value of a field. */
        void enter(int field) {
            byParent = Map.of();
            if (unexpected.keepsInside(field)) {
                byParent = new HashMap<>();
                for (Kept one : unexpected.kept()) {
                    List<Object> at = one.at();
                    if (one.field() == field && !at.isEmpty() && !one.isRemark()) {
                        byParent.computeIfAbsent(at.subList(0, at.size() - 1), parent -> new LinkedHashMap<>())
                                .put(at.get(at.size() - 1), one);
                    }
                }
            }
        }

        boolean keepsInside() {
            return !byParent.isEmpty();
        }

        /** Returns the texts kept directly inside the list or map at {@link #path}, by index or key. */
        Map<Object, Kept> inside() {
            return byParent.isEmpty() ? Map.of() : byParent.getOrDefault(path, Map.of());
        }
    }

    /**
     * A record as a log may show it: ids, numbers, times and words of small sets; of texts, lists and free JSON, which may be
     * private, their sizes. What did not arrive is left out.
     */
    private static final class RecordText {
        private static final int LONGEST_ID = 100;

        private RecordText() {}

        static String of(JsonFields fields, UnexpectedContent unexpected, @Nullable Object... values) {
            StringJoiner text = new StringJoiner(", ", fields.recordName() + "[", "]");
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                if (value != null && unexpected.arrived(i) && !unexpected.wasNull(i)) {
                    String name = fields.name(i, false);
                    text.add(camel(name) + "=" + shown(name, value));
                }
            }
            int deviations = unexpected.deviations().size();
            if (deviations > 0) {
                text.add(count(deviations, "deviation", "deviations"));
            }
            return text.toString();
        }

        private static String shown(String name, Object value) {
            if (value instanceof String text) {
                return isId(name) && text.length() <= LONGEST_ID ? text : size(text.length());
            } else if (value instanceof TextValue text) {
                return isWord(text.text()) ? text.text() : size(text.text().length());
            } else if (value instanceof Collection<?> list) {
                return count(list.size(), "element", "elements");
            } else if (value instanceof Map<?, ?> map) {
                return count(map.size(), "entry", "entries");
            } else if (value instanceof JsonValue json) {
                return "JSON of " + size(json.json().length());
            }
            return value.toString(); // a number, a time, or another record
        }

        private static String size(int length) {
            return count(length, "character", "characters");
        }

        private static String count(int count, String one, String many) {
            return count + " " + (count == 1 ? one : many);
        }

        private static boolean isId(String name) {
            return name.toLowerCase(Locale.ROOT).equals("id") || name.endsWith("_id") || name.endsWith("Id");
        }

        /** True for a word, a range or a day: these have neither blanks nor long numbers. A server may send any text in an open set. */
        private static boolean isWord(String text) {
            return text.matches("[A-Za-z0-9_.:<>=/-]{1,40}") && !text.matches(".*\\d{6}.*");
        }

        private static String camel(String name) {
            StringBuilder camel = new StringBuilder(name.length());
            for (int i = 0; i < name.length(); i++) {
                char c = name.charAt(i);
                if (c == '_' && i + 1 < name.length()) {
                    i++;
                    camel.append(Character.toUpperCase(name.charAt(i)));
                } else {
                    camel.append(c);
                }
            }
            return camel.toString();
        }
    }
}
