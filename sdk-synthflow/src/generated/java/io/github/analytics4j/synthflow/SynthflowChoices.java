// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.catalog.Choice;
import java.util.List;

/** The known values for the catalogue. */
final class SynthflowChoices {
    static final List<Choice> TYPE_OF_CALL = Choice.of("inbound", "outbound", "widget");

    static final List<Choice> CALL_STATUS = Choice.of(
            "pending",
            "ringing",
            "in-progress",
            "completed",
            "no-answer",
            "busy",
            "failed",
            "canceled",
            "user-canceled",
            "hangup_on_voicemail",
            "left_voicemail",
            "spam",
            "paused",
            "registered",
            "checking",
            "queue",
            "initiated");

    static final List<Choice> END_CALL_REASON = Choice.of(
            "human_pick_up_cut_off",
            "voicemail",
            "voicemail_cut_off",
            "voicemail_message_left",
            "agent_ended_call",
            "human_ended_call",
            "custom_end_call",
            "user_canceled",
            "timeout",
            "error",
            "human_goodbye",
            "agent_goodbye",
            "max_duration",
            "undefined",
            "idle_time_exceeded",
            "goodbye_detected",
            "user_disconnected",
            "human_hangup");

    static final List<Choice> TELEPHONY_HANGUP = Choice.of("caller", "callee", "agent");

    static final List<Choice> TELEPHONY_DISCONNECT_REASON =
            Choice.of("unknown", "callee_hangup", "caller_hangup", "error", "forbidden");

    private SynthflowChoices() {}
}
