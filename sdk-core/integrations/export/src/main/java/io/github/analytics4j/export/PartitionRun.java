package io.github.analytics4j.export;

import io.github.analytics4j.error.SdkException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings one partition up to date, slice by slice; each slice is committed by itself. */
final class PartitionRun {
    /** Years that a first load of an API without a total begins before now, where the API assumes a window. */
    private static final int DEFAULT_DAYS = 365;

    /** A walk that finds so many times the rows it was planned for is planned anew. */
    private static final int TOO_LARGE = 3;

    private static final int LEAST_DAYS = 8;

    /** A log of so few rows is read as a whole when rows are missing: no count can be mistaken then. */
    private static final int SMALL_LOG = 2_000;

    private final TableRun run;
    private final SyncTable of;
    private final String name;
    private final SyncOptions options;
    private final LogSource source;
    private final TableKind kind;
    private final Tally tally = new Tally();
    private final Set<String> reasons = tally.reasons;
    private PartitionState state;
    private Instant now = Instant.EPOCH;
    private long total = -1;
    private long rowsADay = 1;
    private long requests;
    private long read;
    private long outside;
    private long rejected;
    private boolean committed;

    PartitionRun(TableRun run, SyncTable of, String name) {
        this.run = run;
        this.of = of;
        this.name = name;
        this.options = run.options;
        this.kind = TableKind.of(of.table);
        this.source = new LogSource(of, name, options);
        PartitionState known = run.state().partitions.get(name);
        this.state = known == null ? new PartitionState() : known.copy();
    }

    /** Does all that is due; what goes wrong here is a reason and no exception, unless the sink fails. */
    SyncReport.PartitionReport run() throws IOException {
        try {
            switch (kind) {
                case LOG -> log();
                case SERIES -> series();
                case SNAPSHOT -> snapshot();
            }
        } catch (SdkException e) {
            reasons.add(SyncReport.reason(e));
        } catch (SliceReader.TooManyRejectsException e) {
            reasons.add(String.valueOf(e.getMessage()));
        }
        return new SyncReport.PartitionReport(
                name,
                state.watermark(),
                requests,
                read,
                outside,
                tally.added,
                tally.changed,
                tally.deleted,
                tally.marked,
                tally.moved,
                rejected,
                tally.unitsChanged,
                tally.unitsSame,
                List.copyOf(reasons));
    }

    /** Whether anything of it is in the sink now that this run brought. */
    boolean committed() {
        return committed;
    }

    private void log() throws IOException {
        LocalDate since = of.since;
        boolean all = source.isOpenWithoutStart();
        Instant assumed = all ? null : LogSource.atStart(assumedStart());
        LogSource.Count count = count(assumed);
        now = run.settleTime(count.serverTime());
        total = count.total();
        clamp();
        Planner planner = planner();
        if (planner.isFirst() && state.covered.isEmpty()) {
            if (since == null && all && (total < 0 || total <= options.walkRows)) {
                slices(List.of(Slice.ALL), planner);
                holes(planner);
                return;
            }
            state.floor = floor(since, assumed);
            planner = planner();
        } else if (reachBack()) {
            planner = planner();
        }
        rowsADay = density();
        List<Slice> plan = planner.plan(rowsADay);
        slices(plan, planner);
        UnitState undated = run.state().units.get(UnitKey.undated(name));
        boolean damaged = undated != null && undated.contentHash().isEmpty();
        if (all && (damaged || (state.undated && (planner.isFirst() || planner.isSweepDue())))) {
            slices(List.of(Slice.UNDATED), planner);
        }
        holes(planner);
    }

    /** Takes an earlier day than before as the first one, where one is wanted now; returns whether it did. */
    private boolean reachBack() {
        LocalDate since = of.since;
        if (since == null || !LogSource.atStart(since).isBefore(state.floor)) {
            return false;
        }
        state.floor = LogSource.atStart(since);
        return true;
    }

    private Planner planner() {
        return new Planner(state.copy(), run.state().unitsOf(name), options, now, longestWindow());
    }

    /** A margin and the days around a window are part of what is asked for. */
    private long longestWindow() {
        Integer longest = of.table.longestDays();
        return longest == null ? Long.MAX_VALUE : Math.max(1, longest - 4L);
    }

    private LocalDate assumedStart() {
        LocalDate known = LogSource.dayOf(state.floor);
        if (!state.floor.equals(Instant.EPOCH)) {
            return known;
        }
        return of.since != null ? of.since : LogSource.dayOf(run.now()).minusDays(DEFAULT_DAYS);
    }

    /** A time of the state that is ahead of the clocks is a mistake of an earlier clock. */
    private void clamp() {
        state.lastStart = state.lastStart.isAfter(now) ? now : state.lastStart;
        Instant latest = now.plus(options.sweepEvery);
        state.nextSweep = state.nextSweep.isAfter(latest) ? now : state.nextSweep;
    }

