package io.github.analytics4j.spark;

import java.util.Map;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The data source {@code analytics4j}: a table of an API as a table of Spark, read live.
 *
 * <pre>{@code
 * Dataset<Row> calls = spark.read()
 *         .format("analytics4j")
 *         .option("table", "synthflow.calls")
 *         .option("agents", "m-1,m-2")
 *         .load();
 * }</pre>
 *
 * <p>Spark makes it by its name and calls it on the driver. The schema is that of the catalogue; nothing is sent before a query
 * runs. Options that are wrong are refused here, all of them in one message.
 */
public final class AnalyticsSource implements TableProvider, DataSourceRegister {
    /** The name of the format. */
    static final String NAME = "analytics4j";

    /** {@code analytics4j}. */
    @Override
    public String shortName() {
        return NAME;
    }

    /**
     * The columns of the table that the options name.
     *
     * @throws io.github.analytics4j.error.InvalidRequestException naming every option that is missing or wrong
     */
    @Override
    public StructType inferSchema(CaseInsensitiveStringMap options) {
        return SparkTypes.schema(ReadOptions.of(options.asCaseSensitiveMap()).table());
    }

    /**
     * The table that the options name.
     *
     * @throws io.github.analytics4j.error.InvalidRequestException naming every option that is missing or wrong
     */
    @Override
    public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> options) {
        return new AnalyticsTable(ReadOptions.of(options));
    }
}
