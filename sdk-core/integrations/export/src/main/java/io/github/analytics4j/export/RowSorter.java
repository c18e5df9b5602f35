package io.github.analytics4j.export;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sorts entries of which only so many are held: what is beyond goes to sorted files that are merged when it is read. Can be read
 * again and again once {@link #sorted} was called; the files go when it is closed.
 */
final class RowSorter implements AutoCloseable {
    /** Bytes of heap; a run has a few sorters at most. */
    static final long HELD = 12L << 20;

    /** Bytes of heap for the rows of a walk, of which there is one at a time: as a rule all of them. */
    static final long HELD_OF_WALK = 36L << 20;

    /** More files than this at once are merged into one first. */
    private static final int MOST_FILES = 32;

    private final Comparator<SpoolEntry> order;
    private final Path folder;
    private final long mostHeld;
    private final List<SpoolEntry> held = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private long weight;

    RowSorter(Comparator<SpoolEntry> order, Path folder, long mostHeld) {
        this.order = order;
        this.folder = folder;
        this.mostHeld = mostHeld;
    }

    void add(SpoolEntry entry) throws IOException {
        held.add(entry);
        weight += entry.weight();
        if (weight > mostHeld) {
            spill();
        }
    }

    private void spill() throws IOException {
        held.sort(order);
        Path file = Files.createTempFile(folder, "sort-", ".rows");
        files.add(file);
        try (SpoolFile.Writer out = new SpoolFile.Writer(file)) {
            for (SpoolEntry each : held) {
                out.write(each);
            }
        } catch (IOException e) {
            throw unwritten(file, e);
        }
        held.clear();
        weight = 0;
        if (files.size() == MOST_FILES) {
            mergeFiles();
        }
    }

    private void mergeFiles() throws IOException {
        Path merged = Files.createTempFile(folder, "sort-", ".rows");
        try (SpoolFile.Writer out = new SpoolFile.Writer(merged);
                Cursor cursor = new Merge(files, order)) {
            for (SpoolEntry each = cursor.next(); each != null; each = cursor.next()) {
                out.write(each);
            }
        } catch (IOException e) {
            throw unwritten(merged, e);
        }
        for (Path each : files) {
            Files.delete(each);
        }
        files.clear();
        files.add(merged);
    }

    /** For a database the files are on this machine, and its own disk may have all the room there is. */
    private static IOException unwritten(Path file, IOException failure) {
        return failure instanceof FileSystemException
                ? failure
                : new IOException(file + ": " + failure.getMessage() + "; make room there", failure);
    }

    /** Ends the adding. */
    RowSorter sorted() throws IOException {
        if (!files.isEmpty() && !held.isEmpty()) {
            spill();
        }
        held.sort(order);
        return this;
    }

    /** A new reading from the first entry on. */
    Cursor read() throws IOException {
        return files.isEmpty() ? new Held(held) : new Merge(files, order);
    }

    /** The rows alone, in order. */
    StoredRows rows() {
        return to -> {
            try (Cursor cursor = read()) {
                for (SpoolEntry each = cursor.next(); each != null; each = cursor.next()) {
                    to.row(each.row());
                }
            }
        };
    }

    @Override
    public void close() throws IOException {
        held.clear();
        for (Path each : files) {
            Files.deleteIfExists(each);
        }
    }

    /** A reading. */
    interface Cursor extends AutoCloseable {
        /** The next entry; null behind the last one. */
        @Nullable
        SpoolEntry next() throws IOException;

        @Override
        void close() throws IOException;
    }

    private static final class Held implements Cursor {
        private final List<SpoolEntry> entries;
        private int at;

        Held(List<SpoolEntry> entries) {
            this.entries = entries;
        }

        @Override
        public @Nullable SpoolEntry next() {
            return at < entries.size() ? entries.get(at++) : null;
        }

        @Override
        public void close() {}
    }

    private static final class Merge implements Cursor {
        private record Head(SpoolEntry entry, SpoolFile.Reader from) {}

        private final List<SpoolFile.Reader> readers = new ArrayList<>();
        private final PriorityQueue<Head> heads;

        Merge(List<Path> files, Comparator<SpoolEntry> order) throws IOException {
            heads = new PriorityQueue<>((one, other) -> order.compare(one.entry(), other.entry()));
            for (Path each : files) {
                SpoolFile.Reader reader = new SpoolFile.Reader(each);
                readers.add(reader);
                advance(reader);
            }
        }

        private void advance(SpoolFile.Reader reader) throws IOException {
            SpoolEntry next = reader.next();
            if (next != null) {
                heads.add(new Head(next, reader));
            }
        }

        @Override
        public @Nullable SpoolEntry next() throws IOException {
            Head first = heads.poll();
            if (first == null) {
                return null;
            }
            advance(first.from());
            return first.entry();
        }

        @Override
        public void close() throws IOException {
            for (SpoolFile.Reader each : readers) {
                each.close();
            }
        }
    }
}
