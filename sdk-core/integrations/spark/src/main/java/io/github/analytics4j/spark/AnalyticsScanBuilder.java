package io.github.analytics4j.spark;

import java.util.List;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownFilters;
import org.apache.spark.sql.connector.read.SupportsPushDownLimit;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.StructType;

/** Collects what a query wants of a table. */
final class AnalyticsScanBuilder
        implements SupportsPushDownFilters, SupportsPushDownRequiredColumns, SupportsPushDownLimit {
    private final ReadOptions options;
    private final PushedFilters filters;
    private StructType columns;
    private int limit = -1;

    /** With the columns that the table has if the query names none. */
    AnalyticsScanBuilder(ReadOptions options, StructType given) {
        this.options = options;
        this.filters = new PushedFilters(options);
        this.columns = SparkTypes.schema(options.table(), given);
    }

    @Override
    public Filter[] pushFilters(Filter[] all) {
        return filters.push(all);
    }

    @Override
    public Filter[] pushedFilters() {
        return filters.taken.toArray(Filter[]::new);
    }

    @Override
    public void pruneColumns(StructType required) {
        columns = required;
    }

    @Override
    public boolean pushLimit(int rows) {
        limit = rows;
        return true;
    }

    /** Whether each of several partitions may bring as many rows as the limit says. */
    @Override
    public boolean isPartiallyPushed() {
        return !SlicePlanner.isOnePartition(options.table(), limit);
    }

    @Override
    public Scan build() {
        TableQuery query = new TableQuery(
                options,
                filters.arguments,
                filters.ids,
                filters.from,
                filters.to,
                List.copyOf(filters.tests),
                List.of(columns.fieldNames()),
                limit);
        return new AnalyticsScan(query, columns);
    }
}
