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
import java.time.ZoneOffset;
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
    private final Tokens in;
    private final Frames frames;
    private final Numbers numbers = new Numbers();
    private final TimeText time = new TimeText();
    /** True after a value that was kept as unexpected: whoever collects values leaves it out. */
    private boolean refused;
    /** True if the number read last was in quotes. */
    private boolean inQuotes;

    private boolean closed;

    private JsonReader(InputStream source, JsonLimits limits) {
        in = Buffers.take();
        frames = new Frames(limits);
        in.open(source, limits, frames);
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
        nullOrRefuse("an object");
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
        refused = false;
        return frames.popRecord();
    }

    public @Nullable String readString() throws IOException {
        if (in.peek() == '"') {
            in.string();
            return in.text();
        }
        nullOrRefuse("text");
        return null;
    }

    /** As {@link #readString}, for texts of a small set: equal ones are the same object as long as they recur. */
    public @Nullable String readInterned() throws IOException {
        if (in.peek() == '"') {
            in.string();
            return in.cachedText();
        }
        nullOrRefuse("text");
        return null;
    }

    public int readInt() throws IOException {
        return readCount(Integer.MIN_VALUE, Integer.MAX_VALUE) ? (int) numbers.whole() : 0;
    }

    public @Nullable Integer readIntOrNull() throws IOException {
        return readCount(Integer.MIN_VALUE, Integer.MAX_VALUE) ? (Integer) (int) numbers.whole() : null;
    }

    public long readLong() throws IOException {
        return readCount(Long.MIN_VALUE, Long.MAX_VALUE) ? numbers.whole() : 0;
    }

    public @Nullable Long readLongOrNull() throws IOException {
        return readCount(Long.MIN_VALUE, Long.MAX_VALUE) ? (Long) numbers.whole() : null;
    }

    private boolean readCount(long least, long most) throws IOException {
        if (!readWhole(least, most, "a whole number")) {
            return false;
        }
        if (inQuotes) {
            quoted(numbers.isPlainWhole());
        }
        return true;
    }

    /** Takes a whole number, also one in quotes, whose spelling is still to be dealt with. */
    private boolean readWhole(long least, long most, String expected) throws IOException {
        if (!readNumber(expected)) {
            return false;
        }
        if (!numbers.isWhole() || numbers.whole() < least || numbers.whole() > most) {
            refuseToken(expected);
            return false;
        }
        return true;
    }

    public double readDouble() throws IOException {
        Double value = readDoubleOrNull();
        return value == null ? 0 : value;
    }

    public @Nullable Double readDoubleOrNull() throws IOException {
        if (!readNumber("a number")) {
            return null;
        }
        double value = numbers.nearest();
        if (Double.isInfinite(value) || Double.isNaN(value)) {
            refuseToken("a number");
            return null;
        }
        if (inQuotes) {
            quoted(Doubles.text(value).equals(in.text()));
        } else if (!numbers.survives(value)) {
            keepSpelling();
        }
        return value;
    }

    public @Nullable BigDecimal readDecimal() throws IOException {
        if (!readNumber("a number")) {
            return null;
        }
        BigDecimal value = numbers.decimal();
        if (value == null) {
            refuseToken("a number");
        } else if (inQuotes) {
            quoted(value.toString().equals(in.text()));
        }
        return value;
    }

    /** Takes a number, also one in quotes; false if the value is none, which is then dealt with. */
    private boolean readNumber(String expected) throws IOException {
        int c = in.peek();
        inQuotes = c == '"';
        if (inQuotes) {
            in.string();
            if (in.plain() && numbers.parse(in.buf, in.from, in.to)) {
                return true;
            }
            refuseToken(expected);
            return false;
        }
        if (c == '-' || (c >= '0' && c <= '9')) {
            in.number();
            if (!numbers.parse(in.buf, in.from, in.to)) {
                throw in.fail(Problem.MALFORMED, "a malformed number");
            }
            return true;
        }
        nullOrRefuse(expected);
        return false;
    }

    /** Remembers that a number was in quotes, so that it is written so again. */
    private void quoted(boolean canonical) throws IOException {
        if (canonical && frames.inField()) {
            frames.top().quoted |= 1L << frames.top().index;
        } else {
            keepSpelling();
        }
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
        nullOrRefuse("true or false");
        return null;
    }

    /** Reads a point in time in any readable form; the text is kept if it is not written in the given one. */
    public @Nullable Instant readInstant(TimeForm form) throws IOException {
        String expected = "a point in time";
        if (isTimeText()) {
            if (!time.isIn(form)) {
                keepSpelling();
            }
            return time.instant();
        }
        if (!readWhole(Long.MIN_VALUE, Long.MAX_VALUE, expected)) {
            return null;
        }
        boolean canonical = inQuotes ? form == TimeForm.EPOCH_MILLIS_TEXT : form == TimeForm.EPOCH_MILLIS;
        if (!canonical || (inQuotes && !numbers.isPlainWhole())) {
            keepSpelling();
        }
        return Instant.ofEpochMilli(numbers.whole());
    }

    public @Nullable LocalDate readDate() throws IOException {
        String expected = "a date";
        if (isTimeText()) {
            if (!time.isDate()) {
                keepSpelling();
            }
            return time.date();
        }
        if (!readWhole(-MAX_MILLIS, MAX_MILLIS, expected)) {
            return null;
        }
        keepSpelling();
        return Instant.ofEpochMilli(numbers.whole()).atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** Milliseconds whose date {@link LocalDate} can tell. */
    private static final long MAX_MILLIS = 1L << 52;

    /** Takes a string that is a time; anything else is left where it is. */
    private boolean isTimeText() throws IOException {
        if (in.peek() != '"') {
            return false;
        }
        in.string();
        if (in.plain() && time.parse(in.buf, in.from, in.to)) {
            return true;
        }
        in.pos = in.from - 1;
        return false;
    }

    /** Reads a weekday number, 0 for Monday. */
    public @Nullable DayOfWeek readWeekday() throws IOException {
        if (!readWhole(0, 6, "a weekday from 0 for Monday to 6")) {
            return null;
        }
        if (inQuotes) {
            quoted(numbers.isPlainWhole());
        }
        return DayOfWeek.of((int) numbers.whole() + 1);
    }

    public <T extends TextValue> @Nullable T readText(TextType<T> type) throws IOException {
        String text = readInterned();
        return text == null ? null : type.parse(text);
    }

    /** Reads any value. A null field is null; a null in a list or map is {@link JsonValue#NULL}. */
    public @Nullable JsonValue readValue() throws IOException {
        if (in.peek() == 'n') {
            if (frames.inField()) {
                nullOrRefuse("a value");
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
        nullOrRefuse("an object");
        return null;
    }

    /** Reads a list; elements of the wrong kind are left out, and kept. Unmodifiable, never null. */
    public <T> List<T> readList(JsonCodec<T> element) throws IOException {
        if (in.peek() != '[') {
            nullOrRefuse("a list");
            return List.of();
        }
        in.pos++;
        List<T> values = List.of();
        if (in.peek() == ']') {
            in.pos++;
        } else {
            Frame frame = open(Frame.Kind.LIST, NO_FIELDS);
            ArrayList<T> growing = new ArrayList<>(4);
            do {
                frame.index++;
                countElement();
                refused = false;
                T value = element.read(this);
                if (!refused && value != null) {
                    growing.add(value);
                }
            } while (in.comma(']'));
            frames.pop();
            values = List.copyOf(growing);
        }
        refused = false;
        return values;
    }

    private static final JsonFields NO_FIELDS = JsonFields.of("none");

    /** Reads an object as a map in the order of its members. Unmodifiable, never null. */
    public <T> Map<String, T> readMap(JsonCodec<T> value) throws IOException {
        if (in.peek() != '{') {
            nullOrRefuse("an object");
            return Map.of();
        }
        in.pos++;
        Map<String, T> values = Map.of();
        if (in.peek() == '}') {
            in.pos++;
        } else {
            open(Frame.Kind.MAP, NO_FIELDS);
            values = new OrderedMap<>(readEntries(frames.top(), value));
            frames.pop();
        }
        refused = false;
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
            refused = false;
            T value = codec.read(this);
            if (!refused && value != null) {
                values.put(key, value);
            } else {
                refusedKeys = refusedKeys == null ? new HashSet<>() : refusedKeys;
                refusedKeys.add(key);
            }
        } while (in.comma('}'));
        return values;
    }

    /** Takes null, which is no news in a field that may be null; or keeps a value of another kind than expected. */
    private void nullOrRefuse(String expected) throws IOException {
        if (in.peek() != 'n') {
            refuse(expected);
            return;
        }
        in.literal("null");
        if (frames.depth() == 0) {
            throw in.fail(Problem.MALFORMED, "expected " + expected + " but found null");
        }
        Frame top = frames.top();
        long bit = 1L << top.index;
        if (top.kind == Frame.Kind.RECORD && (top.fields.required & bit) == 0) {
            top.nulls |= bit;
        } else {
            frames.keep(Kind.NULL, "null", expected);
        }
        refused = true;
    }

    private void refuse(String expected) throws IOException {
        int c = in.peek();
        String raw = in.capture();
        if (frames.depth() == 0) {
            throw in.fail(Problem.MALFORMED, "expected " + expected + " but found " + kindOf(c));
        }
        frames.keep(Kind.WRONG_TYPE, raw, expected);
        refused = true;
    }

    private static String kindOf(int c) {
        return switch (c) {
            case '{' -> "an object";
            case '[' -> "a list";
            case '"' -> "text";
            case 't', 'f' -> "true or false";
            default -> "a number";
        };
    }

    /** Keeps the string or number taken last, which turned out to be of no use. */
    private void refuseToken(String expected) throws IOException {
        in.pos = inQuotes ? in.from - 1 : in.from;
        refuse(expected);
    }

    /** Keeps the text of the string or number taken last, whose value was understood but would be written otherwise. */
    private void keepSpelling() throws IOException {
        boolean text = in.to < in.pos;
        in.pos = text ? in.from - 1 : in.from;
        frames.keep(null, in.capture(), "");
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
