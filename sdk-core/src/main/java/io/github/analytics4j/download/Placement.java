package io.github.analytics4j.download;

import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Gives a finished part file its name, in one step that others see wholly or not at all. */
final class Placement {
    private Placement() {}

    /** Replaces whatever is there. */
    static void replace(Path part, Path file) throws IOException {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder(file);
    }

    /**
     * Refuses if the name was taken meanwhile. A rename would replace silently, a hard link does not; where the file
     * system has none, a look before the rename has to do.
     *
     * @throws FileAlreadyExistsException if the name is taken
     */
    static void put(Path part, Path file) throws IOException {
        try {
            Files.createLink(file, part);
            Files.delete(part);
            syncFolder(file);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException noHardLinks) {
            if (exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            replace(part, file);
        }
    }

    /**
     * Refuses what is there and may not be replaced, and a name that this file system cannot hold.
     *
     * @throws DownloadException if something is there and is not to be replaced, or is no regular file
     */
    static void check(Path file, boolean overwrite) throws IOException {
        BasicFileAttributes there;
        try {
            there = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException free) {
            return;
        }
        if (Files.isDirectory(file)) {
            throw new DownloadException(Reason.FILE_EXISTS, file + " is a folder; saveInto takes one");
        }
        if (!overwrite) {
            throw DownloadFailures.exists(file, "");
        }
        if (!there.isRegularFile()) {
            throw new DownloadException(
                    Reason.FILE_EXISTS,
                    file + " is " + (there.isSymbolicLink() ? "a symbolic link" : "a device or a pipe")
                            + " and no regular file, so it is not replaced; name another file");
        }
    }

    /** Whether the name is taken, be it by a dangling link. */
    static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether a process was killed between the two steps of {@link #put}. */
    static boolean isBoth(Path part, Path file) throws IOException {
        return exists(part) && exists(file) && Files.isSameFile(part, file);
    }

    /** The name itself survives a power cut only once the folder is synced; Windows cannot, and need not. */
    private static void syncFolder(Path file) {
        Path folder = file.getParent();
        try (@Nullable
                FileChannel channel = folder == null ? null : FileChannel.open(folder, StandardOpenOption.READ)) {
            if (channel != null) {
                channel.force(true);
            }
        } catch (IOException notOnThisSystem) {
            // The file is in place and its bytes are synced.
        }
    }
}
