/** The typed client of the Voisnap analytics API. */
module io.github.analytics4j.voisnap {
    requires transitive io.github.analytics4j.core;
    requires static transitive org.jspecify;

    exports io.github.analytics4j.voisnap;

    provides io.github.analytics4j.catalog.ApiCatalog with
            io.github.analytics4j.voisnap.VoisnapCatalog;
}
