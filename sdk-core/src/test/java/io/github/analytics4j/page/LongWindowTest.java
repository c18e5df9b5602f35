package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A window that is longer than one request may ask for, in parts whose rows overlap for three days. */
class LongWindowTest {

    private static final Instant END = Instant.parse("2024-06-30T00:00:00Z");

    /** Four an hour, newest first. */
    private final List<Row> rows = IntStream.range(0, 4_000)
            .mapToObj(i -> new Row("row-" + i, END.minus(Duration.ofMinutes(15L * i))))
            .toList();

    private final FakeServer server = new FakeServer(new Random(1), this::page);

    private Page<Row> page(PageRequest at) {
        Instant from = Objects.requireNonNull(at.from());
        Instant to = Objects.requireNonNull(at.to());
        return FakeServer.cut(
                rows.stream()
                        .filter(row -> row.at() != null
                                && !row.at().isBefore(from)
                                && !row.at().isAfter(to))
                        .toList(),
                at);
    }

    private Paged<Row> days(int days) {
        return Paged.of(WalkSpec.<Row>offset("test.rows", server)
                .id(Row::id)
                .inParts(10, Row::at)
                .between(END.minus(Duration.ofDays(days)), END)
                .build());
    }

    @Test
    void prefetch_noTotal_asksForFewPagesBehindTheEndOfAPart() {
        List<Row> read = days(20).prefetch(64).toList();
        assertThat(read).isEqualTo(rows.subList(0, 20 * 96 + 1));
        assertThat(server.mostPending).isLessThanOrEqualTo(8);
    }

    @Test
    void limit_behindRowsThatTwoPartsHave_asksForWholePages() {
        assertThat(days(20).limit(1_300).toList()).isEqualTo(rows.subList(0, 1_300));
        assertThat(server.asked).hasSizeLessThan(13 + 10);
    }
}
