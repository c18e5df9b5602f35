package io.github.analytics4j.page;

import io.github.analytics4j.page.OffsetQuestions.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Walks by offset or page number.
 *
 * <p>The anchor rule: a row that was delivered has no row before it that was there all along and was not delivered too,
 * since rows keep their order. So an answer that holds such an anchor leaves no gap, no matter how the list moved and when
 * the answer was made, and its rows that were never delivered are delivered now. Pages are asked for a little before the
 * walk's place, so that their first row is the anchor when nothing moved. An answer without an anchor starts a
 * {@link Search}.
 */
final class OffsetEngine<T> implements Engine<T> {

    private final Addresses addresses;
    private final long start;
    private final Tally tally;
    private final Deliveries<T> deliveries;
    private final Delivered delivered;
    private final OrderCheck order;
    private final Sameness<T> sameness;
    private final Search search = new Search();
    private final Ending ending = new Ending();
    private final Gap gap;
    private final Drift drift = new Drift();
    private final OffsetQuestions questions;
    private final long mostRows;
    private final int prefetch;
    private Mode mode = Mode.WALK;
    private int underWay;
    private int othersBefore;
    /** How many rows of the list lie before the next one to deliver, as far as known. */
    private long position;

    private int idle;
    private boolean blind;
    private boolean done;

    OffsetEngine(WalkSpec<T> spec, @Nullable Instant to, WalkOptions options, Tally tally) {
        WalkState from = options.from();
        this.addresses = new Addresses(spec, to);
        this.start = spec.startOffset;
        this.tally = tally;
        this.mostRows = options.mostRows();
        this.prefetch = options.prefetch();
        this.deliveries = new Deliveries<>(spec, tally, options);
        this.delivered = deliveries.delivered();
        this.order = new OrderCheck(delivered, tally);
        this.sameness = new Sameness<>(deliveries.rows());
        this.gap = new Gap(tally);
        this.questions = new OffsetQuestions(addresses, search, drift, gap);
        this.position = from == null ? start : from.position();
        this.done = from != null && from.finished();
        drift.movedOn(position);
        search.totalWas(from == null ? null : from.total());
        addresses.capped(from == null ? 0 : from.span());
        ending.cutAt(addresses.cap());
        mode = addresses.toCount() && !done ? Mode.COUNT : Mode.WALK;
    }

    @Override
    public PageRequest next() {
        long wanted = Math.max(1, Math.min(mostRows - tally.rows, Integer.MAX_VALUE)); // leaves room to add to it
        return mode == Mode.FAR
                ? questions.far(sameness.farFrom(position, addresses.span()))
                : questions.next(
                        mode, position, wanted, Math.min(prefetch, mostAtOnce()), delivered.size() == 0 || single());
    }

    /** Whether the list may have one row, or the server answer no more: only the place behind it tells. */
    private boolean single() {
        return position == start + 1 && ending.mayBeAll(start, position);
    }

    @Override
    public String purpose() {
        return questions.purpose(mode, next());
    }

    @Override
    public @Nullable PageRequest after(PageRequest planned) {
        Long total = tally.total;
        boolean last = total != null && planned.end() >= total;
        boolean enough = planned.end() - position >= mostRows - tally.rows;
        return last || enough || !walking()
                ? null
                : questions.next(Mode.WALK, planned.end(), addresses.span(), 1, false);
    }

    @Override
    public int mostAtOnce() {
        return drift.mostAtOnce(addresses.span(), tally.total != null);
    }

    private boolean walking() {
        boolean asking = done || blind || mode != Mode.WALK || search.active() || gap.asking();
        return !asking && !ending.checking() && !addresses.guessing();
    }

    @Override
    public boolean useful(PageRequest planned) {
        long lead = delivered.size() == 0 ? 0 : drift.latest(addresses.span());
        return walking() && planned.offset() <= position + lead && planned.end() > position;
    }

    @Override
    public void underWay(int pages, int before) {
        underWay = pages;
        othersBefore = before;
    }

    @Override
    public List<T> feed(PageRequest asked, Page<T> page) {
        idle++;
        order.answered(othersBefore, position);
        drift.answered();
        tally.answered(page, "the page at offset " + page.offset());
        addresses.stated(page.smallerLimit());
        if (mode == Mode.COUNT) {
            mode = Mode.WALK;
            addresses.counted(page.answered());
            return List.of();
        }
        boolean guessed = addresses.guessing();
        List<T> fresh = mode == Mode.FAR ? far(asked, page) : placed(asked, page);
        if (!done && mode == Mode.WALK && (guessed || addresses.toCount())) {
            mode = Mode.COUNT;
        }
        return fresh;
    }

