package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.error.WalkException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Walks by offset and page number over servers with one habit each. */
class OffsetWalkTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456Z");

    private static List<Row> rows(long count) {
        return LongStream.range(0, count).mapToObj(Row::of).toList();
    }

    private static Page<Row> honest(List<Row> rows, PageRequest at) {
        return FakeServer.cut(rows, at).withTotal((long) rows.size());
    }

    private static FakeServer server(Function<PageRequest, Page<Row>> answers) {
        return new FakeServer(new Random(1), answers);
    }

    private static WalkSpec.Builder<Row> spec(FakeServer server) {
        return WalkSpec.<Row>offset("test.rows", server).id(Row::id).maxPageSize(100);
    }

    private static Paged<Row> paged(FakeServer server) {
        return Paged.of(spec(server).build());
    }

    private static WalkReport read(Paged<Row> paged, List<Row> into) {
        Walk<Row> walk = paged.iterator();
        walk.forEachRemaining(into::add);
        return walk.report();
    }

    private static List<Long> offsets(FakeServer server) {
        return server.asked.stream().map(PageRequest::offset).toList();
    }

    @Test
    void walk_threePages_overlapByOneRow() {
        List<Row> rows = rows(250);
        FakeServer server = server(at -> honest(rows, at));
        List<Row> read = new ArrayList<>();

        WalkReport report = read(paged(server), read);

        assertThat(read).isEqualTo(rows);
        assertThat(offsets(server)).containsExactly(0L, 99L, 198L);
        assertThat(report).isEqualTo(new WalkReport(3, 250, 0, 0, 0, true, List.of()));
        assertThat(report.proven()).isTrue();
    }

    @Test
    void walk_emptyList_asksOnce() {
        FakeServer server = server(at -> honest(List.of(), at));
        assertThat(paged(server).toList()).isEmpty();
        assertThat(offsets(server)).containsExactly(0L);
    }

    @Test
    void walk_emptyMiddlePageOnce_asksAgain() {
        List<Row> rows = rows(300);
        FakeServer server = server(at -> honest(rows, at));
        Function<PageRequest, Page<Row>> honest = at -> honest(rows, at);
        FakeServer flaky = server(at -> at.offset() == 99 && server.asked.add(at) && server.asked.size() == 1
                ? Page.<Row>of(at, List.of(), "answer").withTotal(300L)
                : honest.apply(at));
        List<Row> read = new ArrayList<>();

        WalkReport report = read(paged(flaky), read);

        assertThat(read).isEqualTo(rows);
        assertThat(offsets(flaky)).containsExactly(0L, 99L, 99L, 198L, 297L);
        assertThat(report.proven()).isTrue();
    }

    @Test
    void walk_middlePageAlwaysEmpty_readsWhatFollowsAndSaysSo() {
        List<Row> rows = rows(500);
        FakeServer server = server(at -> at.offset() >= 150 && at.offset() < 250
                ? Page.<Row>of(at, List.of(), "answer").withTotal(500L)
                : honest(rows, at));
        List<Row> read = new ArrayList<>();

        WalkReport report = read(paged(server), read);

        assertThat(read).startsWith(rows.subList(0, 199).toArray(new Row[0])).endsWith(rows.get(499));
        assertThat(report.finished()).isTrue();
        assertThat(report.reasons())
                .containsExactly("the server answered no rows for offsets 199 to 298, though rows follow");
    }

    @Test
    void walk_totalTooLarge_endsAndSaysSo() {
        List<Row> rows = rows(150);
        FakeServer server = server(at -> FakeServer.cut(rows, at).withTotal(400L));
        List<Row> read = new ArrayList<>();

        WalkReport report = read(paged(server), read);

        assertThat(read).isEqualTo(rows);
        assertThat(report.finished()).isTrue();
        assertThat(report.proven()).isFalse();
        assertThat(report.reasons()).containsExactly("the server claims 400 rows, but answers none behind offset 150");
    }

    @Test
    void walk_totalTooSmall_goesOnWhileRowsComeAndSaysSo() {
        List<Row> rows = rows(450);
        FakeServer server = server(at -> FakeServer.cut(rows, at).withTotal(100L));
        List<Row> read = new ArrayList<>();

        WalkReport report = read(paged(server), read);

        assertThat(read).isEqualTo(rows);
        assertThat(report.finished()).isTrue();
        assertThat(report.reasons())
                .containsExactly("the server says that there are 100 rows, but the list ends at offset 450:"
                        + " count the rows in another way before relying on either");
    }

    @Test
    void walk_lastPageExactlyFull_asksOnceMore() {
        List<Row> rows = rows(100);
        FakeServer server = server(at -> honest(rows, at));
        assertThat(paged(server).toList()).isEqualTo(rows);
        assertThat(offsets(server)).containsExactly(0L, 99L);
    }

    @Test
    void walk_noTotal_endsAfterTwoShortAnswers() {
        List<Row> rows = rows(130);
        FakeServer server = server(at -> FakeServer.cut(rows, at));
        List<Row> read = new ArrayList<>();

        WalkReport report = read(paged(server), read);

        assertThat(read).isEqualTo(rows);
        assertThat(report.proven()).isTrue();
        assertThat(offsets(server)).containsExactly(0L, 99L, 129L);
    }

    @Test
    void walk_serverAnswersFewerThanAsked_goesOn() {
        List<Row> rows = rows(130);
        FakeServer server = server(at -> FakeServer.cut(rows, new PageRequest(at.offset(), 20, null, null)));
        assertThat(paged(server).toList()).isEqualTo(rows);
    }

    @Test
    void walk_serverIgnoresOffset_throwsInsteadOfEndingEarly() {
        List<Row> rows = rows(100);
        FakeServer server = server(at -> Page.of(at, rows, "answer").withTotal(120L));
        Walk<Row> walk = paged(server).iterator();
        for (int i = 0; i < 100; i++) {
            assertThat(walk.next()).isEqualTo(rows.get(i));
        }
        String message = "the server ignores the offset: it answered the same rows again at offset 800;"
                + " it claims 120 rows, 100 could be read";
        assertThatThrownBy(walk::hasNext).isInstanceOf(WalkException.class).hasMessage(message);
        assertThatThrownBy(walk::hasNext).isInstanceOf(WalkException.class).hasMessage(message);
        assertThat(offsets(server)).containsExactly(0L, 99L, 800L, 99L, 800L);
    }

    @Test
    void walk_serverIgnoresOffsetAndTellsNoTotal_endsAndSaysSo() {
        List<Row> rows = rows(100);
        FakeServer server = server(at -> Page.of(at, rows, "answer"));
        List<Row> read = new ArrayList<>();

        WalkReport report = read(paged(server), read);

        assertThat(read).isEqualTo(rows);
        assertThat(report.reasons()).containsExactly("the server answers the same rows at every offset");
    }

    @Test
    void walk_serverIgnoresOffsetAndRowsHaveNoId_ends() {
        List<Row> rows = LongStream.range(0, 10)
                .mapToObj(i -> new Row(null, Instant.ofEpochMilli(i)))
                .toList();
        FakeServer server = server(at -> Page.of(at, rows, "answer"));
        List<Row> read = new ArrayList<>();

        WalkReport report = read(Paged.of(spec(server).maxPageSize(10).build()), read);

        assertThat(read).isEqualTo(rows);
        assertThat(report.reasons())
                .containsExactly(
                        "rows without an id were delivered: a repeat of such a row cannot be told",
                        "the server answers the same rows at every offset");
    }

    @Test
    void walk_rowsWithoutId_areAllReadButNotProven() {
        List<Row> rows = LongStream.range(0, 250)
                .mapToObj(i -> new Row(i % 2 == 0 ? null : " ", Instant.ofEpochMilli(i)))
                .toList();
        FakeServer server = server(at -> honest(rows, at));
        List<Row> read = new ArrayList<>();

        WalkReport report = read(paged(server), read);

        assertThat(read).isEqualTo(rows);
        assertThat(report.finished()).isTrue();
        assertThat(report.reasons())
                .containsExactly("rows without an id were delivered: a repeat of such a row cannot be told");
    }

    @Test
    void walk_sameIdTwiceInAnAnswer_deliversTheFirst() {
        List<Row> rows = new ArrayList<>(rows(50));
        rows.add(30, Row.of(3));
        FakeServer server = server(at -> honest(rows, at));
        List<Row> read = new ArrayList<>();

        WalkReport report = read(paged(server), read);

        assertThat(read).isEqualTo(rows(50));
        assertThat(report.repeatsDropped()).isEqualTo(1);
    }

    @Test
    void walk_rowsComeInFront_dropsRepeats() {
        List<Row> rows = new ArrayList<>(rows(400));
        FakeServer server = server(at -> honest(rows, at));
        Walk<Row> walk = paged(server).iterator();
        List<Row> read = new ArrayList<>();
        read.add(walk.next());
        rows.add(0, Row.of(1000));
        rows.add(0, Row.of(1001));
        rows.add(0, Row.of(1002));
        walk.forEachRemaining(read::add);

        assertThat(read).isEqualTo(rows(400));
        assertThat(walk.report()).isEqualTo(new WalkReport(5, 400, 3, 1, 0, true, List.of()));
    }

    @Test
    void walk_rowsVanish_stepsBackAndLosesNone() {
        List<Row> rows = new ArrayList<>(rows(400));
        FakeServer server = server(at -> honest(rows, at));
        Walk<Row> walk = paged(server).iterator();
        List<Row> read = new ArrayList<>();
        read.add(walk.next());
        rows.subList(20, 50).clear();
        walk.forEachRemaining(read::add);

        assertThat(read).isEqualTo(rows(400));
        assertThat(offsets(server)).startsWith(0L, 99L, 20L);
        assertThat(walk.report().shifts()).isEqualTo(1);
        assertThat(walk.report().stepsBack()).isEqualTo(1);
        assertThat(walk.report().proven()).isTrue();
    }

    @Test
    void walk_everythingRememberedVanishes_saysWhatCannotBeProven() {
        List<Row> rows = new ArrayList<>(rows(2000));
        FakeServer server = server(at -> FakeServer.cut(rows, at));
        Walk<Row> walk = Paged.of(spec(server).pageSize(50).memory(60).build()).iterator();
        for (int i = 0; i < 980; i++) {
            walk.next();
        }
        rows.subList(0, 1000).clear();
        walk.forEachRemaining(row -> {});

        assertThat(walk.report().finished()).isTrue();
        assertThat(walk.report().proven()).isFalse();
        assertThat(walk.report().reasons())
                .containsExactly("the list moved at offset 981 and none of the last 60 rows was found again:"
                        + " rows may be missing or repeated there");
    }

    @Test
    void walk_twoIteratorsAtOnce_doNotDisturbEachOther() {
        List<Row> rows = rows(250);
        FakeServer server = server(at -> honest(rows, at));
        Paged<Row> paged = paged(server);
        Walk<Row> one = paged.iterator();
        Walk<Row> two = paged.iterator();
        for (Row row : rows) {
            assertThat(one.next()).isEqualTo(row);
            assertThat(two.next()).isEqualTo(row);
        }
        assertThat(one.hasNext()).isFalse();
        assertThat(two.hasNext()).isFalse();
        assertThat(offsets(server)).containsExactly(0L, 0L, 99L, 99L, 198L, 198L);
    }

    @Test
    void stream_limit50_sendsOneRequest() {
        List<Row> rows = rows(250);
        FakeServer server = server(at -> honest(rows, at));
        assertThat(paged(server).stream().limit(50).toList()).isEqualTo(rows(50));
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void stream_notRead_sendsNothing() {
        FakeServer server = server(at -> honest(List.of(), at));
        paged(server).stream().close();
        assertThat(server.asked).isEmpty();
    }

    @Test
    void limit_asksForNoMoreThanWanted() {
        List<Row> rows = rows(250);
        FakeServer server = server(at -> honest(rows, at));
        List<Row> read = new ArrayList<>();

        WalkReport report = read(paged(server).limit(120), read);

        assertThat(read).isEqualTo(rows(120));
        assertThat(server.asked)
                .containsExactly(new PageRequest(0, 100, null, null), new PageRequest(99, 21, null, null));
        assertThat(report.finished()).isFalse();
        assertThat(paged(server).limit(0).toList()).isEmpty();
    }

    @Test
    void maxPages_endsAfterThatMany() {
        List<Row> rows = rows(250);
        FakeServer server = server(at -> honest(rows, at));
        assertThat(paged(server).maxPages(2).toList()).isEqualTo(rows(199));
        assertThat(server.asked).hasSize(2);
    }

    @Test
    void pages_giveOffsetTotalAndAnswer() {
        List<Row> rows = rows(150);
        FakeServer server = server(at -> honest(rows, at).withOffset(at.offset()));
        List<Page<Row>> pages = new ArrayList<>();
        PageWalk<Row> walk = paged(server).pages().iterator();
        walk.forEachRemaining(pages::add);

        assertThat(pages).hasSize(2);
        assertThat(pages.get(1).items()).isEqualTo(rows.subList(100, 150));
        assertThat(pages.get(1).received()).isEqualTo(rows.subList(99, 150));
        assertThat(pages.get(1).offset()).isEqualTo(99);
        assertThat(pages.get(1).total()).hasValue(150);
        assertThat(pages.get(1).response(String.class)).isEqualTo("answer");
        assertThat(pages.get(1)).hasToString("Page[50 rows at 99 of 150]");
        assertThat(walk.report().proven()).isTrue();
        assertThatThrownBy(walk::next)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("the walk is over");
        assertThat(paged(server).pages().stream().count()).isEqualTo(2);
        assertThat(paged(server).firstPage().items()).hasSize(100);
    }

    @Test
    void startOffset_isWhereTheWalkBegins() {
        List<Row> rows = rows(250);
        FakeServer server = server(at -> honest(rows, at));
        assertThat(Paged.of(spec(server).startOffset(120L).build()).toList()).isEqualTo(rows.subList(120, 250));
        assertThat(offsets(server)).containsExactly(120L, 219L);
    }

    @Test
    void failure_comesAfterTheRowsBeforeIt_andTheWalkGoesOn() {
        List<Row> rows = rows(250);
        FakeServer server = server(at -> honest(rows, at));
        Walk<Row> walk = paged(server).iterator();
        List<Row> read = new ArrayList<>();
        read.add(walk.next());
        server.before = () -> {
            throw Failures.reset();
        };
        for (int i = 1; i < 100; i++) {
            read.add(walk.next());
        }
        assertThatThrownBy(walk::next).isInstanceOf(NoResponseException.class).hasMessage("connection reset");
        assertThatThrownBy(walk::hasNext).isInstanceOf(NoResponseException.class);
        server.before = () -> {};
        walk.forEachRemaining(read::add);
        assertThat(read).isEqualTo(rows);
        assertThat(walk.report().proven()).isTrue();
    }

    @Test
    void pinEnd_sendsTheServersTimeOfTheFirstResponse_whateverOurClockSays() {
        List<Row> rows = rows(250);
        Instant date = Instant.parse("2026-03-01T12:00:00Z");
        FakeServer server = server(at -> honest(rows, at).withServerTime(date));
        Clock behind = Clock.fixed(NOW.minus(Duration.ofDays(40)), ZoneOffset.UTC);
        Paged<Row> paged = Paged.of(spec(server).pinEnd(true).clock(behind).build());
        assertThat(paged.toList()).hasSize(250);
        assertThat(server.asked)
                .extracting(PageRequest::to)
                .containsExactly(null, date.plusSeconds(1), date.plusSeconds(1));
        server.asked.clear();
        assertThat(paged.openEnd().toList()).hasSize(250);
        assertThat(server.asked).extracting(PageRequest::to).containsOnlyNulls();
    }

    @Test
    void pinEnd_serverThatTellsNoTime_isAskedWithTheEndOpen() {
        List<Row> rows = rows(250);
        FakeServer server = server(at -> honest(rows, at));
        assertThat(Paged.of(spec(server).pinEnd(true).build()).toList()).hasSize(250);
        assertThat(server.asked).hasSize(3).extracting(PageRequest::to).containsOnlyNulls();
    }

    @Test
    void walk_rowsThatAreNoRecords_countButAreReported() {
        List<Row> rows = rows(250);
        FakeServer server = server(at -> {
            Page<Row> page = honest(rows, at);
            List<Row> readable = page.items().stream()
                    .filter(row -> !rows.get(130).equals(row))
                    .toList();
            return Page.<Row>of(at, readable, "answer")
                    .withTotal(250L)
                    .withUnreadable(page.items().size() - readable.size());
        });
        List<Row> read = new ArrayList<>();

        WalkReport report = read(paged(server), read);

        assertThat(read).hasSize(249).doesNotContain(rows.get(130));
        assertThat(offsets(server)).containsExactly(0L, 99L, 198L);
        assertThat(report.finished()).isTrue();
        assertThat(report.reasons())
                .containsExactly("1 rows of the page at offset 99 were no records and could not be delivered;"
                        + " the page's response has them");
    }

    @Test
    void numbered_pagesStartBeforeThePlaceAndAreMultiplesOfTheirSize() {
        List<Row> rows = rows(1000);
        FakeServer server = server(at -> honest(rows, at).withHasMore(at.end() < 1000));
        WalkSpec<Row> spec = WalkSpec.<Row>page("test.rows", server)
                .id(Row::id)
                .maxPageSize(100)
                .build();
        List<Row> read = new ArrayList<>();

        WalkReport report = read(Paged.of(spec), read);

        assertThat(read).isEqualTo(rows);
        assertThat(report.proven()).isTrue();
        assertThat(server.asked).allSatisfy(at -> {
            assertThat(at.offset() % at.limit()).isZero();
            assertThat(at.pageNumber()).isEqualTo(at.offset() / at.limit() + 1);
        });
        assertThat(server.asked).hasSizeLessThan(13);
    }

    @Test
    void numbered_startPage_countsInPagesOfTheUsersSize() {
        List<Row> rows = rows(100);
        FakeServer server = server(at -> honest(rows, at));
        WalkSpec<Row> spec = WalkSpec.<Row>page("test.rows", server)
                .id(Row::id)
                .maxPageSize(100)
                .pageSize(25)
                .startPage(3L)
                .build();
        assertThat(Paged.of(spec).toList()).isEqualTo(rows.subList(50, 100));
        assertThat(server.asked.get(0)).isEqualTo(new PageRequest(50, 25, null, null));
    }

    @Test
    void numbered_pagesOfOneRow_saysThatTheyCannotOverlap() {
        List<Row> rows = rows(5);
        FakeServer server = server(at -> honest(rows, at));
        WalkSpec<Row> spec = WalkSpec.<Row>page("test.rows", server)
                .id(Row::id)
                .maxPageSize(1)
                .build();
        List<Row> read = new ArrayList<>();

        WalkReport report = read(Paged.of(spec), read);

        assertThat(read).isEqualTo(rows);
        assertThat(report.proven()).isFalse();
        assertThat(report.reasons())
                .contains("pages of so few rows cannot overlap: a shift at offset 1 would not be noticed");
    }

    @Test
    void options_refuseNonsense() {
        Paged<Row> paged = paged(server(at -> honest(List.of(), at)));
        assertThatThrownBy(() -> paged.limit(-1)).hasMessage("limit must be 0 or more, was -1");
        assertThatThrownBy(() -> paged.maxPages(0)).hasMessage("maxPages must be 1 or more, was 0");
        assertThatThrownBy(() -> paged.pageSize(0)).hasMessage("pageSize must be 1 or more, was 0");
        assertThatThrownBy(() -> paged.prefetch(-1)).hasMessage("prefetch must be 0 or more, was -1");
        assertThat(paged).hasToString("Paged[test.rows]");
    }
}
