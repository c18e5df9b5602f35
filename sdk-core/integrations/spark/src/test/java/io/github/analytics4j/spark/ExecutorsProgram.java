package io.github.analytics4j.spark;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;

/**
 * Reads with executors that are processes of their own, which get the jar by {@code spark.jars} and the key by their environment;
 * then with executors that have no key. Names no class of the jar.
 */
final class ExecutorsProgram {
    private static final String KEY = "ANALYTICS4J_TEST_KEY";

    private ExecutorsProgram() {}

    /** Arguments: the address of the API, the agents, a folder, the jar. */
    public static void main(String[] arguments) throws Exception {
        Set<String> executors = new ConcurrentSkipListSet<>();
        SparkSession spark = spark(arguments, Map.of());
        spark.sparkContext().addSparkListener(new SparkListener() {
            @Override
            public void onTaskEnd(SparkListenerTaskEnd end) {
                executors.add(end.taskInfo().executorId());
            }
        });
        System.out.println("rows " + rows(spark, arguments));
        spark.sparkContext().listenerBus().waitUntilEmpty();
        System.out.println("executors " + executors);
        spark.stop();

        spark = spark(arguments, Map.of("spark.executorEnv." + KEY, ""));
        try {
            System.out.println("without a key, rows " + rows(spark, arguments));
        } catch (Exception e) {
            System.out.println("without a key: " + e);
        } finally {
            spark.stop();
        }
    }

    private static long rows(SparkSession spark, String[] arguments) {
        return spark.read()
                .format("analytics4j")
                .option("table", "synthflow.calls")
                .option("baseUrl", arguments[0])
                .option("agents", arguments[1])
                .option("partitionRows", "100")
                .option("keyVariable", KEY)
                .load()
                .selectExpr("call_id")
                .distinct()
                .collectAsList()
                .size();
    }

    private static SparkSession spark(String[] arguments, Map<String, String> more) {
        SparkSession.Builder builder = SparkSession.builder()
                .master("local-cluster[2,1,600]")
                .appName("executors")
                .config("spark.jars", arguments[3])
                .config("spark.executor.memory", "500m")
                .config("spark.task.maxFailures", "1")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.sql.warehouse.dir", arguments[2]);
        more.forEach(builder::config);
        return builder.getOrCreate();
    }
}
