package io.github.analytics4j.page;

import io.github.analytics4j.page.WindowRequests.TimeSlot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One response for a slot of time: its rows by time, and the order they came in. */
final class WindowResponse<T> {

    /** A row with what tells it apart; named as it is, for its id is asked for again and again. */
    record Timed<T>(T row, Instant at, @Nullable String id) {

        long cell() {
            return at.toEpochMilli();
        }
    }

    /**
     * A row that was seen and did not come in its turn.
     *
     * @param surely whether it was seen before the response was asked for that lacks it, which cannot be older than the row then
     */
    record Absent(String id, Instant at, boolean surely) {

        long cell() {
            return at.toEpochMilli();
        }
    }

    /** The order of the rows on the wire, by milliseconds. */
    enum Display {
        OLDEST_FIRST,
        NEWEST_FIRST,
        MIXED
    }

    /** A server cuts its time to the second. */
    private static final long SECOND = 1_000;

    final TimeSlot slot;
    /** How many rows came, readable or not. */
    final int size;
    /** Oldest first. */
    final List<Timed<T>> rows;

    final List<T> timeless;
    final Display display;
    /** When it was made, by the server's clock; null if that does not tell. */
    private final @Nullable Instant made;
    /** The oldest rows where they were taken out, since one may be there out of its turn. */
    private List<Timed<T>> apart = List.of();

    WindowResponse(TimeSlot slot, int size, List<Timed<T>> rows, List<T> timeless, @Nullable Instant made) {
        this.slot = slot;
        this.size = size;
        this.timeless = timeless;
        this.made = made;
        this.display = display(rows);
        this.rows = new ArrayList<>(rows);
        this.rows.sort(Comparator.comparing(Timed::at));
    }

    private static <T> Display display(List<Timed<T>> rows) {
        boolean rises = false;
        boolean falls = false;
        for (int i = 1; i < rows.size(); i++) {
            int step = Long.compare(rows.get(i).cell(), rows.get(i - 1).cell());
            rises |= step > 0;
            falls |= step < 0;
        }
        return rises == falls ? Display.MIXED : rises ? Display.OLDEST_FIRST : Display.NEWEST_FIRST;
    }

    /** The ids of the rows from before the window asked for, or from behind it. */
    Set<String> strangers(PageRequest asked) {
        Instant from = asked.from();
        Instant to = asked.to();
        return ids(row -> (from != null && row.at().isBefore(from))
                || (to != null && row.at().isAfter(to)));
    }

    /** The ids of the rows of the very instant at which the window asked for ends: some servers count it as in it. */
    Set<String> atEnd(PageRequest asked) {
        return ids(row -> row.at().equals(asked.to()));
    }

    /** Takes so many of the oldest rows out of the others. */
    void setOldestApart(int count) {
        List<Timed<T>> oldest = rows.subList(0, count);
        apart = List.copyOf(oldest);
        oldest.clear();
    }

    /** All rows, in no order. */
    List<Timed<T>> all() {
        List<Timed<T>> all = new ArrayList<>(rows);
        all.addAll(apart);
        return all;
    }

    /** Whether it has rows from behind the second in which it was made, so that their clock is not the server's. */
    boolean aheadOfServer() {
        return made != null && !empty() && newest() > made.toEpochMilli() + SECOND;
    }

    boolean empty() {
        return rows.isEmpty();
    }

    /** The millisecond of its oldest row. */
    long oldest() {
        return rows.get(0).cell();
    }

    /** The millisecond of its newest row. */
    long newest() {
        return rows.get(rows.size() - 1).cell();
    }

    /** The millisecond of its newest row of a slot; the one before the slot if it has none. */
    long lastOf(TimeSlot slot) {
        List<Timed<T>> inside = between(slot.first(), slot.last());
        return inside.isEmpty()
                ? slot.first() - 1
                : inside.get(inside.size() - 1).cell();
    }

    /** The rows from one millisecond to another, both included. */
    List<Timed<T>> between(long first, long last) {
        return rows.stream()
                .filter(row -> first <= row.cell() && row.cell() <= last)
                .toList();
    }

    /** The rows up to a millisecond. */
    List<Timed<T>> upTo(long last) {
        return between(TimeSlot.OPEN_START, last);
    }

    /** The rows from behind a millisecond. */
    List<Timed<T>> behind(long cell) {
        return rows.stream().filter(row -> row.cell() > cell).toList();
    }

    /** The rows of a stretch; if it ends the list, also what the server takes as part of it. */
    List<Timed<T>> within(TimeSlot whole, boolean ends) {
        return between(
                whole.first() > slot.first() ? whole.first() : TimeSlot.OPEN_START,
                ends ? TimeSlot.OPEN_END : whole.last());
    }

    Set<String> ids() {
        return ids(row -> true);
    }

    private Set<String> ids(Predicate<Timed<T>> which) {
        Set<String> ids = new HashSet<>();
        for (Timed<T> row : rows) {
            if (row.id() != null && which.test(row)) {
                ids.add(row.id());
            }
        }
        return ids;
    }

    /** The time of the oldest row that is not from before the slot, or from the instant before it. */
    @Nullable
    Instant earliest() {
        for (Timed<T> row : rows) {
            if (slot.first() == TimeSlot.OPEN_START || row.cell() >= slot.first() - 1) {
                return row.at();
            }
        }
        return null;
    }
}
