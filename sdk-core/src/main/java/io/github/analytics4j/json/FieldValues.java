package io.github.analytics4j.json;

import io.github.analytics4j.error.GeneratedCodeApi;
import io.github.analytics4j.error.UnexpectedValueException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds the values that a reader found in one object, field by field. It belongs to the reader, which uses it again for the next object:
 * a codec takes the values out at once, each as the type its field's codec reads. The static methods tell generated records, and
 * what reads pages out of them, how one field arrived; a field is its index in the record.
 *
 * @hidden
 */
@GeneratedCodeApi
public final class FieldValues {
    private static final Object[] NO_OBJECTS = {};
    private static final long[] NO_NUMBERS = {};

    /** The values that are neither numbers nor truth values; null where no value came. */
    @Nullable
    Object[] objects = NO_OBJECTS;

    /** Whole numbers, the bits of doubles, 1 for true; they mean something only where one is {@link #present}. */
    long[] numbers = NO_NUMBERS;

    /** The fields whose number is one that came. */
    private long present;

    private UnexpectedContent unexpected = UnexpectedContent.NONE;

    FieldValues() {}

    void reset(int count) {
        present = 0;
        unexpected = UnexpectedContent.NONE;
        if (objects.length < count) {
            objects = new Object[count];
            numbers = new long[count];
        } else {
            Arrays.fill(objects, 0, count, null);
        }
    }

    void number(int field, boolean came, long bits) {
        long bit = 1L << field;
        present = came ? present | bit : present & ~bit;
        numbers[field] = bits;
    }

    void close(UnexpectedContent ofRecord) {
        unexpected = ofRecord;
    }

    private boolean has(int field) {
        return (present & 1L << field) != 0;
    }

    private long bits(int field) {
        return has(field) ? numbers[field] : 0;
    }

    /** Tells what was unexpected in the object. */
    public UnexpectedContent unexpected() {
        return unexpected;
    }

    /** A value that is no number; null if none came. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the field's codec made it
    public <T> @Nullable T get(int field) {
        return (T) objects[field];
    }

    /** A value that is no number, of a field that is always present; null if none came, which its accessor refuses. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    public <T> T getRequired(int field) {
        return (T) objects[field];
    }

    /** A list; empty if none came. */
    public <T> List<T> getList(int field) {
        List<T> list = get(field);
        return list == null ? List.of() : list;
    }

    /** A map; empty if none came. */
    public <T> Map<String, T> getMap(int field) {
        Map<String, T> map = get(field);
        return map == null ? Map.of() : map;
    }

    /** A whole number; 0 if none came. */
    public long getLong(int field) {
        return bits(field);
    }

    public @Nullable Long getLongOrNull(int field) {
        return has(field) ? (Long) numbers[field] : null;
    }

    /** A whole number; 0 if none came. */
    public int getInt(int field) {
        return (int) bits(field);
    }

    public @Nullable Integer getIntOrNull(int field) {
        return has(field) ? (Integer) (int) numbers[field] : null;
    }

    /** A number; 0 if none came. */
    public double getDouble(int field) {
        return Double.longBitsToDouble(bits(field));
    }

    public @Nullable Double getDoubleOrNull(int field) {
        return has(field) ? (Double) getDouble(field) : null;
    }

    /** A truth value; false if none came. */
    public boolean getBoolean(int field) {
        return bits(field) != 0;
    }

    public @Nullable Boolean getBooleanOrNull(int field) {
        return has(field) ? (Boolean) getBoolean(field) : null;
    }

    /**
     * Returns the value of a field that is documented as always present.
     *
     * @throws UnexpectedValueException if it did not arrive as documented, naming the path and what was there instead
     */
    public static <T> T required(T value, UnexpectedContent unexpected, int field) {
        unexpected.require(field);
        return value;
    }

    /** As {@link #required(Object, UnexpectedContent, int)}. */
    public static long required(long value, UnexpectedContent unexpected, int field) {
        unexpected.require(field);
        return value;
    }

    /** As {@link #required(Object, UnexpectedContent, int)}. */
    public static int required(int value, UnexpectedContent unexpected, int field) {
        unexpected.require(field);
        return value;
    }

    /** As {@link #required(Object, UnexpectedContent, int)}. */
    public static double required(double value, UnexpectedContent unexpected, int field) {
        unexpected.require(field);
        return value;
    }

    /** As {@link #required(Object, UnexpectedContent, int)}. */
    public static boolean required(boolean value, UnexpectedContent unexpected, int field) {
        unexpected.require(field);
        return value;
    }

    /**
     * Returns a value that cannot be done without, such as the list of a page's rows or the object around it, whether its field
     * is documented as always present or not. A null in the place of a list is an empty one.
     *
     * @param where the JSON path of the field
     * @throws UnexpectedValueException naming the path, and what was there instead
     */
    public static <V> V present(
            @Nullable V value, UnexpectedContent unexpected, int field, String where, String expected) {
        return unexpected.present(value, field, where, expected);
    }

    /**
     * Throws if a value of another kind came for this field; not if none came, or null.
     *
     * @throws UnexpectedValueException naming the path, and what was there instead
     */
    public static void requireKind(UnexpectedContent unexpected, int field) {
        unexpected.requireKind(field);
    }

    /**
     * Returns the value of a field that need not come; null if none came.
     *
     * @throws UnexpectedValueException if a value of another kind came, with that value
     */
    public static <V> @Nullable V ofKind(@Nullable V value, UnexpectedContent unexpected, int field) {
        unexpected.requireKind(field);
        return value;
    }

    /**
     * Returns the places of the elements of a list field that are of the wrong kind or null: they are kept, but not among
     * its elements. Indexes from 0 in the list as it was sent, in their order.
     */
    public static List<Integer> unreadable(UnexpectedContent unexpected, int field) {
        return unexpected.unreadable(field);
    }

    /** Returns the reason why the elements of a list field may not be all that the server has; null if there is none. */
    public static @Nullable String doubt(UnexpectedContent unexpected, int field) {
        return unexpected.doubt(field);
    }
}
