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
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks by time that are resumed: nothing is lost or doubled, and what was learned is not asked for again. */
class WindowResumeTest {

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

    private void grow(int rows) {
        now = now.plusMillis(50);
        for (int i = rows; i > 0; i--) {
            log.rows.add(new Row("new-" + now + "-" + i, now.minusMillis(i)));
        }
    }

    private Paged<Row> walk(int limit, boolean fromStart) {
        return walk(server, limit, fromStart, null);
    }

    private static Paged<Row> walk(FakeServer server, int limit, boolean fromStart, @Nullable Instant to) {
        return Paged.of(WalkSpec.<Row>window("test.events", server, Row::at)
                .id(Row::id)
                .maxPageSize(limit)
                .between(fromStart ? START : null, to)
                .pinEnd(to == null)
                .clock(Clock.fixed(START.minusSeconds(86_400), ZoneOffset.UTC))
                .build());
    }

    /** Each look behind the end took it again for told by the server's clock, though rows had told it: 150 equal requests, and an error. */
    @ParameterizedTest
    @EnumSource(TimedLog.Order.class)
    void resume_rowFromBehindTheDateOfTheServerComesInMeanwhile_endsSoon(TimedLog.Order order) {
        Instant end = START.plusSeconds(1_000);
        for (int i = 0; i < 450; i++) {
            log.add(START.plusSeconds(2L * i), 1);
        }
        List<Row> before = List.copyOf(log.rows);
        log.kept = order;
        FakeServer behind = new FakeServer(new Random(1), at -> log.apply(at).withServerTime(end.minusSeconds(30)));
        Paged<Row> paged = walk(behind, 100, false, null);
        Walk<Row> walk = paged.iterator();
        read.addAll(read(walk, 300));
        log.add(end.minusSeconds(5), 1);

        Walk<Row> resumed = paged.resume(walk.checkpoint()).iterator();
        resumed.forEachRemaining(read::add);

        assertThat(read).doesNotHaveDuplicates().containsAll(before);
        assertThat(resumed.report().reasons()).isEmpty();
        assertThat(behind.asked).hasSizeLessThan(30);
    }

