// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.json.TextType;
import io.github.analytics4j.json.TextValue;
import org.jspecify.annotations.Nullable;

/**
 * The status of a call.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class CallStatus implements TextValue {
    /** How texts become values of this type. */
    public static final TextType<CallStatus> TYPE = TextType.of("CallStatus", CallStatus::of);

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

    private final String text;

    private final Known known;

    private CallStatus(String text, Known known) {
        this.text = text;
        this.known = known;
    }

    /**
     * The value of a text; never fails.
     *
     * @param text as on the wire
     */
    public static CallStatus of(String text) {
        return switch (text) {
            case "pending" -> PENDING;
            case "ringing" -> RINGING;
            case "in-progress" -> IN_PROGRESS;
            case "completed" -> COMPLETED;
            case "no-answer" -> NO_ANSWER;
            case "busy" -> BUSY;
            case "failed" -> FAILED;
            case "canceled" -> CANCELED;
            case "user-canceled" -> USER_CANCELED;
            case "hangup_on_voicemail" -> HANGUP_ON_VOICEMAIL;
            case "left_voicemail" -> LEFT_VOICEMAIL;
            case "spam" -> SPAM;
            case "paused" -> PAUSED;
            case "registered" -> REGISTERED;
            case "checking" -> CHECKING;
            case "queue" -> QUEUE;
            case "initiated" -> INITIATED;
            default -> new CallStatus(text, Known.UNRECOGNIZED);
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
        return other instanceof CallStatus that && text.equals(that.text);
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
        /** {@code pending}. */
        PENDING,

        /** {@code ringing}. */
        RINGING,

        /** {@code in-progress}. */
        IN_PROGRESS,

        /** {@code completed}. */
        COMPLETED,

        /** {@code no-answer}. */
        NO_ANSWER,

        /** {@code busy}. */
        BUSY,

        /** {@code failed}. */
        FAILED,

        /** {@code canceled}. */
        CANCELED,

        /** {@code user-canceled}. */
        USER_CANCELED,

        /** {@code hangup_on_voicemail}. */
        HANGUP_ON_VOICEMAIL,

        /** {@code left_voicemail}. */
        LEFT_VOICEMAIL,

        /** {@code spam}. */
        SPAM,

        /** {@code paused}. */
        PAUSED,

        /** {@code registered}. */
        REGISTERED,

        /** {@code checking}. */
        CHECKING,

        /** {@code queue}. */
        QUEUE,

        /** {@code initiated}. */
        INITIATED,

        /** Any other text, see {@link CallStatus#text}. */
        UNRECOGNIZED
    }
}
