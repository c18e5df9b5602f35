package io.github.analytics4j.spark;

import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.error.CanceledException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.streaming.CompositeReadLimit;
import org.apache.spark.sql.connector.read.streaming.MicroBatchStream;
import org.apache.spark.sql.connector.read.streaming.Offset;
import org.apache.spark.sql.connector.read.streaming.ReadLimit;
import org.apache.spark.sql.connector.read.streaming.ReadMaxRows;
import org.apache.spark.sql.connector.read.streaming.SupportsTriggerAvailableNow;
import org.jspecify.annotations.Nullable;

/**
 * A stream of a log's rows by their own time, on the driver. Its places are times, a settling time before now, so that
 * no row is before a place that comes later; a micro-batch is what is between two of them, without the later one, and is read as a
 * batch is. Used by the thread of its query.
 */
final class AnalyticsStream implements MicroBatchStream, SupportsTriggerAvailableNow {
    private final TableQuery query;
    private final @Nullable Rate share;
    private final int parallelism;
    private final Clock clock;
    private final LongSupplier nanos;
    private final StreamOptions options;
    private final StreamOffset.Identity identity;
    private final List<@Nullable String> ids;
    private @Nullable Long latest;
    private long askedAt;
    private boolean frozen;
    private @Nullable String plannedWindow;
    private InputPartition[] planned = new InputPartition[0];

    /**
     * A stream that has sent nothing yet.
     *
     * @param clock tells the time where the server does not
     * @param nanos tells how much time passed
     */
    AnalyticsStream(TableQuery query, @Nullable Rate share, int parallelism, Clock clock, LongSupplier nanos) {
        this.query = query;
        this.share = share;
        this.parallelism = parallelism;
        this.clock = clock;
        this.nanos = nanos;
        this.options = query.options().stream;
        this.identity = StreamOffset.Identity.of(query);
        this.ids = SlicePlanner.ids(query);
        with(access -> {
            check(access, query);
            return access;
        });
    }

    /** At most so much time in one micro-batch. */
    private record MaxTime(long micros) implements ReadLimit {}

    private static void check(TableAccess access, TableQuery query) {
        StreamOptions options = query.options().stream;
        Table table = access.table();
        boolean begins = query.from() != null || options.start.latest() || options.start.time() != null;
        List<String> mistakes = new ArrayList<>();
        if (table.idColumn().isEmpty() || !access.isCut()) {
            mistakes.add(
                    table.name() + " is no log of rows that have an id and a time, so that new rows cannot be told from"
                            + " others: read it as a batch, with spark.read()");
        } else if (options.maxRows > 0 && (!access.isCounted() || access.isByDay())) {
            mistakes.add("maxRowsPerTrigger is no option of " + table.name()
                    + ", whose server does not tell how many rows there are from a time on: set maxTimePerTrigger");
        } else if (options.maxTime != null && !begins && !access.isCounted()) {
            mistakes.add("maxTimePerTrigger needs a start, since the server of " + table.name()
                    + " does not tell its oldest row: set startingTimestamp");
        }
        if (!begins && access.assumedStart() != null) {
            mistakes.add("startingTimestamp is missing: without it the server of " + table.name() + " assumes "
                    + access.assumedStart() + ", which moves on; set it to a time, or to latest");
        }
        if (query.options().from != null && options.start.time() != null) {
            mistakes.add("from and startingTimestamp say the same: set one of them");
        }
        if (!mistakes.isEmpty()) {
            throw ReadOptions.refused(mistakes);
        }
    }

    private @Nullable Long start() {
        Instant time = options.start.time();
        Long start = time == null ? null : (Long) SparkTypes.micros(time);
        Long from = query.from();
        return start == null || (from != null && from > start) ? from : start;
    }

    /** Where the stream begins that has no checkpoint. */
    @Override
    public Offset initialOffset() {
        Long begin = options.start.latest() ? (Long) now() : start();
        return StreamOffset.begin(identity, begin);
    }

    @Override
    public Offset deserializeOffset(String json) {
        return StreamOffset.parse(json, identity);
    }

    @Override
    public ReadLimit getDefaultReadLimit() {
        List<ReadLimit> limits = new ArrayList<>();
        if (options.maxTime != null) {
            limits.add(new MaxTime(SparkTypes.micros(options.maxTime)));
        }
        if (options.maxRows > 0) {
            limits.add(ReadLimit.maxRows(options.maxRows));
        }
        return limits.isEmpty()
                ? ReadLimit.allAvailable()
                : limits.size() == 1 ? limits.get(0) : ReadLimit.compositeLimit(limits.toArray(ReadLimit[]::new));
    }

