package io.github.analytics4j.page;

import io.github.analytics4j.page.WindowRequests.TimeSlot;
import io.github.analytics4j.page.WindowResponse.Absent;
import io.github.analytics4j.page.WindowResponse.Timed;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which window to ask for next, and how to ask for less of one that held too many rows. */
final class WindowChooser<T> {

    enum Kind {
        /** Goes on where the walk stands. */
        NEXT,
        /** Tests which rows the server keeps, somewhere ahead. */
        TEST,
        /** Looks for one row that a response lacked. */
        LOOK,
        /** Looks for the newest row there is. */
        NEWEST,
        /** Looks before the first row of the list, or behind the last one, as the last thing. */
        EDGE,
        /** Was asked before its turn. */
        AHEAD
    }

    /**
     * One request of the walk.
     *
     * @param narrow whether the instant behind the slot is left out
     */
    record WindowRequest(Kind kind, TimeSlot slot, boolean narrow, PageRequest request) {}

    final SlotLength plan = new SlotLength();
    final SlotLength.CutSamples samples = new SlotLength.CutSamples();
    final WindowRequests.Rounding rounding = new WindowRequests.Rounding();
    private final WalkSpec<T> spec;
    final boolean readsAhead;
    final WindowRequests requests;
    private final RowStates<T> rows;
    private final Frontier<T> frontier;
    private final RowCap<T> cut;
    /** Where to ask from as long as there is no row to begin with. */
    private final long begin;

    @Nullable
    WindowRequest asking;
    /** Where the next slot must end, for the one before held too many rows. */
    @Nullable
    Long bound;
    /** Whether the next slot begins behind the last row, since too many share its millisecond. */
    boolean apart;
    /** The millisecond of the row for which that was decided. */
    private long stands = TimeSlot.OPEN_START;
    /** Whether the instant behind the slot is left out. */
    boolean narrow;
    /** Whether the instant before the slot is crowded, so that it must not be asked for. */
    boolean exact;

    @Nullable
    TimeSlot test;

    @Nullable
    Instant testEarliest;

    boolean testNarrow;
    /** How many responses in a row held rows of one millisecond only, from behind the first asked for. */
    private int crowds;
    /** The oldest row of the last response that was cut, while the start of the log is sought. */
    long oldestBefore = TimeSlot.OPEN_START;

    final Deque<Absent> missing = new ArrayDeque<>();
    /** The first of them is asked for with what lies so many milliseconds around it: 0 at first, then with its neighbours. */
    long around;
    /** The request to be repeated before any other; null if there is none. */
    @Nullable
    WindowRequest again;
    /** Whether the response at hand is to that. */
    boolean second;
    /** Where the newest row is looked for; null if it is not. */
    @Nullable
    TimeSlot behind;
    /** Where rows may be that the server left out by moving the caller's own start or end; null if that is not asked. */
    @Nullable
    TimeSlot beyond;
    /** Rows that the bounds were moved for. */
    Set<String> sought = Set.of();
    /** Rows that did not come though they were: they are gone, as it seems, and are not sought that way again. */
    final Set<String> soughtInVain = new HashSet<>();

    long newestSeen = TimeSlot.OPEN_START;
    /** Behind a stretch that could not be read to its end, or that has all its rows though its end is crowded. */
    long floor = TimeSlot.OPEN_START;

    WindowChooser(
            WalkSpec<T> spec,
            boolean readsAhead,
            WindowRequests requests,
            RowStates<T> rows,
            Frontier<T> frontier,
            RowCap<T> cut) {
        this.spec = spec;
        this.readsAhead = readsAhead;
        this.requests = requests;
        this.rows = rows;
        this.frontier = frontier;
        this.cut = cut;
        this.begin = frontier.clear;
    }

    WindowRequest request() {
        WindowRequest now = asking == null ? choose() : asking;
        asking = now;
        return now;
    }

    WindowRequest choose() {
        if (again != null) {
            return again;
        }
        Absent absent = missing.peek();
        if (absent != null) {
            long at = absent.cell();
            return request(Kind.LOOK, new TimeSlot(rounding.down(at - around), rounding.up(at + around)), false);
        }
        if (beyond != null) {
            return new WindowRequest(Kind.EDGE, beyond, false, requests.beyond(beyond));
        }
        if (test != null) {
            return request(Kind.TEST, test, testNarrow);
        }
        if (behind != null) {
            return request(Kind.NEWEST, behind, false);
        }
        if (bound != null && frontier.startKnown() && bound < frontier.clear) {
            bound = null; // a piece known before went further
            narrow = false;
        }
        long first = first();
        long gap = frontier.gap();
        long last = bound == null ? planned(gap) : Math.min(bound, gap);
        boolean alone = narrow && !rounding.coarse();
        return request(Kind.NEXT, new TimeSlot(first, alone ? last : Math.min(frontier.end, rounding.up(last))), alone);
    }

