package io.github.analytics4j.export;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Step 2 in a database: the state as it is stored, held against the rows that are there. */
final class SqlRecovery {

    /**
     * The content of a unit.
     *
     * @param rows without those marked as gone
     * @param marked as gone
     * @param high of the sum of the rows' hashes
     * @param low of that sum
     */
    record Found(long rows, long marked, long high, long low) {
        boolean isOf(UnitState unit) {
            return marked == unit.marked()
                    && RowMaker.ContentHash.text(rows, high, low).equals(unit.contentHash());
        }
    }

    private SqlRecovery() {}

    /**
     * The state; null where there is neither one nor a row. Rows without a state are those of a state that was lost.
     *
     * @param narrow whether the table lacks columns, so that no unit is as the API has it
     * @throws StateException if it is of a version to come
     */
    static @Nullable SyncState state(SqlControl.Documents stored, Map<UnitKey, Found> found, boolean narrow)
            throws StateException {
        SyncState current = StateText.parse(stored.current());
        SyncState state = current != null || stored.current() == null ? current : StateText.parse(stored.previous());
        if (state == null) {
            if (found.isEmpty() && stored.current() == null) {
                return null;
            }
            state = new SyncState(UUID.randomUUID().toString());
        }
        if (current == null) {
            state.doubts.add("the state is " + (stored.current() == null ? "gone" : "damaged")
                    + ", and with it the list of purged ids may be lost: purge again what must not come back");
        }
        state.generation = stored.generation();
        compare(state, found, narrow);
        return state;
    }

    /** A table without a key may hold a row twice, as after a restore that was done again; which of the two goes is not for a run to say. */
    static void noteRepeats(Connection connection, String table, SyncState state) throws SQLException {
        if (state.units.values().stream().noneMatch(each -> each.contentHash().isEmpty() && each.rows() > 0)) {
            return;
        }
        String repeats = "select \"_partition\", \"_unit\", \"_id\" from " + table
                + " group by \"_partition\", \"_unit\", \"_id\" having count(*) > 1";
        long ids = SqlControl.count(connection, "(" + repeats + ") as repeats");
        if (ids > 0) {
            state.doubts.add(ids + " ids of " + table + " are there more than once, and readers count"
                    + " each: delete them, and run again, which brings one of each: delete from " + table
                    + " where (\"_partition\", \"_unit\", \"_id\") in (" + repeats + ")");
        }
    }

    /** Rows that are not as the state says were restored from another time, or changed by somebody else. */
    private static void compare(SyncState state, Map<UnitKey, Found> found, boolean narrow) {
        state.units.replaceAll((unit, known) ->
                found.containsKey(unit) || known.rows() + known.marked() == 0 ? known : UnitState.unverified(null, 0));
        found.forEach((unit, there) -> {
            UnitState known = state.units.get(unit);
            if (narrow || known == null || !there.isOf(known)) {
                state.units.put(unit, UnitState.unverified(null, there.rows()));
            }
        });
    }
}