    /**
     * A row that was gone from the middle of a response was looked for although the response was not used, and so delivered from
     * hand ahead of those before it; a walk that was resumed behind it lost them, and was proven.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void walk_firstRowAndOthersAreDeletedMeanwhile_deliversTheRestInOrderOnce(boolean resumes) {
        for (int i = 0; i < 27; i++) {
            log.add(START.plusSeconds(600 + i), 1);
        }
        log.kept = TimedLog.Order.OLDEST_FIRST;
        server.before = () -> {
            int asked = server.asked.size();
            if (asked == 2) {
                log.rows.remove(0);
            }
            if (asked >= 2 && asked <= 8) {
                log.rows.remove(18);
            }
            if (asked == 5) {
                IntStream.range(0, 12).forEach(i -> log.rows.add(new Row("new-" + i, START.plusSeconds(700 + i))));
            }
        };
        Paged<Row> paged = walk(30, true);
        Walk<Row> walk = paged.iterator();
        read.addAll(read(walk, 1));
        walk = resumes ? paged.resume(walk.checkpoint()).iterator() : walk;

        walk.forEachRemaining(read::add);

        assertThat(read).doesNotHaveDuplicates().containsAll(log.rows);
        assertThat(read).isSortedAccordingTo(Comparator.comparing(Row::at));
        assertThat(walk.report().reasons()).isEmpty();
        assertThat(server.asked).hasSizeLessThan(30);
    }

    /** The rest of a crowded millisecond was lost where the server moves starts to a later minute: no row of it had to come again. */
    @ParameterizedTest
    @EnumSource(TimedLog.Order.class)
    void resume_inACrowdedMillisecondWhoseStartIsMoved_losesNoRowWhileProven(TimedLog.Order order) {
        events(20, 600_000);
        log.add(START.plusMillis(4_825_891), 98);
        log.add(START.plusMillis(5_480_637), 46);
        log.add(START.plusMillis(5_955_196), 4);
        log.add(START.plusMillis(6_467_863), 96);
        log.rounds(WindowServer.Round.UP, WindowServer.Round.UP, 60_000).kept = order;
        Paged<Row> paged = walk(104, false);
        for (int stop = 1; stop < log.rows.size(); stop++) {
            read.clear();
            Walk<Row> walk = paged.iterator();
            read.addAll(read(walk, stop));
            if (walk.checkpoint().finished()) {
                continue;
            }
            walk = paged.resume(Checkpoint.parse(walk.checkpoint().text())).iterator();
            walk.forEachRemaining(read::add);
            assertThat(read).as("resumed behind " + stop).doesNotHaveDuplicates();
            if (walk.report().proven()) {
                assertThat(read).as("resumed behind " + stop).hasSameSizeAs(log.rows);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"50, 37", "70, 200", "50, 7"})
    void resume_logGrowsAsFastAsItIsRead_endsWithinHundredsOfRequests(int growth, int every) {
        events(100, 600_000);
        log.kept = TimedLog.Order.SHUFFLED;
        server.before = () -> {
            grow(growth);
            assertThat(server.asked.size()).isLessThan(1_500);
        };
        Paged<Row> paged = walk(50, false);
        Walk<Row> walk = paged.iterator();
        try {
            while (walk.hasNext()) {
                read.add(walk.next());
                if (read.size() % every == 0) {
                    walk = paged.resume(Checkpoint.parse(walk.checkpoint().text()))
                            .iterator();
                }
            }
        } catch (WalkException e) {
            assertThat(e).hasMessageContaining("rows come in faster than the walk reads them");
        }
        assertThat(read).doesNotHaveDuplicates().hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @EnumSource(TimedLog.Order.class)
    void resume_afterEachRowWhileRowsComeInEverywhere_asksAboutOnceForEachRow(TimedLog.Order order) {
        events(600, 600_000);
        log.kept = order;
        Random random = new Random(6);
        server.before = () -> {
            assertThat(server.asked.size()).isLessThan(4_000);
            if (server.asked.size() % 2 == 0) {
                log.rows.add(new Row("late-" + server.asked.size(), START.plusMillis(random.nextInt(600_000))));
                log.sort();
            }
        };
        Set<Row> there = new HashSet<>(log.rows);
        Paged<Row> paged = walk(server, 50, true, START.plusSeconds(600));
        Walk<Row> walk = paged.iterator();
        while (walk.hasNext()) {
            read.add(walk.next());
            Checkpoint checkpoint = Checkpoint.parse(walk.checkpoint().text());
            if (!checkpoint.finished()) {
                walk = paged.resume(checkpoint).iterator();
            }
        }
        assertThat(read).doesNotHaveDuplicates().containsAll(there);
        assertThat((double) server.asked.size()).isLessThan(1.5 * read.size());
    }

    @ParameterizedTest
    @EnumSource(TimedLog.Order.class)
    void resume_afterEachRequestThatFails_getsOn(TimedLog.Order order) {
        events(3_000, 600_000);
        log.kept = order;
        Random random = new Random(4);
        server.before = () -> {
            assertThat(server.asked.size()).isLessThan(1_500);
            if (random.nextInt(3) == 0) {
                throw new IllegalStateException("no network");
            }
        };
        Paged<Row> paged = walk(50, true);
        Walk<Row> walk = paged.iterator();
        boolean more = true;
        while (more) {
            try {
                more = walk.hasNext();
                if (more) {
                    read.add(walk.next());
                }
            } catch (IllegalStateException e) {
                walk = paged.resume(Checkpoint.parse(walk.checkpoint().text())).iterator();
            }
        }
        assertThat(read).doesNotHaveDuplicates().hasSize(3_000);
        assertThat(walk.report().reasons()).isEmpty();
    }

    /** Where the newest rows come first, the start of the log is found by reading back: what was read of it is not read again. */
    @ParameterizedTest
    @CsvSource({"1, 2", "2, 3", "0, 2"})
    void resume_beforeTheFirstRowOfALogThatGrows_goesOnBackwards(int growth, int failOneIn) {
        events(300, 600_000);
        log.kept = TimedLog.Order.NEWEST_FIRST;
        Set<Row> there = new HashSet<>(log.rows);
        Random random = new Random(4);
        server.before = () -> {
            assertThat(server.asked.size()).isLessThan(2_000);
            for (int i = 0; i < growth; i++) {
                log.rows.add(new Row("late-" + log.rows.size(), START.plusMillis(random.nextInt(600_000))));
            }
            log.sort();
            if (random.nextInt(failOneIn) == 0) {
                throw new IllegalStateException("no network");
            }
        };
        Paged<Row> paged = walk(server, 8, false, START.plusSeconds(601));
        Walk<Row> walk = paged.iterator();
        boolean more = true;
        while (more) {
            try {
                more = walk.hasNext();
                if (more) {
                    read.add(walk.next());
                }
            } catch (IllegalStateException e) {
                walk = paged.resume(Checkpoint.parse(walk.checkpoint().text())).iterator();
            }
        }
        assertThat(read).doesNotHaveDuplicates().containsAll(there);
        assertThat(walk.report().reasons()).isEmpty();
    }

    /** One response that is not full lacks a row seen before; the walk is resumed while that row is looked for, or right behind. */
    @ParameterizedTest
    @EnumSource(TimedLog.Order.class)
    void resume_whileARowThatAnAnswerLackedIsLookedFor_deliversItOnce(TimedLog.Order order) {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            begin(order);
            Set<Row> shown = new HashSet<>();
            AtomicInteger lacking = new AtomicInteger(random.nextInt(6));
            FakeServer lossy = new FakeServer(random, at -> {
                List<Row> rows = new ArrayList<>(log.apply(at).items());
                int middle = rows.size() / 2;
                if (rows.size() > 3
                        && rows.size() < 40
                        && shown.contains(rows.get(middle))
                        && lacking.getAndDecrement() == 0) {
                    rows.remove(middle);
                }
                shown.addAll(rows);
                return Page.of(at, rows, "answer");
            });
            Paged<Row> paged = walk(lossy, 40, true, null);
            Walk<Row> walk = paged.iterator();
            int resumes = 0;
            while (walk.hasNext()) {
                read.add(walk.next());
                Checkpoint checkpoint = walk.checkpoint();
                if (lacking.get() < 0 && !checkpoint.finished() && resumes < 9 && random.nextInt(5) == 0) {
                    resumes++;
                    walk = paged.resume(Checkpoint.parse(checkpoint.text())).iterator();
                }
            }
            assertWholeIfProven(walk.report(), seed);
        }
    }

    /** A row was in a response that was not read to its end when the walk stopped, and the first response behind that leaves it out. */
    @ParameterizedTest
    @EnumSource(TimedLog.Order.class)
    void resume_firstResponseLeavesOutARowInHand_isThereOrNotProven(TimedLog.Order order) {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            begin(order);
            Set<Row> shown = new HashSet<>();
            List<Row> left = new ArrayList<>();
            FakeServer lossy = new FakeServer(random, at -> {
                List<Row> rows = new ArrayList<>(log.apply(at).items());
                if (left.size() == 1 && rows.remove(left.get(0))) {
                    left.add(left.get(0));
                }
                shown.addAll(rows);
                return Page.of(at, rows, "answer");
            });
            Paged<Row> paged = walk(lossy, 40, true, null).prefetch(seed % 3);
            Walk<Row> walk = paged.iterator();
            read.addAll(read(walk, 1 + random.nextInt(290)));
            List<Row> unread = log.rows.stream()
                    .filter(row -> shown.contains(row) && !read.contains(row))
                    .toList();
            if (walk.checkpoint().finished() || unread.isEmpty()) {
                continue;
            }
            left.add(unread.get(random.nextInt(unread.size())));
            walk = paged.resume(Checkpoint.parse(walk.checkpoint().text())).iterator();
            walk.forEachRemaining(read::add);
            assertWholeIfProven(walk.report(), seed);
        }
    }