    WindowRequest request(Kind kind, TimeSlot slot, boolean alone) {
        boolean early = kind == Kind.LOOK || (kind == Kind.NEXT && early());
        return new WindowRequest(kind, slot, alone, early ? requests.first(slot, alone) : requests.of(slot, alone));
    }

    /** Whether the slot begins with no row known, and the server may not count its first instant as in it. */
    boolean early() {
        boolean unsure = rounding.startExcluded() || !frontier.proven();
        return !exact && (apart || (unsure && frontier.newest == null));
    }

    long first() {
        if (frontier.newest == null) {
            return begin;
        }
        long row = rounding.down(frontier.newestCell() + (apart && frontier.passed() ? 1 : 0));
        return Math.max(Math.max(frontier.origin, floor), row);
    }

    long planned(long gap) {
        if ((cut.longest() == 0 && !plan.guessed())
                || !frontier.startKnown()
                || (cut.kept() == RowCap.Kept.OLDEST && !ahead())) {
            return gap;
        }
        boolean newest = cut.kept() == RowCap.Kept.NEWEST;
        boolean chunk = newest && !ahead();
        if (chunk && frontier.roomy(cut.capacity())) {
            return gap; // each response brings a piece that is kept
        }
        double length = newest && frontier.crammed(cut.capacity())
                ? plan.step()
                : chunk ? plan.chunk(cut.capacity()) : plan.slot(cut.capacity());
        long last = SlotLength.last(frontier.clear, length, gap);
        Long sampled = sampled(frontier.clear, last);
        last = sampled == null ? last : Math.min(sampled, gap);
        return gap == TimeSlot.OPEN_END && last >= Math.max(spec.clock.millis(), newestSeen) ? gap : last;
    }

    /**
     * How long the next slot should be of a walk that goes on from here: as short as it was made where longer ones are too full,
     * and up to the pieces that are kept, which are not saved.
     */
    double length() {
        double usual = plan.slot(cut.capacity());
        long last = bound == null || bound < frontier.clear ? frontier.gap() : Math.min(bound, frontier.gap());
        boolean open = last == TimeSlot.OPEN_END || !frontier.startKnown();
        return open ? usual : Math.min(usual, Math.max(1, (double) last - frontier.clear + 1));
    }

    /** The millisecond of a time; of this machine's if there is none. */
    long millis(@Nullable Instant time) {
        return time == null ? spec.clock.millis() : time.toEpochMilli();
    }

    private @Nullable Long sampled(long from, long planned) {
        return cut.kept() == RowCap.Kept.ANY ? samples.last(from, cut.capacity(), planned, plan.rate()) : null;
    }

    /** Whether slots are asked for before their turn. */
    boolean ahead() {
        return readsAhead && plan.affordable() > 2;
    }

    boolean steady() {
        WindowRequest now = request();
        return ahead() && bound == null && now.kind() == Kind.NEXT && frontier.startKnown() && !rounding.raised();
    }

    @Nullable
    PageRequest after(PageRequest planned) {
        if (!steady() || cut.longest() == 0) {
            return null;
        }
        TimeSlot slot = requests.slot(planned);
        double length = plan.slot(cut.capacity());
        if (slot.last() >= frontier.end || length == Double.MAX_VALUE) {
            return null;
        }
        Long start = frontier.behindPieces(slot.last() + 1);
        if (start == null) {
            return null;
        }
        long last = SlotLength.last(start, length, frontier.beforePieces(start));
        boolean open = frontier.end == TimeSlot.OPEN_END && last >= spec.clock.millis();
        plan.spent(1);
        long behind = slot.first() == TimeSlot.OPEN_START ? frontier.clear : slot.first();
        long first = Math.max(behind, start - plan.overlap(cut.capacity()));
        return requests.of(new TimeSlot(first, open ? TimeSlot.OPEN_END : last), false);
    }

    boolean useful(PageRequest planned) {
        return request().kind() == Kind.NEXT
                && bound == null
                && requests.slot(planned).first() <= frontier.clear
                && requests.slot(planned).last() >= frontier.clear;
    }

    /** Whether the instant behind the slot counts and may have taken the room of its rows. */
    boolean spills(WindowResponse<T> response) {
        return !response.empty()
                && response.newest() == response.slot.last() + 1
                && response.slot.last() < frontier.end;
    }

