// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

import io.github.analytics4j.json.TextType;
import io.github.analytics4j.json.TextValue;
import org.jspecify.annotations.Nullable;

/**
 * How far a report is. The vendor names one status.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class ReportStatus implements TextValue {
    /** How texts become values of this type. */
    public static final TextType<ReportStatus> TYPE = TextType.of("ReportStatus", ReportStatus::of);

    /** {@code generating}: The file is being made. */
    public static final ReportStatus GENERATING = new ReportStatus("generating", Known.GENERATING);

    private final String text;

    private final Known known;

    private ReportStatus(String text, Known known) {
        this.text = text;
        this.known = known;
    }

    /**
     * The value of a text; never fails.
     *
     * @param text as on the wire
     */
    public static ReportStatus of(String text) {
        return switch (text) {
            case "generating" -> GENERATING;
            default -> new ReportStatus(text, Known.UNRECOGNIZED);
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
        return other instanceof ReportStatus that && text.equals(that.text);
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
        /** {@code generating}: The file is being made. */
        GENERATING,

        /** Any other text, see {@link ReportStatus#text}. */
        UNRECOGNIZED
    }
}
