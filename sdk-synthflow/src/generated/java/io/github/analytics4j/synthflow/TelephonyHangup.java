// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.json.OpenEnum;
import io.github.analytics4j.json.TextValue;

/**
 * Who hung up.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class TelephonyHangup extends OpenEnum<TelephonyHangup.Known> {
    /** {@code caller}. */
    public static final TelephonyHangup CALLER = new TelephonyHangup("caller", Known.CALLER);
    /** {@code callee}. */
    public static final TelephonyHangup CALLEE = new TelephonyHangup("callee", Known.CALLEE);
    /** {@code agent}. */
    public static final TelephonyHangup AGENT = new TelephonyHangup("agent", Known.AGENT);
    static final TextValue.Type<TelephonyHangup> TYPE = TextValue.Type.of(
            "TelephonyHangup", text -> new TelephonyHangup(text, Known.UNRECOGNIZED), CALLER, CALLEE, AGENT);

    private TelephonyHangup(String text, Known known) {
        super(text, known);
    }

    /**
     * {@return the value of a text on the wire; never fails}
     *
     * @param text compared letter by letter with those of the constants
     */
    public static TelephonyHangup of(String text) {
        return TYPE.parse(text);
    }

    /** The known values, named as the constants of {@link TelephonyHangup}; {@code UNRECOGNIZED} is any other. */
    public enum Known {
        /** {@link TelephonyHangup#CALLER}. */
        CALLER,

        /** {@link TelephonyHangup#CALLEE}. */
        CALLEE,

        /** {@link TelephonyHangup#AGENT}. */
        AGENT,

        /** Any other text. */
        UNRECOGNIZED
    }
}
