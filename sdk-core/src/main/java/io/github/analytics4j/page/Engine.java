package io.github.analytics4j.page;

import io.github.analytics4j.page.WalkReport.WalkCounter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what to ask next and which rows of a response are new. Does no I/O; after a failure it is just asked again. */
interface Engine<T> {

    /** Returns the next request; the same one until a response is fed. */
    PageRequest next();

    /** Tells the reason for {@link #next()}, for progress. */
    String purpose();

    /** Returns the request after a planned page, if that goes as expected; null where reading ahead makes no sense. */
    @Nullable
    PageRequest after(PageRequest planned);

    /** How many pages may be under way at once: those behind an end that nobody foretells are asked for in vain. */
    default int mostAtOnce() {
        return Integer.MAX_VALUE;
    }

    /** Whether a response asked for ahead of time can be fed now. */
    boolean useful(PageRequest planned);

    /** Whether a response asked for ahead of time can be fed after what is wanted now; else it is given up. */
    default boolean usefulLater(PageRequest planned) {
        return false;
    }

    /**
     * So many responses asked for ahead of time will come right behind the next one that is fed, which was asked for when so
     * many others were still to come before it.
     */
    default void underWay(int pages, int before) {}

    /** Takes a response and returns the rows of it that are new, in order. */
    List<T> feed(PageRequest asked, Page<T> page);

    /**
     * The server refused a page as such; whether the engine has another one to ask for instead, or is done.
     *
     * @param gone whether it says that there is no such page
     */
    default boolean refused(PageRequest asked, boolean gone) {
        return false;
    }

    /**
     * Fixes the end of a time window that was open until now: every request from here on is for rows up to it. False if rows that
     * came are newer, so that the clock that told the end is not theirs.
     */
    boolean pin(Instant end);

    /** Fixes that end by the rows that come, if the engine can: the server does not tell its time. */
    default void pinByRows() {}

    /** The end that is fixed now, where it was that one before; null if none is. */
    default @Nullable Instant fixedEnd(@Nullable Instant before) {
        return before;
    }

    /** Whether the end of the list was reached. */
    boolean done();

    /**
     * Adds the walk's place to a checkpoint, as if of the rows fed last only the first {@code read} had been delivered.
     */
    void save(WalkState.Builder into, List<T> batch, int read);

    /** Takes one response for the whole list. After a resume the response is asked for again, and its rows are told by their number. */
    final class WholeEngine<T> implements Engine<T> {
        private final WalkCounter counter;
        private final int pageSize;
        private final long skipped;
        private final boolean fromTheStart;
        private boolean done;

        WholeEngine(WalkSpec<T> spec, WalkCounter counter, @Nullable WalkState from) {
            this.counter = counter;
            this.pageSize = spec.pageSize;
            this.skipped = from == null ? 0 : from.position();
            this.fromTheStart = from == null;
        }

        @Override
        public PageRequest next() {
            return new PageRequest(0, pageSize, null, null);
        }

        @Override
        public String purpose() {
            return "the rows";
        }

        @Override
        public @Nullable PageRequest after(PageRequest planned) {
            return null;
        }

        @Override
        public boolean useful(PageRequest planned) {
            return !done;
        }

        @Override
        public List<T> feed(PageRequest asked, Page<T> page) {
            done = true;
            counter.answered(page, "the response");
            List<T> rows = page.items();
            if (!fromTheStart) {
                counter.doubt(
                        "the walk was resumed: the response was asked for again, and rows that had come before were told by"
                                + " their number alone; walk from the start to be sure");
                rows = rows.subList((int) Math.min(skipped, rows.size()), rows.size());
            }
            counter.rows += rows.size();
            return rows;
        }

        @Override
        public boolean pin(Instant end) {
            return true; // one response has one moment
        }

        @Override
        public boolean done() {
            return done;
        }

        @Override
        public void save(WalkState.Builder into, List<T> batch, int read) {
            into.position = into.rows;
            into.finished = done && read == batch.size();
        }
    }
}
