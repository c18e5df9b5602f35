package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many requests walks by time window need, against the least possible. */
class WindowCostTest {

    private static final int LIMIT = 500;
    private static final int SEEDS = 60;
    private static final Instant END = Instant.parse("2026-03-01T00:00:00Z");
    private static final long SPAN = 30L * 86_400_000;
    /** Set to print the table: mvn … -Dwalk.table=true */
    private static final boolean TABLE = Boolean.getBoolean("walk.table");

    static WindowServer log(int size, String shape, TimedLog.Order order) {
        Random random = new Random(size + shape.hashCode());
        WindowServer server = new WindowServer(random);
        server.kept = order;
        switch (shape) {
            case "even" -> {
                for (int i = 0; i < size; i++) {
                    server.add(END.minusMillis(SPAN - (long) ((double) SPAN * i / size)), 1);
                }
            }
            case "random" -> {
                for (int i = 0; i < size; i++) {
                    server.add(END.minusMillis(1 + (long) (random.nextDouble() * SPAN)), 1);
                }
            }
            default -> bursts(server, size, random);
        }
        server.sort();
        return server;
    }

    /** A tenth of the rows anywhere, the others in bursts of up to a few thousand rows within minutes. */
    private static void bursts(WindowServer server, int size, Random random) {
        while (server.rows.size() < size) {
            long at = 1 + (long) (random.nextDouble() * (SPAN - 600_000));
            int count = Math.min(size - server.rows.size(), 1 + (int) Math.exp(random.nextDouble() * 8));
            long length = 1_000L + random.nextInt(600_000);
            for (int i = 0; i < count; i++) {
                server.add(END.minusMillis(at + (long) (random.nextDouble() * length)), 1);
            }
            for (int i = 0; i < count / 10 && server.rows.size() < size; i++) {
                server.add(END.minusMillis(1 + (long) (random.nextDouble() * SPAN)), 1);
            }
        }
    }

    private static int requests(WindowServer log, int prefetch, int limit) {
        return requests(log, prefetch, limit, null, System::nanoTime);
    }

    /** So much time passes whenever one looks that reading ahead seems to pay. */
    private static LongSupplier slow() {
        AtomicLong now = new AtomicLong();
        return () -> now.addAndGet(100_000_000);
    }

    private static int requests(
            WindowServer log, int prefetch, int limit, @Nullable Instant from, LongSupplier nanoTime) {
        FakeServer server = new FakeServer(new Random(1), log);
        Walk<Row> walk = Paged.of(WalkSpec.<Row>window("test.events", server, Row::at)
                        .id(Row::id)
                        .maxPageSize(limit)
                        .between(from, null)
                        .nanoTime(nanoTime)
                        .clock(Clock.fixed(END, ZoneOffset.UTC))
                        .pinEnd(true)
                        .build())
                .prefetch(prefetch)
                .iterator();
        List<Row> read = new ArrayList<>();
        walk.forEachRemaining(read::add);
        assertThat(walk.report().reasons()).isEmpty();
        assertThat(read).hasSize(log.rows.size());
        assertThat(new HashSet<>(read)).hasSize(log.rows.size());
        return server.asked.size();
    }

    /**
     * The goal, and what a server needs that keeps any rows of a window that holds too many: such a response proves nothing,
     * so that slots must have room for what comes by chance: bursts must be found by samples first, and 50 rows vary by 7.
     */
    private static double most(String shape, TimedLog.Order order, int limit) {
        if (order != TimedLog.Order.SHUFFLED) {
            return 1.3;
        }
        return shape.equals("bursty") ? 2.02 : limit < LIMIT ? 1.55 : 1.3;
    }

    @ParameterizedTest
    @CsvSource({"even,50", "random,50", "bursty,50", "even,100", "random,100", "bursty,100"})
    void walk_smallPages_needsLittleMoreThanTheLeast(String shape, int limit) {
        int least = 20_000 / limit;
        for (TimedLog.Order order : TimedLog.Order.values()) {
            for (int prefetch : new int[] {0, 8}) {
                assertThat(requests(log(20_000, shape, order), prefetch, limit))
                        .as(order + " " + prefetch)
                        .isLessThanOrEqualTo((int) (most(shape, order, limit) * least) + 10);
            }
        }
    }

