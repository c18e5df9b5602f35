/** A nightly copy of logs in folders and databases, over the catalogue of any API found on the module path. */
module io.github.analytics4j.export {
    requires transitive io.github.analytics4j.core;
    requires java.sql;
    requires de.siegmar.fastcsv;
    requires static duckdb.jdbc;
    requires static transitive org.jspecify;

    exports io.github.analytics4j.export;
}
