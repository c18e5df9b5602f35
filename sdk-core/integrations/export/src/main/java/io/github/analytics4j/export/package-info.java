/**
 * A nightly copy of logs in folders and databases. A run reads rows of a {@linkplain io.github.analytics4j.catalog.Table table} of the
 * catalogue, spools them by <i>unit</i> (the rows of a partition and a UTC day), judges what may be replaced, and hands whole
 * units to a sink, which takes units and state at once or not at all.
 */
@NullMarked
package io.github.analytics4j.export;

import org.jspecify.annotations.NullMarked;
