package io.github.analytics4j.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.benchmarks.rows.CallRow;
import io.github.analytics4j.benchmarks.rows.Dialect;
import io.github.analytics4j.benchmarks.rows.PageSlice;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RowStoreTest {
    @Test
    void rows_acrossTwoChunks_areInOrderAndWhole() {
        long last = (1 << 10) + 5;
        RowStore store = RowStore.render("synthflow", last, 1 << 10);

        List<ByteBuffer> parts = store.rows(new PageSlice(1020, last, last, 100));

        assertThat(parts).hasSize(2);
        String expected = LongStream.range(1020, last)
                .mapToObj(index -> Dialect.named("synthflow").row(new CallRow(index)))
                .collect(Collectors.joining());
        assertThat(parts.stream().map(StandardCharsets.UTF_8::decode).collect(Collectors.joining()))
                .isEqualTo(expected.substring(0, expected.length() - 1));
    }
}
