package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.error.WalkException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks by offset and page number that are resumed with rows in hand, which a response had and the user did not read. */
class OffsetResumeTest {

    private final List<Row> list = new ArrayList<>();
    private final List<Row> read = new ArrayList<>();
    private final FakeServer server =
            new FakeServer(new Random(1), at -> FakeServer.cut(list, at).withTotal((long) list.size()));

    private final FakeServer untold = new FakeServer(new Random(1), at -> FakeServer.cut(list, at));

    private Paged<Row> paged(boolean numbered, int ahead) {
        WalkSpec.Builder<Row> spec =
                numbered ? WalkSpec.page("test.rows", server) : WalkSpec.offset("test.rows", server);
        return Paged.of(spec.id(Row::id).build()).prefetch(ahead);
    }

    private static List<Row> rows(int count) {
        return LongStream.range(0, count).mapToObj(Row::of).toList();
    }

    /** Begins anew with so many rows in the list, and reads some of them. */
    private Checkpoint begin(Paged<Row> paged, int rows, int some) {
        list.clear();
        read.clear();
        list.addAll(rows(rows));
        return some(paged, some);
    }

    private Checkpoint some(Paged<Row> paged, int rows) {
        Walk<Row> walk = paged.iterator();
        for (int row = 0; row < rows; row++) {
            read.add(walk.next());
        }
        server.asked.clear();
        untold.asked.clear();
        return Checkpoint.parse(walk.checkpoint().text());
    }

    private WalkReport rest(Paged<Row> paged) {
        Walk<Row> walk = paged.iterator();
        walk.forEachRemaining(read::add);
        assertThat(read).as("no row twice").doesNotHaveDuplicates();
        return walk.report();
    }

    private void assertRestIsReadAndNotProven(Paged<Row> paged) {
        WalkReport report = rest(paged);

        assertThat(read).containsAll(rows(250));
        assertThat(report.proven()).isFalse();
    }

    /** A row in hand comes to lie before the walk's place, on the page looked at again or far from there. */
    @ParameterizedTest
    @CsvSource({"60, 80, 30", "60, 61, 59", "60, 99, 12", "1, 99, 0", "99, 99, 60"})
    void resume_rowInHandMovesBeforeThePlace_isReadAndNotProven(int some, int moved, int to) {
        for (boolean numbered : new boolean[] {false, true}) {
            for (int ahead : new int[] {0, 4}) {
                Paged<Row> paged = paged(numbered, ahead);
                Checkpoint saved = begin(paged, 250, some);
                list.add(to, list.remove(moved));

                WalkReport report = rest(paged.resume(saved));

                String what = numbered + " " + ahead + " " + report + server.asked;
                assertThat(read).as(what).containsAll(rows(250));
                assertThat(report.finished()).as(what).isTrue();
                assertThat(report.proven()).as(what).isFalse();
            }
        }
    }

    /** The walk that goes on has less in hand, or other pages: it still knows what the first one saw. */
    @Test
    void resume_rowInHandMovesAfterTheNextResume_isReadAndNotProven() {
        Paged<Row> paged = paged(false, 0);
        Checkpoint saved = begin(paged, 250, 60);
        saved = some(paged.pageSize(10).resume(saved), 5);
        list.add(58, list.remove(80));

        assertRestIsReadAndNotProven(paged.resume(saved));
    }

    @Test
    void resume_betweenPages_knowsTheRowsOfThePageInHand() {
        Paged<Row> paged = paged(false, 0);
        list.addAll(rows(250));
        PageWalk<Row> pages = paged.pages().iterator();
        read.addAll(pages.next().items());
        assertThat(pages.hasNext()).isTrue();
        Checkpoint saved = Checkpoint.parse(pages.checkpoint().text());
        list.add(90, list.remove(150));

        assertRestIsReadAndNotProven(paged.resume(saved));
    }

