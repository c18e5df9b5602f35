package io.github.analytics4j.spark;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What a process of its own does with the jar for clusters: SQL and a read; then the session ends, and with it the clients. */
final class ClusterProgram {
    private ClusterProgram() {}

    /** Arguments: the address of the API, the agents. */
    public static void main(String[] arguments) throws Exception {
        SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .appName("cluster")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.sql.warehouse.dir", arguments[2])
                .getOrCreate();
        System.out.println("spark " + spark.version());
        System.out.println("okhttp "
                + Class.forName("okhttp3.OkHttpClient")
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation());
        spark.sql("create table calls using analytics4j options (table 'synthflow.calls', agents '" + arguments[1]
                + "', baseUrl '" + arguments[0] + "', keyVariable 'ANALYTICS4J_TEST_KEY')");
        List<Row> counted =
                spark.sql("select count(*), count(distinct call_id) from calls").collectAsList();
        System.out.println("rows " + counted.get(0).getLong(0) + " distinct "
                + counted.get(0).getLong(1));
        System.out.println("clients " + JvmClients.ALL.size());
        spark.stop();
        System.out.println("clients after the session " + JvmClients.ALL.size());
        for (Thread each : Thread.getAllStackTraces().keySet()) {
            if (each.getName().startsWith("analytics4j-spark")) {
                each.join(10_000);
                System.out.println("thread " + (each.isAlive() ? "alive" : "ended"));
            }
        }
    }
}
