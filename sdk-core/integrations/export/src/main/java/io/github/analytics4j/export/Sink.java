package io.github.analytics4j.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A place where tables are kept up to date. Opened anew by every run; safe for use by several threads. */
public abstract class Sink {

    Sink() {}

    /**
     * Locks a table's place and brings it to a whole state: steps 1 and 2 of a run.
     *
     * @throws SyncBusyException if another run is at work there
     */
    abstract SinkSession open(SinkTable table, StepListener steps) throws IOException;

    /** Opens a table's place to read it: nothing is made there and nothing recovered, and where it cannot be locked it is not. */
    abstract SinkSession openToRead(SinkTable table) throws IOException;

    /** The state as it is stored now; null where there is none. Waits for no run. */
    abstract @Nullable SyncState peek(SinkTable table) throws IOException;

    /**
     * {@return how other programs read a table of this sink: DuckDB, pandas, Spark, BigQuery and Snowflake, where they can}
     *
     * @param table its name in the sink
     */
    public String snippets(String table) {
        return "";
    }

    static String snippets(String kind, String table, String data) {
        try (InputStream text = Sink.class.getResourceAsStream("snippets.txt")) {
            String all = text == null ? "" : new String(text.readAllBytes(), StandardCharsets.UTF_8);
            String begin = "== " + kind + "\n";
            int from = all.indexOf(begin) + begin.length();
            int end = all.indexOf("\n== ", from);
            return all.substring(from, end < 0 ? all.length() : end)
                    .replace("${table}", table)
                    .replace("${duckdb}", SqlDialect.pattern(data).replace("'", "''"))
                    .replace("${python}", python(SqlDialect.pattern(data)))
                    .replace("${spark}", python(data.replaceAll("[\\\\\\[\\]{}*?,]", "\\\\$0")))
                    .replace("${shell}", data.replace("'", "'\\''"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String python(String text) {
        return text.replace("\\", "\\\\").replace("'", "\\'");
    }

    /** The place, without any secret. */
    @Override
    public abstract String toString();
}
