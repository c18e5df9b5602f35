// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

import io.github.analytics4j.json.OpenEnum;
import io.github.analytics4j.json.TextValue;

/**
 * Length of the steps into which a period is split.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class GroupBy extends OpenEnum<GroupBy.Known> {
    /** {@code day}: One step a day. */
    public static final GroupBy DAY = new GroupBy("day", Known.DAY);
    /** {@code week}: One step every seven days. */
    public static final GroupBy WEEK = new GroupBy("week", Known.WEEK);
    /** {@code month}: One step a calendar month. */
    public static final GroupBy MONTH = new GroupBy("month", Known.MONTH);
    static final TextValue.Type<GroupBy> TYPE =
            TextValue.Type.of("GroupBy", text -> new GroupBy(text, Known.UNRECOGNIZED), DAY, WEEK, MONTH);

    private GroupBy(String text, Known known) {
        super(text, known);
    }

    /**
     * {@return the value of a text on the wire; never fails}
     *
     * @param text compared letter by letter with those of the constants
     */
    public static GroupBy of(String text) {
        return TYPE.parse(text);
    }

    /** The known values, named as the constants of {@link GroupBy}; {@code UNRECOGNIZED} is any other. */
    public enum Known {
        /** {@link GroupBy#DAY}. */
        DAY,

        /** {@link GroupBy#WEEK}. */
        WEEK,

        /** {@link GroupBy#MONTH}. */
        MONTH,

        /** Any other text. */
        UNRECOGNIZED
    }
}
