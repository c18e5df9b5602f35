package io.github.analytics4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.testkit.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
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
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.junit.jupiter.api.Test;

/** Where the key could be seen that the environment holds: nowhere. */
class SecretsTest {
    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    @Test
    void key_isInNoPlanEventLogTaskOrPage() throws Exception {
        try (Sandbox sandbox = LocalSpark.sandbox().calls(300).start()) {
            Dataset<Row> calls = LocalSpark.read(sandbox, "synthflow.calls")
                    .option("agents", String.join(",", sandbox.synthflow().modelIds()))
                    .load()
                    .where("call_status = 'completed'");
            calls.createOrReplaceTempView("canary_calls");
            assertThat(LocalSpark.session()
                            .sql("select count(*) from canary_calls")
                            .collectAsList())
                    .isNotEmpty();
            LocalSpark.session().sparkContext().listenerBus().waitUntilEmpty();

            List<String> seen = new ArrayList<>();
            seen.add(calls.queryExecution().toString());
            seen.add(taskBytes(sandbox));
            int before = seen.size();
            pages(seen);
            assertThat(seen.size()).isGreaterThan(before + 4);
            files(Path.of("target", "events"), seen);
            assertThat(seen).anyMatch(each -> each.contains("SparkListenerSQLExecutionStart"));

            assertThat(seen).anyMatch(each -> each.contains("synthflow_calls"));
            assertThat(seen).noneMatch(each -> each.contains(LocalSpark.key()));
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
