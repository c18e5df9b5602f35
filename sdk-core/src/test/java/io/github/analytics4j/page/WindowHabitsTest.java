package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.error.WalkException;
import io.github.analytics4j.page.WindowServer.Round;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks by time over servers that do not do what the window says. */
class WindowHabitsTest {

    private static final int LIMIT = 500;
    private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-03-01T00:00:00Z");

    private final WindowServer log = new WindowServer(new Random(3));
    private final FakeServer server = new FakeServer(new Random(1), log);

    private Walk<Row> walk(int prefetch) {
        return walk(server, prefetch);
    }

    private static Walk<Row> walk(FakeServer server, int prefetch) {
        return Paged.of(spec(server, LIMIT).between(START, END).build())
                .prefetch(prefetch)
                .iterator();
    }

    /** A walk that ends when the server says that it is now. */
    private static Walk<Row> walkOfAll(FakeServer server, int limit) {
        return Paged.of(spec(server, limit).pinEnd(true).build()).iterator();
    }

    private static WalkSpec.Builder<Row> spec(FakeServer server, int limit) {
        return WalkSpec.<Row>window("test.events", server, Row::at)
                .id(Row::id)
                .maxPageSize(limit)
                .clock(Clock.fixed(END, ZoneOffset.UTC));
    }

    private static List<Row> read(Walk<Row> walk) {
        List<Row> rows = new ArrayList<>();
        walk.forEachRemaining(rows::add);
        return rows;
    }

    private void events(int count, long millis) {
        Random random = new Random(5);
        for (int i = 0; i < count; i++) {
            log.add(START.plusSeconds(3_600).plusMillis((long) (random.nextDouble() * millis)), 1);
        }
        log.sort();
    }

    @ParameterizedTest
    @CsvSource({
        "DOWN,DOWN,NEWEST_FIRST",
        "DOWN,DOWN,OLDEST_FIRST",
        "DOWN,DOWN,SHUFFLED",
        "UP,UP,NEWEST_FIRST",
        "UP,DOWN,OLDEST_FIRST",
        "NEAREST,NEAREST,SHUFFLED",
        "NEAREST,NEAREST,NEWEST_FIRST"
    })
    void walk_serverRoundsToSeconds_findsAllInFewRequests(Round first, Round last, TimedLog.Order order) {
        events(20_000, 600_000);
        log.rounds(first, last, 1_000).kept = order;
        for (int prefetch : new int[] {0, 8}) {
            server.asked.clear();
            Walk<Row> walk = walk(prefetch);
            assertThat(read(walk)).hasSize(20_000).doesNotHaveDuplicates();
            assertThat(walk.report().reasons()).isEmpty();
            assertThat(server.asked).hasSizeLessThan(130);
        }
    }

    /** A window that held hardly too many rows was to end in its last second, and was given up since that was its end already. */
    @ParameterizedTest
    @CsvSource({"6,UP", "12,NEAREST", "58,UP"})
    void walk_hardlyTooManyRowsBetweenWholeSeconds_findsAll(int seed, Round round) {
        WindowServer any = new WindowServer(new Random(seed)).rounds(round, round, 1_000);
        any.kept = TimedLog.Order.SHUFFLED;
        Random random = new Random(seed + 2);
        for (int i = 0; i < 20_000; i++) {
            any.add(START.plusSeconds(3_600).plusMillis((long) (random.nextDouble() * 600_000)), 1);
        }
        any.sort();

        Walk<Row> walk = walk(new FakeServer(random, any), 0);

        assertThat(read(walk)).hasSize(20_000).doesNotHaveDuplicates();
        assertThat(walk.report().reasons()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"60000,DOWN", "60000,UP", "3600000,NEAREST", "86400000,DOWN", "86400000,UP"})
    void walk_serverRoundsToMoreThanASecond_findsAll(long grid, Round round) {
        events(3_000, 20L * 86_400_000);
        log.rounds(round, round, grid);
        Walk<Row> walk = walk(0);
        assertThat(read(walk)).hasSize(3_000).doesNotHaveDuplicates();
        assertThat(walk.report().reasons()).isEmpty();
        assertThat(server.asked).hasSizeLessThan(60);
    }

    @ParameterizedTest
    @EnumSource(Round.class)
    void walk_serverRoundsAndMillisecondsAreCrowded_losesNoRowWhileProven(Round first) {
        for (Round last : Round.values()) {
            for (TimedLog.Order order : TimedLog.Order.values()) {
                for (int shift = 0; shift < 50; shift += 7) {
                    for (int every : new int[] {25, 90}) {
                        assertNoneIsLost(3, every, shift, first, last, order);
                        assertNoneIsLost(8, every, shift, first, last, order);
                    }
                }
            }
        }
    }

