package io.github.analytics4j.spark;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.jspecify.annotations.Nullable;

/** A table of an API, on the driver. */
final class AnalyticsTable implements SupportsRead {
    private final StructType given;
    private final Map<String, String> texts;
    private @Nullable ReadOptions options;

    AnalyticsTable(StructType given, Map<String, String> options) {
        this.given = given;
        this.texts = new HashMap<>(options);
    }

    private synchronized ReadOptions options() {
        ReadOptions known = options;
        if (known == null) {
            known = ReadOptions.of(texts);
            options = known;
        }
        return known;
    }

    /** As the option has it: it is wanted of tables too whose options are wrong. */
    @Override
    public String name() {
        return AnalyticsSource.NAME + " " + ReadOptions.tableName(texts);
    }

    /** In this form since Spark 3.5 has it and 4 takes it. */
    @Override
    @SuppressWarnings("deprecation")
    public StructType schema() {
        return SparkTypes.schema(options().table(), given);
    }

    /**
     * The source, its options and what else a catalogue's table has, for {@code show create table}: without the options its
     * statement would make an empty table of another source. A table of no catalogue has none.
     */
    @Override
    public Map<String, String> properties() {
        boolean stored = texts.keySet().stream().anyMatch(each -> each.startsWith(ReadOptions.TWIN));
        Map<String, String> properties = stored ? new HashMap<>(texts) : new HashMap<>();
        properties.keySet().removeIf(each -> texts.containsKey(ReadOptions.TWIN + each));
        properties.remove("path"); // of a folder that Spark names, and nobody fills
        properties.put(TableCatalog.PROP_PROVIDER, AnalyticsSource.NAME);
        return properties;
    }

    @Override
    public Set<TableCapability> capabilities() {
        return Set.of(TableCapability.BATCH_READ, TableCapability.MICRO_BATCH_READ);
    }

    /** The options of a query stand above those of the table. */
    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap more) {
        return new AnalyticsScanBuilder(options().with(more.asCaseSensitiveMap()), given);
    }
}
