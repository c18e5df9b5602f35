package io.github.analytics4j.page;

import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.page.Frontier.Piece;
import io.github.analytics4j.page.WalkReport.WalkCounter;
import io.github.analytics4j.page.WindowRequests.TimeSlot;
import io.github.analytics4j.page.WindowResponse.Timed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Knows which rows of a window walk were delivered, and which were seen and must come yet. */
final class RowStates<T> {

    /** The rows of a few dozen responses: more than come again where two windows overlap. */
    private static final int DEFAULT_MEMORY = 1 << 14;
    /** So many of the rows delivered last a checkpoint keeps: a row from before them shows that the ones between lack. */
    private static final int RECENT = 16;
    /** And so many of the rows in hand: more than one response has. */
    private static final int IN_HAND = 1 << 10;
    /** The time of a row that was delivered before its turn by a walk that was resumed. */
    private static final Instant UNKNOWN = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final WalkSpec<T> spec;
    private final Function<? super T, @Nullable Instant> time;
    private final WalkCounter counter;
    private final int memory;

    /** Ids of delivered rows and their times, oldest delivery first. */
    private final LinkedHashMap<String, Instant> delivered = new LinkedHashMap<>();
    /** Rows up to here are known to be delivered, or came after the walk had passed. */
    private long forgotten = TimeSlot.OPEN_START;
    /** The millisecond of the newest row delivered. */
    private long newest = TimeSlot.OPEN_START;

    private final Set<Object> timeless = new LinkedHashSet<>();
    private final RowsInHand<T> inHand;
    private final StrayRows strays;

    RowStates(WalkSpec<T> spec, WalkCounter counter, @Nullable WalkState from) {
        this.spec = spec;
        this.time = Objects.requireNonNull(spec.time, "time");
        this.counter = counter;
        this.memory = spec.memory == 0 ? DEFAULT_MEMORY : spec.memory;
        this.strays = new StrayRows(from == null ? List.of() : from.strays());
        this.inHand = new RowsInHand<>(memory, from == null ? Map.of() : from.inHand());
        if (from != null) {
            timeless.addAll(from.missing());
            timeless.addAll(from.anchors());
            from.missing().forEach(name -> delivered.put(name, UNKNOWN));
            if (from.span() > 0) {
                forgotten = from.position() - 1;
                newest = from.position();
                from.anchors().forEach(name -> delivered.put(name, Instant.ofEpochMilli(from.position())));
                delivered.putAll(from.recent());
            }
        }
    }

    RowsInHand<T> inHand() {
        return inHand;
    }

    WindowResponse<T> response(TimeSlot slot, Page<T> page) {
        inHand.responseCame();
        List<Timed<T>> rows = new ArrayList<>(page.items().size());
        List<T> without = new ArrayList<>(0);
        Set<String> names = new HashSet<>();
        for (T row : page.items()) {
            Instant at = timeOf(row);
            String name = idOf(row);
            if (name != null && !names.add(name)) {
                counter.repeats++;
                counter.doubt(
                        "one response held the row with id " + name + " twice; it was delivered once, and another row"
                                + " may be missing in its place: compare with what the server lists");
            } else if (at == null) {
                without.add(row);
            } else {
                rows.add(new Timed<>(row, at, name));
            }
        }
        return new WindowResponse<>(slot, page.answered(), rows, without, page.serverTime());
    }

    @Nullable
    Instant timeOf(T row) {
        try {
            return time.apply(row);
        } catch (UnexpectedValueException e) {
            return null; // the time did not arrive, or not as one
        }
    }

    @Nullable
    String idOf(T row) {
        return spec.idOf(row);
    }

    /** Whether this row was delivered, as far as is remembered. */
    boolean knows(Timed<T> row) {
        return row.id() != null && delivered.containsKey(row.id());
    }

    /** Those of the rows that were not delivered, as far as is remembered. */
    List<Timed<T>> unknown(List<Timed<T>> rows) {
        return rows.stream().filter(row -> !knows(row)).toList();
    }