    private static void assertNoneIsLost(
            int aMinute, int every, int shift, Round first, Round last, TimedLog.Order order) {
        Random random = new Random(1_000L * aMinute + 50L * every + shift);
        WindowServer log = new WindowServer(new Random(3)).rounds(first, last, 60_000);
        log.kept = order;
        double back = 1;
        for (int i = 1; log.rows.size() < 400 + shift; i++) {
            back += random.nextDouble() * 120_000 / aMinute;
            Instant at = END.minusMillis((long) back).minusNanos(1_000L * random.nextInt(1_000));
            log.add(at, i % every == 0 ? 12 + random.nextInt(10) : 1);
        }
        log.sort();
        Walk<Row> walk = Paged.of(WalkSpec.<Row>window("test.events", new FakeServer(new Random(1), log), Row::at)
                        .id(Row::id)
                        .maxPageSize(50)
                        .clock(Clock.fixed(END, ZoneOffset.UTC))
                        .build())
                .iterator();
        List<Row> read = read(walk);
        assertThat(read).doesNotHaveDuplicates();
        if (walk.report().proven()) {
            assertThat(log.rows.size() - read.size())
                    .as("lost: " + aMinute + " " + every + " " + shift + " " + last + " " + order)
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "256,NEWEST_FIRST",
        "128,OLDEST_FIRST",
        "64,SHUFFLED",
        "20,NEWEST_FIRST",
        "137,OLDEST_FIRST",
        "100,SHUFFLED"
    })
    void walk_serverAnswersFewerThanAsked_findsAll(int cap, TimedLog.Order order) {
        events(3_000, 20L * 86_400_000);
        log.cap = cap;
        log.kept = order;
        Walk<Row> walk = walk(0);
        assertThat(read(walk)).hasSize(3_000).doesNotHaveDuplicates();
        assertThat(walk.report().reasons()).isEmpty();
    }