    private LogSource.Count count(@Nullable Instant from) {
        requests++;
        return source.count(from);
    }

    private Instant floor(@Nullable LocalDate since, @Nullable Instant assumed) {
        if (since != null || assumed != null) {
            Instant floor = since != null ? LogSource.atStart(since) : assumed;
            if (source.tellsTotals()) {
                total = count(floor).total();
            }
            return floor == null ? now : floor;
        }
        Instant oldest = oldest();
        Instant guess = oldest == null ? now : LogSource.atStart(LogSource.dayOf(oldest));
        if (oldest != null && count(guess).total() == total) {
            return guess;
        }
        long dated = count(LogSource.beginning()).total();
        state.undated = dated < total;
        return oldest != null && count(guess).total() == dated ? guess : LogSource.search(this::count, dated, guess);
    }

    private long density() {
        long days = Math.max(1, Duration.between(state.floor, now).toDays());
        return total < 0 ? 1 : Math.max(1, total / days);
    }

    private void series() throws IOException {
        now = run.settleTime(null);
        clamp();
        if (state.lastStart.equals(Instant.EPOCH) && state.covered.isEmpty()) {
            LocalDate since = of.since;
            LocalDate start =
                    since != null ? since : LogSource.dayOf(now).minusDays(Math.min(DEFAULT_DAYS, longestWindow()));
            state.floor = LogSource.atStart(start);
        } else {
            reachBack();
        }
        Planner planner = planner(); // knows the floor
        slices(planner.plan(1), planner);
    }

    private void snapshot() throws IOException {
        now = run.settleTime(null);
        slices(List.of(Slice.ALL), planner());
    }

    private void slices(List<Slice> plan, Planner planner) throws IOException {
        Deque<Slice> left = new ArrayDeque<>(plan);
        boolean sound = true;
        while (!left.isEmpty()) {
            Slice slice = left.poll();
            boolean canHalve = slice.from() != null && slice.days(now) >= LEAST_DAYS;
            RowMaker maker = new RowMaker(of, run.stored, options.volatileColumns).purged(run.state(), name);
            SliceReader reader = new SliceReader(
                    source, kind, maker, run.session().work(), run.steps, options.mostRejects, run.progress(name));
            try (SliceReader.Reading reading = reader.read(
                    slice, state.longest, now, canHalve ? (long) TOO_LARGE * options.walkRows : Long.MAX_VALUE)) {
                requests += Math.max(1, reading.pages);
                if (reading.tooLarge) {
                    List<Slice> halves = slice.halves(now);
                    left.addFirst(halves.get(1));
                    left.addFirst(halves.get(0));
                    continue;
                }
                Slice wider = take(slice, reading, maker, planner, left.isEmpty() && sound);
                if (wider != null) {
                    left.addFirst(wider);
                    continue;
                }
                sound &= reading.sound;
            }
        }
    }

    /** Commits what was read; or returns what is to be read instead, since rows may have moved out of it. */
    private @Nullable Slice take(
            Slice slice, SliceReader.Reading reading, RowMaker maker, Planner planner, boolean last)
            throws IOException {
        if (reading.serverTime != null && kind != TableKind.LOG) {
            now = run.settleTime(reading.serverTime);
        }
        run.checkAccount();
        SyncState next = run.state().copy();
        boolean wholeLog = slice.isOpen() && total >= 0 && reading.total >= total;
        DeletionGuard guard = DeletionGuard.of(options, kind, wholeLog ? reading.oldest : null, now);
        try (SliceBuild build =
                new SliceBuild(run.session(), next, name, slice, reading, guard, maker, now, run.steps)) {
            if (build.missing() > 0 && !wholeLog && kind == TableKind.LOG && !planner.isFirst()) {
                Slice wider = whereabouts(slice, planner);
                if (wider == null) {
                    build.keepMissing();
                } else if (!wider.equals(slice)) {
                    return wider;
                }
            }
            note(slice, reading, maker, planner, last && reading.sound);
            commit(slice, reading, build, next);
        }
        return null;
    }

    private void note(Slice slice, SliceReader.Reading reading, RowMaker maker, Planner planner, boolean last)
            throws IOException {
        read += reading.read;
        outside += reading.outside;
        rejected += reading.rejects.size();
        reasons.addAll(reading.reasons);
        if (!reading.rejects.isEmpty()) {
            run.session().reject(LogSource.dayOf(now).toString(), reading.rejects);
        }
        state.longest = maker.longest().compareTo(state.longest) > 0 ? maker.longest() : state.longest;
        if (reading.sound) {
            covered(slice, reading);
            if (last) {
                bookkeeping(slice, planner);
            }
        }
    }

