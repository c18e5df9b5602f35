package io.github.analytics4j.benchmarks.rows;

/** The rows {@code from} (inclusive) to {@code to} (exclusive) of {@code total}, asked for with {@code limit}. */
public record PageSlice(long from, long to, long total, int limit) {
    public boolean hasMore() {
        return to < total;
    }

    public String firstId() {
        return new CallRow(from).id();
    }

    public String lastId() {
        return new CallRow(to - 1).id();
    }
}
