package io.github.analytics4j.export;

import io.github.analytics4j.catalog.StoreLimits;
import io.github.analytics4j.error.InvalidRequestException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/** Knows what is special to DuckDB: how it is opened, its types, and how many rows get into it. Loaded only where its driver is there. */
final class DuckDb {
    /** The oldest form of files that has all that is stored: programs with an older DuckDB can read them. */
    static final String STORAGE = "v1.2.0";

    private static final String MEMORY = "jdbc:duckdb:";

    private static @Nullable Connection memory;

    private DuckDb() {}

    /**
     * Checks that the driver is there.
     *
     * @param what needs it: {@code Parquet}
     * @param instead what does not
     * @throws InvalidRequestException if it is not; the message says what to add
     */
    static void require(String what, String instead) {
        try {
            Class.forName("org.duckdb.DuckDBDriver", false, DuckDb.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new InvalidRequestException(
                    what,
                    List.of("needs DuckDB's driver, which is not there: put org.duckdb:duckdb_jdbc (80 MB) on the class"
                            + " path, or take " + instead));
        }
    }

    /**
     * A connection to the one database in memory that this process has: to open one takes longer than to write a day. It spills
     * to a folder of its owner's; DuckDB would take the working directory, which others can read and we may not be able to write.
     */
    static synchronized Connection memory() throws SQLException, IOException {
        Connection known = memory;
        if (known == null || known.isClosed()) {
            known = open(MEMORY); // which loads the driver, and says what keeps it from that
            SqlDialect.execute(
                    known,
                    "set temp_directory = "
                            + SqlDialect.text(WorkFolder.untilExit().toString()));
            memory = known;
        }
        return known.unwrap(DuckDBConnection.class).duplicate();
    }

    /**
     * A database in memory of its own.
     *
     * @param spills the folder for what does not fit into the memory; made where it is needed
     */
    static Connection memory(String spills) throws SQLException {
        Properties options = options();
        options.put("temp_directory", spills);
        return connect(MEMORY, options);
    }

    /** A database by its URL. */
    static Connection open(String url) throws SQLException {
        return connect(url, options());
    }

    /** One thread is enough, and makes the same file of the same rows. */
    private static Properties options() {
        Properties options = new Properties();
        options.put("storage_compatibility_version", STORAGE);
        options.put("threads", "1");
        options.put("jdbc_stream_results", "true");
        options.put("autoinstall_known_extensions", "false");
        return options;
    }

    private static Connection connect(String url, Properties options) throws SQLException {
        Connection connection;
        try {
            connection = new DuckDBDriver().connect(url, options);
        } catch (LinkageError e) {
            throw new SQLException(unloadable(e), e);
        }
        if (connection == null) {
            throw new SQLException("DuckDB's driver does not know " + url);
        }
        return connection;
    }

    /** The driver unpacks its native code at its first use; what keeps it from that comes as an error of the JVM. */
    private static String unloadable(LinkageError failure) {
        Throwable first = failure;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return "the native code of DuckDB's driver, of some 80 MB, cannot be put into the folder of temporary files, "
                + System.getProperty("java.io.tmpdir") + ", and be run from there (" + first.getMessage()
                + "): make room in it, or name another folder, whose file system has no noexec, by"
                + " -Djava.io.tmpdir=FOLDER, for the command in ANALYTICS4J_OPTS";
    }

    /** Appends rows to a table. */
    static void append(Connection database, String catalog, String table, SqlDialect.Records rows)
            throws SQLException, IOException {
        try (DuckDBAppender appender = database.unwrap(DuckDBConnection.class)
                .createAppender(catalog, DuckDBConnection.DEFAULT_SCHEMA, table)) {
            rows.each(record -> {
                try {
                    append(appender, record);
                } catch (SQLException e) {
                    throw SqlDialect.failed("DuckDB refuses a row", e);
                }
            });
        }
    }

    private static void append(DuckDBAppender appender, List<@Nullable Object> record) throws SQLException {
        appender.beginRow();
        for (Object value : record) {
            append(appender, value);
        }
        appender.endRow();
    }

    private static void append(DuckDBAppender appender, @Nullable Object value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else if (value instanceof String text) {
            appender.append(text);
        } else if (value instanceof Long number) {
            appender.append(number.longValue());
        } else if (value instanceof Double number) {
            appender.append(number.doubleValue());
        } else if (value instanceof Boolean truth) {
            appender.append(truth.booleanValue());
        } else if (value instanceof BigDecimal number) {
            appender.append(number.setScale(StoreLimits.SCALE, RoundingMode.UNNECESSARY));
        } else if (value instanceof LocalDate day) {
            appender.append(day);
        } else if (value instanceof Instant time) {
            appender.append(time.atOffset(ZoneOffset.UTC));
        } else {
            throw new SQLException("no column holds a " + value.getClass().getName());
        }
    }

    /**
     * A value of a result set, as a row has it. The driver gives times in the zone of this machine, with a wrong offset where clocks
     * there change; the number that it has them from is right.
     */
    static @Nullable Object value(ResultSet result, int index) throws SQLException {
        Object read = result.getObject(index);
        if (read instanceof OffsetDateTime) {
            return Instant.EPOCH.plus(result.getLong(index), ChronoUnit.MICROS);
        } else if (read instanceof BigDecimal number) {
            return plain(number);
        }
        return read;
    }

    /** Without the zeros that the column's scale adds. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
