package io.github.analytics4j.page;

import io.github.analytics4j.page.Frontier.Piece;
import io.github.analytics4j.page.Frontier.Place;
import io.github.analytics4j.page.OpenEnd.Stall;
import io.github.analytics4j.page.WalkReport.WalkCounter;
import io.github.analytics4j.page.WindowChooser.Kind;
import io.github.analytics4j.page.WindowChooser.WindowRequest;
import io.github.analytics4j.page.WindowRequests.Rounding;
import io.github.analytics4j.page.WindowRequests.TimeSlot;
import io.github.analytics4j.page.WindowResponse.Timed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks an operation that answers at most {@code limit} rows of a time window, in an order nobody knows.
 *
 * <p>Each request begins with the last row delivered, so that a response with that row in it proves that nothing lies between, however
 * the server reads the bounds. Where the row does not come again, the bounds are moved to a whole second, minute, hour and day. A short
 * response holds all rows of its window; of a full one, {@link RowCap} says which rows can be told to be complete.
 */
final class WindowEngine<T> implements Engine<T> {

    /** So many rows from before a pinned end did not all come in while it was pinned. */
    private static final int CAME_IN = 3;
    /** The pinned end is up to a second behind the first response, and that some time behind its request. */
    private static final long WHILE_PINNING = 2_000;

    private final WalkCounter counter;
    private final WindowRequests requests;
    private final RowStates<T> rows;
    private final Frontier<T> frontier;
    private final RowCap<T> cut;
    private final SlotLength plan;
    private final Rounding rounding;
    private final WindowChooser<T> ask;
    private final WindowSeams<T> seams;
    private final Stall stall;
    private final OpenEnd openEnd = new OpenEnd();
    private final EdgeProbe<T> edges;
    private boolean endReached;
    private boolean done;
    /** Where the walk stood before the rows that were fed last. */
    private Place<T> place;
    /** Whether the rows behind the pinned end are asked for. */
    private boolean looksBehindEnd;

    WindowEngine(WalkSpec<T> spec, @Nullable Instant to, WalkCounter counter, @Nullable WalkState from, boolean ahead) {
        this.counter = counter;
        this.rows = new RowStates<>(spec, counter, from);
        this.requests = new WindowRequests(spec, to);
        this.frontier = new Frontier<>(rows, requests.origin(), requests.end());
        this.cut = new RowCap<>(spec.pageSize, from);
        this.stall = new Stall(spec.operation, spec.clock.millis(), from);
        if (from != null && (from.span() > 0 || from.finished())) {
            frontier.clear = from.position();
            frontier.newest = from.anchors().isEmpty() ? null : Instant.ofEpochMilli(from.position());
            done = from.finished() || frontier.clear > frontier.end;
        }
        this.edges = new EdgeProbe<>(spec, from, rows, counter);
        this.ask = new WindowChooser<>(spec, ahead, requests, rows, frontier, cut);
        this.seams = new WindowSeams<>(ask, rows, frontier, cut, counter);
        this.plan = ask.plan;
        this.rounding = ask.rounding;
        if (from != null) {
            plan.guess((double) from.span());
            ask.bound = !frontier.startKnown() && from.position() != 0 ? Long.valueOf(from.position()) : null;
        }
        this.place = new Place<>(rows, frontier);
    }

    @Override
    public PageRequest next() {
        return ask.request().request();
    }

    @Override
    public String purpose() {
        return "the rows " + WindowRequests.span(next());
    }

    @Override
    public @Nullable PageRequest after(PageRequest planned) {
        return done ? null : ask.after(planned);
    }

    @Override
    public boolean useful(PageRequest planned) {
        return !done && ask.useful(planned);
    }

    @Override
    public boolean usefulLater(PageRequest planned) {
        return !done && requests.slot(planned).last() >= frontier.clear;
    }

    @Override
    public void underWay(int pages, int before) {
        rows.inHand().askedBefore(before);
    }

