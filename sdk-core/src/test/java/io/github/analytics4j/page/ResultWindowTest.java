package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.error.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Walks over servers that refuse any page that would end behind a certain row, as search engines do behind their ten thousandth: a
 * loop over whole pages gets there, and so must a walk whose pages overlap.
 */
class ResultWindowTest {

    private static final int MOST = 1_000;

    private final List<Row> list = new ArrayList<>();
    private final List<Row> read = new ArrayList<>();

    private enum Told {
        NOTHING,
        TOTAL,
        MORE
    }

    private FakeServer server(int rows, Told told) {
        LongStream.range(0, rows).mapToObj(Row::of).forEach(list::add);
        return new FakeServer(new Random(1), at -> {
            if (at.end() > MOST) {
                throw Failures.refused("offset + limit must be at most " + MOST);
            }
            int to = (int) Math.min(at.end(), list.size());
            return Page.of(at, List.copyOf(list.subList((int) Math.min(at.offset(), to), to)), "answer")
                    .withTotal(told == Told.TOTAL ? (long) list.size() : null)
                    .withHasMore(told == Told.MORE ? to < list.size() : null);
        });
    }

    private static Paged<Row> paged(FakeServer server, boolean byPage) {
        WalkSpec.Builder<Row> spec = byPage ? WalkSpec.page("test.rows", server) : WalkSpec.offset("test.rows", server);
        return Paged.of(spec.id(Row::id).build());
    }

    private WalkReport walk(Paged<Row> paged) {
        try (Walk<Row> walk = paged.iterator()) {
            walk.forEachRemaining(read::add);
            return walk.report();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {900, 901, 931, 950, 968, 980, 998, 999})
    void walk_listEndsBeforeTheRefusedRows_findsAllOfIt(int rows) {
        for (Told told : Told.values()) {
            for (int ahead : new int[] {0, 8}) {
                for (boolean byPage : new boolean[] {false, true}) {
                    list.clear();
                    read.clear();
                    FakeServer server = server(rows, told);
                    WalkReport report = walk(paged(server, byPage).prefetch(ahead));
                    String what = rows + " rows " + told + " " + ahead + " " + byPage + " " + server.asked;
                    assertThat(read).as(what).isEqualTo(list);
                    assertThat(report.reasons()).as(what).isEmpty();
                    assertThat(report.proven()).as(what).isTrue();
                    assertThat(server.asked.stream().filter(at -> at.end() > MOST))
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
        for (boolean byPage : new boolean[] {false, true}) {
            list.clear();
            read.clear();
            WalkReport report = walk(paged(server(MOST, told), byPage).prefetch(ahead));
            assertThat(read).isEqualTo(list);
            assertThat(report.finished()).isTrue();
            assertThat(report.reasons())
                    .allMatch(reason -> reason.startsWith("the server refuses pages that end behind row 1000"));
        }
    }

    @ParameterizedTest
    @CsvSource({"NOTHING, 1000, 0", "NOTHING, 1000, 8", "TOTAL, 1001, 0", "TOTAL, 1001, 8", "MORE, 1050, 0"})
    void walk_listGoesOn_failsWithTheRefusalBehindTheLastRowThereIs(Told told, int rows, int ahead) {
        for (boolean byPage : new boolean[] {false, true}) {
            list.clear();
            read.clear();
            Paged<Row> paged = paged(server(rows, told), byPage).prefetch(ahead);
            assertThatThrownBy(() -> walk(paged))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("offset + limit must be at most 1000");
            assertThat(read).isEqualTo(list.subList(0, MOST));
        }
    }

    /** A request that is refused for another reason is not asked for again and again. */
    @ParameterizedTest
    @ValueSource(ints = {0, 8})
    void walk_refusedFromTheStart_asksOnce(int ahead) {
        FakeServer server = new FakeServer(new Random(1), at -> {
            throw Failures.refused("unknown model");
        });
        assertThatThrownBy(() -> walk(paged(server, false).prefetch(ahead))).hasMessageContaining("unknown model");
        assertThat(server.asked).hasSize(1);
    }
}
