package io.github.analytics4j.export;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A database that rows are kept in: how it is reached, and how it is kept from two runs at once. */
interface SqlPlace {

    /** Does something with a connection. */
    interface Work<T> {
        @Nullable
        T with(Connection connection) throws SQLException, IOException;
    }

    /** Keeps other runs away from a table until it is closed, or until this process ends. */
    interface Lock extends AutoCloseable {

        /**
         * Does something with a connection that commits each statement by itself.
         *
         * @throws IOException saying what the database said
         */
        <T> @Nullable T read(Work<T> work) throws IOException;

        /** Reads many rows, with a connection of their own, from which they come as they are read. */
        void stream(Work<?> work) throws IOException;

        /**
         * Does something in one transaction, which is durable then.
         *
         * @throws UnknownCommitException if the database may have committed it
         */
        <T> @Nullable T write(Work<T> work) throws IOException;

        /** Gives up the room of deleted rows, so that what they held cannot be read any more. */
        void compact(String table) throws IOException;

        /** Makes the folder for spools, which is this table's alone, and empties it. */
        Path work() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** A commit was sent, and no response came. */
    final class UnknownCommitException extends IOException {
        private static final long serialVersionUID = 1;

        private final boolean broken;

        UnknownCommitException(String place, SQLException why) {
            super(place + ": " + SqlDialect.said(why), SqlDialect.stripped(why));
            this.broken = SqlDialect.isBroken(why);
        }

        /** Puts into words what happened. */
        String what() {
            return broken ? "the connection broke at the commit" : "the commit failed";
        }
    }

    /** The kind of database. */
    SqlDialect dialect();

    /** Does something without a lock; null where there is no database yet. */
    <T> @Nullable T look(Work<T> work) throws IOException;

    /**
     * Locks a table.
     *
     * @throws SyncBusyException if another run has it
     */
    Lock lock(String table) throws IOException;

    /**
     * Locks a table to read it: nothing is made. Who may not lock goes without.
     *
     * @throws SyncBusyException if a run has it
     */
    Lock lockToRead(String table) throws IOException;

    /** An address without what may be secret in it. */
    static String shown(String url) {
        String plain = url.replaceAll("[?;].*", "");
        return plain.replaceAll("//[^/@]*@", "//");
    }
}
