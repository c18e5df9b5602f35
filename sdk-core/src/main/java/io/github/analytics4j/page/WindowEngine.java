package io.github.analytics4j.page;

import io.github.analytics4j.page.WindowAnswer.Timed;
import io.github.analytics4j.page.WindowQuestions.Kind;
import io.github.analytics4j.page.WindowQuestions.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks an operation that answers at most {@code limit} rows of a time window, in an order nobody knows.
 *
 * <p>Each question begins with the last row delivered, so that an answer with that row in it proves that nothing lies
 * between, however the server reads the bounds. Where the row does not come again, the bounds are moved to a whole
 * second, minute, hour and day. A short answer holds all rows of its window; of a full one, {@link CutOrder} says which
 * rows can be told to be complete.
 */
final class WindowEngine<T> implements Engine<T> {

    /** So many rows from before a pinned end did not all come in while it was pinned. */
    private static final int CAME_IN = 3;
    /** The pinned end is up to a second behind the first response, and that some time behind its request. */
    private static final long WHILE_PINNING = 2_000;

    private final Tally tally;
    private final WindowRequests requests;
    private final WindowRows<T> rows;
    private final Frontier<T> frontier;
    private final CutOrder<T> cut;
    private final SlotPlan plan;
    private final Rounding rounding;
    private final WindowQuestions<T> ask;
    private final WindowSeams<T> seams;
    private final WindowStall stall;
    /** Where the walk stood before the rows that were fed last. */
    private WindowPlace<T> place;

    private final OpenEnd openEnd = new OpenEnd();
    private final CallersStart<T> start;
    private boolean endReached;
    /** Whether the rows behind the pinned end are asked for. */
    private boolean looksBehindEnd;

    private boolean done;

    WindowEngine(WalkSpec<T> spec, @Nullable Instant to, Tally tally, @Nullable WalkState from, boolean readsAhead) {
        this.tally = tally;
        this.rows = new WindowRows<>(spec, tally, from);
        this.requests = new WindowRequests(spec, to);
        this.frontier = new Frontier<>(rows, requests.origin(), requests.end());
        this.cut = new CutOrder<>(spec.pageSize, from);
        this.stall = new WindowStall(spec.operation, spec.clock.millis(), from);
        if (from != null && (from.span() > 0 || from.finished())) {
            frontier.clear = from.position();
            frontier.newest = from.anchors().isEmpty() ? null : Instant.ofEpochMilli(from.position());
            done = from.finished() || frontier.clear > frontier.end;
        }
        this.start = new CallersStart<>(spec.from, from, rows, tally);
        this.ask = new WindowQuestions<>(spec, readsAhead, requests, rows, frontier, cut);
        this.seams = new WindowSeams<>(ask, rows, frontier, cut, tally);
        this.plan = ask.plan;
        this.rounding = ask.rounding;
        if (from != null) {
            plan.guess((double) from.span());
            ask.bound = !frontier.startKnown() && from.position() != 0 ? Long.valueOf(from.position()) : null;
        }
        this.place = new WindowPlace<>(rows, frontier);
    }

