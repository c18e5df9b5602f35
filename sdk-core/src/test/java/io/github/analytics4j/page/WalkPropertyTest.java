package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.error.WalkException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of walks over logs that move, each from its own seed. */
class WalkPropertyTest {

    private static final int SMALL = Integer.getInteger("walk.cases", 8_000);
    private static final int LARGE = Integer.getInteger("walk.cases.large", 60);
    private static final long FIRST_SEED = Long.getLong("walk.seed", 20_261_121L);

    private enum Front {
        ITERATOR,
        FUTURE,
        PUBLISHER
    }

    /** What a server does beyond answering pages of a list. */
    private enum Habit {
        NONE,
        /** Responds to a page behind the list's end with 404. */
        REFUSES,
        /** Responds with fewer rows than asked for, and tells neither a total nor whether more follow. */
        CAPS
    }

    /** One walk, everything about it drawn from the seed. */
    private static final class Case {
        final Random random;
        final MovingLog log;
        final FakeServer server;
        final WalkSpec<Row> spec;
        final int prefetch;
        final int resumeOneIn;
        final Front front;
        final Habit habit;
        final List<Row> delivered = new ArrayList<>();

        @Nullable
        WalkReport report;

        Case(long seed, int most, Habit habit) {
            this.habit = habit;
            random = new Random(seed);
            int size = most < 1000 ? random.nextInt(most) : most / 2 + random.nextInt(most / 2);
            log = new MovingLog(random, size);
            int pageSize = most < 1000 ? 1 + random.nextInt(30) : 50 + random.nextInt(51);
            boolean numbered = random.nextBoolean();
            int largest = random.nextBoolean() ? Math.max(pageSize, numbered ? 20 : 2) : 100;
            if (random.nextInt(5) > 0) {
                log.inserts = random.nextInt(2 * size + 50);
                log.deletes = random.nextInt(size + 1);
                log.block = 1 + random.nextInt(1 + random.nextInt(3 * pageSize));
            }
            prefetch = random.nextBoolean() ? 0 : 1 + random.nextInt(16);
            front = random.nextInt(3) > 0 ? Front.ITERATOR : random.nextBoolean() ? Front.FUTURE : Front.PUBLISHER;
            resumeOneIn = random.nextInt(3) > 0 ? 0 : 1 + random.nextInt(size + 1);
            boolean total = random.nextBoolean() && habit != Habit.CAPS;
            boolean more = random.nextBoolean() && habit != Habit.CAPS;
            int cap = habit == Habit.CAPS ? 2 + random.nextInt(pageSize + 10) : Integer.MAX_VALUE;
            server = new FakeServer(random, at -> {
                if (habit == Habit.REFUSES && at.offset() > 0 && at.offset() >= log.rows.size()) {
                    throw Failures.notFound("Invalid page.");
                }
                Page<Row> page = log.page(at, cap);
                return page.withTotal(total ? (long) log.rows.size() : null)
                        .withHasMore(more ? at.end() < log.rows.size() : null);
            });
            int moveOneIn = 1 + random.nextInt(4);
            int failOneIn = front == Front.ITERATOR && random.nextBoolean() ? 2 + random.nextInt(10) : 0;
            int endless = 100 * (size + log.inserts + 100);
            server.before = () -> {
                assertThat(server.asked.size()).as("questions").isLessThan(endless);
                if (random.nextInt(moveOneIn) == 0) {
                    log.move();
                }
                if (failOneIn > 0 && random.nextInt(failOneIn) == 0) {
                    throw Failures.any(random);
                }
            };
            WalkSpec.Builder<Row> builder =
                    numbered ? WalkSpec.page("test.rows", server) : WalkSpec.offset("test.rows", server);
            spec = builder.id(Row::id).pageSize(pageSize).maxPageSize(largest).build();
        }

        void run() {
            Paged<Row> paged = Paged.of(spec).prefetch(prefetch).onReport(done -> report = done);
            switch (front) {
                case ITERATOR -> iterate(paged);
                case FUTURE -> {
                    var future = paged.forEachAsync(delivered::add);
                    while (!future.isDone()) {
                        server.pump();
                    }
                    future.handle((rows, e) -> e == null || mayGiveUp(e) ? rows : future.join())
                            .join();
                }
                case PUBLISHER -> subscribe(paged);
            }
        }

        /** A list can grow faster than pages of a few rows show it, which ends the walk. */
        private boolean mayGiveUp(Throwable failure) {
            return habit == Habit.CAPS && failure instanceof WalkException;
        }

        private void iterate(Paged<Row> paged) {
            Walk<Row> walk = paged.iterator();
            while (true) {
                try {
                    if (!walk.hasNext()) {
                        return;
                    }
                    delivered.add(walk.next());
                } catch (SdkException e) {
                    if (mayGiveUp(e)) {
                        return;
                    }
                    assertThat(e.getMessage()).isIn("slow down", "connection reset", "no response in time");
                }
                if (resumeOneIn > 0 && random.nextInt(resumeOneIn) == 0) {
                    Checkpoint checkpoint = Checkpoint.parse(walk.checkpoint().text());
                    if (checkpoint.finished()) {
                        continue;
                    }
                    walk.close();
                    assertThat(server.pending).isEmpty();
                    walk = paged.resume(checkpoint).iterator();
                }
            }
        }

