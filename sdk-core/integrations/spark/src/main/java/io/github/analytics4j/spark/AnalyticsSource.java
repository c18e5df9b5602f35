package io.github.analytics4j.spark;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SQLContext;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.BaseRelation;
import org.apache.spark.sql.sources.CreatableRelationProvider;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.sources.RelationProvider;
import org.apache.spark.sql.sources.SchemaRelationProvider;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import scala.Tuple2;
import scala.collection.Iterator;

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
public final class AnalyticsSource
        implements TableProvider,
                DataSourceRegister,
                RelationProvider,
                SchemaRelationProvider,
                CreatableRelationProvider {
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
     * The table that the options name. They are read when its columns are wanted, so that one that Spark's catalogue holds with
     * wrong options can be dropped.
     *
     * @param schema the columns of {@link #inferSchema}, or some of them in any order, as a user or a catalogue has them
     */
    @Override
    public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> options) {
        return new AnalyticsTable(schema, options);
    }

    /** Whether {@code create table} asks for the columns, and so for the options, at once: true. */
    @Override
    public boolean supportsExternalMetadata() {
        return true;
    }

    /**
     * The table of {@code create table … using analytics4j} on Spark 3.5; Spark 4 does without.
     *
     * @param options the options, as a map of Scala's since Spark wants one
     * @throws io.github.analytics4j.error.InvalidRequestException naming every option that is missing or wrong
     */
    @Override
    public BaseRelation createRelation(SQLContext context, scala.collection.immutable.Map<String, String> options) {
        return createRelation(context, options, new StructType());
    }

    /**
     * The same table with columns of the user's.
     *
     * @param options the options, as a map of Scala's since Spark wants one
     * @param schema some of the table's columns, in any order
     * @throws io.github.analytics4j.error.InvalidRequestException naming every option and every column that is wrong
     */
    @Override
    public BaseRelation createRelation(
            SQLContext context, scala.collection.immutable.Map<String, String> options, StructType schema) {
        Map<String, String> all = new HashMap<>();
        for (Iterator<Tuple2<String, String>> each = options.iterator(); each.hasNext(); ) {
            Tuple2<String, String> option = each.next();
            all.put(option._1(), option._2());
        }
        return new LegacyRelation(context, all, schema);
    }

    /**
     * Refuses to write.
     *
     * @throws UnsupportedOperationException always: the APIs take no rows
     */
    @Override
    public BaseRelation createRelation(
            SQLContext context,
            SaveMode mode,
            scala.collection.immutable.Map<String, String> options,
            Dataset<Row> rows) {
        throw new UnsupportedOperationException(
                "tables of analytics4j can only be read: write the rows in another format, such as parquet");
    }
}