    /** Fixes the end at what there is now, however long it takes to read it. */
    @Override
    public void prepareForTriggerAvailableNow() {
        frozen = false;
        settled();
        frozen = true;
    }

    @Override
    public Offset latestOffset() {
        throw new UnsupportedOperationException("Spark asks with a start and a limit");
    }

    @Override
    public Offset latestOffset(Offset start, ReadLimit limit) {
        StreamOffset from = (StreamOffset) start;
        Long begin = from.time;
        long end = settled();
        if (begin != null && begin >= end) {
            return from; // also where a clock went back
        }
        return from.at(limited(begin, end, limit));
    }

    /** Returns the offset at which a micro-batch without a limit would end, for the query's progress. */
    @Override
    public @Nullable Offset reportLatestOffset() {
        return latest == null ? null : StreamOffset.begin(identity, null).at(latest);
    }

    private long limited(@Nullable Long begin, long end, ReadLimit limit) {
        if (limit instanceof CompositeReadLimit several) {
            long earliest = end;
            for (ReadLimit each : several.getReadLimits()) {
                earliest = limited(begin, earliest, each);
            }
            return earliest;
        } else if (limit instanceof MaxTime most) {
            Long first = begin == null ? with(access -> new RowLimit(access, ids).oldest()) : begin;
            return first == null ? end : Math.min(end, first + most.micros());
        } else if (limit instanceof ReadMaxRows most) {
            return with(access -> new RowLimit(access, ids).end(begin, end, most.maxRows()));
        }
        return end;
    }

    /** The time before which no row changes any more, in whole seconds; the server is asked now and then, and it never goes back. */
    private long settled() {
        Long known = latest;
        long tick = nanos.getAsLong();
        if (known != null && (frozen || tick - askedAt < options.pace.toNanos())) {
            return known;
        }
        askedAt = tick;
        Long to = query.to();
        long settled = now() - SparkTypes.micros(options.settle);
        long end = to == null ? settled : Math.min(settled, to);
        latest = known == null ? end : Math.max(known, end);
        return latest;
    }

    /** The lesser of the server's time and this machine's, in whole seconds: a clock that is ahead of all rows would lose some. */
    private long now() {
        long here = SparkTypes.micros(clock.instant());
        Long told = ids.isEmpty()
                ? null
                : with(access -> access.count(ids.get(0), null).serverTime());
        long now = told == null ? here : Math.min(here, told);
        return now - Math.floorMod(now, SparkTypes.SECOND);
    }

    private <T> T with(Function<TableAccess, T> use) {
        try (JvmClients.Lease lease = JvmClients.ALL.lease(query.options(), share, new ScanMetrics(), () -> false)) {
            return use.apply(new TableAccess(lease.session(), query));
        } catch (
                CanceledException
                        e) { // a query that is stopped interrupts its thread, and Spark knows that by this kind
            InterruptedIOException interrupted = new InterruptedIOException(e.getMessage());
            interrupted.initCause(e);
            throw new UncheckedIOException(interrupted);
        }
    }

    /** The same partitions however often Spark asks for them. */
    @Override
    public InputPartition[] planInputPartitions(Offset start, Offset end) {
        String window = start.json() + end.json();
        if (!window.equals(plannedWindow)) {
            planned = plan((StreamOffset) start, (StreamOffset) end);
            plannedWindow = window;
        }
        return planned.clone();
    }

    private InputPartition[] plan(StreamOffset first, StreamOffset last) {
        Long to = last.time;
        // the first micro-batch of a stream that was not finished begins where it began then, not at the latest of now
        boolean begun = Objects.equals(first.since, last.since);
        Long from = back(begun ? first.time : last.since, last.since);
        if (to == null || (from != null && from >= to)) {
            return new InputPartition[0];
        }
        TableQuery window = query.between(from, to);
        return with(access -> new SlicePlanner(access, window, parallelism, clock.instant())
                .plan()
                .toArray(InputPartition[]::new));
    }

    /** A look-back before a time, but not before the stream's beginning. */
    private @Nullable Long back(@Nullable Long from, @Nullable Long since) {
        if (from == null) {
            return null;
        }
        long back = from - SparkTypes.micros(options.lookBack);
        return since == null ? (Long) back : (Long) Math.max(back, since);
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        return new SliceReaderFactory(query, share);
    }

    /** The checkpoint is Spark's. */
    @Override
    public void commit(Offset end) {}

    /** Clients are closed when no task has used them for a while. */
    @Override
    public void stop() {}

    /** As the progress of a query names its source. */
    @Override
    public String toString() {
        return AnalyticsSource.NAME + " " + query.options().table().name();
    }
}
