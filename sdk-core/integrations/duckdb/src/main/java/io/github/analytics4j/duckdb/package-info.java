/**
 * The tables of every API found on the class path as tables of a DuckDB database inside the process: {@link
 * io.github.analytics4j.duckdb.Analytics#connect} is the way in.
 */
@NullMarked
package io.github.analytics4j.duckdb;

import org.jspecify.annotations.NullMarked;
