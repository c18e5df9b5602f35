package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.error.WalkException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Walks over an operation that answers at most 500 rows and knows no offset. */
class WindowWalkTest {

    private static final int LIMIT = 500;
    private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-03-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(END, ZoneOffset.UTC);

    private static WalkSpec.Builder<Row> spec(FakeServer server) {
        return WalkSpec.<Row>window("test.events", server, Row::at)
                .id(Row::id)
                .maxPageSize(LIMIT)
                .clock(CLOCK)
                .pinEnd(true);
    }

    private static FakeServer server(Function<PageRequest, Page<Row>> answers) {
        return new FakeServer(new Random(1), answers);
    }

    /** 20,000 events of a month, with bursts of 300 in one millisecond, some of them neighbours. */
    private static TimedLog busyLog(TimedLog.Order order, boolean endCounts) {
        Random random = new Random(7);
        TimedLog log = new TimedLog(random, order, endCounts);
        for (int i = 0; i < 10; i++) {
            Instant at = START.plusMillis((long) (random.nextDouble() * 2_400_000_000L));
            log.add(at, 300);
            log.add(at.plusMillis(1), 300);
            log.add(at.plusMillis(2), 300);
        }
        while (log.rows.size() < 20_000) {
            log.add(START.plusMillis((long) (random.nextDouble() * 2_400_000_000L)), 1);
        }
        log.settle();
        return log;
    }

