package io.github.analytics4j.export;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A file of DuckDB's. While a process has it open to write, no other one can open it, so that it is opened for a moment at a time; a
 * file beside it is locked for the length of a run.
 */
final class DuckDbPlace implements SqlPlace {
    /** Somebody who looks at the file is waited for so long. */
    private static final int MOST_TRIES = 120;

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    /** Lets time go by. */
    interface Pause {
        void of(Duration length) throws InterruptedException;
    }

    private final Path file;
    private final Pause pause;

    DuckDbPlace(Path file, Pause pause) {
        this.file = file;
        this.pause = pause;
    }

    @Override
    public SqlDialect dialect() {
        return SqlDialect.DUCKDB;
    }

    @Override
    public <T> @Nullable T look(Work<T> work) throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        try (Connection connection = open()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** A folder beside the file: locks and spools. */
    private Path beside() {
        return file.resolveSibling(file.getFileName() + ".a4j");
    }

    @Override
    public Lock lock(String table) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.createDirectories(beside());
        FileChannel channel = FileChannel.open(
                beside().resolve(table + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!lock(channel)) {
            channel.close();
            throw new SyncBusyException("another run is at work on " + table + " in " + file + ": let it end first");
        }
        return new Session(table, channel);
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }

    private Connection open() throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                return DuckDb.open("jdbc:duckdb:" + file);
            } catch (SQLException e) {
                if (tries >= MOST_TRIES || !String.valueOf(e.getMessage()).contains("Could not set lock")) {
                    throw failed(e);
                }
                pause();
            }
        }
    }

    private void pause() throws IOException {
        try {
            pause.of(BETWEEN_TRIES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private IOException failed(SQLException e) {
        String held = String.valueOf(e.getMessage()).contains("Could not set lock")
                ? "another program has it open; close that, for while it has it nobody can write: "
                : "";
        return new IOException(file + ": " + held + e.getMessage(), e);
    }

    /** A lock on the file beside. */
    private final class Session implements Lock {
        private final String table;
        private final FileChannel channel;

        Session(String table, FileChannel channel) {
            this.table = table;
            this.channel = channel;
        }

        @Override
        public <T> @Nullable T read(Work<T> work) throws IOException {
            try (Connection connection = open()) {
                return work.with(connection);
            } catch (SQLException e) {
                throw failed(e);
            }
        }

        @Override
        public void stream(Work<?> work) throws IOException {
            read(work);
        }

        @Override
        public <T> @Nullable T write(Work<T> work) throws IOException {
            try (Connection connection = open()) {
                connection.setAutoCommit(false);
                @Nullable T result = work.with(connection);
                connection.commit();
                connection.setAutoCommit(true);
                checkpoint(connection);
                return result;
            } catch (SQLException e) {
                throw failed(e);
            }
        }

        /** Else all of it is in a second file until somebody writes. While rows are read there it cannot be done, nor need be. */
        private void checkpoint(Connection connection) {
            try {
                SqlDialect.execute(connection, "checkpoint");
            } catch (SQLException e) {
                // durable it is
            }
        }

        /** Free blocks keep what was in them: the rows move to a new file. */
        @Override
        public void compact(String any) throws IOException {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            try (Connection connection = open()) {
                SqlDialect.execute(connection, "attach " + SqlDialect.text(fresh.toString()) + " as fresh");
                SqlDialect.execute(
                        connection, "copy from database " + SqlDialect.quoted(connection.getCatalog()) + " to fresh");
                SqlDialect.execute(connection, "detach fresh");
            } catch (SQLException e) {
                Files.deleteIfExists(fresh);
                throw failed(e);
            }
            Disk.sync(fresh);
            Disk.move(fresh, file);
        }

        @Override
        public Path work() throws IOException {
            return WorkFolder.empty(beside().resolve(table + ".work"));
        }

        @Override
        public void close() throws IOException {
            WorkFolder.remove(beside().resolve(table + ".work"));
            channel.close();
        }
    }
}
