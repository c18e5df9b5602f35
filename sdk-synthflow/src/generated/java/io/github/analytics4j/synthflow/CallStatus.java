// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.json.OpenEnum;
import io.github.analytics4j.json.TextValue;

/**
 * The status of a call.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class CallStatus extends OpenEnum<CallStatus.Known> {
    /** {@code pending}. */
    public static final CallStatus PENDING = new CallStatus("pending", Known.PENDING);
    /** {@code ringing}. */
    public static final CallStatus RINGING = new CallStatus("ringing", Known.RINGING);
    /** {@code in-progress}. */
    public static final CallStatus IN_PROGRESS = new CallStatus("in-progress", Known.IN_PROGRESS);
    /** {@code completed}. */
    public static final CallStatus COMPLETED = new CallStatus("completed", Known.COMPLETED);
    /** {@code no-answer}. */
    public static final CallStatus NO_ANSWER = new CallStatus("no-answer", Known.NO_ANSWER);
    /** {@code busy}. */
    public static final CallStatus BUSY = new CallStatus("busy", Known.BUSY);
    /** {@code failed}. */
    public static final CallStatus FAILED = new CallStatus("failed", Known.FAILED);
    /** {@code canceled}. */
    public static final CallStatus CANCELED = new CallStatus("canceled", Known.CANCELED);
    /** {@code user-canceled}. */
    public static final CallStatus USER_CANCELED = new CallStatus("user-canceled", Known.USER_CANCELED);
    /** {@code hangup_on_voicemail}. */
    public static final CallStatus HANGUP_ON_VOICEMAIL =
            new CallStatus("hangup_on_voicemail", Known.HANGUP_ON_VOICEMAIL);

    /** {@code left_voicemail}. */
    public static final CallStatus LEFT_VOICEMAIL = new CallStatus("left_voicemail", Known.LEFT_VOICEMAIL);
    /** {@code spam}. */
    public static final CallStatus SPAM = new CallStatus("spam", Known.SPAM);
    /** {@code paused}. */
    public static final CallStatus PAUSED = new CallStatus("paused", Known.PAUSED);
    /** {@code registered}. */
    public static final CallStatus REGISTERED = new CallStatus("registered", Known.REGISTERED);
    /** {@code checking}. */
    public static final CallStatus CHECKING = new CallStatus("checking", Known.CHECKING);
    /** {@code queue}. */
    public static final CallStatus QUEUE = new CallStatus("queue", Known.QUEUE);
    /** {@code initiated}. */
    public static final CallStatus INITIATED = new CallStatus("initiated", Known.INITIATED);
    static final TextValue.Type<CallStatus> TYPE = TextValue.Type.of(
            "CallStatus",
            text -> new CallStatus(text, Known.UNRECOGNIZED),
            PENDING,
            RINGING,
            IN_PROGRESS,
            COMPLETED,
            NO_ANSWER,
            BUSY,
            FAILED,
            CANCELED,
            USER_CANCELED,
            HANGUP_ON_VOICEMAIL,
            LEFT_VOICEMAIL,
            SPAM,
            PAUSED,
            REGISTERED,
            CHECKING,
            QUEUE,
            INITIATED);

    private CallStatus(String text, Known known) {
        super(text, known);
    }

    /**
     * {@return the value of a text on the wire; never fails}
     *
     * @param text compared letter by letter with those of the constants
     */
    public static CallStatus of(String text) {
        return TYPE.parse(text);
    }

    /** The known values, named as the constants of {@link CallStatus}; {@code UNRECOGNIZED} is any other. */
    public enum Known {
        /** {@link CallStatus#PENDING}. */
        PENDING,

        /** {@link CallStatus#RINGING}. */
        RINGING,

        /** {@link CallStatus#IN_PROGRESS}. */
        IN_PROGRESS,

        /** {@link CallStatus#COMPLETED}. */
        COMPLETED,

        /** {@link CallStatus#NO_ANSWER}. */
        NO_ANSWER,

        /** {@link CallStatus#BUSY}. */
        BUSY,

        /** {@link CallStatus#FAILED}. */
        FAILED,

        /** {@link CallStatus#CANCELED}. */
        CANCELED,

        /** {@link CallStatus#USER_CANCELED}. */
        USER_CANCELED,

        /** {@link CallStatus#HANGUP_ON_VOICEMAIL}. */
        HANGUP_ON_VOICEMAIL,

        /** {@link CallStatus#LEFT_VOICEMAIL}. */
        LEFT_VOICEMAIL,

        /** {@link CallStatus#SPAM}. */
        SPAM,

        /** {@link CallStatus#PAUSED}. */
        PAUSED,

        /** {@link CallStatus#REGISTERED}. */
        REGISTERED,

        /** {@link CallStatus#CHECKING}. */
        CHECKING,

        /** {@link CallStatus#QUEUE}. */
        QUEUE,

        /** {@link CallStatus#INITIATED}. */
        INITIATED,

        /** Any other text. */
        UNRECOGNIZED
    }
}