    boolean shorter(WindowResponse<T> response, boolean alone) {
        TimeSlot slot = response.slot;
        long from = Math.max(slot.first(), frontier.clear);
        List<Timed<T>> fresh = rows.unknown(response.between(from, slot.last()));
        narrow = false;
        boolean known = frontier.newest != null
                && !apart
                && !rounding.raised()
                && !rounding.coarse()
                && slot.first() < frontier.clear;
        int old = response.upTo(frontier.newestCell()).size();
        bound = slot.last();
        if (known && old > 0 && (fresh.isEmpty() || old >= response.size / SlotLength.CROWD_PART)) {
            apart = true; // most of the room is taken by rows known already
            return true;
        }
        if (slot.single() && early()) {
            exact = true;
            return true;
        }
        if (apart && !rounding.coarse() && slot.first() < from && from == slot.last()) {
            floor = from; // rows right before the slot take the room of its last millisecond
            return true;
        }
        if (slot.single() || response.empty()) {
            return false;
        }
        samples.cut(fresh, slot.last(), plan.rate() * ((double) slot.last() - from));
        long half = fresh.isEmpty() ? middle(from, slot.last()) : half(from, response, fresh);
        long next = Math.min(half, rounding.before(slot.last()));
        if (next < from) {
            apart |= known;
            return known;
        }
        if (cut.kept() != RowCap.Kept.ANY || !samples.hardlyCut()) {
            plan.forget();
        }
        bound = next;
        return true;
    }

    /** Half of the rows that came, unless the server seems to keep the newest: then half of the time. */
    long half(long from, WindowResponse<T> response, List<Timed<T>> fresh) {
        long only = fresh.get(0).cell();
        if (only == fresh.get(fresh.size() - 1).cell() && only > from) {
            crowds++;
            return crowds > 1 && from != TimeSlot.OPEN_START
                    ? middle(from, only - 1) // there is one behind the other
                    : only - 1; // the crowded millisecond by itself, after those before
        }
        Long sampled = sampled(from, response.slot.last());
        long half = SlotLength.cut(
                fresh,
                response.size,
                sampled == null || sampled >= response.slot.last()
                        ? fresh.get(fresh.size() / 2).cell()
                        : sampled);
        if (from != TimeSlot.OPEN_START) {
            long middle = middle(from, response.slot.last());
            return fresh.get(0).cell() > middle ? middle : half;
        }
        long before = oldestBefore;
        oldestBefore = response.oldest();
        return fresh.get(fresh.size() / 4).cell() <= before
                ? plan.before(response.oldest(), (double) response.newest() - response.oldest())
                : half;
    }

    long middle(long first, long last) {
        long end = last == TimeSlot.OPEN_END ? Math.max(newestSeen, spec.clock.millis()) : last;
        return first == TimeSlot.OPEN_START ? Math.min(end, newestSeen) - 1 : first + (end - first) / 2;
    }

    /** Whether a response has a row that the bounds were moved for, so that they stay there. */
    boolean found(WindowResponse<T> response) {
        boolean found = !sought.isEmpty() && response.ids().stream().anyMatch(sought::contains);
        if (found) {
            rounding.settle(true);
            sought = Set.of();
        }
        return found;
    }

    void settle(WindowResponse<T> response) {
        if (!found(response)) {
            rounding.settle(false);
            soughtInVain.addAll(sought);
            sought = Set.of();
        }
        bound = null;
        crowds = 0;
        narrow = false;
        exact = false;
        apart = false;
        stands = TimeSlot.OPEN_START;
        moved();
    }

    /** Where the walk came to another row, goes on behind it if it is of a crowded millisecond. */
    void moved() {
        if (frontier.newestCell() != stands) {
            stands = frontier.newestCell();
            apart = !rounding.coarse() && rows.crowd(stands) >= SlotLength.crowd(cut.capacity());
        }
    }

    /** Whether a response says nothing for sure, since the bounds were moved and it is full, or since one millisecond fills it. */
    boolean asksAgain(WindowResponse<T> response, boolean full, boolean alone) {
        if (full && rounding.raised() && !found(response)) {
            rows.expect(response.rows);
            if (!shorter(response, alone)) {
                rounding.tire(); // the rows before the one that is sought leave no room
            }
            return true;
        }
        boolean crowded =
                !full && crowdOnly(response) && rows.unknown(response.rows).isEmpty();
        apart |= crowded; // rows behind it may have been cut
        return crowded;
    }

    /** Whether a response up to the end of the list holds only rows of the millisecond it begins with, and many. */
    boolean crowdOnly(WindowResponse<T> response) {
        return response.size >= RowCap.FEW
                && response.slot.last() >= frontier.end
                && !apart
                && !rounding.coarse()
                && !response.empty()
                && response.oldest() == frontier.newestCell()
                && response.newest() == frontier.newestCell();
    }

    /** Asks again with bounds that servers do not round. */
    void seek(WindowResponse<T> response, Collection<String> ids) {
        rows.expect(response.between(frontier.clear, response.slot.last()));
        sought = Set.copyOf(ids);
        bound = rounding.raised() ? bound : Long.valueOf(response.slot.last());
        narrow = false;
        rounding.raise();
        if (rounding.coarse()) {
            requests.openEnd();
        }
    }
}
