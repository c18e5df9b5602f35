// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.json.TextType;
import io.github.analytics4j.json.TextValue;
import org.jspecify.annotations.Nullable;

/**
 * Who hung up.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class TelephonyHangup implements TextValue {
    /** How texts become values of this type. */
    public static final TextType<TelephonyHangup> TYPE = TextType.of("TelephonyHangup", TelephonyHangup::of);

    /** {@code caller}. */
    public static final TelephonyHangup CALLER = new TelephonyHangup("caller", Known.CALLER);

    /** {@code callee}. */
    public static final TelephonyHangup CALLEE = new TelephonyHangup("callee", Known.CALLEE);

    /** {@code agent}. */
    public static final TelephonyHangup AGENT = new TelephonyHangup("agent", Known.AGENT);

    private final String text;

    private final Known known;

    private TelephonyHangup(String text, Known known) {
        this.text = text;
        this.known = known;
    }

    /**
     * The value of a text; never fails.
     *
     * @param text as on the wire
     */
    public static TelephonyHangup of(String text) {
        return switch (text) {
            case "caller" -> CALLER;
            case "callee" -> CALLEE;
            case "agent" -> AGENT;
            default -> new TelephonyHangup(text, Known.UNRECOGNIZED);
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
        return other instanceof TelephonyHangup that && text.equals(that.text);
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
        /** {@code caller}. */
        CALLER,

        /** {@code callee}. */
        CALLEE,

        /** {@code agent}. */
        AGENT,

        /** Any other text, see {@link TelephonyHangup#text}. */
        UNRECOGNIZED
    }
}
