package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.error.WalkException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Thousands of walks over lists whose server does one thing wrong, or whose log moves in bursts: whatever it is, the walk
 * ends after a bounded number of requests, delivers no row twice, and says proven only if no row is missing.
 */
class HostileWalkPropertyTest {

    private static final int CASES = Integer.getInteger("walk.cases", 4_000);
    private static final long FIRST_SEED = Long.getLong("walk.seed", 20_261_125L);

    private enum Kind {
        /** Bursts come in and expire while the walk is resumed. */
        BURSTS,
        /** The list grows before the walk's place with each request. */
        GROWTH,
        /** Some rows are no records. */
        UNREADABLE,
        /** Fewer rows than asked for. */
        CAPPED,
        OFFSET_IGNORED,
        OFFSET_CLAMPED,
        OFFSET_ROUNDED,
        ANOTHER_ORDER,
        ROW_MOVES_BEHIND,
        ID_TWICE,
        WRONG_TOTAL,
        WRONG_MORE,
        EMPTY_ANSWERS,
        SHORT_ANSWERS
    }

    /**
     * A walk that is resumed asks for the page it was in once more, for its place where the server rounds offsets, and for the
     * first by page number; those read ahead, of which as many as are allowed are under way when the next resume gives them up,
     * come on top.
     */
    private static final int OF_A_RESUME = 3;

    private static final class Case {
        final Random random;
        final Kind kind;
        final MovingLog log;
        final boolean numbered;
        final int pageSize;
        final int cap;
        final boolean stated;
        final boolean ownOffsets;
        final boolean total;
        final boolean more;
        final int ahead;
        final int growth;
        final Set<Row> broken = new HashSet<>();
        final FakeServer server;
        final Paged<Row> paged;
        final List<Row> delivered = new ArrayList<>();
        final int resumeOneIn;

        @Nullable
        WalkReport report;

        boolean failed;
        int moves;
        int resumes;

        Case(long seed) {
            random = new Random(seed);
            kind = Kind.values()[random.nextInt(Kind.values().length)];
            int size = random.nextInt(random.nextBoolean() ? 300 : 3_000);
            log = new MovingLog(random, size);
            numbered = random.nextBoolean();
            boolean small = kind == Kind.OFFSET_IGNORED && random.nextBoolean();
            pageSize = small ? 1 + random.nextInt(19) : 20 + random.nextInt(kind == Kind.CAPPED ? 280 : 81);
            cap = kind == Kind.CAPPED ? 11 + random.nextInt(246) : Integer.MAX_VALUE;
            stated = random.nextBoolean();
            ownOffsets = random.nextBoolean();
            // where nothing says that rows follow, nobody can tell a response that lacks rows from the end
            total = random.nextBoolean() || kind == Kind.EMPTY_ANSWERS || kind == Kind.SHORT_ANSWERS;
            more = random.nextBoolean();
            ahead = random.nextBoolean() || kind == Kind.ROW_MOVES_BEHIND ? 0 : 1 + random.nextInt(8);
            int mostGrowth = pageSize * (numbered ? 9 : 10) / 10 / (ahead + 1); // it grows with each request under way
            growth = 1 + random.nextInt(Math.max(1, Math.min(99, small ? 3 * pageSize : mostGrowth)));
            resumeOneIn = random.nextBoolean() || size == 0 || kind == Kind.OFFSET_IGNORED || kind == Kind.GROWTH
                    ? 0
                    : 1 + random.nextInt(size);
            prepare(size);
            server = new FakeServer(random, this::answer);
            int most = 400 + 40 * (size / 20 + 1);
            server.before = () -> {
                assertThat(server.asked.size()).as("questions").isLessThan(most + (OF_A_RESUME + ahead) * resumes);
                move();
            };
            WalkSpec.Builder<Row> spec =
                    numbered ? WalkSpec.page("test.rows", server) : WalkSpec.offset("test.rows", server);
            paged = Paged.of(spec.id(Row::id)
                            .pageSize(pageSize)
                            .maxPageSize(Math.max(100, pageSize))
                            .build())
                    .prefetch(ahead)
                    .onReport(done -> report = done);
        }

