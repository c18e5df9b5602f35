package io.github.analytics4j.export;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * A file of DuckDB's that is opened for a moment at a time, many times in a run. An engine takes longer to start than a day to write,
 * so that one engine attaches the file each time; all of this process that have the file open share it.
 */
final class DuckDbFile implements AutoCloseable {
    private static final String NAME = "place";

    /** Those that somebody holds. */
    private static final Map<Mode, DuckDbFile> HELD = new HashMap<>();

    /**
     * A file, and whether it is only read: an engine attaches it in one way.
     *
     * @param file absolute
     * @param reads whether nothing is changed
     */
    private record Mode(Path file, boolean reads) {}

    private final Mode mode;
    private int holders;
    private @Nullable Connection engine;
    private int connections;

    private DuckDbFile(Mode mode) {
        this.mode = mode;
    }

    /** The file, which is not opened yet; to be closed by its caller. */
    static DuckDbFile of(Path file, boolean reads) {
        Mode mode = new Mode(file.toAbsolutePath().normalize(), reads);
        synchronized (HELD) {
            DuckDbFile shared = HELD.computeIfAbsent(mode, DuckDbFile::new);
            shared.holders++;
            return shared;
        }
    }

    /** Opens the file; it is made where there is none and something may be changed. */
    Opened open() throws SQLException {
        return new Opened(connect());
    }

    private synchronized Connection connect() throws SQLException {
        Connection running = engine;
        if (running == null) {
            running = DuckDb.memory(mode.file() + ".tmp");
            engine = running;
        }
        if (connections == 0) {
            attach(running);
        }
        connections++;
        try {
            Connection made = running.unwrap(DuckDBConnection.class).duplicate();
            SqlDialect.execute(made, "use " + NAME);
            return made;
        } catch (SQLException e) {
            left();
            throw e;
        }
    }

    private void attach(Connection running) throws SQLException {
        String how = mode.reads() ? " (read_only)" : "";
        try {
            SqlDialect.execute(running, "attach " + SqlDialect.text(mode.file().toString()) + " as " + NAME + how);
        } catch (SQLException e) {
            if (!isHeld(e)) {
                stop(); // an engine in which something went badly wrong opens nothing any more
            }
            throw e;
        }
    }

    /** Whether another process, or another connection of this one, has the file open: it may be tried again. */
    static boolean isHeld(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("Could not set lock") || message.contains("already attached");
    }

    /** With the last connection the file is free for other processes. */
    private synchronized void left() throws SQLException {
        connections--;
        Connection running = engine;
        if (connections > 0 || running == null) {
            return;
        }
        try {
            SqlDialect.execute(running, "detach " + NAME);
        } catch (SQLException e) {
            stop(); // which lets go of the file whatever happened to it
            throw e;
        }
    }

    private synchronized void stop() throws SQLException {
        Connection running = engine;
        engine = null;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public void close() throws SQLException {
        synchronized (HELD) {
            holders--;
            if (holders > 0) {
                return;
            }
            HELD.remove(mode);
        }
        stop();
    }

    /** The file for a moment. */
    final class Opened implements AutoCloseable {
        final Connection connection;

        private Opened(Connection connection) {
            this.connection = connection;
        }

        /** Gives the file back; takes back what was not committed. */
        @Override
        public void close() throws SQLException {
            try (Connection done = connection) {
                if (!done.getAutoCommit()) {
                    done.rollback();
                }
            } finally {
                left();
            }
        }
    }
}
