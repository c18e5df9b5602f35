package io.github.analytics4j.json;

import io.github.analytics4j.error.GeneratedCodeApi;
import io.github.analytics4j.json.Deviation.Kind;
import io.github.analytics4j.json.JsonCodecs.TimeForm;
import io.github.analytics4j.json.JsonSyntaxException.Problem;
import io.github.analytics4j.json.OpenValues.Frame;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Pulls values out of JSON bytes, in one pass. A value of the wrong kind never fails: it is kept as unexpected, and null
 * (or 0, or an empty list) is returned. For one thread; {@link #close} hands its buffers to the next reader.
 *
 * <p>Records are read by one loop over the data that their {@link JsonFields} are, rather than by code of their own: it is
 * compiled once for all of them, and soon.
 *
 * @hidden
 */
@GeneratedCodeApi
public final class JsonReader implements Closeable {
    private final ByteReader in;
    private final OpenValues frames;
    private final ScalarReader scalars;
    private boolean closed;

    private JsonReader(InputStream source, JsonLimits limits, @Nullable UnaryOperator<String> mask) {
        frames = new OpenValues(limits, mask);
        in = ByteReader.open(source, limits, frames);
        scalars = new ScalarReader(in, frames);
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
        return of(Objects.requireNonNull(json, "json").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads the whole document: one value, and only whitespace after it.
     *
     * @throws JsonSyntaxException if it is no JSON, or its root is of another kind than the codec reads
     */
    public <T> T readDocument(JsonCodec<T> codec) throws IOException {
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
        return Optional.ofNullable(scalars.root());
    }

    /** Everything unexpected in what was read so far. */
    public List<Deviation> deviations() {
        return frames.deviations();
    }

    /** Reads an object to its end. If the value is none it is kept, and nothing came. */
    public FieldValues readFields(JsonFields fields) throws IOException {
        if (in.peek() != '{') {
            scalars.nullOrRefuse("an object");
            return frames.nothing(fields);
        }
        in.take();
        Frame frame = open(Frame.Shape.RECORD, fields);
        FieldValues values = frame.values;
        values.reset(fields.count());
        while (nextField(frame)) {
            int field = frame.index;
            switch (fields.kind(field)) {
                case STRING -> values.objects[field] = scalars.readString();
                case INTERNED -> values.objects[field] = scalars.readInterned();
                case LONG -> values.number(field, scalars.readLong(), scalars.whole());
                case INT -> values.number(field, scalars.readInt(), scalars.whole());
                case DOUBLE ->
                    values.number(field, scalars.readDouble(), Double.doubleToRawLongBits(scalars.nearest()));
                case BOOLEAN -> {
                    Boolean value = scalars.readBoolean();
                    values.number(field, value != null, Boolean.TRUE.equals(value) ? 1 : 0);
                }
                case VALUE -> values.objects[field] = scalars.readValue();
                case DATE, DECIMAL, WEEKDAY, OTHER -> {
                    scalars.accept();
                    Object value = fields.codec(field).read(this);
                    values.objects[field] = scalars.refused() ? null : value;
                }
            }
        }
        values.close(frames.popRecord());
        scalars.accept();
        return values;
    }

    /** Reads one value of a kind; null if it was refused. */
    @Nullable
    Object readScalar(ScalarReader.Kind kind) throws IOException {
        return scalars.read(kind);
    }

    /** Reads a text of a small set; null if it was refused. */
    @Nullable
    String readInterned() throws IOException {
        return scalars.readInterned();
    }

    /** Reads a point in time in any readable form; the text is kept if it is not written in the given one. */
    @Nullable
    Instant readInstant(TimeForm form) throws IOException {
        return scalars.readInstant(form);
    }

    private Frame open(Frame.Shape shape, JsonFields fields) {
        if (frames.isFull()) {
            throw in.tooDeep();
        }
        return frames.push(shape, fields);
    }

    /** Goes on to the value of the next field; false at the end. Fields not known never surface; they are kept. */
    private boolean nextField(Frame frame) throws IOException {
        while (true) {
            in.reach();
            int c = in.peek();
            if (c == '}') {
                in.take();
                return false;
            }
            if (frame.started) {
                if (c != ',') {
                    throw in.unexpected(c, "',' or '}'");
                }
                in.take();
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
        int name = in.name(fields, frame.name);
        if (name < 0) {
            return false;
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
            frame.key = in.unknownName();
            in.tellBroken();
        }
        countElement();
        in.colon();
        frames.keep(Kind.UNKNOWN_FIELD, in.capture(), "no field of this name");
        frame.key = null;
    }

    private void countElement() {
        if (frames.isOneTooMany()) {
            throw in.overLimit("more than " + frames.maxElements() + " elements in a document", "maxElements");
        }
    }

    /** Reads a list; elements of the wrong kind are left out, and kept. Unmodifiable, never null. */
    <T> List<T> readList(JsonCodec<T> element) throws IOException {
        if (in.peek() != '[') {
            scalars.nullOrRefuse("a list");
            return List.of();
        }
        in.take();
        List<T> values = List.of();
        if (in.peek() == ']') {
            in.take();
        } else {
            Frame frame = open(Frame.Shape.LIST, JsonFields.NONE);
            ArrayList<T> growing = new ArrayList<>(4);
            do {
                frame.index++;
                countElement();
                scalars.accept();
                T value = element.read(this);
                if (!scalars.refused() && value != null) {
                    growing.add(value);
                }
            } while (in.comma(']'));
            frames.pop();
            values = List.copyOf(growing);
            if (frames.depth() == 0 && !frames.outside().isNone()) {
                values = new BareList<>(values, frames.outside());
            }
        }
        scalars.accept();
        return values;
    }

    /** Reads an object as a map in the order of its members. Unmodifiable, never null. */
    <T> Map<String, T> readMap(JsonCodec<T> value) throws IOException {
        if (in.peek() != '{') {
            scalars.nullOrRefuse("an object");
            return Map.of();
        }
        in.take();
        Map<String, T> values = Map.of();
        if (in.peek() == '}') {
            in.take();
        } else {
            open(Frame.Shape.MAP, JsonFields.NONE);
            values = new Json.OrderedMap<>(readEntries(frames.top(), value));
            frames.pop();
        }
        scalars.accept();
        return values;
    }

    private <T> Map<String, T> readEntries(Frame frame, JsonCodec<T> codec) throws IOException {
        Map<String, T> values = new LinkedHashMap<>();
        Set<String> refusedKeys = null;
        do {
            int c = in.peek();
            if (c != '"') {
                throw in.unexpected(c, "a name");
            }
            String key = in.recurring();
            frame.key = key;
            in.tellBroken();
            countElement();
            boolean again = values.remove(key) != null;
            if (again || (refusedKeys != null && refusedKeys.remove(key))) {
                repeated();
            }
            in.colon();
            scalars.accept();
            T value = codec.read(this);
            if (!scalars.refused() && value != null) {
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
            in.close();
        }
    }

    /** A list that was a whole document, with what its elements' codec refused. Equal to any list of the same elements. */
    static final class BareList<T> extends AbstractList<T> implements RandomAccess {
        private final List<T> elements;
        private final UnexpectedContent unexpected;

        /** Takes the list over, which must not change. */
        BareList(List<T> elements, UnexpectedContent unexpected) {
            this.elements = elements;
            this.unexpected = unexpected;
        }

        UnexpectedContent unexpected() {
            return unexpected;
        }

        @Override
        public T get(int index) {
            return elements.get(index);
        }

        @Override
        public int size() {
            return elements.size();
        }
    }
}
