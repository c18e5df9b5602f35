package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.error.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks over servers that answer fewer rows than they are asked for and say nothing of it, or no page behind some row. */
class OffsetCapTest {

    private final List<Row> list = new ArrayList<>();
    private final List<Row> read = new ArrayList<>();

    /**
     * The row behind which no page may end, as search engines refuse any behind their ten thousandth: a loop over whole pages gets
     * there, and so must a walk whose pages overlap.
     */
    private int bound = Integer.MAX_VALUE;

    /** Whether pages behind the last row are not there, as with Django, in place of empty. */
    private boolean gone;

    private enum Told {
        NOTHING,
        TOTAL,
        MORE
    }

    private enum Place {
        BY_OFFSET,
        /** Page n of s rows begins at row (n - 1) * s, whatever s is cut to. */
        BY_PAGE,
        /** It begins at row (n - 1) * cap. */
        BY_PAGE_OF_CAP
    }

    private void fill(int rows) {
        list.clear();
        LongStream.range(0, rows).mapToObj(Row::of).forEach(list::add);
    }

    private FakeServer server(int cap, Place place, Told told) {
        return new FakeServer(new Random(1), at -> {
            if (at.end() > bound) {
                throw Failures.refused("offset + limit must be at most " + bound);
            }
            int limit = Math.min(cap, at.limit());
            long offset = place == Place.BY_PAGE_OF_CAP ? (at.pageNumber() - 1) * limit : at.offset();
            int from = (int) Math.min(offset, list.size());
            if (gone && offset > 0 && offset >= list.size()) {
                throw Failures.notFound("Invalid page.");
            }
            int to = Math.min(from + limit, list.size());
            return Page.of(at, List.copyOf(list.subList(from, to)), "answer")
                    .withTotal(told == Told.TOTAL ? (long) list.size() : null)
                    .withHasMore(told == Told.MORE ? to < list.size() : null);
        });
    }

    private static Paged<Row> paged(FakeServer server, Place place) {
        WalkSpec.Builder<Row> spec =
                place == Place.BY_OFFSET ? WalkSpec.offset("test.rows", server) : WalkSpec.page("test.rows", server);
        return Paged.of(spec.id(Row::id).build());
    }

