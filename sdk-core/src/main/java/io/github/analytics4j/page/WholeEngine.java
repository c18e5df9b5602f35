package io.github.analytics4j.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
