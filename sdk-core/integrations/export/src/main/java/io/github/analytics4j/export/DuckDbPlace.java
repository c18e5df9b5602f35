package io.github.analytics4j.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** As many links in a row as Linux follows. */
    private static final int MOST_LINKS = 40;

    /** Lets time go by. */
    interface Pause {
        void of(Duration length) throws InterruptedException;
    }

    private final Path file;
    private final Pause pause;

    DuckDbPlace(Path file, Pause pause) {
        this.file = followed(file);
        this.pause = pause;
    }

    /** A link stays one: what it leads to is locked, written and replaced, by whatever name it is called. */
    private static Path followed(Path named) {
        try {
            Path file = named;
            for (int links = 0; Files.isSymbolicLink(file) && links < MOST_LINKS; links++) {
                file = file.resolveSibling(Files.readSymbolicLink(file));
            }
            Path folder = file.getParent();
            return folder == null ? file : folder.toRealPath().resolve(file.getFileName());
        } catch (IOException e) {
            return named; // its folder is yet to be made
        }
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
        try (DuckDbFile shared = DuckDbFile.of(file, true);
                DuckDbFile.Opened opened = open(shared)) {
            return work.with(opened.connection);
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
        return new Session(table, FileGuard.take(beside().resolve(table + ".lock")), false);
    }

    @Override
    public Lock lockToRead(String table) throws IOException {
        return new Session(table, FileGuard.takeIfThere(beside().resolve(table + ".lock")), true);
    }

    /** Only one run at a time writes to the file or puts another one in its place, whatever table it works on. */
    private FileGuard writing() throws IOException {
        for (int tries = 1; ; tries++) {
            FileGuard guard = FileGuard.take(beside().resolve("file.writing"));
            if (guard != null) {
                return guard;
            }
            if (tries >= MOST_TRIES) {
                throw new SyncBusyException("another run writes to " + file + " and does not end: look after it");
            }
            pause();
        }
    }

    /**
     * Makes the file where there is none. Under its own name it would be half a file, which nobody can open, where the disk is full or
     * the process is killed meanwhile.
     */
    @SuppressWarnings("try") // the guard is held, and the file only made
    private void make() throws IOException {
        if (Files.exists(file)) {
            return;
        }
        try (FileGuard writing = writing()) {
            if (!Files.exists(file)) {
                Path fresh = fresh();
                try (DuckDbFile made = DuckDbFile.of(fresh, false);
                        DuckDbFile.Opened opened = made.open()) {
                    // which is all that it needs
                } catch (SQLException e) {
                    Files.deleteIfExists(fresh);
                    throw failed(e);
                }
                takeOver(fresh);
            }
        }
    }

    /** The name of a file that is yet to be made, without what an earlier run that was killed has left there. */
    private Path fresh() throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.deleteIfExists(fresh.resolveSibling(fresh.getFileName() + ".wal"));
        return fresh;
    }

    private void takeOver(Path fresh) throws IOException {
        Disk.sync(fresh);
        Disk.move(fresh, file);
        Disk.syncFolder(file.getParent());
    }

    @Override
    public String toString() {
        return file.toString();
    }

    private DuckDbFile.Opened open(DuckDbFile shared) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                return shared.open();
            } catch (SQLException e) {
                if (tries >= MOST_TRIES || !DuckDbFile.isHeld(e)) {
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
        String held = DuckDbFile.isHeld(e)
                ? "another program has it open; close that, for while it has it nobody can write: "
                : "";
        return new IOException(file + ": " + held + SqlDialect.said(e), SqlDialect.stripped(e));
    }

    /** A lock on the file beside. */
    private final class Session implements Lock {
        private final String table;
        private final FileGuard guard;
        private final boolean reads;
        private final DuckDbFile shared;
        private @Nullable Path work;

        /** Begins a session; refuses a guard that is null, for another run has it. */
        Session(String table, @Nullable FileGuard guard, boolean reads) throws SyncBusyException {
            if (guard == null) {
                throw SyncBusyException.at(table + " in " + file);
            }
            this.table = table;
            this.guard = guard;
            this.reads = reads;
            this.shared = DuckDbFile.of(file, reads);
        }

        @Override
        public <T> @Nullable T read(Work<T> work) throws IOException {
            if (!reads) {
                make();
            }
            try (DuckDbFile.Opened opened = open(shared)) {
                return work.with(opened.connection);
            } catch (SQLException e) {
                throw failed(e);
            }
        }

        @Override
        public void stream(Work<?> work) throws IOException {
            read(work);
        }

        @Override
        @SuppressWarnings("try") // the guard is held, not used
        public <T> @Nullable T write(Work<T> work) throws IOException {
            make();
            try (FileGuard writing = writing();
                    DuckDbFile.Opened opened = open(shared)) {
                Connection connection = opened.connection;
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
        @SuppressWarnings("try") // the guard is held, not used
        public void compact(String any) throws IOException {
            try (FileGuard writing = writing()) {
                moveRows();
            }
        }

        private void moveRows() throws IOException {
            Path fresh = fresh();
            try (DuckDbFile.Opened opened = open(shared)) {
                Connection connection = opened.connection;
                SqlDialect.execute(
                        connection,
                        "attach " + SqlDialect.text(fresh.toString()) + " as fresh (storage_version '" + DuckDb.STORAGE
                                + "')");
                try {
                    SqlDialect.execute(
                            connection,
                            "copy from database " + SqlDialect.quoted(connection.getCatalog()) + " to fresh");
                } finally {
                    SqlDialect.execute(connection, "detach fresh");
                }
            } catch (SQLException e) {
                Files.deleteIfExists(fresh);
                throw failed(e);
            }
            takeOver(fresh);
        }

        @Override
        public Path work() throws IOException {
            Path made = reads
                    ? WorkFolder.toRead(file + " " + table, guard)
                    : WorkFolder.empty(beside().resolve(table + ".work"));
            work = made;
            return made;
        }

        @Override
        public void close() throws IOException {
            Path made = work;
            try {
                if (made != null) {
                    WorkFolder.remove(made);
                }
            } finally {
                free();
            }
        }

        private void free() throws IOException {
            try {
                shared.close();
            } catch (SQLException e) {
                throw failed(e);
            } finally {
                guard.close();
            }
        }
    }
}
