package io.github.analytics4j.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file to be written, those beside it that hold what was written so far and the lock, and what its failures mean. */
final class OutputFile {
    /** As many links in a row as Linux follows. */
    private static final int MOST_LINKS = 40;

    private final Path shown;
    private final Path file;
    private final Path part;
    private @Nullable RunLock lock;

    private OutputFile(Path shown, Path file) {
        this.shown = shown;
        this.file = file;
        this.part = file.resolveSibling("." + file.getFileName() + ".analytics4j-part");
    }

    /** Refuses what can be no file of ours, before anything is sent. */
    static OutputFile at(Path shown) {
        Path file = shown.toAbsolutePath();
        if (Files.isDirectory(file) || file.getFileName() == null) {
            throw new CommandException(ExitCode.FAILED, shown + " is a folder: give --out the name of a file");
        }
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CommandException(ExitCode.FAILED, "the folder of " + shown + " is not there: make it first");
        }
        if (isDescriptor(file)) {
            if (Files.isRegularFile(file)) {
                throw CommandException.wrong(shown + " stands for a file that is open already: give " + OptionNames.OUT
                        + " that file's own name");
            }
            return new OutputFile(shown, file); // a pipe of the shell's has no name of its own
        }
        try {
            Path led = followed(file);
            if (!Files.isDirectory(led.resolveSibling("."))) {
                throw new CommandException(
                        ExitCode.FAILED, shown + " is a link to " + led + ", whose folder is not there: make it first");
            }
            return new OutputFile(shown, led);
        } catch (IOException e) {
            throw new CommandException(ExitCode.FAILED, shown + " cannot be written: " + why(e), e);
        }
    }

    /** The file that a link leads to, be it yet to be made: the link stays one when the file is replaced. */
    static Path followed(Path named) throws IOException {
        Path file = named;
        for (int links = 0; Files.isSymbolicLink(file) && links < MOST_LINKS; links++) {
            file = file.resolveSibling(Files.readSymbolicLink(file));
        }
        return Files.exists(file) ? file.toRealPath() : file;
    }

    /** The folder that a file is in, whatever links lead there. */
    static Path realFolder(Path file) throws IOException {
        return file.toAbsolutePath().resolveSibling("").toRealPath();
    }

    /** Whether it names something that is open already: a file put in its place would reach nobody. */
    private static boolean isDescriptor(Path file) {
        String path = file.normalize().toString();
        return path.matches("/dev/(stdin|stdout|stderr|fd/.*)|/proc/[^/]+/fd/.*");
    }

    /** The file that the process's stdout is redirected to, where the system tells it; else an empty text. */
    static String redirected(OutputStream stdout) {
        String file = stdout instanceof FileOutputStream ? Terminal.stream(1) : null;
        return file != null && Files.isRegularFile(Path.of(file)) ? file : "";
    }

    /** Refuses a file that could not be written, before anything is sent. */
    void checkWritable() {
        Path looked = Files.exists(file) ? file : file.getParent();
        try {
            if (looked != null) {
                requireWritable(looked);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Fails as the system does, since a disk that is read only is no matter of rights. */
    private static void requireWritable(Path path) throws IOException {
        path.getFileSystem().provider().checkAccess(path, AccessMode.WRITE);
    }

    /** Refuses what a whole file cannot take the place of, before anything is sent. */
    void checkPlain() {
        if (!isPlain()) {
            throw CommandException.wrong(OptionNames.OUT + " needs a regular file for a report; " + shown
                    + " is a device, a pipe or a socket");
        }
    }

    /** Whether it is a file or can become one; a device and a named pipe can only be written directly. */
    boolean isPlain() {
        return !Files.exists(file) || Files.isRegularFile(file);
    }

    /** Whether a part of that length or more is there. */
    boolean hasPart(long length) {
        try {
            return Files.size(part) >= length;
        } catch (IOException e) {
            return false;
        }
    }

    FileOutputStream open() {
        try {
            return new FileOutputStream(file.toFile());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Opens the part behind the bytes to be kept, for this run alone. */
    FileOutputStream openPart(long kept) {
        try {
            if (Files.exists(file)) {
                requireWritable(file);
            }
            lock = RunLock.take(file);
            if (lock == null) {
                throw new CommandException(
                        ExitCode.BUSY, "another run is writing " + shown + ": let it end, or choose another --out");
            }
            return locked(kept);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private FileOutputStream locked(long kept) throws IOException {
        FileOutputStream out = null;
        boolean opened = false;
        try {
            out = new FileOutputStream(part.toFile(), true);
            out.getChannel().truncate(kept);
            copyPermissions();
            opened = true;
            return out;
        } finally {
            if (!opened) {
                close(out);
            }
        }
    }

    /** Gives the new file the permissions of the one that it replaces, so that nobody else can read it. */
    private void copyPermissions() throws IOException {
        if (Files.exists(file) && Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(file));
        }
    }

    void move(FileOutputStream out) {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed(e);
        } finally {
            close(out);
        }
    }

    void discard(FileOutputStream out) {
        try {
            Files.deleteIfExists(part); // before the lock goes
        } catch (IOException e) {
            // the next run takes it over
        } finally {
            close(out);
        }
    }

    /** Lets go of the file: closes what was opened, and leaves it to other runs. */
    @SuppressWarnings("try") // closed, not used
    void close(@Nullable FileOutputStream out) {
        try (RunLock left = lock;
                FileOutputStream over = out) {
            lock = null;
        } catch (IOException e) {
            // all that counts was synced before
        }
    }

    CommandException failed(IOException failure) {
        return new CommandException(ExitCode.FAILED, shown + " cannot be written: " + why(failure), failure);
    }

    /** The reason in a few words, and what to do. */
    static String why(IOException failure) {
        if (failure instanceof CharacterCodingException) {
            return "it is not in UTF-8; convert it first, as iconv does";
        }
        String message = failure instanceof FileSystemException named && named.getReason() != null
                ? named.getReason()
                : String.valueOf(failure.getMessage());
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("no space") || lower.contains("not enough space") || lower.contains("quota")) {
            return "the disk is full (" + message + "); make room and run again";
        } else if (failure instanceof AccessDeniedException || lower.contains("permission denied")) {
            return "you have no right to (permission denied); choose another place or change its rights";
        } else if (lower.contains("name too long")) { // with what is added to it while it is written
            return "its name is too long; choose a shorter one";
        } else if (failure instanceof NoSuchFileException) {
            return "it is not there";
        }
        return message.equals("null") ? failure.getClass().getSimpleName() : message;
    }
}
