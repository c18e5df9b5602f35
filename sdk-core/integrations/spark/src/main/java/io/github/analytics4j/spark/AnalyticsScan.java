package io.github.analytics4j.spark;

import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.Parameter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.streaming.MicroBatchStream;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** A scan of a table, on the driver. Nothing is sent before its partitions are wanted. */
final class AnalyticsScan implements Scan, Batch {
    private final TableQuery query;
    private final StructType columns;
    private InputPartition @Nullable [] partitions;

    AnalyticsScan(TableQuery query, StructType columns) {
        this.query = query;
        this.columns = columns;
    }

    /** Spark reads once what a query reads twice in the same way, as both sides of a join with itself, if the scans are equal. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AnalyticsScan scan && query.equals(scan.query) && columns.equals(scan.columns);
    }

    @Override
    public int hashCode() {
        return Objects.hash(query, columns);
    }

    @Override
    public StructType readSchema() {
        return columns;
    }

    /** Describes the filters that are left to the vendor, as {@code EXPLAIN} shows them. */
    @Override
    public String description() {
        StringJoiner text = new StringJoiner(
                ", ", AnalyticsSource.NAME + " " + query.options().table().name() + " [", "]");
        Parameter narrowing = query.options().narrowing();
        List<String> ids = query.ids();
        if (narrowing != null && ids != null) {
            text.add(narrowing.name() + ": " + (ids.size() > 5 ? ids.size() + " values" : String.join(" ", ids)));
        }
        if (query.from() != null) {
            text.add("from " + SparkTypes.instant(query.from()));
        }
        if (query.to() != null) {
            text.add("to " + SparkTypes.instant(query.to()));
        }
        String time = query.options().table().timeColumn().map(Column::name).orElse("");
        List<RowTest> tests = query.tests().stream()
                .filter(each -> !each.column().equals(time)) // these are from and to
                .toList();
        text.add("filters: " + (tests.isEmpty() ? "none" : tests));
        text.add("limit: " + (query.limit() < 0 ? "none" : query.limit()));
        return text.toString();
    }

    @Override
    public CustomMetric[] supportedCustomMetrics() {
        return ScanMetrics.all();
    }

    /** Else Spark would ask for the partitions to make a plan, and they cost requests. */
    @Override
    public ColumnarSupportMode columnarSupportMode() {
        return ColumnarSupportMode.UNSUPPORTED;
    }

    @Override
    public Batch toBatch() {
        return this;
    }

    /** The same partitions however often Spark asks: their end is fixed. */
    @Override
    public synchronized InputPartition[] planInputPartitions() {
        InputPartition[] planned = partitions;
        if (planned == null) {
            JvmClients.ALL.closeWith(spark());
            try (JvmClients.Lease lease =
                    JvmClients.ALL.lease(query.options(), share(), new ScanMetrics(), () -> false)) {
                planned = new SlicePlanner(
                                new TableAccess(lease.session(), query),
                                query,
                                spark().defaultParallelism(),
                                Instant.now())
                        .plan()
                        .toArray(InputPartition[]::new);
            }
            partitions = planned;
        }
        return planned.clone();
    }

    @Override
    public MicroBatchStream toMicroBatchStream(String checkpoint) {
        JvmClients.ALL.closeWith(spark());
        return new AnalyticsStream(query, share(), spark().defaultParallelism(), Clock.systemUTC(), System::nanoTime);
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        return new SliceReaderFactory(query, share());
    }

    private static SparkContext spark() {
        return SparkContext.getOrCreate();
    }

    /** This JVM's and each executor's share of the key's allowance. */
    private @Nullable Rate share() {
        Rate rate = query.options().rate;
        return rate == null ? null : rate.share(jvms());
    }

    /** The executors, and the driver beside them; one JVM in local mode. */
    private int jvms() {
        boolean local = spark().isLocal();
        int executors = query.options().executors;
        if (executors > 0) {
            return local ? executors : executors + 1;
        } else if (local) {
            return 1;
        }
        int most = spark().getConf().getInt("spark.dynamicAllocation.maxExecutors", 0);
        int asked = spark().getConf().getInt("spark.executor.instances", 0);
        return 1 + Math.max(Math.max(most, asked), spark().statusTracker().getExecutorInfos().length - 1);
    }
}
