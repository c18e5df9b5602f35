package io.github.analytics4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.callops.CallOpsClient;
import io.github.analytics4j.callops.Latency;
import io.github.analytics4j.client.ApiResponse;
import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.download.DownloadedFile;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.ApiException.RateLimitException;
import io.github.analytics4j.error.ApiException.ServerException;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.error.UnreadableResponseException;
import io.github.analytics4j.json.UnexpectedContent;
import io.github.analytics4j.page.Checkpoint;
import io.github.analytics4j.page.FileCheckpointStore;
import io.github.analytics4j.page.Paged;
import io.github.analytics4j.page.Walk;
import io.github.analytics4j.retry.RetryPolicy;
import io.github.analytics4j.synaptiq.ActivityEvent;
import io.github.analytics4j.synaptiq.ActivityType;
import io.github.analytics4j.synaptiq.SynaptiqClient;
import io.github.analytics4j.synthflow.AnalyticsExport;
import io.github.analytics4j.synthflow.Call;
import io.github.analytics4j.synthflow.CallStatus;
import io.github.analytics4j.synthflow.CallsApi;
import io.github.analytics4j.synthflow.ListCallsRequest;
import io.github.analytics4j.synthflow.ListCallsResponse;
import io.github.analytics4j.synthflow.Region;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.voisnap.ReportFormat;
import io.github.analytics4j.voisnap.VoisnapClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of the README, run against the sandbox; {@link ReadmeTest} compares the two texts. */
class ReadmeSnippetsTest {
    private final List<String> seen = new ArrayList<>();
    private final List<String> waits = new ArrayList<>();
    private Sandbox sandbox;
    private SynthflowClient synthflow;
    private SynaptiqClient synaptiq;
    private VoisnapClient voisnap;
    private CallOpsClient callops;
    private String agent;

    @BeforeEach
    void start() {
        sandbox = Sandbox.builder().calls(450).start();
        synthflow = SynthflowClient.builder()
                .baseUrl(sandbox.synthflow().baseUrl())
                .apiKey(sandbox.synthflow().apiKey())
                .build();
        synaptiq = SynaptiqClient.builder()
                .baseUrl(sandbox.synaptiq().baseUrl())
                .apiKey(sandbox.synaptiq().apiKey())
                .build();
        voisnap = VoisnapClient.builder()
                .baseUrl(sandbox.voisnap().baseUrl())
                .apiKey(sandbox.voisnap().apiKey())
                .build();
        callops = CallOpsClient.builder()
                .baseUrl(sandbox.callops().baseUrl())
                .apiKey(sandbox.callops().apiKey())
                .build();
        agent = sandbox.synthflow().modelId();
    }

    @AfterEach
    void stop() {
        callops.close();
        voisnap.close();
        synaptiq.close();
        synthflow.close();
        sandbox.close();
    }

    private void store(Object row) {
        seen.add(String.valueOf(row));
    }

    @Test
    void configure() {
        String key = "sf-key";
        // snippet
        SynthflowClient client = SynthflowClient.builder()
                .apiKey(key)
                .region(Region.US)
                .attemptTimeout(Duration.ofSeconds(20))
                .deadline(Duration.ofMinutes(2))
                .build();

        SynthflowClient patient = client.with(o -> o.deadline(Duration.ofMinutes(30))); // same pool, other options
        // end
        assertThat(patient.calls()).isNotNull();
        patient.close();
        client.close();
    }

    @Test
    void list() {
        // snippet
        for (Call call : synthflow.calls().list(r -> r.modelId(agent).callStatus(CallStatus.COMPLETED))) {
            store(call);
        }
        // end
        assertThat(seen).hasSizeGreaterThan(100);
        assertThat(sandbox.synthflow().requests().last().query("call_status")).contains("completed");
    }

    @Test
    void oneRequest() {
        // snippet
        List<ActivityEvent> newest = synaptiq.analytics().activity(r -> r.types(ActivityType.LEAD_QUALIFIED)).stream()
                .limit(20)
                .toList(); // one request

        Latency latency = callops.analytics().latency(r -> r.startDate(Instant.parse("2026-02-01T00:00:00Z")));
        double milliseconds = latency.avgTotalLatencyMs();
        // end
        assertThat(newest).hasSizeLessThanOrEqualTo(20);
        assertThat(milliseconds).isPositive();
        assertThat(sandbox.synaptiq().requests().count()).isEqualTo(1);
    }

