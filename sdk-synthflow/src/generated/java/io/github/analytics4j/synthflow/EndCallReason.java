// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.json.OpenEnum;
import io.github.analytics4j.json.TextValue;

/**
 * Why a call ended.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class EndCallReason extends OpenEnum<EndCallReason.Known> {
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
    static final TextValue.Type<EndCallReason> TYPE = TextValue.Type.of(
            "EndCallReason",
            text -> new EndCallReason(text, Known.UNRECOGNIZED),
            HUMAN_PICK_UP_CUT_OFF,
            VOICEMAIL,
            VOICEMAIL_CUT_OFF,
            VOICEMAIL_MESSAGE_LEFT,
            AGENT_ENDED_CALL,
            HUMAN_ENDED_CALL,
            CUSTOM_END_CALL,
            USER_CANCELED,
            TIMEOUT,
            ERROR,
            HUMAN_GOODBYE,
            AGENT_GOODBYE,
            MAX_DURATION,
            UNDEFINED,
            IDLE_TIME_EXCEEDED,
            GOODBYE_DETECTED,
            USER_DISCONNECTED,
            HUMAN_HANGUP);

    private EndCallReason(String text, Known known) {
        super(text, known);
    }

    /**
     * {@return the value of a text on the wire; never fails}
     *
     * @param text compared letter by letter with those of the constants
     */
    public static EndCallReason of(String text) {
        return TYPE.parse(text);
    }

    /** The known values, named as the constants of {@link EndCallReason}; {@code UNRECOGNIZED} is any other. */
    public enum Known {
        /** {@link EndCallReason#HUMAN_PICK_UP_CUT_OFF}. */
        HUMAN_PICK_UP_CUT_OFF,

        /** {@link EndCallReason#VOICEMAIL}. */
        VOICEMAIL,

        /** {@link EndCallReason#VOICEMAIL_CUT_OFF}. */
        VOICEMAIL_CUT_OFF,

        /** {@link EndCallReason#VOICEMAIL_MESSAGE_LEFT}. */
        VOICEMAIL_MESSAGE_LEFT,

        /** {@link EndCallReason#AGENT_ENDED_CALL}. */
        AGENT_ENDED_CALL,

        /** {@link EndCallReason#HUMAN_ENDED_CALL}. */
        HUMAN_ENDED_CALL,

        /** {@link EndCallReason#CUSTOM_END_CALL}. */
        CUSTOM_END_CALL,

        /** {@link EndCallReason#USER_CANCELED}. */
        USER_CANCELED,

        /** {@link EndCallReason#TIMEOUT}. */
        TIMEOUT,

        /** {@link EndCallReason#ERROR}. */
        ERROR,

        /** {@link EndCallReason#HUMAN_GOODBYE}. */
        HUMAN_GOODBYE,

        /** {@link EndCallReason#AGENT_GOODBYE}. */
        AGENT_GOODBYE,

        /** {@link EndCallReason#MAX_DURATION}. */
        MAX_DURATION,

        /** {@link EndCallReason#UNDEFINED}. */
        UNDEFINED,

        /** {@link EndCallReason#IDLE_TIME_EXCEEDED}. */
        IDLE_TIME_EXCEEDED,

        /** {@link EndCallReason#GOODBYE_DETECTED}. */
        GOODBYE_DETECTED,

        /** {@link EndCallReason#USER_DISCONNECTED}. */
        USER_DISCONNECTED,

        /** {@link EndCallReason#HUMAN_HANGUP}. */
        HUMAN_HANGUP,

        /** Any other text. */
        UNRECOGNIZED
    }
}
