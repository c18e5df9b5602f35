package io.github.analytics4j.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second run away from a checkpoint or ticket, as long as this one lives. */
final class RunLock implements AutoCloseable {
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
        Path file = absolute.resolveSibling("." + absolute.getFileName() + ".lock");
        try {
            return take(file, option, guarded);
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.FAILED, option + " " + guarded + " cannot be used: " + OutputFile.why(e), e);
        }
    }

    private static RunLock take(Path file, String option, Path guarded) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!lock(channel)) {
            channel.close();
            throw new CommandException(
                    ExitCode.BUSY, "another run with " + option + " " + guarded + " is at work: let it end first");
        }
        if (!Files.exists(file)) { // the other run ended, and removed it, between the two lines above
            channel.close();
            return take(file, option, guarded);
        }
        return new RunLock(file, channel);
    }

    /** Locks a file until its channel is closed; false if another run has it, be it in this process. */
    static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            channel.close();
        } catch (IOException e) {
            // the next run takes it over
        }
    }
}
