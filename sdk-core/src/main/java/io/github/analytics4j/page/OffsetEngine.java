package io.github.analytics4j.page;

import io.github.analytics4j.page.PageChooser.Mode;
import io.github.analytics4j.page.RowDelivery.SeenRows;
import io.github.analytics4j.page.WalkReport.WalkCounter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks by offset or page number.
 *
 * <p>The anchor rule: a row that was delivered has no row before it that was there all along and was not delivered too,
 * since rows keep their order. So a response that holds such an anchor leaves no gap, no matter how the list moved and when
 * the response was made, and its rows that were never delivered are delivered now. Pages are asked for a little before the
 * walk's place, so that their first row is the anchor when nothing moved. A response without an anchor starts a
 * {@link PlaceSearch}.
 */
final class OffsetEngine<T> implements Engine<T> {

    private final PageLocator locator;
    private final long start;
    private final WalkCounter counter;
    private final RowDelivery<T> deliveries;
    private final DeliveredRows delivered;
    private final OrderCheck order;
    private final RepeatedPages<T> repeated;
    private final PlaceSearch search = new PlaceSearch();
    private final EndOfList ending = new EndOfList();
    private final PageChooser.EmptyPages emptyPages;
    private final ListDrift drift = new ListDrift();
    private final EndOfList.TotalCheck totals;
    private final PageChooser chooser;
    private final PageFeed.WalkOptions options;
    private Mode mode = Mode.WALK;
    private int underWay;
    private int idle;
    private boolean blind;
    private boolean done;
    /** How many rows of the list lie before the next one to deliver, as far as known. */
    private long position;

    OffsetEngine(WalkSpec<T> spec, @Nullable Instant to, PageFeed.WalkOptions options, WalkCounter counter) {
        WalkState from = options.from();
        this.locator = new PageLocator(spec, to);
        this.start = spec.startOffset;
        this.counter = counter;
        this.options = options;
        this.deliveries = new RowDelivery<>(spec, counter, options);
        this.delivered = deliveries.delivered();
        this.order = new OrderCheck(delivered, deliveries.unread(), counter);
        this.repeated = new RepeatedPages<>(spec, counter);
        this.emptyPages = new PageChooser.EmptyPages(counter);
        this.totals = new EndOfList.TotalCheck(counter, from, start);
        this.chooser = new PageChooser(locator, search, drift, emptyPages);
        this.position = from == null ? start : from.position();
        this.done = from != null && from.finished();
        drift.movedOn(position);
        search.totalWas(from == null ? null : from.total());
        locator.capped(from == null ? 0 : from.span());
        ending.cutAt(from == null || locator.byNumber() ? 0 : (int) from.span()); // by number, it is counted
        mode = locator.toCount() && !done ? Mode.COUNT : Mode.WALK;
    }

    @Override
    public PageRequest next() {
        long wanted = Math.max(
                1, Math.min(options.mostRows() - counter.walk.rows, Integer.MAX_VALUE)); // with room to add to it
        int responses = Math.min(options.prefetch(), mostAtOnce());
        return mode == Mode.FAR
                ? locator.at(repeated.farFrom(position, locator.span()), locator.span())
                : chooser.next(
                        mode, position, wanted, responses, delivered.size() == 0 || ending.single(start, position));
    }

    @Override
    public String purpose() {
        return chooser.purpose(mode, next());
    }

    @Override
    public @Nullable PageRequest after(PageRequest planned) {
        Long total = counter.total;
        boolean last = (total != null && planned.end() >= total) || locator.endsAt(planned.end());
        boolean enough = planned.end() - position >= options.mostRows() - counter.walk.rows;
        return last || enough || !walking() ? null : chooser.next(Mode.WALK, planned.end(), locator.span(), 1, false);
    }

    @Override
    public int mostAtOnce() {
        return drift.mostAtOnce(locator.span(), counter.total != null);
    }

