package io.github.analytics4j.export;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Compares a sink with one full read of the API, unit by unit, by counts and hashes. Changes nothing. */
final class Verification {
    private static final int SHOWN = 20;

    private final SyncTable of;
    private final Sink sink;
    private final SyncOptions options;
    private final Instant now;
    private final List<String> warnings = new ArrayList<>();
    private boolean compared;

    Verification(SyncTable of, Sink sink, SyncOptions options, Instant now) {
        this.of = of;
        this.sink = sink;
        this.options = options;
        this.now = now;
    }

    SyncReport.TableReport run() {
        long begun = System.nanoTime();
        List<SyncReport.PartitionReport> partitions = new ArrayList<>();
        String refusal = null;
        int code = SyncReport.VERIFIED;
        try (SinkSession session = openedToRead()) {
            SyncState state = ContentGuard.requireState(of, sink, session.state());
            warnings.addAll(state.notes);
            warnings.addAll(state.doubts);
            state.noteStrangers(of.partitions());
            warnings.addAll(state.strangers);
            ContentGuard.requireSame(of, sink, state);
            for (String each : of.partitions()) {
                SyncReport.PartitionReport report = partition(session, state, each);
                partitions.add(report);
                code = report.reasons().isEmpty() ? code : SyncReport.UNPROVEN;
            }
            code = state.strangers.isEmpty() ? code : SyncReport.UNPROVEN;
            code = compared ? code : SyncReport.NOTHING_DONE;
        } catch (SyncBusyException e) {
            code = SyncReport.BUSY;
            refusal = e.getMessage();
        } catch (IOException e) {
            code = SyncReport.NOTHING_DONE;
            refusal = TableRun.refusal(sink, e);
        }
        return new SyncReport.TableReport(
                of.name(),
                sink.toString(),
                now,
                Duration.ofNanos(System.nanoTime() - begun),
                code,
                refusal,
                warnings,
                partitions);
    }

    /** Opens a sink that holds something of the table; where it holds nothing, nothing is made. */
    private SinkSession openedToRead() throws IOException {
        ContentGuard.requireAny(of, sink);
        return sink.openToRead(of.stored());
    }

    private SyncReport.PartitionReport partition(SinkSession session, SyncState state, String partition)
            throws IOException {
        LogSource source = new LogSource(of, partition, options);
        PartitionState known = state.partitions.getOrDefault(partition, new PartitionState());
        boolean all = of.kind == TableKind.SNAPSHOT
                || (of.kind == TableKind.LOG && source.isOpenWithoutStart() && of.since == null);
        List<Slice> slices = all
                ? List.of(Slice.ALL)
                : new Planner(known, Map.of(), options, now, source.longestWindow())
                        .parts(LogSource.dayOf(known.floor));
        UnaryOperator<StoredRow> checked =
                session.holdsValues() ? new RowMaker(of, options.volatileColumns)::checked : UnaryOperator.identity();
        Tally tally = new Tally();
        Map<String, String> log = new TreeMap<>();
        Instant oldest = null;
        boolean finished = true;
        for (Slice slice : slices) {
            RowMaker maker = new RowMaker(of, options.volatileColumns).into(session, state, partition);
            SliceReader reader =
                    new SliceReader(source, maker, slice, now, session.work(), StepListener.NONE, progress -> {});
            try (SliceReader.Reading reading = reader.read(known.longest, Long.MAX_VALUE)) {
                tally.add(reading);
                tally.requests += reading.pages;
                finished &= reading.is(SliceReader.Proof.FINISHED);
                log.putAll(read(reading, checked));
                oldest = all ? reading.oldest : null;
            }
        }
        if (finished) {
            compared = true;
            DeletionGuard guard = DeletionGuard.of(options, of.kind, oldest, now);
            Kept kept = kept(session, state, partition, guard, checked);
            compare(log, kept.hashes, tally.reasons);
            if (kept.retained > 0) {
                warnings.add(kept.retained + " rows of " + partition + " are older than the log's first one, of "
                        + oldest + ", and are kept: the vendor no longer has them");
            }
        }
        tally.unitsSame = state.unitsOf(partition).size();
        return tally.report(partition, known.watermark());
    }

    /** Holds the rows of the sink that the vendor still has. */
    private static final class Kept {
        final Map<String, String> hashes = new TreeMap<>();
        long retained;
    }

    /** @param checked makes a row's hash that of the values it has, where a sink has them: what is stored as hash may be true no more */
    private static Map<String, String> read(SliceReader.Reading reading, UnaryOperator<StoredRow> checked)
            throws IOException {
        Map<String, RowMaker.ContentHash> units = new TreeMap<>();
        try (RepeatFilter rows = new RepeatFilter(reading.rows.read())) {
            for (SpoolEntry each = rows.next(); each != null; each = rows.next()) {
                units.computeIfAbsent(each.unit(), name -> new RowMaker.ContentHash(UnaryOperator.identity()))
                        .add(checked.apply(each.row()));
            }
        }
        Map<String, String> hashes = new TreeMap<>();
        units.forEach((unit, hash) -> hashes.put(unit, hash.toString()));
        return hashes;
    }

    /** Reads the rows that the sink really holds; its state may say something else. */
    private static Kept kept(
            SinkSession session,
            SyncState state,
            String partition,
            DeletionGuard guard,
            UnaryOperator<StoredRow> checked)
            throws IOException {
        Kept kept = new Kept();
        for (UnitKey unit : state.unitsOf(partition).keySet()) {
            RowMaker.ContentHash hash = new RowMaker.ContentHash(UnaryOperator.identity());
            session.stored(unit, row -> {
                if (row.deletedAt() == null && guard.isRetained(row.time())) {
                    kept.retained++;
                } else if (row.deletedAt() == null) {
                    hash.add(checked.apply(row));
                }
            });
            if (hash.rows() > 0) {
                kept.hashes.put(unit.name(), hash.toString());
            }
        }
        return kept;
    }

    private static void compare(Map<String, String> log, Map<String, String> sink, Set<String> reasons) {
        TreeSet<String> units = new TreeSet<>(log.keySet());
        units.addAll(sink.keySet());
        int differ = 0;
        for (String each : units) {
            String there = log.getOrDefault(each, "0-");
            String here = sink.getOrDefault(each, "0-");
            if (!there.equals(here) && differ++ < SHOWN) {
                String count = there.substring(0, there.indexOf('-'));
                String kept = here.substring(0, here.indexOf('-'));
                reasons.add(each + ": the log has " + count + " rows and the sink " + kept
                        + (count.equals(kept) ? ", some with another content" : ""));
            }
        }
        if (differ > SHOWN) {
            reasons.add((differ - SHOWN) + " more days differ");
        }
    }
}
