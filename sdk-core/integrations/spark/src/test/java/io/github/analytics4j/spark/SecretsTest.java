package io.github.analytics4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.testkit.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.WriterAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.junit.jupiter.api.Test;

/** Where the key could be seen that the environment holds: nowhere. */
class SecretsTest {
    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    @Test
    void key_isInNoPlanEventLogCheckpointTaskLogOrPage() throws Exception {
        StringWriter log = new StringWriter();
        try (Sandbox sandbox = LocalSpark.sandbox().calls(300).start();
                Logged all = new Logged(log)) {
            Dataset<Row> calls = LocalSpark.read(sandbox, "synthflow.calls")
                    .option("agents", String.join(",", sandbox.synthflow().modelIds()))
                    .load()
                    .where("call_status = 'completed'");
            calls.createOrReplaceTempView("canary_calls");
            assertThat(LocalSpark.session()
                            .sql("select count(*) from canary_calls")
                            .collectAsList())
                    .isNotEmpty();
            Path checkpoint = LocalSpark.folder("canary-checkpoint");
            LocalSpark.session()
                    .readStream()
                    .format("analytics4j")
                    .option("table", "synthflow.calls")
                    .option("agents", sandbox.synthflow().modelId())
                    .option("baseUrl", sandbox.synthflow().baseUrl().toString())
                    .option("keyVariable", LocalSpark.KEY_VARIABLE)
                    .load()
                    .writeStream()
                    .format("noop")
                    .option("checkpointLocation", checkpoint.toString())
                    .trigger(Trigger.AvailableNow())
                    .start()
                    .awaitTermination();
            LocalSpark.session().sparkContext().listenerBus().waitUntilEmpty();

            List<String> seen = new ArrayList<>();
            seen.add(calls.queryExecution().toString());
            seen.add(taskBytes(sandbox));
            int before = seen.size();
            pages(seen);
            assertThat(seen.size()).isGreaterThan(before + 4);
            files(Path.of("target", "events"), seen);
            files(checkpoint, seen);
            assertThat(seen).anyMatch(each -> each.contains("\"table\"") && each.contains("\"time\""));
            seen.add(log.toString());
            assertThat(log.toString()).contains(" DEBUG ", "Starting task");
            assertThat(seen).anyMatch(each -> each.contains("SparkListenerSQLExecutionStart"));

            assertThat(seen).anyMatch(each -> each.contains("synthflow_calls"));
            assertThat(seen).noneMatch(each -> each.contains(LocalSpark.key()));
        }
    }

    /** Writes what all loggers say, of whatever level, until it is closed. */
    private static final class Logged implements AutoCloseable {
        private final LoggerContext context = LoggerContext.getContext(false);
        private final Configuration before = context.getConfiguration();

        Logged(StringWriter log) {
            WriterAppender appender = WriterAppender.newBuilder()
                    .setName("all")
                    .setTarget(log)
                    .setLayout(PatternLayout.newBuilder()
                            .withPattern("%d %p %c %m%n%throwable")
                            .build())
                    .build();
            appender.start();
            Configuration all = new DefaultConfiguration();
            all.getRootLogger()
                    .getAppenders()
                    .keySet()
                    .forEach(each -> all.getRootLogger().removeAppender(each));
            all.getRootLogger().addAppender(appender, Level.DEBUG, null);
            all.getRootLogger().setLevel(Level.DEBUG);
            context.reconfigure(all);
        }

        @Override
        public void close() {
            context.reconfigure(before);
        }
    }

    /** What is sent to the executors. */
    private static String taskBytes(Sandbox sandbox) throws IOException {
        CaseInsensitiveStringMap none = CaseInsensitiveStringMap.empty();
        AnalyticsTable table = new AnalyticsTable(
                new StructType(),
                Map.of(
                        "table",
                        "synthflow.calls",
                        "agents",
                        sandbox.synthflow().modelId(),
                        "baseUrl",
                        sandbox.synthflow().baseUrl().toString(),
                        "keyVariable",
                        LocalSpark.KEY_VARIABLE));
        Batch batch = table.newScanBuilder(none).build().toBatch();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(batch.planInputPartitions());
            out.writeObject(batch.createReaderFactory());
        }
        assertThat(bytes.size()).isGreaterThan(200);
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    /** The UI's pages, those of all its SQL queries and jobs too. */
    private static void pages(List<String> seen) throws Exception {
        String root = LocalSpark.session().sparkContext().uiWebUrl().get();
        for (String each : List.of("/jobs/", "/stages/", "/environment/", "/executors/", "/SQL/")) {
            seen.add(get(root + each));
        }
        String applications = get(root + "/api/v1/applications");
        String id = applications.replaceAll("(?s).*?\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        seen.add(get(root + "/api/v1/applications/" + id + "/sql?details=true&planDescription=true"));
        seen.add(get(root + "/api/v1/applications/" + id + "/environment"));
    }

    private static String get(String address) throws Exception {
        HttpResponse<String> page =
                BROWSER.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).as(address).isEqualTo(200);
        return page.body();
    }

    private static void files(Path folder, List<String> seen) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile).forEach(each -> {
                try {
                    seen.add(Files.readString(each, StandardCharsets.ISO_8859_1));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
