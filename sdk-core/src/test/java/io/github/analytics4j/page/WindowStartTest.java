package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.page.WindowServer.Round;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The start a caller gave, where a single response has all rows behind it and no other window shows how the server reads it. */
class WindowStartTest {

    private static final Instant START = Instant.parse("2026-02-03T10:20:30.400Z");

    private final WindowServer log = new WindowServer(new Random(3));
    private final FakeServer server = new FakeServer(new Random(1), log);
    private final List<Row> read = new ArrayList<>();

    private WalkReport read(Instant from) {
        Walk<Row> walk = Paged.of(WalkSpec.<Row>window("test.events", server, Row::at)
                        .id(Row::id)
                        .maxPageSize(100)
                        .between(from, START.plus(Duration.ofDays(4)))
                        .clock(Clock.fixed(START.plus(Duration.ofDays(5)), ZoneOffset.UTC))
                        .build())
                .iterator();
        walk.forEachRemaining(read::add);
        return walk.report();
    }

    @ParameterizedTest
    @CsvSource({"1000, 100", "60000, 4000", "900000, 200000", "3600000, 400000", "86400000, 7000000"})
    void walk_serverRoundsTheStartUp_losesNoRowWhileProven(long grid, long apart) {
        for (int i = 1; i < 9; i++) {
            log.add(START.plusMillis(apart * i + 3), 1);
        }
        log.sort();
        log.rounds(Round.UP, Round.DOWN, grid);

        WalkReport report = read(START);

        assertThat(read).doesNotHaveDuplicates().hasSize(8);
        assertThat(report.reasons()).anyMatch(reason -> reason.startsWith("the server moves the start of a window"));
    }

    @Test
    void walk_firstRowLongBehindTheStart_isAskedForAlone() {
        log.add(START.plusSeconds(5), 3);
        log.add(START.plusSeconds(9), 2);

        WalkReport report = read(START);

        assertThat(read).containsExactlyInAnyOrderElementsOf(log.rows);
        assertThat(report.proven()).isTrue();
        Instant first = START.plusSeconds(5);
        assertThat(server.asked)
                .containsExactly(
                        new PageRequest(0, 100, START, START.plus(Duration.ofDays(4))),
                        new PageRequest(0, 100, first.minusMillis(1), first.plusMillis(1)));
    }

    @Test
    void walk_rowWithinTheStartsOwnSecond_needsOneRequest() {
        log.add(START.plusMillis(500), 3);
        log.add(START.plusSeconds(9), 2);

        assertThat(read(START).proven()).isTrue();
        assertThat(server.asked).hasSize(1);
    }

    /** The rows asked for alone were deleted: a row that came in before them was taken for one that had been left out. */
    @Test
    void walk_rowsAskedForAloneAreGoneAndAnotherCameIn_isProven() {
        log.add(START.plusSeconds(5), 1);
        log.add(START.plusSeconds(9), 1);
        server.before = () -> {
            if (server.asked.size() == 2) {
                log.rows.clear();
                log.rows.add(new Row("came in", START.plusSeconds(2)));
            }
        };

        WalkReport report = read(START);

        assertThat(read).extracting(Row::id).containsExactly("event-0", "event-1", "came in");
        assertThat(report.reasons()).isEmpty();
    }

    @Test
    void walk_startAtMidnight_needsOneRequest() {
        log.add(START.plusSeconds(9), 2);

        assertThat(read(Instant.parse("2026-02-03T00:00:00Z")).proven()).isTrue();
        assertThat(server.asked).hasSize(1);
    }

    /** The rows of the last day or hour were lost and it was proven, though the walk had found that the server rounds to them. */
    @ParameterizedTest
    @CsvSource({"3600000, OLDEST_FIRST", "3600000, NEWEST_FIRST", "86400000, OLDEST_FIRST", "86400000, SHUFFLED"})
    void walk_serverRoundsTheEndDownAsOtherBounds_losesNoRow(long grid, TimedLog.Order order) {
        Instant end = START.plus(Duration.ofDays(4));
        for (int i = 1; i <= 150; i++) {
            log.add(end.minus(Duration.ofMinutes(37L * i)), 1);
        }
        log.add(end.plusSeconds(60), 5);
        log.sort();
        log.rounds(Round.DOWN, Round.DOWN, grid).kept = order;

        WalkReport report = read(START);

        assertThat(read).doesNotHaveDuplicates().containsExactlyElementsOf(log.rows.subList(0, 150));
        assertThat(report.reasons()).isEmpty();
    }
}
