package io.github.analytics4j.json;

import io.github.analytics4j.error.GeneratedCodeApi;
import io.github.analytics4j.error.UnexpectedValueException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells generated records, and what reads pages out of them, how one field arrived; a field is its index in the record.
 *
 * @hidden
 */
@GeneratedCodeApi
public final class RecordFields {
    private RecordFields() {}

    /**
     * Returns the value of a field that is documented as always present.
     *
     * @throws UnexpectedValueException if it did not arrive as documented, naming the path and what was there instead
     */
    public static <T> T required(T value, Unexpected unexpected, int field) {
        unexpected.require(field);
        return value;
    }

    /** As {@link #required(Object, Unexpected, int)}. */
    public static long required(long value, Unexpected unexpected, int field) {
        unexpected.require(field);
        return value;
    }

    /** As {@link #required(Object, Unexpected, int)}. */
    public static int required(int value, Unexpected unexpected, int field) {
        unexpected.require(field);
        return value;
    }

    /** As {@link #required(Object, Unexpected, int)}. */
    public static double required(double value, Unexpected unexpected, int field) {
        unexpected.require(field);
        return value;
    }

    /** As {@link #required(Object, Unexpected, int)}. */
    public static boolean required(boolean value, Unexpected unexpected, int field) {
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
    public static <V> V present(@Nullable V value, Unexpected unexpected, int field, String where, String expected) {
        return unexpected.present(value, field, where, expected);
    }

    /**
     * Throws if a value of another kind came for this field; not if none came, or null.
     *
     * @throws UnexpectedValueException naming the path, and what was there instead
     */
    public static void requireKind(Unexpected unexpected, int field) {
        unexpected.requireKind(field);
    }

    /**
     * Returns the value of a field that need not come; null if none came.
     *
     * @throws UnexpectedValueException if a value of another kind came, with that value
     */
    public static <V> @Nullable V ofKind(@Nullable V value, Unexpected unexpected, int field) {
        unexpected.requireKind(field);
        return value;
    }

    /**
     * Returns the places of the elements of a list field that are of the wrong kind or null: they are kept, but not among
     * its elements. Indexes from 0 in the list as it was sent, in their order.
     */
    public static List<Integer> unreadable(Unexpected unexpected, int field) {
        return unexpected.unreadable(field);
    }

    /** Returns the reason why the elements of a list field may not be all that the server has; null if there is none. */
    public static @Nullable String doubt(Unexpected unexpected, int field) {
        return unexpected.doubt(field);
    }
}