    private WalkReport walk(Paged<Row> paged) {
        read.clear();
        Walk<Row> walk = paged.iterator();
        walk.forEachRemaining(read::add);
        return walk.report();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 10, 13, 16, 19, 20, 33, 50, 99})
    void walk_silentCap_losesNoRow(int cap) {
        for (Place place : Place.values()) {
            for (Told told : Told.values()) {
                for (int ahead : new int[] {0, 8}) {
                    for (int rows : new int[] {0, 1, cap - 1, cap, cap + 1, 2 * cap, 2 * cap + 1, 250}) {
                        fill(rows);
                        FakeServer server = server(cap, place, told);
                        WalkReport report = walk(paged(server, place).prefetch(ahead));
                        String what = rows + " rows " + place + " " + told + " " + ahead + " " + server.asked;
                        assertThat(read).as(what).isEqualTo(list);
                        assertThat(report.finished()).as(what).isTrue();
                        assertThat(report.reasons())
                                .as(what)
                                .allMatch(reason -> reason.startsWith("pages of so few rows cannot overlap"));
                        if (cap > 6) {
                            assertThat(report.proven()).as(what).isTrue();
                        }
                        assertThat(server.asked).as(what).hasSizeLessThan(3 * rows / Math.max(1, cap - 1) + 12);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 10, 13, 16, 19, 20, 33, 50, 99, 100})
    void walk_silentCapAndNoPageBehindTheEnd_losesNoRow(int cap) {
        gone = true;
        walk_silentCap_losesNoRow(cap);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 19, 20, 57, 99})
    void walk_firstPageIsTheListAndNoneIsBehind_costsOneMoreRequestAtMost(int rows) {
        gone = true;
        walk_firstPageIsTheList_costsOneMoreRequestAtMost(rows);
    }

    /** A list that ends with its first page costs one more request to be sure, and nothing where the server tells. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 19, 20, 57, 99})
    void walk_firstPageIsTheList_costsOneMoreRequestAtMost(int rows) {
        for (Place place : Place.values()) {
            for (Told told : Told.values()) {
                for (int ahead : new int[] {0, 64}) {
                    fill(rows);
                    FakeServer server = server(100, place, told);
                    WalkReport report = walk(paged(server, place).prefetch(ahead));
                    assertThat(read).isEqualTo(list);
                    assertThat(report.proven()).isTrue();
                    assertThat(server.asked)
                            .as(rows + " rows " + place + " " + told + " " + ahead)
                            .hasSize(told == Told.NOTHING ? 2 : 1);
                }
            }
        }
    }

    /** A short first page of a list that grows is no cap: what follows is asked for in pages of the usual size. */
    @ParameterizedTest
    @ValueSource(ints = {1, 39, 56, 99})
    void walk_shortListThatGrows_goesOnWithWholePages(int growth) {
        for (Place place : new Place[] {Place.BY_OFFSET, Place.BY_PAGE}) {
            fill(3);
            List<Row> before = List.copyOf(list);
            FakeServer server = server(100, place, Told.NOTHING);
            int[] next = {1_000};
            server.before = () -> {
                for (int i = 0; i < growth && !server.asked.isEmpty() && server.asked.size() < 40; i++) {
                    list.add(0, Row.of(next[0]++));
                }
            };
            WalkReport report = walk(paged(server, place));
            assertThat(read).containsAll(before).doesNotHaveDuplicates();
            assertThat(report.proven()).isTrue();
            assertThat(server.asked).hasSizeLessThan(100);
        }
    }

    @Test
    void resume_underASilentCap_losesNoRow() {
        for (Place place : Place.values()) {
            for (int cap : new int[] {7, 19, 40, 58}) {
                fill(400);
                FakeServer server = server(cap, place, Told.NOTHING);
                Paged<Row> paged = paged(server, place);
                List<Row> all = new ArrayList<>();
                Walk<Row> walk = paged.iterator();
                while (walk.hasNext()) {
                    all.add(walk.next());
                    if (all.size() % 49 == 0) {
                        list.remove(all.get(all.size() - 1));
                        Checkpoint saved = Checkpoint.parse(walk.checkpoint().text());
                        walk = paged.resume(saved).iterator();
                    }
                }
                assertThat(all)
                        .as(place + " " + cap)
                        .isEqualTo(LongStream.range(0, 400).mapToObj(Row::of).toList());
                assertThat(walk.report().proven())
                        .as(place + " " + cap + walk.report())
                        .isTrue();
            }
        }
    }

    /** Resumed, a walk takes the few rows of the whole list for all that the server answers at once, and asks for so many. */
    @Test
    void resume_offsetsOfAShortListAreRounded_isComplete() {
        for (int rows = 1; rows < 40; rows++) {
            for (int once = 1; once <= Math.min(rows, 8); once++) {
                fill(rows);
                FakeServer server = new FakeServer(new Random(1), at -> {
                    int from = (int) Math.min(at.offset() / at.limit() * at.limit(), list.size());
                    return Page.of(
                            at, List.copyOf(list.subList(from, Math.min(from + at.limit(), list.size()))), "answer");
                });
                Paged<Row> paged = paged(server, Place.BY_OFFSET).pageSize(80);
                List<Row> all = new ArrayList<>();
                Walk<Row> walk = paged.iterator();
                while (walk.hasNext()) {
                    all.add(walk.next());
                    Checkpoint saved = Checkpoint.parse(walk.checkpoint().text());
                    if (all.size() == once && !saved.finished()) {
                        walk = paged.resume(saved).iterator();
                    }
                }
                assertThat(all).isEqualTo(list);
                assertThat(walk.report().reasons()).as(rows + " " + once).isEmpty();
                assertThat(server.asked.size()).as(rows + " " + once).isLessThan(40);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {900, 901, 931, 950, 968, 980, 998, 999})
    void walk_listEndsBeforeTheRefusedRows_findsAllOfIt(int rows) {
        bound = 1_000;
        for (Told told : Told.values()) {
            for (int ahead : new int[] {0, 8}) {
                for (Place place : new Place[] {Place.BY_OFFSET, Place.BY_PAGE}) {
                    fill(rows);
                    FakeServer server = server(100, place, told);
                    WalkReport report = walk(paged(server, place).prefetch(ahead));
                    String what = rows + " rows " + told + " " + ahead + " " + place + " " + server.asked;
                    assertThat(read).as(what).isEqualTo(list);
                    assertThat(report.reasons()).as(what).isEmpty();
                    assertThat(report.proven()).as(what).isTrue();
                    assertThat(server.asked.stream().filter(at -> at.end() > bound))
                            .as(what)
                            .hasSizeLessThanOrEqualTo(ahead + 1);
                    assertThat(server.asked).as(what).hasSizeLessThan(30);
                }
            }
        }
    }

    /** Whether rows follow on the last that may be asked for, only the server can say. */
    @ParameterizedTest
    @CsvSource({"TOTAL, 0", "TOTAL, 8", "MORE, 0", "MORE, 8"})
    void walk_listEndsWhereRefusalsBegin_endsWithWhatTheServerSays(Told told, int ahead) {
        bound = 1_000;
        for (Place place : new Place[] {Place.BY_OFFSET, Place.BY_PAGE}) {
            fill(bound);
            WalkReport report = walk(paged(server(100, place, told), place).prefetch(ahead));
            assertThat(read).isEqualTo(list);
            assertThat(report.finished()).isTrue();
            assertThat(report.reasons())
                    .allMatch(reason -> reason.startsWith("the server refuses pages that end behind row 1000"));
        }
    }

    @ParameterizedTest
    @CsvSource({"NOTHING, 1000, 0", "NOTHING, 1000, 8", "TOTAL, 1001, 0", "TOTAL, 1001, 8", "MORE, 1050, 0"})
    void walk_listGoesOn_failsWithTheRefusalBehindTheLastRowThereIs(Told told, int rows, int ahead) {
        bound = 1_000;
        for (Place place : new Place[] {Place.BY_OFFSET, Place.BY_PAGE}) {
            fill(rows);
            FakeServer server = server(100, place, told);
            Paged<Row> paged = paged(server, place).prefetch(ahead);
            assertThatThrownBy(() -> walk(paged))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("offset + limit must be at most 1000");
            assertThat(read).isEqualTo(list.subList(0, bound));
            assertThat(server.asked).hasSizeLessThan(30);
        }
    }

    /** A request that is refused from the start is not asked for again and again. */
    @ParameterizedTest
    @ValueSource(ints = {0, 8})
    void walk_refusedFromTheStart_asksOnce(int ahead) {
        bound = 0;
        FakeServer server = server(100, Place.BY_OFFSET, Told.NOTHING);
        assertThatThrownBy(() -> walk(paged(server, Place.BY_OFFSET).prefetch(ahead)))
                .hasMessageContaining("offset + limit must be at most 0");
        assertThat(server.asked).hasSize(1);
    }
}
