package io.github.analytics4j.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A log of any size behind an operation that filters by time, with the habits such servers have. */
final class WindowServer implements Function<PageRequest, Page<Row>> {

    enum Round {
        DOWN,
        UP,
        NEAREST;

        Instant apply(Instant at, long grid) {
            long nanos = grid * 1_000_000;
            long whole =
                    Math.multiplyExact(Math.max(at.getEpochSecond(), -9_000_000_000L), 1_000_000_000L) + at.getNano();
            long down = Math.floorDiv(whole, nanos) * nanos;
            boolean higher = this == UP ? whole > down : this == NEAREST && whole - down >= nanos / 2;
            long nano = higher ? down + nanos : down;
            return Instant.ofEpochSecond(Math.floorDiv(nano, 1_000_000_000L), Math.floorMod(nano, 1_000_000_000L));
        }
    }

    /** Oldest first. */
    final List<Row> rows = new ArrayList<>();

    final List<Row> timeless = new ArrayList<>();
    private final Random random;
    TimedLog.Order kept = TimedLog.Order.NEWEST_FIRST;
    /** The order on the wire; null is that of the rows kept. */
    TimedLog.@Nullable Order shown;

    int cap = Integer.MAX_VALUE;
    boolean startCounts = true;
    boolean endCounts;
    boolean heedsStart = true;
    boolean heedsEnd = true;
    UnaryOperator<Instant> start = at -> at;
    UnaryOperator<Instant> end = at -> at;

    WindowServer(Random random) {
        this.random = random;
    }

    WindowServer rounds(Round first, Round last, long grid) {
        start = at -> first.apply(at, grid);
        end = at -> last.apply(at, grid);
        return this;
    }

    /** Rounds to days of a time zone that many minutes ahead. */
    WindowServer roundsToDays(Round first, Round last, int minutes) {
        Duration ahead = Duration.ofMinutes(minutes);
        start = at -> first.apply(at.plus(ahead), 86_400_000).minus(ahead);
        end = at -> last.apply(at.plus(ahead), 86_400_000).minus(ahead);
        return this;
    }

    void add(Instant at, int count) {
        for (int i = 0; i < count; i++) {
            rows.add(new Row("event-" + rows.size(), at));
        }
    }

    void sort() {
        rows.sort(Comparator.comparing(Row::at, Comparator.nullsFirst(Comparator.naturalOrder())));
    }

    @Override
    public Page<Row> apply(PageRequest at) {
        Instant from = at.from() == null || !heedsStart ? null : start.apply(at.from());
        Instant to = at.to() == null || !heedsEnd ? null : end.apply(at.to());
        int first = from == null ? 0 : index(from, startCounts);
        int last = to == null ? rows.size() : index(to, !endCounts);
        List<Row> found = new ArrayList<>(timeless);
        int room = Math.max(0, cap(at.limit()) - found.size());
        found.addAll(cut(first, Math.max(first, last), room));
        arrange(found);
        return Page.of(at, List.copyOf(found.subList(0, Math.min(found.size(), cap(at.limit())))), "answer");
    }

    private int cap(int limit) {
        return Math.min(limit, cap);
    }

    private List<Row> cut(int first, int last, int most) {
        if (last - first <= most) {
            return rows.subList(first, last);
        }
        return switch (kept) {
            case OLDEST_FIRST -> rows.subList(first, first + most);
            case NEWEST_FIRST -> rows.subList(last - most, last);
            case SHUFFLED -> {
                Set<Integer> picked = new LinkedHashSet<>();
                while (picked.size() < most) {
                    picked.add(first + random.nextInt(last - first));
                }
                yield picked.stream().sorted().map(rows::get).toList();
            }
        };
    }

    private void arrange(List<Row> found) {
        switch (shown == null ? kept : shown) {
            case OLDEST_FIRST -> {
                // as they are
            }
            case NEWEST_FIRST -> Collections.reverse(found);
            case SHUFFLED -> Collections.shuffle(found, random);
        }
    }

    /** The index of the first row at or, if the instant itself does not count, behind it. */
    private int index(Instant at, boolean itself) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            Instant there = rows.get(middle).at();
            int order = there == null ? -1 : there.compareTo(at);
            if (order < 0 || (order == 0 && !itself)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
