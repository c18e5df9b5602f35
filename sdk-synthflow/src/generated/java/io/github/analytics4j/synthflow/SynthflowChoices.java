// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.catalog.Choice;
import java.util.List;

/** The known values for the catalogue. */
final class SynthflowChoices {
    static final List<Choice> TYPE_OF_CALL = Choice.of(TypeOfCall.TYPE);
    static final List<Choice> CALL_STATUS = Choice.of(CallStatus.TYPE);
    static final List<Choice> END_CALL_REASON = Choice.of(EndCallReason.TYPE);
    static final List<Choice> TELEPHONY_HANGUP = Choice.of(TelephonyHangup.TYPE);
    static final List<Choice> TELEPHONY_DISCONNECT_REASON = Choice.of(TelephonyDisconnectReason.TYPE);

    private SynthflowChoices() {}
}
