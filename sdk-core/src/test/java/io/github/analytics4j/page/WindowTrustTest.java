package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.error.WalkException;
import io.github.analytics4j.page.WindowServer.Round;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks by time: what is proven is true, and what is honest is proven, whatever the log does meanwhile. */
class WindowTrustTest {

    private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");

    private final WindowServer log = new WindowServer(new Random(3));
    private final FakeServer server = new FakeServer(new Random(1), log);
    private final List<Row> read = new ArrayList<>();
    private Instant now = START.plusSeconds(600);

    private void events(int count, long millis) {
        Random random = new Random(5);
        for (int i = 0; i < count; i++) {
            log.add(START.plusMillis((long) (random.nextDouble() * millis)), 1);
        }
        log.sort();
    }

    private Paged<Row> walk(int limit, boolean fromStart) {
        return walk(server, limit, fromStart);
    }

    private static Paged<Row> walk(FakeServer server, int limit, boolean fromStart) {
        return walk(server, limit, fromStart, Duration.ofDays(-1));
    }

    private static Paged<Row> walk(FakeServer server, int limit, boolean fromStart, Duration clock) {
        return Paged.of(WalkSpec.<Row>window("test.events", server, Row::at)
                .id(Row::id)
                .maxPageSize(limit)
                .between(fromStart ? START : null, null)
                .pinEnd(true)
                .clock(Clock.fixed(START.plus(clock), ZoneOffset.UTC))
                .build());
    }

    private WalkReport read(Walk<Row> walk) {
        walk.forEachRemaining(read::add);
        return walk.report();
    }

    // --- the end of a walk

    @ParameterizedTest
    @CsvSource({
        "49, 500, 17, OLDEST_FIRST",
        "500, 100, 11, OLDEST_FIRST",
        "3000, 500, 30, OLDEST_FIRST",
        "49, 500, 30, NEWEST_FIRST",
        "3000, 100, 18, NEWEST_FIRST",
        "50, 100, 29, NEWEST_FIRST",
        "500, 100, 11, SHUFFLED",
        "3000, 500, 18, SHUFFLED"
    })
    void walk_logGrowsAndTheServerTellsNoTime_endsSoonAndIsProven(
            int rows, int limit, int growth, TimedLog.Order order) {
        for (int prefetch : new int[] {0, 4}) {
            log.rows.clear();
            read.clear();
            server.asked.clear();
            now = START.plusSeconds(600);
            events(rows, 600_000);
            log.kept = order;
            List<Row> stayed = List.copyOf(log.rows);
            server.before = () -> grow(growth);

            WalkReport report =
                    read(walk(limit, rows < 1_000).prefetch(prefetch).iterator());

            assertThat(read).doesNotHaveDuplicates().containsAll(stayed);
            assertThat(report.reasons()).isEmpty();
            assertThat(server.asked).hasSizeLessThan(4 * rows / limit + 40);
        }
    }

    /** This machine's clock says nothing about rows, and no response is ever short: the end is where the newest row was once. */
    @ParameterizedTest
    @CsvSource({
        "8000, 50, 50, 40",
        "8000, 50, 50, -40",
        "8000, 50, 50, 0",
        "8000, 50, 45, 40",
        "3000, 20, 45, 40",
        "3000, 20, 45, -40",
        "60000, 50, 0, -40",
        "60000, 50, 1, -40",
        "60000, 50, 1, 4000"
    })
    void walk_oldestFirstAndTheServerTellsNoTime_endsWhateverThisMachinesClockSays(
            int rows, int limit, int growth, int days) {
        for (int prefetch : new int[] {0, 4}) {
            log.rows.clear();
            read.clear();
            server.asked.clear();
            now = START.plusSeconds(600);
            events(rows, 600_000);
            log.kept = TimedLog.Order.OLDEST_FIRST;
            List<Row> stayed = List.copyOf(log.rows);
            server.before = () -> grow(growth);

            WalkReport report = read(walk(server, limit, true, Duration.ofDays(days))
                    .prefetch(prefetch)
                    .iterator());

            Set<Row> once = new HashSet<>(read); // asking a list for each of many thousand rows takes minutes
            assertThat(once).hasSameSizeAs(read);
            assertThat(once.containsAll(stayed)).isTrue();
            assertThat(report.reasons()).isEmpty();
            assertThat(server.asked).hasSizeLessThan((int) (1.3 * (rows + 150 * growth) / limit) + 60);
        }
    }

    private void grow(int rows) {
        now = now.plusMillis(50);
        for (int i = rows; i > 0; i--) {
            log.rows.add(new Row("new-" + now + "-" + i, now.minusMillis(i)));
        }
    }

