package io.github.analytics4j.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One answer for a slot of time: its rows by time, and the order they came in. */
final class WindowAnswer<T> {

    /** A row with what tells it apart; named as it is, for its id is asked for again and again. */
    record Timed<T>(T row, Instant at, @Nullable String id) {

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

    final TimeSlot slot;
    /** How many rows came, readable or not. */
    final int size;
    /** Oldest first. */
    final List<Timed<T>> rows;

    final List<T> timeless;
    final Display display;
    /** The oldest rows where they were taken out, since one may be there out of its turn. */
    private List<Timed<T>> apart = List.of();

    WindowAnswer(TimeSlot slot, int size, List<Timed<T>> rows, List<T> timeless) {
        this.slot = slot;
        this.size = size;
        this.timeless = timeless;
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

    /**
     * The ids of the rows from outside of the slot, save those of the instants at its ends.
     *
     * @param listEnd the last millisecond of the list, behind which nothing is outside
     */
    Set<String> strangers(long listEnd) {
        Set<String> ids = new HashSet<>();
        for (Timed<T> row : rows) {
            boolean before = slot.first() != TimeSlot.OPEN_START && row.cell() < slot.first() - 1;
            boolean behind = slot.last() < listEnd && row.cell() > slot.last() + 1;
            if ((before || behind) && row.id() != null) {
                ids.add(row.id());
            }
        }
        return ids;
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

    /** The rows from one millisecond to another, both included. */
    List<Timed<T>> between(long first, long last) {
        return rows.stream()
                .filter(row -> first <= row.cell() && row.cell() <= last)
                .toList();
    }

    /** The rows of a stretch; if it ends the list, also what the server takes as part of it. */
    List<Timed<T>> within(TimeSlot whole, boolean ends) {
        return between(
                whole.first() > slot.first() ? whole.first() : TimeSlot.OPEN_START,
                ends ? TimeSlot.OPEN_END : whole.last());
    }

    Set<String> ids() {
        Set<String> ids = new HashSet<>();
        for (Timed<T> row : rows) {
            if (row.id() != null) {
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
