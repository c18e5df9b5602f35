package io.github.analytics4j.spark;

import io.github.analytics4j.testkit.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The Spark session that all tests of a JVM share, since one takes seconds to start, and reads of sandboxes through it. */
final class LocalSpark {
    /** The variable of the build that holds the sandboxes' key. */
    static final String KEY_VARIABLE = "ANALYTICS4J_TEST_KEY";

    /** The credential provider that the session knows; Hadoop decodes its path twice. */
    static final String SECRETS = "localjceks://file"
            + Path.of("target", "keys.jceks").toUri().getRawPath().replace("%", "%25");

    private static final SparkSession SESSION = start();

    private LocalSpark() {}

    private static SparkSession start() {
        return SparkSession.builder()
                .master("local[2]")
                .appName("analytics4j")
                .config("spark.ui.port", "0")
                .config("spark.ui.showConsoleProgress", "false")
                .config("spark.eventLog.enabled", "true")
                .config("spark.eventLog.compress", "false")
                .config("spark.eventLog.dir", folder("events").toUri().toString())
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.warehouse.dir", folder("warehouse").toUri().toString())
                .config("spark.hadoop.hadoop.security.credential.provider.path", SECRETS)
                .getOrCreate();
    }

    /** A folder of the build's, empty at the start. */
    static Path folder(String name) {
        try {
            Path folder = Path.of("target", name).toAbsolutePath();
            if (Files.exists(folder)) {
                try (Stream<Path> old = Files.walk(folder)) {
                    for (Path each : old.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(each);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SparkSession session() {
        return SESSION;
    }

    /** The key that sandboxes are started with and executors find. */
    static String key() {
        String key = System.getenv(KEY_VARIABLE);
        if (key == null) {
            throw new IllegalStateException("the build sets " + KEY_VARIABLE);
        }
        return key;
    }

    /** A sandbox in the making whose four APIs have that key. */
    static Sandbox.Builder sandbox() {
        String key = key();
        return Sandbox.builder()
                .key("synthflow", key)
                .key("synaptiq", key)
                .key("voisnap", key)
                .key("callops", key);
    }

    /** A read of a table of the sandbox. */
    static DataFrameReader read(Sandbox sandbox, String table) {
        return SESSION.read()
                .format("analytics4j")
                .option("table", table)
                .option("baseUrl", baseUrl(sandbox, table))
                .option("keyVariable", KEY_VARIABLE);
    }

    static String baseUrl(Sandbox sandbox, String table) {
        return switch (table.split("[._]", 2)[0]) {
            case "synthflow" -> sandbox.synthflow().baseUrl().toString();
            case "synaptiq" -> sandbox.synaptiq().baseUrl().toString();
            case "voisnap" -> sandbox.voisnap().baseUrl().toString();
            default -> sandbox.callops().baseUrl().toString();
        };
    }

    /** The physical plan, as {@code EXPLAIN} shows it. */
    static String plan(Dataset<Row> rows) {
        return rows.queryExecution().executedPlan().toString();
    }

    static List<String> texts(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(row -> row.getString(0)).toList();
    }
}
