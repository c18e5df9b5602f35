package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks by time over servers that cut their responses otherwise each time, or answer rows from outside the window. */
class WindowContradictionTest {

    private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant END = START.plusSeconds(600);

    private enum Cap {
        ALTERNATES(request -> request % 2 == 0 ? 200 : 100),
        FALLS(request -> Math.max(12, 200 - 3 * request)),
        DROPS_TO_A_THIRD(request -> request < 4 ? 200 : 66),
        RISES(request -> request < 6 ? 66 : 200);

        private final IntUnaryOperator rows;

        Cap(IntUnaryOperator rows) {
            this.rows = rows;
        }
    }

    private final WindowServer log = new WindowServer(new Random(3));
    private final List<Row> read = new ArrayList<>();

    private void events(int count, Instant first, long millis) {
        Random random = new Random(5);
        for (int i = 0; i < count; i++) {
            log.add(first.plusMillis((long) (random.nextDouble() * millis)), 1);
        }
        log.sort();
    }

    private WalkReport read(FakeServer server, int limit, boolean bounded) {
        Walk<Row> walk = walk(server, limit, bounded).iterator();
        walk.forEachRemaining(read::add);
        return walk.report();
    }

    private static Paged<Row> walk(FakeServer server, int limit, boolean bounded) {
        return Paged.of(WalkSpec.<Row>window("test.events", server, Row::at)
                .id(Row::id)
                .maxPageSize(limit)
                .between(bounded ? START : null, bounded ? END : null)
                .pinEnd(!bounded)
                .clock(Clock.fixed(END, ZoneOffset.UTC))
                .build());
    }

    @ParameterizedTest
    @CsvSource({
        "ALTERNATES,OLDEST_FIRST", "FALLS,OLDEST_FIRST", "DROPS_TO_A_THIRD,OLDEST_FIRST", "RISES,OLDEST_FIRST",
        "ALTERNATES,NEWEST_FIRST", "FALLS,NEWEST_FIRST", "DROPS_TO_A_THIRD,NEWEST_FIRST", "RISES,NEWEST_FIRST",
        "ALTERNATES,SHUFFLED", "FALLS,SHUFFLED", "DROPS_TO_A_THIRD,SHUFFLED", "RISES,SHUFFLED"
    })
    void walk_capChangesBetweenRequests_neverProvesALoss(Cap cap, TimedLog.Order order) {
        for (int rows : new int[] {499, 3_000, 8_000}) {
            for (boolean bounded : new boolean[] {false, true}) {
                log.rows.clear();
                read.clear();
                events(rows, START, 600_000);
                log.kept = order;
                FakeServer server = new FakeServer(new Random(1), log);
                server.before = () -> log.cap = cap.rows.applyAsInt(server.asked.size());

                WalkReport report = read(server, 200, bounded);

                assertThat(read).doesNotHaveDuplicates();
                assertThat(report.proven() && read.size() < rows)
                        .as(read.size() + " of " + rows + " " + bounded)
                        .isFalse();
            }
        }
    }

    /** The whole list is asked for at last, and the response is short and lacks rows that were delivered. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
    void walk_capDropsWhileTheWalkReadsAhead_neverProvesALoss(long seed) {
        for (int i = 0; i < 3_000; i++) {
            log.add(START.plusMillis(200L * i).plusNanos(new Random(i).nextInt(1_000) * 1_000L), 1);
        }
        log.kept = TimedLog.Order.OLDEST_FIRST;
        log.endCounts = true;
        FakeServer server = new FakeServer(new Random(seed), log);
        server.before = () -> log.cap = server.asked.size() < 4 ? 500 : 166;
        Walk<Row> walk = Paged.of(WalkSpec.<Row>window("test.events", server, Row::at)
                        .id(Row::id)
                        .maxPageSize(500)
                        .between(null, START.plusSeconds(605))
                        .build())
                .prefetch(4)
                .iterator();
        walk.forEachRemaining(read::add);

        assertThat(read).doesNotHaveDuplicates();
        assertThat(walk.report().proven() && read.size() < 3_000)
                .as(read.size() + " rows")
                .isFalse();
    }

    /** In the place of a row of the window, one of an hour before or behind all that was asked for. */
    @ParameterizedTest
    @EnumSource(TimedLog.Order.class)
    void walk_rowFromOutsideInThePlaceOfAnother_isAReason(TimedLog.Order order) {
        for (int seed = 0; seed < 40; seed++) {
            log.rows.clear();
            read.clear();
            Random random = new Random(seed);
            events(50 + random.nextInt(900), START, 600_000);
            log.kept = order;
            List<Row> strays =
                    List.of(new Row("before", START.minusSeconds(3_600)), new Row("behind", END.plusSeconds(3_600)));
            Set<Row> answered = new HashSet<>();
            FakeServer server = new FakeServer(new Random(1), at -> {
                List<Row> rows = new ArrayList<>(log.apply(at).items());
                if (!rows.isEmpty() && random.nextInt(4) == 0) {
                    Row stray = strays.get(random.nextInt(2));
                    answered.add(stray);
                    rows.set(
                            stray.id().equals("before") == (order == TimedLog.Order.OLDEST_FIRST) ? 0 : rows.size() - 1,
                            stray);
                }
                return Page.of(at, rows, "answer");
            });

            WalkReport report = read(server, 100, true);

            assertThat(read).as("seed " + seed).doesNotHaveDuplicates();
            assertThat(report.proven()).as("seed " + seed).isEqualTo(answered.isEmpty());
        }
    }

