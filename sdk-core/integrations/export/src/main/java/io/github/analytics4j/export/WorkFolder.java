package io.github.analytics4j.export;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Folders for spools that only their owner can look into, and that the next run finds again after a crash. */
final class WorkFolder {
    private static final int HASH_LENGTH = 16;

    private WorkFolder() {}

    /** The name of a folder among the system's temporary files, always the same one for the same purpose of the same user. */
    static Path named(String purpose) {
        String user = System.getProperty("user.name", "");
        return Path.of(System.getProperty("java.io.tmpdir"))
                .resolve("analytics4j-sync-"
                        + JsonText.sha256(user + "\n" + purpose).substring(0, HASH_LENGTH));
    }

    /**
     * Makes a folder among the system's temporary files for who only reads a place.
     *
     * @param guard of the place; who locks it is alone, and finds what a crash left
     */
    static Path toRead(String purpose, FileGuard guard) throws IOException {
        return guard.locks()
                ? empty(named("read " + purpose))
                : Files.createTempDirectory("analytics4j-read-", ownersOnly());
    }

    /** Makes a folder among the system's temporary files that goes with the process if it is empty then. */
    static Path untilExit() throws IOException {
        Path folder = Files.createTempDirectory("analytics4j-", ownersOnly());
        folder.toFile().deleteOnExit();
        return folder;
    }

    /** Makes the folder empty, and its owner's alone. */
    static Path empty(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            requireOwn(folder);
            remove(folder);
        }
        return Files.createDirectory(folder, ownersOnly());
    }

    /** In a folder that others may write to, somebody may have put another one there, or a link to one. */
    private static void requireOwn(Path folder) throws IOException {
        Path probe = Files.createTempFile("analytics4j", ".probe");
        try {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    || !Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(probe))) {
                throw new IOException(folder + " belongs to somebody else: remove it");
            }
        } finally {
            Files.delete(probe);
        }
    }

    private static FileAttribute<?>[] ownersOnly() {
        return Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Removes a folder with all that is in it, if it is there. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
