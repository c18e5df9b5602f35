package io.github.analytics4j.spark;

import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.page.PageWalk;
import io.github.analytics4j.page.WalkReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one slice, and what speaks against their being all. A server may hold the end of a window against the end of a
 * row, so that one in progress is left out: where the rows that came are fewer than the server counts, and where it tells no counts,
 * the slice is walked again without an end for those that are missing. Used by one thread.
 */
final class SliceRows implements AutoCloseable {
    /** More rows than any log has: the server does not tell how many there are. */
    private static final long UNTOLD = Long.MAX_VALUE;

    private final TableAccess access;
    private final Slice slice;
    private final @Nullable Column id;
    private final @Nullable Column owner;
    private final Set<Object> seen = new HashSet<>();
    private final List<String> doubts = new ArrayList<>();
    private PageWalk<?> pages;
    private Iterator<?> page = List.of().iterator();
    private long wanted = -1;
    private long count;
    private boolean again;
    private boolean foreign;
    private boolean timeless;

    SliceRows(TableAccess access, Slice slice) {
        this.access = access;
        this.slice = slice;
        this.id = access.table().idColumn().orElse(null);
        this.owner = access.owner();
        this.pages = access.rows(slice, false).pages().iterator();
    }

    /** The next row; null at the end. */
    @Nullable
    Object next() {
        do {
            while (page.hasNext()) {
                Object row = page.next();
                if (isNew(row) && isOwn(row)) {
                    return row;
                }
            }
        } while (turn());
        return null;
    }

    private boolean isNew(Object row) {
        Long time = access.isCut() ? access.time(row) : null;
        boolean taken = !access.isCut() || slice.takes(time);
        if (time == null && !taken && access.isFromTheFirst() && !timeless) {
            timeless = true;
            doubts.add(
                    "a row without a time came, which is in no part of a log that is cut by time: set the option planner to"
                            + " fixed");
        }
        if (id == null || !isChecked() || !isCounted(time)) {
            return taken;
        }
        Object key = id.get(row);
        boolean first = key == null ? !again : seen.add(key);
        count += first ? 1 : 0;
        return first && taken;
    }

    /** Whether a row is of the id that was asked for; one that is not speaks against the server. */
    private boolean isOwn(Object row) {
        Object named = owner == null ? null : owner.get(row);
        boolean own = named == null || slice.id() == null || named.toString().equalsIgnoreCase(slice.id());
        if (!own && !foreign) {
            foreign = true;
            doubts.add("asked for the rows of " + slice.id()
                    + ", the server gave others too, which are left out: it may ignore "
                    + Objects.requireNonNull(owner).name());
        }
        return own;
    }

    /** Whether a row of that time is one that the server counts, whose times may be in whole seconds. */
    private boolean isCounted(@Nullable Long time) {
        Long from = slice.from();
        Long to = slice.to();
        return time == null
                ? from == null
                : (from == null || time >= SparkTypes.second(from)) && (to == null || time < SparkTypes.nextSecond(to));
    }

    private boolean isChecked() {
        return slice.to() != null && !slice.open() && id != null && access.isCounted() && !access.isByDay();
    }

    /** Gets the next page, or begins the second walk; false at the end. */
    private boolean turn() {
        if (again && count >= wanted) {
            return false;
        } else if (pages.hasNext()) {
            page = pages.next().items().iterator();
            return true;
        }
        WalkReport report = pages.report();
        if (!report.proven()) {
            doubts.addAll(report.reasons().isEmpty() ? List.of("the walk did not get to its end") : report.reasons());
        }
        if (again && wanted != UNTOLD) {
            doubts.add("the server counts " + wanted + " rows, and gave " + count + " of them");
        }
        again = !again && isChecked() && (slice.rows() < 0 || count < slice.rows()) && isShort();
        return again;
    }

    /** Whether fewer rows came than the server counts now, or it does not tell; then a walk without an end begins. */
    private boolean isShort() {
        Long from = slice.from();
        Long to = Objects.requireNonNull(slice.to());
        long since = access.count(slice.id(), from == null ? null : (Long) SparkTypes.second(from))
                .rows();
        long behind = since < 0
                ? -1
                : access.count(slice.id(), SparkTypes.nextSecond(to)).rows();
        wanted = behind < 0 ? UNTOLD : since - behind;
        if (count >= wanted) {
            return false;
        }
        pages = access.rows(slice, true).pages().iterator();
        return true;
    }

    /** Returns the reasons why the rows may not be all, a sentence each. Known at the end. */
    List<String> doubts() {
        return doubts;
    }

    @Override
    public void close() {
        pages.close();
    }
}
