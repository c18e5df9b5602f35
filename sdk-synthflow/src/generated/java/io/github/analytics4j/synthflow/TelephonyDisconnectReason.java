// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.json.OpenEnum;
import io.github.analytics4j.json.TextValue;

/**
 * Why the telephone connection ended.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class TelephonyDisconnectReason extends OpenEnum<TelephonyDisconnectReason.Known> {
    /** {@code unknown}. */
    public static final TelephonyDisconnectReason UNKNOWN = new TelephonyDisconnectReason("unknown", Known.UNKNOWN);
    /** {@code callee_hangup}. */
    public static final TelephonyDisconnectReason CALLEE_HANGUP =
            new TelephonyDisconnectReason("callee_hangup", Known.CALLEE_HANGUP);

    /** {@code caller_hangup}. */
    public static final TelephonyDisconnectReason CALLER_HANGUP =
            new TelephonyDisconnectReason("caller_hangup", Known.CALLER_HANGUP);

    /** {@code error}. */
    public static final TelephonyDisconnectReason ERROR = new TelephonyDisconnectReason("error", Known.ERROR);
    /** {@code forbidden}. */
    public static final TelephonyDisconnectReason FORBIDDEN =
            new TelephonyDisconnectReason("forbidden", Known.FORBIDDEN);

    static final TextValue.Type<TelephonyDisconnectReason> TYPE = TextValue.Type.of(
            "TelephonyDisconnectReason",
            text -> new TelephonyDisconnectReason(text, Known.UNRECOGNIZED),
            UNKNOWN,
            CALLEE_HANGUP,
            CALLER_HANGUP,
            ERROR,
            FORBIDDEN);

    private TelephonyDisconnectReason(String text, Known known) {
        super(text, known);
    }

    /**
     * {@return the value of a text on the wire; never fails}
     *
     * @param text compared letter by letter with those of the constants
     */
    public static TelephonyDisconnectReason of(String text) {
        return TYPE.parse(text);
    }

    /**
     * The known values, named as the constants of {@link TelephonyDisconnectReason}; {@code UNRECOGNIZED} is any other.
     */
    public enum Known {
        /** {@link TelephonyDisconnectReason#UNKNOWN}. */
        UNKNOWN,

        /** {@link TelephonyDisconnectReason#CALLEE_HANGUP}. */
        CALLEE_HANGUP,

        /** {@link TelephonyDisconnectReason#CALLER_HANGUP}. */
        CALLER_HANGUP,

        /** {@link TelephonyDisconnectReason#ERROR}. */
        ERROR,

        /** {@link TelephonyDisconnectReason#FORBIDDEN}. */
        FORBIDDEN,

        /** Any other text. */
        UNRECOGNIZED
    }
}
