package io.github.analytics4j.spark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.Trigger;

/** Copies a log three ways, each of which goes on where an earlier process was halted. */
final class CrashChild {
    /** The targets: files of a stream, a database of a stream, files of a batch. */
    static final List<String> JOBS = List.of("files", "store", "batch");

    private CrashChild() {}

    /** Runs the jobs in a session of its own: folder, number of the first job, steps until it is halted, base URL, agents. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        try (SparkSession session = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.hadoop.fs.file.impl", HaltingFiles.class.getName())
                .config("spark.sql.streaming.checkpointFileManagerClass", checkpointFiles())
                .getOrCreate()) {
            HaltingFiles.LEFT.set(Long.parseLong(args[2]));
            run(session, folder, Integer.parseInt(args[1]), args[3], args[4]);
            System.out.println("STEPS=" + (Long.parseLong(args[2]) - HaltingFiles.LEFT.get()));
        }
    }

    /** Spark's manager of checkpoints that uses a file system as it is configured; it moved in version 4. */
    private static String checkpointFiles() {
        String name = "FileSystemBasedCheckpointFileManager";
        String streaming = "org.apache.spark.sql.execution.streaming.";
        try {
            return Class.forName(streaming + "checkpointing." + name).getName();
        } catch (ClassNotFoundException e) {
            return streaming + name;
        }
    }

    /** Runs all jobs; those that are done do little. */
    static void run(SparkSession session, Path folder, int first, String baseUrl, String agents) throws Exception {
        Map<String, String> options = Map.of(
                "table",
                "synthflow.calls",
                "baseUrl",
                baseUrl,
                "keyVariable",
                LocalSpark.KEY_VARIABLE,
                "agents",
                agents,
                "settle",
                "PT0S",
                "maxRowsPerTrigger",
                "200");
        List<String> jobs = new ArrayList<>(JOBS);
        Collections.rotate(jobs, -first);
        for (String job : jobs) {
            switch (job) {
                case "batch" -> batch(session, options, folder.resolve(job));
                case "files" -> files(session, options, folder);
                default -> store(session, options, folder);
            }
        }
    }

    private static void batch(SparkSession session, Map<String, String> options, Path to) {
        if (Files.notExists(to.resolve("_SUCCESS"))) {
            session.read()
                    .format("analytics4j")
                    .options(options)
                    .option("partitionRows", 300)
                    .load()
                    .write()
                    .mode(SaveMode.Overwrite)
                    .parquet(to.toString());
        }
    }

    private static void files(SparkSession session, Map<String, String> options, Path folder) throws Exception {
        session.readStream()
                .format("analytics4j")
                .options(options)
                .load()
                .writeStream()
                .format("parquet")
                .option("checkpointLocation", folder.resolve("files-checkpoint").toString())
                .trigger(Trigger.AvailableNow())
                .start(folder.resolve("files").toString())
                .awaitTermination();
    }

    private static void store(SparkSession session, Map<String, String> options, Path folder) throws Exception {
        CallStore store = new CallStore(folder.resolve("store"), HaltingFiles::step);
        session.readStream()
                .format("analytics4j")
                .options(options)
                .load()
                .writeStream()
                .option("checkpointLocation", folder.resolve("store-checkpoint").toString())
                .trigger(Trigger.AvailableNow())
                .foreachBatch((Dataset<Row> rows, Long number) -> store.upsert(rows))
                .start()
                .awaitTermination();
    }
}
