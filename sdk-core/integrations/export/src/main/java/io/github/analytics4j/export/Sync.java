package io.github.analytics4j.export;

import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.page.WalkProgress;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A nightly copy of tables in a sink. A run reads what is new and what may have changed, and replaces whole units at once
 * or not at all, so that it can be killed at any point and be run again. Immutable; safe for use by several threads, of
 * which one run at a time gets a table's lock.
 *
 * <pre>{@code
 * SyncReport report = Sync.of(SyncTable.of(session, calls).each("model_id", agents)).into(FolderSink.of(folder)).run();
 * }</pre>
 */
public final class Sync {
    private final List<SyncTable> tables;
    private final @Nullable Sink sink;
    private final SyncOptions options;
    private final Clock clock;
    private final StepListener steps;
    private final BiConsumer<String, WalkProgress> progress;

    private Sync(
            List<SyncTable> tables,
            @Nullable Sink sink,
            SyncOptions options,
            Clock clock,
            StepListener steps,
            BiConsumer<String, WalkProgress> progress) {
        this.tables = tables;
        this.sink = sink;
        this.options = options;
        this.clock = clock;
        this.steps = steps;
        this.progress = progress;
    }

    /**
     * {@return a sync of tables, with the default options}
     *
     * @param tables at least one, each of another name in the sink
     */
    public static Sync of(SyncTable... tables) {
        return of(List.of(tables));
    }

    /**
     * {@return a sync of tables, with the default options}
     *
     * @param tables at least one, each of another name in the sink
     * @throws InvalidRequestException if two have the same name in the sink, or if there is none
     */
    public static Sync of(List<SyncTable> tables) {
        List<String> mistakes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (SyncTable each : tables) {
            if (!names.add(each.name().toLowerCase(Locale.ROOT))) { // databases do not tell them apart
                mistakes.add(each.name()
                        + " is given twice, whatever the case of its letters: give one of them another name");
            }
        }
        if (tables.isEmpty()) {
            mistakes.add("no table is given");
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidRequestException("sync", mistakes);
        }
        return new Sync(
                List.copyOf(tables),
                null,
                SyncOptions.DEFAULT,
                Clock.systemUTC(),
                StepListener.NONE,
                (partition, at) -> {});
    }

    /**
     * {@return this sync into a sink}
     *
     * @param place where rows and state are kept
     */
    public Sync into(Sink place) {
        return new Sync(tables, Objects.requireNonNull(place, "place"), options, clock, steps, progress);
    }

    /**
     * {@return this sync with options}
     *
     * @param changed in the place of those it has
     * @throws InvalidRequestException if they name a volatile column that none of the tables has
     */
    public Sync with(SyncOptions changed) {
        List<String> mistakes = changed.volatileColumns.stream()
                .filter(name -> tables.stream().noneMatch(each -> each.hasColumn(name)))
                .sorted()
                .map(name -> name + " is no column of the tables: leave it out of the volatile columns")
                .toList();
        if (!mistakes.isEmpty()) {
            throw new InvalidRequestException("sync", mistakes);
        }
        return new Sync(tables, sink, Objects.requireNonNull(changed, "changed"), clock, steps, progress);
    }

    /**
     * {@return this sync by a clock of your own}
     *
     * @param local the server's time counts if that is behind it
     */
    public Sync clock(Clock local) {
        return new Sync(tables, sink, options, Objects.requireNonNull(local, "local"), steps, progress);
    }

    /**
     * {@return this sync with a listener that is told how far the walks are: the partition's name, and the walk's progress}
     *
     * @param listener called on the run's thread
     */
    public Sync onProgress(BiConsumer<String, WalkProgress> listener) {
        return new Sync(tables, sink, options, clock, steps, Objects.requireNonNull(listener, "listener"));
    }

    Sync steps(StepListener listener) {
        return new Sync(tables, sink, options, clock, listener, progress);
    }

    /**
     * Does a run, table by table. What goes wrong is in the report, by table and partition.
     *
     * @return what was done, and the exit code for scripts
     * @throws IllegalStateException if no sink is set
     */
    public SyncReport run() {
        List<SyncReport.TableReport> reports = new ArrayList<>();
        for (SyncTable each : tables) {
            reports.add(new TableRun(each, place(), options, clock, steps, progress).run());
        }
        return new SyncReport(reports);
    }

    /**
     * Takes rows out of the sink's tables for good, by their ids as the API has them: out of what is stored of the
     * partitions that this sync's tables name, such as agents, and out of rows that could not be stored. The state
     * remembers keyed hashes of the ids, so that later runs do not bring the rows back. What is copied elsewhere, as in
     * backups, is not reached.
     *
     * @param ids as the API has them
     * @return how many rows were there
     * @throws IOException if the sink holds nothing of one of the tables: then nothing is done; or if it cannot be changed,
     *     as when a run is at work, or when it was filled by other rules for columns than these or from another table; what
     *     was done by then stays done
     * @throws IllegalStateException if no sink is set
     */
    public long purge(Collection<String> ids) throws IOException {
        return purge(ids, place -> {});
    }

    /**
     * As {@link #purge(Collection)}, telling where rows were.
     *
     * @param ids as the API has them
     * @param told takes a sentence for each day that rows were taken out of, one for each partition that has such ids and
     *     is not named, so that it keeps them, and one for each id of no row that has something unseen at an end
     * @return how many rows were there
     * @throws IOException as {@link #purge(Collection)} does
     */
    public long purge(Collection<String> ids, Consumer<String> told) throws IOException {
        Set<String> all = Set.copyOf(ids);
        for (SyncTable each : tables) {
            ContentGuard.requireAny(each, place());
        }
        long rows = 0;
        for (SyncTable each : tables) {
            rows += new Purge(each, place(), steps, told).run(all);
        }
        return rows;
    }

    /**
     * Compares the sink with one full read of the API, day by day, by counts and hashes; changes nothing. Takes as many
     * requests as the first load did. Rows that came since the last run are told as differences too.
     *
     * @return the differences, and the exit code for scripts
     * @throws IllegalStateException if no sink is set
     */
    public SyncReport verify() {
        List<SyncReport.TableReport> reports = new ArrayList<>();
        for (SyncTable each : tables) {
            reports.add(new Verification(each, place(), options, clock.instant()).run());
        }
        return new SyncReport(reports);
    }

    /**
     * {@return what the sink holds; asks the API nothing}
     *
     * @throws IllegalStateException if no sink is set
     */
    public SyncStatus status() {
        List<SyncStatus.TableStatus> all = new ArrayList<>();
        for (SyncTable each : tables) {
            try {
                SyncState state = place().peek(each.stored());
                if (state != null) {
                    ContentGuard.requireSameButApi(each, place(), state); // it asks no API, and need not know which
                    state.noteStrangers(each.partitions());
                    state.notes.addAll(state.strangers);
                }
                all.add(
                        state == null
                                ? new SyncStatus.TableStatus(each.name(), 0, 0, null, List.of())
                                : SyncStatus.of(each.name(), state));
            } catch (IOException e) {
                all.add(new SyncStatus.TableStatus(each.name(), 0, 0, Disk.why(e), List.of()));
            }
        }
        return new SyncStatus(all);
    }

    private Sink place() {
        if (sink == null) {
            throw new IllegalStateException("the sync has no sink: say into which one");
        }
        return sink;
    }
}
