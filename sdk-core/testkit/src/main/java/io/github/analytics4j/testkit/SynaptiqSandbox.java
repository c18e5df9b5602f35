package io.github.analytics4j.testkit;

/** Synaptiq: sales metrics, a funnel and an activity feed. Base URL with {@code /api/v1}. */
public final class SynaptiqSandbox extends VendorSandbox {
    /** The activity feed, newest first; a row's id is the event's {@code id}. */
    public RowLog activity() {
        throw new UnsupportedOperationException();
    }

    /** How pages of the activity feed go wrong. */
    public PageQuirks pages() {
        throw new UnsupportedOperationException();
    }
}