    private boolean walking() {
        boolean asking = done || blind || mode != Mode.WALK || search.active() || emptyPages.asking();
        return !asking && !ending.checking() && !locator.guessing();
    }

    @Override
    public boolean useful(PageRequest planned) {
        long lead = delivered.size() == 0 ? 0 : drift.latest(locator.span());
        return walking() && planned.offset() <= position + lead && planned.end() > position;
    }

    @Override
    public void underWay(int pages, int before) {
        underWay = pages;
        order.others(before);
    }

    @Override
    public List<T> feed(PageRequest asked, Page<T> response) {
        Page<T> page = locator.heeded(response);
        idle++;
        emptyPages.answered();
        order.answered(position);
        drift.answered();
        counter.answered(page, "the page at offset " + page.offset());
        totals.answered(page);
        if (mode == Mode.COUNT) {
            mode = Mode.WALK;
            locator.counted(page.answered(), position);
            ending.counted(asked, page.answered(), position);
            return List.of();
        }
        boolean guessed = locator.guessing();
        List<T> fresh = placed(asked, page);
        if (!done && mode == Mode.WALK && (guessed || locator.toCount())) {
            mode = Mode.COUNT;
        }
        return fresh;
    }

    /**
     * A page that is not there is as good as an empty one if the server did not say that rows follow. The list may also have become
     * so short that the page lies behind it: its place is looked for. That it is found again there, and again refused, is a failure.
     */
    @Override
    public boolean refused(PageRequest asked, boolean gone) {
        if (counter.pages > 0 && locator.refused(asked)) {
            return true;
        }
        boolean heeds = asked.offset() > 0 && emptyPages.refusesSome();
        boolean behind = gone && counter.pages > 0 && asked.offset() >= position;
        if (heeds && (mode == Mode.FAR || (behind && (mode == Mode.PROBE || !ending.more())))) {
            List<T> unused = placed(asked, Page.of(asked, List.of(), ""));
            return true;
        }
        boolean looks = heeds && !blind && delivered.size() > 0 && (mode == Mode.WALK || mode == Mode.RECHECK);
        if (looks && (search.active() || !emptyPages.persists(position))) {
            mode = Mode.WALK;
            look(asked, true, null);
            return true;
        }
        done = !search.active() && ending.refused(position, counter);
        return done;
    }

    private List<T> placed(PageRequest asked, Page<T> page) {
        if (mode == Mode.FAR) {
            boolean undecided = repeated.undecided(asked, page.items(), locator.span());
            mode = undecided ? Mode.FAR : Mode.WALK;
            done = !undecided && repeated.ends(asked, page.claimedTotal(), position, start, delivered.size() == 0);
            return List.of();
        }
        boolean again = repeated.again(asked, page.items());
        if (page.answered() == 0) {
            return empty(asked, page);
        }
        SeenRows seen = deliveries.look(page.items());
        if (locator.byNumber() && locator.otherSize(asked, page, deliveries.fits(asked, page, seen, position))) {
            return List.of(); // and asks again for a page whose place is known
        }
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
        boolean behind = asked.offset() == place && search.sure();
        boolean apart = behind && locator.apart(place);
        boolean all = behind && !ending.more() && ending.mayBeAll(start, place);
        if (apart && !all && !search.toldTotal(place)) {
            counter.cannotOverlap(place);
        }
        boolean first = delivered.size() == 0 || (asked.offset() == 0 && deliveries.headProves());
        if (first || blind || all || apart) {
            return accept(asked, page, deliveries.look(page.items()), 0, 0);
        }
        return lost(asked, page, true);
    }

    /** Rows that cannot be told from others, or the first that can: only their number tells which were delivered. */
    private List<T> untold(PageRequest asked, Page<T> page, SeenRows seen, boolean again) {
        if (mode == Mode.PROBE) {
            emptyPages.skipped(position, asked.offset());
            return accept(asked, page, seen, 0, 0);
        }
        if (again && repeated.suspect()) {
            mode = Mode.FAR;
            return List.of();
        }
        return accept(asked, page, seen, page.itemsBefore(position - asked.offset()), asked.offset() + page.answered());
    }

