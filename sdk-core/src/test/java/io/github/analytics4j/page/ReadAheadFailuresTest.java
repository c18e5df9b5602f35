package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was asked for ahead of need and failed. */
class ReadAheadFailuresTest {

    private final List<Row> rows = IntStream.range(0, 2_000).mapToObj(Row::of).toList();
    private final FakeServer server = new FakeServer(
            new Random(1),
            at -> Page.of(at, rows.subList((int) at.offset(), (int) Math.min(at.end(), rows.size())), "answer")
                    .withTotal(2_000L));
    private final Paged<Row> paged = Paged.of(WalkSpec.<Row>offset("test.rows", server)
            .id(Row::id)
            .maxPageSize(50)
            .build());

    /** What was under way when the walk failed was refused for the same reason, and is asked for anew like the page that failed. */
    @Test
    void prefetch_failureOfPagesAskedForBeforeOneWasSeen_isNotThrown() {
        Walk<Row> walk = paged.prefetch(8).iterator();
        List<Row> read = new ArrayList<>();
        for (int i = 0; i <= 50; i++) {
            read.add(walk.next());
        }
        List<FakeServer.Pending> underWay = List.copyOf(server.pending);
        assertThat(underWay).hasSizeGreaterThan(2);
        FakeServer.Pending head = underWay.get(0);
        server.pending.clear();
        assertThat(head.completeExceptionally(Failures.forbidden())).isTrue();
        assertThatThrownBy(() -> walk.forEachRemaining(read::add)).hasMessage("no");
        underWay.subList(1, underWay.size()).forEach(late -> late.completeExceptionally(Failures.forbidden()));
        walk.forEachRemaining(read::add);
        assertThat(read).isEqualTo(rows);
    }
}
