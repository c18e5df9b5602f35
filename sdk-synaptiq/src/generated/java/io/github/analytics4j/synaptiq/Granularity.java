// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

import io.github.analytics4j.json.OpenEnum;
import io.github.analytics4j.json.TextValue;

/**
 * Length of the steps into which a period is split.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class Granularity extends OpenEnum<Granularity.Known> {
    /** {@code day}: One step a day. */
    public static final Granularity DAY = new Granularity("day", Known.DAY);
    /** {@code week}: One step every seven days; the last one takes what is left and can be longer. */
    public static final Granularity WEEK = new Granularity("week", Known.WEEK);
    /** {@code month}: One step a calendar month. */
    public static final Granularity MONTH = new Granularity("month", Known.MONTH);
    static final TextValue.Type<Granularity> TYPE =
            TextValue.Type.of("Granularity", text -> new Granularity(text, Known.UNRECOGNIZED), DAY, WEEK, MONTH);

    private Granularity(String text, Known known) {
        super(text, known);
    }

    /**
     * {@return the value of a text on the wire; never fails}
     *
     * @param text compared letter by letter with those of the constants
     */
    public static Granularity of(String text) {
        return TYPE.parse(text);
    }

    /** The known values, named as the constants of {@link Granularity}; {@code UNRECOGNIZED} is any other. */
    public enum Known {
        /** {@link Granularity#DAY}. */
        DAY,

        /** {@link Granularity#WEEK}. */
        WEEK,

        /** {@link Granularity#MONTH}. */
        MONTH,

        /** Any other text. */
        UNRECOGNIZED
    }
}
