package io.github.analytics4j.spark;

import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.spark.SliceReaderFactory.Partition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts what a query wants into partitions, on the driver. Used once. */
final class SlicePlanner {
    private final TableAccess access;
    private final TableQuery query;
    private final int parallelism;
    private final long now;

    SlicePlanner(TableAccess access, TableQuery query, int parallelism, Instant now) {
        this.access = access;
        this.query = query;
        this.parallelism = parallelism;
        this.now = SparkTypes.micros(now);
    }

    /** Whether a limit is so small that one task reads for it: then no more is asked for than is needed. */
    static boolean isOnePartition(Table table, int limit) {
        return limit >= 0 && limit <= 10 * Math.max(1, table.maxPageSize());
    }

    List<Partition> plan() {
        List<Slice> whole = new ArrayList<>();
        for (String id : ids()) {
            whole.add(new Slice(id, query.from(), query.to(), query.to() == null, -1));
        }
        access.check(whole);
        if (isOnePartition(access.table(), query.limit())) {
            return whole.isEmpty() ? List.of() : List.of(new Partition(whole));
        }
        return windows(whole).stream().map(each -> new Partition(List.of(each))).toList();
    }

    private List<@Nullable String> ids() {
        List<String> ids = query.ids();
        Parameter narrowing = query.options().narrowing();
        if (ids != null) {
            return new ArrayList<>(ids);
        } else if (narrowing != null && narrowing.required()) {
            throw ReadOptions.refused(List.of(narrowing.name() + " is missing: set the option " + narrowing.name()
                    + " (or agents) to one value or several with commas, or filter by the column"));
        }
        List<@Nullable String> all = new ArrayList<>();
        all.add(null);
        return all;
    }

    /** Each slice cut into windows of one length. */
    private List<Slice> windows(List<Slice> whole) {
        Duration window = query.options().window;
        if (window == null || !access.isCut()) {
            return whole;
        } else if (query.from() == null) {
            throw ReadOptions.refused(List.of("window needs a start: set from, or filter by the time"));
        }
        long step = window.toMillis() * 1000;
        long end = query.to() == null ? now : query.to();
        List<Slice> cut = new ArrayList<>();
        for (Slice each : whole) {
            for (long at = query.from(); at < end; at += step) {
                boolean last = at + step >= end;
                cut.add(new Slice(each.id(), at, last ? end : at + step, last && each.open(), -1));
            }
        }
        return cut;
    }
}