    /** Of a log whose end the server does not tell, each full response of a few rows was taken for the last one: rows were lost. */
    @ParameterizedTest
    @CsvSource({
        "even,2,4.2",
        "random,2,10",
        "even,3,6.1",
        "random,3,5.6",
        "bursty,3,5.7",
        "even,5,2.6",
        "random,5,3.7",
        "bursty,5,3.9",
        "even,8,2.0",
        "random,8,2.8",
        "bursty,8,2.7"
    })
    void walk_pagesOfAFewRows_areReadWhole(String shape, int limit, double most) {
        for (TimedLog.Order order : TimedLog.Order.values()) {
            for (int prefetch : new int[] {0, 8}) {
                assertThat(requests(log(1_000, shape, order), prefetch, limit))
                        .as(order + " " + prefetch)
                        .isLessThanOrEqualTo((int) (most * 1_000 / limit) + 10);
            }
        }
    }

    /** Hundreds of pages are kept before the first row is delivered: such a walk was taken for one that gets no further. */
    @ParameterizedTest
    @CsvSource({"even,8,20000,1.62", "even,50,100000,1.3", "bursty,50,100000,1.3"})
    void walk_manySmallPagesReadBackwards_needsLittleMoreThanTheLeast(String shape, int limit, int size, double most) {
        for (int prefetch : new int[] {0, 8}) {
            assertThat(requests(log(size, shape, TimedLog.Order.NEWEST_FIRST), prefetch, limit))
                    .isLessThanOrEqualTo((int) (most * size / limit) + 10);
        }
    }

    /**
     * The walk reads from the end back as long as it has room, and ahead from the start: it asked for the pieces kept by then
     * again and again, and each that came again paid for the next ones.
     */
    @ParameterizedTest
    @CsvSource({"20,2", "20,4", "20,8", "50,2", "50,4", "50,8"})
    void walk_startsLongBeforeTheFirstRow_readAhead_needsLittleMoreThanWithout(int limit, int prefetch) {
        List<String> wrong = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            WindowServer log = new WindowServer(random);
            int size = 500 + random.nextInt(2_500);
            long span = 600_000L << random.nextInt(12);
            for (int i = 0; i < size; i++) {
                log.add(END.minusMillis(1 + (long) (random.nextDouble() * span)), 1);
            }
            log.sort();
            Instant from = END.minusMillis(span).minusMillis((long) (random.nextDouble() * 40 * span));
            int requests = requests(log, prefetch, limit, from, slow());
            int sequential = requests(log, 0, limit, from, slow());
            if (requests > 1.3 * sequential + 10) {
                wrong.add(seed + ": " + requests + " in place of " + sequential);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** So many rows from behind the start of the log back are more than are kept: most of them were read in vain. */
    @Test
    @Tag("slow")
    void walk_aMillionRowsInBurstsReadBackwardsAndAhead_needsLittleMoreThanTheLeast() {
        assertThat(requests(log(1_000_000, "bursty", TimedLog.Order.NEWEST_FIRST), 8, LIMIT))
                .isLessThanOrEqualTo((int) (1.3 * 2_000) + 10);
    }

    @ParameterizedTest
    @CsvSource({"even", "random", "bursty"})
    void walk_logsOfAllSizes_needsLittleMoreThanTheLeast(String shape) {
        int most = TABLE ? 1_000_000 : 100_000;
        List<String> wrong = new ArrayList<>();
        for (int size : new int[] {0, 1, 100, 499, 500, 501, 1_000, 10_000, 100_000, 1_000_000}) {
            if (size > most) {
                continue;
            }
            int least = (size + LIMIT - 1) / LIMIT;
            StringBuilder line = new StringBuilder(String.format("%-7s %8d least %5d |", shape, size, least));
            for (TimedLog.Order order : TimedLog.Order.values()) {
                WindowServer log = log(size, shape, order);
                for (int prefetch : new int[] {0, 8}) {
                    int requests = requests(log, prefetch, LIMIT);
                    line.append(String.format(" %s/%d %5d", order.name().charAt(0), prefetch, requests));
                    if (requests > most(shape, order, LIMIT) * least + 10) {
                        wrong.add(shape + " " + size + " " + order + " " + prefetch + ": " + requests);
                    }
                }
            }
            if (TABLE) {
                System.out.println(line);
            }
        }
        assertThat(wrong).isEmpty();
    }
}
