package io.github.analytics4j.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table of a sink that is locked for one run. Used by one thread. */
interface SinkSession extends AutoCloseable {

    /**
     * The state as it is stored, after recovery; null where there never was a run. Units that are not as the state says are
     * marked there as not done.
     *
     * @throws StateException if a state is there and cannot be used
     */
    @Nullable
    SyncState state() throws IOException;

    /** A folder for spools; private text in it is masked already. Emptied when the session begins and ends. */
    Path work() throws IOException;

    /** Hands over the rows that are stored for a unit; none of a unit that is not stored. */
    void stored(UnitKey unit, StoredRows.Receiver to) throws IOException;

    /** The units of a partition that hold these ids now; ids that are nowhere are left out. */
    Map<String, UnitKey> locate(String partition, Set<String> ids) throws IOException;

    /** Whether a row of that id can be stored in a partition; one that cannot goes to the rejects. */
    default boolean holds(String partition, String id) {
        return true;
    }

    /** An id as the place keeps it, which hashes it so when it tells what is there; {@link #stored} hands it over as it came. */
    default String held(String id) {
        return id;
    }

    /** Whether {@link #stored} hands over all values; else null stands in the place of those that are not kept. */
    default boolean holdsValues() {
        return true;
    }

    /** Whether a commit is told how rows differ; else only whole units are built. */
    default boolean takesChanges() {
        return true;
    }

    /**
     * Step 6: makes a temporary file of a unit's new content, synced; null in a sink that has no such files. The rows are there
     * until it returns.
     */
    @Nullable
    UnitFile build(UnitKey unit, StoredRows rows) throws IOException;

    /**
     * Step 7: makes units and state durable at once.
     *
     * @param expectedGeneration the generation that was read; 0 where there was no state
     * @param next with the generation that follows
     * @param built the files that were made of the units that changed
     * @param changes how rows differ from those that are stored; units that are not in {@code built} have none
     * @throws SyncBusyException if the sink has another generation
     */
    void commit(long expectedGeneration, SyncState next, Map<UnitKey, UnitFile> built, RowChanges changes)
            throws IOException;

    /**
     * Keeps rows that could not be stored.
     *
     * @param day the day of the run
     * @param lines JSON, masked
     */
    void reject(String day, List<String> lines) throws IOException;

    /** Takes rows that could not be stored out of what {@link #reject} kept, where these ids are in them. */
    void forget(Set<String> ids) throws IOException;

    /** Step 8: keeps one line of JSON about the run. */
    void finish(String runRecord) throws IOException;

    /** Unlocks. */
    @Override
    void close() throws IOException;
}
