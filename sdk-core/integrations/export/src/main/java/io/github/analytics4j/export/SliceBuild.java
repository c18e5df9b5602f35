package io.github.analytics4j.export;

import io.github.analytics4j.export.SliceReader.Proof;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Steps 5 and 6: judges what a reading may replace, and builds the units that differ. A unit that a proven walk covered is as it
 * was read; any other one keeps its rows beside those that were read.
 *
 * <ol>
 *   <li>{@link #missing} finds the units that differ by a hash of what was read of each, and surveys these row by row: how many rows
 *       were added, changed or gone, and in which other units are stored rows that came to them now.
 *   <li>Where rows are missing the caller may read more instead, or have {@link #keepMissing} keep them.
 *   <li>{@link #build} asks the guard, and writes the units that are to be changed then, also those that rows leave.
 * </ol>
 */
final class SliceBuild implements AutoCloseable {
    /** So many ids are looked up at once. */
    private static final int BATCH = 20_000;

    /** Changes in the order they were made, rows that moved first. */
    private static final Comparator<SpoolEntry> AS_MADE = Comparator.comparingLong(SpoolEntry::number);

    private final SinkSession session;
    private final SyncState next;
    private final String partition;
    private final Slice slice;
    private final SliceReader.Reading reading;
    private final DeletionGuard guard;
    private final RowMaker maker;
    private final Instant now;
    private final StepListener steps;
    private final Path work;
    private final RowSorter changes;
    private final Map<String, RowMaker.ContentHash> fresh = new HashMap<>();
    private final Map<UnitKey, Set<String>> leaving = new TreeMap<>();
    private final Map<UnitKey, Survey> surveys = new TreeMap<>();
    final Map<UnitKey, UnitFile> built = new TreeMap<>();
    final Tally tally = new Tally();
    private final Set<UnitKey> differ = new TreeSet<>();
    private @Nullable UnitKey first;
    private boolean keeps;
    private long numbered;

    SliceBuild(
            SinkSession session,
            SyncState next,
            String partition,
            Slice slice,
            SliceReader.Reading reading,
            DeletionGuard guard,
            RowMaker maker,
            Instant now,
            StepListener steps)
            throws IOException {
        this.session = session;
        this.next = next;
        this.partition = partition;
        this.slice = slice;
        this.reading = reading;
        this.guard = guard;
        this.maker = maker;
        this.now = now;
        this.steps = steps;
        this.work = session.work();
        this.changes = new RowSorter(AS_MADE, work, RowSorter.HELD);
    }

    /** How a unit differs from what is stored. */
    private static final class Survey {
        long added;
        long changed;
        long gone;
        boolean guarded;
    }

    /** Finds which units differ, and tells how many rows would be deleted since they are missing there. */
    long missing() throws IOException {
        steps.at("5", "judge");
        digest();
        NavigableSet<UnitKey> all = candidates();
        first = all.isEmpty() ? null : all.first();
        for (UnitKey unit : all) {
            if (isSame(unit)) {
                same(unit);
            } else {
                differ.add(unit);
            }
        }
        survey();
        return guard.keepsAll()
                ? 0
                : differ.stream()
                        .filter(each -> refusal(each) == null)
                        .mapToLong(this::gone)
                        .sum();
    }

    /** Keeps the rows that are missing: they may have moved to where nothing was read. */
    void keepMissing() {
        keeps = true;
    }

    /** Builds what differs; {@link #next} has the units as they will be. */
    RowChanges build() throws IOException {
        refuse();
        differ.addAll(leaving.keySet());
        write(differ);
        RowSorter made = changes.sorted();
        return to -> {
            try (RowSorter.Cursor all = made.read()) {
                for (SpoolEntry each = all.next(); each != null; each = all.next()) {
                    int end = each.unit().indexOf(' ');
                    to.row(
                            RowChanges.Op.valueOf(each.unit().substring(0, end)),
                            new UnitKey(partition, each.unit().substring(end + 1)),
                            each.row());
                }
            }
        };
    }

    private void digest() throws IOException {
        try (RepeatFilter all = new RepeatFilter(reading.rows.read())) {
            for (SpoolEntry each = all.next(); each != null; each = all.next()) {
                fresh.computeIfAbsent(each.unit(), name -> new RowMaker.ContentHash(session::held))
                        .add(each.row());
            }
        }
    }

    /** The units with rows that were read, and where the walk was proven those without. */
    private NavigableSet<UnitKey> candidates() {
        NavigableSet<UnitKey> all = new TreeSet<>();
        fresh.keySet().forEach(name -> all.add(new UnitKey(partition, name)));
        if (reading.is(Proof.PROVEN)) {
            next.unitsOf(partition).keySet().stream().filter(slice::covers).forEach(all::add);
        }
        return all;
    }

    private boolean isSame(UnitKey unit) {
        UnitState stored = next.units.get(unit);
        RowMaker.ContentHash hash = fresh.getOrDefault(unit.name(), new RowMaker.ContentHash(session::held));
        return stored != null && stored.contentHash().equals(hash.toString());
    }

    private boolean isComplete(UnitKey unit) {
        return reading.is(Proof.PROVEN) && slice.covers(unit);
    }

    /** Whether there is no use in reading the unit again. */
    private boolean isAllButRejects(UnitKey unit) {
        return reading.is(Proof.ALL_BUT_REJECTS) && slice.covers(unit);
    }

    private void same(UnitKey unit) {
        UnitState stored = next.units.get(unit);
        if (stored != null) {
            next.units.put(unit, stored.readAgain(now, isAllButRejects(unit), rejected(unit), reasons(unit)));
            tally.unitsSame++;
        }
    }

    /** A row whose unit cannot be told is counted once, in the first one. */
    private long rejected(UnitKey unit) {
        int untold = unit.equals(first) ? reading.rejectedOf.getOrDefault("", 0) : 0;
        return slice.covers(unit) ? reading.rejectedOf.getOrDefault(unit.name(), 0) + untold : 0;
    }

    private List<String> reasons(UnitKey unit) {
        Survey survey = surveys.get(unit);
        if (survey != null && survey.guarded) {
            return List.of(survey.gone + " rows are gone, which the guard kept");
        }
        return isComplete(unit) ? List.of() : reading.reasons;
    }

    /** Finds how units differ, and where rows that came to them are stored now. */
    private void survey() throws IOException {
        boolean elsewhere = !next.unitsOf(partition).isEmpty();
        Map<String, UnitKey> came = new HashMap<>();
        try (RepeatFilter all = new RepeatFilter(reading.rows.read())) {
            for (UnitKey unit : differ) {
                Survey survey = new Survey();
                surveys.put(unit, survey);
                if (!elsewhere) {
                    survey.added = 1; // all rows are new
                    continue;
                }
                all.merge(session, unit, next.units.containsKey(unit), (stored, read) -> {
                    if (read != null && (stored == null || stored.deletedAt() != null)) {
                        survey.added++;
                        if (stored == null) {
                            came.put(read.id(), unit);
                        }
                    } else if (read != null && stored != null) {
                        survey.changed += stored.hash().equals(read.hash()) ? 0 : 1;
                    } else if (stored != null && stored.deletedAt() == null && isGone(unit, stored)) {
                        survey.gone++;
                    }
                });
                if (came.size() >= BATCH) {
                    locate(came);
                }
            }
        }
        locate(came);
    }

    private void locate(Map<String, UnitKey> came) throws IOException {
        if (!came.isEmpty()) {
            session.locate(partition, came.keySet()).forEach((id, unit) -> {
                if (!unit.equals(came.get(id))) {
                    leaving.computeIfAbsent(unit, absent -> new HashSet<>()).add(id);
                }
            });
        }
        came.clear();
    }

    private boolean isGone(UnitKey unit, StoredRow stored) {
        return isComplete(unit) && !guard.isRetained(stored.time());
    }

    private long gone(UnitKey unit) {
        Survey survey = surveys.get(unit);
        return survey == null
                ? 0
                : Math.max(0, survey.gone - leaving.getOrDefault(unit, Set.of()).size());
    }

    /** Why rows of a unit that are gone are kept; null if they are deleted. */
    private @Nullable String refusal(UnitKey unit) {
        long gone = gone(unit);
        UnitState stored = next.units.get(unit);
        long before = stored == null ? 0 : stored.rows();
        int left = leaving.getOrDefault(unit, Set.of()).size();
        String refusal = next.damaged.containsKey(unit)
                ? guard.damaged(unit, gone)
                : guard.refusal(unit, gone, before, !fresh.containsKey(unit.name()) && before > left);
        return refusal == null && keeps && gone > 0
                ? unit.name() + ": " + gone + " rows are missing; they may have moved to a day that was not read"
                        + " and are kept until that is known"
                : refusal;
    }

    /** Asks the guard about each unit that differs, and takes those out that need not be written then. */
    private void refuse() {
        surveys.forEach((unit, survey) -> {
            String refusal = refusal(unit);
            survey.guarded = refusal != null;
            if (refusal != null) {
                tally.reasons.add(refusal);
            }
            UnitState stored = next.units.get(unit);
            boolean nothing = survey.added + survey.changed == 0
                    && !leaving.containsKey(unit)
                    && (gone(unit) == 0 || survey.guarded || guard.keepsAll())
                    && stored != null
                    && !stored.contentHash().isEmpty();
            if (nothing) {
                differ.remove(unit);
                same(unit);
            }
        });
    }

    private void write(Set<UnitKey> units) throws IOException {
        try (RepeatFilter all = new RepeatFilter(reading.rows.read())) {
            for (UnitKey unit : units) {
                steps.at("6", "build a unit");
                write(unit, all);
            }
        }
    }

    private void write(UnitKey unit, RepeatFilter all) throws IOException {
        try (RowSorter out = new RowSorter(SpoolEntry.AS_STORED, work, RowSorter.HELD)) {
            UnitWriter writer = new UnitWriter(unit, out);
            all.merge(session, unit, next.units.containsKey(unit), writer::row);
            UnitFile file = session.build(unit, out.sorted().rows());
            if (file != null) {
                built.put(unit, file);
            }
            next.units.put(unit, writer.state(next.units.get(unit), file));
            tally.unitsChanged++;
        }
    }

    /** Decides row by row what a unit will hold. */
    private final class UnitWriter {
        private final UnitKey unit;
        private final RowSorter out;
        private final Set<String> left;
        private final boolean deletes;
        private final RowMaker.ContentHash hash = new RowMaker.ContentHash(session::held);
        private long open;
        private long marked;

        UnitWriter(UnitKey unit, RowSorter out) {
            this.unit = unit;
            this.out = out;
            this.left = leaving.getOrDefault(unit, Set.of());
            Survey survey = surveys.get(unit);
            this.deletes = survey != null && !survey.guarded && !guard.keepsAll();
        }

        void row(@Nullable StoredRow stored, @Nullable StoredRow read) throws IOException {
            if (stored != null && left.contains(stored.id())) {
                change(RowChanges.Op.MOVED, stored);
            } else if (read != null) {
                arrived(stored, read);
            } else if (stored != null) {
                missed(stored);
            }
        }

        private void arrived(@Nullable StoredRow stored, StoredRow read) throws IOException {
            if (stored == null || stored.deletedAt() != null) {
                change(RowChanges.Op.ADDED, read);
                put(read);
            } else if (stored.hash().equals(read.hash())) {
                put(read.changedAt(stored.changedAt()));
            } else {
                change(RowChanges.Op.CHANGED, read);
                put(read);
            }
        }

        private void missed(StoredRow stored) throws IOException {
            if (stored.deletedAt() != null || !deletes || !isGone(unit, stored)) {
                put(stored);
            } else if (guard.marks()) {
                StoredRow gone = stored.deletedAt(now);
                change(RowChanges.Op.MARKED, gone);
                put(gone);
            } else {
                change(RowChanges.Op.DELETED, stored);
            }
        }

        private void put(StoredRow row) throws IOException {
            out.add(new SpoolEntry(unit.name(), row, 0));
            if (row.deletedAt() != null) {
                marked++;
            } else {
                hash.add(row);
                open += maker.isOpen(row) ? 1 : 0;
            }
        }

        private void change(RowChanges.Op op, StoredRow row) throws IOException {
            long number = op == RowChanges.Op.MOVED ? Long.MIN_VALUE + numbered : numbered;
            numbered++;
            if (session.takesChanges()) {
                changes.add(new SpoolEntry(op + " " + unit.name(), row, number));
            }
            switch (op) {
                case ADDED -> tally.added++;
                case CHANGED -> tally.changed++;
                case DELETED -> tally.deleted++;
                case MARKED -> tally.marked++;
                case MOVED -> tally.moved++;
            }
        }

        UnitState state(@Nullable UnitState before, @Nullable UnitFile file) {
            UnitState kept = surveys.containsKey(unit) ? null : before; // only rows that moved left it
            return new UnitState(
                    hash.rows(),
                    marked,
                    open,
                    kept == null ? rejected(unit) : kept.rejected(),
                    hash.toString(),
                    kept == null ? now : kept.readAt(),
                    now,
                    kept == null ? isAllButRejects(unit) : kept.proven(),
                    kept == null ? reasons(unit) : kept.reasons(),
                    file);
        }
    }

    @Override
    public void close() throws IOException {
        changes.close();
    }
}
