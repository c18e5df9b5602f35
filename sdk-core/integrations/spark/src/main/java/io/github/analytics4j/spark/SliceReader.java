package io.github.analytics4j.spark;

import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.error.WalkException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.jspecify.annotations.Nullable;

/** Reads the slices of one partition, one after the other, in a task. */
final class SliceReader implements PartitionReader<InternalRow> {
    private final ScanMetrics metrics = new ScanMetrics();
    private final JvmClients.Lease lease;
    private final TableAccess access;
    private final TableQuery query;
    private final Iterator<Slice> slices;
    private final List<Function<Object, @Nullable Object>> columns = new ArrayList<>();
    private final Predicate<Object> fits;
    private @Nullable SliceRows rows;
    private @Nullable Object row;
    private long delivered;

    SliceReader(TableQuery query, @Nullable Rate share, List<Slice> slices) {
        this.query = query;
        this.slices = slices.iterator();
        TaskContext task = TaskContext.get();
        this.lease = JvmClients.ALL.lease(query.options(), share, metrics, () -> task != null && task.isInterrupted());
        this.access = new TableAccess(lease.session(), query);
        Table table = access.table();
        query.columns()
                .forEach(each -> columns.add(reader(table, table.column(each).orElseThrow())));
        this.fits = query.tests().stream()
                .map(each -> {
                    Column column = table.column(each.column()).orElseThrow();
                    return (Predicate<Object>) candidate -> each.passes(column, candidate);
                })
                .reduce(each -> true, Predicate::and);
    }

    private static Function<Object, @Nullable Object> reader(Table table, Column column) {
        List<Column> all = table.columns();
        if (column == all.get(all.size() - 1)) {
            Function<Object, @Nullable String> unexpected = SparkTypes.LIMITS.unexpected(table);
            return row -> SparkTypes.value(unexpected.apply(row));
        }
        return row -> SparkTypes.value(column.get(row));
    }

    @Override
    public boolean next() {
        if (query.limit() >= 0 && delivered >= query.limit()) {
            return false;
        }
        while (true) {
            SliceRows current = rows;
            if (current == null) {
                if (!slices.hasNext()) {
                    return false;
                }
                current = new SliceRows(access, slices.next());
                rows = current;
            }
            Object next = current.next();
            if (next == null) {
                end(current);
            } else if (fits.test(next)) {
                row = next;
                delivered++;
                metrics.row();
                return true;
            }
        }
    }

    private void end(SliceRows ended) {
        rows = null;
        ended.close();
        if (ended.doubts().isEmpty()) {
            return;
        } else if (!query.options().allowUnproven) {
            throw new WalkException(access.table().operation().id() + ": the rows are not proven to be all: "
                    + String.join("; ", ended.doubts()) + "; set the option allowUnproven to have them as they came");
        }
        metrics.unprovenSlice();
    }

    @Override
    public InternalRow get() {
        Object current = row;
        if (current == null) {
            throw new IllegalStateException("there is no row: next() comes first");
        }
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).apply(current);
        }
        return new GenericInternalRow(values);
    }

    @Override
    public CustomTaskMetric[] currentMetricsValues() {
        return metrics.values();
    }

    @Override
    public void close() {
        SliceRows current = rows;
        if (current != null) {
            current.close();
        }
        lease.close();
    }
}
