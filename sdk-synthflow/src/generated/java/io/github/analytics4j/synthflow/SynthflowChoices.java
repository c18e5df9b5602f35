// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.catalog.Parameter;
import java.util.List;

/** The known values for the catalogue. */
final class SynthflowChoices {
    static final List<Parameter.Choice> TYPE_OF_CALL = Parameter.Choice.of(TypeOfCall.TYPE);
    static final List<Parameter.Choice> CALL_STATUS = Parameter.Choice.of(CallStatus.TYPE);
    static final List<Parameter.Choice> END_CALL_REASON = Parameter.Choice.of(EndCallReason.TYPE);
    static final List<Parameter.Choice> TELEPHONY_HANGUP = Parameter.Choice.of(TelephonyHangup.TYPE);

    static final List<Parameter.Choice> TELEPHONY_DISCONNECT_REASON =
            Parameter.Choice.of(TelephonyDisconnectReason.TYPE);

    private SynthflowChoices() {}
}
