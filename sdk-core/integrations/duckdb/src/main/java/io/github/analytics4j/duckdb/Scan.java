package io.github.analytics4j.duckdb;

import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.error.WalkException;
import io.github.analytics4j.page.PageWalk;
import io.github.analytics4j.page.WalkReport;
import java.util.List;
import java.util.function.Consumer;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunctionState;
import org.jspecify.annotations.Nullable;

/** One walk over a table's rows for one query. The database reads it on one thread at a time; any thread may cancel it. */
final class Scan implements DuckDBTableFunctionState {
    private final Table table;
    private final PageWalk<?> pages;
    private final @Nullable ColumnWriter[] writers;
    private final ScanOptions options;
    private final Consumer<Scan> ended;
    private List<?> rows = List.of();
    private int read;

    /**
     * A scan that is about to begin.
     *
     * @param columns the indexes of the columns asked for, in the order of the vectors
     * @param ended hears once that nothing more will be read
     */
    Scan(Table table, PageWalk<?> pages, long[] columns, ScanOptions options, Consumer<Scan> ended) {
        this.table = table;
        this.pages = pages;
        this.options = options;
        this.ended = ended;
        List<Column> all = table.columns();
        this.writers = new @Nullable ColumnWriter[columns.length];
        for (int i = 0; i < columns.length; i++) {
            boolean known = columns[i] >= 0 && columns[i] < all.size(); // else rows are only counted
            writers[i] = known ? ColumnWriter.of(table, all.get((int) columns[i])) : null;
        }
    }

    /**
     * Writes the rows of one page, or as many as fit, and returns how many; 0 at the end. Never more than a page, so that a
     * query with a limit asks for no page that it does not need.
     */
    long fill(DuckDBDataChunkWriter chunk) {
        if (read == rows.size() && !nextPage()) {
            return 0;
        }
        int count = (int) Math.min(chunk.capacity(), rows.size() - read);
        List<?> part = rows.subList(read, read + count);
        for (int i = 0; i < writers.length; i++) {
            ColumnWriter writer = writers[i];
            if (writer != null) {
                writer.write(chunk.vector(i), part);
            }
        }
        read += count;
        return count;
    }

    private boolean nextPage() {
        rows = List.of();
        read = 0;
        if (pages.hasNext()) {
            rows = pages.next().items();
            return true;
        }
        WalkReport report = pages.report();
        options.report().accept(table, report);
        if (!report.proven() && !options.allowUnproven()) {
            throw new WalkException("the rows are not proven to be all: " + String.join("; ", report.reasons())
                    + "; allow unproven walks to have them as they came");
        }
        return false;
    }

    /** Ends the walk; a thread that waits for a page gets an error. */
    void cancel() {
        pages.close();
    }

    /** The database needs no more rows. */
    @Override
    public void close() {
        pages.close();
        ended.accept(this);
    }
}
