package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.error.WalkException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks by offset and page number over lists that grow, expire and contradict themselves: what is proven is true. */
class OffsetTrustTest {

    private static final int MOST_REQUESTS = 1_500;

    private final List<Row> list = new ArrayList<>();
    private final List<Row> read = new ArrayList<>();
    private long next = 1_000_000;

    private OffsetTrustTest fill(int rows) {
        LongStream.range(0, rows).mapToObj(Row::of).forEach(list::add);
        return this;
    }

    private void grow(int rows) {
        for (int i = 0; i < rows; i++) {
            list.add(0, Row.of(next++));
        }
    }

    private void expire(int rows) {
        list.subList(list.size() - rows, list.size()).clear();
    }

    private Page<Row> page(PageRequest at) {
        return page(list, at);
    }

    private static Page<Row> page(List<Row> rows, PageRequest at) {
        return FakeServer.cut(rows, at).withTotal((long) rows.size());
    }

    private static FakeServer server(Function<PageRequest, Page<Row>> answers) {
        return new FakeServer(new Random(1), answers);
    }

    private static Paged<Row> byOffset(FakeServer server) {
        return Paged.of(WalkSpec.<Row>offset("test.rows", server).id(Row::id).build());
    }

    private static Paged<Row> byPage(FakeServer server) {
        return Paged.of(WalkSpec.<Row>page("test.rows", server).id(Row::id).build());
    }

    private WalkReport walk(Paged<Row> paged) {
        Walk<Row> walk = paged.iterator();
        walk.forEachRemaining(read::add);
        return walk.report();
    }

    private void assertOnce() {
        assertThat(new HashSet<>(read)).as("no row twice").hasSize(read.size());
    }

    // --- rows delivered that lie ahead again

    @Test
    void resume_burstWhileStalled_deliversNoRowTwice() {
        fill(2_000);
        FakeServer server = server(this::page);
        Paged<Row> paged = byOffset(server);
        Checkpoint saved = null;
        Walk<Row> walk = paged.iterator();
        for (int row = 1; row <= 800; row++) {
            read.add(walk.next());
            if (row == 595) {
                grow(700);
                expire(700);
            }
            if (row % 200 == 0) {
                saved = Checkpoint.parse(walk.checkpoint().text());
            }
        }
        List<Row> stayed =
                list.stream().filter(row -> !row.id().startsWith("row-1000")).toList();

        WalkReport report = walk(paged.resume(saved));

        assertOnce();
        assertThat(read).containsSubsequence(stayed);
        assertThat(report.reasons()).isEmpty();
        assertThat(report.proven()).isTrue();
    }

    @Test
    void walk_moreComesInThanWasRead_deliversNoRowTwice() {
        fill(20_000);
        FakeServer server = server(this::page);
        Walk<Row> walk = byOffset(server).iterator();
        for (int row = 0; row < 8_000; row++) {
            read.add(walk.next());
        }
        grow(10_000);
        expire(10_000);
        List<Row> stayed = list.subList(10_000, 20_000);
        walk.forEachRemaining(read::add);

        assertOnce();
        assertThat(read).containsSubsequence(stayed);
        assertThat(walk.report().reasons()).isEmpty();
        assertThat(walk.report().proven()).isTrue();
        assertThat(server.asked).hasSizeLessThan(300);
    }

    /** A checkpoint of a long walk keeps the last rows; those that may come again are kept beside them. */
    @ParameterizedTest
    @CsvSource({"30000, 1000, true", "30000, 40000, true", "100000, 5000, false", "30000, 200, false"})
    void resume_longWalkAndBurst_deliversNoRowTwiceOrSaysSo(int rows, int burst, boolean before) {
        fill(rows);
        FakeServer server = server(this::page);
        Paged<Row> paged = byOffset(server);
        Walk<Row> walk = paged.iterator();
        for (int row = 0; row < rows / 2; row++) {
            read.add(walk.next());
        }
        if (before) {
            grow(burst);
            expire(rows / 4);
            for (int row = 0; row < Math.min(burst, 5_000); row++) {
                if (walk.hasNext()) {
                    read.add(walk.next());
                }
            }
        }
        Checkpoint saved = Checkpoint.parse(walk.checkpoint().text());
        grow(burst);
        expire(rows / 8);
        List<Row> stayed =
                list.stream().filter(row -> !row.id().startsWith("row-10")).toList();

        WalkReport report = walk(paged.resume(saved));

        assertOnce();
        assertThat(read.containsAll(stayed)).isTrue();
        assertThat(report.reasons()).isEmpty();
        assertThat(report.proven()).isTrue();
    }

