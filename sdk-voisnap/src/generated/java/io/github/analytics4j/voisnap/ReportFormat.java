// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

import io.github.analytics4j.json.OpenEnum;
import io.github.analytics4j.json.TextValue;

/**
 * Kind of file of a report.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class ReportFormat extends OpenEnum<ReportFormat.Known> {
    /** {@code csv}: Comma-separated values. */
    public static final ReportFormat CSV = new ReportFormat("csv", Known.CSV);
    /** {@code pdf}: A document to print. */
    public static final ReportFormat PDF = new ReportFormat("pdf", Known.PDF);
    static final TextValue.Type<ReportFormat> TYPE =
            TextValue.Type.of("ReportFormat", text -> new ReportFormat(text, Known.UNRECOGNIZED), CSV, PDF);

    private ReportFormat(String text, Known known) {
        super(text, known);
    }

    /**
     * {@return the value of a text on the wire; never fails}
     *
     * @param text compared letter by letter with those of the constants
     */
    public static ReportFormat of(String text) {
        return TYPE.parse(text);
    }

    /** The known values, named as the constants of {@link ReportFormat}; {@code UNRECOGNIZED} is any other. */
    public enum Known {
        /** {@link ReportFormat#CSV}. */
        CSV,

        /** {@link ReportFormat#PDF}. */
        PDF,

        /** Any other text. */
        UNRECOGNIZED
    }
}
