package io.github.analytics4j.export;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Counts the rows that a log has, from the day on from which they are wanted and may be asked for. Used by one run. */
final class LogCounts {
    /** Days that a first load begins before now, where the API assumes a window. */
    static final int DEFAULT_DAYS = 365;

    private final LogSource source;
    private final @Nullable LocalDate since;
    private @Nullable LocalDate wanted;
    private @Nullable LocalDate from;
    private long total = -1;
    private long requests;

    /**
     * Counts of one partition.
     *
     * @param since the first day that is wanted; null for all that there is
     */
    LogCounts(LogSource source, @Nullable LocalDate since) {
        this.source = source;
        this.since = since;
    }

    /** Asks for the rows in all; returns the server's time, null where it does not tell. */
    @Nullable
    Instant open(Instant floor, Instant localTime) {
        LocalDate earliest = earliest(localTime);
        if (since != null || source.isOpenWithoutStart()) {
            wanted = since;
        } else {
            wanted = floor.equals(Instant.EPOCH) ? defaultFloor(localTime) : LogSource.dayOf(floor);
        }
        from = wanted != null && wanted.isBefore(earliest) ? earliest : wanted;
        LogSource.Count count = count(from == null ? null : LogSource.atStart(from));
        total = count.total();
        return count.serverTime();
    }

    private LocalDate earliest(Instant now) {
        return source.longestWindow() == Long.MAX_VALUE
                ? LocalDate.MIN
                : LogSource.dayOf(now).minusDays(source.longestWindow() - 1);
    }

    private LocalDate defaultFloor(Instant now) {
        return LogSource.dayOf(now).minusDays(Math.min(DEFAULT_DAYS, source.longestWindow() - 1));
    }

    /** The rows from {@link #from} on; -1 where the server does not tell. */
    long total() {
        return total;
    }

    /** Whether all rows are counted, those without a time too. */
    boolean isOfAll() {
        return from == null;
    }

    /** Whether no row that is wanted lies before what one request may ask for. */
    boolean isWhole() {
        return from == null || from.equals(wanted);
    }

    /** The first day that is counted; null for all rows. */
    @Nullable
    LocalDate from() {
        return from;
    }

    /** How many rows the sink should have of what is counted. */
    long stored(SyncState state, String partition) {
        LocalDate first = from;
        return state.rowsOf(
                partition, each -> first == null || (each.isDay() && !each.day().isBefore(first)));
    }

    /** The rows a day that there are, as a rule. */
    long rowsADay(Instant floor, Instant now) {
        LocalDate first = from;
        Instant begin = first == null ? floor : LogSource.atStart(first);
        long days = Math.max(
                1, Duration.between(begin.isAfter(floor) ? begin : floor, now).toDays());
        return total < 0 ? 1 : Math.max(1, total / days);
    }

    /** Counts the rows from a time on; all rows if it is null. */
    LogSource.Count count(@Nullable Instant start) {
        requests++;
        return source.count(start);
    }

    /** Requests that were spent on it. */
    long requests() {
        return requests;
    }

    /**
     * The start of the first day that a first load reads, and in the state whether a window hides rows; null where the totals are the
     * same whatever is asked for, as if all rows were still to come, and so tell no day.
     */
    @Nullable
    Instant floor(PartitionState state, Instant now) {
        LocalDate first = wanted;
        if (first != null) {
            return LogSource.atStart(first);
        }
        Instant oldest = oldest();
        Instant guess = oldest == null ? now : LogSource.atStart(LogSource.dayOf(oldest));
        if (oldest != null && count(guess).total() == total) {
            return guess;
        }
        long dated = count(LogSource.BEGINNING).total();
        state.undated = dated < total;
        return oldest == null && dated > 0 && count(now).total() >= dated ? null : startOf(dated, guess);
    }

    /** The first day that has rows, of those that are counted. */
    LocalDate firstDay(Instant floor) {
        LocalDate first = from;
        if (first != null) {
            return first;
        }
        Instant oldest = oldest();
        if (oldest != null || total <= 0) {
            return LogSource.dayOf(oldest == null ? floor : oldest);
        }
        return LogSource.dayOf(startOf(count(LogSource.BEGINNING).total(), floor)); // the last of the list has no time
    }

    /** The start of the last day from which on there are so many rows, a guess or earlier. */
    private Instant startOf(long rows, Instant guess) {
        if (count(guess).total() >= rows) {
            return guess;
        }
        long low = LogSource.dayOf(LogSource.BEGINNING).toEpochDay();
        long high = LogSource.dayOf(guess).toEpochDay();
        while (low < high) {
            long middle = (low + high + 1) / 2;
            if (count(LogSource.atStart(LocalDate.ofEpochDay(middle))).total() >= rows) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return LogSource.atStart(LocalDate.ofEpochDay(low));
    }

    private @Nullable Instant oldest() {
        requests++;
        return total > 0 ? source.oldest(total) : null;
    }
}
