package io.github.analytics4j.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Code of yours that is handed each row which came, changed or went, <b>at least once</b>: the state is in a file of its
 * own, so that a run which is killed between your code and that file hands the same changes over again. Take them by
 * table, partition and id. The folder holds ids, times and hashes, and no other value of a row.
 */
public final class CallbackSink extends Sink {
    private final Path folder;
    private final Receiver receiver;

    private CallbackSink(Path folder, Receiver receiver) {
        this.folder = folder;
        this.receiver = receiver;
    }

    /**
     * {@return a sink that hands changes over}
     *
     * @param folder holds the state; one folder for one receiver
     * @param receiver takes the changes
     */
    public static CallbackSink of(Path folder, Receiver receiver) {
        return new CallbackSink(
                Objects.requireNonNull(folder, "folder").toAbsolutePath().normalize(),
                Objects.requireNonNull(receiver, "receiver"));
    }

    /** A call of the receiver. */
    private interface Call {
        void run() throws IOException;
    }

    /** Takes changes. */
    @FunctionalInterface
    public interface Receiver {
        /**
         * Takes one change; the changes of a commit come one after the other on the run's thread.
         *
         * @param change of one row
         * @throws IOException if it could not be taken: the run ends, and hands the commit's changes over again the next time
         */
        void changed(SyncChange change) throws IOException;

        /**
         * All changes of a commit were handed over and can be made durable; then the state moves on.
         *
         * @throws IOException if they could not be
         */
        default void committed() throws IOException {}
    }

    @Override
    SinkSession open(SinkTable table, StepListener steps) throws IOException {
        return new Session(
                new FolderSession(folder.resolve(table.name()), known(table), new JsonLinesFormat(), steps), table);
    }

    @Override
    SinkSession openToRead(SinkTable table) throws IOException {
        return new Session(
                FolderSession.toRead(folder.resolve(table.name()), known(table), new JsonLinesFormat()), table);
    }

    @Override
    @Nullable
    SyncState peek(SinkTable table) throws IOException {
        return new FolderRecovery(new Manifest(folder.resolve(table.name())), known(table), new JsonLinesFormat())
                .state();
    }

    /** Returns the part of a table that is kept here: the column that decides a row's unit. */
    private static SinkTable known(SinkTable table) {
        int time = table.timeIndex();
        return new SinkTable(
                table.name(),
                table.narrowing(),
                table.partitions(),
                time < 0 ? List.of() : List.of(table.columns().get(time)),
                table.idColumn(),
                table.timeColumn());
    }

    /** The folder of the state. */
    @Override
    public String toString() {
        return "a receiver of changes with its state in " + folder;
    }

    private final class Session implements SinkSession {
        private final FolderSession inner;
        private final SinkTable table;
        private final int time;

        Session(FolderSession inner, SinkTable table) {
            this.inner = inner;
            this.table = table;
            this.time = table.timeIndex();
        }

        @Override
        public @Nullable SyncState state() {
            return inner.state();
        }

        @Override
        public Path work() throws IOException {
            return inner.work();
        }

        @Override
        public boolean holdsValues() {
            return false;
        }

        @Override
        public void stored(UnitKey unit, StoredRows.Receiver to) throws IOException {
            inner.stored(unit, row -> to.row(padded(row)));
        }

        /** A row in the form of the table, with the values that are not kept as null. */
        private StoredRow padded(StoredRow row) {
            @Nullable Object[] values = new @Nullable Object[table.columns().size()];
            if (time >= 0) {
                values[time] = row.values().get(0);
            }
            return new StoredRow(
                    row.id(), row.time(), StoredRow.values(values), row.hash(), row.changedAt(), row.deletedAt());
        }

        private StoredRow stripped(StoredRow row) {
            List<@Nullable Object> values =
                    time < 0 ? List.of() : StoredRow.values(row.values().get(time));
            return new StoredRow(row.id(), row.time(), values, row.hash(), row.changedAt(), row.deletedAt());
        }

        @Override
        public Map<String, UnitKey> locate(String partition, Set<String> ids) throws IOException {
            return inner.locate(partition, ids);
        }

        @Override
        public UnitFile build(UnitKey unit, StoredRows rows) throws IOException {
            return inner.build(unit, to -> rows.each(row -> to.row(stripped(row))));
        }

        @Override
        public void commit(long expectedGeneration, SyncState next, Map<UnitKey, UnitFile> built, RowChanges changes)
                throws IOException {
            inner.fence(expectedGeneration);
            changes.each((op, unit, row) -> {
                if (op != RowChanges.Op.MOVED) { // the row is handed over as added to its new unit
                    SyncChange change = SyncChange.of(table, unit.partition(), op, row);
                    ours(() -> receiver.changed(change));
                }
            });
            ours(receiver::committed);
            inner.commit(expectedGeneration, next, built, changes);
        }

        /** An exception of the receiver ends the run, and not the program that runs it. */
        private void ours(Call call) throws IOException {
            try {
                call.run();
            } catch (RuntimeException e) {
                throw new IOException("the receiver of changes failed: " + e, e);
            }
        }

        @Override
        public void reject(String day, List<String> lines) throws IOException {
            inner.reject(day, lines);
        }

        @Override
        public void forget(Set<String> rows) throws IOException {
            inner.forget(rows);
        }

        @Override
        public void finish(String runRecord) throws IOException {
            inner.finish(runRecord);
        }

        @Override
        public void close() throws IOException {
            inner.close();
        }
    }
}
