package io.github.analytics4j.page;

import io.github.analytics4j.error.WalkException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks by offset or page number.
 *
 * <p>The anchor rule: of an answer, the rows behind the last one that was delivered before are new, all others are not.
 * Since rows keep their order, an answer that holds such an anchor leaves no gap, no matter how the list moved and when
 * the answer was made. Pages are asked for a little before the walk's place, so that their first row is the anchor when
 * nothing moved. An answer without an anchor starts a {@link Search}.
 */
final class OffsetEngine<T> implements Engine<T> {

    /** Any odd distance will do to tell a server that ignores the offset from a list that moved by one page. */
    private static final int FAR_PAGES = 7;

    private enum Mode {
        WALK,
        PROBE,
        FAR
    }

    private final WalkSpec<T> spec;
    private Addresses addresses;
    private final long start;
    private final Tally tally;
    private final Rows<T> rows;
    private final Sameness<T> sameness;
    private final Search search = new Search();
    private final Ending ending = new Ending();
    private final Gap gap;
    private final Overlap overlap;
    private final long mostRows;

    private Mode mode = Mode.WALK;
    /** How many rows of the list lie before the next one to deliver, as far as known. */
    private long position;

    private @Nullable Long totalBefore;
    private boolean blind;
    private boolean done;

    OffsetEngine(WalkSpec<T> spec, @Nullable Instant to, long mostRows, Tally tally, @Nullable WalkState from) {
        this.spec = spec;
        this.addresses = new Addresses(spec, to);
        this.start = spec.startOffset;
        this.tally = tally;
        this.mostRows = mostRows;
        this.rows = new Rows<>(spec, tally, from);
        this.sameness = new Sameness<>(rows);
        this.gap = new Gap(tally);
        this.overlap = new Overlap(addresses.span());
        this.position = from == null ? start : from.position();
        this.done = from != null && from.finished();
    }

    @Override
    public PageRequest next() {
        if (mode == Mode.FAR) {
            return addresses.at(position + (long) FAR_PAGES * addresses.span(), addresses.span());
        }
        if (mode == Mode.PROBE) {
            return addresses.at(gap.probeAt(position, addresses.span()), addresses.span());
        }
        if (search.active()) {
            return search.bracketed()
                    ? addresses.overlapping(search.position(), overlap.rows(), addresses.span())
                    : addresses.at(search.position(), addresses.span());
        }
        return at(position);
    }

    private PageRequest at(long place) {
        long wanted = Math.max(1, mostRows - tally.rows);
        return rows.remembered() == 0
                ? addresses.at(place, wanted)
                : addresses.overlapping(place, overlap.rows(), wanted);
    }

    @Override
    public String purpose() {
        String page = "the page at offset " + next().offset();
        if (search.active()) {
            return page + ", to find the place again after the list moved";
        }
        return switch (mode) {
            case WALK -> page;
            case PROBE -> page + ", behind an empty page that should not be the last";
            case FAR -> page + ", to see whether the server heeds the offset";
        };
    }

    @Override
    public @Nullable PageRequest after(PageRequest planned) {
        Long total = tally.total;
        boolean last = total != null && planned.end() >= total;
        boolean enough = planned.end() - position >= mostRows - tally.rows;
        if (last || enough || !walking()) {
            return null;
        }
        return addresses.overlapping(planned.end(), overlap.rows(), addresses.span());
    }

    private boolean walking() {
        return !done && mode == Mode.WALK && !search.active() && !blind && !gap.asking() && !ending.checking();
    }

    @Override
    public boolean useful(PageRequest planned) {
        long overlapping = rows.remembered() == 0 ? 0 : 1;
        return walking() && planned.offset() <= position - overlapping && planned.end() > position;
    }

    @Override
    public List<T> feed(PageRequest asked, Page<T> page) {
        tally.answered(page, "the page at offset " + page.offset());
        List<T> items = page.items();
        if (mode == Mode.FAR) {
            return far(asked, page);
        }
        boolean untold = rows.remembered() == 0 || rows.nameless(items);
        if (mode == Mode.PROBE && (untold || items.isEmpty())) {
            return probed(asked, page);
        }
        if (untold) {
            return sameness.again(asked, items) ? suspect() : accept(asked, page, known(asked, page));
        }
        int anchor = rows.anchor(items, known(asked, page) - 1);
        return anchor < 0 ? unanchored(asked, page) : anchored(asked, page, anchor);
    }

    /** How many rows of the answer were delivered before, if nothing moved. */
    private int known(PageRequest asked, Page<T> page) {
        return page.itemsBefore(position - asked.offset());
    }

    private List<T> unanchored(PageRequest asked, Page<T> page) {
        boolean head = asked.offset() == 0 && headProves();
        if (head || blind) {
            rows.missing(rows.remembered());
            return accept(asked, page, head ? 0 : known(asked, page));
        }
        if (mode == Mode.PROBE) {
            return probed(asked, page);
        }
        long place = search.active() ? search.position() : position;
        boolean sure = !search.active() || search.bracketed();
        if (sure && asked.offset() >= place && !page.items().isEmpty()) {
            tally.doubt("pages of so few rows cannot overlap: a shift at offset " + place + " would not be noticed");
            return accept(asked, page, 0);
        }
        return lost(asked, page);
    }

