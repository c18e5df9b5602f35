package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.error.WalkException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks by page number over servers that have pages of some sizes only, whatever size they are asked for. */
class PageSizesTest {
    private static final int[] ALLOWED = {10, 25, 50, 100};

    private final List<Row> list = new ArrayList<>();

    enum Sizes {
        UP_TO_ALLOWED(asked ->
                IntStream.of(ALLOWED).filter(each -> each >= asked).min().orElse(100)),
        DOWN_TO_ALLOWED(asked ->
                IntStream.of(ALLOWED).filter(each -> each <= asked).max().orElse(10)),
        UP_TO_TENS(asked -> (asked + 9) / 10 * 10),
        DOWN_TO_TENS(asked -> Math.max(10, asked / 10 * 10)),
        AT_LEAST_10(asked -> Math.max(10, asked)),
        AT_LEAST_100(asked -> Math.max(100, asked)),
        ALWAYS_20(asked -> 20),
        ALWAYS_100(asked -> 100);

        private final IntUnaryOperator used;

        Sizes(IntUnaryOperator used) {
            this.used = used;
        }
    }

    private enum Stated {
        USED,
        ASKED,
        NOTHING
    }

    private FakeServer server(Sizes sizes, Stated stated) {
        return new FakeServer(new Random(1), at -> {
            int size = sizes.used.applyAsInt(at.limit());
            int from = (int) Math.min((at.pageNumber() - 1) * (long) size, list.size());
            int to = Math.min(from + size, list.size());
            return Page.of(at, List.copyOf(list.subList(from, to)), "answer")
                    .withTotal((long) list.size())
                    .withHasMore(to < list.size())
                    .withLimit(
                            stated == Stated.NOTHING ? null : stated == Stated.USED ? (long) size : (long) at.limit());
        });
    }

    private static Paged<Row> paged(FakeServer server) {
        return Paged.of(WalkSpec.<Row>page("test.rows", server).id(Row::id).build());
    }

    @ParameterizedTest
    @EnumSource
    void walk_sizesOfTheServersOwn_isWhole(Sizes sizes) {
        for (int rows : new int[] {0, 1, 19, 20, 21, 99, 100, 101, 200, 457, 1_000}) {
            list.clear();
            LongStream.range(0, rows).mapToObj(Row::of).forEach(list::add);
            for (Stated stated : Stated.values()) {
                for (int ahead : new int[] {0, 4}) {
                    FakeServer server = server(sizes, stated);
                    String what = rows + " rows " + sizes + " stated " + stated + " ahead " + ahead;
                    List<Row> read = new ArrayList<>();
                    Walk<Row> walk = paged(server).prefetch(ahead).iterator();
                    try {
                        walk.forEachRemaining(read::add);
                    } catch (WalkException e) {
                        // nothing tells the size of a page that has fewer rows than were asked for
                        assertThat(stated).as(what + " " + e).isNotEqualTo(Stated.USED);
                        continue;
                    }
                    what += " " + server.asked + read.size() + walk.report().reasons();
                    boolean whole = read.equals(list);
                    if (stated != Stated.USED) {
                        assertThat(whole || !walk.report().proven()).as(what).isTrue();
                        continue;
                    }
                    assertThat(whole).as(what).isTrue();
                    assertThat(walk.report().reasons())
                            .as(what)
                            .allMatch(reason -> reason.startsWith("pages of so few rows cannot overlap"));
                    assertThat(server.asked).as(what).hasSizeLessThan(3 * rows / 20 + 12);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void walk_listThatMoves_losesNothingUnsaid(Sizes sizes) {
        for (int seed = 0; seed < 60; seed++) {
            for (Stated stated : Stated.values()) {
                Random random = new Random(seed);
                list.clear();
                LongStream.range(0, 50 + random.nextInt(400)).mapToObj(Row::of).forEach(list::add);
                List<Row> kept = new ArrayList<>(list);
                FakeServer server = server(sizes, stated);
                long[] next = {10_000};
                server.before = () -> {
                    if (random.nextInt(4) == 0) {
                        list.add(0, Row.of(next[0]++));
                    } else if (random.nextInt(6) == 0 && !list.isEmpty()) {
                        kept.remove(list.remove(random.nextInt(list.size())));
                    }
                };
                List<Row> read = new ArrayList<>();
                Walk<Row> walk = paged(server).prefetch(random.nextInt(5)).iterator();
                try {
                    walk.forEachRemaining(read::add);
                } catch (WalkException e) {
                    continue;
                }
                String what = sizes + " stated " + stated + " seed " + seed
                        + walk.report().reasons();
                assertThat(read).as(what).doesNotHaveDuplicates();
                assertThat(read.containsAll(kept) || !walk.report().proven())
                        .as(what)
                        .isTrue();
            }
        }
    }
}
