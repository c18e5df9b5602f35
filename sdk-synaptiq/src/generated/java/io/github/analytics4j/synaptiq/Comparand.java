// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

import io.github.analytics4j.json.TextType;
import io.github.analytics4j.json.TextValue;
import org.jspecify.annotations.Nullable;

/**
 * The earlier period that an overview is compared with.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class Comparand implements TextValue {
    /** How texts become values of this type. */
    public static final TextType<Comparand> TYPE = TextType.of("Comparand", Comparand::of);

    /** {@code previous_period}: The days directly before the period. */
    public static final Comparand PREVIOUS_PERIOD = new Comparand("previous_period", Known.PREVIOUS_PERIOD);

    /** {@code previous_year}: The same days a year earlier. */
    public static final Comparand PREVIOUS_YEAR = new Comparand("previous_year", Known.PREVIOUS_YEAR);

    private final String text;

    private final Known known;

    private Comparand(String text, Known known) {
        this.text = text;
        this.known = known;
    }

    /**
     * The value of a text; never fails.
     *
     * @param text as on the wire
     */
    public static Comparand of(String text) {
        return switch (text) {
            case "previous_period" -> PREVIOUS_PERIOD;
            case "previous_year" -> PREVIOUS_YEAR;
            default -> new Comparand(text, Known.UNRECOGNIZED);
        };
    }

    /** Which of the known values this is, to switch on. */
    public Known known() {
        return known;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Comparand that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    /** The values known when this SDK was made. */
    public enum Known {
        /** {@code previous_period}: The days directly before the period. */
        PREVIOUS_PERIOD,

        /** {@code previous_year}: The same days a year earlier. */
        PREVIOUS_YEAR,

        /** Any other text, see {@link Comparand#text}. */
        UNRECOGNIZED
    }
}