    @Override
    public List<T> feed(PageRequest asked, Page<T> page) {
        counter.answered(page, "the window " + WindowRequests.span(asked));
        place = new Place<>(rows, frontier);
        WindowRequest now = ask.request();
        boolean own = asked.equals(now.request());
        Kind kind = own ? now.kind() : Kind.AHEAD;
        plan.spent(kind == Kind.AHEAD ? 0 : 1);
        WindowResponse<T> response = rows.response(own ? now.slot() : requests.slot(asked), page);
        List<T> out = new ArrayList<>(response.rows.size());
        rows.deliverTimeless(response.timeless, out);
        long seen = seams.seen(page);
        ask.newestSeen = response.empty() ? ask.newestSeen : Math.max(ask.newestSeen, response.newest());
        boolean full = cut.full(response, page.mostRows());
        if (kind == Kind.EDGE) {
            ask.asking = null;
            edges.looked(response, full, out);
            end();
            return out;
        }
        if (!full || cut.kept() != RowCap.Kept.ANY) {
            rows.outside(response, asked, full, frontier);
        }
        if (asked.to() == null) {
            openEnd.answered(response, full);
            if (requests.pinned() && openEnd.told() == null && response.aheadOfServer()) {
                seams.fixEnd(null); // the end was told by a clock that is behind that of the rows
                openEnd.toldByRows();
            }
        }
        ask.asking = null;
        seams.compare(response, full);
        if (rows.outdated(response) || again(kind, response, asked, full, now)) {
            return out;
        }
        edges.answered(response, asked);
        use(kind, response, full, own && now.narrow(), seen, out);
        edges.delivered(out);
        requests.outside(response, rows, counter);
        cut.tellIfVaries(counter);
        if (!done) {
            stall.answered(frontier, counter.rows, cut, openEnd.newest(), this::purpose);
            if (ask.behind == null && frontier.end == TimeSlot.OPEN_END) {
                ask.behind = openEnd.looksForNewest(stall.responses(), cut, ask.newestSeen, plan.slot(cut.capacity()));
            }
        }
        return out;
    }

    /** Whether to ask for the same once more before a response is used; else, if it is the second one, compares both. */
    private boolean again(Kind kind, WindowResponse<T> response, PageRequest asked, boolean full, WindowRequest now) {
        boolean counts = kind != Kind.LOOK && (!full || cut.keepsAnEnd());
        if (ask.again == null && counts && rows.asksAgain(response, asked, full, frontier)) {
            boolean narrow = asked.equals(now.request()) && now.narrow();
            ask.again = new WindowRequest(kind, response.slot, narrow, asked);
            return true;
        }
        ask.second = asked.equals(now.request()) && now.equals(ask.again);
        if (ask.second) {
            rows.askedAgain(response, asked);
            ask.again = null;
        }
        return false;
    }

    private void use(Kind kind, WindowResponse<T> response, boolean full, boolean alone, long seen, List<T> out) {
        if (kind == Kind.LOOK) {
            if (seams.looked(response, full, out)) {
                finish(endReached);
            }
        } else if (kind == Kind.NEWEST) {
            ask.behind = openEnd.newest(response, full);
            if (ask.behind == null && openEnd.told() != null) {
                seams.fixEnd(openEnd.told());
            }
        } else if (kind == Kind.NEXT && openEnd.asksAgain(response, full, cut)) {
            rows.expect(response.rows);
        } else {
            seams.hidden(response, looksBehindEnd ? TimeSlot.OPEN_START : seen);
            read(kind, response, full, alone, out);
            Instant end =
                    done || frontier.end != TimeSlot.OPEN_END ? null : openEnd.end(response, full, cut, ask.newestSeen);
            if (end != null) {
                seams.fixEnd(end);
            }
        }
    }

