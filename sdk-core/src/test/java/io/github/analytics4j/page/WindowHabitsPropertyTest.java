package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.error.WalkException;
import io.github.analytics4j.page.WindowServer.Round;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Walks by time over servers with habits: they round, cap, ignore a bound, keep any end; each from its own seed. */
class WindowHabitsPropertyTest {

    private static final int CASES = Integer.getInteger("walk.cases.habits", 500);
    private static final long FIRST_SEED = Long.getLong("walk.seed", 20_261_126L);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final long[] GRIDS = {1, 1_000, 60_000, 3_600_000, 86_400_000};

    private static final class Case {
        final Random random;
        final WindowServer log;
        final FakeServer server;
        final int limit;
        final int prefetch;
        final int resumeOneIn;
        final Paged<Row> paged;
        final List<Row> delivered = new ArrayList<>();
        String habits = "";
        long grid;

        @Nullable
        WalkReport report;

        /**
         * @param coarse whether the server rounds to steps of which some have about as many rows as a response
         * @param dated whether it tells its time, which may be another than that of its rows
         */
        Case(long seed, boolean coarse, boolean dated) {
            random = new Random(seed);
            log = new WindowServer(random);
            limit = 30 + random.nextInt(150);
            if (coarse) {
                fillSteps(random.nextInt(3_000));
            } else {
                fill(random.nextInt(3_000));
            }
            habits(coarse);
            Instant date = dated ? date(new Random(~seed)) : null;
            server = new FakeServer(random, at -> log.apply(at).withServerTime(date));
            server.before =
                    () -> assertThat(server.asked.size()).as("questions").isLessThan(30_000);
            prefetch = random.nextBoolean() ? 0 : 1 + random.nextInt(16);
            resumeOneIn = random.nextInt(4) > 0 ? 0 : 50 + random.nextInt(500);
            boolean start = random.nextInt(3) == 0;
            paged = Paged.of(WalkSpec.<Row>window("test.events", server, Row::at)
                            .id(Row::id)
                            .maxPageSize(limit)
                            .between(start ? Instant.parse("2020-01-01T00:00:00Z") : null, null)
                            .pinEnd(true)
                            .clock(Clock.fixed(NOW.plus(clock()), ZoneOffset.UTC))
                            .build())
                    .prefetch(prefetch)
                    .onReport(done -> report = done);
        }

        /** As servers tell it, to the second: right, some seconds behind or ahead, or by far. */
        private Instant date(Random chance) {
            long[] most = {1, 4_000, 600_000, 90_000_000, 3_000_000_000L};
            long by = (long) (chance.nextDouble() * most[chance.nextInt(most.length)]);
            Instant date = NOW.plusMillis(chance.nextInt(3) == 0 ? by : -by).truncatedTo(ChronoUnit.SECONDS);
            habits += " date " + date;
            return date;
        }

        private Duration clock() {
            return random.nextInt(4) > 0 ? Duration.ZERO : Duration.ofHours(random.nextInt(2_000) - 1_000);
        }

        private void fill(int size) {
            long span = 1L << (10 + random.nextInt(24));
            boolean micros = random.nextBoolean();
            while (log.rows.size() < size) {
                long back = 1 + (long) (random.nextDouble() * span);
                Instant at = NOW.minusMillis(back).plusNanos(micros ? 1_000L * random.nextInt(1_000) : 0);
                log.add(at, random.nextInt(50) > 0 ? 1 : 1 + random.nextInt(limit - 2));
            }
            log.sort();
        }

        private void fillSteps(int size) {
            grid = GRIDS[1 + random.nextInt(4)];
            double inAStep = Math.exp(random.nextDouble() * 7) * limit / 200;
            long span = (long) Math.max(1_000, Math.min(1.7e11, size * grid / inAStep));
            boolean micros = random.nextBoolean();
            int crowd = 5 + random.nextInt(60);
            while (log.rows.size() < size) {
                long back = 1 + (long) (random.nextDouble() * span);
                Instant at = NOW.minusMillis(back).plusNanos(micros ? 1_000L * random.nextInt(1_000) : 0);
                log.add(at, random.nextInt(crowd) > 0 ? 1 : 1 + random.nextInt(limit - 2));
            }
            log.sort();
        }

        private void habits(boolean coarse) {
            TimedLog.Order[] orders = TimedLog.Order.values();
            log.kept = orders[random.nextInt(3)];
            log.shown = random.nextInt(3) > 0 ? null : orders[random.nextInt(3)];
            log.endCounts = random.nextBoolean();
            log.startCounts = random.nextInt(4) > 0;
            if (coarse || random.nextInt(3) == 0) {
                grid = coarse ? grid : GRIDS[random.nextInt(GRIDS.length)];
                Round[] rounds = Round.values();
                log.rounds(rounds[random.nextInt(3)], rounds[random.nextInt(3)], grid);
                habits += " rounds " + grid;
            }
            if (random.nextInt(coarse ? 6 : 3) == 0) {
                log.cap = 20 + random.nextInt(237);
                habits += " cap " + log.cap;
            }
            if (!coarse) {
                moreHabits();
            }
            habits += " kept " + log.kept + " shown " + log.shown + " end " + log.endCounts + " start "
                    + log.startCounts + " heeds " + log.heedsStart + log.heedsEnd;
        }

