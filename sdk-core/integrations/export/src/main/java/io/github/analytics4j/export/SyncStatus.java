package io.github.analytics4j.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The content of a sink, as its state says; no request is sent to the API.
 *
 * @param tables the tables in the order they were given
 */
public record SyncStatus(List<TableStatus> tables) {
    /** Copies the list. */
    public SyncStatus {
        tables = List.copyOf(tables);
    }

    /**
     * The content of a sink for a table.
     *
     * @param table the table's name in the sink
     * @param generation counts the commits; 0 where there never was a run
     * @param runs counts the runs
     * @param problem why the state cannot be read, or what of it and of the files is damaged; null if all is well
     * @param partitions what is held of each partition, also of those that are no longer read
     */
    public record TableStatus(
            String table,
            long generation,
            long runs,
            @Nullable String problem,
            List<PartitionStatus> partitions) {
        /** Copies the list. */
        public TableStatus {
            partitions = List.copyOf(partitions);
        }
    }

    /**
     * The content of a sink for a partition.
     *
     * @param name the value that narrows the table
     * @param from the first instant that is covered
     * @param watermark the end of what is covered without a gap
     * @param gaps how many stretches before now are not covered
     * @param lastRun when the last run began that got through; the epoch where none did
     * @param nextSweep when a run reads far back again
     * @param units how many units there are
     * @param rows how many rows there are
     * @param openDays the days with rows whose status may still change
     * @param dueDays the days that are unproven, or unknown as after a restore. The next run of the partition reads those that are
     *     unknown, and of the others and of {@code openDays} those that are younger than {@link SyncOptions.Builder#openFor}; older
     *     ones are read by a sweep or a look-back that covers them, and stay here until they are proven
     * @param rejected how many rows could not be stored when their units were read last
     */
    public record PartitionStatus(
            String name,
            Instant from,
            Instant watermark,
            int gaps,
            Instant lastRun,
            Instant nextSweep,
            int units,
            long rows,
            List<LocalDate> openDays,
            List<LocalDate> dueDays,
            long rejected) {
        /** Copies the lists. */
        public PartitionStatus {
            openDays = List.copyOf(openDays);
            dueDays = List.copyOf(dueDays);
        }
    }

    static TableStatus of(String table, SyncState state) {
        List<PartitionStatus> partitions = new ArrayList<>();
        state.partitions.forEach((name, partition) -> partitions.add(of(name, partition, state)));
        Set<String> unknown = new TreeSet<>();
        state.units.keySet().forEach(each -> unknown.add(each.partition()));
        unknown.removeAll(state.partitions.keySet());
        unknown.forEach(name -> partitions.add(of(name, new PartitionState(), state)));
        Set<String> problems = new LinkedHashSet<>(state.notes);
        problems.addAll(state.doubts);
        state.damaged.values().forEach(each -> problems.add(each.text()));
        String problem = problems.isEmpty() ? null : String.join("; ", problems);
        return new TableStatus(table, state.generation, state.runs, problem, partitions);
    }

    private static PartitionStatus of(String name, PartitionState partition, SyncState state) {
        List<LocalDate> open = new ArrayList<>();
        List<LocalDate> due = new ArrayList<>();
        long rows = 0;
        long rejected = 0;
        for (var each : state.unitsOf(name).entrySet()) {
            UnitState unit = each.getValue();
            rows += unit.rows();
            rejected += unit.rejected();
            if (each.getKey().isDay() && unit.open() > 0) {
                open.add(each.getKey().day());
            }
            if (each.getKey().isDay() && (!unit.proven() || unit.contentHash().isEmpty())) {
                due.add(each.getKey().day());
            }
        }
        return new PartitionStatus(
                name,
                partition.floor,
                partition.watermark(),
                Math.max(0, partition.covered.size() - 1),
                partition.lastStart,
                partition.nextSweep,
                state.unitsOf(name).size(),
                rows,
                open,
                due,
                rejected);
    }
}