    @Test
    void walk(@TempDir Path folder) {
        Path file = folder.resolve("calls.checkpoint");
        Instant threeDaysAgo = Instant.parse("2020-01-01T00:00:00Z"); // the sandbox's calls are older
        // snippet
        FileCheckpointStore store = new FileCheckpointStore(file);
        Optional<Checkpoint> last =
                store.load().filter(checkpoint -> !checkpoint.finished()); // of a run that was interrupted
        Instant from = last.map(checkpoint -> Instant.parse(checkpoint.note())).orElse(threeDaysAgo);
        Paged<Call> log = synthflow
                .calls()
                .list(r -> r.modelId(agent).fromDate(from))
                .prefetch(4); // four pages ahead, delivered in order

        try (Walk<Call> calls = last.map(log::resume).orElse(log).iterator()) { // where the last run stopped
            while (calls.hasNext()) {
                store(calls.next()); // by its id: a call may come again the next night, or after a kill
                if (calls.report().rows() % 200 == 0) {
                    store.save(calls.checkpoint().withNote(from.toString()));
                }
            }
            if (!calls.report().proven()) {
                store("not proven complete: " + calls.report().reasons());
            }
        }
        store.clear(); // the next night begins anew
        // end
        assertThat(seen).hasSize(450);
        assertThat(Files.exists(file)).isFalse();
    }

    @Test
    void errors() {
        sandbox.faults().on("/").show(Fault.status(404));
        // snippet
        try {
            AnalyticsExport export = synthflow.analytics().export(r -> r.modelId(agent));
            store(export);
        } catch (InvalidRequestException e) {
            store("nothing was sent: " + e.getMessage());
        } catch (ApiException e) {
            store("the server said no: " + e.status() + ", request "
                    + e.requestId().orElse("without an id"));
        } catch (NoResponseException e) {
            store("no response came; it may have been carried out: " + e.mayHaveBeenCarriedOut());
        } catch (UnreadableResponseException e) {
            store("the response could not be read at " + e.path().orElse("its beginning"));
        }
        // end
        assertThat(seen).hasSize(1).first().asString().startsWith("the server said no: 404");
    }

    @Test
    void night() {
        sandbox.synthflow()
                .faults()
                .on("/v2/calls")
                .where(request ->
                        request.query("offset").equals(Optional.of("99"))) // the page that comes next, not one ahead
                .times(1)
                .show(Fault.status(429).header("Retry-After", "3600"));
        // snippet
        SynthflowClient nightly =
                synthflow.with(o -> o.retry(RetryPolicy.DEFAULT.maxAttempts(50).maxDelay(Duration.ofSeconds(30)))
                        .deadline(Duration.ofMinutes(20)));

        try (Walk<Call> calls =
                nightly.calls().list(r -> r.modelId(agent)).prefetch(8).iterator()) {
            boolean more = true;
            while (more) {
                try {
                    calls.forEachRemaining(call -> store(call));
                    more = false;
                } catch (NoResponseException | ServerException | RateLimitException e) {
                    waitAMinuteOrGiveUp(e); // the walk stands where it stood, and asks for the same page again
                }
            }
        }
        // end
        assertThat(seen).hasSize(450).doesNotHaveDuplicates();
        assertThat(waits).containsExactly("RateLimitException");
    }

    private void waitAMinuteOrGiveUp(RuntimeException failure) {
        waits.add(failure.getClass().getSimpleName());
    }

    @Test
    void raw() {
        // snippet
        Invocation<ListCallsResponse> prepared =
                synthflow.calls().prepareListPage(r -> r.modelId(agent).pageSize(5));
        String curl = prepared.toCurl(); // shows $API_KEY, never the key

        ApiResponse<ListCallsResponse> answer = prepared.response();
        int status = answer.status();
        String body = answer.body();
        ListCallsResponse page = answer.value();
        // end
        assertThat(curl).contains("$API_KEY").contains("limit=5");
        assertThat(status).isEqualTo(200);
        assertThat(body).contains("total_records");
        assertThat(page.response()).isNotNull();
    }

