package io.github.analytics4j.page;

import io.github.analytics4j.error.WalkException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps one checkpoint in a file, which holds the old one or the new one at any moment, also when the process is killed or
 * the machine loses power while saving. One writer at a time.
 */
public final class FileCheckpointStore {

    private final Path file;
    private final Path draft;

    /** Uses that file, and one beside it with {@code .tmp} at the end of its name. */
    public FileCheckpointStore(Path file) {
        this.file = Objects.requireNonNull(file, "file").toAbsolutePath();
        if (file.toString().isEmpty() || this.file.getFileName() == null) {
            throw new IllegalArgumentException("a checkpoint needs the name of a file, was \"" + file + "\"");
        }
        this.draft = this.file.resolveSibling(this.file.getFileName() + ".tmp");
    }

    /** Saves it in place of what was there, in a folder that is made if it is not there. */
    public void save(Checkpoint checkpoint) {
        ByteBuffer bytes = ByteBuffer.wrap(checkpoint.text().getBytes(StandardCharsets.UTF_8));
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent())); // it has a name, so it has a parent
            try (FileChannel out = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new WalkException("the checkpoint could not be saved to " + file + ": " + e, e);
        }
    }

    /** What was saved last; empty if nothing was. */
    public Optional<Checkpoint> load() {
        try {
            return Optional.of(Checkpoint.parse(Files.readString(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new WalkException("the checkpoint could not be read from " + file + ": " + e, e);
        }
    }

    /** Forgets what was saved. */
    public void clear() {
        try {
            Files.deleteIfExists(draft);
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new WalkException("the checkpoint could not be removed from " + file + ": " + e, e);
        }
    }
}