    private List<T> anchored(PageRequest asked, Page<T> page, int anchor) {
        List<T> items = page.items();
        int from = anchor + 1;
        boolean again = sameness.again(asked, items);
        long newer = rows.distance(items.get(anchor));
        long behind = asked.offset() + page.sentBefore(from);
        boolean nothingNew = from == items.size();
        boolean last = page.answered() < asked.limit();
        boolean looked = search.active() && search.bracketed() && search.position() <= asked.offset() + page.answered();
        if (!last && newer > 0 && (nothingNew || (newer > reach() && !looked))) {
            return behind(behind, newer);
        }
        if (again && nothingNew && from > 1 && !search.active()) {
            return suspect();
        }
        rows.missing(newer);
        return accept(asked, page, from);
    }

    /** Rows delivered later than those of the page lie behind it, or did: the list grew before the walk's place. */
    private List<T> behind(long end, long newer) {
        mode = Mode.WALK;
        if (search.active()) {
            tally.stepsBack++;
            search.found(end, newer);
        } else {
            tally.shifts++;
            search.beginBehind(end, newer, reach(), rows.remembered(), headProves());
        }
        return givingUp();
    }

    /** The place in the list is known; what lies behind {@code from} is new. */
    private List<T> accept(PageRequest asked, Page<T> page, int from) {
        measure(position - asked.offset(), page.sentBefore(from));
        List<T> fresh = rows.deliver(page.items(), from);
        position = Math.max(start, asked.offset() + page.answered());
        totalBefore = page.claimedTotal();
        gap.passed(!fresh.isEmpty());
        blind = false;
        mode = Mode.WALK;
        search.end();
        Ending.Verdict verdict = ending.judge(asked, page, fresh.size());
        done = verdict == Ending.Verdict.END;
        if (verdict == Ending.Verdict.LOOK_BEHIND) {
            probe(page);
        }
        return fresh;
    }

    private void measure(long expected, int from) {
        if (search.active()) {
            tally.stepsBack++;
            overlap.moved(Math.abs(expected - from));
        } else if (from == expected || tally.rows == 0) {
            overlap.quiet();
        } else {
            tally.shifts++;
            tally.repeats += Math.max(0, from - expected);
            overlap.moved(Math.abs(expected - from));
        }
    }

    /** No row of the page was delivered before: the list moved by more than the overlap, or the answer is empty. */
    private List<T> lost(PageRequest asked, Page<T> page) {
        boolean empty = page.items().isEmpty();
        if (empty && gap.askAgain(asked.offset())) {
            return List.of();
        }
        gap.notEmpty();
        if (search.active()) {
            tally.stepsBack++;
            search.missed(asked.offset(), empty);
        } else if (empty && gap.persists(position)) {
            probe(page); // the rows before it were found again, and end here
        } else {
            gap.see(empty ? position : -1);
            tally.shifts++;
            search.begin(asked.offset(), reach(), rows.remembered(), headProves(), likely(page));
        }
        return givingUp();
    }

    private int reach() {
        return Math.max(1, addresses.reach() - overlap.rows());
    }

    private boolean headProves() {
        return start == 0 && rows.whole();
    }

    /** Where a page would hold the place in its middle if all rows came or went before it. */
    private @Nullable Long likely(Page<T> page) {
        Long now = page.claimedTotal();
        if (now == null || totalBefore == null || now.equals(totalBefore)) {
            return null;
        }
        return position + now - totalBefore - addresses.span() / 2;
    }

    private List<T> givingUp() {
        if (search.active() && search.exhausted()) {
            tally.doubt("the list moved at offset " + position + " and none of the last " + rows.remembered()
                    + " rows was found again: rows may be missing or repeated there");
            search.end();
            blind = true;
        }
        return List.of();
    }

    private void probe(Page<T> page) {
        mode = Mode.PROBE;
        done = !gap.probe(page, position, addresses.span());
    }

    private List<T> probed(PageRequest asked, Page<T> page) {
        if (page.items().isEmpty()) {
            probe(page);
            return List.of();
        }
        gap.skipped(position, asked.offset());
        return accept(asked, page, 0);
    }

    private List<T> suspect() {
        mode = Mode.FAR;
        return List.of();
    }

    private List<T> far(PageRequest asked, Page<T> page) {
        mode = Mode.WALK;
        if (!sameness.again(asked, page.items())) {
            sameness.trust(rows.remembered() == 0);
            return List.of();
        }
        Long total = page.claimedTotal();
        if (total != null && total > tally.rows + start) {
            throw new WalkException("the server ignores the offset: it answered the same rows again at offset "
                    + asked.offset() + "; it claims " + total + " rows, " + tally.rows + " could be read");
        }
        tally.doubt("the server answers the same rows at every offset");
        done = true;
        return List.of();
    }

    @Override
    public void pin(Instant end) {
        addresses = new Addresses(spec, end);
    }

    @Override
    public boolean done() {
        return done;
    }

    @Override
    public void save(WalkState.Builder into, List<T> batch, int read) {
        List<T> unread = batch.subList(read, batch.size());
        int named = (int) unread.stream().filter(row -> rows.id(row) != null).count();
        into.position = position - unread.size();
        into.anchors = rows.anchors(named);
        into.missing = rows.missing();
        into.whole = rows.whole() && rows.remembered() - named <= Rows.SAVED;
        into.finished = done && unread.isEmpty();
    }
}