    @Test
    void resume_rowsInHandSwapPlaces_isNotProven() {
        Paged<Row> paged = paged(false, 0);
        Checkpoint saved = begin(paged, 250, 60);
        Collections.swap(list, 70, 80);

        WalkReport report = rest(paged.resume(saved));

        assertThat(read).containsAll(rows(250));
        assertThat(report.reasons())
                .containsExactly(
                        "rows came in another order at offset 59 than before, or one of them twice: rows may be"
                                + " missing; narrow the request until one page holds it, or read it again later");
    }

    /** Rows that were deleted meanwhile are no loss: one more request looks half a page back, of which another one may be left to go on from. */
    @ParameterizedTest
    @CsvSource({"60, 80, 81", "60, 70, 90", "60, 60, 100", "60, 60, 250", "230, 240, 250", "1, 50, 51"})
    void resume_rowsInHandWereDeleted_isProvenWithALookBack(int some, int from, int to) {
        for (boolean numbered : new boolean[] {false, true}) {
            Paged<Row> paged = paged(numbered, 0);
            Checkpoint saved = begin(paged, 250, some);
            rest(paged.resume(saved));
            int asked = server.asked.size();

            saved = begin(paged, 250, some);
            list.subList(from, to).clear();
            List<Row> left = List.copyOf(list);
            WalkReport report = rest(paged.resume(saved));

            assertThat(read).containsAll(left);
            assertThat(report.reasons()).isEmpty();
            assertThat(report.proven()).isTrue();
            assertThat(server.asked).as(some + " " + from + " " + to).hasSizeLessThanOrEqualTo(asked + 2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 50, 99, 100, 101})
    void resume_nothingMoved_asksNoMoreThanTheRestNeeds(int some) {
        Checkpoint saved = begin(paged(false, 0), 250, some);
        WalkReport report = rest(paged(false, 0).resume(saved));
        assertThat(read).isEqualTo(rows(250));
        assertThat(report.proven()).isTrue();
        assertThat(server.asked).hasSizeLessThanOrEqualTo(3);
    }

    /** Rows that came in before ones that were read need not be delivered; they are no loss and no reason. */
    @Test
    void resume_rowInHandLiesBeforeRowsThatWereRead_isNoReason() {
        Paged<Row> paged = paged(false, 0);
        Checkpoint saved = begin(paged, 90, 80);
        LongStream.range(1_000, 1_008).forEach(row -> list.add(0, Row.of(row)));
        saved = some(paged.resume(saved), 9);
        list.subList(0, 8).removeIf(row -> !read.contains(row));

        WalkReport report = rest(paged.resume(saved));

        assertThat(read).containsAll(rows(90));
        assertThat(report.reasons()).isEmpty();
    }

    /** A server may answer more rows than it was asked for: a checkpoint keeps the next ones. */
    @Test
    void checkpoint_hugePageInHand_staysSmall() {
        list.addAll(rows(50_000));
        FakeServer all = new FakeServer(new Random(1), at -> Page.of(at, List.copyOf(list), "answer"));
        Walk<Row> walk = Paged.of(
                        WalkSpec.<Row>offset("test.rows", all).id(Row::id).build())
                .iterator();
        walk.next();
        String text = walk.checkpoint().text();
        assertThat(text.length()).isLessThan(64 * 1024);
        assertThat(Checkpoint.parse(text)).isEqualTo(walk.checkpoint());
    }

    /** Pages behind the last were the same at any number, behind all rows that the server counts: it was said to ignore the offset. */
    @ParameterizedTest
    @ValueSource(ints = {200, 399})
    void resume_listGrewAndPagesBehindTheLastAreClamped_readsOn(int size) {
        for (int more : new int[] {40, 116, 200, 350}) {
            for (int some : new int[] {10, 58, 67}) {
                for (int ahead : new int[] {0, 4}) {
                    FakeServer clamps = new FakeServer(new Random(1), at -> {
                        int limit = Math.min(98, at.limit());
                        int last = (list.size() - 1) / limit;
                        long offset = Math.min(at.pageNumber() - 1, last) * limit;
                        Page<Row> page = FakeServer.cut(list, new PageRequest(offset, limit, null, null));
                        return Page.of(at, page.items(), "answer").withTotal((long) list.size());
                    });
                    Paged<Row> paged = Paged.of(WalkSpec.page("test.rows", clamps)
                                    .id(Row::id)
                                    .maxPageSize(size)
                                    .build())
                            .prefetch(ahead);
                    Checkpoint saved = begin(paged, 68, some);
                    list.addAll(0, rows(68 + more).subList(68, 68 + more));

                    WalkReport report = rest(paged.resume(saved));

                    String what = more + " " + some + " " + ahead + " " + report + clamps.asked;
                    assertThat(report.finished()).as(what).isTrue();
                    assertThat(read).as(what).containsAll(rows(68));
                    assertThat(clamps.asked).as(what).hasSizeLessThan(60);
                }
            }
        }
    }

    /** A walk that begins behind the first rows leaves them out: going on from it, one over the whole list lacked them and was proven. */
    @Test
    void resume_walkThatBeginsAtAnotherRow_isRefused() {
        list.addAll(rows(250));
        WalkSpec.Builder<Row> spec = WalkSpec.<Row>offset("test.rows", server).id(Row::id);
        Paged<Row> later = Paged.of(spec.startOffset(120L).build());
        Checkpoint saved = some(later, 5);

        assertThat(rest(later.resume(saved)).proven()).isTrue();
        assertThatThrownBy(() -> Paged.of(spec.startOffset(null).build()).resume(saved))
                .isInstanceOf(WalkException.class)
                .hasMessage("the checkpoint belongs to another query: offset was \"120\", is not set");
        assertThatThrownBy(() -> Paged.of(spec.startOffset(7L).build()).resume(saved))
                .hasMessageContaining("offset was \"120\", is \"7\"");
    }

    /** By page number, the first page tells how many rows the server answers at once: it was asked for again and again, 8 times a walk. */
    @Test
    void resume_behindTheLastRow_asksOnceWhetherTheServerAnswersMoreRows() {
        Paged<Row> paged = ofThrees();
        Checkpoint saved = begin(paged, 30, 30);

        WalkReport report = rest(paged.resume(saved));

        assertThat(report.reasons()).isEmpty();
        assertThat(untold.asked).extracting(PageRequest::offset).containsExactly(28L, 0L, 28L);
        assertThat(untold.asked).extracting(PageRequest::limit).containsExactly(4, 4, 4);
    }

    /** What was to tell that was a page of three rows, which has three whatever the server answers: an honest list was doubted. */
    @Test
    void resume_whileItIsAskedHowManyRowsTheServerAnswers_asksForMoreThanItAnswered() {
        Paged<Row> paged = ofThrees();
        Checkpoint saved = begin(paged, 48, 47);
        untold.before = () -> {
            if (untold.asked.size() == 3) { // it is the first page
                throw Failures.any(new Random(1));
            }
        };
        Walk<Row> walk = paged.resume(saved).iterator();
        assertThatThrownBy(() -> walk.forEachRemaining(read::add)).isInstanceOf(SdkException.class);
        assertThat(walk.checkpoint().text()).contains("span: 3");

        WalkReport report = rest(paged.resume(Checkpoint.parse(walk.checkpoint().text())));

        assertThat(read).isEqualTo(rows(48));
        assertThat(report.reasons()).isEmpty();
        assertThat(untold.asked).extracting(PageRequest::offset).containsExactly(45L, 45L, 0L, 0L, 45L, 45L);
        assertThat(untold.asked).extracting(PageRequest::limit).containsExactly(3, 5, 5, 4, 5, 5);
    }

    /** Pages of three by number, and up to twenty where the numbers fit so, of a server that tells no total. */
    private Paged<Row> ofThrees() {
        return Paged.of(WalkSpec.page("test.rows", untold)
                .id(Row::id)
                .pageSize(3)
                .maxPageSize(20)
                .build());
    }
}
