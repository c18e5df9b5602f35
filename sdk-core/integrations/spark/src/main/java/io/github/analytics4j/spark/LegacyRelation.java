package io.github.analytics4j.spark;

import io.github.analytics4j.catalog.Table;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SQLContext;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.sources.BaseRelation;
import org.apache.spark.sql.sources.EqualTo;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.GreaterThan;
import org.apache.spark.sql.sources.GreaterThanOrEqual;
import org.apache.spark.sql.sources.In;
import org.apache.spark.sql.sources.LessThan;
import org.apache.spark.sql.sources.LessThanOrEqual;
import org.apache.spark.sql.sources.PrunedFilteredScan;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * A table of {@code create table … using analytics4j} on Spark 3.5, whose own catalogue knows no other kind of source. It reads
 * through the source that Spark has without a catalogue, so that both bring the same rows; a limit stays with Spark.
 */
final class LegacyRelation extends BaseRelation implements PrunedFilteredScan {
    private final SQLContext context;
    private final Map<String, String> options;
    private final StructType schema;
    private final String name;

    LegacyRelation(SQLContext context, Map<String, String> options, StructType given) {
        this.context = context;
        this.options = new HashMap<>(options);
        Table table = ReadOptions.of(options).table();
        this.schema = SparkTypes.schema(table, given);
        this.name = AnalyticsSource.NAME + " " + table.name();
    }

    @Override
    public SQLContext sqlContext() {
        return context;
    }

    @Override
    public StructType schema() {
        return schema;
    }

    @Override
    public RDD<Row> buildScan(String[] columns, Filter[] filters) {
        Dataset<Row> rows = context.sparkSession()
                .read()
                .format(AnalyticsSource.NAME)
                .options(options)
                .load();
        for (Filter each : filters) {
            Column condition = condition(each);
            rows = condition == null ? rows : rows.where(condition);
        }
        Column[] wanted = new Column[columns.length];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = functions.col(columns[i]);
        }
        return rows.select(wanted).rdd();
    }

    /** As plans and messages show it. */
    @Override
    public String toString() {
        return name;
    }

    /** Turns a filter of the older interface into one for the vendor; null if only Spark can apply it, which it does in any case. */
    private static @Nullable Column condition(Filter filter) {
        if (filter instanceof EqualTo each) {
            return functions.col(each.attribute()).equalTo(each.value());
        } else if (filter instanceof In each) {
            return functions.col(each.attribute()).isin(each.values());
        } else if (filter instanceof GreaterThan each) {
            return functions.col(each.attribute()).gt(each.value());
        } else if (filter instanceof GreaterThanOrEqual each) {
            return functions.col(each.attribute()).geq(each.value());
        } else if (filter instanceof LessThan each) {
            return functions.col(each.attribute()).lt(each.value());
        } else if (filter instanceof LessThanOrEqual each) {
            return functions.col(each.attribute()).leq(each.value());
        }
        return null;
    }
}
