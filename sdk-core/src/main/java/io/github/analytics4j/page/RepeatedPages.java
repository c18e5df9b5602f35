package io.github.analytics4j.page;

import io.github.analytics4j.error.WalkException;
import io.github.analytics4j.page.WalkReport.WalkCounter;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Notices a server that answers the same rows whatever offset it is asked for, even while its list grows. */
final class RepeatedPages<T> {

    /** Any odd distance will do to tell a server that ignores the offset from a list that moved by one page. */
    private static final int FAR_PAGES = 7;
    /** No list moves that far between two responses, and by chance twice. */
    private static final int FAR_ROWS = 700;
    /** A page of fewer rows may look alike by chance. */
    private static final int TELLING = 100;

    private static final int NOWHERE = -1;

    private final WalkSpec<T> spec;
    private final WalkCounter counter;
    private @Nullable List<T> last;
    private long lastOffset;
    private List<T> earlier = List.of();
    private boolean goesBack;
    private boolean heeds;
    private boolean nameless;
    private int alike;
    /** The nearest place of a page with the rows of one before it, of those in a row; none if the last one had others. */
    private long nearest = Long.MAX_VALUE;

    private int patience = 2;
    private int fars;
    private boolean differs;

    RepeatedPages(WalkSpec<T> spec, WalkCounter counter) {
        this.spec = spec;
        this.counter = counter;
    }

    /**
     * Whether another offset brought the rows of the response before, at the same place of the page or farther from where they
     * belong. Remembers the response for the next time.
     */
    boolean again(PageRequest asked, List<T> items) {
        List<T> before = last;
        long distance = asked.offset() - lastOffset;
        last = items;
        lastOffset = asked.offset();
        goesBack = distance < 0 && before != null && shares(earlier, items) && !shares(before, items);
        earlier = before == null ? List.of() : before;
        if (before == null || distance == 0 || before.isEmpty() || items.isEmpty()) {
            return false;
        }
        boolean same = stays(before, items, distance > 0);
        alike = same ? alike + 1 : 0;
        nearest = same ? Math.min(nearest, Math.max(asked.offset(), asked.offset() - distance)) : Long.MAX_VALUE;
        return same;
    }

    private boolean stays(List<T> before, List<T> items, boolean forward) {
        if (spec.idOf(before.get(0)) == null) {
            return before.equals(items);
        }
        Map<String, Integer> places = null;
        for (int i = 0; i < items.size(); i++) {
            String name = spec.idOf(items.get(i));
            if (name == null) {
                continue;
            }
            if (i > 0 && places == null) { // most pages begin with a row of the one before, and need no index
                places = placesOf(before);
            }
            int place = places == null ? placeOf(name, before) : places.getOrDefault(name, NOWHERE);
            if (place != NOWHERE) {
                return (forward ? i >= place : i <= place) && goesOn(before, place, items, i);
            }
        }
        return false;
    }

    private int placeOf(String name, List<T> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (name.equals(spec.idOf(rows.get(i)))) {
                return i;
            }
        }
        return NOWHERE;
    }

    private Map<String, Integer> placesOf(List<T> rows) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            String name = spec.idOf(rows.get(i));
            if (name != null) {
                places.putIfAbsent(name, i);
            }
        }
        return places;
    }

    private static <T> boolean shares(List<T> some, List<T> others) {
        return !Collections.disjoint(some, new HashSet<>(others));
    }

    /** Whether the last response was asked for where the one before the last was, and has rows of that one only. */
    boolean goesBack() {
        return goesBack;
    }

    /** Whether the rows behind are the same too, up to the end of the shorter list: rows in any order only look alike. */
    private boolean goesOn(List<T> before, int place, List<T> items, int i) {
        for (int k = 1; place + k < before.size() && i + k < items.size(); k++) {
            if (!Objects.equals(spec.idOf(before.get(place + k)), spec.idOf(items.get(i + k)))) {
                return false;
            }
        }
        return true;
    }

    /** A response began where it should: the server heeds the offset. */
    void moved() {
        heeds = true;
        alike = 0;
    }

    /** A place far behind the walk's own, where a response cannot hold the rows of the last one. */
    long farFrom(long position, int span) {
        return Math.max(position, lastOffset) + Math.max(FAR_ROWS, (long) FAR_PAGES * span);
    }

    /** Takes the response from far away; whether another one is needed. */
    boolean undecided(PageRequest asked, List<T> items, int span) {
        differs = !again(asked, items);
        boolean once = fars++ == 0;
        boolean more = !differs && once && span < TELLING;
        fars = more ? fars : 0;
        return more;
    }

    /**
     * Whether the response from far away had the same rows, so that the walk ends and the counter is told the reason; other rows show
     * that rows which look alike are just that.
     *
     * @param total how many rows the server says there are, or null
     * @param start how many rows were skipped
     * @throws WalkException if rows follow, and not one offset was heeded
     */
    boolean ends(PageRequest asked, @Nullable Long total, long position, long start, boolean withoutIds) {
        boolean more = total != null && total > counter.rows + start;
        boolean behind = total != null && nearest >= total; // all pages there may be the last one
        if (differs || (more && !heeds && behind)) {
            heeds = true;
            nameless = differs && withoutIds;
            alike = 0;
            patience *= 4;
            return false;
        }
        if (more && !heeds) {
            throw new WalkException("the server ignores the offset: it answered the same rows again at offset "
                    + asked.offset() + "; it claims " + total + " rows, " + counter.rows + " could be read");
        }
        String claim = more ? ", though it claims " + total + " rows: read the rest by narrower requests" : "";
        counter.doubt("the server answers the same rows at every offset"
                + (heeds ? " from " + position + " on" + claim : ""));
        return true;
    }

    /** Whether to ask far away: nothing speaks for the server yet, or it seems to answer nothing behind some offset. */
    boolean suspect() {
        return !nameless && (!heeds || alike > patience);
    }
}
