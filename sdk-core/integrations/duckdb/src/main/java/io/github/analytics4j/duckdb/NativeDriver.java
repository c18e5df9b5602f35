package io.github.analytics4j.duckdb;

import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** Opens databases; the driver unpacks its native code when the first one is opened. */
final class NativeDriver {
    private NativeDriver() {}

    /**
     * Opens a database.
     *
     * @param file empty for one in memory
     * @throws SQLException if it cannot be opened, or if the driver's code cannot be loaded, which the JVM tells as an error
     */
    static DuckDBConnection connect(String file, Properties properties) throws SQLException {
        try {
            return (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:" + file, properties);
        } catch (LinkageError e) {
            throw new SQLException(
                    "the native code of DuckDB's driver, of some 80 MB, cannot be put into the folder of temporary files, "
                            + System.getProperty("java.io.tmpdir") + ", and be run from there (" + first(e).getMessage()
                            + "): make room in it, or name another folder, whose file system has no noexec, by"
                            + " -Djava.io.tmpdir=FOLDER, for the command in ANALYTICS4J_OPTS",
                    e);
        }
    }

    private static Throwable first(Throwable failure) {
        Throwable first = failure;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return first;
    }
}