    @ParameterizedTest
    @CsvSource({
        "OLDEST_FIRST,true", "OLDEST_FIRST,false", "NEWEST_FIRST,true",
        "NEWEST_FIRST,false", "SHUFFLED,true", "SHUFFLED,false"
    })
    void walk_20000EventsWithBurstsOf300_findsAll(TimedLog.Order order, boolean endCounts) {
        TimedLog log = busyLog(order, endCounts);
        for (Instant from : new Instant[] {START, null}) {
            for (int prefetch : new int[] {0, 8}) {
                FakeServer server = server(log::page);
                Walk<Row> walk = Paged.of(spec(server).between(from, null).build())
                        .prefetch(prefetch)
                        .iterator();
                List<Row> read = new ArrayList<>();
                walk.forEachRemaining(read::add);

                assertThat(new HashSet<>(read).containsAll(log.rows)).isTrue();
                assertThat(read).hasSize(20_000);
                assertThat(walk.report().proven()).isTrue();
                assertThat(walk.report().reasons()).isEmpty();
                assertThat(server.asked.size()).isLessThan(prefetch == 0 ? 1_000 : 4_000);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OLDEST_FIRST,true", "OLDEST_FIRST,false", "NEWEST_FIRST,true",
        "NEWEST_FIRST,false", "SHUFFLED,true", "SHUFFLED,false"
    })
    void walk_600EventsInOneMillisecond_saysWhatCannotBeProven(TimedLog.Order order, boolean endCounts) {
        Instant crowded = Instant.parse("2026-02-10T10:00:00.123Z");
        TimedLog log = new TimedLog(new Random(1), order, endCounts);
        log.add(crowded.minusMillis(1), 300);
        log.add(crowded, 600);
        log.add(crowded.plusMillis(1), 300);
        Walk<Row> walk =
                Paged.of(spec(server(log::page)).between(START, END).build()).iterator();
        List<Row> read = new ArrayList<>();
        walk.forEachRemaining(read::add);

        assertThat(read.stream().filter(row -> !crowded.equals(row.at()))).hasSize(600);
        assertThat(walk.report().finished()).isTrue();
        assertThat(walk.report().proven()).isFalse();
        assertThat(walk.report().reasons()).hasSize(1);
        assertThat(walk.report().reasons().get(0))
                .matches("the window from 2026-02-10T10:00:00.123Z to 2026-02-10T10:00:00.12(4|3999)Z"
                        + " holds at least 500 rows, as many as one response can, and cannot be split further; narrow the"
                        + " request by its other parameters to read the rest");
    }

    @Test
    void walk_serverAnswersFewerThanAsked_findsAll() {
        TimedLog log = new TimedLog(new Random(1), TimedLog.Order.NEWEST_FIRST, true);
        for (int i = 0; i < 1_000; i++) {
            log.add(START.plusSeconds(i * 600L), 1);
        }
        FakeServer server = server(at -> log.page(new PageRequest(0, 100, at.from(), at.to())));
        Walk<Row> walk = Paged.of(spec(server).between(START, END).build()).iterator();
        List<Row> read = new ArrayList<>();
        walk.forEachRemaining(read::add);

        assertThat(read).isEqualTo(log.rows);
        assertThat(walk.report().proven()).isTrue();
    }

    @Test
    void walk_shortAnswer_sendsTheUsersWindowAsItIs() {
        TimedLog log = new TimedLog(new Random(1), TimedLog.Order.NEWEST_FIRST, true);
        log.add(START.plusSeconds(10), 3);
        log.add(END, 2);
        FakeServer server = server(log::page);
        Instant from = START.plusNanos(1_234);

        List<Row> read = Paged.of(spec(server).between(from, END).build()).toList();

        assertThat(read).isEqualTo(log.rows);
        assertThat(server.asked).containsExactly(new PageRequest(0, 500, from, END));
    }

    @Test
    void walk_noEnd_pinsIt() {
        TimedLog log = busyLog(TimedLog.Order.OLDEST_FIRST, true);
        Instant date = END.plusSeconds(100);
        FakeServer server = server(at -> log.page(at).withServerTime(date));
        assertThat(Paged.of(spec(server).build()).toList()).hasSize(20_000);
        assertThat(server.asked.get(0)).isEqualTo(new PageRequest(0, 500, null, null));
        // the last request looks behind the end that was sent, for a server may round it
        assertThat(server.asked.get(server.asked.size() - 1).to()).isNull();
        assertThat(server.asked.subList(1, server.asked.size() - 1))
                .allMatch(asked -> asked.to() != null && !asked.to().isAfter(date.plusSeconds(1)));
        assertThat(server.asked.get(server.asked.size() - 2).to()).isEqualTo(date.plusSeconds(1));
        server.asked.clear();
        assertThat(Paged.of(spec(server).build()).openEnd().toList()).hasSize(20_000);
        assertThat(server.asked.get(server.asked.size() - 1).to()).isNull();
    }

    /** Of rows in no order, a few that came in were taken for rows cut off; each longer response then was a doubt. */
    @Test
    void walk_rowsInNoOrderComeInWithEachRequest_isProven() {
        TimedLog log = new TimedLog(new Random(4), TimedLog.Order.SHUFFLED, false);
        Random random = new Random(9);
        for (int i = 0; i < 14; i++) {
            log.add(END.minusMillis(1 + random.nextInt(1_000)), 1);
        }
        log.settle();
        FakeServer server = server(log::page);
        int[] requests = new int[1];
        server.before = () -> {
            for (int i = requests[0]++ * 8; i > 0; i--) {
                log.add(END.minusMillis(1 + random.nextInt(1_000)), 1);
            }
        };

        Walk<Row> walk = Paged.of(spec(server).build()).iterator();
        List<Row> read = new ArrayList<>();
        walk.forEachRemaining(read::add);

        assertThat(read).doesNotHaveDuplicates().containsAll(log.kept);
        assertThat(walk.report().reasons()).isEmpty();
    }

    @Test
    void walk_serverIgnoresTheWindow_throwsInsteadOfSplittingForEver() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < LIMIT; i++) {
            rows.add(new Row("event-" + i, START.plusSeconds(i * 60L)));
        }
        FakeServer server = server(at -> Page.of(at, rows, "answer"));
        Walk<Row> walk = Paged.of(spec(server).between(START, END).build()).iterator();
        assertThatThrownBy(walk::hasNext)
                .isInstanceOf(WalkException.class)
                .hasMessage("the server does not heed the time window, or counts time differently: asked for rows from"
                        + " 2026-02-01T00:00:00Z to 2026-02-01T00:32:00.001Z, it answered 500 rows, 467 of them from"
                        + " outside");
        assertThat(server.asked.size()).isLessThan(10);
    }

    @Test
    void walk_rowsWithoutTime_areDeliveredOnceAndReported() {
        TimedLog log = busyLog(TimedLog.Order.OLDEST_FIRST, true);
        log.rows.add(new Row("timeless", null));
        Walk<Row> walk =
                Paged.of(spec(server(log::page)).between(START, END).build()).iterator();
        List<Row> read = new ArrayList<>();
        walk.forEachRemaining(read::add);

        assertThat(read).hasSize(20_001);
        assertThat(walk.report().reasons())
                .containsExactly("rows without a time were delivered: they belong to no window");
    }

    @Test
    void walk_manyRowsWithoutTime_endsAndSaysSo() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < LIMIT; i++) {
            rows.add(new Row("event-" + i, null));
        }
        Walk<Row> walk = Paged.of(
                        spec(server(at -> Page.of(at, rows, "answer"))).build())
                .iterator();
        List<Row> read = new ArrayList<>();
        walk.forEachRemaining(read::add);

        assertThat(read).isEqualTo(rows);
        assertThat(walk.report().reasons())
                .containsExactly(
                        "rows without a time were delivered: they belong to no window",
                        "the window from the start to the end holds at least 500 rows, as many as one response can, and"
                                + " cannot be split further; narrow the request by its other parameters to read the"
                                + " rest");
    }

    @Test
    void split_givesPartsWithTheirOwnWindowsAndCheckpoints() {
        TimedLog log = busyLog(TimedLog.Order.NEWEST_FIRST, false);
        FakeServer server = server(log::page);
        Paged<Row> whole = Paged.of(spec(server).between(START, END).build());
        List<Row> read = new ArrayList<>();
        List<Paged.Part<Row>> parts = whole.split(Duration.ofDays(10));
        for (Paged.Part<Row> part : parts) {
            part.rows().forEach(read::add);
        }

        assertThat(parts)
                .extracting(Paged.Part::window)
                .isEqualTo(new TimeWindow(START, END).split(Duration.ofDays(10)));
        assertThat(read).hasSize(20_000);
        Checkpoint checkpoint = parts.get(0).rows().iterator().checkpoint();
        assertThatThrownBy(() -> parts.get(1).rows().resume(checkpoint))
                .isInstanceOf(WalkException.class)
                .hasMessage("the checkpoint belongs to another query: part was"
                        + " \"2026-02-01T00:00:00Z/2026-02-11T00:00:00Z\", is"
                        + " \"2026-02-11T00:00:00Z/2026-02-21T00:00:00Z\"");
        assertThatThrownBy(() -> Paged.of(spec(server).build()).split(Duration.ofDays(1)))
                .isInstanceOf(WalkException.class)
                .hasMessage("test.events can be split only if the request has a start of its time window");
    }

    /** A checkpoint of the whole walk says nothing of its parts, which would begin in the middle and lose the rows before. */
    @Test
    void split_afterAResume_isRefused() {
        TimedLog log = busyLog(TimedLog.Order.NEWEST_FIRST, false);
        Paged<Row> whole = Paged.of(spec(server(log::page)).between(START, END).build());
        Walk<Row> walk = whole.iterator();
        walk.next();
        Paged<Row> resumed = whole.resume(walk.checkpoint());

        assertThatThrownBy(() -> resumed.split(Duration.ofDays(10)))
                .isInstanceOf(WalkException.class)
                .hasMessage(
                        "test.events cannot be split where it goes on from a checkpoint: split the whole, and resume"
                                + " the part that the checkpoint is of");
    }

    /** The end of the last part is open, so that another process, which splits later, has the same part. */
    @Test
    void split_openEnd_lastPartIsResumedByAProcessThatSplitsLater() {
        TimedLog log = busyLog(TimedLog.Order.NEWEST_FIRST, false);
        Instant now = START.plus(Duration.ofDays(25));
        List<Row> read = new ArrayList<>();
        Walk<Row> first = lastPart(log, now).iterator();
        for (int i = 0; i < 700; i++) {
            read.add(first.next());
        }
        Checkpoint checkpoint = Checkpoint.parse(first.checkpoint().text());

        lastPart(log, now.plusSeconds(60)).resume(checkpoint).forEach(read::add);

        assertThat(read).isEqualTo(lastPart(log, now).toList());
    }

    private Paged<Row> lastPart(TimedLog log, Instant now) {
        List<Paged.Part<Row>> parts = Paged.of(spec(server(log::page))
                        .between(START, null)
                        .clock(Clock.fixed(now, ZoneOffset.UTC))
                        .build())
                .split(Duration.ofDays(10));
        return parts.get(parts.size() - 1).rows();
    }
}
