package io.github.analytics4j.export;

import io.github.analytics4j.error.InvalidRequestException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL. One connection holds an advisory lock for the length of a run; the server frees it when the connection ends. Where
 * the connection broke meanwhile it is made again, and the lock with it; the generation tells whether another run went on.
 */
final class PostgresPlace implements SqlPlace {
    /** A lock that a query of somebody else's holds on a table is waited for so long, and an answer to a login. */
    private static final int PATIENCE_SECONDS = 60;

    /** A limit in the address is the user's, and stays. */
    private static final String WAIT_FOR_LOCKS = "reset lock_timeout; select set_config(name, '" + PATIENCE_SECONDS
            + "s', false) from pg_catalog.pg_settings where name = 'lock_timeout' and source <> 'client'";

    /** Limits that a role or database has for the short work of other programs; those in the address are the user's, and stay. */
    private static final String NO_LIMITS =
            "select set_config(name, '0', false) from pg_catalog.pg_settings where name in"
                    + " ('statement_timeout', 'transaction_timeout', 'idle_in_transaction_session_timeout',"
                    + " 'idle_session_timeout') and setting <> '0' and source <> 'client'";

    /** A session sets these, whatever the database or the role has set for old or other programs. */
    private static final List<String> SETTINGS = List.of(
            "set client_min_messages = warning",
            "set standard_conforming_strings = on", // a backslash in a text of a statement is one
            "set quote_all_identifiers = off", // types are told as they are called
            // stricter ones fail where anybody else writes to the table; the lock and the generation do without
            "set default_transaction_isolation = 'read committed'",
            WAIT_FOR_LOCKS,
            NO_LIMITS);

    /** The schema of tables that are gone with their connection. */
    private static final String TEMPORARY = "pg_temp_";

    private static final String POOLED =
            "a pooler that gives one connection to several clients in turn, such as PgBouncer in its"
                    + " transaction mode, is before the database, and the lock of a run does not hold there: take the database's own"
                    + " address, or a pool of session mode";

    /** The meanings of PostgreSQL's codes for a sync, where its own words do not say what to do. */
    static final Map<String, String> MEANINGS = Map.of(
            "22P05",
            "the database's encoding has no place for a character of a row, and no column can hold it: keep the rows"
                    + " in a database of encoding UTF8",
            "25006",
            "this server, database or role is read only: take the primary server, which"
                    + " targetServerType=primary in the address finds among several, or a role without"
                    + " default_transaction_read_only",
            "55P03",
            "another session locks a table of the sync, or rows of it, and did not let go while it was waited for: end"
                    + " its transaction, which pg_stat_activity shows, or run later",
            "53300",
            "the server, this database or this role has as many connections as it may have, and a run takes two at a"
                    + " time: end others, which pg_stat_activity shows, or raise the limit",
            "57P03",
            "the server is starting, stopping or recovering: run again once it takes connections",
            "42P05",
            POOLED,
            "26000",
            POOLED);

    private static final String MOMENT = "2s";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** An answer to a statement is waited for so long, where the user says nothing else: merges, indexes and vacuums take less. */
    private static final int LONGEST_STATEMENT_MILLIS = (int) TimeUnit.MINUTES.toMillis(30);

    private static final String SOCKET_TIMEOUT = "socketTimeout";
    private static final Pattern SOCKET_TIMEOUT_IN_URL = Pattern.compile("[?&]" + SOCKET_TIMEOUT + "=");

    private final String url;
    private final Properties properties;
    /** Whether the user says how long an answer is waited for. */
    private final boolean ownSocketTimeout;