        private void prepare(int size) {
            if (kind == Kind.UNREADABLE) {
                log.rows.stream().filter(row -> random.nextInt(50) == 0).forEach(broken::add);
            }
            if (kind == Kind.ID_TWICE && size > 0) {
                log.rows.add(random.nextInt(size + 1), log.rows.get(random.nextInt(size)));
            }
            if (kind == Kind.BURSTS) {
                log.inserts = random.nextInt(3 * size + 100);
                log.deletes = random.nextInt(size + 1);
            }
        }

        private void move() {
            if (kind == Kind.GROWTH) {
                log.inserts = growth;
                log.insert(0, growth);
            }
            if (kind == Kind.OFFSET_IGNORED && random.nextInt(3) == 0) {
                log.inserts = growth;
                log.insert(0, growth);
            }
            if (kind == Kind.ROW_MOVES_BEHIND && moves < 2 && delivered.size() > 30 && log.rows.size() > 50) {
                Row row = delivered.get(random.nextInt(delivered.size()));
                moves++;
                if (log.rows.remove(row)) {
                    log.rows.add(log.rows.size() - random.nextInt(Math.max(1, log.rows.size() / 4)), row);
                }
            }
        }

        private void burst() {
            if (kind == Kind.BURSTS) {
                log.block = 1 + random.nextInt(1 + log.rows.size());
                if (log.inserts > 0) {
                    log.insert(random.nextBoolean() ? 0 : random.nextInt(log.rows.size() + 1), log.inserts / 2 + 1);
                }
                if (log.deletes > 0 && !log.rows.isEmpty()) {
                    log.delete(
                            random.nextBoolean() ? log.rows.size() : random.nextInt(log.rows.size()),
                            log.deletes / 2 + 1);
                }
            }
        }

        private Page<Row> answer(PageRequest at) {
            int limit = Math.min(cap, at.limit());
            long offset = numbered && ownOffsets ? (at.pageNumber() - 1) * limit : at.offset();
            List<Row> rows = log.rows;
            switch (kind) {
                case OFFSET_IGNORED -> offset = 0;
                case OFFSET_CLAMPED -> offset = Math.min(offset, 2L * pageSize);
                case OFFSET_ROUNDED -> offset = offset / limit * limit;
                case ANOTHER_ORDER -> {
                    rows = new ArrayList<>(rows);
                    Collections.shuffle(rows, random);
                }
                case EMPTY_ANSWERS -> limit = random.nextInt(6) == 0 ? 0 : limit;
                case SHORT_ANSWERS -> limit = random.nextInt(4) == 0 ? 1 + random.nextInt(limit) : limit;
                default -> {}
            }
            int from = (int) Math.min(offset, rows.size());
            int to = (int) Math.min(offset + limit, rows.size());
            return told(at, limit, List.copyOf(rows.subList(from, to)), to < rows.size());
        }

        private Page<Row> told(PageRequest at, int limit, List<Row> sent, boolean follow) {
            List<Row> items = new ArrayList<>();
            List<Integer> lost = new ArrayList<>();
            for (int i = 0; i < sent.size(); i++) {
                if (broken.contains(sent.get(i))) {
                    lost.add(i);
                } else {
                    items.add(sent.get(i));
                }
            }
            boolean wrong = kind == Kind.WRONG_MORE && random.nextInt(3) == 0;
            long all = kind == Kind.WRONG_TOTAL ? random.nextInt(2 * log.rows.size() + 2) : log.rows.size();
            return Page.of(at, items, "answer")
                    .withUnreadable(lost)
                    .withTotal(total ? all : null)
                    .withHasMore(more ? follow ^ wrong : null)
                    .withLimit(stated && kind == Kind.CAPPED ? (long) limit : null);
        }

