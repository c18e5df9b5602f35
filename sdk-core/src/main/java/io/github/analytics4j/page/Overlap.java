package io.github.analytics4j.page;

/** How many rows a page repeats of the one before: one while the list is quiet, more while it moves. */
final class Overlap {

    private final int most;
    private int rows = 1;

    Overlap(int pageSize) {
        this.most = Math.max(1, pageSize / 4);
    }

    int rows() {
        return rows;
    }

    void moved(long by) {
        rows = (int) Math.min(most, Math.max(rows, by * 2));
    }

    void quiet() {
        rows -= (rows + 2) / 4;
    }
}