    private List<T> placed(PageRequest asked, Page<T> page) {
        boolean again = sameness.again(asked, page.items());
        if (page.answered() == 0) {
            return empty(asked, page);
        }
        Seen seen = deliveries.look(page.items());
        order.look(asked, seen);
        if (seen.nameless() || delivered.size() == 0) {
            return untold(asked, page, seen, again);
        }
        if (seen.unknown()) {
            return unanchored(asked, page, seen);
        }
        return anchored(asked, page, seen, again);
    }

    private List<T> empty(PageRequest asked, Page<T> page) {
        if (mode == Mode.PROBE) {
            return probe(page);
        }
        long place = search.bracketed() ? search.position(0) : position;
        boolean behind = asked.offset() == place && sure();
        boolean apart = behind && addresses.apart(place);
        boolean all = behind && ending.mayBeAll(start, place);
        if (apart && !all && !Objects.equals(search.totalBefore(), place)) {
            tally.cannotOverlap(place);
        }
        boolean first = delivered.size() == 0 || (asked.offset() == 0 && headProves());
        if (first || blind || all || apart) {
            return accept(asked, page, deliveries.look(page.items()), 0, 0);
        }
        return lost(asked, page, true);
    }

    private boolean sure() {
        return !search.active() || search.bracketed();
    }

    /** Rows that cannot be told from others, or the first that can: only their number tells which were delivered. */
    private List<T> untold(PageRequest asked, Page<T> page, Seen seen, boolean again) {
        if (mode == Mode.PROBE) {
            return probed(asked, page, seen);
        }
        if (again && sameness.suspect()) {
            mode = Mode.FAR;
            return List.of();
        }
        return accept(asked, page, seen, page.itemsBefore(position - asked.offset()), asked.offset() + page.answered());
    }

    private List<T> unanchored(PageRequest asked, Page<T> page, Seen seen) {
        if (addresses.guessing()) {
            return lost(asked, page, false);
        }
        if (asked.offset() == 0 && headProves() && search.headDecides()) {
            delivered.moveTo(Delivered.HEAD); // the rows delivered are gone, or lie behind these
            return accept(asked, page, seen, 0, 0);
        }
        boolean untold = mode != Mode.PROBE && !search.active() && drift.lost(addresses.span());
        if (blind || untold) { // behind rows that nobody can tell, which is reported
            return accept(asked, page, seen, page.itemsBefore(position - asked.offset()), 0);
        }
        if (mode == Mode.PROBE) {
            return probed(asked, page, seen);
        }
        long place = search.active() ? search.position(0) : position;
        // a list that grew, or a server that answers one row at once
        boolean apart = (single() && page.answered() == 1 && ending.expectsCut(1)) || addresses.apart(place);
        if (sure() && asked.offset() >= place && drift.lead(addresses.span()) < 0 && apart) {
            tally.cannotOverlap(place);
            return accept(asked, page, seen, 0, 0);
        }
        return lost(asked, page, false);
    }

    private List<T> anchored(PageRequest asked, Page<T> page, Seen seen, boolean again) {
        int last = seen.last();
        long newer = deliveries.newer(seen);
        long behind = asked.offset() + page.sentBefore(last + 1);
        if (behind == position && newer == 0 && asked.offset() > 0) {
            sameness.moved();
        } else if (again && sameness.suspect()) {
            mode = Mode.FAR;
            return List.of();
        }
        long moved = behind + newer - position;
        if (!search.active() && addresses.rounded(asked, moved)) {
            return List.of(); // and asks again at a place that needs no rounding
        }
        boolean cut = newer > 0 && ending.mayBeCut(asked, page, idle);
        boolean atEnd = page.answered() < page.mostRows() && !cut;
        order.found(page, newer);
        if (mode == Mode.WALK && order.strange(asked, seen)) {
            return recheck(asked.offset() - Math.max(1, addresses.span() / 2), List.of());
        }
        boolean comes = !search.active() && newer <= (long) underWay * addresses.span(); // with a page under way
        if (!atEnd && newer > 0 && last + 1 == page.items().size() && !comes) {
            mode = Mode.WALK;
            return addresses.guessing() ? List.of() : behind(asked, page, seen, newer);
        }
        boolean all = (atEnd || mode == Mode.RECHECK) && headProves();
        return accept(asked, page, seen, all ? 0 : seen.first(), behind);
    }

    private List<T> recheck(long offset, List<T> fresh) {
        mode = Mode.RECHECK;
        questions.recheckAt(offset);
        tally.stepsBack++;
        return fresh;
    }

    /** Rows delivered later than those of the page lie behind it, or did: the list grew before the walk's place. */
    private List<T> behind(PageRequest asked, Page<T> page, Seen seen, long newer) {
        long end = asked.offset() + page.answered();
        if (search.active()) {
            tally.stepsBack++;
        } else {
            tally.shifts++;
            search.begin(end, addresses.reach(), delivered.size(), headProves());
        }
        search.found(end, newer);
        drift.seen(end + newer);
        long frontier = delivered.frontier();
        List<T> strangers = deliveries.deliver(asked, page, seen, seen.first());
        delivered.moveTo(frontier);
        givingUp();
        return strangers;
    }

