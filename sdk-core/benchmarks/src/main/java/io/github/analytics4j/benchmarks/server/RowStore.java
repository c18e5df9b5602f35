package io.github.analytics4j.benchmarks.server;

import io.github.analytics4j.benchmarks.rows.CallRow;
import io.github.analytics4j.benchmarks.rows.Dialect;
import io.github.analytics4j.benchmarks.rows.PageSlice;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** All rows of a dialect one after the other in direct memory, so that any run of them is one slice. */
final class RowStore {
    /** More than the longest row of any dialect. */
    private static final int ROOM_PER_ROW = 1500;

    private final ByteBuffer rows;
    private final int[] ends;

    private RowStore(ByteBuffer rows, int[] ends) {
        this.rows = rows;
        this.ends = ends;
    }

    static RowStore render(String dialectName, long count) {
        Dialect dialect = Dialect.named(dialectName);
        ByteBuffer rows = ByteBuffer.allocateDirect(Math.toIntExact(count * ROOM_PER_ROW));
        int[] ends = new int[(int) count + 1];
        for (int i = 0; i < count; i++) {
            rows.put(dialect.row(new CallRow(i)).getBytes(StandardCharsets.UTF_8));
            ends[i + 1] = rows.position();
        }
        return new RowStore(rows.flip(), ends);
    }

    long size() {
        return ends.length - 1L;
    }

    /** The rows of a page, without the comma after the last. */
    ByteBuffer rows(PageSlice page) {
        int start = ends[(int) page.from()];
        int end = ends[(int) page.to()];
        return rows.slice(start, Math.max(0, end - start - 1));
    }
}
