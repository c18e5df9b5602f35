// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.json.TextType;
import io.github.analytics4j.json.TextValue;
import org.jspecify.annotations.Nullable;

/**
 * Why the telephone connection ended.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class TelephonyDisconnectReason implements TextValue {
    /** How texts become values of this type. */
    public static final TextType<TelephonyDisconnectReason> TYPE =
            TextType.of("TelephonyDisconnectReason", TelephonyDisconnectReason::of);

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

    private final String text;

    private final Known known;

    private TelephonyDisconnectReason(String text, Known known) {
        this.text = text;
        this.known = known;
    }

    /**
     * The value of a text; never fails.
     *
     * @param text as on the wire
     */
    public static TelephonyDisconnectReason of(String text) {
        return switch (text) {
            case "unknown" -> UNKNOWN;
            case "callee_hangup" -> CALLEE_HANGUP;
            case "caller_hangup" -> CALLER_HANGUP;
            case "error" -> ERROR;
            case "forbidden" -> FORBIDDEN;
            default -> new TelephonyDisconnectReason(text, Known.UNRECOGNIZED);
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
        return other instanceof TelephonyDisconnectReason that && text.equals(that.text);
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
        /** {@code unknown}. */
        UNKNOWN,

        /** {@code callee_hangup}. */
        CALLEE_HANGUP,

        /** {@code caller_hangup}. */
        CALLER_HANGUP,

        /** {@code error}. */
        ERROR,

        /** {@code forbidden}. */
        FORBIDDEN,

        /** Any other text, see {@link TelephonyDisconnectReason#text}. */
        UNRECOGNIZED
    }
}
