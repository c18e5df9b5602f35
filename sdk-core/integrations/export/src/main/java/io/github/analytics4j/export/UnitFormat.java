package io.github.analytics4j.export;

import java.io.IOException;
import java.nio.file.Path;

/** Writes and reads a file that holds the rows of one unit. Reading gives back what was written, value by value. */
interface UnitFormat {

    /** The end of the files' names, without a dot before it: {@code jsonl.gz}. */
    String suffix();

    /** Writes a whole new file; the caller syncs and renames it. The same rows give the same bytes. */
    void write(Path file, SinkTable table, StoredRows rows) throws IOException;

    /** Reads a file that was written for a table of these or fewer columns; a column that is not in it is null. */
    void read(Path file, SinkTable table, StoredRows.Receiver to) throws IOException;
}
