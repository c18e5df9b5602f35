package io.github.analytics4j.json;

import io.github.analytics4j.json.Deviation.Kind;
import io.github.analytics4j.json.JsonSyntaxException.Problem;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pulls values out of JSON bytes, in one pass. A value of the wrong kind never fails: it is kept as unexpected, and null
 * (or 0, or an empty list) is returned. For one thread; {@link #close} hands its buffers to the next reader.
 *
 * <p>A codec opens an object, asks for fields until there is none, reads each value with exactly one of the
 * {@code read} methods, and closes the object.
 */
public final class JsonReader implements Closeable {
    private static final String WHOLE = "a whole number";

    private final Tokens in;
    private final Frames frames;
    private final Keeper keeper;
    private final Scalars scalars;
    private boolean closed;

    private JsonReader(InputStream source, JsonLimits limits) {
        in = Buffers.take();
        frames = new Frames(limits);
        in.open(source, limits, frames);
        keeper = new Keeper(in, frames);
        scalars = new Scalars(in, frames, keeper);
    }

    /** Reads from a stream, which is not closed here. */
    public static JsonReader of(InputStream in, JsonLimits limits) {
        return new JsonReader(in, limits);
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

    /** Everything unexpected in what was read so far. */
    public List<Deviation> deviations() {
        return frames.deviations();
    }

    /** Opens an object. False if the value is none: it was kept, and {@link #nextField} will say that there is no field. */
    public boolean beginObject(JsonFields fields) throws IOException {
        if (in.peek() == '{') {
            in.pos++;
            open(Frame.Kind.RECORD, fields);
            return true;
        }
        keeper.nullOrRefuse("an object");
        frames.push(Frame.Kind.REFUSED);
        return false;
    }

    private Frame open(Frame.Kind kind, JsonFields fields) {
        if (frames.isFull()) {
            throw in.fail(Problem.OVER_LIMIT, "nested deeper than " + in.limits.maxDepth() + " levels");
        }
        return frames.push(kind, fields);
    }

    /** The index of the next field, or -1 at the end. Fields not known never surface; they are kept. */
    public int nextField() throws IOException {
        Frame frame = frames.top();
        if (frame.kind == Frame.Kind.REFUSED) {
            return -1;
        }
        while (true) {
            int c = in.peek();
            if (c == '}') {
                in.pos++;
                return -1;
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
                return frame.index;
            }
            keepUnknown(frame);
        }
    }

    /** Takes the name that stands here; true if it is that of a field. */
    private boolean enter(Frame frame) throws IOException {
        JsonFields fields = frame.fields;
        int name = fields.guess(frame.name);
        if (name >= 0) {
            int length = fields.length(name);
            if (in.limit - in.pos > length && fields.isAt(name, in.buf, in.pos + 1)) {
                in.pos += length + 1;
                return accept(frame, name);
            }
        }
        in.string();
        if (in.verbatim()) {
            name = fields.find(in.buf, in.from, in.to, frame.name);
        } else {
            byte[] text = in.text().getBytes(StandardCharsets.UTF_8);
            name = fields.find(text, 0, text.length, frame.name);
        }
        return name >= 0 && accept(frame, name);
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
        }
        countElement();
        in.colon();
        frames.keep(Kind.UNKNOWN_FIELD, in.capture(), "no field of this name");
        frame.key = null;
    }

    private void countElement() {
        if (frames.isOneTooMany()) {
            throw in.fail(Problem.OVER_LIMIT, "more than " + in.limits.maxElements() + " elements in a document");
        }
    }

    /** Closes the object; what was unexpected in it. */
    public Unexpected endObject() {
        if (frames.top().kind == Frame.Kind.REFUSED) {
            frames.pop();
            return Unexpected.NONE;
        }
        keeper.refused = false;
        return frames.popRecord();
    }

    public @Nullable String readString() throws IOException {
        if (in.peek() == '"') {
            return in.takeText();
        }
        keeper.nullOrRefuse("text");
        return null;
    }

    /** As {@link #readString}, for texts of a small set: equal ones are the same object as long as they recur. */
    public @Nullable String readInterned() throws IOException {
        if (in.peek() == '"') {
            in.string();
            return in.cachedText();
        }
        keeper.nullOrRefuse("text");
        return null;
    }

    public int readInt() throws IOException {
        return scalars.readCount(Integer.MIN_VALUE, Integer.MAX_VALUE, WHOLE) ? (int) scalars.whole() : 0;
    }

    public @Nullable Integer readIntOrNull() throws IOException {
        return scalars.readCount(Integer.MIN_VALUE, Integer.MAX_VALUE, WHOLE) ? (Integer) (int) scalars.whole() : null;
    }

    public long readLong() throws IOException {
        return scalars.readCount(Long.MIN_VALUE, Long.MAX_VALUE, WHOLE) ? scalars.whole() : 0;
    }

    public @Nullable Long readLongOrNull() throws IOException {
        return scalars.readCount(Long.MIN_VALUE, Long.MAX_VALUE, WHOLE) ? (Long) scalars.whole() : null;
    }

    public double readDouble() throws IOException {
        Double value = readDoubleOrNull();
        return value == null ? 0 : value;
    }

    public @Nullable Double readDoubleOrNull() throws IOException {
        return scalars.readDoubleOrNull();
    }

    public @Nullable BigDecimal readDecimal() throws IOException {
        return scalars.readDecimal();
    }

    public boolean readBoolean() throws IOException {
        return Boolean.TRUE.equals(readBooleanOrNull());
    }

    public @Nullable Boolean readBooleanOrNull() throws IOException {
        int c = in.peek();
        if (c == 't' || c == 'f') {
            in.literal(c == 't' ? "true" : "false");
            return c == 't';
        }
        keeper.nullOrRefuse("true or false");
        return null;
    }

    /** Reads a point in time in any readable form; the text is kept if it is not written in the given one. */
    public @Nullable Instant readInstant(TimeForm form) throws IOException {
        return scalars.readInstant(form);
    }

    public @Nullable LocalDate readDate() throws IOException {
        return scalars.readDate();
    }

    /** Reads a weekday number, 0 for Monday. */
    public @Nullable DayOfWeek readWeekday() throws IOException {
        return scalars.readWeekday();
    }

    public <T extends TextValue> @Nullable T readText(TextType<T> type) throws IOException {
        String text = readInterned();
        return text == null ? null : type.parse(text);
    }

    /** Reads any value. A null field is null; a null in a list or map is {@link JsonValue#NULL}. */
    public @Nullable JsonValue readValue() throws IOException {
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

    public <T> @Nullable T readObject(JsonCodec<T> codec) throws IOException {
        if (in.peek() == '{') {
            return codec.read(this);
        }
        keeper.nullOrRefuse("an object");
        return null;
    }

    /** Reads a list; elements of the wrong kind are left out, and kept. Unmodifiable, never null. */
    public <T> List<T> readList(JsonCodec<T> element) throws IOException {
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
        }
        keeper.refused = false;
        return values;
    }

    /** Reads an object as a map in the order of its members. Unmodifiable, never null. */
    public <T> Map<String, T> readMap(JsonCodec<T> value) throws IOException {
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
            in.string();
            String key = in.cachedText();
            frame.key = key;
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
