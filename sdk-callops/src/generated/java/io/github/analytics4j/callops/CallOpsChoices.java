// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

import io.github.analytics4j.catalog.Parameter;
import java.util.List;

/** The known values for the catalogue. */
final class CallOpsChoices {
    static final List<Parameter.Choice> OUTCOME = Parameter.Choice.of(
            "completed\nThe call ran to its end.",
            "voicemail\nA mailbox answered.",
            "invalid_number\nThe number does not exist.",
            "caller_hangup\nThe caller hung up.",
            "failed\nA status: the call failed.",
            "in-progress\nA status: the call goes on.",
            "queued\nA status: the call has not begun.");

    static final List<Parameter.Choice> STT_EVENT_TYPE = Parameter.Choice.of(
            "connection_opened\nA connection was made.",
            "connection_closed\nA connection was closed in order.",
            "connection_rejected\nThe provider refused a connection.",
            "timeout\nA connection timed out.",
            "error\nA connection failed.",
            "utterance_end_fallback\nThe end of an utterance had to be found by the fallback.");

    private CallOpsChoices() {}
}
