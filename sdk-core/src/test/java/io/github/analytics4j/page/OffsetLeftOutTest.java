package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks over servers whose pages lack rows though others follow, and over servers that state limits they do not keep. */
class OffsetLeftOutTest {

    private final List<Row> read = new ArrayList<>();

    private static List<Row> rows(long count) {
        return LongStream.range(0, count).mapToObj(Row::of).toList();
    }

    /** The rows of the page that may be shown. */
    private static Page<Row> shown(List<Row> rows, PageRequest at, Predicate<Row> allowed, @Nullable Long total) {
        int from = (int) Math.min(at.offset(), rows.size());
        int to = (int) Math.min(at.end(), rows.size());
        return Page.of(at, rows.subList(from, to).stream().filter(allowed).toList(), "answer")
                .withTotal(total);
    }

    private static FakeServer server(Function<PageRequest, Page<Row>> answers) {
        return new FakeServer(new Random(1), answers);
    }

    private WalkReport walk(FakeServer server, boolean numbered) {
        read.clear();
        WalkSpec.Builder<Row> spec =
                numbered ? WalkSpec.page("test.rows", server) : WalkSpec.offset("test.rows", server);
        Walk<Row> walk = Paged.of(spec.id(Row::id).build()).iterator();
        walk.forEachRemaining(read::add);
        return walk.report();
    }

    private static Set<Row> drawn(List<Row> rows, double share, long seed) {
        Random random = new Random(seed);
        Set<Row> drawn = new HashSet<>();
        rows.stream().filter(row -> random.nextDouble() < share).forEach(drawn::add);
        return drawn;
    }

    /** 830 rows of 1,000 were stated, 702 delivered, and it was proven. */
    @Test
    void walk_rowsAreHiddenAfterPaging_isProvenOnlyIfAllCame() {
        List<Row> rows = rows(1_000);
        int missed = 0;
        for (double share : new double[] {0.01, 0.1, 0.2, 0.3, 0.5}) {
            for (int seed = 0; seed < 100; seed++) {
                Set<Row> hidden = drawn(rows, share, seed);
                long visible = (long) rows.size() - hidden.size();
                FakeServer server = server(at -> shown(rows, at, row -> !hidden.contains(row), visible));
                WalkReport report = walk(server, false);
                assertThat(report.proven() && read.size() < visible)
                        .as(share + " " + seed + " " + report)
                        .isFalse();
                missed += read.size() < visible ? 1 : 0;
            }
        }
        assertThat(missed).isPositive();
    }

    @Test
    void walk_aPageLacksARowThoughOthersFollow_saysWhatWasSeen() {
        List<Row> rows = rows(300);
        FakeServer server =
                server(at -> shown(rows, at, row -> at.offset() > 0 || !row.equals(Row.of(40)), (long) rows.size()));
        WalkReport report = walk(server, false);
        assertThat(read).hasSize(299);
        assertThat(report.reasons())
                .containsExactly(
                        "the response at offset 0 had only 99 rows though more follow, and the next one began as if"
                                + " the list had grown: the server may leave rows out of its pages, so that others are missing;"
                                + " narrow the request, or count the rows in another way");
    }

    /** No response had more rows than the first, so that it may be a cap; but the number of rows is another one. */
    @Test
    void walk_fewerRowsThanEachResponseStates_isAReason() {
        List<Row> rows = rows(150);
        FakeServer server = server(at -> shown(rows, at, row -> at.offset() > 0 || !row.equals(Row.of(40)), 150L));
        WalkReport report = walk(server, false);
        assertThat(read).hasSize(149);
        assertThat(report.reasons())
                .containsExactly(
                        "each response says that there are 150 rows, and 149 were delivered: the server may leave"
                                + " rows out of its pages; count the rows in another way");
    }

    /** Rows lack at random, so that the next request would have them. */
    @Test
    void walk_someResponsesLackSomeRows_isProvenOnlyIfAllCame() {
        List<Row> rows = rows(1_000);
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            FakeServer server = server(at -> {
                long gone = random.nextInt(4) == 0 ? at.offset() + random.nextInt(at.limit()) : -1;
                return shown(rows, at, row -> gone < 0 || !row.equals(Row.of(gone)), (long) rows.size());
            });
            WalkReport report = walk(server, false);
            assertThat(report.proven() && read.size() < rows.size())
                    .as(seed + " " + report)
                    .isFalse();
        }
    }

    @Test
    void walk_capChangesFromResponseToResponse_isProven() {
        List<Row> rows = rows(1_000);
        for (boolean told : new boolean[] {true, false}) {
            for (int seed = 0; seed < 100; seed++) {
                Random random = new Random(seed);
                FakeServer server = server(at -> {
                    long cap = at.offset() + (random.nextInt(3) == 0 ? 60 + random.nextInt(40) : 100);
                    return shown(rows, at, row -> rows.indexOf(row) < cap, told ? (long) rows.size() : null);
                });
                WalkReport report = walk(server, false);
                assertThat(read).as(told + " " + seed + " " + report).isEqualTo(rows);
                assertThat(report.reasons()).isEmpty();
            }
        }
    }

    /** Proven after 3 requests with 282 of 988 rows before. */
    @Test
    void walk_rowsAreHiddenAndNoTotalIsTold_goesOnBehindShortResponses() {
        List<Row> rows = rows(1_000);
        for (int seed = 0; seed < 100; seed++) {
            Set<Row> hidden = drawn(rows, 0.1, seed);
            FakeServer server = server(at -> shown(rows, at, row -> !hidden.contains(row), null));
            walk(server, false);
            assertThat(read).as("%d", seed).hasSize(rows.size() - hidden.size());
            assertThat(server.asked).hasSizeLessThan(20);
        }
    }

    /** It took 102 requests. */
    @ParameterizedTest
    @ValueSource(ints = {1, 10, 50, 99})
    void walk_responsesHaveMoreRowsThanTheyStateAsTheirLimit_takesNoMoreRequests(int stated) {
        List<Row> rows = rows(1_000);
        for (boolean numbered : new boolean[] {false, true}) {
            FakeServer server = server(
                    at -> shown(rows, at, row -> true, (long) rows.size()).withLimit((long) stated));
            WalkReport report = walk(server, numbered);
            assertThat(read).isEqualTo(rows);
            assertThat(report.reasons()).isEmpty();
            assertThat(server.asked).hasSizeLessThan(13);
        }
    }
}