        void run() {
            Walk<Row> walk = paged.iterator();
            try {
                while (walk.hasNext()) {
                    delivered.add(walk.next());
                    if (resumeOneIn > 0 && random.nextInt(resumeOneIn) == 0) {
                        Checkpoint checkpoint =
                                Checkpoint.parse(walk.checkpoint().text());
                        if (!checkpoint.finished()) {
                            resumes++;
                            walk.close();
                            burst();
                            walk = paged.resume(checkpoint).iterator();
                        }
                    }
                }
            } catch (WalkException e) {
                failed = true;
                assertThat(kind).isIn(Kind.OFFSET_IGNORED, Kind.OFFSET_CLAMPED);
            }
        }

        void check() {
            assertThat(new HashSet<>(delivered)).as("no row twice").hasSize(delivered.size());
            if (failed) {
                return;
            }
            assertThat(report).isNotNull();
            List<Row> stayed = log.stayed();
            if (report.proven()) {
                assertThat(delivered.containsAll(stayed))
                        .as("no row lost though proven")
                        .isTrue();
                assertThat(broken).isEmpty();
            }
            if (Set.of(Kind.BURSTS, Kind.GROWTH, Kind.CAPPED).contains(kind) || (kind == Kind.OFFSET_ROUNDED)) {
                Set<Row> kept = new HashSet<>(stayed);
                assertThat(delivered.stream().filter(kept::contains).toList()).isEqualTo(stayed);
                assertThat(report.reasons()).isEmpty();
            }
            if (kind == Kind.UNREADABLE) {
                Set<Row> readable = new HashSet<>(log.rows);
                readable.removeAll(broken);
                assertThat(new HashSet<>(delivered)).isEqualTo(readable);
            }
        }
    }

    @Test
    void walk_serverThatDoesOneThingWrong_endsAndProvesOnlyWhatIsTrue() {
        run(FIRST_SEED, CASES);
    }

    /** Rows that were in hand when the walk was resumed came to lie before its place then: they were lost and it was proven before. */
    @Test
    void resume_rowsInHandComeInAnotherOrder_isNotProven() {
        run(11_000_006_688L, 1);
        run(7_960_012_271L, 1);
    }

    /** The end of the list and a place before it, where a row in hand lacked, were looked at in turn without an end. */
    @Test
    void resume_rowsInHandAreGoneAndTheTailToo_eachPlaceIsLookedAtOnce() {
        run(12_200_012_415L, 1);
    }

    /** One of two rows was deleted before the walk was resumed: a list of one row was taken for pages of one, and doubted. */
    @Test
    void resume_oneRowIsLeft_isProven() {
        run(94_000_002_103L, 1);
    }

    /** As where the server sorts by nothing: the walk was said to meet a list that grows, or a server that ignores the offset. */
    @Test
    void walk_anotherOrderEachTime_endsAndSaysSo() {
        Random chance = new Random(1);
        List<Row> list = LongStream.range(0, 4_000).mapToObj(Row::of).toList();
        FakeServer server = new FakeServer(chance, at -> {
            List<Row> shuffled = new ArrayList<>(list);
            Collections.shuffle(shuffled, chance);
            return FakeServer.cut(shuffled, at);
        });
        Paged<Row> paged = Paged.of(WalkSpec.<Row>page("test.rows", server)
                .id(Row::id)
                .maxPageSize(10)
                .build());
        List<Row> read = new ArrayList<>();

        assertThatThrownBy(() -> paged.iterator().forEachRemaining(read::add))
                .isInstanceOf(WalkException.class)
                .hasMessage(
                        "the walk got no further in its last 300 requests or more, at offset 4000: rows come in another order each"
                                + " time; ask for larger pages, narrow the request, or walk it in parts");
        assertThat(read).doesNotHaveDuplicates();
        assertThat(server.asked).hasSizeLessThan(1_500);
    }

    private static void run(long first, int cases) {
        Seeds.each(first, cases, seed -> {
            Case one = new Case(seed);
            try {
                one.run();
                one.check();
            } catch (Throwable e) {
                throw new AssertionError(
                        "-Dwalk.seed=" + seed + " " + one.kind + (one.numbered ? " by page of " : " of ") + one.pageSize
                                + " cap " + one.cap + " own " + one.ownOffsets + " total " + one.total + " more "
                                + one.more
                                + " rows " + one.log.rows.size() + " " + one.report,
                        e);
            }
        });
    }
}
