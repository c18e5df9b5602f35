package io.github.analytics4j.voisnap;

/** The two installations of Voisnap, with keys of their own. */
public enum Environment {
    /** Real conversations. */
    PRODUCTION("https://api.voisnap.ai"),
    /** For trying things out. */
    SANDBOX("https://sandbox.api.voisnap.ai");

    private final String baseUrl;

    Environment(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** {@return the host; the paths of operations carry {@code /api/v1}} */
    public String baseUrl() {
        return baseUrl;
    }
}
