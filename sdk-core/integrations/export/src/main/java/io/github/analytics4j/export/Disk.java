package io.github.analytics4j.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files that are there as a whole or not at all, also after a crash. */
final class Disk {
    private static final int BUFFER = 1 << 16;

    /** Matches what a system or a database says of a full disk, unless it is said what to do. */
    private static final Pattern FULL =
            Pattern.compile("(?is)(no space left|not enough space|quota exceeded)(?!.*make room)");

    private Disk() {}

    /** Writes a text and names it when it is on the disk. */
    static void write(Path file, String text) throws IOException {
        Path temp = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(temp, text, StandardCharsets.UTF_8);
        sync(temp);
        move(temp, file);
        syncFolder(file.getParent());
    }

    /** Puts a failure into words: an exception of files has a file's name as its message and no more. */
    static String why(IOException failure) {
        if (!(failure instanceof FileSystemException named)) {
            String message = failure.getMessage();
            return message == null ? "the place cannot be read or written" : withRoom(message);
        }
        String reason = named.getReason();
        String what = named instanceof AccessDeniedException
                ? "there is no right to read or write it (permission denied): change its rights or take another place"
                : named instanceof NoSuchFileException
                        ? "it is not there"
                        : named instanceof FileAlreadyExistsException
                                ? inTheWay(Path.of(named.getFile()))
                                : named instanceof FileSystemLoopException
                                        ? "it is a link to a folder that it lies in: remove it"
                                        : named instanceof NotDirectoryException ? "it is no folder" : reason;
        return named.getFile() + ": " + (what == null ? "it cannot be read or written" : withRoom(what));
    }

    /** Says what to do where a disk is full, of which the system has words alone. */
    private static String withRoom(String words) {
        return FULL.matcher(words).find() ? words + "; make room and run again" : words;
    }

    private static String inTheWay(Path file) {
        return Files.isSymbolicLink(file)
                ? "it is a link that leads to no folder: mount the disk or make the folder that it leads to"
                : "it is there already, and no folder: move it away or take another place";
    }

    /** Waits until a file's bytes are on the disk. */
    static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Waits until the names in a folder are on the disk; some systems have no way to ask for that. */
    static void syncFolder(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folder; there, a rename is written through
        }
    }

    /**
     * Gives a file its name, in the place of an older one. Where that is on another file system, as below a link or a mount, its bytes
     * go there first, under a name that readers pass over; this can be done again from any point on.
     */
    static void move(Path from, Path to) throws IOException {
        try {
            rename(from, to);
        } catch (AtomicMoveNotSupportedException e) {
            Path beside = to.resolveSibling("." + to.getFileName() + ".new");
            Files.copy(from, beside, StandardCopyOption.REPLACE_EXISTING);
            sync(beside);
            renameOnly(beside, to);
            syncFolder(to.getParent()); // or one disk could forget the name, and the other one the bytes
            Files.delete(from);
        }
    }

    private static void renameOnly(Path from, Path to) throws IOException {
        try {
            rename(from, to);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException(to + " cannot be replaced at once: this file system renames no file over another", e);
        }
    }

    private static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * When a file was written or put where it is, the later of the two: a copy that is restored with the times it had is as old as it
     * says, but for the time of its entry, which nobody can set and some systems do not tell.
     */
    static FileTime touched(Path file) throws IOException {
        FileTime written = Files.getLastModifiedTime(file);
        try {
            FileTime placed = (FileTime) Files.getAttribute(file, "unix:ctime");
            return placed.compareTo(written) > 0 ? placed : written;
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return written;
        }
    }

    static String sha256(Path file) throws IOException {
        MessageDigest digest = JsonText.digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Deletes all that is in a folder, and leaves the folder. */
    static void empty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (Path each : below(folder).sorted(Comparator.reverseOrder()).toList()) {
            try {
                Files.deleteIfExists(each);
            } catch (DirectoryNotEmptyException e) {
                // another process, which lost its lock, writes here; what it leaves goes the next time
            }
        }
    }

    /** The files below a folder, also where a link leads: who has little room keeps a year or all of them on another disk. */
    static List<Path> files(Path folder) throws IOException {
        return inside(folder, Files::isRegularFile);
    }

    /** The folders below a folder, links to folders among them. */
    static List<Path> folders(Path folder) throws IOException {
        return inside(folder, Files::isDirectory);
    }

    private static List<Path> inside(Path folder, Predicate<Path> kind) throws IOException {
        return Files.isDirectory(folder)
                ? below(folder, FileVisitOption.FOLLOW_LINKS).filter(kind).toList()
                : List.of();
    }

    private static Stream<Path> below(Path folder, FileVisitOption... how) throws IOException {
        try (Stream<Path> all = Files.walk(folder, how)) {
            return all.filter(each -> !each.equals(folder)).toList().stream();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                return below(folder, how); // gone meanwhile: look again
            }
            throw e.getCause();
        }
    }
}
