package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many requests walks by offset and page number need, against the fewest that bring all rows. */
class OffsetCostTest {

    private static final int PAGE = 100;
    private static final int[] SIZES = {0, 1, 99, 100, 101, 1_000, 10_000, 100_000, 1_000_000};
    private static final int[] AHEAD = {0, 8, 64};
    private static final long LATENCY = 300_000_000L;
    private static final int LARGEST = Integer.getInteger("walk.rows", 100_000);

    private enum Told {
        NOTHING,
        MORE,
        TOTAL,
        BOTH
    }

    /** A log with its newest rows first, in no memory: with every so many requests, rows come in at its head or vanish there. */
    private static final class Log implements PageSource<Row> {
        private final long size;
        private final Told told;
        private final int growth;
        private final int every;
        private final Deque<Waiting> waiting = new ArrayDeque<>();
        private long grown;
        private int requests;
        /** Each response takes so long, however many are under way. */
        private long nanos;

        Log(long size, Told told, int growth, int every) {
            this.size = size;
            this.told = told;
            this.growth = growth;
            this.every = every;
        }

        private final class Waiting extends CompletableFuture<Page<Row>> {
            private final PageRequest at;
            private final long due;

            Waiting(PageRequest at) {
                this.at = at;
                this.due = nanos + LATENCY;
            }

            @Override
            public Page<Row> get() throws InterruptedException, ExecutionException {
                while (!isDone()) {
                    Waiting next = waiting.remove();
                    nanos = Math.max(nanos, next.due);
                    next.complete(answer(next.at));
                }
                return super.get();
            }

            @Override
            public boolean cancel(boolean interrupt) {
                waiting.remove(this);
                return super.cancel(interrupt);
            }
        }

        @Override
        public Page<Row> fetch(PageRequest at) {
            asked();
            nanos += LATENCY;
            return answer(at);
        }

        @Override
        public CompletableFuture<Page<Row>> fetchAsync(PageRequest at) {
            asked();
            Waiting answer = new Waiting(at);
            waiting.add(answer);
            return answer;
        }

        private void asked() {
            requests++;
            grown += requests % every == 0 ? growth : 0;
        }

        private Page<Row> answer(PageRequest at) {
            long all = size + grown;
            long from = Math.min(at.offset(), all);
            int count = (int) (Math.min(at.end(), all) - from);
            List<Row> rows = new AbstractList<>() {
                @Override
                public Row get(int i) {
                    return Row.of(from + i - grown + 5_000_000);
                }

                @Override
                public int size() {
                    return count;
                }
            };
            return Page.of(at, List.copyOf(rows), "answer")
                    .withTotal(told == Told.TOTAL || told == Told.BOTH ? all : null)
                    .withHasMore((told == Told.MORE || told == Told.BOTH) ? at.end() < all : null);
        }
    }

    /** What a walk took. */
    private record Cost(long rows, int requests, WalkReport report) {}

    private static Cost walk(Log log, boolean numbered, int ahead) {
        WalkSpec.Builder<Row> spec = numbered ? WalkSpec.page("test.rows", log) : WalkSpec.offset("test.rows", log);
        Walk<Row> walk = Paged.of(spec.id(Row::id)
                        .maxPageSize(PAGE)
                        .nanoTime(() -> log.nanos)
                        .build())
                .prefetch(ahead)
                .iterator();
        long rows = 0;
        while (walk.hasNext()) {
            walk.next();
            rows++;
        }
        return new Cost(rows, log.requests, walk.report());
    }

    private static long minimum(long rows) {
        return Math.max(1, (rows + PAGE - 1) / PAGE);
    }

    @ParameterizedTest
    @EnumSource(Told.class)
    void walk_stillLog_takesHardlyMoreRequestsThanItHasPages(Told told) {
        check(told, 0, 1, 1.3);
    }

    @ParameterizedTest
    @EnumSource(Told.class)
    void walk_logThatGrowsWithEachRequest_takesHardlyMoreRequestsThanItHasPages(Told told) {
        check(told, 5, 1, 1.3);
    }

    @ParameterizedTest
    @EnumSource(Told.class)
    void walk_logThatGrowsInBursts_takesHardlyMoreRequestsThanItHasPages(Told told) {
        check(told, 700, 100, 1.4);
    }

    /** Half a page and more comes in with each request: reading ahead would ask for pages that moved away meanwhile. */
    @ParameterizedTest
    @ValueSource(ints = {50, 90})
    void walk_logThatGrowsFast_readsHardlyAhead(int growth) {
        for (Told told : new Told[] {Told.NOTHING, Told.TOTAL}) {
            for (boolean numbered : new boolean[] {false, true}) {
                for (int ahead : AHEAD) {
                    Cost cost = walk(new Log(100_000, told, growth, 1), numbered, ahead);
                    assertThat(cost.report().reasons()).isEmpty();
                    assertThat(cost.requests())
                            .as(told + " " + numbered + " " + ahead)
                            .isLessThan(1_450);
                }
            }
        }
    }

    /** Rows vanish at the head with each request. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20})
    void walk_logThatShrinks_readsHardlyAhead(int lost) {
        for (boolean numbered : new boolean[] {false, true}) {
            for (int ahead : AHEAD) {
                Cost cost = walk(new Log(100_000, Told.TOTAL, -lost, 1), numbered, ahead);
                assertThat(cost.report().reasons()).isEmpty();
                assertThat(cost.requests()).as(numbered + " " + ahead).isLessThan(1_450);
            }
        }
    }

    /** The table that is printed holds requests for: one at a time, with 8 pages ahead, with 64. */
    private static void check(Told told, int growth, int every, double times) {
        for (boolean numbered : new boolean[] {false, true}) {
            for (int size : SIZES) {
                if (size <= LARGEST) {
                    List<Integer> requests = new ArrayList<>();
                    for (int ahead : AHEAD) {
                        Log log = new Log(size, told, growth, every);
                        Cost cost = walk(log, numbered, ahead);
                        requests.add(cost.requests());
                        String what = size + " rows, by page " + numbered + ", ahead " + ahead;
                        assertThat(cost.rows()).as(what).isBetween((long) size, size + log.grown);
                        assertThat(cost.report().reasons()).as(what).isEmpty();
                        assertThat((double) cost.requests())
                                .as(what)
                                .isLessThanOrEqualTo(times * minimum(cost.rows()) + 10);
                    }
                    System.out.println("| " + (numbered ? "page" : "offset") + " | " + told + " | " + growth + " per "
                            + every + " | " + size + " | " + minimum(size) + " | " + requests + " |");
                }
            }
        }
    }
}
