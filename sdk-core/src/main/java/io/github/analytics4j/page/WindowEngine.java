package io.github.analytics4j.page;

import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.error.WalkException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Walks an operation that answers at most {@code limit} rows of a time window, in an order nobody knows.
 *
 * <p>Time is cut into milliseconds, and a row belongs to the millisecond of its time. The walk asks for a slot of them
 * and keeps the rows that belong to it; an answer shorter than the limit holds all of them. A full answer says nothing,
 * and a shorter slot is asked for. The window sent for a slot ends one millisecond behind it, so that it holds the whole
 * slot whether the server counts the end in or not.
 */
final class WindowEngine<T> implements Engine<T> {

    /** Added to the start of a millisecond it still lies in it, and behind any row stamped in milliseconds. */
    private static final long WITHIN_MILLI_NANOS = 999_000;

    private static final int ROUND_NUMBER = 50;
    private static final int TIMELESS_SAVED = 100;
    /** As good as the whole log; see the reader of checkpoints. */
    private static final long LONGEST_SAVED = 1_000_000_000_000_000L;
    /** Servers that cut off fractions of seconds answer that much more than they are asked for. */
    private static final long TOLERANCE = 1_000;

    private final WalkSpec<T> spec;
    private final Function<? super T, @Nullable Instant> time;
    private @Nullable Instant to;
    private final Tally tally;
    private final SlotPlan plan;
    private final Rows<T> rows;
    /** Rows without a time come with every window. */
    private final RecentIds timeless;

    private final @Nullable WalkState resumed;
    private TimeSlot taken = new TimeSlot(TimeSlot.OPEN_START, TimeSlot.OPEN_START);

    WindowEngine(WalkSpec<T> spec, @Nullable Instant to, Tally tally, @Nullable WalkState from) {
        this.spec = spec;
        this.time = Objects.requireNonNull(spec.time, "time");
        this.to = to;
        this.tally = tally;
        this.resumed = from;
        long start = spec.from == null ? TimeSlot.OPEN_START : spec.from.toEpochMilli();
        long end = to == null ? TimeSlot.OPEN_END : to.toEpochMilli();
        boolean placed = from != null && (from.span() > 0 || from.finished());
        this.plan = from != null && placed
                ? new SlotPlan(from.position(), end, spec.clock).resume(from.span(), from.finished())
                : new SlotPlan(start, end, spec.clock);
        this.rows = new Rows<>(spec, tally, from);
        this.timeless = new RecentIds(spec.memory);
        if (from != null) {
            from.missing().forEach(timeless::add);
        }
    }

    @Override
    public PageRequest next() {
        return request(plan.next(), plan.narrow());
    }

    private PageRequest request(TimeSlot slot, boolean narrow) {
        Instant from = slot.first() == TimeSlot.OPEN_START ? null : Instant.ofEpochMilli(slot.first());
        if (from != null && spec.from != null && from.isBefore(spec.from)) {
            from = spec.from;
        }
        if (narrow && from != null) {
            return new PageRequest(
                    0, spec.pageSize, from, Instant.ofEpochMilli(slot.first()).plusNanos(WITHIN_MILLI_NANOS));
        }
        Instant end = slot.last() >= plan.end() ? to : Instant.ofEpochMilli(slot.last() + 1);
        return new PageRequest(0, spec.pageSize, from, end);
    }

    @Override
    public String purpose() {
        return "the rows " + span(next());
    }

    private static String span(PageRequest asked) {
        return "from " + (asked.from() == null ? "the start" : asked.from()) + " to "
                + (asked.to() == null ? "the end" : asked.to());
    }

    @Override
    public @Nullable PageRequest after(PageRequest planned) {
        TimeSlot following = plan.following(slotOf(planned));
        return following == null ? null : request(following, false);
    }

    @Override
    public boolean useful(PageRequest planned) {
        return plan.steady() && slotOf(planned).first() == plan.next().first();
    }

    private TimeSlot slotOf(PageRequest asked) {
        Instant from = asked.from();
        Instant end = asked.to();
        return new TimeSlot(
                from == null ? TimeSlot.OPEN_START : from.toEpochMilli(),
                Objects.equals(end, to)
                        ? plan.end()
                        : Objects.requireNonNull(end, "to").toEpochMilli() - 1);
    }

    @Override
    public List<T> feed(PageRequest asked, Page<T> page) {
        tally.answered(page, "the window " + span(asked));
        TimeSlot slot = plan.narrow() ? plan.next() : slotOf(asked);
        boolean full = page.answered() >= asked.limit();
        if (full) {
            refuseForeign(asked, slot, page.items());
        }
        if ((full || looksCut(slot, page)) && plan.split(slot, cells(page.items()))) {
            tally.stepsBack++;
            return List.of();
        }
        if (full) {
            tally.doubt("the window from " + asked.from() + " to " + asked.to() + " holds at least " + asked.limit()
                    + " rows, as many as one answer can, and cannot be split further");
        }
        List<T> fresh = rows.deliver(belonging(slot, page.items()), 0);
        taken = slot;
        plan.taken(slot, page.answered(), asked.limit());
        return fresh;
    }