    private List<T> unanchored(PageRequest asked, Page<T> page, SeenRows seen) {
        if (locator.guessing()) {
            return lost(asked, page, false);
        }
        if (asked.offset() == 0 && deliveries.headProves() && search.headDecides()) {
            delivered.moveTo(DeliveredRows.HEAD); // the rows delivered are gone, or lie behind these
            return accept(asked, page, seen, 0, 0);
        }
        boolean untold = mode != Mode.PROBE && !search.active() && drift.lost(locator.span());
        if (blind || untold) { // behind rows that nobody can tell, which is reported
            return accept(asked, page, seen, page.itemsBefore(position - asked.offset()), 0);
        }
        if (mode == Mode.PROBE) {
            emptyPages.skipped(position, asked.offset());
            return accept(asked, page, seen, 0, 0);
        }
        long place = search.active() ? search.position(0) : position;
        // a list that grew, or a server that answers one row at once
        boolean apart = (ending.single(start, position) && page.answered() == 1 && ending.expectsCut(1))
                || locator.apart(place);
        if (search.sure() && asked.offset() >= place && drift.lead(locator.span()) < 0 && apart) {
            counter.cannotOverlap(place);
            return accept(asked, page, seen, 0, 0);
        }
        return lost(asked, page, false);
    }

    private List<T> anchored(PageRequest asked, Page<T> page, SeenRows seen, boolean again) {
        long newer = deliveries.newer(seen);
        long behind = asked.offset() + page.sentBefore(seen.last() + 1);
        if (behind == position && newer == 0 && asked.offset() > 0) {
            repeated.moved();
        } else if (again && repeated.suspect()) {
            mode = Mode.FAR;
            return List.of();
        }
        long moved = behind + newer - position;
        if (!search.active() && locator.rounded(asked, moved)) {
            return List.of(); // and asks again at a place that needs no rounding
        }
        boolean cut = newer > 0 && ending.mayLackRows(asked, page, idle, counter);
        boolean atEnd = page.answered() < page.mostRows() && !cut;
        order.found(page, newer);
        if (mode == Mode.WALK && order.strange(asked, seen)) {
            return recheck(asked.offset() - Math.max(1, locator.span() / 2), List.of());
        }
        boolean comes = !search.active() && newer <= (long) underWay * locator.span(); // with a page under way
        if (!atEnd && newer > 0 && seen.last() + 1 == page.items().size() && !comes) {
            mode = Mode.WALK;
            return locator.guessing() ? List.of() : behind(asked, page, seen, newer);
        }
        int first = (atEnd || mode == Mode.RECHECK) && deliveries.headProves() ? 0 : seen.first();
        return accept(asked, page, seen, first, behind);
    }

    private List<T> recheck(long offset, List<T> fresh) {
        mode = Mode.RECHECK;
        chooser.recheckAt(offset);
        counter.stepsBack++;
        return fresh;
    }

    /** Rows delivered later than those of the page lie behind it, or did: the list grew before the walk's place. */
    private List<T> behind(PageRequest asked, Page<T> page, SeenRows seen, long newer) {
        long end = asked.offset() + page.answered();
        if (search.active()) {
            counter.stepsBack++;
        } else {
            counter.shifts++;
            search.begin(end, locator.reach(), delivered.size(), deliveries.headProves());
        }
        search.found(end, newer);
        drift.seen(end + newer);
        long frontier = delivered.frontier();
        List<T> strangers = deliveries.deliver(asked, page, seen, seen.first());
        delivered.moveTo(frontier);
        blind |= search.givesUp(position, delivered.size(), counter);
        return strangers;
    }