        private void subscribe(Paged<Row> paged) {
            boolean[] done = {false};
            Throwable[] failed = {null};
            paged.publisher().subscribe(new Flow.Subscriber<>() {
                private long open;
                private Flow.@Nullable Subscription subscription;

                @Override
                public void onSubscribe(Flow.Subscription given) {
                    subscription = given;
                    ask();
                }

                private void ask() {
                    open += 1 + random.nextInt(20);
                    subscription.request(open);
                }

                @Override
                public void onNext(Row row) {
                    delivered.add(row);
                    if (--open == 0) {
                        ask();
                    }
                }

                @Override
                public void onError(Throwable failure) {
                    failed[0] = failure;
                    done[0] = true;
                }

                @Override
                public void onComplete() {
                    done[0] = true;
                }
            });
            while (!done[0]) {
                server.pump();
            }
            if (failed[0] != null && !mayGiveUp(failed[0])) {
                throw new AssertionError(failed[0]);
            }
        }

        void check() {
            assertThat(new HashSet<>(delivered)).as("no row twice").hasSize(delivered.size());
            assertThat(log.ever.containsAll(delivered))
                    .as("no row from nowhere")
                    .isTrue();
            if (habit == Habit.CAPS && (report == null || !report.proven())) {
                return; // pages were too short to overlap, which the walk told
            }
            assertThat(report).isNotNull();
            HashSet<Row> seen = new HashSet<>(delivered);
            List<Row> stayed = log.stayed();
            assertThat(stayed.stream().filter(row -> !seen.contains(row)).toList())
                    .as("no row lost")
                    .isEmpty();
            HashSet<Row> staying = new HashSet<>(stayed);
            assertThat(delivered.stream().filter(staying::contains).toList())
                    .as("in order")
                    .isEqualTo(stayed);
            assertThat(report.rows()).isEqualTo(delivered.size());
            assertThat(report.reasons()).isEmpty();
            assertThat(report.proven()).isTrue();
            assertThat(server.pending).as("requests left behind").isEmpty();
            assertThat(server.mostPending).isLessThanOrEqualTo(Math.max(1, prefetch));
        }
    }

    @Test
    void walk_movingLog_deliversEachRowThatStayedOnceAndInOrder() {
        run(SMALL, 300);
    }

    @Test
    void walk_largeMovingLog_deliversEachRowThatStayedOnceAndInOrder() {
        run(LARGE, 40_000);
    }

    /** As Django's pages by number do, with 404: a list that shrank is shorter than the walk thinks. */
    @Test
    void walk_movingLogOfAServerThatRefusesPagesBehindTheEnd_deliversEachRowThatStayedOnceAndInOrder() {
        int unused = run(FIRST_SEED, SMALL, 300, Habit.REFUSES);
    }

    /** Responses as long as the cap that held no new row, since the list had moved, were taken for its end: all rows behind were lost. */
    @Test
    void walk_movingLogOfAServerThatCapsPages_losesNoRowUntold() {
        int proven = run(FIRST_SEED, SMALL, 300, Habit.CAPS);

        assertThat(proven).as("walks that told nothing").isGreaterThan(SMALL / 2);
    }

    /** A walk that was resumed did not know of a cap of two, and took pages of two known rows for the end: up to 110 rows were lost. */
    @ParameterizedTest
    @ValueSource(longs = {94_000_003_078L, 94_000_005_462L})
    void walk_resumedOnAServerThatCapsPagesAtTwo_losesNoRowUntold(long seed) {
        assertThat(run(seed, 1, 300, Habit.CAPS)).isLessThanOrEqualTo(1);
    }

    /** Pages read ahead were older than the ones before them, so that the order remembered was not the list's: refused before. */
    @Test
    void walk_pageReadAheadIsOlderThanTheOneBefore_endsWithTheList() {
        run(7_100_009_070L, 1, 300);
    }

    /** The last rows were gone, and two places of those before them were looked at in turn, with no end: refused before. */
    @Test
    void walk_twoPlacesSeemStrange_eachIsLookedAtOnce() {
        run(7_940_013_886L, 1, 300);
    }

    /**
     * A walk that was resumed at the end of the list asked for its first page again and again: with a failure in each second request
     * it took 827,152 of them. And after a page of three rows the next walk held that for all that the server answers.
     */
    @ParameterizedTest
    @ValueSource(longs = {94_000_003_636L, 95_100_005_690L})
    void walk_resumedWhileItCounts_countsOnceAndIsProven(long seed) {
        run(seed, 1, 300);
        int unused = run(seed, 1, 300, Habit.REFUSES);
    }

    /** A list of two rows grew after they were counted, and two rows seemed to be all that the server answers at once: it was doubted. */
    @ParameterizedTest
    @ValueSource(longs = {94_000_011_784L, 96_600_006_072L})
    void walk_listGrowsAfterAllItsRowsWereCounted_isProven(long seed) {
        run(seed, 1, 300);
    }

    @Test
    void walk_resumedAfterEachRowOfAServerThatCapsPages_ends() {
        assertThat(run(95_100_000_614L, 1, 300, Habit.CAPS)).isEqualTo(1);
    }

    private static void run(int cases, int most) {
        run(FIRST_SEED, cases, most);
    }

    private static void run(long first, int cases, int most) {
        int unused = run(first, cases, most, Habit.NONE);
    }

    private static int run(long first, int cases, int most, Habit habit) {
        AtomicInteger proven = new AtomicInteger();
        Seeds.each(first, cases, seed -> {
            try {
                Case one = new Case(seed, most, habit);
                one.run();
                one.check();
                proven.addAndGet(one.report != null && one.report.proven() ? 1 : 0);
            } catch (Throwable e) {
                throw new AssertionError("-Dwalk.seed=" + seed + " (" + most + ")", e);
            }
        });
        return proven.get();
    }
}