    @Test
    void walk_150EventsInAMillisecondAndACapOf100_isNotProven() {
        log.cap = 100;
        log.add(START.plusSeconds(60), 150);
        events(400, 1_000_000);
        Walk<Row> walk = walk(0);
        assertThat(read(walk)).hasSize(500);
        assertThat(walk.report().reasons())
                .singleElement()
                .asString()
                .isEqualTo(
                        "the window from 2026-02-01T00:00:00Z to 2026-02-01T00:01:00.001Z holds at least 100 rows, as"
                                + " many as one response can, and cannot be split further; narrow the request by its other"
                                + " parameters to read the rest");
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 100})
    void walk_eventsWithoutTimeInEveryAnswer_endsSoon(int timeless) {
        events(20_000, 20L * 86_400_000);
        for (int i = 0; i < timeless; i++) {
            log.timeless.add(new Row("timeless-" + i, null));
        }
        Walk<Row> walk = walk(0);
        assertThat(read(walk)).hasSize(20_000 + timeless).doesNotHaveDuplicates();
        assertThat(walk.report().reasons())
                .containsExactly("rows without a time were delivered: they belong to no window");
        assertThat(server.asked).hasSizeLessThan(80);
    }

    @ParameterizedTest
    @CsvSource({"true,false", "false,true", "false,false"})
    void walk_serverIgnoresABound_neverProvesWhatIsWrong(boolean start, boolean end) {
        events(5_000, 20L * 86_400_000);
        log.heedsStart = start;
        log.heedsEnd = end;
        log.kept = TimedLog.Order.SHUFFLED;
        Walk<Row> walk = walk(0);
        assertThatThrownBy(() -> read(walk))
                .isInstanceOf(WalkException.class)
                .hasMessageStartingWith(
                        "the server does not heed the time window, or counts time differently: asked for");
        assertThat(server.asked).hasSizeLessThan(200);
    }

    @Test
    void walk_aRowOfYear1AndOneOfYear9999_findsAll() {
        events(2_000, 20L * 86_400_000);
        log.add(Instant.parse("0001-01-01T00:00:00Z"), 1);
        log.add(Instant.parse("9999-12-31T23:59:59Z"), 1);
        log.sort();
        for (TimedLog.Order order : TimedLog.Order.values()) {
            log.kept = order;
            server.asked.clear();
            Walk<Row> walk = Paged.of(WalkSpec.<Row>window("test.events", server, Row::at)
                            .id(Row::id)
                            .maxPageSize(LIMIT)
                            .clock(Clock.fixed(END, ZoneOffset.UTC))
                            .build())
                    .iterator();
            assertThat(read(walk)).hasSize(2_002).doesNotHaveDuplicates();
            assertThat(walk.report().reasons()).isEmpty();
            assertThat(server.asked).hasSizeLessThan(80);
        }
    }

    @Test
    void walk_oneIdTwiceInAnAnswer_isAReason() {
        events(3, 1_000);
        log.rows.add(log.rows.get(2));
        Walk<Row> walk = walk(0);
        assertThat(read(walk)).hasSize(3);
        assertThat(walk.report().reasons())
                .singleElement()
                .asString()
                .startsWith("one response held the row with id event-");
    }

    @Test
    void walk_rowsFromOutsideTheUsersWindow_areAReason() {
        log.add(START.minusSeconds(7_200), 1);
        log.add(START.plusSeconds(7_200), 1);
        log.heedsStart = false;
        Walk<Row> walk = walk(0);
        assertThat(read(walk)).hasSize(2);
        assertThat(walk.report().reasons())
                .containsExactly("the server answered rows from outside the window asked for, such as"
                        + " 2026-01-31T22:00:00Z; they were delivered, drop them by their time if they are not wanted");
    }

    @Test
    void walk_recordsThatAreNone_areCountedAndAReason() {
        events(1_799, 20L * 86_400_000);
        FakeServer lossy = new FakeServer(new Random(1), at -> {
            Page<Row> page = log.apply(at);
            List<Row> items = page.items();
            return items.isEmpty()
                    ? page
                    : Page.of(at, items.subList(1, items.size()), "answer").withUnreadable(1);
        });
        Walk<Row> walk = Paged.of(WalkSpec.<Row>window("test.events", lossy, Row::at)
                        .id(Row::id)
                        .maxPageSize(LIMIT)
                        .between(START, END)
                        .build())
                .iterator();
        assertThat(read(walk)).hasSizeGreaterThan(1_700).doesNotHaveDuplicates();
        assertThat(walk.report().proven()).isFalse();
    }

    /** The date of a cache or of another host: rows from behind it were taken for rows that came in meanwhile, and left out. */
    @ParameterizedTest
    @CsvSource({
        "3600, 300, OLDEST_FIRST",
        "3600, 6000, OLDEST_FIRST",
        "86400, 6000, OLDEST_FIRST",
        "3600, 6000, NEWEST_FIRST",
        "3600, 6000, SHUFFLED",
        "3, 6000, OLDEST_FIRST"
    })
    void walk_dateOfTheServerIsBehindThatOfItsRows_readsAll(int seconds, int count, TimedLog.Order order) {
        for (int i = 1; i <= count; i++) {
            log.add(END.minusMillis(700L * i), 1);
        }
        log.sort();
        log.kept = order;
        FakeServer behind =
                new FakeServer(new Random(1), at -> log.apply(at).withServerTime(END.minusSeconds(seconds)));
        Walk<Row> walk = walkOfAll(behind, 100);

        List<Row> rows = read(walk);

        assertThat(rows).doesNotHaveDuplicates().hasSize(count);
        assertThat(walk.report().reasons()).isEmpty();
        assertThat(behind.asked.size()).isLessThan(count / 50 + 20);
    }

    /** Two rows are told of one second, and lie on both sides of the end of a window that was asked for up to it. */
    @ParameterizedTest
    @EnumSource(TimedLog.Order.class)
    void walk_timesAreToldRoundedToSeconds_losesNoRowWhileProven(TimedLog.Order order) {
        log.kept = order;
        FakeServer rounds = new FakeServer(new Random(1), at -> {
            Page<Row> exact = log.apply(at);
            List<Row> told = exact.items().stream()
                    .map(row -> new Row(row.id(), Round.NEAREST.apply(row.at(), 1_000)))
                    .toList();
            return Page.of(at, told, "answer").withServerTime(END);
        });
        for (int seed = 0; seed < 200; seed++) {
            log.rows.clear();
            Random random = new Random(seed);
            for (int i = 0; i < 700; i++) {
                log.add(END.minusMillis(1_000 + random.nextInt(600_000)), 1);
            }
            log.sort();
            Walk<Row> walk = walkOfAll(rounds, LIMIT);

            List<Row> rows = read(walk);

            assertThat(rows).as("seed " + seed).doesNotHaveDuplicates();
            assertThat(walk.report().proven() && rows.size() < 700)
                    .as("seed " + seed)
                    .isFalse();
        }
    }

    /** One of two rows that share an id was left out without a word. */
    @Test
    void walk_idComesWithTwoTimes_isNotProven() {
        events(2_000, 600_000);
        Row first = log.rows.get(0);
        log.rows.set(1_500, new Row(first.id(), log.rows.get(1_500).at()));

        Walk<Row> walk = walk(0);
        List<Row> rows = read(walk);

        assertThat(rows).hasSize(1_999);
        assertThat(walk.report().reasons()).anyMatch(reason -> reason.contains(first.id() + " came with two times"));
    }

    /** The first 300 responses counted as progress, however few rows they brought. */
    @Test
    void walk_serverDoesNotHeedTheStartOfAShortLog_endsAfterAbout300Requests() {
        log.heedsStart = false;
        for (int i = 0; i < 11; i++) {
            log.add(START.plusSeconds(5L * i).plusMillis(4L * i * i), 1);
        }
        log.sort();
        Walk<Row> walk = Paged.of(
                        spec(server, 20).between(START.plusSeconds(20), END).build())
                .iterator();

        try {
            assertThat(read(walk)).doesNotHaveDuplicates();
            assertThat(walk.report().proven()).isFalse();
        } catch (WalkException e) {
            assertThat(e).hasMessageContaining("does not heed the time window");
        }
        assertThat(server.asked.size()).isLessThan(310);
    }
}
