package io.github.analytics4j.error;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A field that is documented as always present was read, and it did not arrive or arrived as something else. */
public final class UnexpectedValueException extends SdkException {

    private static final long serialVersionUID = 1;

    /** The place of the field. */
    private final String path;

    /** The value that came. */
    private final @Nullable String raw;

    /** The value that was documented. */
    private final String expected;

    /**
     * Names the field and says of what kind and size the value was that came in its place.
     *
     * @param path the JSON path, such as {@code $.response.calls[3].duration}
     * @param raw the JSON that arrived, or null when the field was absent
     * @param expected what the vendor documents, such as {@code integer}
     */
    public UnexpectedValueException(String path, @Nullable String raw, String expected) {
        this(path, raw, expected, null);
    }

    private UnexpectedValueException(String path, @Nullable String raw, String expected, @Nullable Throwable cause) {
        super(
                path + ": expected " + expected + ", " + (raw == null ? "but it is absent" : "got " + kindOf(raw)),
                cause);
        this.path = path;
        this.raw = raw;
        this.expected = expected;
    }

    /** The value itself may be private. */
    private static String kindOf(String raw) {
        String kind = switch (raw.isEmpty() ? ' ' : raw.charAt(0)) {
            case '{' -> "an object";
            case '[' -> "a list";
            case '"' -> "text";
            case 't', 'f' -> "true or false";
            case 'n' -> "null";
            default -> "a number";
        };
        return kind.equals("null") ? kind : kind + " (" + raw.length() + " characters)";
    }

    @Override
    protected SdkException withCause(@Nullable Throwable cause) {
        return new UnexpectedValueException(path, raw, expected, cause);
    }

    /**
     * {@return the value for the accessor of an always-present field, or null where that field did not arrive as documented}
     *
     * @param <V> the type of the field
     * @param accessor a getter of a record, such as {@code call::duration}
     */
    public static <V> @Nullable V orNull(Supplier<? extends V> accessor) {
        try {
            return accessor.get();
        } catch (UnexpectedValueException absent) {
            return null;
        }
    }

    /** {@return the JSON path of the field} */
    public String path() {
        return path;
    }

    /** {@return the JSON that arrived, which the message does not repeat; empty when the field was absent} */
    public Optional<String> raw() {
        return Optional.ofNullable(raw);
    }

    /** {@return the form that the vendor documents} */
    public String expected() {
        return expected;
    }
}