    /** A server that answers fewer rows than it was asked for cuts at a round number; asking in parts tells. */
    private static boolean looksCut(TimeSlot slot, Page<?> page) {
        return page.answered() > 0 && page.answered() % ROUND_NUMBER == 0 && !slot.single();
    }

    /** Splitting the window further would never end if the server does not heed it. */
    private void refuseForeign(PageRequest asked, TimeSlot slot, List<T> items) {
        long foreign = items.stream().filter(row -> foreign(slot, timeOf(row))).count();
        if (foreign > items.size() / 2) {
            throw new WalkException("the server does not heed the time window, or counts time differently: asked for"
                    + " rows from " + asked.from() + " to " + asked.to() + ", it answered " + items.size() + " rows, "
                    + foreign + " of them from outside");
        }
    }

    private long[] cells(List<T> items) {
        return items.stream()
                .map(this::timeOf)
                .filter(Objects::nonNull)
                .mapToLong(Instant::toEpochMilli)
                .sorted()
                .toArray();
    }

    /** The rows that belong to the slot, oldest first. */
    private List<T> belonging(TimeSlot slot, List<T> items) {
        List<T> kept = new ArrayList<>(items.size());
        for (T row : items) {
            Instant at = timeOf(row);
            if (at == null) {
                tally.doubt("rows without a time were delivered: they belong to no window");
                String name = rows.id(row);
                if (name != null && !timeless.add(name)) {
                    continue;
                }
            } else if (foreign(slot, at)) {
                tally.doubt("the server answered rows from outside the window asked for, such as " + at);
            } else if (outside(slot, at)) {
                tally.repeats++; // at a seam: the slot next door holds it
                continue;
            }
            kept.add(row);
        }
        kept.sort(Comparator.comparing(this::timeOf, Comparator.nullsFirst(Comparator.naturalOrder())));
        return kept;
    }

    private boolean outside(TimeSlot slot, Instant at) {
        return outside(slot, at, 0);
    }

    private boolean outside(TimeSlot slot, Instant at, long by) {
        long cell = at.toEpochMilli();
        return (!startsLog(slot) && cell < slot.first() - by) || (slot.last() < plan.end() && cell > slot.last() + by);
    }

    private boolean foreign(TimeSlot slot, @Nullable Instant at) {
        return at != null && outside(slot, at, TOLERANCE);
    }

    /** Whether rows before the slot can only be the server's idea of the user's own start. */
    private boolean startsLog(TimeSlot slot) {
        return slot.first() == TimeSlot.OPEN_START
                || (spec.from != null && slot.first() == spec.from.toEpochMilli() && resumed == null);
    }

    private @Nullable Instant timeOf(T row) {
        try {
            return time.apply(row);
        } catch (UnexpectedValueException e) {
            return null; // the time did not arrive, or not as one
        }
    }

    @Override
    public void pin(Instant end) {
        to = plan.pin(end);
    }

    @Override
    public boolean done() {
        return plan.done();
    }

    @Override
    public void save(WalkState.Builder into, List<T> batch, int read) {
        into.whole = false;
        into.missing = timeless.last(TIMELESS_SAVED, 0);
        into.finished = plan.done() && read == batch.size();
        into.position = plan.cursor();
        into.span = Math.min(plan.span(), LONGEST_SAVED);
        if (read < batch.size()) {
            saveWithin(into, batch, read);
        } else if (resumed != null && (into.span == 0 || into.position == resumed.position())) {
            into.anchors = resumed.anchors(); // not a step further yet
        }
        if (into.span == 0) {
            into.position = 0;
        }
    }

    /** In the middle of a slot: its rows are in order, so the place is the millisecond of the last one read. */
    private void saveWithin(WalkState.Builder into, List<T> batch, int read) {
        long cell = read == 0 ? taken.first() : cellOf(batch.get(read - 1));
        boolean start = cell == TimeSlot.OPEN_START;
        List<String> anchors = new ArrayList<>();
        if (resumed != null && (start || resumed.position() == cell)) {
            anchors.addAll(resumed.anchors());
        }
        for (T row : batch.subList(0, read)) {
            String name = rows.id(row);
            if (name != null && (timeOf(row) == null || cellOf(row) == cell)) {
                anchors.add(name);
            }
        }
        into.anchors = anchors;
        into.position = cell;
        boolean rest = taken.last() >= plan.end();
        into.span = start ? 0 : rest ? LONGEST_SAVED : Math.max(1, taken.last() - cell + 1);
    }

    /** The row's millisecond; a row that belongs to no millisecond of the slot counts to its start. */
    private long cellOf(T row) {
        Instant at = timeOf(row);
        return at == null || outside(taken, at) ? taken.first() : at.toEpochMilli();
    }
}