    private void read(Kind kind, WindowResponse<T> response, boolean full, boolean alone, List<T> out) {
        if (looksBehindEnd && kind == Kind.NEXT && !rounding.raised() && lookedBehindEnd(response, full, out)) {
            return;
        } else if (ask.exact && kind == Kind.NEXT && seams.leavesOutCrowd(response, full)) {
            giveUp(response, alone, out);
            return;
        }
        boolean spills = full && kind == Kind.NEXT && !alone && !rounding.coarse() && ask.spills(response);
        boolean tested = cut.judge(response, full, spills);
        ask.test = kind == Kind.TEST ? null : ask.test;
        cut.confirm(response);
        boolean newest = cut.kept() == RowCap.Kept.NEWEST;
        if (full && newest && seams.asksForItsLastRows(response, kind, alone)) {
            return;
        }
        boolean joins = frontier.reached(response)
                || (newest && !response.empty() && response.oldest() <= frontier.newestCell());
        TimeSlot whole = seams.whole(response, full, kind == Kind.NEXT, newest && !joins);
        if (whole != null
                && kind == Kind.NEXT
                && seams.island(response, whole)
                && response.within(whole, whole.last() >= frontier.end).isEmpty()) {
            whole = null; // all rows but those of its oldest millisecond are from behind the slot
        }
        if ((whole != null && seams.endLacks(response, whole))
                || (kind == Kind.NEXT && ask.asksAgain(response, full, alone))) {
            return;
        }
        if (whole == null) {
            if (spills) {
                rows.expect(response.rows);
                ask.narrow = true;
                ask.bound = response.slot.last();
            } else if (kind == Kind.NEXT) {
                split(response, alone, out);
            } else {
                plan.measured(response.size, response.slot.length());
            }
            return;
        }
        Piece<T> piece = seams.piece(response, whole, full && newest, kind == Kind.TEST && tested);
        if (kind == Kind.TEST || seams.island(response, whole) || (kind == Kind.AHEAD && !joins)) {
            boolean lacks = !ask.second && seams.leftOut(response, whole); // of one ahead, it is asked for in its turn
            if (lacks && kind != Kind.AHEAD) {
                ask.again = ask.request(kind, response.slot, alone);
            } else if (!lacks) {
                keep(kind, response, piece, out);
            }
        } else if (joins || (ask.apart && frontier.passed()) || rounding.exhausted()) {
            take(kind, response, piece, full, joins, out);
        } else {
            ask.seek(response, rows.delivered(frontier.newestCell()));
        }
    }

    /** Ends the walk if a response without an end has hardly a row more, which may have come in since; false if it is to be read. */
    private boolean lookedBehindEnd(WindowResponse<T> response, boolean full, List<T> out) {
        looksBehindEnd = false;
        List<Timed<T>> hidden = rows.unknown(response.between(frontier.newestCell(), frontier.end - WHILE_PINNING));
        if (hidden.size() >= CAME_IN || frontier.end == TimeSlot.OPEN_END) {
            frontier.clear = frontier.newestCell();
            return false;
        }
        rows.deliver(full ? response.upTo(frontier.end) : response.rows, frontier.newest, out);
        end();
        return true;
    }

    private void keep(Kind kind, WindowResponse<T> response, Piece<T> piece, List<T> out) {
        if (piece.rows().isEmpty() && kind != Kind.AHEAD) {
            return;
        }
        plan.earned(frontier.keep(piece, cut.capacity()), cut.capacity());
        rows.expectAround(response, piece);
        if (!frontier.startKnown()) {
            ask.bound = frontier.roomy(cut.capacity())
                    ? frontier.gap()
                    : plan.before(piece.first() - 1, (double) response.newest() - response.oldest());
            plan.measured(piece.rows().size(), (double) response.newest() - response.oldest() + 1);
        } else if (kind == Kind.NEXT) {
            ask.bound = null;
            plan.before(piece);
            if (frontier.crammed(cut.capacity())) {
                plan.tooFar(piece, frontier.clear, cut.capacity());
            }
        }
        finish(frontier.absorb(false, out));
    }

