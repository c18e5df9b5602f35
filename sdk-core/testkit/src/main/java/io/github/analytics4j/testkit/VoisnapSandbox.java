package io.github.analytics4j.testkit;

/** Voisnap: conversation metrics and reports. The base URL is the host's root. */
public final class VoisnapSandbox extends VendorSandbox {
    /** How reports are made and handed out, and which ones were asked for. */
    public ReportControls reports() {
        throw new UnsupportedOperationException();
    }
}
