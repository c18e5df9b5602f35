package io.github.analytics4j.duckdb;

import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.page.WalkReport;
import java.util.function.BiConsumer;

/**
 * How all scans of a database walk.
 *
 * @param prefetch how many pages are asked for ahead
 * @param allowUnproven whether a query gets rows of which it is not proven that they are all
 * @param report hears what each walk did that came to its end
 */
record ScanOptions(int prefetch, boolean allowUnproven, BiConsumer<? super Table, ? super WalkReport> report) {}