    /**
     * The place in the list is known.
     *
     * @param from the place in the page from which on rows that were never delivered are delivered
     * @param behind the offset behind the last row that was delivered before
     */
    private List<T> accept(PageRequest asked, Page<T> page, SeenRows seen, int from, long behind) {
        boolean anchored = !seen.unknown();
        measure(asked, page, from, behind, anchored);
        List<T> fresh = deliveries.deliver(asked, page, seen, from);
        position = Math.max(start, asked.offset() + page.answered());
        drift.movedOn(position);
        drift.untold(page.sentBehind(seen.lastNamed() + 1), seen.nameless());
        search.totalWas(page.claimedTotal());
        emptyPages.passed(!fresh.isEmpty());
        blind = false;
        boolean checked = mode == Mode.RECHECK;
        mode = Mode.WALK;
        search.end();
        boolean again = asked.offset() == 0 && !anchored && delivered.added() > fresh.size();
        idle = fresh.isEmpty() || again ? idle : 0;
        order.delivered(seen, fresh.size(), again, checked && repeated.goesBack());
        EndOfList.Verdict verdict = ending.judge(asked, page, fresh.size(), idle);
        done = verdict == EndOfList.Verdict.END && !order.lacksAtEnd(asked.offset() == 0, anchored && !checked);
        if (verdict == EndOfList.Verdict.END && !done) {
            return recheck(position - locator.span(), fresh);
        }
        if (!done && !anchored && order.toConfirm()) {
            recheck(asked.offset() - locator.span(), fresh);
        }
        if (verdict == EndOfList.Verdict.LOOK_BEHIND) {
            probe(page);
        } else if (!done) {
            locator.answered(asked, page.answered(), !fresh.isEmpty(), ending.asManyAsEver());
        }
        totals.placed(asked, page, done);
        return fresh;
    }

    private void measure(PageRequest asked, Page<T> page, int from, long behind, boolean anchored) {
        long moved = anchored ? behind - position : asked.offset() + page.sentBefore(from) - position;
        if (search.active()) {
            counter.stepsBack++;
        } else if (moved != 0 && counter.rows > 0) {
            counter.shifts++;
            counter.repeats += Math.max(0, moved);
        }
        totals.moved(counter.rows == 0 ? 0 : moved, search.active());
        drift.seen(counter.rows == 0 ? position : position + moved);
    }

    /** No row of the page was delivered before: the list moved by more than the overlap, or the response is empty. */
    private List<T> lost(PageRequest asked, Page<T> page, boolean empty) {
        boolean checked = mode == Mode.RECHECK;
        mode = Mode.WALK;
        if (locator.guessing() || (checked && search.active()) || (empty && emptyPages.askAgain(asked.offset()))) {
            return List.of();
        }
        emptyPages.notEmpty();
        if (!search.active() && empty && emptyPages.persists(position) && !locator.roundsRather()) {
            return probe(page); // the rows before it were found again, and end here
        }
        look(asked, empty, page.claimedTotal());
        return List.of();
    }

    /** Looks for the walk's place elsewhere. */
    private void look(PageRequest asked, boolean empty, @Nullable Long total) {
        if (search.active()) {
            counter.stepsBack++;
            search.missed(asked.offset(), empty, position, total);
        } else {
            emptyPages.see(empty ? position : -1);
            counter.shifts++;
            search.begin(asked.offset(), locator.reach(), delivered.size(), deliveries.headProves());
            search.total(position, total);
        }
        blind |= search.givesUp(position, delivered.size(), counter);
    }

    private List<T> probe(Page<T> page) {
        mode = Mode.PROBE;
        done = !emptyPages.probe(page, position, locator.span());
        return List.of();
    }

    @Override
    public boolean pin(Instant end) {
        locator.endAt(end);
        return true;
    }

    @Override
    public boolean done() {
        return done;
    }

    @Override
    public void save(WalkState.Builder into, List<T> batch, int read) {
        into.position = position;
        into.total = search.totalBefore();
        into.span = locator.cap() > 0 ? locator.cap() : ending.cut();
        deliveries.save(into, batch, read);
        into.finished = done && read == batch.size();
    }
}