    /** The time of the oldest row delivered that is remembered; null if there is none. */
    @Nullable
    Instant oldest() {
        return delivered.values().stream()
                .filter(at -> !at.equals(UNKNOWN))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** How many rows of this millisecond were delivered. */
    int crowd(long cell) {
        return (int) delivered.values().stream()
                .filter(at -> at.toEpochMilli() == cell)
                .count();
    }

    /** Delivers the rows that were not delivered before; those without an id count as such up to a moment. */
    void deliver(List<Timed<T>> rows, @Nullable Instant passed, List<T> out) {
        for (Timed<T> row : rows) {
            String name = row.id();
            boolean fresh = name == null
                    ? passed == null || row.at().isAfter(passed)
                    : row.cell() > forgotten && !delivered.containsKey(name);
            if (!fresh) {
                counter.repeats++;
                delivered.computeIfPresent(String.valueOf(name), (id, at) -> sameTime(id, at, row.at()));
                continue;
            }
            if (name == null) {
                counter.doubt("rows without an id were delivered: a repeat of such a row cannot be told");
            } else {
                tellIfLate(name, row);
                remember(name, row.at());
            }
            out.add(row.row());
            counter.rows++;
        }
    }

    /** Takes note of a row that was seen, was not there where it was asked for, and comes now, behind newer ones. */
    private void tellIfLate(String name, Timed<T> row) {
        if (row.cell() < newest && inHand.wasGone(name)) {
            counter.doubt(
                    "a row of " + row.at() + " was answered, left out where it was asked for, and came again behind"
                            + " newer ones: rows may be in another order or missing; compare with what the server lists");
        }
        newest = Math.max(newest, row.cell());
    }

    private Instant sameTime(String name, Instant before, Instant now) {
        if (!before.equals(UNKNOWN) && before.toEpochMilli() != now.toEpochMilli()) {
            counter.doubt(
                    "the row with id " + name + " came with two times, " + before + " and " + now
                            + ": rows are told apart by"
                            + " their ids and found by their times, so that one may be missing; compare with what the server lists");
        }
        return now;
    }

    private void remember(String name, Instant at) {
        inHand.delivered(name);
        delivered.put(name, at);
        if (strays.delivered(name, at)) {
            strayed();
        }
        if (delivered.size() > memory) {
            Iterator<Map.Entry<String, Instant>> oldest = delivered.entrySet().iterator();
            Instant passed = oldest.next().getValue();
            forgotten = passed.equals(UNKNOWN) ? forgotten : Math.max(forgotten, passed.toEpochMilli());
            oldest.remove();
        }
    }

    /** Takes note of the rows that a response has from outside of its slot. */
    void outside(WindowResponse<T> response, PageRequest asked, boolean full, Frontier<T> frontier) {
        boolean lacks = strays.came(response, asked, frontier, full, known -> {
            delivered.forEach(known);
            inHand.forEach(known);
        });
        if (lacks) {
            strayed();
        }
    }

    /** Whether to ask for the same once more, since a response has rows from outside of its slot. */
    boolean asksAgain(WindowResponse<T> response, PageRequest asked, boolean full, Frontier<T> frontier) {
        boolean again = strays.asksAgain(response, asked, !full && response.slot.last() < frontier.end);
        if (again) {
            expect(response.rows);
        }
        return again;
    }

    /** Takes what came then. */
    void askedAgain(WindowResponse<T> response, PageRequest asked) {
        if (strays.cameNotAgain(response, asked)) {
            strayed();
        }
    }

    /**
     * Takes the rows of the oldest millisecond, if they are few, out of a full response of a server that keeps the newest: one may
     * be there out of its turn, so they are no neighbours of the row behind before a response up to that one has both.
     */
    void withoutLastRows(WindowResponse<T> response) {
        int last = 0;
        while (last < response.rows.size() && response.rows.get(last).cell() == response.oldest()) {
            last++;
        }
        if (RowCap.few(last, response.rows.size())
                && response.rows.subList(0, last).stream().noneMatch(this::knows)) {
            expect(response.rows.subList(0, last));
            response.setOldestApart(last);
        }
    }

    private void strayed() {
        counter.doubt("the server answered rows from outside a window without those between, so that rows of the window"
                + " itself may lack in their place; compare the number of rows with what it lists");
    }

    /** Rows without a time come with every window; each is delivered once. */
    void deliverTimeless(List<T> rows, List<T> out) {
        for (T row : rows) {
            counter.doubt("rows without a time were delivered: they belong to no window");
            String name = idOf(row);
            if (timeless.size() >= memory) {
                counter.doubt(
                        "more than " + memory + " rows came without a time: those behind them were not delivered");
            } else if (timeless.add(name == null ? row : name)) {
                out.add(row);
                counter.rows++;
            } else {
                counter.repeats++;
            }
        }
    }

    /** Keeps rows that must come again when the walk gets to them. */
    void expect(List<Timed<T>> rows) {
        for (Timed<T> row : rows) {
            if (row.id() != null && !delivered.containsKey(row.id()) && row.cell() > forgotten) {
                inHand.keep(row.id(), row);
            }
        }
    }

    /** Keeps the rows right before a piece of a response, and those behind it. */
    void expectAround(WindowResponse<T> response, Piece<T> piece) {
        expect(response.between(piece.first() - 1, piece.first() - 1));
        expect(response.behind(piece.last()));
    }

    /** The rows of a response up to the end of its slot, and those from a millisecond on that should be there. */
    List<Timed<T>> withExpected(WindowResponse<T> response, long first) {
        Set<String> there = response.ids();
        long last = response.slot.last();
        List<Timed<T>> all = new ArrayList<>(response.upTo(last));
        for (Timed<T> row : inHand.between(first, last)) {
            if (!there.contains(String.valueOf(row.id()))) {
                all.add(row);
            }
        }
        all.sort(Comparator.comparing(Timed::at));
        return all;
    }

    /**
     * A piece with the rows of its stretch that should be there, but did not come with the others. Where some lack behind its
     * last row, the server moved the end of the window, or cut the response: the piece ends with that row.
     */
    Piece<T> completed(Piece<T> piece) {
        List<Timed<T>> all = piece.rows();
        List<Timed<T>> late = inHand.between(piece.first(), piece.last()).stream()
                .filter(row -> !all.contains(row))
                .toList();
        long end = all.isEmpty() ? piece.first() - 1 : all.get(all.size() - 1).cell();
        long last = late.stream().anyMatch(row -> row.cell() > end) ? end : piece.last();
        List<Timed<T>> inside = late.stream().filter(row -> row.cell() <= last).toList();
        return new Piece<>(piece.first(), last, piece.read(), piece.earliest(), all).with(inside);
    }

    /** Whether a row of a response is gone since that was asked for: what was asked for is asked for again. */
    boolean outdated(WindowResponse<T> response) {
        return response.rows.stream().anyMatch(row -> inHand.goneSinceAsked(row.id()));
    }

    List<String> timeless(int most) {
        return timeless.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .limit(most)
                .toList();
    }

    /** The ids of the rows delivered of a millisecond. */
    List<String> delivered(long cell) {
        return delivered(at -> at == cell);
    }

    /** The ids of the rows delivered that are newer, as far as is known. */
    List<String> deliveredBehind(long cell) {
        return delivered(at -> at > cell);
    }

    /** The millisecond of the newest row delivered up to a millisecond; that one itself if there is none. */
    long deliveredUpTo(long cell) {
        return delivered.values().stream()
                .mapToLong(Instant::toEpochMilli)
                .filter(at -> at <= cell)
                .max()
                .orElse(cell);
    }

    /** The times of the rows delivered of its slot that a response lacks. */
    List<Long> lacking(WindowResponse<T> response) {
        Set<String> there = response.ids();
        TimeSlot slot = response.slot;
        return delivered.entrySet().stream()
                .filter(row -> !there.contains(row.getKey()))
                .map(row -> row.getValue().toEpochMilli())
                .filter(at -> slot.first() < at && at < slot.last())
                .toList();
    }

    private List<String> delivered(LongPredicate which) {
        return delivered.entrySet().stream()
                .filter(row -> which.test(row.getValue().toEpochMilli()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Adds the rows in hand, with the unread ones and those that are kept, from one millisecond to another. */
    void saveInHand(WalkState.Builder into, long first, long last, Set<String> unread, List<Timed<T>> kept) {
        Map<String, Instant> all = inHand.times();
        kept.stream().filter(row -> row.id() != null && !knows(row)).forEach(row -> all.put(row.id(), row.at()));
        unread.stream().filter(delivered::containsKey).forEach(name -> all.put(name, delivered.get(name)));
        into.inHand = new LinkedHashMap<>();
        all.entrySet().stream()
                .filter(row -> first <= row.getValue().toEpochMilli()
                        && row.getValue().toEpochMilli() <= last
                        && CheckpointText.holds(row.getValue()))
                .sorted(Map.Entry.comparingByValue())
                .limit(IN_HAND)
                .forEach(row -> into.inHand.put(row.getKey(), row.getValue()));
    }

    /** Adds what was delivered last before a millisecond or in it, and what is known of rows from outside of windows. */
    void save(WalkState.Builder into, long place, Set<String> unread) {
        List<Map.Entry<String, Instant>> before = delivered.entrySet().stream()
                .filter(row -> row.getValue().toEpochMilli() <= place
                        && !unread.contains(row.getKey())
                        && CheckpointText.holds(row.getValue()))
                .toList();
        into.recent = new LinkedHashMap<>();
        before.subList(Math.max(0, before.size() - RECENT), before.size())
                .forEach(row -> into.recent.put(row.getKey(), row.getValue()));
        into.strays = strays.state(place, name -> delivered.containsKey(name) && !unread.contains(name));
    }
}
