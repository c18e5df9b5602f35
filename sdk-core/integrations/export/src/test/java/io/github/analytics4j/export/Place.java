package io.github.analytics4j.export;

import io.github.analytics4j.catalog.ApiSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kinds of sink that a whole engine is tried with, each with what a reader of it sees; another process opens one from its address. */
enum Place {
    JSON_LINES,
    CSV,
    PARQUET,
    POSTGRES,
    DUCKDB;

    /** Marks a test that is run for each place that is a database. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest
    @EnumSource(
            value = Place.class,
            names = {"POSTGRES", "DUCKDB"})
    @interface EachDatabase {}

    /** A sink below a folder, or in a database of its own. */
    final class Made {
        final Sink sink;
        private final Path folder;
        private final String url;

        private Made(String address) {
            this.url = address.startsWith("jdbc:") ? address : null;
            this.folder = url == null ? Path.of(address) : null;
            this.sink = url == null ? FolderSink.of(folder, format()) : JdbcSink.of(url);
        }

        /** The hash of each row by id, as somebody sees them who reads all; an id that is there twice is refused. */
        Map<String, String> hashes() throws Exception {
            Map<String, String> all = new TreeMap<>();
            for (StoredRow row : rows()) {
                if (all.put(row.id(), row.hash()) != null) {
                    throw new AssertionError("id " + row.id() + " is there twice");
                }
            }
            return all;
        }

        /** All rows, by the format alone. */
        List<StoredRow> rows() throws Exception {
            List<StoredRow> rows = new ArrayList<>();
            SinkTable table = SyncTable.of(NO_SESSION, Nights.calls()).stored();
            if (url != null || Place.this == PARQUET) { // as a reader of all units at once
                String from = url != null
                        ? "synthflow_calls"
                        : "read_parquet('" + folder + "/synthflow_calls/data/**/*.parquet', union_by_name = true)";
                String database = url != null ? url : "jdbc:duckdb:";
                for (String row : JdbcSessionTest.query(database, "select _id, _hash from " + from)
                        .split(";")) {
                    if (!row.isEmpty()) {
                        String[] values = row.split("\\|", -1);
                        rows.add(new StoredRow(values[0], null, List.of(), values[1], Samples.SEEN, null));
                    }
                }
                return rows;
            }
            try (Stream<Path> files = Files.walk(folder.resolve("synthflow_calls/data"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    format().read(file, table, rows::add);
                }
            }
            return rows;
        }

        /** Every byte that is on the disk, unzipped, and every cell of the database. */
        String everything(Path folder) throws Exception {
            StringBuilder all = new StringBuilder();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    all.append(file).append('\n').append(text(file)).append('\n');
                }
            }
            if (Place.this == PARQUET) {
                all.append(JdbcSessionTest.query(
                        "jdbc:duckdb:", "select t::text from '" + folder + "/synthflow_calls/data/**/*.parquet' as t"));
            } else if (url != null) {
                for (String table : List.of("synthflow_calls", "_a4j_state", "_a4j_rejects", "_a4j_runs")) {
                    all.append(JdbcSessionTest.query(url, "select t::text from " + table + " as t"))
                            .append('\n');
                }
            }
            return all.toString();
        }

        private static String text(Path file) throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
                return new String(plain.readAllBytes(), StandardCharsets.ISO_8859_1);
            } catch (IOException e) {
                throw new UncheckedIOException(file.toString(), e);
            }
        }
    }

    /** A table is described without asking anybody. */
    private static final ApiSession NO_SESSION = Nights.session("http://127.0.0.1:1/v2", "no-key-at-all");

    private UnitFormat format() {
        return this == CSV ? new CsvFormat() : this == PARQUET ? new ParquetFormat() : new JsonLinesFormat();
    }

    /** The address of a new, empty place below a folder, or of a database of its own. */
    String address(Path folder) {
        try {
            return this == POSTGRES
                    ? PostgresServer.newDatabase()
                    : this == DUCKDB ? "jdbc:duckdb:" + folder.resolve("calls.duckdb") : folder.toString();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address of a new place below a folder, or of a database of its own, with all that is at another one. */
    String copy(String address, Path folder) {
        if (this == POSTGRES) {
            try {
                return PostgresServer.copyOf(address);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        String url = this == DUCKDB ? "jdbc:duckdb:" : "";
        Path from = Path.of(address.substring(url.length()));
        copyFolder(this == DUCKDB ? from.getParent() : from, folder);
        return address(folder);
    }

    /** What is at an address. */
    Made at(String address) {
        return new Made(address);
    }

    /** Copies a folder with all that is in it. */
    static void copyFolder(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                    Files.setLastModifiedTime(target, Files.getLastModifiedTime(each));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
