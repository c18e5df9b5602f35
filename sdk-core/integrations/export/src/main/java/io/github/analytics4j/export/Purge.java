package io.github.analytics4j.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Takes rows out of a table of a sink for good: out of its units and out of the rows that could not be stored. Keyed hashes of their
 * ids stay in the state, so that no run brings them back. What is killed half-way is done again with the same ids.
 */
final class Purge {
    private final SyncTable of;
    private final Sink sink;
    private final StepListener steps;
    private final Consumer<String> told;

    Purge(SyncTable of, Sink sink, StepListener steps, Consumer<String> told) {
        this.of = of;
        this.sink = sink;
        this.steps = steps;
        this.told = told;
    }

    /**
     * Returns how many rows were there.
     *
     * @throws TableRun.RefusedException if the sink was filled with something else, as by other rules for columns: the units would
     *     be made anew without what these leave out
     */
    long run(Set<String> ids) throws IOException {
        Set<String> own = ids.stream().map(of.policy::id).collect(Collectors.toCollection(LinkedHashSet::new));
        try (SinkSession session = sink.open(of.stored(), steps)) {
            SyncState known = ContentGuard.requireState(of, sink, session.state());
            ContentGuard.requireSameButApi(of, sink, known);
            requireWhole(known);
            known.doubts.forEach(each -> told.accept(of.name() + ": " + each));
            SyncState next = known.copy();
            long expected = next.generation;
            of.partitions()
                    .forEach(partition ->
                            own.forEach(each -> next.purged.putIfAbsent(next.purgeHash(partition, each), "")));
            Map<UnitKey, List<StoredRow>> gone = new LinkedHashMap<>();
            Map<UnitKey, UnitFile> built = new HashMap<>();
            RowMaker maker = new RowMaker(of, Set.of());
            for (UnitKey unit : units(session, own)) {
                List<StoredRow> rows = new ArrayList<>();
                rebuild(session, next, unit, own, rows, built, maker);
                gone.put(unit, rows);
            }
            next.generation = expected + 1;
            session.commit(expected, next, built, to -> {
                for (Map.Entry<UnitKey, List<StoredRow>> each : gone.entrySet()) {
                    for (StoredRow row : each.getValue()) {
                        to.row(RowChanges.Op.DELETED, each.getKey(), row);
                    }
                }
            });
            Set<String> all = new LinkedHashSet<>(ids);
            all.addAll(own);
            session.forget(all);
            Set<String> found = tell(session, next, own, gone);
            ids.stream()
                    .filter(each -> !found.contains(of.policy.id(each)) && isUnseen(each))
                    .forEach(each -> told.accept(of.name() + " has no row of the id " + JsonText.quoted(each)
                            + ", which begins or ends with a blank or a character that is not seen"));
            return gone.values().stream().mapToLong(List::size).sum();
        }
    }

    /** A damaged file would be made anew with what is left of it, and its copy may hold the row. */
    private static void requireWhole(SyncState known) throws StateException {
        for (FolderRecovery.Damage each : known.damaged.values()) {
            if (each.file() != null) {
                throw new StateException(each.text() + ": run the sync first, then purge");
            }
        }
    }

    /** The units of the table's own partitions, and of no other: an id may be there too, and be another row's. */
    private Set<UnitKey> units(SinkSession session, Set<String> ids) throws IOException {
        Set<UnitKey> units = new TreeSet<>();
        for (String each : of.partitions()) {
            units.addAll(session.locate(each, ids).values());
        }
        return units;
    }

    /** Tells where rows were; returns the ids that some row has or had. */
    private Set<String> tell(SinkSession session, SyncState state, Set<String> ids, Map<UnitKey, List<StoredRow>> gone)
            throws IOException {
        Set<String> found = new HashSet<>();
        gone.values().forEach(rows -> rows.forEach(row -> found.add(row.id())));
        gone.forEach((unit, rows) ->
                told.accept(of.name() + " " + unit.partition() + ", " + unit.name() + ": " + rows.size() + " purged"));
        Set<String> others = new TreeSet<>(state.partitions.keySet());
        state.units.keySet().forEach(each -> others.add(each.partition()));
        of.partitions().forEach(others::remove);
        for (String each : others) {
            Set<String> kept = session.locate(each, ids).keySet();
            found.addAll(kept);
            if (!kept.isEmpty()) {
                told.accept(of.name() + " " + each + " has " + kept.size()
                        + " with such an id too; it was not named, and keeps them");
            }
        }
        return found;
    }

    /** Whether an id has something at an end that people do not see, such as the line end of a list. */
    private static boolean isUnseen(String id) {
        return !id.isEmpty() && (isUnseen(id.codePointAt(0)) || isUnseen(id.codePointBefore(id.length())));
    }

    private static boolean isUnseen(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.isISOControl(point)
                || Character.getType(point) == Character.FORMAT;
    }

    /** Makes the unit anew without the rows. */
    private static void rebuild(
            SinkSession session,
            SyncState next,
            UnitKey unit,
            Set<String> ids,
            List<StoredRow> gone,
            Map<UnitKey, UnitFile> built,
            RowMaker maker)
            throws IOException {
        RowMaker.ContentHash hash = new RowMaker.ContentHash(session::held);
        long[] markedAndOpen = new long[2];
        session.stored(unit, row -> {
            if (ids.contains(row.id())) {
                gone.add(row);
                next.purged.put(next.purgeHash(unit.partition(), row.id()), unit.toString());
            } else if (row.deletedAt() != null) {
                markedAndOpen[0]++;
            } else {
                hash.add(row);
                markedAndOpen[1] += maker.isOpen(row) ? 1 : 0;
            }
        });
        UnitFile file = session.build(
                unit,
                to -> session.stored(unit, row -> {
                    if (!ids.contains(row.id())) {
                        to.row(row);
                    }
                }));
        if (file != null) {
            built.put(unit, file);
        }
        UnitState before = next.units.getOrDefault(unit, UnitState.unverified(null, 0));
        next.units.put(
                unit,
                new UnitState(
                        hash.rows(),
                        markedAndOpen[0],
                        markedAndOpen[1],
                        before.rejected(),
                        hash.toString(),
                        before.readAt(),
                        before.changedAt(),
                        before.proven(),
                        before.reasons(),
                        file));
    }
}
