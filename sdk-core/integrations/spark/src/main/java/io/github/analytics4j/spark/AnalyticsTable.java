package io.github.analytics4j.spark;

import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** A table of an API, on the driver. */
final class AnalyticsTable implements SupportsRead {
    private final ReadOptions options;

    AnalyticsTable(ReadOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return options.table().name();
    }

    @Override
    public StructType schema() {
        return SparkTypes.schema(options.table());
    }

    @Override
    public Map<String, String> properties() {
        return Map.of("comment", options.table().doc());
    }

    @Override
    public Set<TableCapability> capabilities() {
        return Set.of(TableCapability.BATCH_READ);
    }

    /** The options of a query stand above those of the table. */
    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap more) {
        return new AnalyticsScanBuilder(options.with(more.asCaseSensitiveMap()));
    }
}