    @Test
    void resume_withAnotherPageSize_goesOn() {
        fill(1_000);
        FakeServer server = server(this::page);
        Walk<Row> walk = byOffset(server).pageSize(70).iterator();
        for (int row = 0; row < 333; row++) {
            read.add(walk.next());
        }
        grow(20);
        WalkReport report = walk(byOffset(server).pageSize(31).resume(walk.checkpoint()));
        assertThat(read).hasSize(1_000);
        assertOnce();
        assertThat(report.proven()).isTrue();
    }

    // --- contradictions

    @ParameterizedTest
    @ValueSource(ints = {120, 250, 1_000})
    void walk_anotherOrderEachTime_isNotProvenAndEnds(int rows) {
        fill(rows);
        Random random = new Random(3);
        FakeServer server = server(at -> {
            List<Row> shuffled = new ArrayList<>(list);
            Collections.shuffle(shuffled, random);
            return page(shuffled, at);
        });

        WalkReport report = walk(byOffset(server));

        assertOnce();
        assertThat(report.proven()).isFalse();
        assertThat(report.reasons()).anyMatch(reason -> reason.startsWith("rows came in another order at offset "));
        assertThat(server.asked).hasSizeLessThan(3 * rows / 100 + 20);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void walk_rowReadMovesBehind_losesNone(boolean numbered) {
        fill(1_000);
        FakeServer server = server(this::page);
        Walk<Row> walk = (numbered ? byPage(server) : byOffset(server)).iterator();
        for (int row = 0; row < 100; row++) {
            read.add(walk.next());
        }
        list.add(150, list.remove(5));
        walk.forEachRemaining(read::add);

        assertThat(read).isEqualTo(LongStream.range(0, 1_000).mapToObj(Row::of).toList());
        assertThat(walk.report().proven()).isFalse();
        assertThat(walk.report().reasons()).hasSize(1).first().asString().startsWith("rows came in another order");
    }

    /** It is met at the end of a page, in the page behind the walk's place, or while the walk looks for its place. */
    @ParameterizedTest
    @CsvSource({"52, 10, 24", "52, 51, 24", "52, 0, 24", "53, 20, 40", "30, 29, 60", "30, 3, 110", "60, 59, 30"})
    void resume_rowReadMovedBehind_losesNone(int read, int moved, int far) {
        for (boolean numbered : new boolean[] {false, true}) {
            for (boolean told : new boolean[] {false, true}) {
                for (int ahead : new int[] {0, 4}) {
                    list.clear();
                    this.read.clear();
                    fill(150);
                    List<Row> all = List.copyOf(list);
                    FakeServer server = server(at -> told ? page(at) : page(at).withTotal(null));
                    Paged<Row> paged = (numbered ? byPage(server) : byOffset(server)).pageSize(29);
                    Walk<Row> walk = paged.prefetch(ahead).iterator();
                    for (int row = 0; row < read; row++) {
                        this.read.add(walk.next());
                    }
                    list.add(Math.min(149, read + far), list.remove(moved));
                    WalkReport report = walk(paged.prefetch(ahead).resume(walk.checkpoint()));
                    String what = numbered + " " + told + " " + ahead + " " + report + server.asked;
                    assertOnce();
                    assertThat(this.read).as(what).containsAll(all);
                    assertThat(server.asked).as(what).hasSizeLessThan(30);
                }
            }
        }
    }

    /** Rows that go and come change places by all that can be seen; a walk that looks twice notices it or has all rows. */
    @Test
    void resume_anotherOrderEachTimeOfAFewRows_isNotProvenUnlessComplete() {
        int wrong = 0;
        for (int run = 0; run < 4_000; run++) {
            Random random = new Random(run);
            list.clear();
            read.clear();
            fill(2 + random.nextInt(12));
            FakeServer server = server(at -> {
                List<Row> shuffled = new ArrayList<>(list);
                Collections.shuffle(shuffled, random);
                return page(shuffled, at).withTotal(null);
            });
            Paged<Row> paged = byOffset(server).prefetch(random.nextInt(2) * 3);
            Walk<Row> walk = paged.iterator();
            for (int row = 1 + random.nextInt(list.size() - 1); row > 0; row--) {
                read.add(walk.next());
            }
            WalkReport report = walk(paged.resume(walk.checkpoint()));
            assertOnce();
            wrong += report.proven() && read.size() < list.size() ? 1 : 0;
        }
        assertThat(wrong).isZero();
    }

    @Test
    void walk_rowsAtTheEndVanish_isProvenWithOneMoreRequest() {
        fill(250);
        FakeServer server = server(this::page);
        Walk<Row> walk = byOffset(server).iterator();
        for (int row = 0; row < 200; row++) {
            read.add(walk.next());
        }
        grow(60);
        expire(120);
        walk.forEachRemaining(read::add);
        assertThat(walk.report().proven()).isTrue();
        assertThat(server.asked).hasSizeLessThan(7);
    }

    /** The look behind the end takes no cap for granted. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void resume_mostRowsVanished_isProven(int left) {
        for (boolean numbered : new boolean[] {false, true}) {
            list.clear();
            read.clear();
            fill(7);
            FakeServer server = server(at -> page(at).withTotal(null).withHasMore(false));
            Paged<Row> paged = numbered ? byPage(server) : byOffset(server);
            Walk<Row> walk = paged.iterator();
            for (int row = 0; row < 4; row++) {
                read.add(walk.next());
            }
            expire(7 - left);
            WalkReport report = walk(paged.resume(walk.checkpoint()));
            assertOnce();
            assertThat(report.reasons()).isEmpty();
            assertThat(report.proven()).isTrue();
            assertThat(server.asked).hasSizeLessThan(8);
        }
    }

    @Test
    void walk_rowsSwapPlacesAcrossPages_isNotProven() {
        fill(400);
        FakeServer server = server(this::page);
        Walk<Row> walk = byOffset(server).iterator();
        for (int row = 0; row < 100; row++) {
            read.add(walk.next());
        }
        Collections.swap(list, 10, 160);
        walk.forEachRemaining(read::add);
        assertThat(read).hasSize(399);
        assertThat(walk.report().proven()).isFalse();
    }

    @Test
    void walk_oneIdTwiceInAPage_isAReason() {
        fill(150);
        list.add(30, Row.of(3));
        WalkReport report = walk(byOffset(server(this::page)));
        assertThat(read).hasSize(150);
        assertThat(report.reasons())
                .containsExactly(
                        "the page at offset 0 holds two rows with one id, of which only the first was delivered;"
                                + " the page's response has both");
    }

    @Test
    void walk_oneIdOnTwoPages_isAReason() {
        fill(350);
        list.add(230, Row.of(3));
        WalkReport report = walk(byOffset(server(this::page)));
        assertThat(read).hasSize(350);
        assertThat(report.proven()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 99, 149, 151, 1_000_000, -1})
    void walk_totalNeverRight_isAReason(long total) {
        fill(150);
        WalkReport report = walk(byOffset(server(at -> page(at).withTotal(total))));
        assertThat(read).isEqualTo(list);
        assertThat(report.finished()).isTrue();
        assertThat(report.proven()).isEqualTo(total < 0); // no number at all
        assertThat(report.reasons()).noneMatch(reason -> reason.contains("-1"));
    }

    @Test
    void walk_emptyListThatClaimsRows_isAReasonThatCanBeRead() {
        WalkReport report = walk(byOffset(server(at -> page(at).withTotal(5L))));
        assertThat(report.reasons()).containsExactly("the server claims 5 rows, but answers none behind offset 0");
    }

    @Test
    void walk_moreIsClaimedForEver_endsAndSaysSo() {
        fill(250);
        FakeServer server = server(at -> page(at).withTotal(null).withHasMore(true));
        WalkReport report = walk(byOffset(server));
        assertThat(read).isEqualTo(list);
        assertThat(report.reasons()).hasSize(1);
        assertThat(server.asked).hasSizeLessThan(12);
    }

    @Test
    void walk_noMoreIsClaimedOnFullPages_goesOn() {
        fill(250);
        FakeServer server = server(at -> page(at).withTotal(null).withHasMore(false));
        WalkReport report = walk(byOffset(server));
        assertThat(read).isEqualTo(list);
        assertThat(report.finished()).isTrue();
    }

    // --- servers that do not heed what they are asked

    @ParameterizedTest
    @CsvSource({"0, 0", "5, 0", "5, 5", "1, 1", "75, 75", "99, 99", "150, 150", "300, 300"})
    void walk_offsetIgnoredWhileTheListGrows_ends(int once, int each) {
        for (boolean numbered : new boolean[] {false, true}) {
            for (boolean told : new boolean[] {false, true}) {
                list.clear();
                fill(2_000);
                FakeServer server = server(at -> Page.of(at, List.copyOf(list.subList(0, 100)), "answer")
                        .withTotal(told ? (long) list.size() : null));
                server.before = () -> grow(server.asked.size() == 2 ? once : each);
                Paged<Row> paged = numbered ? byPage(server) : byOffset(server);
                if (told) {
                    assertThatThrownBy(() -> walk(paged)).isInstanceOf(WalkException.class);
                } else {
                    endsUnproven(paged);
                }
                assertThat(server.asked)
                        .as("told %s, by page %s", told, numbered)
                        .hasSizeLessThan(320);
            }
        }
    }

    /** Pages of a few rows bring others with each request as soon as the list grows by a page meanwhile. */
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 2", "2, 1", "2, 2", "2, 3", "5, 1", "5, 4", "5, 5", "5, 13"})
    void walk_offsetIgnoredOnSmallPagesWhileTheListGrows_ends(int size, int growth) {
        for (boolean numbered : new boolean[] {false, true}) {
            for (boolean told : new boolean[] {false, true}) {
                for (int every : new int[] {1, 2, 3}) {
                    list.clear();
                    read.clear();
                    fill(200);
                    FakeServer server = server(at -> Page.of(at, List.copyOf(list.subList(0, at.limit())), "answer")
                            .withTotal(told ? (long) list.size() : null));
                    server.before = () -> grow(server.asked.size() % every == 0 ? growth : 0);
                    try {
                        assertThat(walk((numbered ? byPage(server) : byOffset(server)).pageSize(size))
                                        .proven())
                                .isFalse();
                    } catch (WalkException e) {
                        assertThat(e).hasMessageContaining("the offset");
                    }
                    assertOnce();
                    assertThat(server.asked).hasSizeLessThan(MOST_REQUESTS);
                }
            }
        }
    }

    private void endsUnproven(Paged<Row> paged) {
        try {
            assertThat(walk(paged).proven()).isFalse();
        } catch (WalkException e) {
            assertThat(e).hasMessageContaining("the server does not heed the offset");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void walk_offsetsBehindAnEndAreClamped_endsAndSaysSo(boolean told) {
        fill(2_000);
        FakeServer server = server(at -> page(list, new PageRequest(Math.min(at.offset(), 900), at.limit(), null, null))
                .withTotal(told ? 2_000L : null));
        WalkReport report = walk(byOffset(server));
        assertThat(read).isEqualTo(list.subList(0, 1_000));
        assertThat(report.proven()).isFalse();
        assertThat(server.asked).hasSizeLessThan(30);
    }

    @Test
    void walk_pageNumbersBehindTheLastAreClamped_ends() {
        fill(1_000);
        FakeServer server = server(at -> {
            long last = (list.size() - 1) / at.limit() * (long) at.limit();
            return page(list, new PageRequest(Math.min(at.offset(), last), at.limit(), null, null))
                    .withTotal(null);
        });
        WalkReport report = walk(byPage(server));
        assertThat(read).isEqualTo(list);
        assertThat(report.finished()).isTrue();
        assertThat(server.asked).hasSizeLessThan(30);
    }

    @ParameterizedTest
    @CsvSource({"100", "50", "20"})
    void walk_offsetsAreRoundedDownToPages_isComplete(int size) {
        fill(1_230);
        FakeServer server = server(
                at -> page(list, new PageRequest(at.offset() / at.limit() * at.limit(), at.limit(), null, null)));
        WalkReport report = walk(byOffset(server).pageSize(size));
        assertThat(read).isEqualTo(list);
        assertThat(report.proven()).isTrue();
        assertThat(server.asked).hasSizeLessThan(1_230 / size * 2 + 20);
    }

    @Test
    void walk_smallPagesOfAnHonestListThatMoves_isNoError() {
        Random random = new Random(5);
        for (int run = 0; run < 300; run++) {
            list.clear();
            read.clear();
            fill(60);
            FakeServer server = server(this::page);
            server.before = () -> {
                if (server.asked.size() < 200) {
                    grow(random.nextInt(4));
                }
            };
            WalkReport report = walk(byOffset(server).pageSize(2));
            assertOnce();
            assertThat(read).hasSizeGreaterThanOrEqualTo(60);
            assertThat(report.proven()).isTrue();
        }
    }

    // --- growth

    @ParameterizedTest
    @CsvSource({"1, 30", "50, 60", "75, 100", "90, 200", "99, 120", "100, 120", "150, 150", "250, 200"})
    void walk_listGrowsWithEachRequest_getsThrough(int rows, int requests) {
        fill(2_000);
        List<Row> stayed = List.copyOf(list);
        for (boolean numbered : new boolean[] {false, true}) {
            read.clear();
            FakeServer server = server(this::page);
            server.before = () -> grow(rows);
            Walk<Row> walk = (numbered ? byPage(server) : byOffset(server)).iterator();
            while (walk.hasNext()) {
                read.add(walk.next());
            }
            assertOnce();
            assertThat(walk.report().reasons())
                    .as(numbered + walk.report().toString() + server.asked)
                    .isEmpty();
            assertThat(read.containsAll(stayed))
                    .as(walk.report().toString() + server.asked)
                    .isTrue();
            assertThat(read.stream().filter(stayed::contains)).isEqualTo(stayed);
            assertThat(server.asked).as("by page %s", numbered).hasSizeLessThan(requests);
            list.retainAll(new HashSet<>(stayed));
        }
    }

    // --- cost

    @Test
    void walk_fullLastPageWithTotalAndNoMore_costsOneRequest() {
        fill(100);
        FakeServer server = server(at -> page(at).withHasMore(at.end() < 100));
        assertThat(walk(byOffset(server)).proven()).isTrue();
        assertThat(server.asked).hasSize(1);
        server.asked.clear();
        read.clear();
        assertThat(walk(byPage(server)).proven()).isTrue();
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void numbered_smallPages_askForNoMoreThanThat() {
        fill(50);
        FakeServer server = server(this::page);
        WalkReport report = walk(byPage(server).pageSize(5));
        assertThat(read).isEqualTo(list);
        assertThat(report.proven()).isTrue();
        assertThat(server.asked.get(0)).isEqualTo(new PageRequest(0, 5, null, null));
        assertThat(server.asked).allSatisfy(at -> assertThat(at.limit()).isLessThanOrEqualTo(5));
    }

    // --- caps

    /** A response that may have been cut is no end, also where all of its rows are known since others came in before them. */
    @ParameterizedTest
    @ValueSource(ints = {20, 40, 59, 60, 99})
    void walk_cappedAndGrowing_theEndIsNotWhereARepeatedPageEnds(int cap) {
        fill(1_200);
        List<Row> before = List.copyOf(list);
        int[] requests = {0};
        FakeServer server = server(at -> {
            if (++requests[0] == 3 || requests[0] == 4) {
                grow(cap);
            }
            return FakeServer.cut(list, at, cap);
        });

        WalkReport report = walk(byOffset(server));

        assertOnce();
        assertThat(read).containsSubsequence(before);
        assertThat(report.proven()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "20, false, false",
        "20, true, false",
        "20, false, true",
        "20, true, true",
        "50, true, false",
        "64, true, true",
        "99, true, true",
        "37, true, true"
    })
    void walk_serverAnswersFewerRowsThanAsked_isComplete(int cap, boolean numbered, boolean told) {
        fill(250);
        for (boolean ownOffsets : new boolean[] {false, true}) {
            read.clear();
            FakeServer server = server(at -> {
                int limit = Math.min(cap, at.limit());
                long offset = numbered && ownOffsets ? (at.pageNumber() - 1) * limit : at.offset();
                Page<Row> page = page(list, new PageRequest(offset, limit, null, null));
                return Page.of(at, page.items(), "answer")
                        .withTotal(told ? 250L : null)
                        .withLimit(told ? (long) limit : null);
            });
            WalkReport report = walk(numbered ? byPage(server) : byOffset(server));
            assertThat(read).as("own offsets %s", ownOffsets).isEqualTo(list);
            assertThat(report.proven()).isTrue();
            assertThat(server.asked).hasSizeLessThan(250 / cap * 2 + 10);
        }
    }

    /** The list seems to shrink before the walk's first rows, and as many rows as there may be are wanted behind them. */
    @Test
    void resume_lastRowOfAShortListIsNoRecord_endsSoon() {
        FakeServer server = server(at -> {
            List<Row> items = at.offset() == 0 ? List.of(Row.of(0)) : List.of();
            List<Integer> lost = at.offset() > 1 || at.end() < 2 ? List.of() : List.of(items.size());
            return Page.of(at, items, "answer").withUnreadable(lost);
        });
        Walk<Row> walk = byOffset(server).iterator();
        read.add(walk.next());

        WalkReport report =
                walk(byOffset(server).resume(Checkpoint.parse(walk.checkpoint().text())));

        assertThat(read).containsExactly(Row.of(0));
        assertThat(report.reasons()).anyMatch(reason -> reason.contains("no records"));
        assertThat(server.asked).hasSizeLessThan(20);
    }
}
