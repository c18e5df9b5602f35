package io.github.analytics4j.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A file that is locked against other processes, and against other runs of this one. An operating system frees all locks of a process
 * on a file as soon as the process closes that file anywhere, so that a file which this process has locked is not opened again.
 */
final class FileGuard implements Closeable {
    private static final Set<Object> HELD = ConcurrentHashMap.newKeySet();

    private final Object key;
    private final @Nullable FileChannel channel;

    private FileGuard(Object key, @Nullable FileChannel channel) {
        this.key = key;
        this.channel = channel;
    }

    /** Locks the file if it is there and may be written to; else nothing is locked, and nothing made. Null if it is locked. */
    static @Nullable FileGuard takeIfThere(Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            try {
                return take(file);
            } catch (FileSystemException e) {
                // who may only read goes without
            }
        }
        return new FileGuard(new Object(), null);
    }

    /** Whether something is locked. */
    boolean locks() {
        return channel != null;
    }

    /** Locks the file, which is made where it is not there; null if it is locked. */
    static @Nullable FileGuard take(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            // of an earlier run
        }
        Object inode = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        Object key = inode == null ? file.toRealPath() : inode;
        if (!HELD.add(key)) {
            return null;
        }
        FileGuard taken = null;
        try {
            taken = opened(key, file);
            return taken;
        } finally {
            if (taken == null) {
                HELD.remove(key);
            }
        }
    }

    private static @Nullable FileGuard opened(Object key, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // locked by code of another class loader
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        return locked ? new FileGuard(key, channel) : null;
    }

    @Override
    public void close() throws IOException {
        try {
            if (channel != null) {
                channel.close(); // and with it the lock
            }
        } finally {
            HELD.remove(key);
        }
    }
}
