// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

import io.github.analytics4j.json.OpenEnum;
import io.github.analytics4j.json.TextValue;

/**
 * How far a report is. The vendor names one status.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class ReportStatus extends OpenEnum<ReportStatus.Known> {
    /** {@code generating}: The file is being made. */
    public static final ReportStatus GENERATING = new ReportStatus("generating", Known.GENERATING);
    static final TextValue.Type<ReportStatus> TYPE =
            TextValue.Type.of("ReportStatus", text -> new ReportStatus(text, Known.UNRECOGNIZED), GENERATING);

    private ReportStatus(String text, Known known) {
        super(text, known);
    }

    /**
     * {@return the value of a text on the wire; never fails}
     *
     * @param text compared letter by letter with those of the constants
     */
    public static ReportStatus of(String text) {
        return TYPE.parse(text);
    }

    /** The known values, named as the constants of {@link ReportStatus}; {@code UNRECOGNIZED} is any other. */
    public enum Known {
        /** {@link ReportStatus#GENERATING}. */
        GENERATING,

        /** Any other text. */
        UNRECOGNIZED
    }
}
