package io.github.analytics4j.synthflow;

/** Where a workspace lives, for good. A key is known in its own region only. */
public enum Region {
    /** The first cluster, which Synthflow means to retire. */
    GLOBAL("https://api.synthflow.ai/v2"),
    /** United States. */
    US("https://api.us.synthflow.ai/v2"),
    /** European Union. */
    EU("https://api.eu.synthflow.ai/v2");

    private final String baseUrl;

    Region(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** {@return the address of the API there} */
    public String baseUrl() {
        return baseUrl;
    }
}
