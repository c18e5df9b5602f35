package io.github.analytics4j.page;

import io.github.analytics4j.error.UnexpectedValueException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Knows the ids of rows, which of them were delivered, and delivers. */
final class Rows<T> {

    /** How many of the last rows a checkpoint names. */
    static final int SAVED = 100;

    private static final int MOST_MISSING = 200;
    /** After so many rows without a sign of them, missing rows count as gone. */
    private static final int MISSED_FOR = 1_000;

    private final Function<? super T, @Nullable String> id;
    private final RecentIds recent;
    private final Tally tally;
    /** Whether every row delivered so far is remembered. */
    private boolean whole;

    private List<String> missing;
    private long missingSince;

    Rows(WalkSpec<T> spec, Tally tally, @Nullable WalkState from) {
        this.id = spec.id;
        this.recent = new RecentIds(spec.memory);
        this.tally = tally;
        this.whole = from == null || from.whole();
        this.missing = from == null ? List.of() : from.missing();
        this.missingSince = tally.rows;
        missing.forEach(recent::add);
        if (from != null) {
            from.anchors().forEach(recent::add);
        }
    }

    boolean whole() {
        return whole;
    }

    /** How many rows are remembered. */
    int remembered() {
        return recent.size();
    }

    /** The last ids without the {@code skip} newest, oldest first. */
    List<String> anchors(int skip) {
        return recent.last(SAVED, skip);
    }

    /**
     * The newest rows did not come where they belong: they are gone, or rows came in before them, which now are delivered
     * after them. In the latter case they will come yet, and must not be forgotten by then.
     */
    void missing(long newest) {
        if (newest > 0) {
            Set<String> ids = new LinkedHashSet<>(missing());
            ids.addAll(recent.last((int) Math.min(newest, MOST_MISSING), 0));
            missing = List.copyOf(ids).subList(Math.max(0, ids.size() - MOST_MISSING), ids.size());
            missingSince = tally.rows;
        }
    }

    /** The rows that should have come again of late and did not. */
    List<String> missing() {
        return tally.rows - missingSince < MISSED_FOR ? missing : List.of();
    }

    /** The id; null for a row that cannot be told from others. */
    @Nullable
    String id(T row) {
        String text;
        try {
            text = id.apply(row);
        } catch (UnexpectedValueException e) {
            return null; // the id did not arrive, or not as a text
        }
        return text == null || text.isBlank() ? null : text;
    }

    /** Whether no row of a page that has rows can be told from others. */
    boolean nameless(List<T> items) {
        for (T item : items) {
            if (id(item) != null) {
                return false;
            }
        }
        return !items.isEmpty();
    }

    /**
     * The index of the last row that was delivered before, -1 if there is none.
     *
     * @param expected where it is if nothing moved
     */
    int anchor(List<T> items, long expected) {
        if (expected >= 0 && expected < items.size()) {
            String there = id(items.get((int) expected));
            if (there != null && recent.isNewest(there)) {
                return (int) expected;
            }
        }
        for (int i = items.size() - 1; i >= 0; i--) {
            String name = id(items.get(i));
            if (name != null && recent.contains(name)) {
                return i;
            }
        }
        return -1;
    }

    /** How many rows were delivered after this one. */
    long distance(T row) {
        String name = id(row);
        return name == null ? 0 : Math.max(0, recent.distance(name));
    }

    /** Delivers the rows from an index on; of an id that comes twice in them, the first row. */
    List<T> deliver(List<T> items, int from) {
        List<T> picked = null;
        for (int i = from; i < items.size(); i++) {
            boolean fresh = remember(items.get(i));
            if (!fresh && picked == null) {
                picked = new ArrayList<>(items.subList(from, i));
            } else if (fresh && picked != null) {
                picked.add(items.get(i));
            }
        }
        List<T> rows = picked == null ? items.subList(from, items.size()) : picked;
        tally.repeats += items.size() - from - rows.size();
        tally.rows += rows.size();
        return rows;
    }

    private boolean remember(T row) {
        String name = id(row);
        if (name == null) {
            tally.doubt("rows without an id were delivered: a repeat of such a row cannot be told");
            return true;
        }
        int before = recent.size();
        boolean fresh = recent.add(name);
        whole &= !fresh || recent.size() > before;
        return fresh;
    }
}
