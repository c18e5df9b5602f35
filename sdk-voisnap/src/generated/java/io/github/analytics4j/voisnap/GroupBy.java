// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

import io.github.analytics4j.json.TextType;
import io.github.analytics4j.json.TextValue;
import org.jspecify.annotations.Nullable;

/**
 * Length of the steps into which a period is split.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class GroupBy implements TextValue {
    /** How texts become values of this type. */
    public static final TextType<GroupBy> TYPE = TextType.of("GroupBy", GroupBy::of);

    /** {@code day}: One step a day. */
    public static final GroupBy DAY = new GroupBy("day", Known.DAY);

    /** {@code week}: One step every seven days. */
    public static final GroupBy WEEK = new GroupBy("week", Known.WEEK);

    /** {@code month}: One step a calendar month. */
    public static final GroupBy MONTH = new GroupBy("month", Known.MONTH);

    private final String text;

    private final Known known;

    private GroupBy(String text, Known known) {
        this.text = text;
        this.known = known;
    }

    /**
     * The value of a text; never fails.
     *
     * @param text as on the wire
     */
    public static GroupBy of(String text) {
        return switch (text) {
            case "day" -> DAY;
            case "week" -> WEEK;
            case "month" -> MONTH;
            default -> new GroupBy(text, Known.UNRECOGNIZED);
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
        return other instanceof GroupBy that && text.equals(that.text);
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
        /** {@code day}: One step a day. */
        DAY,

        /** {@code week}: One step every seven days. */
        WEEK,

        /** {@code month}: One step a calendar month. */
        MONTH,

        /** Any other text, see {@link GroupBy#text}. */
        UNRECOGNIZED
    }
}