    private void take(Kind kind, WindowResponse<T> response, Piece<T> whole, boolean full, boolean joins, List<T> out) {
        Piece<T> piece = seams.present(response, whole, full && whole.last() < response.slot.last());
        if (piece == null) {
            return;
        }
        if (joins && frontier.newest != null && !frontier.startsList(response.slot)) {
            frontier.proves();
        } else if (!joins && !(ask.apart && frontier.passed()) && (rounding.tired() || !frontier.proven())) {
            counter.doubt(
                    "no row delivered before came again where the walk went on at " + frontier.newest
                            + ": the server may not heed the start of the window; compare the number of rows with what it lists");
        }
        long clear = frontier.clear;
        int before = out.size();
        frontier.take(piece, out);
        rows.expect(response.behind(piece.last()));
        plan.earned(out.size() - before, cut.capacity());
        boolean cutOff = (full || piece.last() < response.slot.last()) && piece.last() < frontier.end;
        if (cutOff && (full || frontier.clear == clear) && out.size() == before) {
            if (kind == Kind.NEXT) {
                split(response, ask.narrow, out); // full of rows of one millisecond, or of rows known
            }
            return;
        }
        ask.settle(response);
        boolean to = piece.last() >= frontier.gap();
        finish(piece.last() >= frontier.end || frontier.absorb(to, out));
        int fresh = out.size() - before;
        if (!done && (clear != TimeSlot.OPEN_START || (fresh > 0 && !response.empty()))) {
            long first = clear == TimeSlot.OPEN_START ? response.oldest() : clear;
            plan.measured(fresh, (double) frontier.clear - first);
            ask.samples.read(first, frontier.clear, fresh);
        }
    }

    private void finish(boolean atEnd) {
        seams.moved();
        endReached = atEnd;
        done = endReached && ask.missing.isEmpty();
        if (done && requests.pinned() && !openEnd.sure(frontier.newestCell(), cut) && openEnd.looksAgain()) {
            done = false; // the server may have rounded the end that was sent: what lies behind it is asked for without
            looksBehindEnd = true;
            requests.openEnd();
        } else if (done) {
            end();
        }
    }

    /** The list is at its end, unless rows are looked for or may lie before the first one or behind the last. */
    private void end() {
        ask.beyond = seams.looksForRest() ? null : edges.slot(rounding.learnedCoarse(), frontier.newestCell());
        done = ask.beyond == null && ask.missing.isEmpty();
    }

    /** The response may lack rows of its slot: asks for less, or takes what came where there is nothing less. */
    private void split(WindowResponse<T> response, boolean alone, List<T> out) {
        boolean shorter = response.slot.single() && ask.early(); // it is asked for without the instant before it
        if (!shorter && response.size >= cut.longest()) {
            requests.refuseForeign(response);
        }
        rows.expect(response.rows);
        frontier.back(response);
        counter.stepsBack++;
        TimeSlot slot = response.slot;
        boolean news = !response.empty() && response.newest() > frontier.clear;
        TimeSlot part = news && !rounding.coarse() ? cut.test(response) : null;
        if (part != null && part.first() == slot.first() && part.last() < slot.last()) {
            ask.bound = part.last();
            return;
        }
        if (part != null && part.first() > slot.first()) {
            ask.test = part;
            ask.testEarliest = response.rows.get(0).at();
            ask.testNarrow = part.last() < frontier.end;
            return;
        }
        if (!ask.shorter(response, alone)) {
            giveUp(response, alone, out);
        }
    }

    private void giveUp(WindowResponse<T> response, boolean alone, List<T> out) {
        seams.tellCrowded(response, alone);
        long last = response.slot.last();
        frontier.take(seams.crowded(response), out);
        ask.floor = frontier.clear;
        ask.settle(response);
        finish(last >= frontier.end || frontier.absorb(last >= frontier.gap(), out));
    }

    @Override
    public boolean pin(Instant end) {
        return seams.pinEnd(end);
    }

    @Override
    public void pinByRows() {
        openEnd.toldByRows();
    }

    @Override
    public @Nullable Instant fixedEnd(@Nullable Instant before) {
        return requests.fixedEnd(before);
    }

    @Override
    public boolean done() {
        return done;
    }

    @Override
    public void save(WalkState.Builder into, List<T> batch, int read) {
        place.save(into, batch, read, ask.length(), ask.missing, ask.bound);
        into.growth = frontier.end == TimeSlot.OPEN_END ? stall.growth() : null;
        into.mostRows = cut.longest();
        into.failedTests = cut.failed();
        into.firstRow = into.span > 0 ? edges.first() : null;
        into.finished = done && read == batch.size();
    }
}
