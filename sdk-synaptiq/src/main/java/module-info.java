/** The typed client of the Synaptiq analytics API. */
module io.github.analytics4j.synaptiq {
    requires transitive io.github.analytics4j.core;
    requires static transitive org.jspecify;

    exports io.github.analytics4j.synaptiq;

    provides io.github.analytics4j.catalog.ApiCatalog with
            io.github.analytics4j.synaptiq.SynaptiqCatalog;
}
