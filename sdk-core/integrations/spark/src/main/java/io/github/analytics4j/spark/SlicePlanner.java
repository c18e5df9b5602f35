package io.github.analytics4j.spark;

import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.spark.SliceReaderFactory.Partition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what a query wants into partitions, on the driver. By totals it asks for the number of rows of each id, with a request of
 * one row; cuts the large ones by time, with at most {@link TimeCuts#REQUESTS} further requests for each cut; and puts small ones
 * together, so that each partition has about as many rows. Used once.
 */
final class SlicePlanner {
    /** The fewest rows of a partition unless told otherwise: some 20 pages, so that its cut costs little beside it. */
    private static final long LEAST_ROWS = 2_000;

    /** The most rows of a partition unless told otherwise: a task that is lost is soon done again. */
    private static final long MOST_ROWS = 50_000;

    /** So many partitions for each core, so that none waits long for the last one. */
    private static final int ROUNDS = 3;

    /** A log of that share of a partition's rows too many is not cut. */
    private static final double TOLERANCE = 1.2;

    private final TableAccess access;
    private final TableQuery query;
    private final int parallelism;
    private final Instant now;
    private final @Nullable Duration longest;
    private long end;

    SlicePlanner(TableAccess access, TableQuery query, int parallelism, Instant now) {
        this.access = access;
        this.query = query;
        this.parallelism = parallelism;
        this.now = now;
        this.longest = longest();
        this.end = query.to() == null ? SparkTypes.micros(now) : query.to();
    }

    /** Whether a limit is so small that one task reads for it: then no more is asked for than is needed. */
    static boolean isOnePartition(Table table, int limit) {
        return limit >= 0 && limit <= 10 * Math.max(1, table.maxPageSize());
    }

    List<Partition> plan() {
        List<Slice> whole = new ArrayList<>();
        for (String id : ids(query)) {
            whole.add(new Slice(id, query.from(), query.to(), query.to() == null, -1));
        }
        if (isNever()) {
            return List.of();
        }
        access.check(whole);
        Duration window = window();
        boolean one = isOnePartition(access.table(), query.limit());
        if (!one && query.options().totals && access.isCounted() && longest == null) {
            return byTotals(whole);
        }
        Duration length = one ? longest : window;
        List<Slice> cut =
                whole.stream().flatMap(each -> windows(each, length).stream()).toList();
        if (one) {
            return cut.isEmpty() ? List.of() : List.of(new Partition(cut));
        }
        return cut.stream().map(each -> new Partition(List.of(each))).toList();
    }

    /** Whether no time is wanted: a request for none would be refused, where Spark has no rows. */
    private boolean isNever() {
        Long from = query.from();
        Long to = query.to();
        return from != null && to != null && from >= to;
    }

    /** The longest window that a query can ask for at once; null where it may ask for all that it wants. */
    private @Nullable Duration longest() {
        Integer days = access.table().longestDays();
        Long from = query.from();
        if (from == null && access.isCut() && access.assumedStart() != null) {
            throw ReadOptions.refused(List.of("from is missing: without it the server of "
                    + access.table().name() + " assumes " + access.assumedStart()
                    + "; set from, or filter by the time"));
        } else if (days == null || from == null || !access.isCut()) {
            return null;
        }
        Duration longest = Duration.ofDays(days).minus(access.margins());
        return SparkTypes.micros(now) - from > SparkTypes.micros(longest) ? longest : null;
    }

    /** The window that the option wants, or the longest one there may be; null to cut nothing. */
    private @Nullable Duration window() {
        Duration wanted = query.options().window;
        return longest == null || (wanted != null && wanted.compareTo(longest) < 0) ? wanted : longest;
    }

    /** The values of the parameter that the table is read by; one null where it is left out. */
    static List<@Nullable String> ids(TableQuery query) {
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

    /** A slice cut into windows of one length. */
    private List<Slice> windows(Slice whole, @Nullable Duration window) {
        Long from = whole.from();
        if (window == null || !access.isCut()) {
            return List.of(whole);
        } else if (from == null) {
            throw ReadOptions.refused(List.of("window needs a start: set from, or filter by the time"));
        }
        long step = SparkTypes.micros(window);
        List<Slice> cut = new ArrayList<>();
        long next;
        for (long at = from; at < end; at = next) {
            next = Math.min(end, SparkTypes.second(at) + step);
            cut.add(new Slice(whole.id(), at, next, false, -1));
        }
        if (whole.open()) { // so that rows are in it that are dated later than now
            cut.add(cut.isEmpty() ? whole : cut.remove(cut.size() - 1).open(null));
        }
        return cut;
    }

    private List<Partition> byTotals(List<Slice> whole) {
        Map<@Nullable String, Long> newest = new HashMap<>();
        List<Slice> counted = counted(whole, newest);
        long total = counted.stream().mapToLong(Slice::rows).sum();
        long wanted = query.options().partitionRows;
        if (wanted == 0) {
            wanted = Math.min(MOST_ROWS, Math.max(LEAST_ROWS, total / ((long) ROUNDS * parallelism) + 1));
        }
        List<Slice> slices = new ArrayList<>();
        for (Slice each : counted) {
            slices.addAll(cut(each, wanted));
        }
        if (access.isCut()) { // a row that is dated later than now was there when it was counted
            slices.replaceAll(each ->
                    each.open() ? each.open(Math.max(end, newest.getOrDefault(each.id(), 0L) + 1)) : each);
        }
        return together(slices, wanted);
    }

    /** The slices with their rows and the fixed end; those are left out from whose start on there are no rows. */
    private List<Slice> counted(List<Slice> whole, Map<@Nullable String, Long> newest) {
        List<@Nullable String> ids = new ArrayList<>();
        whole.forEach(each -> ids.add(each.id()));
        Long from = query.from();
        Long to = query.to();
        List<TableAccess.Count> counts = access.counts(ids, from == null ? null : (Long) SparkTypes.second(from));
        List<Long> rows = new ArrayList<>();
        counts.forEach(each -> rows.add(each.rows()));
        if (to != null && access.isCut() && !access.isByDay()) {
            access.lessThoseFrom(ids, SparkTypes.nextSecond(to), rows);
        }
        if (to == null) {
            for (TableAccess.Count each : counts) { // by the later of the clocks no row is left out that was there
                end = each.serverTime() == null ? end : Math.max(end, each.serverTime());
            }
        }
        List<Slice> counted = new ArrayList<>();
        for (int i = 0; i < whole.size(); i++) {
            Slice each = whole.get(i);
            Long time = counts.get(i).newest();
            if (time != null) {
                newest.put(each.id(), time);
            }
            // a difference of two numbers may be nothing by rounding, and a day may begin later there than here
            if (counts.get(i).rows() != 0 || (access.isByDay() && each.from() != null)) {
                counted.add(new Slice(
                        each.id(), each.from(), access.isCut() ? (Long) end : each.to(), each.open(), rows.get(i)));
            }
        }
        return counted;
    }

    /** A slice in parts of about so many rows. */
    private List<Slice> cut(Slice whole, long wanted) {
        if (!access.isCut()) {
            return List.of(whole);
        } else if (whole.rows() < 0) {
            return List.of(whole); // without an end where there is none: no part of it has to be walked again
        } else if (query.options().window != null) {
            return new TimeCuts(access, whole).at(windows(whole, query.options().window));
        } else if (whole.rows() <= wanted * TOLERANCE) {
            return List.of(whole);
        }
        return new TimeCuts(access, whole).into((int) Math.min(100_000, (whole.rows() + wanted - 1) / wanted));
    }

    /** Puts slices into partitions of about so many rows, the largest one first: each to those that have the least. */
    private List<Partition> together(List<Slice> slices, long wanted) {
        long total = slices.stream().mapToLong(this::cost).sum();
        List<Slice> largestFirst = new ArrayList<>(slices);
        largestFirst.sort(Comparator.comparingLong(this::cost).reversed());
        long count = Math.min(slices.size(), (total + wanted - 1) / wanted);
        PriorityQueue<Bin> bins = new PriorityQueue<>(Comparator.comparingLong(each -> each.rows));
        for (long i = 0; i < count; i++) {
            bins.add(new Bin());
        }
        for (Slice each : largestFirst) {
            Bin least = bins.remove();
            least.slices.add(each);
            least.rows += cost(each);
            bins.add(least);
        }
        return bins.stream()
                .sorted(Comparator.<Bin>comparingLong(each -> each.rows).reversed())
                .map(each -> new Partition(each.slices))
                .toList();
    }

    private static final class Bin {
        final List<Slice> slices = new ArrayList<>();
        long rows;
    }

    /** The rows of the pages that a slice takes at least. */
    private long cost(Slice slice) {
        long page = Math.max(1, access.table().maxPageSize());
        return Math.max(1, (slice.rows() + page - 1) / page) * page;
    }
}
