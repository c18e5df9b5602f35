package io.github.analytics4j.spark;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.Trigger;

/**
 * Loads the jar for clusters by a class loader of its own, reads a batch and a stream, ends the session, and waits until the
 * loader is collected. Names no class of the jar.
 */
final class LoaderProgram {
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private LoaderProgram() {}

    /** Arguments: the address of the API, the agents, a folder, the jar. */
    public static void main(String[] arguments) throws Exception {
        // Hadoop, Spark and json4s keep the class loader of the first session of a JVM for good
        without(arguments, "first");
        ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
        PhantomReference<ClassLoader> loader = run(arguments, collected);
        without(arguments, "last"); // Spark keeps the code of the last query
        long begun = System.nanoTime();
        do {
            System.gc();
            System.gc(); // soft references of what was used since the first one
            letGo();
            if (collected.remove(1000) == loader) {
                System.out.println("the class loader was collected "
                        + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s after the session");
                return;
            }
        } while (System.nanoTime() - begun < PATIENCE.toNanos());
        System.out.println("the class loader is still there; threads: "
                + Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .sorted()
                        .toList());
        System.exit(1);
    }

    /** A session and a stream without the jar. */
    private static void without(String[] arguments, String checkpoint) throws Exception {
        SparkSession spark = spark(arguments);
        try {
            spark.readStream()
                    .format("rate-micro-batch")
                    .option("rowsPerBatch", "1")
                    .load()
                    .writeStream()
                    .format("noop")
                    .option("checkpointLocation", arguments[2] + "/" + checkpoint)
                    .trigger(Trigger.Once())
                    .start()
                    .awaitTermination();
        } finally {
            end(spark);
        }
    }

    private record Pair(String one, List<String> other) implements Serializable {}

    /** What the JDK keeps of the last records that were compared and of the last objects that were written, it has of these then. */
    private static void letGo() throws IOException {
        Pair pair = new Pair("one", List.of("other"));
        if (!pair.equals(new Pair("one", List.of("other"))) || pair.hashCode() == 0) {
            throw new IllegalStateException("two records of equal values are not equal");
        }
        new ObjectOutputStream(OutputStream.nullOutputStream()).writeObject(pair);
    }

    private static PhantomReference<ClassLoader> run(String[] arguments, ReferenceQueue<ClassLoader> collected)
            throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {Path.of(arguments[3]).toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            read(arguments);
            return new PhantomReference<>(loader, collected);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static SparkSession spark(String[] arguments) {
        return SparkSession.builder()
                .master("local[2]")
                .appName("loader")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.sql.codegen.cache.maxEntries", "1") // the code of the last hundred queries keeps it else
                .config("spark.sql.warehouse.dir", arguments[2])
                .getOrCreate();
    }

    private static void end(SparkSession spark) {
        spark.stop();
        SparkSession.clearActiveSession();
        SparkSession.clearDefaultSession();
    }

    private static void read(String[] arguments) throws Exception {
        SparkSession spark = spark(arguments);
        try {
            DataFrameReader batch = spark.read()
                    .format("analytics4j")
                    .option("table", "synthflow.calls")
                    .option("baseUrl", arguments[0])
                    .option("agents", arguments[1])
                    .option("keyVariable", "ANALYTICS4J_TEST_KEY");
            System.out.println("rows " + batch.load().collectAsList().size());
            AtomicLong streamed = new AtomicLong();
            spark.readStream()
                    .format("analytics4j")
                    .option("table", "synthflow.calls")
                    .option("baseUrl", arguments[0])
                    .option("agents", arguments[1])
                    .option("keyVariable", "ANALYTICS4J_TEST_KEY")
                    .option("settle", "PT0S")
                    .load()
                    .writeStream()
                    .option("checkpointLocation", arguments[2] + "/checkpoint")
                    .trigger(Trigger.AvailableNow())
                    .foreachBatch((Dataset<Row> rows, Long number) -> {
                        streamed.addAndGet(rows.collectAsList().size());
                    })
                    .start()
                    .awaitTermination();
            System.out.println("streamed " + streamed);
        } finally {
            end(spark);
        }
    }
}
