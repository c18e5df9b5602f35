package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.error.WalkException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Walks by time of which a single response has one row of the log in the place of another one; all others are honest. */
class WindowReplacedRowTest {

    private static final int CASES = Integer.getInteger("walk.cases.replaced", 600);
    private static final long FIRST_SEED = Long.getLong("walk.seed", 1_000L);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Comparator<Row> BY_TIME = Comparator.comparing(row -> Objects.requireNonNull(row.at()));

    /** Seeds of walks that lost rows while proven, or that ended without need. */
    private static final long[] FAILED_BEFORE = {
        22, 118, 648, 649, 687, 774, 984, 1_012, 2_033, 5_922, 9_661, 13_864, 15_539, 100_163, 100_181, 107_857, 136_945
    };

    /** The row that comes instead. */
    private enum Stray {
        /** Of those that lie before the window, the one that many rows away. */
        BEFORE,
        /** At the very instant of its end, if that is not the list's: there nothing tells that it is not a row of the list. */
        AT_ITS_END,
        BEHIND,
        /** Of those that were cut off, behind or before the response's rows. */
        CUT_OFF,
        ANY
    }

    private static final class Case {
        private final Random random;
        private final TimedLog.Order order;
        private final TimedLog log;
        private final int limit;
        private final int liesAt;
        private final Stray stray;
        private final int away;
        private final boolean last;
        private final @Nullable Instant end;
        private final FakeServer server;
        private final Paged<Row> paged;
        private final List<Row> read = new ArrayList<>();
        private boolean lied;
        private int responses;

        Case(long seed) {
            random = new Random(seed);
            order = TimedLog.Order.values()[random.nextInt(3)];
            log = new TimedLog(random, order, random.nextBoolean());
            limit = 8 + random.nextInt(40);
            fill(20 + random.nextInt(200));
            liesAt = 1 + random.nextInt(random.nextBoolean() ? 6 : 25);
            stray = Stray.values()[random.nextInt(Stray.values().length)];
            away = 1 + random.nextInt(random.nextBoolean() ? 3 : 30);
            last = random.nextBoolean();
            server = new FakeServer(random, at -> answer(at, log.page(at)));
            boolean bounded = random.nextBoolean();
            Instant from = bounded ? at(random.nextInt(log.rows.size())) : null;
            Instant to = bounded ? at(random.nextInt(log.rows.size())) : random.nextBoolean() ? NOW : null;
            end = from != null && to != null && to.isBefore(from) ? from : to;
            boolean turned = from != null && to != null && to.isBefore(from);
            paged = Paged.of(WalkSpec.<Row>window("test.events", server, Row::at)
                            .id(Row::id)
                            .maxPageSize(limit)
                            .between(turned ? to : from, turned ? from : to)
                            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                            .build())
                    .prefetch(random.nextInt(3) > 0 ? 0 : 1 + random.nextInt(8));
            log.settle();
            log.kept.removeIf(row -> outside(row, turned ? to : from, turned ? from : to));
        }

        private Instant at(int index) {
            return Objects.requireNonNull(log.rows.get(index).at());
        }

        private static boolean outside(Row row, @Nullable Instant from, @Nullable Instant to) {
            Instant at = Objects.requireNonNull(row.at());
            return (from != null && at.isBefore(from)) || (to != null && !at.isBefore(to));
        }

        private void fill(int size) {
            long span = 1L << (4 + random.nextInt(26));
            boolean micros = random.nextBoolean();
            int crowds = 2 + random.nextInt(30);
            while (log.rows.size() < size) {
                Instant at = NOW.minusMillis(1 + (long) (random.nextDouble() * span))
                        .plusNanos(micros ? 1_000L * random.nextInt(1_000) : 0);
                log.add(at, random.nextInt(crowds) > 0 ? 1 : 1 + random.nextInt(limit + limit / 4));
            }
        }

        private Page<Row> answer(PageRequest at, Page<Row> page) {
            if (lied || ++responses < liesAt || page.items().isEmpty()) {
                return page;
            }
            List<Row> rows = new ArrayList<>(page.items());
            List<Row> others = new ArrayList<>(strays(at, rows).toList());
            others.removeAll(rows);
            int index = last ? rows.size() - 1 : random.nextInt(rows.size());
            if (!others.isEmpty()) {
                rows.set(index, others.get(Math.min(away, others.size()) - 1));
                lied = true;
            }
            return Page.of(at, List.copyOf(rows), "answer");
        }

        /** The nearest first. */
        private Stream<Row> strays(PageRequest at, List<Row> rows) {
            Instant from = at.from() == null ? Instant.MIN : at.from();
            Instant to = at.to() == null ? Instant.MAX : at.to();
            return switch (stray) {
                case BEFORE ->
                    log.rows.stream()
                            .filter(row -> from.isAfter(Objects.requireNonNull(row.at())))
                            .sorted(BY_TIME.reversed());
                case AT_ITS_END -> log.rows.stream().filter(row -> to.equals(row.at()) && !to.equals(end));
                case BEHIND ->
                    log.rows.stream()
                            .filter(row -> to.isBefore(Objects.requireNonNull(row.at())))
                            .sorted(BY_TIME);
                case CUT_OFF ->
                    log.rows.stream()
                            .filter(row -> !outside(row, from, to) && !rows.contains(row))
                            .sorted(order == TimedLog.Order.NEWEST_FIRST ? BY_TIME.reversed() : BY_TIME);
                case ANY ->
                    Stream.of(log.rows.get(random.nextInt(log.rows.size())))
                            .filter(row -> !to.equals(row.at()) || !to.equals(end));
            };
        }

        void check() {
            Walk<Row> walk = paged.iterator();
            try {
                walk.forEachRemaining(read::add);
            } catch (WalkException e) {
                assertThat(lied).as(e.getMessage()).isTrue();
                return;
            }
            assertThat(read).as("twice").doesNotHaveDuplicates();
            HashSet<Row> seen = new HashSet<>(read);
            List<Row> lost =
                    log.kept.stream().filter(row -> !seen.contains(row)).toList();
            assertThat(walk.report().proven() ? lost : List.of())
                    .as("lost though proven")
                    .isEmpty();
        }

        @Override
        public String toString() {
            return order + " limit " + limit + " of " + log.rows.size() + " response " + liesAt + " " + stray + " "
                    + away + (last ? " last" : "") + " " + paged;
        }
    }

    private static void run(long seed) {
        Case one = new Case(seed);
        try {
            one.check();
        } catch (Throwable e) {
            throw new AssertionError("-Dwalk.seed=" + seed + " " + one, e);
        }
    }

    @Test
    void walk_oneRowOfOneResponseIsReplaced_neverProvesALoss() {
        Seeds.each(FIRST_SEED, CASES, WindowReplacedRowTest::run);
    }

    @Test
    void walk_seedsThatFailedBefore_neverProveALoss() {
        for (long seed : FAILED_BEFORE) {
            run(seed);
        }
    }
}