    /** In the place of a row of the window, now and then, one that lies right behind it: no row between tells that it is there. */
    @ParameterizedTest
    @EnumSource(TimedLog.Order.class)
    void walk_rowRightBehindTheWindowInThePlaceOfAnother_neverProvesALoss(TimedLog.Order order) {
        for (int seed = 0; seed < 40; seed++) {
            log.rows.clear();
            read.clear();
            Random random = new Random(seed);
            events(900, START, 600_000);
            log.kept = order;
            FakeServer server = new FakeServer(new Random(1), at -> {
                List<Row> rows = new ArrayList<>(log.apply(at).items());
                Instant end = Objects.requireNonNull(at.to());
                Row behind = log.rows.stream()
                        .filter(row -> Objects.requireNonNull(row.at()).isAfter(end.plusMillis(1)))
                        .findFirst()
                        .orElse(null);
                if (behind != null && !rows.isEmpty() && rows.size() < 100 && random.nextInt(3) == 0) {
                    rows.set(random.nextInt(rows.size()), behind);
                }
                return Page.of(at, rows, "answer");
            });

            WalkReport report = read(server, 100, true);

            assertThat(read).as("seed " + seed).doesNotHaveDuplicates();
            assertThat(report.proven() && read.size() < 900).as("seed " + seed).isFalse();
        }
    }

    /** A full response ends with a row that follows later, in the place of the one that follows now. */
    @ParameterizedTest
    @CsvSource({
        "NEWEST_FIRST, 1", "NEWEST_FIRST, 3", "NEWEST_FIRST, 20", "NEWEST_FIRST, 90", "NEWEST_FIRST, 400",
        "OLDEST_FIRST, 1", "OLDEST_FIRST, 3", "OLDEST_FIRST, 20", "OLDEST_FIRST, 90", "OLDEST_FIRST, 400"
    })
    void walk_lastRowOfAFullResponseOutOfItsTurn_losesNoRow(TimedLog.Order order, int farther) {
        for (int every = 2; every < 6; every++) {
            for (int prefetch : new int[] {0, 4}) {
                int one = every;
                log.rows.clear();
                read.clear();
                events(3_000, START, 600_000);
                log.kept = order;
                List<FakeServer> asked = new ArrayList<>();
                FakeServer server = new FakeServer(new Random(1), at -> {
                    List<Row> rows = new ArrayList<>(log.apply(at).items());
                    int last = rows.size() - 1;
                    if (rows.size() == 100 && asked.get(0).asked.size() % one == 0) {
                        int index = log.rows.indexOf(rows.get(last))
                                + (order == TimedLog.Order.OLDEST_FIRST ? farther : -farther);
                        rows.set(last, log.rows.get(Math.max(0, Math.min(index, log.rows.size() - 1))));
                    }
                    return Page.of(at, rows, "answer");
                });
                asked.add(server);
                Walk<Row> walk = walk(server, 100, true).prefetch(prefetch).iterator();
                walk.forEachRemaining(read::add);

                assertThat(read).as("each " + every).doesNotHaveDuplicates().hasSize(3_000);
            }
        }
    }

    /** A short response to a window that ends at a crowded instant holds one row of that crowd, in the place of one within. */
    @ParameterizedTest
    @EnumSource(
            value = TimedLog.Order.class,
            names = {"OLDEST_FIRST", "SHUFFLED"})
    void walk_oneRowOfTheCrowdAtTheWindowsEndInThePlaceOfAnother_isAReason(TimedLog.Order order) {
        int strays = 0;
        for (int seed = 0; seed < 60; seed++) {
            log.rows.clear();
            read.clear();
            Random random = new Random(seed);
            events(20 + random.nextInt(60), START, 600_000);
            Instant crowded = START.plusMillis(200_000 + random.nextInt(200_000));
            log.add(crowded, 20);
            log.sort();
            log.kept = order;
            Set<Row> crowd = new HashSet<>(log.rows);
            crowd.removeIf(row -> !crowded.equals(row.at()));
            AtomicInteger lost = new AtomicInteger();
            FakeServer server = new FakeServer(new Random(1), at -> {
                List<Row> rows = new ArrayList<>(log.apply(at).items());
                boolean ends = crowded.equals(at.to()) && rows.size() > 1 && rows.size() < 30;
                if (ends && rows.stream().noneMatch(crowd::contains)) {
                    lost.incrementAndGet();
                    rows.set(rows.size() - 1, crowd.iterator().next());
                }
                return Page.of(at, rows, "answer");
            });

            WalkReport report = read(server, 40, true);

            strays += lost.get();
            assertThat(report.proven() && !new HashSet<>(read).containsAll(log.rows))
                    .as("seed " + seed)
                    .isFalse();
        }
        assertThat(strays).isPositive();
    }

