/** The typed client of the Synthflow analytics API. */
module io.github.analytics4j.synthflow {
    requires transitive io.github.analytics4j.core;
    requires static transitive org.jspecify;

    exports io.github.analytics4j.synthflow;
}
