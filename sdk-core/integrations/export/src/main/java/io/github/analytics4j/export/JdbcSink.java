package io.github.analytics4j.export;

import io.github.analytics4j.error.InvalidRequestException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A database in which each table of the catalogue is a table: PostgreSQL, or a file of DuckDB's. Tables are made and
 * widened from the catalogue. Rows and state change in one transaction, so that a run that is killed changed nothing, and
 * a copy that is restored is whole. A second run at once is refused. The driver is the user's:
 * {@code org.postgresql:postgresql} or {@code org.duckdb:duckdb_jdbc}.
 */
public final class JdbcSink extends Sink {
    private static final String POSTGRES = "jdbc:postgresql:";
    private static final String DUCKDB = "jdbc:duckdb:";

    private final SqlPlace place;

    private JdbcSink(SqlPlace place) {
        this.place = place;
    }

    /**
     * {@return a sink that is a database}
     *
     * @param url {@code jdbc:postgresql://host/database} or {@code jdbc:duckdb:FILE}; what it does not say, the driver
     *     takes from where it always does, save for {@code socketTimeout}: a PostgreSQL that does not answer a statement for
     *     half an hour, or a login for a minute, ends the run, unless that sets other seconds, 0 for no limit
     * @throws InvalidRequestException if it is another database's, or if its driver is not there
     */
    public static JdbcSink of(String url) {
        return of(url, new Properties());
    }

    /**
     * {@return a sink that is a database}
     *
     * @param url {@code jdbc:postgresql://host/database} or {@code jdbc:duckdb:FILE}
     * @param properties for the driver, such as {@code user}, {@code password} and {@code socketTimeout}
     * @throws InvalidRequestException if it is another database's, or if its driver is not there
     */
    public static JdbcSink of(String url, Properties properties) {
        String low = Objects.requireNonNull(url, "url").toLowerCase(Locale.ROOT);
        if (low.startsWith(POSTGRES) && low.matches("[^?]*@.*")) {
            throw new InvalidRequestException(
                    "sink " + SqlPlace.shown(url),
                    List.of("names a user before the host, which PostgreSQL's driver does not know: set the driver's"
                            + " properties user and password"));
        } else if (low.startsWith(POSTGRES)) {
            return new JdbcSink(new PostgresPlace(url, properties));
        } else if (low.startsWith(DUCKDB) && !url.substring(DUCKDB.length()).isBlank()) {
            return duckdb(file(url.substring(DUCKDB.length())));
        }
        throw new InvalidRequestException(
                "sink",
                List.of("must be " + POSTGRES + "//HOST/DATABASE or " + DUCKDB + "FILE; was " + SqlPlace.shown(url)));
    }

    private static Path file(String name) {
        if (name.contains("://") || name.toLowerCase(Locale.ROOT).startsWith(":memory:")) {
            throw new InvalidRequestException(
                    "sink " + DUCKDB + "...",
                    List.of(
                            "must name a file of this machine: one in memory is gone after the run, and one elsewhere is"
                                    + " not written to"));
        }
        return Path.of(name);
    }

    /**
     * {@return a sink that is a file of DuckDB's}
     * It is opened to look at what is stored and to commit, and not while rows are read from the API.
     *
     * @param file made if it is not there
     * @throws InvalidRequestException if the driver is not there
     */
    public static JdbcSink duckdb(Path file) {
        return duckdb(file, length -> Thread.sleep(length.toMillis()));
    }

    static JdbcSink duckdb(Path file, DuckDbPlace.Pause pause) {
        DuckDb.require("sink " + file, "a folder");
        return new JdbcSink(new DuckDbPlace(Objects.requireNonNull(file, "file").toAbsolutePath(), pause));
    }

    @Override
    SinkSession open(SinkTable table, StepListener steps) throws IOException {
        steps.at("1", "lock");
        SqlPlace.Lock lock = place.lock(table.name());
        try {
            JdbcSession session = new JdbcSession(place, lock, table, steps);
            session.makeControl();
            return session;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    @Override
    SinkSession openToRead(SinkTable table) throws IOException {
        return new JdbcSession(place, place.lockToRead(table.name()), table, StepListener.NONE);
    }

    @Override
    @Nullable
    SyncState peek(SinkTable table) throws IOException {
        return place.look(new SqlTable(place.dialect(), table)::state);
    }

    @Override
    public String snippets(String table) {
        return snippets("database", table, "");
    }

    /** The address without user and password. */
    @Override
    public String toString() {
        return place.toString();
    }
}
