package io.github.analytics4j.export;

import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.export.SliceReader.Proof;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Brings one partition up to date, slice by slice; each slice that changes a row is committed by itself. */
final class PartitionRun {
    /** A walk that finds so many times the rows it was planned for is planned anew. */
    private static final int TOO_LARGE = 3;

    private static final int LEAST_DAYS = 8;

    /** So many slices of a run are halved, so that days which cannot be read to a proof keep no other day from it. */
    private static final int MOST_HALVED = 12;

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
    private final LogCounts counts;
    private long rowsADay = 1;
    private int halved;
    private boolean committed;

    PartitionRun(TableRun run, SyncTable of, String name) {
        this.run = run;
        this.of = of;
        this.name = name;
        this.options = run.options;
        this.kind = of.kind;
        this.source = new LogSource(of, name, options);
        this.counts = new LogCounts(source, of.since);
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
        tally.requests += counts.requests();
        return tally.report(name, state.watermark());
    }

    /** Whether anything of it is in the sink now that this run brought. */
    boolean committed() {
        return committed;
    }

    private void log() throws IOException {
        now = run.settleTime(counts.open(state.floor, run.now()));
        clamp();
        Planner planner = planner();
        if (planner.isFirst() && state.covered.isEmpty()) {
            boolean small = counts.isOfAll() && counts.total() <= options.walkRows;
            Instant floor = small ? null : counts.floor(state, now);
            if (floor == null) {
                slices(List.of(Slice.ALL), planner);
                holes(planner);
                return;
            }
            state.floor = floor;
            planner = planner();
        } else if (reachBack()) {
            planner = planner();
        }
        rowsADay = counts.rowsADay(state.floor, now);
        slices(planner.plan(rowsADay), planner);
        UnitState undated = run.state().units.get(UnitKey.undated(name));
        boolean damaged = undated != null && undated.contentHash().isEmpty();
        boolean due = state.undated && (planner.isFirst() || planner.isSweepDue());
        if (source.isOpenWithoutStart() && (damaged || due)) {
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
        return new Planner(state.copy(), run.state().unitsOf(name), options, now, source.longestWindow());
    }

    /** A time ahead of the clocks is a mistake of an earlier clock. Where no row is stored the vendor may have been down: all is read. */
    private void clamp() {
        if (run.state().rowsOf(name, each -> true) == 0) {
            state.covered.clear();
            state.lastStart = Instant.EPOCH;
        }
        state.clampTo(now, options);
    }

    private void series() throws IOException {
        now = run.settleTime(null);
        clamp();
        if (state.lastStart.equals(Instant.EPOCH) && state.covered.isEmpty()) {
            LocalDate since = of.since;
            LocalDate start = since != null
                    ? since
                    : LogSource.dayOf(now).minusDays(Math.min(LogCounts.DEFAULT_DAYS, source.longestWindow()));
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
        boolean nothingLeft = true; // that another run could read better
        while (!left.isEmpty()) {
            Slice slice = left.poll();
            boolean canHalve = slice.from() != null && slice.days(now) >= LEAST_DAYS;
            RowMaker maker = run.maker(name);
            SliceReader reader =
                    new SliceReader(source, maker, slice, now, run.session().work(), run.steps, run.progress(name));
            try (SliceReader.Reading reading =
                    reader.read(state.longest, canHalve ? (long) TOO_LARGE * options.walkRows : Long.MAX_VALUE)) {
                tally.requests += Math.max(1, reading.pages);
                if (reading.tooLarge) {
                    List<Slice> halves = slice.halves(now);
                    left.addFirst(halves.get(1));
                    left.addFirst(halves.get(0));
                    continue;
                }
                List<Slice> parts = halvesOfUnproven(slice, reading);
                if (!parts.isEmpty()) {
                    parts.forEach(left::addFirst);
                    continue;
                }
                Slice wider = take(slice, reading, maker, planner, left.isEmpty() && nothingLeft);
                if (wider != null) {
                    left.addFirst(wider);
                    continue;
                }
                nothingLeft &= reading.is(Proof.ALL_BUT_REJECTS) || isUnprovenDay(slice, reading);
            }
        }
    }

    /**
     * Returns the slices to read instead of one whose rows could not be proven complete, the last one first: halved again and again,
     * what speaks against the proof is in the end in one day alone, and all others are proven.
     */
    private List<Slice> halvesOfUnproven(Slice slice, SliceReader.Reading reading) {
        boolean whole = slice.equals(Slice.ALL);
        Instant oldest = reading.oldest;
        if (!isUnproven(reading)
                || halved >= MOST_HALVED
                || !slice.also().isEmpty()
                || (whole ? oldest == null : slice.from() == null)) {
            return List.of();
        }
        Slice dated = whole ? Slice.of(LogSource.dayOf(oldest == null ? now : oldest), null) : slice;
        if (dated.days(now) < 2) {
            return List.of();
        }
        halved++;
        List<Slice> parts = new ArrayList<>(dated.halves(now));
        Collections.reverse(parts);
        if (whole) {
            state.floor = dated.from() == null ? now : LogSource.atStart(dated.from());
            parts.addAll(reading.undated > 0 ? List.of(Slice.UNDATED) : List.of());
        }
        return parts;
    }

    /** Whether rows of a log may be missing though it was read to its end. */
    private boolean isUnproven(SliceReader.Reading reading) {
        return kind == TableKind.LOG && reading.is(Proof.FINISHED) && !reading.is(Proof.ALL_BUT_REJECTS);
    }

    /** Whether a slice that is not proven is one day, which cannot be halved: other days do not wait for it. */
    private boolean isUnprovenDay(Slice slice, SliceReader.Reading reading) {
        return isUnproven(reading) && slice.from() != null && slice.days(now) == 1;
    }

    /**
     * Commits what was read; or returns what is to be read instead, since rows may have moved out of it. Where the server
     * answered nothing, nothing is committed: a key that it refuses is none that the place was filled with.
     */
    private @Nullable Slice take(
            Slice slice, SliceReader.Reading reading, RowMaker maker, Planner planner, boolean last)
            throws IOException {
        if (kind != TableKind.LOG
                && !reading.answered
                && !reading.is(Proof.FINISHED)) { // a log's total was asked for before
            reasons.addAll(reading.reasons);
            return null;
        }
        if (reading.serverTime != null && kind != TableKind.LOG) {
            now = run.settleTime(reading.serverTime);
        }
        run.checkAccount();
        SyncState next = run.state().copy();
        boolean wholeLog = slice.isOpen() && counts.total() >= 0 && counts.isWhole() && reading.total >= counts.total();
        DeletionGuard guard = DeletionGuard.of(options, kind, wholeLog ? reading.oldest : null, now);
        try (SliceBuild build =
                new SliceBuild(run.session(), next, name, slice, reading, guard, maker, now, run.steps)) {
            if (build.missing() > 0 && !wholeLog && kind == TableKind.LOG && !planner.isFirst()) {
                Slice wider = new MovedRows(counts, run.state(), name, of.since).where(slice, state.floor, planner);
                if (wider == null) {
                    build.keepMissing();
                } else if (!wider.equals(slice)) {
                    return wider;
                }
            }
            note(slice, reading, maker, planner, last);
            commit(slice, reading, build, next);
        }
        return null;
    }

    private void note(Slice slice, SliceReader.Reading reading, RowMaker maker, Planner planner, boolean last)
            throws IOException {
        tally.add(reading);
        if (!reading.rejects.isEmpty()) {
            run.session().reject(LogSource.dayOf(now).toString(), reading.rejects);
        }
        state.longest = maker.longest().compareTo(state.longest) > 0 ? maker.longest() : state.longest;
        boolean complete = reading.is(Proof.ALL_BUT_REJECTS);
        boolean day = isUnprovenDay(slice, reading);
        LocalDate from = slice.from();
        boolean old = from != null && LogSource.atStart(from).isBefore(now.minus(options.openFor));
        if (complete || (day && old)) {
            covered(slice, reading);
        }
        if (last && (complete || day)) {
            bookkeeping(slice, planner);
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
        state.total = counts.total();
        state.account = run.account();
        RowChanges changes = build.build();
        if (slice.from() == null && reading.is(Proof.ALL_BUT_REJECTS)) {
            UnitState undated = next.units.get(UnitKey.undated(name));
            state.undated = undated != null && undated.rows() > 0;
        }
        next.partitions.put(name, state.copy());
        run.commit(next, build.built, build.tally.unitsChanged == 0 ? RowChanges.NONE : changes);
        committed = true;
        tally.add(build.tally);
    }

    /** Compares the server's total with what is stored, and reads days again that have another number of rows. */
    private void holes(Planner planner) throws IOException {
        boolean due = planner.isCountDue();
        if (counts.total() < 0 || !reasons.isEmpty() || (source.startsByDay() && !due)) {
            return;
        }
        if (stored() >= counts.total() && !due) {
            return;
        }
        HoleSearch search = new HoleSearch(counts, run.state(), name);
        LocalDate first = counts.firstDay(state.floor);
        List<LocalDate> days = search.find(first, planner.lookFrom());
        if (LogSource.atStart(first).isBefore(state.floor)) {
            startAt(first, days);
        }
        if (!days.isEmpty()) {
            slices(planner.again(days, rowsADay), planner);
        }
        if (counts.isOfAll()
                && stored() < counts.total()
                && counts.total() - search.dated() > run.state().rowsOf(name, UnitKey.undated(name)::equals)) {
            state.undated = true;
            slices(List.of(Slice.UNDATED), planner);
        }
        missed();
        if (due && !search.gaveUp()) {
            state.nextCount = now.plus(options.countEvery);
            SyncState next = run.state().copy();
            next.partitions.put(name, state.copy());
            run.commit(next, Map.of(), RowChanges.NONE);
        }
    }

    private long stored() {
        return counts.stored(run.state(), name);
    }

    /** Rows came in before the first one: what lies between is covered, but for the days that have other numbers of rows. */
    private void startAt(LocalDate first, List<LocalDate> days) {
        Instant end = state.floor;
        Instant at = LogSource.atStart(first);
        state.floor = at;
        for (LocalDate day : new TreeSet<>(days)) {
            Instant begin = LogSource.atStart(day);
            state.cover(at, begin.isBefore(end) ? begin : end);
            at = LogSource.atStart(day.plusDays(1));
        }
        state.cover(at, end);
    }

    /** Tells that rows are missing which no day shows, unless they went while this run read. */
    private void missed() {
        if (source.startsByDay() || !reasons.isEmpty() || stored() >= counts.total()) {
            return;
        }
        LocalDate first = counts.from();
        long log = counts.count(first == null ? null : LogSource.atStart(first)).total();
        if (stored() < log) {
            reasons.add("the log has " + log + " rows and " + stored() + " are stored: the days that lack some were not"
                    + " all found in this run; the next one goes on, and a verification compares every day");
        }
    }
}
