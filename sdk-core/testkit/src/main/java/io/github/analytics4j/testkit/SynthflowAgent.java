package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.vendor.synthflow.CallAgent;

/** An agent of a Synthflow account, and its calls. */
public final class SynthflowAgent {
    final CallAgent agent;
    private final CallLog calls;

    SynthflowAgent(CallAgent agent) {
        this.agent = agent;
        this.calls = new CallLog(agent);
    }

    /** {@return the {@code model_id}} */
    public String modelId() {
        return agent.modelId();
    }

    /** {@return the name it was added by} */
    public String name() {
        return agent.name();
    }

    /** {@return its call log, newest first; a row's id is the call's {@code call_id}} */
    public CallLog calls() {
        return calls;
    }
}
