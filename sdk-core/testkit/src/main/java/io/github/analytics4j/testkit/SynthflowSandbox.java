package io.github.analytics4j.testkit;

import java.util.List;

/** Synthflow: the call log of some agents and the analytics that belong to it. Base URL with {@code /v2}. */
public final class SynthflowSandbox extends VendorSandbox {
    /** The agent whose log has as many calls as the sandbox was started with. */
    public String modelId() {
        throw new UnsupportedOperationException();
    }

    /** All agents, the main one first. */
    public List<String> modelIds() {
        throw new UnsupportedOperationException();
    }

    /** The main agent's call log, newest first; a row's id is the call's {@code call_id}. */
    public RowLog calls() {
        throw new UnsupportedOperationException();
    }

    /** How pages of calls go wrong. */
    public PageQuirks pages() {
        throw new UnsupportedOperationException();
    }
}
