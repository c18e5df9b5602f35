// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

import io.github.analytics4j.json.TextType;
import io.github.analytics4j.json.TextValue;
import org.jspecify.annotations.Nullable;

/**
 * Kind of file of a report.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class ReportFormat implements TextValue {
    /** How texts become values of this type. */
    public static final TextType<ReportFormat> TYPE = TextType.of("ReportFormat", ReportFormat::of);

    /** {@code csv}: Comma-separated values. */
    public static final ReportFormat CSV = new ReportFormat("csv", Known.CSV);

    /** {@code pdf}: A document to print. */
    public static final ReportFormat PDF = new ReportFormat("pdf", Known.PDF);

    private final String text;

    private final Known known;

    private ReportFormat(String text, Known known) {
        this.text = text;
        this.known = known;
    }

    /**
     * The value of a text; never fails.
     *
     * @param text as on the wire
     */
    public static ReportFormat of(String text) {
        return switch (text) {
            case "csv" -> CSV;
            case "pdf" -> PDF;
            default -> new ReportFormat(text, Known.UNRECOGNIZED);
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
        return other instanceof ReportFormat that && text.equals(that.text);
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
        /** {@code csv}: Comma-separated values. */
        CSV,

        /** {@code pdf}: A document to print. */
        PDF,

        /** Any other text, see {@link ReportFormat#text}. */
        UNRECOGNIZED
    }
}
