package io.github.analytics4j.export;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        SinkTable stored = of.stored();
        try (SinkSession session = openOnly(stored)) {
            SyncState state = FilledWith.require(session.state(), of, sink);
            warnings.addAll(state.notes);
            warnings.addAll(state.doubts);
            state.noteStrangers(of.partitions());
            warnings.addAll(state.strangers);
            FilledWith.require(of, sink, state);
            for (String each : of.partitions()) {
                SyncReport.PartitionReport report = partition(session, state, stored, each);
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

    /** Where nothing is, nothing is made. */
    private SinkSession openOnly(SinkTable stored) throws IOException {
        FilledWith.requireAny(of, sink);
        return sink.openToRead(stored);
    }

    private SyncReport.PartitionReport partition(
            SinkSession session, SyncState state, SinkTable stored, String partition) throws IOException {
        LogSource source = new LogSource(of, partition, options);
        PartitionState known = state.partitions.getOrDefault(partition, new PartitionState());
        boolean all = TableKind.of(of.table) == TableKind.SNAPSHOT
                || (source.isOpenWithoutStart() && of.since == null && TableKind.of(of.table) == TableKind.LOG);
        List<Slice> slices = all
                ? List.of(Slice.ALL)
                : new Planner(known, Map.of(), options, now, source.longestWindow())
                        .parts(LogSource.dayOf(known.floor));
        List<String> reasons = new ArrayList<>();
        UnaryOperator<StoredRow> checked = session.holdsValues()
                ? new RowMaker(of, stored, options.volatileColumns)::checked
                : UnaryOperator.identity();
        Map<String, String> log = new TreeMap<>();
        long pages = 0;
        long rows = 0;
        long outside = 0;
        long rejected = 0;
        Instant oldest = null;
        boolean finished = true;
        for (Slice slice : slices) {
            RowMaker maker = new RowMaker(of, stored, options.volatileColumns) // anew: it counts rows that repeat
                    .purged(state, partition)
                    .holding(session);
            SliceReader reader = new SliceReader(
                    source,
                    TableKind.of(of.table),
                    maker,
                    session.work(),
                    StepListener.NONE,
                    options.mostRejects,
                    progress -> {});
            try (SliceReader.Reading reading = reader.read(slice, known.longest, now, Long.MAX_VALUE)) {
                reasons.addAll(reading.reasons);
                finished &= reading.finished;
                log.putAll(read(reading, checked));
                oldest = all ? reading.oldest : null;
                pages += reading.pages;
                rows += reading.read;
                outside += reading.outside;
                rejected += reading.rejects.size();
            }
        }
        if (finished) {
            compared = true;
            DeletionGuard guard = DeletionGuard.of(options, TableKind.of(of.table), oldest, now);
            Kept kept = kept(session, state, partition, guard, checked);
            compare(log, kept.hashes, reasons);
            if (kept.retained > 0) {
                warnings.add(kept.retained + " rows of " + partition + " are older than the log's first one, of "
                        + oldest + ", and are kept: the vendor no longer has them");
            }
        }
        return new SyncReport.PartitionReport(
                partition,
                known.watermark(),
                pages,
                rows,
                outside,
                0,
                0,
                0,
                0,
                0,
                rejected,
                0,
                state.unitsOf(partition).size(),
                reasons);
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
        try (LastOfEach rows = new LastOfEach(reading.rows.read())) {
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

    private static void compare(Map<String, String> log, Map<String, String> sink, List<String> reasons) {
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
