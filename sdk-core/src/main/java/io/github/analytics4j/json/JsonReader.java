package io.github.analytics4j.json;

import io.github.analytics4j.json.Deviation.Kind;
import io.github.analytics4j.json.JsonSyntaxException.Problem;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Pulls values out of JSON bytes, in one pass. A value of the wrong kind never fails: it is kept as unexpected, and null
 * (or 0, or an empty list) is returned. For one thread; {@link #close} hands its buffers to the next reader.
 *
 * <p>Records are read by one loop over the data that their {@link JsonFields} are, rather than by code of their own: it is
 * compiled once for all of them, and soon.
 */
public final class JsonReader implements Closeable {
    private final Tokens in;
    private final Frames frames;
    private final Keeper keeper;
    private final Scalars scalars;
    private boolean closed;

    private JsonReader(InputStream source, JsonLimits limits, @Nullable UnaryOperator<String> mask) {
        in = Buffers.take();
        frames = new Frames(limits, mask);
        in.open(source, limits, frames);
        keeper = new Keeper(in, frames);
        scalars = new Scalars(in, frames, keeper);
    }

    /** Reads from a stream, which is not closed here. */
    public static JsonReader of(InputStream in, JsonLimits limits) {
        return new JsonReader(in, limits, null);
    }

    /** As {@link #of(InputStream, JsonLimits)}; no exception shows what {@code mask} takes out of texts. */
    public static JsonReader of(InputStream in, JsonLimits limits, UnaryOperator<String> mask) {
        return new JsonReader(in, limits, mask);
    }

    /** Reads from a stream with the {@linkplain JsonLimits#DEFAULT default limits}. */
    public static JsonReader of(InputStream in) {
        return of(in, JsonLimits.DEFAULT);
    }

    /** Reads from UTF-8 bytes. */
    public static JsonReader of(byte[] json) {
        return of(new ByteArrayInputStream(json));
    }

    /** Reads from a text. */
    public static JsonReader of(String json) {
        return of(json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads the whole document: one value, and only whitespace after it.
     *
     * @throws JsonSyntaxException if it is no JSON, or its root is of another kind than the codec reads
     */
    public <T> T readDocument(JsonCodec<T> codec) throws IOException {
        in.byteOrderMark();
        int c = in.peek();
        if (c < 0) {
            throw in.unexpected(c, "a value");
        }
        T value = codec.read(this);
        c = in.peek();
        if (c >= 0) {
            throw in.unexpected(c, "the end of the document");
        }
        return value;
    }

    /** The whole document, where {@link #readDocument} failed since its root is of another kind than the codec reads. */
    public Optional<String> refusedRoot() {
        return Optional.ofNullable(keeper.root);
    }

    /** Everything unexpected in what was read so far. */
    public List<Deviation> deviations() {
        return frames.deviations();
    }

    /** Reads an object to its end. If the value is none it is kept, and nothing came. */
    public FieldValues readFields(JsonFields fields) throws IOException {
        if (in.peek() != '{') {
            keeper.nullOrRefuse("an object");
            return frames.nothing(fields);
        }
        in.pos++;
        Frame frame = open(Frame.Kind.RECORD, fields);
        FieldValues values = frame.values;
        values.reset(fields.count());
        while (nextField(frame)) {
            int field = frame.index;
            switch (fields.kind(field)) {
                case STRING -> values.objects[field] = readString();
                case INTERNED -> values.objects[field] = readInterned();
                case LONG -> values.number(field, scalars.readLong(), scalars.whole());
                case INT -> values.number(field, scalars.readInt(), scalars.whole());
                case DOUBLE ->
                    values.number(field, scalars.readDouble(), Double.doubleToRawLongBits(scalars.nearest()));
                case BOOLEAN -> {
                    Boolean value = readBoolean();
                    values.number(field, value != null, Boolean.TRUE.equals(value) ? 1 : 0);
                }
                case VALUE -> values.objects[field] = readValue();
                case DATE, DECIMAL, WEEKDAY, OTHER -> {
                    keeper.refused = false;
                    Object value = fields.codec(field).read(this);
                    values.objects[field] = keeper.refused ? null : value;
                }
            }
        }
        values.close(frames.popRecord());
        keeper.refused = false;
        return values;
    }

    /** Reads one value of a kind; null if it was refused. */
    @Nullable
    Object readScalar(ScalarKind kind) throws IOException {
        return switch (kind) {
            case STRING -> readString();
            case INTERNED -> readInterned();
            case LONG -> scalars.readLong() ? (Long) scalars.whole() : null;
            case INT -> scalars.readInt() ? (Integer) (int) scalars.whole() : null;
            case DOUBLE -> scalars.readDouble() ? (Double) scalars.nearest() : null;
            case DECIMAL -> scalars.readDecimal();
            case BOOLEAN -> readBoolean();
            case DATE -> scalars.readDate();
            case WEEKDAY -> scalars.readWeekday();
            case VALUE -> readValue();
            case OTHER -> throw new AssertionError(kind);
        };
    }

    private Frame open(Frame.Kind kind, JsonFields fields) {
        if (frames.isFull()) {
            throw in.overLimit("nested deeper than " + in.limits.maxDepth() + " levels", "maxDepth");
        }
        return frames.push(kind, fields);
    }

    /** Goes on to the value of the next field; false at the end. Fields not known never surface; they are kept. */
    private boolean nextField(Frame frame) throws IOException {
        while (true) {
            int c = in.peek();
            if (c == '}') {
                in.pos++;
                return false;
            }
            if (frame.started) {
                if (c != ',') {
                    throw in.unexpected(c, "',' or '}'");
                }
                in.pos++;
                c = in.peek();
            }
            frame.started = true;
            if (c != '"') {
                throw in.unexpected(c, "a name");
            }
            if (enter(frame)) {
                in.colon();
                return true;
            }
            keepUnknown(frame);
        }
    }

    /** Takes the name that stands here; true if it is that of a field. */
    private boolean enter(Frame frame) throws IOException {
        JsonFields fields = frame.fields;
        int name = fields.expected(frame.name, in.buf, in.pos + 1, in.limit);
        if (name < 0) {
            name = look(fields, frame.name);
            if (name < 0) {
                return false;
            }
        } else {
            in.pos += fields.length(name) + 1;
        }
        long bit = 1L << name;
        if (fields.isAlias(name) || (frame.seen & bit) != 0) {
            return accept(frame, name);
        }
        frame.name = name;
        frame.index = name;
        frame.seen |= bit;
        return true;
    }

    /** Takes a name that is not the one expected; -1 if it is not known. */
    private int look(JsonFields fields, int previous) throws IOException {
        in.string();
        if (in.verbatim()) {
            return fields.find(in.buf, in.from, in.to, previous);
        }
        byte[] text = in.text().getBytes(StandardCharsets.UTF_8);
        return fields.find(text, 0, text.length, previous);
    }

    /** False if the field came before, under its other name: then this one is kept beside it. */
    private boolean accept(Frame frame, int name) {
        JsonFields fields = frame.fields;
        int field = fields.field(name);
        long bit = 1L << field;
        boolean again = (frame.seen & bit) != 0;
        boolean alias = fields.isAlias(name);
        if (again && alias == ((frame.aliased & bit) == 0)) {
            frame.key = fields.name(field, alias);
            return false;
        }
        frame.name = name;
        frame.index = field;
        frame.seen |= bit;
        if (alias) {
            frame.aliased |= bit;
        }
        if (again) {
            repeated();
        }
        return true;
    }

    private void repeated() {
        if (frames.isOneRepeatTooMany()) {
            throw in.fail(Problem.OVER_LIMIT, "names are repeated too often");
        }
        frames.forget();
    }

    private void keepUnknown(Frame frame) throws IOException {
        if (frame.key == null) {
            frame.key = in.cachedText();
            in.tellBroken();
        }
        countElement();
        in.colon();
        frames.keep(Kind.UNKNOWN_FIELD, in.capture(), "no field of this name");
        frame.key = null;
    }

    private void countElement() {
        if (frames.isOneTooMany()) {
            throw in.overLimit("more than " + in.limits.maxElements() + " elements in a document", "maxElements");
        }
    }

    private @Nullable String readString() throws IOException {
        if (in.peek() == '"') {
            return in.takeText();
        }
        keeper.nullOrRefuse("text");
        return null;
    }

    /** As {@link #readString}, for texts of a small set: equal ones are the same object as long as they recur. */
    @Nullable
    String readInterned() throws IOException {
        if (in.peek() == '"') {
            return in.takeShared();
        }
        keeper.nullOrRefuse("text");
        return null;
    }

    private @Nullable Boolean readBoolean() throws IOException {
        int c = in.peek();
        if (c == 't' || c == 'f') {
            in.literal(c == 't' ? "true" : "false");
            return c == 't';
        }
        keeper.nullOrRefuse("true or false");
        return null;
    }

    /** Reads a point in time in any readable form; the text is kept if it is not written in the given one. */
    @Nullable
    Instant readInstant(TimeForm form) throws IOException {
        return scalars.readInstant(form);
    }

    /** Reads any value. A null field is null; a null in a list or map is {@link JsonValue#NULL}. */
    private @Nullable JsonValue readValue() throws IOException {
        if (in.peek() == 'n') {
            if (frames.inField()) {
                keeper.nullOrRefuse("a value");
                return null;
            }
            in.literal("null");
            return JsonValue.NULL;
        }
        return new JsonValue(in.capture());
    }

    /** Reads a list; elements of the wrong kind are left out, and kept. Unmodifiable, never null. */
    <T> List<T> readList(JsonCodec<T> element) throws IOException {
        if (in.peek() != '[') {
            keeper.nullOrRefuse("a list");
            return List.of();
        }
        in.pos++;
        List<T> values = List.of();
        if (in.peek() == ']') {
            in.pos++;
        } else {
            Frame frame = open(Frame.Kind.LIST, JsonFields.NONE);
            ArrayList<T> growing = new ArrayList<>(4);
            do {
                frame.index++;
                countElement();
                keeper.refused = false;
                T value = element.read(this);
                if (!keeper.refused && value != null) {
                    growing.add(value);
                }
            } while (in.comma(']'));
            frames.pop();
            values = List.copyOf(growing);
            if (frames.depth() == 0 && !frames.outside().isNone()) {
                values = new BareList<>(values, frames.outside());
            }
        }
        keeper.refused = false;
        return values;
    }

    /** Reads an object as a map in the order of its members. Unmodifiable, never null. */
    <T> Map<String, T> readMap(JsonCodec<T> value) throws IOException {
        if (in.peek() != '{') {
            keeper.nullOrRefuse("an object");
            return Map.of();
        }
        in.pos++;
        Map<String, T> values = Map.of();
        if (in.peek() == '}') {
            in.pos++;
        } else {
            open(Frame.Kind.MAP, JsonFields.NONE);
            values = new OrderedMap<>(readEntries(frames.top(), value));
            frames.pop();
        }
        keeper.refused = false;
        return values;
    }

    private <T> LinkedHashMap<String, T> readEntries(Frame frame, JsonCodec<T> codec) throws IOException {
        LinkedHashMap<String, T> values = new LinkedHashMap<>();
        Set<String> refusedKeys = null;
        do {
            int c = in.peek();
            if (c != '"') {
                throw in.unexpected(c, "a name");
            }
            String key = in.takeName();
            frame.key = key;
            in.tellBroken();
            countElement();
            boolean again = values.remove(key) != null;
            if (again || (refusedKeys != null && refusedKeys.remove(key))) {
                repeated();
            }
            in.colon();
            keeper.refused = false;
            T value = codec.read(this);
            if (!keeper.refused && value != null) {
                values.put(key, value);
            } else {
                refusedKeys = refusedKeys == null ? new HashSet<>() : refusedKeys;
                refusedKeys.add(key);
            }
        } while (in.comma('}'));
        return values;
    }

    /** Hands the buffers on. The source is not closed, and this reader reads no more. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            Buffers.give(in);
        }
    }
}