    private void covered(Slice slice, SliceReader.Reading reading) {
        if (slice.undatedOnly() || kind == TableKind.SNAPSHOT) {
            return;
        }
        LocalDate from = slice.from();
        if (from == null) {
            Instant oldest = reading.oldest;
            state.floor = LogSource.atStart(LogSource.dayOf(oldest == null || oldest.isAfter(now) ? now : oldest));
        }
        Instant begin = from == null ? state.floor : LogSource.atStart(from);
        LocalDate to = slice.to();
        Duration settle = kind == TableKind.SERIES && options.settle.compareTo(Duration.ofHours(2)) < 0
                ? Duration.ofHours(2)
                : options.settle;
        Instant settled = now.minus(settle);
        Instant end = to == null || LogSource.atStart(to).isAfter(settled) ? settled : LogSource.atStart(to);
        state.cover(begin, end);
    }

    private void bookkeeping(Slice slice, Planner planner) {
        if (slice.undatedOnly()) {
            return;
        }
        if (planner.isSweepDue() || planner.isFirst()) {
            state.nextSweep = now.plus(options.sweepEvery);
        }
        if (planner.isFirst()) {
            state.nextCount = now.plus(options.countEvery);
        }
        state.lastStart = now;
    }

    private void commit(Slice slice, SliceReader.Reading reading, SliceBuild build, SyncState next) throws IOException {
        state.total = total;
        state.account = run.account();
        RowChanges changes = build.build();
        if (slice.from() == null && reading.sound) {
            UnitState undated = next.units.get(UnitKey.undated(name));
            state.undated = undated != null && undated.rows() > 0;
        }
        next.partitions.put(name, state.copy());
        run.commit(next, build.built, changes);
        committed = true;
        tally.add(build.tally);
    }

    /**
     * What has to be read at once so that rows which are missing from a slice are found where they moved to: the slice itself if
     * they are gone from the log; null if that cannot be told.
     */
    private @Nullable Slice whereabouts(Slice slice, Planner planner) {
        LocalDate from = slice.from();
        LocalDate floor = LogSource.dayOf(state.floor);
        if (from == null || !slice.also().isEmpty() || (slice.isOpen() && of.since != null && !from.isAfter(floor))) {
            return slice;
        }
        boolean all = source.isOpenWithoutStart() && of.since == null;
        if (Math.max(total, run.state().rowsOf(name, each -> true)) <= SMALL_LOG) {
            return all ? Slice.ALL : Slice.of(floor, null);
        }
        if (total < 0) {
            return planner.isSweepDue() ? slice : null;
        }
        if (all
                && count(null).total() - count(LogSource.beginning()).total()
                        > run.state().rowsOf(name, UnitKey.undated(name)::equals)) {
            return Slice.ALL;
        }
        HoleSearch search = new HoleSearch(this::count, run.state(), name);
        List<LocalDate> days = new ArrayList<>(search.find(of.since == null ? oldestDay() : floor, from));
        LocalDate to = slice.to();
        if (to != null && to.isBefore(planner.lookFrom())) {
            days.addAll(search.find(to, planner.lookFrom()));
        }
        if (search.gaveUp()) {
            return null;
        }
        return days.isEmpty() ? slice : slice.also(days);
    }

    private @Nullable Instant oldest() {
        requests++;
        return total > 0 ? source.oldest(total) : null;
    }

    private LocalDate oldestDay() {
        Instant oldest = oldest();
        return LogSource.dayOf(oldest == null ? state.floor : oldest);
    }

    /** Compares the server's total with what is stored, and reads days again that have another number of rows. */
    private void holes(Planner planner) throws IOException {
        if (total < 0 || !reasons.isEmpty() || of.since != null) {
            return;
        }
        boolean due = planner.isCountDue();
        long stored = run.state().rowsOf(name, each -> true);
        if (stored >= total && !due) {
            return;
        }
        HoleSearch search = new HoleSearch(this::count, run.state(), name);
        LocalDate floor = oldestDay();
        if (LogSource.atStart(floor).isBefore(state.floor)) {
            state.floor = LogSource.atStart(floor); // rows came in before the first one
        }
        List<LocalDate> days = search.find(floor, planner.lookFrom());
        if (!days.isEmpty()) {
            slices(planner.again(days, rowsADay), planner);
        }
        if (stored < total
                && source.isOpenWithoutStart()
                && total - search.dated() > run.state().rowsOf(name, UnitKey.undated(name)::equals)) {
            state.undated = true;
            slices(List.of(Slice.UNDATED), planner);
        }
        if (due && !search.gaveUp()) {
            state.nextCount = now.plus(options.countEvery);
            SyncState next = run.state().copy();
            next.partitions.put(name, state.copy());
            run.commit(next, Map.of(), RowChanges.NONE);
        }
    }
}
