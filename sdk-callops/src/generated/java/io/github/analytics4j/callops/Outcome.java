// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

import io.github.analytics4j.json.OpenEnum;
import io.github.analytics4j.json.TextValue;

/**
 * What came of a call: its outcome, or its status where it has none.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class Outcome extends OpenEnum<Outcome.Known> {
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
    static final TextValue.Type<Outcome> TYPE = TextValue.Type.of(
            "Outcome",
            text -> new Outcome(text, Known.UNRECOGNIZED),
            COMPLETED,
            VOICEMAIL,
            INVALID_NUMBER,
            CALLER_HANGUP,
            FAILED,
            IN_PROGRESS,
            QUEUED);

    private Outcome(String text, Known known) {
        super(text, known);
    }

    /**
     * {@return the value of a text on the wire; never fails}
     *
     * @param text compared letter by letter with those of the constants
     */
    public static Outcome of(String text) {
        return TYPE.parse(text);
    }

    /** The known values, named as the constants of {@link Outcome}; {@code UNRECOGNIZED} is any other. */
    public enum Known {
        /** {@link Outcome#COMPLETED}. */
        COMPLETED,

        /** {@link Outcome#VOICEMAIL}. */
        VOICEMAIL,

        /** {@link Outcome#INVALID_NUMBER}. */
        INVALID_NUMBER,

        /** {@link Outcome#CALLER_HANGUP}. */
        CALLER_HANGUP,

        /** {@link Outcome#FAILED}. */
        FAILED,

        /** {@link Outcome#IN_PROGRESS}. */
        IN_PROGRESS,

        /** {@link Outcome#QUEUED}. */
        QUEUED,

        /** Any other text. */
        UNRECOGNIZED
    }
}
