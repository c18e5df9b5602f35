package io.github.analytics4j.export;

import io.github.analytics4j.page.WalkProgress;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run for one table: the steps of which a run is made, in their order. */
final class TableRun {
    /** A run that is killed reads again what it read for so long without a change. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    final SyncOptions options;
    final StepListener steps;

    private final SyncTable of;
    private final Sink sink;
    private final Clock clock;
    private final BiConsumer<String, WalkProgress> progress;
    private final Set<String> warnings = new LinkedHashSet<>();
    private final List<SyncReport.PartitionReport> partitions = new ArrayList<>();
    private @Nullable SinkSession session;
    private boolean committed;
    /** The sink lacks a state in which no row differs from what it has. */
    private boolean waiting;

    private long writtenAt = System.nanoTime();
    private SyncState state = new SyncState(UUID.randomUUID().toString());

    TableRun(
            SyncTable of,
            Sink sink,
            SyncOptions options,
            Clock clock,
            StepListener steps,
            BiConsumer<String, WalkProgress> progress) {
        this.of = of;
        this.sink = sink;
        this.options = options;
        this.clock = clock;
        this.steps = steps;
        this.progress = progress;
    }

    /** The run as a whole cannot go on; the message says why. */
    static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1;

        RefusedException(String message) {
            super(message);
        }
    }

    /** A listener of the caller's threw something. */
    private static final class ListenerFailedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        ListenerFailedException(RuntimeException cause) {
            super(cause);
        }
    }

    SyncReport.TableReport run() {
        Instant started = clock.instant();
        long begun = System.nanoTime();
        int code;
        String refusal = null;
        try {
            code = locked();
        } catch (SyncBusyException e) {
            code = SyncReport.BUSY;
            refusal = e.getMessage();
        } catch (ClosedByInterruptException | InterruptedIOException e) {
            code = brokenOff();
            refusal = "the run was interrupted: what was stored is whole, and the next run goes on from there";
        } catch (IOException e) {
            code = brokenOff();
            refusal = refusal(sink, e);
        } catch (ListenerFailedException e) {
            code = brokenOff();
            refusal = "the listener of progress failed: " + e.getCause();
        }
        return new SyncReport.TableReport(
                of.name(),
                sink.toString(),
                started,
                Duration.ofNanos(System.nanoTime() - begun),
                code,
                refusal,
                List.copyOf(warnings),
                partitions);
    }

    /** The code of a run that could not go on: what was committed before is there. */
    private int brokenOff() {
        return partitions.isEmpty() && !committed ? SyncReport.NOTHING_DONE : SyncReport.UNPROVEN;
    }

    /** Makes the report of a run that could not go on. */
    static String refusal(Sink sink, IOException why) {
        String words = Disk.why(why);
        return why instanceof RefusedException || why instanceof StateException || words.contains(sink.toString())
                ? words
                : sink + ": " + words;
    }

    private int locked() throws IOException {
        steps.at("1", "lock");
        try (SinkSession open = sink.open(of.stored(), steps)) {
            session = open;
            steps.at("2", "read the state");
            SyncState known = open.state();
            if (known != null) {
                state = known;
                noteUnknown(known);
            }
            adopt();
            refuseFuture();
            boolean any = false;
            for (String each : of.partitions()) {
                steps.at("3", "plan");
                PartitionRun partition = new PartitionRun(this, of, each);
                SyncReport.PartitionReport report = partition.run();
                partitions.add(report);
                noteEmpty(report);
                any |= partition.committed();
            }
            writeWaiting();
            int code = doubts(known) ? SyncReport.UNPROVEN : code(any);
            steps.at("8", "record");
            finish(open, code);
            steps.at("8", "unlock");
            return code;
        }
    }

    private void finish(SinkSession open, int code) throws IOException {
        try {
            open.finish(record(code));
        } catch (ClosedByInterruptException | InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("what the run did is stored, but not the record of it: " + refusal(sink, e), e);
        }
    }

    /** A place that was restored from another time, or changed by somebody else, is healed; people should know. */
    private void noteUnknown(SyncState known) {
        known.noteStrangers(of.partitions());
        warnings.addAll(known.strangers);
        long units = known.units.entrySet().stream()
                .filter(each -> each.getValue().contentHash().isEmpty()
                        && of.partitions().contains(each.getKey().partition()))
                .count();
        if (units > 0) {
            warnings.add(
                    (units == 1 ? "1 unit is" : units + " units are") + " not as the state says, as after a restore: "
                            + (units == 1 ? "it is" : "they are") + " read again");
        }
    }

    /** An id that is mistyped looks like one whose log is empty. */
    private void noteEmpty(SyncReport.PartitionReport report) {
        String filters = of.filters(report.name());
        boolean empty = report.read() == 0 && report.outside() == 0 && report.rejected() == 0;
        if (empty
                && report.reasons().isEmpty()
                && !filters.isEmpty()
                && state.rowsOf(report.name(), unit -> true) == 0) {
            warnings.add("no row" + (of.since == null ? "" : " since " + of.since) + " matches " + filters
                    + ", and none is stored of it: look whether "
                    + (filters.endsWith("given") ? "each" : "it") + " is spelled as the API has it"
                    + (of.since == null ? "" : ", and whether an earlier day is meant"));
        }
    }

    /** Whether something may be lost that no reading brings back; the warnings say what. */
    private boolean doubts(@Nullable SyncState known) {
        if (known == null) {
            return false;
        }
        warnings.addAll(known.notes);
        Set<String> doubts = new LinkedHashSet<>(known.doubts);
        known.damaged.forEach((unit, damage) -> {
            String left = damage.left(state.units.get(unit));
            if (left != null) {
                doubts.add(left);
            }
        });
        warnings.addAll(doubts);
        return !doubts.isEmpty();
    }

    private int code(boolean any) {
        boolean clean = partitions.stream().allMatch(each -> each.reasons().isEmpty());
        return clean ? SyncReport.VERIFIED : any ? SyncReport.UNPROVEN : SyncReport.NOTHING_DONE;
    }

    private String record(int code) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("run", state.runs);
        all.put("generation", state.generation);
        all.put("ended_at", clock.instant());
        all.put("exit", code);
        all.put(
                "partitions",
                partitions.stream().map(SyncReport.PartitionReport::json).toList());
        return JsonText.of(all);
    }

    /** Refuses a sink that was filled with something else, and notes what is new. */
    private void adopt() throws RefusedException {
        ContentGuard.requireSame(of, sink, state).forEach(column -> {
            state.columnsSince.put(column, clock.instant().toString());
            warnings.add("column " + column + " is new; it is null in units written before");
        });
        ContentGuard.note(of, state);
        state.runs++;
    }

    private void refuseFuture() throws RefusedException {
        LocalDate since = of.since;
        if (since != null && since.isAfter(LogSource.dayOf(clock.instant()))) {
            throw new RefusedException(of.name() + " is wanted since " + since + ", which is ahead of the clock here, "
                    + clock.instant() + ": give a day that has begun");
        }
    }

    /**
     * The time of the run: the lesser of the local clock and the server's.
     *
     * @param server the server's; null where it did not tell
     */
    Instant settleTime(@Nullable Instant server) throws RefusedException {
        Instant local = clock.instant();
        if (server == null) {
            return local;
        }
        Duration skew = Duration.between(server, local).abs();
        if (skew.compareTo(options.skewRefused.plusSeconds(1)) > 0) { // a server tells whole seconds
            throw new RefusedException("the clock here is " + local + " and the server's " + server
                    + ": set the clock that is wrong, nothing was stored");
        } else if (skew.compareTo(options.skewWarned.plusSeconds(1)) > 0) {
            warnings.add("the clock here and the server's differ by " + skew.toSeconds() + " s");
        }
        return server.isBefore(local) ? server : local;
    }

    Instant now() {
        return clock.instant();
    }

    /** The keyed hash of the key that the run's requests are sent with; empty where none is known. */
    String account() {
        return of.session
                .keyHash(state.sinkId.getBytes(StandardCharsets.US_ASCII))
                .orElse("");
    }

    /** Refuses a key of another account before anything is written. */
    void checkAccount() throws RefusedException {
        String own = account();
        if (options.newKey || own.isEmpty()) {
            return;
        }
        for (PartitionState each : state.partitions.values()) {
            if (!each.account.isEmpty() && !each.account.equals(own)) {
                throw new RefusedException(
                        sink + " was filled with another API key. If it is a new key of the same account,"
                                + " allow a new key for one run (--new-key, in Java SyncOptions.newKey); else take"
                                + " another place");
            }
        }
    }

    /** Makes the rows of one reading of a partition. */
    RowMaker maker(String partition) {
        return new RowMaker(of, options.volatileColumns).into(session(), state, partition);
    }

    SinkSession session() {
        if (session == null) {
            throw new IllegalStateException("the sink is not open");
        }
        return session;
    }

    SyncState state() {
        return state;
    }

    Consumer<WalkProgress> progress(String partition) {
        return at -> {
            try {
                progress.accept(partition, at);
            } catch (RuntimeException e) {
                throw new ListenerFailedException(e);
            }
        };
    }

    /** Step 7; where no row differs it can wait for a while, for the state is written whole, with the days of all partitions. */
    void commit(SyncState next, Map<UnitKey, UnitFile> built, RowChanges changes) throws IOException {
        if (options.newKey) {
            String own = account();
            next.partitions.values().forEach(each -> each.account = each.account.isEmpty() ? "" : own);
        }
        waiting = changes.equals(RowChanges.NONE) && System.nanoTime() - writtenAt < LONGEST_WAIT.toNanos();
        if (waiting) {
            state = next;
        } else {
            write(next, built, changes);
        }
    }

    private void write(SyncState next, Map<UnitKey, UnitFile> built, RowChanges changes) throws IOException {
        long expected = state.generation;
        next.generation = expected + 1;
        session().commit(expected, next, built, changes);
        waiting = false;
        writtenAt = System.nanoTime();
        committed = true;
        state = next;
    }

    /** Writes the state of what was read last without a change. */
    private void writeWaiting() throws IOException {
        if (waiting) {
            write(state.copy(), Map.of(), RowChanges.NONE);
        }
    }
}