    @Override
    public PageRequest next() {
        return ask.question().request();
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
    public List<T> feed(PageRequest asked, Page<T> page) {
        tally.answered(page, "the window " + WindowRequests.span(asked));
        place = new WindowPlace<>(rows, frontier);
        Question now = ask.question();
        boolean own = asked.equals(now.request());
        Kind kind = own ? now.kind() : Kind.AHEAD;
        plan.spent(kind == Kind.AHEAD ? 0 : 1);
        WindowAnswer<T> answer = rows.answer(own ? now.slot() : requests.slot(asked), page);
        List<T> out = new ArrayList<>(answer.rows.size());
        rows.deliverTimeless(answer.timeless, out);
        long seen = seams.seen(page);
        ask.newestSeen = answer.empty() ? ask.newestSeen : Math.max(ask.newestSeen, answer.newest());
        boolean full = cut.full(answer, page.mostRows());
        if (kind == Kind.START) {
            ask.asking = null;
            start.looked(answer, full, out);
            end();
            return out;
        }
        if (!full || cut.kept() != CutOrder.Kept.ANY) {
            rows.outside(answer, asked, full, frontier);
        }
        if (asked.to() == null) {
            openEnd.answered(answer, full);
        }
        ask.asking = null;
        seams.compare(answer, full);
        if (again(kind, answer, asked, full, now)) {
            return out;
        }
        start.answered(answer, asked);
        use(kind, answer, full, own && now.narrow(), seen, out);
        start.delivered(out);
        requests.outside(answer, rows, tally);
        seams.tellIfCutVaries();
        if (!done) {
            stall.answered(frontier, tally.rows, cut, openEnd.newest(), this::purpose);
            if (ask.behind == null && frontier.end == TimeSlot.OPEN_END) {
                ask.behind = openEnd.looksForNewest(stall.answers(), cut, ask.newestSeen, plan.slot(cut.capacity()));
            }
        }
        return out;
    }

    /** Whether to ask for the same once more before an answer is used; else, if it is the second one, compares both. */
    private boolean again(Kind kind, WindowAnswer<T> answer, PageRequest asked, boolean full, Question now) {
        boolean counts = kind != Kind.LOOK && (!full || cut.keepsAnEnd());
        if (ask.again == null && counts && rows.asksAgain(answer, asked, full, frontier)) {
            boolean narrow = asked.equals(now.request()) && now.narrow();
            ask.again = new Question(kind, answer.slot, narrow, asked);
            return true;
        }
        ask.second = asked.equals(now.request()) && now.equals(ask.again);
        if (ask.second) {
            rows.askedAgain(answer, asked);
            ask.again = null;
        }
        return false;
    }

    private void use(Kind kind, WindowAnswer<T> answer, boolean full, boolean alone, long seen, List<T> out) {
        if (kind == Kind.LOOK) {
            if (seams.looked(answer, full, out)) {
                finish(endReached);
            }
        } else if (kind == Kind.NEWEST) {
            ask.behind = openEnd.newest(answer, full);
            if (ask.behind == null && openEnd.told() != null) {
                pin(openEnd.told());
            }
        } else if (kind == Kind.NEXT && openEnd.asksAgain(answer, full, cut)) {
            rows.expect(answer.rows);
        } else {
            seams.hidden(answer, looksBehindEnd ? TimeSlot.OPEN_START : seen);
            read(kind, answer, full, alone, out);
            Instant end =
                    done || frontier.end != TimeSlot.OPEN_END ? null : openEnd.end(answer, full, cut, ask.newestSeen);
            if (end != null) {
                pin(end);
            }
        }
    }

    private void read(Kind kind, WindowAnswer<T> answer, boolean full, boolean alone, List<T> out) {
        if (looksBehindEnd && kind == Kind.NEXT && !rounding.raised() && lookedBehindEnd(answer, full, out)) {
            return;
        }
        boolean spills = full && kind == Kind.NEXT && !alone && !rounding.coarse() && ask.spills(answer);
        boolean tested = cut.judge(answer, full, spills);
        ask.test = kind == Kind.TEST ? null : ask.test;
        cut.confirm(answer);
        boolean newest = cut.kept() == CutOrder.Kept.NEWEST;
        if (full && newest && seams.asksForItsLastRows(answer, kind, alone)) {
            return;
        }
        boolean reaches = frontier.reached(answer.slot, answer.earliest())
                || (newest && !answer.empty() && answer.oldest() <= frontier.newestCell());
        TimeSlot whole = seams.whole(answer, full, kind == Kind.NEXT, newest && !reaches);
        if (whole != null
                && kind == Kind.NEXT
                && seams.island(answer, whole)
                && answer.within(whole, whole.last() >= frontier.end).isEmpty()) {
            whole = null; // all rows but those of its oldest millisecond are from behind the slot
        }
        if ((whole != null && seams.endLacks(answer, whole))
                || (kind == Kind.NEXT && ask.asksAgain(answer, full, alone))) {
            return;
        }
        if (whole == null) {
            if (spills) {
                rows.expect(answer.rows);
                ask.narrow = true;
                ask.bound = answer.slot.last();
            } else if (kind == Kind.NEXT) {
                split(answer, alone, out);
            } else {
                plan.measured(answer.size, answer.slot.length());
            }
            return;
        }
        Piece<T> piece = seams.piece(answer, whole, full && newest, kind == Kind.TEST && tested);
        if (kind == Kind.TEST || seams.island(answer, whole) || (kind == Kind.AHEAD && !reaches)) {
            boolean lacks = !ask.second && seams.leftOut(answer, whole); // of one ahead, it is asked for in its turn
            if (lacks && kind != Kind.AHEAD) {
                ask.again = ask.question(kind, answer.slot, alone);
            } else if (!lacks) {
                keep(kind, answer, piece, out);
            }
        } else if (reaches || ask.apart || rounding.exhausted()) {
            take(kind, answer, piece, full, reaches, out);
        } else {
            ask.seek(answer, rows.delivered(frontier.newestCell()));
        }
    }

    /**
     * Ends the walk if an answer to a request without an end has no more than a few rows that were not delivered, which may
     * have come in meanwhile; false if the rows it has are to be read as all others.
     */
    private boolean lookedBehindEnd(WindowAnswer<T> answer, boolean full, List<T> out) {
        looksBehindEnd = false;
        List<Timed<T>> hidden = rows.unknown(answer.between(frontier.newestCell(), frontier.end - WHILE_PINNING));
        if (hidden.size() >= CAME_IN) {
            frontier.clear = frontier.newestCell();
            return false;
        }
        List<Timed<T>> before = answer.between(TimeSlot.OPEN_START, frontier.end);
        rows.deliver(full ? before : answer.rows, frontier.newest, out);
        end();
        return true;
    }

    private void keep(Kind kind, WindowAnswer<T> answer, Piece<T> piece, List<T> out) {
        if (piece.rows().isEmpty() && kind != Kind.AHEAD) {
            return;
        }
        plan.earned(piece.rows().size(), cut.capacity());
        frontier.keep(piece, cut.capacity());
        rows.expect(answer.between(piece.first() - 1, piece.first() - 1));
        if (!frontier.startKnown()) {
            ask.bound = frontier.roomy(cut.capacity())
                    ? frontier.gap()
                    : plan.before(piece.first() - 1, (double) answer.newest() - answer.oldest());
            plan.measured(piece.rows().size(), (double) answer.newest() - answer.oldest() + 1);
        } else if (kind == Kind.NEXT) {
            ask.bound = null;
            plan.before(piece);
            if (frontier.crammed(cut.capacity())) {
                plan.tooFar(piece, frontier.clear, cut.capacity());
            }
        }
        finish(frontier.absorb(false, out));
    }

    private void take(Kind kind, WindowAnswer<T> answer, Piece<T> whole, boolean full, boolean reaches, List<T> out) {
        Piece<T> piece = seams.present(answer, whole, full && whole.last() < answer.slot.last());
        if (piece == null) {
            return;
        }
        if (reaches && frontier.newest != null && !frontier.startsList(answer.slot)) {
            frontier.proves();
        } else if (!reaches && !ask.apart && (rounding.tired() || !frontier.proven())) {
            tally.doubt(
                    "no row delivered before came again where the walk went on at " + frontier.newest
                            + ": the server may not heed the start of the window; compare the number of rows with what it lists");
        }
        long clear = frontier.clear;
        int before = out.size();
        frontier.take(piece, out);
        rows.expect(answer.behind(piece.last()));
        plan.earned(out.size() - before, cut.capacity());
        boolean cutOff = (full || piece.last() < answer.slot.last()) && piece.last() < frontier.end;
        if (cutOff && (full || frontier.clear == clear) && out.size() == before) {
            if (kind == Kind.NEXT) {
                split(answer, ask.narrow, out); // full of rows of one millisecond, or of rows known
            }
            return;
        }
        ask.settle(answer);
        boolean to = piece.last() >= frontier.gap();
        finish(piece.last() >= frontier.end || frontier.absorb(to, out));
        int fresh = out.size() - before;
        if (!done && (clear != TimeSlot.OPEN_START || (fresh > 0 && !answer.empty()))) {
            long first = clear == TimeSlot.OPEN_START ? answer.oldest() : clear;
            plan.measured(fresh, (double) frontier.clear - first);
            ask.samples.read(first, frontier.clear, fresh);
        }
    }

    private void finish(boolean atEnd) {
        ask.moved();
        endReached = atEnd;
        done = endReached && ask.missing.isEmpty();
        if (done
                && requests.pinned()
                && !openEnd.sure(frontier.newestCell(), cut, frontier.end)
                && openEnd.looksAgain()) {
            done = false; // the server may have rounded the end that was sent: what lies behind it is asked for without
            looksBehindEnd = true;
            requests.openEnd();
        } else if (done) {
            end();
        }
    }

    /** The list is at its end, unless rows may lie before the first one. */
    private void end() {
        ask.beforeFirst = start.slot(rounding.learnedCoarse());
        done = ask.beforeFirst == null;
    }

    /** The answer may lack rows of its slot: asks for less, or takes what came where there is nothing less. */
    private void split(WindowAnswer<T> answer, boolean alone, List<T> out) {
        boolean shorter = answer.slot.single() && ask.early(); // it is asked for without the instant before it
        if (!shorter && answer.size >= cut.longest()) {
            requests.refuseForeign(answer);
        }
        rows.expect(answer.rows);
        frontier.back(answer);
        tally.stepsBack++;
        TimeSlot slot = answer.slot;
        boolean news = !answer.empty() && answer.newest() > frontier.clear;
        TimeSlot part = news && !rounding.coarse() ? cut.test(answer) : null;
        if (part != null && part.first() == slot.first() && part.last() < slot.last()) {
            ask.bound = part.last();
            return;
        }
        if (part != null && part.first() > slot.first()) {
            ask.test = part;
            ask.testEarliest = answer.rows.get(0).at();
            ask.testNarrow = part.last() < frontier.end;
            return;
        }
        if (!ask.shorter(answer, alone)) {
            giveUp(answer, alone, out);
        }
    }

    private void giveUp(WindowAnswer<T> answer, boolean alone, List<T> out) {
        PageRequest asked = requests.of(answer.slot, alone);
        tally.doubt("the window " + WindowRequests.span(asked) + " holds at least " + answer.size
                + " rows, as many as one answer can, and cannot be split further; narrow the request by its other"
                + " parameters to read the rest");
        long last = answer.slot.last();
        frontier.take(new Piece<>(answer.slot.first(), last, null, seams.crowd(answer)), out);
        ask.floor = frontier.clear;
        ask.settle(answer);
        finish(last >= frontier.end || frontier.absorb(last >= frontier.gap(), out));
    }

    /** Ends the open window there, or behind the newest row seen if that is later. */
    @Override
    public void pin(Instant end) {
        Instant last = end.toEpochMilli() > ask.newestSeen ? end : Instant.ofEpochMilli(ask.newestSeen + 1);
        requests.pin(last);
        frontier.end = requests.end();
        ask.asking = null;
    }

    @Override
    public void pinByRows() {
        openEnd.toldByRows();
    }

    @Override
    public @Nullable Instant pinned() {
        return openEnd.told();
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
        into.firstRow = into.span > 0 ? start.first() : null;
        into.finished = done && read == batch.size();
    }
}
