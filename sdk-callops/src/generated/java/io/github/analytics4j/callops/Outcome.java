// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

import io.github.analytics4j.json.TextType;
import io.github.analytics4j.json.TextValue;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call: its outcome, or its status where it has none.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class Outcome implements TextValue {
    /** How texts become values of this type. */
    public static final TextType<Outcome> TYPE = TextType.of("Outcome", Outcome::of);

    /** {@code completed}: The call ran to its end. */
    public static final Outcome COMPLETED = new Outcome("completed", Known.COMPLETED);

    /** {@code voicemail}: A mailbox answered. */
    public static final Outcome VOICEMAIL = new Outcome("voicemail", Known.VOICEMAIL);

    /** {@code invalid_number}: The number does not exist. */
    public static final Outcome INVALID_NUMBER = new Outcome("invalid_number", Known.INVALID_NUMBER);

    /** {@code caller_hangup}: The caller hung up. */
    public static final Outcome CALLER_HANGUP = new Outcome("caller_hangup", Known.CALLER_HANGUP);

    /** {@code failed}: A status: the call failed. */
    public static final Outcome FAILED = new Outcome("failed", Known.FAILED);

    /** {@code in-progress}: A status: the call goes on. */
    public static final Outcome IN_PROGRESS = new Outcome("in-progress", Known.IN_PROGRESS);

    /** {@code queued}: A status: the call has not begun. */
    public static final Outcome QUEUED = new Outcome("queued", Known.QUEUED);

    private final String text;

    private final Known known;

    private Outcome(String text, Known known) {
        this.text = text;
        this.known = known;
    }

    /**
     * The value of a text; never fails.
     *
     * @param text as on the wire
     */
    public static Outcome of(String text) {
        return switch (text) {
            case "completed" -> COMPLETED;
            case "voicemail" -> VOICEMAIL;
            case "invalid_number" -> INVALID_NUMBER;
            case "caller_hangup" -> CALLER_HANGUP;
            case "failed" -> FAILED;
            case "in-progress" -> IN_PROGRESS;
            case "queued" -> QUEUED;
            default -> new Outcome(text, Known.UNRECOGNIZED);
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
        return other instanceof Outcome that && text.equals(that.text);
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
        /** {@code completed}: The call ran to its end. */
        COMPLETED,

        /** {@code voicemail}: A mailbox answered. */
        VOICEMAIL,

        /** {@code invalid_number}: The number does not exist. */
        INVALID_NUMBER,

        /** {@code caller_hangup}: The caller hung up. */
        CALLER_HANGUP,

        /** {@code failed}: A status: the call failed. */
        FAILED,

        /** {@code in-progress}: A status: the call goes on. */
        IN_PROGRESS,

        /** {@code queued}: A status: the call has not begun. */
        QUEUED,

        /** Any other text, see {@link Outcome#text}. */
        UNRECOGNIZED
    }
}
