package io.github.analytics4j.page;

import io.github.analytics4j.error.WalkException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one checkpoint in a file, which holds the old one or the new one at any moment, also when the process is killed or
 * the machine loses power while saving.
 *
 * <p>For one writer: a store that finds another checkpoint in the file than the one it loaded or saved last refuses to save
 * over it, so that of two processes that walk into one file the second one ends with an error and not both with half of the
 * rows. Safe for use by several threads.
 */
public final class FileCheckpointStore {

    /** As many links in a row as Linux follows. */
    private static final int MOST_LINKS = 40;

    /** No checkpoint has more: a character takes three at most. */
    private static final long MOST_BYTES = 3L * CheckpointText.LONGEST;

    private final Path file;
    private final Path draft;
    /** Whether the file was looked at, and the checksum of what this store knows to be in it; null for no file. */
    private boolean looked;

    private @Nullable String known;

    /**
     * Uses that file, and one beside it with {@code .tmp} at the end of its name.
     *
     * @param file need not be there; of a symbolic link the file that it leads to
     */
    public FileCheckpointStore(Path file) {
        Path named = Objects.requireNonNull(file, "file").toAbsolutePath();
        if (file.toString().isEmpty() || named.getFileName() == null) {
            throw new IllegalArgumentException("a checkpoint needs the name of a file, was \"" + file + "\"");
        }
        this.file = followed(named);
        this.draft = this.file.resolveSibling(this.file.getFileName() + ".tmp");
    }

    /** A link stays one: what it leads to is replaced, be it yet to be made. */
    private static Path followed(Path named) {
        try {
            Path target = named;
            for (int links = 0; Files.isSymbolicLink(target) && links < MOST_LINKS; links++) {
                target = target.resolveSibling(Files.readSymbolicLink(target));
            }
            return target;
        } catch (IOException e) {
            return named; // cannot be told, and so not saved to
        }
    }

    /**
     * Saves it in place of what was there, in a folder that is made if it is not there. An interrupt does not keep the thread
     * from it, and stays set: a walk that was interrupted can be saved where it stands.
     *
     * @param checkpoint also one of another walk than the one that is there
     * @throws WalkException if it cannot be written, is too large to be loaded again, or another writer saved meanwhile
     */
    public synchronized void save(Checkpoint checkpoint) {
        String text = checkpoint.text();
        boolean interrupted = false;
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent())); // it has a name, so it has a parent
            if (!looked) {
                knows(read());
            }
            while (!written(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))) {
                interrupted |= Thread.interrupted();
            }
            knows(text);
        } catch (IOException e) {
            throw new WalkException("the checkpoint could not be saved to " + file + ": " + e, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Puts the bytes in the place of what was there; false if an interrupt closed the file before that. */
    private boolean written(ByteBuffer bytes) throws IOException {
        size(draft, LinkOption.NOFOLLOW_LINKS); // a link would have its target written to
        try (FileChannel out = opened()) {
            alone(out);
            out.truncate(0);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (ClosedByInterruptException e) {
            return false;
        }
    }

    private FileChannel opened() throws IOException {
        try {
            return FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        } catch (IllegalArgumentException | UnsupportedOperationException e) { // of the file system of a zip
            String scheme = file.getFileSystem().provider().getScheme();
            String why = ": its file system (" + scheme + ") locks no files";
            throw new WalkException("the checkpoint could not be saved to " + file + why, e);
        }
    }

    /** Refuses to write where somebody else does, or did; the lock goes with the channel. */
    private void alone(FileChannel out) throws IOException {
        @Nullable FileLock lock;
        try {
            lock = out.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new WalkException(
                    "another writer is saving a checkpoint to " + file + ": let each walk have its own file");
        }
        String there = sum(read());
        if (there != null && !there.equals(known)) {
            throw new WalkException(
                    "another writer saved a checkpoint to " + file + " since this one loaded or saved it:"
                            + " let each walk have its own file; to go on from what is there, load it and resume");
        }
    }

    /** The text in the file, whose bytes may be anything; null if there is none. */
    private @Nullable String read() throws IOException {
        long size = size(file);
        if (size > MOST_BYTES) {
            throw new IOException("it has " + size + " bytes and is no checkpoint; name another file");
        }
        try {
            return size < 0 ? null : new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** The number of bytes in a file, -1 where none is; refuses what is no file, as a pipe that nobody may ever write to. */
    private static long size(Path file, LinkOption... links) throws IOException {
        try {
            BasicFileAttributes there = Files.readAttributes(file, BasicFileAttributes.class, links);
            if (!there.isRegularFile()) {
                throw new IOException(file + " is no regular file; remove it, or name another one");
            }
            return there.size();
        } catch (NoSuchFileException e) {
            return -1;
        }
    }

    private void knows(@Nullable String text) {
        looked = true;
        known = sum(text);
    }

    private static @Nullable String sum(@Nullable String text) {
        return text == null ? null : CheckpointText.checksum(text);
    }

    /**
     * {@return what was saved last; empty if nothing was}
     *
     * @throws WalkException if the file cannot be read, or holds no checkpoint of this SDK
     */
    public synchronized Optional<Checkpoint> load() {
        try {
            String text = read();
            Optional<Checkpoint> checkpoint = Optional.ofNullable(text).map(Checkpoint::parse);
            knows(text);
            return checkpoint;
        } catch (WalkException e) {
            throw new WalkException("no walk can go on from " + file + ", which clear() removes: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new WalkException("the checkpoint could not be read from " + file + ": " + e, e);
        }
    }

    /**
     * Forgets what was saved.
     *
     * @throws WalkException if the file cannot be removed
     */
    public synchronized void clear() {
        try {
            Files.deleteIfExists(draft);
            Files.deleteIfExists(file);
            knows(null);
        } catch (IOException e) {
            throw new WalkException("the checkpoint could not be removed from " + file + ": " + e, e);
        }
    }
}
