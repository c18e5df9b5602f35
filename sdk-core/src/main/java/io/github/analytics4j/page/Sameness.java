package io.github.analytics4j.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notices a server that answers the same rows whatever offset it is asked for. */
final class Sameness<T> {

    private final Rows<T> rows;
    private @Nullable List<T> last;
    private long lastOffset;
    private boolean trusted;

    Sameness(Rows<T> rows) {
        this.rows = rows;
    }

    /** Whether another offset brought the rows of the answer before. Remembers the answer for the next time. */
    boolean again(PageRequest asked, List<T> items) {
        List<T> before = last;
        long offset = lastOffset;
        last = items;
        lastOffset = asked.offset();
        return !trusted && before != null && offset != asked.offset() && alike(before, items);
    }

    private boolean alike(List<T> one, List<T> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        String name = rows.id(one.get(0));
        return name == null ? one.equals(other) : name.equals(rows.id(other.get(0)));
    }

    /** A far offset brought other rows: rows that look alike are just that. */
    void trust(boolean nameless) {
        trusted = nameless;
    }
}
