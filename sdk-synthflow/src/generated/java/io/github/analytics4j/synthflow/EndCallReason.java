// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.json.TextType;
import io.github.analytics4j.json.TextValue;
import org.jspecify.annotations.Nullable;

/**
 * Why a call ended.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class EndCallReason implements TextValue {
    /** How texts become values of this type. */
    public static final TextType<EndCallReason> TYPE = TextType.of("EndCallReason", EndCallReason::of);

    /** {@code human_pick_up_cut_off}. */
    public static final EndCallReason HUMAN_PICK_UP_CUT_OFF =
            new EndCallReason("human_pick_up_cut_off", Known.HUMAN_PICK_UP_CUT_OFF);

    /** {@code voicemail}. */
    public static final EndCallReason VOICEMAIL = new EndCallReason("voicemail", Known.VOICEMAIL);

    /** {@code voicemail_cut_off}. */
    public static final EndCallReason VOICEMAIL_CUT_OFF =
            new EndCallReason("voicemail_cut_off", Known.VOICEMAIL_CUT_OFF);

    /** {@code voicemail_message_left}. */
    public static final EndCallReason VOICEMAIL_MESSAGE_LEFT =
            new EndCallReason("voicemail_message_left", Known.VOICEMAIL_MESSAGE_LEFT);

    /** {@code agent_ended_call}. */
    public static final EndCallReason AGENT_ENDED_CALL = new EndCallReason("agent_ended_call", Known.AGENT_ENDED_CALL);

    /** {@code human_ended_call}. */
    public static final EndCallReason HUMAN_ENDED_CALL = new EndCallReason("human_ended_call", Known.HUMAN_ENDED_CALL);

    /** {@code custom_end_call}. */
    public static final EndCallReason CUSTOM_END_CALL = new EndCallReason("custom_end_call", Known.CUSTOM_END_CALL);

    /** {@code user_canceled}. */
    public static final EndCallReason USER_CANCELED = new EndCallReason("user_canceled", Known.USER_CANCELED);

    /** {@code timeout}. */
    public static final EndCallReason TIMEOUT = new EndCallReason("timeout", Known.TIMEOUT);

    /** {@code error}. */
    public static final EndCallReason ERROR = new EndCallReason("error", Known.ERROR);

    /** {@code human_goodbye}. */
    public static final EndCallReason HUMAN_GOODBYE = new EndCallReason("human_goodbye", Known.HUMAN_GOODBYE);

    /** {@code agent_goodbye}. */
    public static final EndCallReason AGENT_GOODBYE = new EndCallReason("agent_goodbye", Known.AGENT_GOODBYE);

    /** {@code max_duration}. */
    public static final EndCallReason MAX_DURATION = new EndCallReason("max_duration", Known.MAX_DURATION);

    /** {@code undefined}. */
    public static final EndCallReason UNDEFINED = new EndCallReason("undefined", Known.UNDEFINED);

    /** {@code idle_time_exceeded}. */
    public static final EndCallReason IDLE_TIME_EXCEEDED =
            new EndCallReason("idle_time_exceeded", Known.IDLE_TIME_EXCEEDED);

    /** {@code goodbye_detected}. */
    public static final EndCallReason GOODBYE_DETECTED = new EndCallReason("goodbye_detected", Known.GOODBYE_DETECTED);

    /** {@code user_disconnected}. */
    public static final EndCallReason USER_DISCONNECTED =
            new EndCallReason("user_disconnected", Known.USER_DISCONNECTED);

    /** {@code human_hangup}. */
    public static final EndCallReason HUMAN_HANGUP = new EndCallReason("human_hangup", Known.HUMAN_HANGUP);

    private final String text;

    private final Known known;

    private EndCallReason(String text, Known known) {
        this.text = text;
        this.known = known;
    }

    /**
     * The value of a text; never fails.
     *
     * @param text as on the wire
     */
    public static EndCallReason of(String text) {
        return switch (text) {
            case "human_pick_up_cut_off" -> HUMAN_PICK_UP_CUT_OFF;
            case "voicemail" -> VOICEMAIL;
            case "voicemail_cut_off" -> VOICEMAIL_CUT_OFF;
            case "voicemail_message_left" -> VOICEMAIL_MESSAGE_LEFT;
            case "agent_ended_call" -> AGENT_ENDED_CALL;
            case "human_ended_call" -> HUMAN_ENDED_CALL;
            case "custom_end_call" -> CUSTOM_END_CALL;
            case "user_canceled" -> USER_CANCELED;
            case "timeout" -> TIMEOUT;
            case "error" -> ERROR;
            case "human_goodbye" -> HUMAN_GOODBYE;
            case "agent_goodbye" -> AGENT_GOODBYE;
            case "max_duration" -> MAX_DURATION;
            case "undefined" -> UNDEFINED;
            case "idle_time_exceeded" -> IDLE_TIME_EXCEEDED;
            case "goodbye_detected" -> GOODBYE_DETECTED;
            case "user_disconnected" -> USER_DISCONNECTED;
            case "human_hangup" -> HUMAN_HANGUP;
            default -> new EndCallReason(text, Known.UNRECOGNIZED);
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
        return other instanceof EndCallReason that && text.equals(that.text);
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
        /** {@code human_pick_up_cut_off}. */
        HUMAN_PICK_UP_CUT_OFF,

        /** {@code voicemail}. */
        VOICEMAIL,

        /** {@code voicemail_cut_off}. */
        VOICEMAIL_CUT_OFF,

        /** {@code voicemail_message_left}. */
        VOICEMAIL_MESSAGE_LEFT,

        /** {@code agent_ended_call}. */
        AGENT_ENDED_CALL,

        /** {@code human_ended_call}. */
        HUMAN_ENDED_CALL,

        /** {@code custom_end_call}. */
        CUSTOM_END_CALL,

        /** {@code user_canceled}. */
        USER_CANCELED,

        /** {@code timeout}. */
        TIMEOUT,

        /** {@code error}. */
        ERROR,

        /** {@code human_goodbye}. */
        HUMAN_GOODBYE,

        /** {@code agent_goodbye}. */
        AGENT_GOODBYE,

        /** {@code max_duration}. */
        MAX_DURATION,

        /** {@code undefined}. */
        UNDEFINED,

        /** {@code idle_time_exceeded}. */
        IDLE_TIME_EXCEEDED,

        /** {@code goodbye_detected}. */
        GOODBYE_DETECTED,

        /** {@code user_disconnected}. */
        USER_DISCONNECTED,

        /** {@code human_hangup}. */
        HUMAN_HANGUP,

        /** Any other text, see {@link EndCallReason#text}. */
        UNRECOGNIZED
    }
}
