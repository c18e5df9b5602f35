package io.github.analytics4j.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.testkit.data.RowSelection.Filter;
import io.github.analytics4j.testkit.data.RowTree.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowSelectionTest {
    private static final RowTimes TIMES = RowTimes.of(4, new Rhythm(4, 86_400));
    private static final long NEWEST = 1_000_000_000;

    /** Rows by their place behind the newest one. */
    private record Divisible(long by) implements Filter {
        @Override
        public boolean passes(long key, long time, @Nullable Object edit) {
            return (NEWEST - key) % by == 0;
        }
    }

    private static RowTree tree(long rows) {
        return RowTree.of(TIMES, NEWEST, NEWEST - rows + 1);
    }

    private static RowView view(RowTree tree) {
        return new RowView(tree, 0, tree.size(), 0);
    }

    private static RowView view(long rows) {
        return view(tree(rows));
    }

    private final RowSelection.Cache cache = new RowSelection.Cache();

    @Test
    void withoutFilter_isThePositionsOfTheTimeRange() {
        RowView view = view(20_000);
        RowSelection rows = cache.select(view, view.time(500), view.time(100), null);

        assertThat(rows.total()).isEqualTo(400);
        assertThat(page(rows, 0, 3)).containsExactly(101L, 102L, 103L);
        assertThat(page(rows, 398, 10)).containsExactly(499L, 500L);
        assertThat(page(rows, 400, 10)).isEmpty();
        assertThat(page(rows, 1_000_000, 10)).isEmpty();
    }

    @Test
    void withFilter_anyPage_isThatPartOfTheMatches() {
        long seed = Long.getLong("walk.seed", System.nanoTime());
        Random random = new Random(seed);
        RowView view = view(20_000);
        for (long by : new long[] {1, 2, 7, 4096, 19_999}) {
            RowSelection rows = cache.select(view, Long.MIN_VALUE, Long.MAX_VALUE, new Divisible(by));
            List<Long> matches = LongStream.range(0, 20_000)
                    .filter(key -> key % by == 0)
                    .boxed()
                    .toList();
            assertThat(rows.total()).isEqualTo(matches.size());
            for (int i = 0; i < 50; i++) {
                int offset = random.nextInt(matches.size());
                int end = Math.min(matches.size(), offset + 100);
                assertThat(page(rows, offset, 100))
                        .as("seed %s, by %s, offset %s", seed, by, offset)
                        .isEqualTo(matches.subList(offset, end));
            }
        }
    }

    @Test
    void nothingMatches_isEmpty() {
        RowView view = view(10_000);
        RowSelection rows = cache.select(view, Long.MIN_VALUE, Long.MAX_VALUE, (key, time, edit) -> false);

        assertThat(rows.total()).isZero();
        assertThat(page(rows, 0, 100)).isEmpty();
        assertThat(cache.select(view(0), Long.MIN_VALUE, Long.MAX_VALUE, null).total())
                .isZero();
    }

    @Test
    void from_afterTo_isEmpty() {
        RowView view = view(1_000);

        assertThat(cache.select(view, view.time(10), view.time(20), null).total())
                .isZero();
    }

    @Test
    void cache_sameQuestion_sameSelection_otherState_another() {
        RowView view = view(1_000);
        RowSelection first = cache.select(view, 0, Long.MAX_VALUE, new Divisible(3));
        RowView changed = view(tree(1_000).inserted(0, new Piece(NEWEST + 5, 5, TIMES.at(NEWEST + 1), null)));

        assertThat(cache.select(view, 0, Long.MAX_VALUE, new Divisible(3))).isSameAs(first);
        assertThat(cache.select(changed, 0, Long.MAX_VALUE, new Divisible(3))).isNotSameAs(first);
        for (int by = 4; by < 40; by++) {
            cache.select(view, 0, Long.MAX_VALUE, new Divisible(by));
        }
        assertThat(cache.select(view, 0, Long.MAX_VALUE, new Divisible(3)).total())
                .isEqualTo(first.total());
    }

    @Test
    void view_firstBefore_findsTheBorder() {
        long time = TIMES.at(NEWEST - 499);
        RowView view = view(tree(1_000).inserted(500, new Piece(NEWEST + 10, 10, time, null)));

        assertThat(view.firstBefore(Long.MAX_VALUE)).isZero();
        assertThat(view.firstBefore(Long.MIN_VALUE)).isEqualTo(1_010);
        assertThat(view.firstBefore(time)).isEqualTo(510);
        assertThat(view.firstBefore(time + 1)).isEqualTo(499);
    }

    @Test
    void view_isImmutable() {
        RowTree tree = tree(100);
        RowView view = view(tree);
        RowView shorter = view(tree.deleted(10, 5));

        assertThat(view.size()).isEqualTo(100);
        assertThat(view.key(10)).isEqualTo(NEWEST - 10);
        assertThat(shorter.size()).isEqualTo(95);
        assertThat(shorter.key(9)).isEqualTo(NEWEST - 9);
        assertThat(shorter.key(10)).isEqualTo(NEWEST - 15);
    }

    private static List<Long> page(RowSelection rows, long offset, long limit) {
        List<Long> positions = new ArrayList<>();
        rows.page(offset, limit, (key, time, edit) -> positions.add(NEWEST - key));
        return positions;
    }
}
