package io.github.analytics4j.benchmarks.server;

import io.github.analytics4j.benchmarks.rows.CallRow;
import io.github.analytics4j.benchmarks.rows.Dialect;
import io.github.analytics4j.benchmarks.rows.PageSlice;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** All rows of a dialect one after the other in direct memory, so that a run of them is a slice, or one of each chunk it crosses. */
final class RowStore {
    /** More than the longest row of any dialect. */
    private static final int ROOM_PER_ROW = 1500;
    /** A buffer has no more than two gigabytes. */
    private static final int ROWS_PER_CHUNK = 1 << 19;

    private final List<Chunk> chunks;
    private final int rowsPerChunk;
    private final long size;

    /** Some rows, and where each of them ends. */
    private static final class Chunk {
        private final ByteBuffer rows;
        private final int[] ends;

        Chunk(ByteBuffer rows, int[] ends) {
            this.rows = rows;
            this.ends = ends;
        }

        ByteBuffer rows(int from, int to) {
            return rows.slice(ends[from], ends[to] - ends[from]);
        }
    }

    private RowStore(List<Chunk> chunks, int rowsPerChunk, long size) {
        this.chunks = chunks;
        this.rowsPerChunk = rowsPerChunk;
        this.size = size;
    }

    static RowStore render(String dialectName, long count) {
        return render(dialectName, count, ROWS_PER_CHUNK);
    }

    /** As {@link #render(String, long)}, with so many rows in a chunk. */
    static RowStore render(String dialectName, long count, int rowsPerChunk) {
        Dialect dialect = Dialect.named(dialectName);
        List<Chunk> chunks = new ArrayList<>();
        for (long first = 0; first < count; first += rowsPerChunk) {
            chunks.add(chunk(dialect, first, (int) Math.min(rowsPerChunk, count - first)));
        }
        return new RowStore(chunks, rowsPerChunk, count);
    }

    private static Chunk chunk(Dialect dialect, long first, int count) {
        ByteBuffer rows = ByteBuffer.allocateDirect(count * ROOM_PER_ROW);
        int[] ends = new int[count + 1];
        for (int i = 0; i < count; i++) {
            rows.put(dialect.row(new CallRow(first + i)).getBytes(StandardCharsets.UTF_8));
            ends[i + 1] = rows.position();
        }
        return new Chunk(rows.flip(), ends);
    }

    long size() {
        return size;
    }

    /** The rows of a page, without the comma after the last. */
    List<ByteBuffer> rows(PageSlice page) {
        List<ByteBuffer> parts = new ArrayList<>(2);
        for (long from = page.from(); from < page.to(); ) {
            int chunk = (int) (from / rowsPerChunk);
            long first = (long) chunk * rowsPerChunk;
            long to = Math.min(page.to(), first + rowsPerChunk);
            parts.add(chunks.get(chunk).rows((int) (from - first), (int) (to - first)));
            from = to;
        }
        if (!parts.isEmpty()) {
            ByteBuffer last = parts.get(parts.size() - 1);
            last.limit(last.limit() - 1);
        }
        return parts;
    }
}