        private void moreHabits() {
            if (random.nextInt(8) == 0) {
                for (int i = random.nextInt(60); i >= 0; i--) {
                    log.timeless.add(new Row("timeless-" + i, null));
                }
                habits += " timeless " + log.timeless.size();
            }
            log.heedsStart = random.nextInt(12) > 0;
            log.heedsEnd = random.nextInt(12) > 0;
        }

        void run() {
            Walk<Row> walk = paged.iterator();
            while (walk.hasNext()) {
                delivered.add(walk.next());
                if (resumeOneIn > 0 && random.nextInt(resumeOneIn) == 0) {
                    Checkpoint checkpoint = Checkpoint.parse(walk.checkpoint().text());
                    if (!checkpoint.finished()) {
                        walk.close();
                        walk = paged.resume(checkpoint).iterator();
                    }
                }
            }
        }

        void check() {
            assertThat(report).isNotNull();
            HashSet<Row> seen = new HashSet<>(delivered);
            int lost = log.rows.size() + log.timeless.size() - seen.size();
            int twice = delivered.size() - seen.size();
            if (report.proven()) {
                assertThat(lost).as("lost of " + log.rows.size()).isZero();
                assertThat(twice).as("twice").isZero();
            }
            assertThat(twice).as("twice though not proven").isZero();
        }
    }

    private static void run(long seed, boolean coarse) {
        run(seed, coarse, false);
    }

    private static void run(long seed, boolean coarse, boolean dated) {
        Case one = new Case(seed, coarse, dated);
        try {
            one.run();
            one.check();
        } catch (WalkException e) {
            assertThat(e.getMessage())
                    .as("-Dwalk.seed=" + seed)
                    .matches("(?s).*(does not heed|hardly any further|come in faster).*");
        } catch (Throwable e) {
            throw new AssertionError(
                    "-Dwalk.seed=" + seed + one.habits + " limit " + one.limit + " prefetch " + one.prefetch
                            + " resumed " + one.resumeOneIn + " " + one.report,
                    e);
        }
    }

    @Test
    void walk_serversWithHabits_losesNoRowWhileProvenAndEnds() {
        Seeds.each(FIRST_SEED, CASES, seed -> run(seed, false));
    }

    @Test
    void walk_stepsOfAboutAsManyRowsAsAResponse_losesNoRowWhileProvenAndEnds() {
        Seeds.each(FIRST_SEED, CASES, seed -> run(seed, true));
    }

    @Test
    void walk_serversWithHabitsTellATime_losesNoRowWhileProvenAndEnds() {
        Seeds.each(FIRST_SEED, CASES, seed -> run(seed, seed % 2 == 0, true));
    }

    /** A server that keeps any rows and shows them in order passed one test of many by chance, since each resume began anew. */
    @Test
    void resume_anyRowsShownInOrder_isNotTakenForOneThatKeepsAnEnd() {
        run(6_100_016_594L, false);
    }

    @Test
    void walk_seedThatFailedBefore_losesNoRowWhileProven() {
        for (int i = 0; i < 20; i++) { // how much is read ahead depends on the time a response took
            run(930_000_057L, false);
        }
    }

    /** A millisecond at which responses begin or end, while the server moves both bounds, was read as whole without its rows. */
    @Test
    void walk_boundsAreMovedAroundRowsInHand_losesNoRowWhileProven() {
        run(9_200_005_257L, false);
        run(9_917L, true);
        run(5_132L, true);
    }

    /** The oldest row of the log, which an empty response before had not had, since the server rounds its end down. */
    @Test
    void walk_oldestRowLiesBehindAnEmptyWindow_isThere() {
        run(13_000_007_897L, true);
    }

    /** Rows of a millisecond beside a crowded one, which came with the window before it and then had no room. */
    @Test
    void walk_rowsBesideACrowdHaveNoRoom_areThere() {
        run(13_100_034_665L, false);
    }

    /** Some rows of an instant were read, and the first response then began with another instant of the same millisecond. */
    @Test
    void resume_amongRowsOfOneInstantThatIsLeftOut_losesNoRowWhileProven() {
        run(13_100_035_836L, false);
    }

    /** More rows of a millisecond than a response holds: a short one, of which the server left out the start, told that all were there. */
    @Test
    void walk_crowdWhoseStartIsLeftOut_isNotProven() {
        run(13_200_046_706L, false);
        run(13_300_004_506L, false);
    }

    /** A walk that was resumed behind an end that a wrong date had told was over at once. */
    @Test
    void resume_dateIsBehindThatOfTheRows_losesNoRowWhileProven() {
        run(15_000_019_053L, false, true);
        run(15_000_026_938L, true, true);
    }

    /** The server rounds starts up to days: the many rows of an instant that had come were asked for, and found, nowhere. */
    @Test
    void walk_crowdComesOnlyWithTheDayBefore_losesNoRowWhileProven() {
        run(15_000_011_152L, true, true);
    }
}
