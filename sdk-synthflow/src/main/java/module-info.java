/** The typed client of the Synthflow analytics API. */
module io.github.analytics4j.synthflow {
    requires transitive io.github.analytics4j.core;
    requires static transitive org.jspecify;

    exports io.github.analytics4j.synthflow;

    provides io.github.analytics4j.catalog.ApiCatalog with
            io.github.analytics4j.synthflow.SynthflowCatalog;
}