    /** Rows in hand were deleted before the walk was resumed: a look or two, and no reason. */
    @ParameterizedTest
    @EnumSource(TimedLog.Order.class)
    void resume_rowsInHandWereDeleted_isProven(TimedLog.Order order) {
        begin(order);
        Paged<Row> paged = walk(40, true);
        Walk<Row> walk = paged.iterator();
        read.addAll(read(walk, 20));
        Checkpoint checkpoint = Checkpoint.parse(walk.checkpoint().text());
        log.rows.subList(22, 24).clear();
        walk = paged.resume(checkpoint).iterator();
        walk.forEachRemaining(read::add);
        assertThat(read).doesNotHaveDuplicates().hasSize(298).containsAll(log.rows);
        assertThat(walk.report().reasons()).isEmpty();
    }

    /** A log of 300 rows, of which none was read yet. */
    private void begin(TimedLog.Order order) {
        log.rows.clear();
        read.clear();
        events(300, 600_000);
        log.kept = order;
    }

    private void assertWholeIfProven(WalkReport report, int seed) {
        assertThat(read).as("seed " + seed).doesNotHaveDuplicates();
        assertThat(report.proven() && read.size() < 300).as("seed " + seed).isFalse();
    }

    private static List<Row> read(Walk<Row> walk, int count) {
        List<Row> rows = new ArrayList<>();
        while (rows.size() < count && walk.hasNext()) {
            rows.add(walk.next());
        }
        return rows;
    }
}