    @ParameterizedTest
    @EnumSource(TimedLog.Order.class)
    void resume_logGrowsAndTheServerTellsNoTime_endsSoon(TimedLog.Order order) {
        events(2_000, 600_000);
        log.kept = order;
        List<Row> stayed = List.copyOf(log.rows);
        server.before = () -> grow(20);
        Walk<Row> walk = walk(100, true).iterator();
        for (int row = 0; row < 1_500; row++) {
            read.add(walk.next());
        }

        WalkReport report = read(walk(100, true)
                .resume(Checkpoint.parse(walk.checkpoint().text()))
                .iterator());

        assertThat(read).doesNotHaveDuplicates().containsAll(stayed);
        assertThat(report.reasons()).isEmpty();
        assertThat(server.asked).hasSizeLessThan(150);
    }

    // --- servers that read the bounds in their own way

    @ParameterizedTest
    @CsvSource({
        "DOWN, DOWN, 60000, OLDEST_FIRST",
        "DOWN, DOWN, 86400000, NEWEST_FIRST",
        "UP, DOWN, 86400000, OLDEST_FIRST",
        "DOWN, NEAREST, 86400000, NEWEST_FIRST",
        "NEAREST, NEAREST, 3600000, SHUFFLED"
    })
    void walk_serverRoundsThePinnedEnd_losesNoRowWhileProven(Round first, Round last, long grid, TimedLog.Order order) {
        for (int rows : new int[] {49, 500, 3_000}) {
            log.rows.clear();
            read.clear();
            events(rows, 20L * 86_400_000);
            log.rounds(first, last, grid).kept = order;
            now = START.plusSeconds(20L * 86_400);
            FakeServer dated = new FakeServer(new Random(1), at -> log.apply(at).withServerTime(now));

            WalkReport report = read(walk(dated, 500, true).iterator());

            assertThat(read).doesNotHaveDuplicates();
            assertThat(!report.proven() || read.size() == rows)
                    .as(read.size() + " of " + rows + " " + report)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-3600000, OLDEST_FIRST",
        "3600000, OLDEST_FIRST",
        "-3600000, NEWEST_FIRST",
        "3600000, NEWEST_FIRST",
        "-500, NEWEST_FIRST",
        "7200000, SHUFFLED"
    })
    void walk_serverShiftsTheWindow_losesNoRowWhileProven(long millis, TimedLog.Order order) {
        for (boolean fromStart : new boolean[] {false, true}) {
            log.rows.clear();
            read.clear();
            events(3_000, 20L * 86_400_000);
            log.kept = order;
            log.start = at -> at.plusMillis(millis);
            log.end = at -> at.plusMillis(millis);
            now = START.plusSeconds(20L * 86_400);
            FakeServer dated = new FakeServer(new Random(1), at -> log.apply(at).withServerTime(now));
            int listed = log.apply(new PageRequest(0, 4_000, fromStart ? START : null, null))
                    .items()
                    .size();

            WalkReport report = read(walk(dated, 500, fromStart).iterator());

            assertThat(read).doesNotHaveDuplicates();
            assertThat(!report.proven() || read.size() == listed)
                    .as(read.size() + " " + report)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(TimedLog.Order.class)
    void walk_startDoesNotCountAndMillisecondsAreCrowded_losesNoRowWhileProven(TimedLog.Order order) {
        Random random = new Random(9);
        for (int i = 0; i < 200; i++) {
            log.add(START.plusMillis(20L * i + random.nextInt(20)), 1 + random.nextInt(40));
        }
        log.sort();
        log.kept = order;
        log.startCounts = false;
        log.rounds(Round.UP, Round.DOWN, 1);

        WalkReport report = read(walk(50, false).iterator());

        assertThat(read).doesNotHaveDuplicates();
        assertThat(!report.proven() || read.size() == log.rows.size())
                .as(read.size() + " of " + log.rows.size() + " " + report)
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"400, 100", "490, 500", "99, 100"})
    void walk_mostOfEachAnswerHasNoTime_endsSoon(int timeless, int limit) {
        events(8_000, 600_000);
        for (int i = 0; i < timeless; i++) {
            log.timeless.add(new Row("timeless-" + i, null));
        }
        log.kept = TimedLog.Order.SHUFFLED;
        try {
            assertThat(read(walk(limit, false).iterator()).proven()).isFalse();
        } catch (WalkException e) {
            assertThat(e).hasMessageContaining("hardly any further");
        }
        assertThat(server.asked).hasSizeLessThan(1_300);
    }

    @ParameterizedTest
    @EnumSource(TimedLog.Order.class)
    void walk_rowsVanishBeforeTheirTurn_isProven(TimedLog.Order order) {
        Random random = new Random(7);
        for (int run = 0; run < 20; run++) {
            log.rows.clear();
            read.clear();
            events(1_200, 600_000);
            log.kept = order;
            List<Row> stayed = new ArrayList<>(log.rows);
            server.before = () -> stayed.remove(log.rows.remove(random.nextInt(log.rows.size())));
            WalkReport report = read(walk(500, true).iterator());
            assertThat(read).doesNotHaveDuplicates().containsAll(stayed);
            assertThat(report.reasons()).as(report.toString() + run).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"31, -1", "45, 0", "60, 4000", "500, 4000"})
    void walk_logGrowsAsFastAsItIsRead_endsWithinHundredsOfRequests(int growth, int daysAhead) {
        events(100, 600_000);
        List<Row> before = List.copyOf(log.rows);
        log.kept = TimedLog.Order.SHUFFLED;
        server.before = () -> {
            now = now.plusMillis(50);
            for (int i = 0; i < growth; i++) {
                log.add(now.minusMillis(i % 50), 1);
            }
            log.sort();
        };
        Paged<Row> paged = Paged.of(WalkSpec.<Row>window("test.events", server, Row::at)
                .id(Row::id)
                .maxPageSize(50)
                .pinEnd(true)
                .clock(Clock.fixed(now.plusSeconds(86_400L * daysAhead), ZoneOffset.UTC))
                .build());
        try {
            assertThat(read(paged.iterator()).reasons()).isEmpty();
        } catch (WalkException e) {
            assertThat(e).hasMessageContaining("rows come in faster than the walk reads them");
        }
        assertThat(read).doesNotHaveDuplicates().containsAll(before);
        assertThat(server.asked).hasSizeLessThan(450);
    }

    @ParameterizedTest
    @CsvSource({"OLDEST_FIRST, 0", "OLDEST_FIRST, 4", "SHUFFLED, 0", "SHUFFLED, 4", "NEWEST_FIRST, 0"})
    void walk_longLogShownInAnyOrderWithoutServerTime_isNotTakenForOneThatGrows(TimedLog.Order kept, int prefetch) {
        events(40_000, 20L * 86_400_000);
        log.kept = kept;
        log.shown = TimedLog.Order.SHUFFLED;
        Paged<Row> paged = Paged.of(WalkSpec.<Row>window("test.events", server, Row::at)
                .id(Row::id)
                .maxPageSize(50)
                .pinEnd(true)
                .clock(Clock.fixed(START.plusSeconds(30L * 86_400), ZoneOffset.UTC))
                .build());

        WalkReport report = read(paged.prefetch(prefetch).iterator());

        assertThat(read).doesNotHaveDuplicates().hasSize(40_000);
        assertThat(report.reasons()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TimedLog.Order.class)
    void walk_serverRoundsToTheDay_isNotTakenForOneThatIgnoresTheWindow(TimedLog.Order order) {
        for (Round round : Round.values()) {
            log.rows.clear();
            read.clear();
            events(800, 20L * 86_400_000);
            log.kept = order;
            log.rounds(round == Round.UP ? Round.DOWN : round, round == Round.DOWN ? Round.UP : round, 86_400_000);

            WalkReport report = read(walk(120, true).iterator());

            assertThat(read).doesNotHaveDuplicates();
            assertThat(!report.proven() || read.size() == 800)
                    .as(report.toString())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"-480, 12", "-570, 20", "330, 20", "345, 7", "765, 20", "60, 3"})
    void walk_serverRoundsToDaysOfATimeZone_isNotTakenForOneThatIgnoresTheWindow(int minutes, int days) {
        for (TimedLog.Order order : TimedLog.Order.values()) {
            for (Round first : Round.values()) {
                for (Round last : Round.values()) {
                    log.rows.clear();
                    read.clear();
                    events(800, days * 86_400_000L);
                    log.kept = order;
                    log.roundsToDays(first, last, minutes);

                    WalkReport report = read(walk(400, true).iterator());

                    assertThat(read).doesNotHaveDuplicates();
                    assertThat(!report.proven() || read.size() == 800)
                            .as(order + " " + first + " " + last + " " + read.size() + " " + report)
                            .isTrue();
                    if (first == Round.DOWN && last == Round.UP) {
                        assertThat(read).as(order + " " + report).hasSize(800);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TimedLog.Order.class)
    void walk_crowdsAroundTheBeginningOfAMillisecond_isProven(TimedLog.Order order) {
        for (int crowd = 5; crowd < 15; crowd++) {
            for (int next = 5; next < 15; next++) {
                log.rows.clear();
                read.clear();
                Instant tick = START.plusMillis(1_000);
                log.add(tick.minusNanos(1_000), crowd);
                log.add(tick.plusNanos(2_360_000), next);
                events(60, 2_000);
                log.kept = order;

                WalkReport report = read(walk(15, true).iterator());

                assertThat(read)
                        .as(crowd + " and " + next)
                        .doesNotHaveDuplicates()
                        .hasSize(log.rows.size());
                assertThat(report.reasons()).as(crowd + " and " + next).isEmpty();
            }
        }
    }
}
