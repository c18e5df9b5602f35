package io.github.analytics4j.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder with a folder for each table: {@code data/} holds a file for each unit and nothing else, so that a reader of
 * {@code data/**} sees every row once. State, lock and journal are beside it in {@code _a4j/}.
 *
 * <p>A commit renames one file after the other. Between two renames a reader sees some units as they were and others as
 * they will be, and a row that moved from one unit to another in both or in neither. A run that is killed there leaves it
 * so until the next run, which finishes the commit from the journal before it does anything else.
 */
public final class FolderSink extends Sink {
    private final Path folder;
    private final UnitFormat format;

    private FolderSink(Path folder, UnitFormat format) {
        this.folder = folder;
        this.format = format;
    }

    /**
     * {@return a sink that is a folder of JSON Lines, zipped}
     *
     * @param folder made when the first run begins
     */
    public static FolderSink of(Path folder) {
        return of(folder, new JsonLinesFormat());
    }

    /**
     * {@return a sink that is a folder of files in a format}
     *
     * @param folder made when the first run begins; one folder holds one format
     * @param format of its files
     */
    public static FolderSink of(Path folder, FileFormat format) {
        return of(folder, format.unitFormat());
    }

    static FolderSink of(Path folder, UnitFormat format) {
        return new FolderSink(
                Objects.requireNonNull(folder, "folder").toAbsolutePath().normalize(), format);
    }

    /**
     * {@return the format of the files that a folder has of a table; empty if it has none, or cannot be read}
     *
     * @param folder of a sink
     * @param table how the sink calls it
     */
    public static Optional<FileFormat> format(Path folder, String table) {
        Set<FileFormat> held = new HashSet<>();
        try (Stream<Path> files = Files.walk(new Manifest(folder.resolve(table)).data)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> Stream.of(FileFormat.values())
                            .filter(each -> file.toString().matches("(?s).*[.]" + each + "([.]gz)?"))
                            .forEach(held::add));
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty(); // it is yet to be made, or a run says why it cannot be read
        }
        return Stream.of(FileFormat.values())
                .filter(held::contains)
                .min(Comparator.comparing(FileFormat.JSONL::equals)); // which is taken where nothing else is there
    }

    @Override
    SinkSession open(SinkTable table, StepListener steps) throws IOException {
        return new FolderSession(folder.resolve(table.name()), table, format, steps);
    }

    @Override
    SinkSession openToRead(SinkTable table) throws IOException {
        return FolderSession.toRead(folder.resolve(table.name()), table, format);
    }

    @Override
    @Nullable
    SyncState peek(SinkTable table) throws IOException {
        return new FolderRecovery(new Manifest(folder.resolve(table.name())), table, format).state();
    }

    @Override
    public String snippets(String table) {
        String data = new Manifest(folder.resolve(table)).data.toString().replace('\\', '/');
        return snippets(format.suffix().replace(".gz", ""), table, data);
    }

    /** The folder. */
    @Override
    public String toString() {
        return folder.toString();
    }
}
