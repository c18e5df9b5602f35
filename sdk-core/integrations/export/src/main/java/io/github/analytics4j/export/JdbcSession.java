package io.github.analytics4j.export;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table of a database that is locked for a run. State and rows are committed together, where the generation is the one that was read:
 * a run that was suspended and lost its lock changes nothing.
 */
final class JdbcSession implements SinkSession {
    private static final int FETCHED_AT_ONCE = 1000;

    private final SqlPlace place;
    private final SqlPlace.Lock lock;
    private final SinkTable table;
    private final StepListener steps;
    private final SqlTable rows;
    private @Nullable Path work;

    JdbcSession(SqlPlace place, SqlPlace.Lock lock, SinkTable table, StepListener steps) {
        this.place = place;
        this.lock = lock;
        this.table = table;
        this.steps = steps;
        this.rows = new SqlTable(place.dialect(), table);
    }

    /** Makes the tables of states, rejected rows and runs that are not there; a session that only reads goes without. */
    void makeControl() throws IOException {
        steps.at("2", "recover");
        lock.write(connection -> {
            SqlControl.make(connection, place.dialect(), table.name());
            return true;
        });
    }

    @Override
    public @Nullable SyncState state() throws IOException {
        return lock.read(rows::state);
    }

    @Override
    public boolean holds(String partition, String id) {
        return place.dialect().holds(partition, id);
    }

    @Override
    public String held(String id) {
        return place.dialect().held().id(id);
    }

    @Override
    public Path work() throws IOException {
        Path made = work;
        if (made == null) {
            made = lock.work();
            work = made;
        }
        return made;
    }

    @Override
    public void stored(UnitKey unit, StoredRows.Receiver to) throws IOException {
        lock.stream(connection -> {
            if (!rows.isThere(connection)) {
                return null;
            }
            try (PreparedStatement select = connection.prepareStatement(rows.selectUnit())) {
                select.setFetchSize(FETCHED_AT_ONCE);
                select.setString(1, unit.partition());
                select.setString(2, unit.name());
                try (ResultSet result = select.executeQuery()) {
                    RowOrder ordered = new RowOrder(to);
                    while (result.next()) {
                        ordered.row(rows.row(result));
                    }
                    ordered.end();
                }
            }
            return null;
        });
    }

    @Override
    public Map<String, UnitKey> locate(String partition, Set<String> ids) throws IOException {
        Map<String, UnitKey> found = new HashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        Map<String, String> heldIds = new HashMap<>();
        ids.forEach(each -> heldIds.put(held(each), each));
        lock.read(connection -> {
            if (!rows.isThere(connection)) {
                return null;
            }
            try (PreparedStatement select = connection.prepareStatement(rows.selectUnits())) {
                select.setString(1, partition);
                // all at once: a database without an index of ids reads all of them for each statement
                select.setArray(
                        2, connection.createArrayOf("text", heldIds.keySet().toArray()));
                try (ResultSet result = select.executeQuery()) {
                    while (result.next()) {
                        String id = String.valueOf(heldIds.get(result.getString(1)));
                        found.put(id, new UnitKey(partition, result.getString(2)));
                    }
                }
            }
            return null;
        });
        return found;
    }

    /** Rows are staged within the transaction. */
    @Override
    public @Nullable UnitFile build(UnitKey unit, StoredRows all) {
        return null;
    }

    @Override
    public void commit(long expectedGeneration, SyncState next, Map<UnitKey, UnitFile> built, RowChanges changes)
            throws IOException {
        String document = StateText.of(next);
        try {
            lock.write(connection -> {
                steps.at("7b", "fence");
                if (!SqlControl.replace(connection, table.name(), expectedGeneration, next.generation, document)) {
                    throw new SyncBusyException("another run changed " + table.name() + " in " + place
                            + " while this one was suspended: nothing was written");
                }
                rows.make(connection);
                steps.at("7b", "stage");
                rows.stage(connection, changes);
                steps.at("7b", "merge");
                rows.merge(connection);
                steps.at("7b", "commit");
                return true;
            });
        } catch (SqlPlace.UnknownCommitException e) {
            requireCommitted(document, e);
        }
        steps.at("7b", "committed");
    }

    /** The new connection has the lock, so that the old transaction is over by now, one way or the other. */
    private void requireCommitted(String document, SqlPlace.UnknownCommitException unknown) throws IOException {
        String now;
        try {
            now = lock.read(connection -> SqlControl.documents(connection, place.dialect(), table.name())
                    .current());
        } catch (IOException e) { // a busy lock may be the old connection's still
            unknown.addSuppressed(e);
            throw new IOException(
                    unknown.what() + ", and whether it was written is not known: the next run looks; "
                            + unknown.getMessage(),
                    unknown);
        }
        if (!document.equals(now)) {
            throw new IOException(unknown.what() + ", and nothing was written; " + unknown.getMessage(), unknown);
        }
    }

    @Override
    public void reject(String day, List<String> lines) throws IOException {
        lock.write(connection -> {
            SqlControl.reject(connection, table.name(), day, lines);
            return true;
        });
    }

    @Override
    public void forget(Set<String> ids) throws IOException {
        lock.write(connection -> {
            SqlControl.forget(connection, table.name(), ids);
            return true;
        });
        lock.compact(table.name());
    }

    @Override
    public void finish(String runRecord) throws IOException {
        lock.write(connection -> {
            SqlControl.finish(connection, table.name(), runRecord);
            return true;
        });
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