    /**
     * The place in the list is known.
     *
     * @param from the place in the page from which on rows that were never delivered are delivered
     * @param behind the offset behind the last row that was delivered before
     */
    private List<T> accept(PageRequest asked, Page<T> page, Seen seen, int from, long behind) {
        boolean anchored = !seen.unknown();
        measure(asked, page, from, behind, anchored);
        List<T> fresh = deliveries.deliver(asked, page, seen, from);
        position = Math.max(start, asked.offset() + page.answered());
        drift.movedOn(position);
        drift.untold(page.sentBehind(seen.lastNamed() + 1), seen.nameless());
        search.totalWas(page.claimedTotal());
        gap.passed(!fresh.isEmpty());
        blind = false;
        boolean checked = mode == Mode.RECHECK;
        mode = Mode.WALK;
        search.end();
        boolean again = asked.offset() == 0 && !anchored && delivered.added() > fresh.size();
        idle = fresh.isEmpty() || again ? idle : 0;
        order.delivered(seen, fresh.size(), again, checked && sameness.goesBack());
        Ending.Verdict verdict = ending.judge(asked, page, fresh.size(), idle);
        done = verdict == Ending.Verdict.END && (!anchored || checked || !order.tailIsGone());
        if (verdict == Ending.Verdict.END && !done) {
            return recheck(position - addresses.span(), fresh);
        }
        if (!done && !anchored && order.toConfirm()) {
            recheck(asked.offset() - addresses.span(), fresh);
        }
        if (verdict == Ending.Verdict.LOOK_BEHIND) {
            probe(page);
        } else if (!done) {
            addresses.answered(asked, page.answered(), !fresh.isEmpty(), ending.asManyAsEver());
        }
        String disagreement = done ? Ending.disagreement(asked, page) : null;
        if (disagreement != null) {
            tally.doubt(disagreement);
        }
        return fresh;
    }

    private void measure(PageRequest asked, Page<T> page, int from, long behind, boolean anchored) {
        long moved = anchored ? behind - position : asked.offset() + page.sentBefore(from) - position;
        if (search.active()) {
            tally.stepsBack++;
        } else if (moved != 0 && tally.rows > 0) {
            tally.shifts++;
            tally.repeats += Math.max(0, moved);
        }
        drift.seen(tally.rows == 0 ? position : position + moved);
    }

    /** No row of the page was delivered before: the list moved by more than the overlap, or the answer is empty. */
    private List<T> lost(PageRequest asked, Page<T> page, boolean empty) {
        boolean checked = mode == Mode.RECHECK;
        mode = Mode.WALK;
        if (addresses.guessing() || (checked && search.active()) || (empty && gap.askAgain(asked.offset()))) {
            return List.of();
        }
        gap.notEmpty();
        if (search.active()) {
            tally.stepsBack++;
            search.missed(asked.offset(), empty, position, page.claimedTotal());
        } else if (empty && gap.persists(position) && !addresses.roundsRather()) {
            probe(page); // the rows before it were found again, and end here
        } else {
            gap.see(empty ? position : -1);
            tally.shifts++;
            search.begin(asked.offset(), addresses.reach(), delivered.size(), headProves());
            search.total(position, page.claimedTotal());
        }
        givingUp();
        return List.of();
    }

    private void givingUp() {
        if (search.active() && search.exhausted()) {
            tally.doubt("the list moved at offset " + position + " and none of the last " + delivered.size()
                    + " rows was found again: rows may be missing or repeated there");
            search.end();
            blind = true;
        }
    }

    private boolean headProves() {
        return start == 0 && deliveries.whole();
    }

    private List<T> probe(Page<T> page) {
        mode = Mode.PROBE;
        done = !gap.probe(page, position, addresses.span());
        return List.of();
    }

    private List<T> probed(PageRequest asked, Page<T> page, Seen seen) {
        gap.skipped(position, asked.offset());
        return accept(asked, page, seen, 0, 0);
    }

    private List<T> far(PageRequest asked, Page<T> page) {
        if (sameness.undecided(asked, page.items(), addresses.span())) {
            return List.of();
        }
        mode = Mode.WALK;
        if (sameness.differs()) {
            sameness.trust(delivered.size() == 0);
            return List.of();
        }
        Long total = page.claimedTotal();
        boolean more = total != null && total > tally.rows + start;
        tally.doubt(sameness.reason(asked, position, more ? total : null, tally.rows));
        done = true;
        return List.of();
    }

    @Override
    public void pin(Instant end) {
        addresses.endAt(end);
    }

    @Override
    public boolean done() {
        return done;
    }

    @Override
    public void save(WalkState.Builder into, List<T> batch, int read) {
        into.position = position;
        into.total = search.totalBefore();
        into.span = addresses.cap();
        deliveries.save(into, batch, read);
        into.finished = done && read == batch.size();
    }
}
