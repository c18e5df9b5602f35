/** The tables of every API found on the module path as tables of a DuckDB database inside the process. */
module io.github.analytics4j.duckdb {
    requires transitive io.github.analytics4j.core;
    requires transitive java.sql;
    requires duckdb.jdbc;
    requires static transitive org.jspecify;

    exports io.github.analytics4j.duckdb;
}
