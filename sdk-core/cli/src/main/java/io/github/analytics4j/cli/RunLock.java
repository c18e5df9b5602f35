package io.github.analytics4j.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second run away from a file, as long as this one lives: a file beside it is there and locked. Its holder deletes it before it
 * lets the lock go, so that the lock of another run can fall on a file that is gone, or in whose place there is a new one.
 */
final class RunLock implements AutoCloseable {
    /** How often a lock is tried that fell on a file that is gone; once is likely, ten times not. */
    private static final int TRIES = 10;

    /**
     * The locks that this process holds. An operating system frees all locks of a process on a file as soon as the process closes that
     * file anywhere, so that a file which is locked here is not opened again.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private RunLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock that belongs to a file.
     *
     * @param option the option that names the file
     * @throws CommandException with {@link ExitCode#BUSY} if another run has it
     */
    static RunLock of(String option, Path guarded) {
        Path absolute = guarded.toAbsolutePath();
        if (absolute.getFileName() == null || Files.isDirectory(absolute)) {
            throw CommandException.wrong(option + " takes the name of a file, was \"" + guarded + "\"");
        }
        if (Files.exists(absolute) && !Files.isRegularFile(absolute)) {
            throw CommandException.wrong(
                    option + " needs a regular file, and " + guarded + " is a device, a pipe or a socket");
        }
        if (!Files.isDirectory(absolute.resolveSibling("."))) {
            throw new CommandException(
                    ExitCode.FAILED, "the folder of " + option + " " + guarded + " is not there: make it first");
        }
        try {
            RunLock taken = take(absolute);
            if (taken != null) {
                return taken;
            }
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.FAILED, option + " " + guarded + " cannot be used: " + OutputFile.why(e), e);
        }
        throw new CommandException(
                ExitCode.BUSY, "another run with " + option + " " + guarded + " is at work: let it end first");
    }

    /** Takes the lock that belongs to a file in a folder that is there; null if another run has it, be it in this process. */
    static @Nullable RunLock take(Path guarded) throws IOException {
        Path file = OutputFile.realFolder(guarded).resolve("." + guarded.getFileName() + ".lock");
        if (Thread.currentThread()
                .isInterrupted()) { // which closes each channel, and would leave the lock's file there
            throw new ClosedByInterruptException();
        }
        if (!HELD.add(file)) {
            return null;
        }
        FileChannel channel = null;
        try {
            channel = locked(file);
            return channel == null ? null : new RunLock(file, channel);
        } finally {
            if (channel == null) {
                HELD.remove(file);
            }
        }
    }

    private static @Nullable FileChannel locked(Path file) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            FileChannel channel = FileChannel.open(
                    file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
            boolean kept = false;
            try {
                if (channel.tryLock() == null) {
                    return null;
                }
                kept = isAt(channel, file);
                if (kept) {
                    return channel;
                }
            } catch (OverlappingFileLockException e) {
                return null; // locked by code of another class loader
            } finally {
                if (!kept) {
                    channel.close();
                }
            }
        }
        return null;
    }

    /**
     * Whether the channel's file is still the one at the path. Java tells no channel's inode, and opening the path would drop the lock:
     * so the file is given an unlikely length through the channel, and the path is asked for its length.
     */
    private static boolean isAt(FileChannel channel, Path file) throws IOException {
        long unlikely = 1 + (UUID.randomUUID().getLeastSignificantBits() & 0xfffff);
        channel.write(ByteBuffer.allocate(1), unlikely - 1);
        try {
            return Files.size(file) == unlikely;
        } catch (NoSuchFileException e) {
            return false;
        } finally {
            channel.truncate(0);
        }
    }

    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(file); // before the lock goes
        } catch (IOException e) {
            // the next run takes it over
        } finally {
            HELD.remove(file);
        }
    }
}