    @Test
    void async() {
        // snippet
        CompletableFuture<AnalyticsExport> export = synthflow.analytics().exportAsync(r -> r.modelId(agent));
        CompletableFuture<List<Call>> calls =
                synthflow.calls().list(r -> r.modelId(agent)).limit(200).toListAsync();
        export.thenAcceptBoth(calls, (numbers, rows) -> store(rows.size())).join();
        // end
        assertThat(seen).containsExactly("200");
    }

    @Test
    void perRequest() {
        // snippet
        AnalyticsExport export = synthflow
                .analytics()
                .export(r -> r.fromDate(Instant.parse("2026-10-01T00:00:00Z"))
                        .toDate(Instant.parse("2026-11-01T00:00:00Z"))
                        .extraQuery("a_parameter", "the spec does not know")
                        .extraHeader("X-Trace", "nightly-7"));
        // end
        assertThat(export).isNotNull();
        assertThat(sandbox.synthflow().requests().last().query("a_parameter")).contains("the spec does not know");
        assertThat(sandbox.synthflow().requests().last().header("X-Trace")).contains("nightly-7");
    }

    @Test
    void unexpected() {
        Call call = Call.fromJson("{\"call_id\":\"c-1\",\"duration\":\"long\",\"mood\":\"sunny\"}");
        // snippet
        call.unexpected().unknownFields().forEach((name, value) -> store(name + ": " + value.json()));
        call.unexpected().deviations().forEach(deviation -> store(deviation.path() + " holds " + deviation.rawJson()));
        String json = call.toJson(); // the same JSON tree as it came
        UnexpectedContent odd = UnexpectedContent.of(callops.analytics().callVolume()); // a bare list
        // end
        assertThat(odd.deviations()).isEmpty();
        assertThat(seen).contains("mood: \"sunny\"", "$.duration holds \"long\"");
        assertThat(json).contains("\"mood\":\"sunny\"", "\"duration\":\"long\"");
    }

    @Test
    void report(@TempDir Path folder) {
        Path path = folder.resolve("june.csv");
        sandbox.voisnap().reports().readyAfterLooks(0);
        sandbox.voisnap().reports().estimatedSeconds(0);
        // snippet
        DownloadedFile file = voisnap.reports()
                .create(r -> r.type("conversation_summary")
                        .format(ReportFormat.CSV)
                        .dateFrom(LocalDate.parse("2025-06-01"))
                        .dateTo(LocalDate.parse("2025-06-30")))
                .await(Duration.ofMinutes(5))
                .saveTo(path);
        // end
        assertThat(file.path()).isEqualTo(path).exists();
    }

    @Test
    void testing() {
        // snippet
        try (Sandbox server = Sandbox.builder().seed(7).calls(250).start();
                SynthflowClient client = SynthflowClient.builder()
                        .baseUrl(server.synthflow().baseUrl())
                        .apiKey(server.synthflow().apiKey())
                        .build()) {
            server.faults().next(Fault.status(503), Fault.resetBeforeHeaders());

            long calls = client.calls().list(r -> r.modelId(server.synthflow().modelId())).stream()
                    .count();

            assertThat(calls).isEqualTo(250);
        }
        // end
    }

    @Test
    void doubles() {
        // snippet
        CallsApi calls = new CallsApi() {
            @Override
            public Paged<Call> list(Consumer<ListCallsRequest.Builder> request) {
                assertThat(ListCallsRequest.of(request).modelId()).isEqualTo("m-1");
                return Paged.of(List.of(Call.fromJson("{\"call_id\":\"c-1\"}")));
            }
        };

        assertThat(calls.list(r -> r.modelId("m-1"))).hasSize(1);
        // end
    }

    @Test
    void checkedBeforeSending() {
        assertThatThrownBy(() -> synthflow.calls().list(r -> r.pageSize(500)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("ListCallsRequest: modelId is missing; pageSize must be 1..100, was 500");
        assertThat(sandbox.requests().count()).isZero();
    }

    @Test
    void checkpoint_isReadable() {
        try (Walk<Call> calls = synthflow.calls().list(r -> r.modelId(agent)).iterator()) {
            calls.next();
            Checkpoint checkpoint = calls.checkpoint();
            assertThat(checkpoint.toString())
                    .contains("synthflow.calls.list")
                    .doesNotContain(sandbox.synthflow().apiKey());
        }
    }
}
