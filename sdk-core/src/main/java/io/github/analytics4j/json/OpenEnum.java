package io.github.analytics4j.json;

import io.github.analytics4j.error.GeneratedCodeApi;
import org.jspecify.annotations.Nullable;

/**
 * A value of an open set: one of the known texts, or any other, which is kept as it came. Two of the same type are equal
 * if their texts are.
 *
 * @param <K> the enum of the known values, to switch on
 */
public abstract class OpenEnum<K extends Enum<K>> implements TextValue {
    private final String text;
    private final K known;

    /**
     * A value; made by its own class alone.
     *
     * @hidden
     */
    @GeneratedCodeApi
    protected OpenEnum(String text, K known) {
        this.text = text;
        this.known = known;
    }

    /** {@return which of the known values this is, to switch on; {@code UNRECOGNIZED} for any other text} */
    public final K known() {
        return known;
    }

    @Override
    public final String text() {
        return text;
    }

    @Override
    @SuppressWarnings("EqualsGetClass") // a text means something else in another set
    public final boolean equals(@Nullable Object other) {
        return other != null && getClass() == other.getClass() && text.equals(((OpenEnum<?>) other).text);
    }

    @Override
    public final int hashCode() {
        return text.hashCode();
    }

    /** The text on the wire. */
    @Override
    public final String toString() {
        return text;
    }
}