    PostgresPlace(String url, Properties own) {
        this.url = url;
        this.properties = new Properties();
        properties.setProperty("ApplicationName", "analytics4j sync");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "30");
        properties.setProperty(SOCKET_TIMEOUT, Integer.toString(PATIENCE_SECONDS)); // to a login
        properties.setProperty("logServerErrorDetail", "false"); // a detail repeats rows
        properties.putAll(own);
        own.stringPropertyNames()
                .forEach(name -> properties.setProperty(name, own.getProperty(name))); // its defaults too
        this.ownSocketTimeout = own.getProperty(SOCKET_TIMEOUT) != null
                || SOCKET_TIMEOUT_IN_URL.matcher(url).find();
        requireDriver();
    }

    private void requireDriver() {
        // it is not asked whether it takes the URL: it would log one that it does not take, with what is secret in it
        try { // to load it: Java looks for drivers once, in a container before those of an application are there
            Class.forName("org.postgresql.Driver", true, PostgresPlace.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new InvalidRequestException(
                    "sink " + this,
                    List.of("needs PostgreSQL's driver, which is not there: put org.postgresql:postgresql (1 MB) on the"
                            + " class path"));
        }
    }

    @Override
    public SqlDialect dialect() {
        return SqlDialect.POSTGRES;
    }

    @Override
    public <T> @Nullable T look(Work<T> work) throws IOException {
        try (Connection connection = connected()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw SqlDialect.failed(toString(), e);
        }
    }

    @Override
    public Lock lock(String table) throws IOException {
        return new Session(table);
    }

    /** A lock needs no rights. */
    @Override
    public Lock lockToRead(String table) throws IOException {
        return new Session(table);
    }

    private Connection connected() throws SQLException, IOException {
        Connection made = DriverManager.getConnection(url, properties);
        try {
            if (!ownSocketTimeout) {
                made.setNetworkTimeout(Runnable::run, LONGEST_STATEMENT_MILLIS);
            }
            for (String each : SETTINGS) {
                SqlDialect.execute(made, each);
            }
            requireSchema(made);
            return made;
        } catch (SQLException | IOException | RuntimeException e) {
            abandon(made);
            throw e;
        }
    }

    private void requireSchema(Connection made) throws SQLException, IOException {
        String schema = made.getSchema();
        if (schema == null) {
            throw new StateException(
                    this + " has no schema to keep tables in: the one that currentSchema in the address, or"
                            + " the role's search_path, names is not there or not for this role. A name with capital"
                            + " letters needs quotes there");
        } else if (schema.startsWith(TEMPORARY)) {
            throw new StateException(
                    this + " would keep the rows in temporary tables, which are gone after the run: pg_temp is the"
                            + " first in the role's search_path or in currentSchema of the address; take it out there");
        }
    }

    /** Closes a connection that failed, whatever it says to that. */
    private static void abandon(Connection failed) {
        try {
            failed.close();
        } catch (SQLException e) {
            // gone all the same
        }
    }

    @Override
    public String toString() {
        return SqlPlace.shown(url);
    }

    /** A connection with a lock. */
    private final class Session implements Lock {
        private final String table;
        private Connection connection;
        /** Connections that read rows while this one writes, and that are not in use. */
        private final Deque<Connection> readers = new ArrayDeque<>();

        Session(String table) throws IOException {
            this.table = table;
            try {
                this.connection = connect(false);
            } catch (SQLException e) {
                throw failed(e);
            }
        }

        /**
         * Connects and locks.
         *
         * @param again whether an earlier connection of this run broke, which the server may not know yet
         */
        private Connection connect(boolean again) throws SQLException, IOException {
            Connection made = connected();
            try {
                if (!locked(made, again)) {
                    throw SyncBusyException.at(table + " in " + PostgresPlace.this);
                }
                return made;
            } catch (SQLException | IOException | RuntimeException e) {
                abandon(made);
                throw e;
            }
        }

        /** The server frees the lock of a process that was killed a moment later. */
        private boolean locked(Connection made, boolean again) throws SQLException {
            if (!again) {
                SqlDialect.execute(made, "set lock_timeout = '" + MOMENT + "'");
            }
            try (PreparedStatement statement = made.prepareStatement("select pg_advisory_lock(?)")) {
                statement.setLong(1, key(made));
                statement.execute();
                return true;
            } catch (SQLException e) {
                if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                    return false;
                }
                throw e;
            } finally {
                SqlDialect.execute(made, WAIT_FOR_LOCKS);
            }
        }

        /** Another table, or the same in another schema, has another lock. */
        private long key(Connection made) throws SQLException {
            String name = "analytics4j " + made.getSchema() + " " + table;
            return ByteBuffer.wrap(JsonText.digest().digest(name.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        }

        private Connection alive() throws IOException {
            try {
                if (!connection.isValid(PATIENCE_SECONDS)) {
                    abandon(connection);
                    connection = connect(true);
                }
                return connection;
            } catch (SQLException e) {
                throw failed(e);
            }
        }

        @Override
        public <T> @Nullable T read(Work<T> work) throws IOException {
            Connection own = alive();
            try {
                return work.with(own);
            } catch (SQLException e) {
                throw failed(e);
            }
        }

        @Override
        public void stream(Work<?> work) throws IOException {
            try {
                Connection own = reader();
                try {
                    work.with(own);
                    own.rollback();
                } catch (SQLException | IOException | RuntimeException e) {
                    abandon(own);
                    throw e;
                }
                readers.push(own);
            } catch (SQLException e) {
                throw failed(e);
            }
        }

        private Connection reader() throws SQLException, IOException {
            Connection idle = readers.poll();
            if (idle != null && idle.isValid(PATIENCE_SECONDS)) {
                return idle;
            } else if (idle != null) {
                abandon(idle);
            }
            Connection made = connected();
            try {
                made.setReadOnly(true);
                made.setAutoCommit(false); // else the driver would fetch all rows at once
                return made;
            } catch (SQLException | RuntimeException e) {
                abandon(made);
                throw e;
            }
        }

        @Override
        public <T> @Nullable T write(Work<T> work) throws IOException {
            Connection own = alive();
            @Nullable T result;
            try {
                own.setAutoCommit(false);
                result = work.with(own);
            } catch (SQLException e) {
                rollBack(own);
                throw SqlDialect.uncommitted(PostgresPlace.this.toString(), e);
            } catch (IOException | RuntimeException e) {
                rollBack(own);
                throw e;
            }
            try {
                own.commit();
                own.setAutoCommit(true);
                return result;
            } catch (SQLException e) {
                rollBack(own);
                throw new UnknownCommitException(PostgresPlace.this.toString(), e);
            }
        }

        private void rollBack(Connection own) {
            try {
                own.rollback();
                own.setAutoCommit(true);
            } catch (SQLException e) {
                // broken, and made again when it is needed
            }
        }

        private IOException failed(SQLException e) {
            return SqlDialect.failed(PostgresPlace.this.toString(), e);
        }

        @Override
        public void compact(String table) throws IOException {
            read(connection -> {
                vacuum(connection, SqlControl.REJECTS);
                vacuum(connection, SqlDialect.quoted(table));
                return null;
            });
        }

        /** Vacuums a table; for a user who does not own it, the database warns and leaves it as it is. */
        private void vacuum(Connection connection, String name) throws IOException {
            String deleted =
                    PostgresPlace.this + ": the rows are deleted, but what they held is still in the server's files";
            try (Statement statement = connection.createStatement()) {
                statement.execute("vacuum (full) " + name);
                if (statement.getWarnings() != null) {
                    throw new IOException(
                            deleted + ", which this role may not clean: let the owner of the table run vacuum"
                                    + " (full) " + name + ", or clean the table behind it where that is a view");
                }
            } catch (SQLException e) {
                throw SqlDialect.failed(
                        deleted + ": purge them again when nobody uses " + name + " any more, or run vacuum (full) "
                                + name,
                        e);
            }
        }

        private Path workFolder() {
            return WorkFolder.named(PostgresPlace.this + " " + table);
        }

        @Override
        public Path work() throws IOException {
            return WorkFolder.empty(workFolder());
        }

        @Override
        public void close() throws IOException {
            try {
                WorkFolder.remove(workFolder());
                if (connection.isValid(PATIENCE_SECONDS)) {
                    SqlDialect.execute(
                            connection, "select pg_advisory_unlock_all()"); // at once, not when the server notices
                }
            } catch (SQLException e) {
                throw failed(e);
            } finally {
                readers.forEach(PostgresPlace::abandon);
                abandon(connection);
            }
        }
    }
}
