// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

import io.github.analytics4j.json.OpenEnum;
import io.github.analytics4j.json.TextValue;

/**
 * The earlier period that an overview is compared with.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class Comparand extends OpenEnum<Comparand.Known> {
    /** {@code previous_period}: The days directly before the period. */
    public static final Comparand PREVIOUS_PERIOD = new Comparand("previous_period", Known.PREVIOUS_PERIOD);
    /** {@code previous_year}: The same days a year earlier. */
    public static final Comparand PREVIOUS_YEAR = new Comparand("previous_year", Known.PREVIOUS_YEAR);
    static final TextValue.Type<Comparand> TYPE = TextValue.Type.of(
            "Comparand", text -> new Comparand(text, Known.UNRECOGNIZED), PREVIOUS_PERIOD, PREVIOUS_YEAR);

    private Comparand(String text, Known known) {
        super(text, known);
    }

    /**
     * {@return the value of a text on the wire; never fails}
     *
     * @param text compared letter by letter with those of the constants
     */
    public static Comparand of(String text) {
        return TYPE.parse(text);
    }

    /** The known values, named as the constants of {@link Comparand}; {@code UNRECOGNIZED} is any other. */
    public enum Known {
        /** {@link Comparand#PREVIOUS_PERIOD}. */
        PREVIOUS_PERIOD,

        /** {@link Comparand#PREVIOUS_YEAR}. */
        PREVIOUS_YEAR,

        /** Any other text. */
        UNRECOGNIZED
    }
}