    /** What speaks against a response is known only by rows delivered before a walk was resumed, or after. */
    @ParameterizedTest
    @EnumSource(TimedLog.Order.class)
    void resume_rowFromOutsideInThePlaceOfAnother_neverProvesALoss(TimedLog.Order order) {
        int strays = 0;
        for (int seed = 0; seed < 200; seed++) {
            log.rows.clear();
            read.clear();
            Random random = new Random(seed);
            events(150, START, 600_000);
            log.kept = order;
            AtomicInteger lost = new AtomicInteger();
            FakeServer server = new FakeServer(new Random(1), at -> {
                List<Row> rows = new ArrayList<>(log.apply(at).items());
                if (rows.size() > 2 && rows.size() < 30 && lost.get() == 0 && random.nextInt(3) == 0) {
                    Row stray = log.rows.get(random.nextInt(log.rows.size()));
                    if (between(stray, at) >= 5) {
                        lost.incrementAndGet();
                        boolean first = (between(stray, at, true) > 0) == (order == TimedLog.Order.NEWEST_FIRST);
                        rows.remove(rows.size() / 2);
                        rows.add(first ? 0 : rows.size(), stray);
                    }
                }
                return Page.of(at, rows, "answer");
            });
            Paged<Row> paged = walk(server, 30, true);
            Walk<Row> walk = paged.iterator();
            while (walk.hasNext()) {
                read.add(walk.next());
                Checkpoint checkpoint = walk.checkpoint();
                if (!checkpoint.finished() && random.nextInt(10) == 0) {
                    walk = paged.resume(Checkpoint.parse(checkpoint.text())).iterator();
                }
            }

            strays += lost.get();
            assertThat(walk.report().proven() && !new HashSet<>(read).containsAll(log.rows))
                    .as("seed " + seed)
                    .isFalse();
        }
        assertThat(strays).isGreaterThan(50);
    }

    private long between(Row stray, PageRequest at) {
        return between(stray, at, true) + between(stray, at, false);
    }

    /** How many rows lie between a window and a row behind or before it. */
    private long between(Row stray, PageRequest at, boolean behind) {
        Instant time = Objects.requireNonNull(stray.at());
        Instant bound = behind ? at.to() : at.from();
        return bound == null
                ? 0
                : log.rows.stream()
                        .map(row -> Objects.requireNonNull(row.at()))
                        .filter(other -> behind
                                ? other.isAfter(bound) && other.isBefore(time)
                                : other.isBefore(bound) && other.isAfter(time))
                        .count();
    }

    /** Each response to a window also holds the newest rows of the log, wherever the window lies. */
    @ParameterizedTest
    @EnumSource(TimedLog.Order.class)
    void walk_newestRowsInEachAnswer_neverProvesALoss(TimedLog.Order order) {
        events(2_000, START, 600_000);
        log.kept = order;
        FakeServer server = new FakeServer(new Random(1), at -> {
            List<Row> rows = new ArrayList<>(log.apply(at).items());
            for (Row row : log.rows.subList(log.rows.size() - 3, log.rows.size())) {
                if (at.to() != null && !rows.contains(row) && !rows.isEmpty()) {
                    rows.remove(order == TimedLog.Order.NEWEST_FIRST ? rows.size() - 1 : 0);
                    rows.add(order == TimedLog.Order.NEWEST_FIRST ? 0 : rows.size(), row);
                }
            }
            return Page.of(at, rows, "answer");
        });

        WalkReport report = read(server, 100, false);

        assertThat(read).doesNotHaveDuplicates();
        assertThat(report.proven() && read.size() < 2_000).isFalse();
    }

    /** Of a server that counts the days of a zone, rows seen came neither in their turn nor when looked for, but behind newer ones. */
    @ParameterizedTest
    @EnumSource(TimedLog.Order.class)
    void walk_rowsGivenUpComeBehindNewerOnes_isInOrderOrNotProven(TimedLog.Order shown) {
        Instant now = Instant.parse("2026-03-29T01:30:00Z");
        for (int seed = 0; seed < 4; seed++) {
            WindowServer days = new WindowServer(new Random(seed))
                    .roundsToDays(WindowServer.Round.DOWN, WindowServer.Round.NEAREST, 330);
            days.shown = shown;
            days.endCounts = true;
            for (int i = 12; i > 0; i--) {
                days.add(now.minusMillis(2_730_666L * i), 1);
            }
            FakeServer server = new FakeServer(new Random(1), days);
            read.clear();
            Walk<Row> walk = Paged.of(WalkSpec.<Row>window("test.events", server, Row::at)
                            .id(Row::id)
                            .maxPageSize(37)
                            .pinEnd(true)
                            .clock(Clock.fixed(now, ZoneOffset.UTC))
                            .build())
                    .iterator();
            walk.forEachRemaining(read::add);

            String what = seed + " " + walk.report();
            assertThat(read).as(what).containsExactlyInAnyOrderElementsOf(days.rows);
            assertThat(read.equals(days.rows) || !walk.report().proven())
                    .as(what)
                    .isTrue();
        }
    }
}
