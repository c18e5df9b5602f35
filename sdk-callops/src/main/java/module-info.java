/** The typed client of the CallOps analytics API. */
module io.github.analytics4j.callops {
    requires transitive io.github.analytics4j.core;
    requires static transitive org.jspecify;

    exports io.github.analytics4j.callops;

    provides io.github.analytics4j.catalog.ApiCatalog with
            io.github.analytics4j.callops.CallOpsCatalog;
}
