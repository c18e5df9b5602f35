package io.github.analytics4j.acceptance;

import io.github.analytics4j.callops.CallOpsClient;
import io.github.analytics4j.client.AbstractClientBuilder;
import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.page.Walk;
import io.github.analytics4j.retry.RetryPolicy;
import io.github.analytics4j.synaptiq.SynaptiqClient;
import io.github.analytics4j.synthflow.Call;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.StorageFile;
import io.github.analytics4j.voisnap.CreateReportRequest;
import io.github.analytics4j.voisnap.Report;
import io.github.analytics4j.voisnap.ReportFormat;
import io.github.analytics4j.voisnap.VoisnapClient;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * A program of its own, whose log is at its finest: works with all four clients under every fault, and prints all that
 * can be seen of clients, requests, answers and failures. It closes nothing and still ends.
 */
final class CanaryRun {
    /** What is well is waited for as long as a busy machine needs. */
    private static final Duration PATIENT = Duration.ofSeconds(20);

    private static final Duration BRIEF = Duration.ofMillis(250);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final Sandbox sandbox =
            Sandbox.builder().calls(30).activities(30).sttEvents(30).start();
    private final VisibleTexts seen = new VisibleTexts(System.out);
    private final String key;
    private final SynthflowClient.Builder synthflow = SynthflowClient.builder();
    private final SynaptiqClient.Builder synaptiq = SynaptiqClient.builder();
    private final VoisnapClient.Builder voisnap = VoisnapClient.builder();
    private final CallOpsClient.Builder callops = CallOpsClient.builder();
    private final Map<String, Callable<?>> operations = new LinkedHashMap<>();

    private CanaryRun(String key) {
        this.key = key;
        List.of(sandbox.synthflow(), sandbox.synaptiq(), sandbox.voisnap(), sandbox.callops())
                .forEach(api -> api.rotateKey(key));
        byte[] file = "id,cost\nc-1,0.25\nc-2,0.5\n".getBytes(StandardCharsets.UTF_8); // small: it also comes slowly
        sandbox.voisnap().reports().readyAfter(Duration.ZERO);
        sandbox.voisnap().reports().exportsPerHour(Integer.MAX_VALUE);
        sandbox.voisnap().reports().content(StorageFile.of("text/csv", file));
        ready(synthflow, sandbox.synthflow().baseUrl());
        ready(synaptiq, sandbox.synaptiq().baseUrl());
        ready(voisnap, sandbox.voisnap().baseUrl());
        ready(callops, sandbox.callops().baseUrl());
    }

    public static void main(String[] args) {
        CanaryRun run = new CanaryRun(System.getenv("CANARY"));
        run.plan(PATIENT);
        run.faultless();
        run.plan(BRIEF);
        run.faults().forEach(run::under);
        LoggerFactory.getLogger("io.github.analytics4j").info("looked at {} things", run.seen.count());
        System.out.println("links: " + run.links() + ", looked at: " + run.seen.count());
    }

    private void ready(AbstractClientBuilder<?> builder, URI url) {
        builder.baseUrl(url).apiKey(key);
        builder.retry(RetryPolicy.DEFAULT.maxAttempts(2).baseDelay(Duration.ofMillis(1)));
        seen.text("builder", builder);
    }

    /** Plans the operations, whose attempts take so long at most. */
    private void plan(Duration attempt) {
        Stream.<AbstractClientBuilder<?>>of(synthflow, synaptiq, voisnap, callops)
                .forEach(each -> each.attemptTimeout(attempt).deadline(attempt.multipliedBy(8)));
        SynthflowClient flow = synthflow.build();
        SynaptiqClient feed = synaptiq.build();
        VoisnapClient voice = voisnap.build();
        CallOpsClient ops = callops.build();
        List.of(flow, feed, voice, ops).forEach(client -> seen.text("client", client));
        String agent = sandbox.synthflow().modelId();
        operations.put("export", () -> asked(flow.analytics().prepareExport(r -> {})));
        operations.put(
                "export async", () -> flow.analytics().exportAsync(r -> {}).join());
        operations.put("walk", () -> walked(flow, agent));
        operations.put("funnel", () -> asked(feed.analytics().prepareFunnel(r -> {})));
        operations.put(
                "activity", () -> feed.analytics().activity(r -> {}).limit(3).toList());
        operations.put(
                "costs",
                () -> asked(voice.analytics().prepareCosts(r -> r.dateFrom(DAY).dateTo(DAY))));
        operations.put("report", () -> saved(voice, attempt));
        operations.put("latency", () -> asked(ops.analytics().prepareLatency(r -> r.extraQuery("token", key))));
        operations.put(
                "events async",
                () -> ops.analytics()
                        .prepareSttEventsPage(r -> r.extraHeader("X-Token", key))
                        .responseAsync()
                        .join());
    }

    private Object asked(Invocation<?> invocation) {
        seen.getters("invocation", invocation);
        return invocation.response();
    }

    private Object walked(SynthflowClient client, String agent) {
        try (Walk<Call> calls =
                client.calls().list(r -> r.modelId(agent).pageSize(10)).iterator()) {
            while (calls.hasNext()) {
                calls.next();
                seen.text("checkpoint", calls.checkpoint());
            }
            return calls.report();
        }
    }

    private Object saved(VoisnapClient client, Duration attempt) {
        CreateReportRequest request = CreateReportRequest.of(r -> r.type("conversation_summary")
                .format(ReportFormat.CSV)
                .dateFrom(DAY)
                .dateTo(DAY));
        Report report = client.reports().create(request);
        seen.text("report", report);
        seen.text("report text", report.toText());
        var download = report.download().with(o -> o.stallTimeout(attempt).maxFruitlessTries(2));
        seen.text("download", download);
        seen.text("link", download.downloadUrl());
        return download.transferTo(OutputStream.nullOutputStream());
    }

    private void faultless() {
        operations.forEach((name, operation) -> {
            try {
                seen.text(name, operation.call());
            } catch (Exception e) {
                throw new AssertionError(name + " fails without a fault", e);
            }
        });
    }

    private void under(String name, Fault fault) {
        sandbox.faults().onAny().show(fault);
        operations.forEach(this::look);
        sandbox.faults().clear();
        sandbox.storage().faults().onAny().show(fault); // the API is well, storage is not
        look("report from ill storage", operations.get("report"));
        sandbox.storage().faults().clear();
    }

    private void look(String name, Callable<?> operation) {
        try {
            seen.text(name, operation.call());
        } catch (CompletionException e) {
            seen.failure(name, e);
            seen.failure(name, e.getCause());
        } catch (Exception e) {
            seen.failure(name, e);
        }
    }

    /** How many requests came to storage with a signature: as many links there were to give away. */
    private long links() {
        return sandbox.requests().all().stream()
                .filter(request -> request.target().contains("X-Amz-Signature="))
                .count();
    }

    private Map<String, Fault> faults() {
        Map<String, Fault> all = new LinkedHashMap<>();
        for (int status : new int[] {400, 401, 403, 404, 408, 410, 422, 429, 500, 503}) {
            all.put("" + status, Fault.status(status));
        }
        String link = "http://127.0.0.1:9/x?X-Amz-Signature=" + key;
        all.put("redirect", Fault.redirect(302, URI.create(link)));
        all.put("redirect to https", Fault.redirect(302, URI.create("https://127.0.0.1:9/x?X-Amz-Signature=" + key)));
        all.put("reset", Fault.resetBeforeHeaders());
        all.put("closed", Fault.closeBeforeHeaders());
        all.put("answer lost", Fault.loseResponse());
        all.put("reset in the body", Fault.resetInBody(20));
        all.put("truncated", Fault.truncatedBody(20));
        all.put("stall", Fault.stall());
        all.put("stall in the body", Fault.stallInBody(20));
        all.put("slow", Fault.slowBody(10, Duration.ofMillis(50)));
        all.put("malformed", Fault.malformedJson());
        all.put("half", Fault.halfJson());
        all.put("html", Fault.html(200));
        all.put("bad gateway", Fault.html(502));
        all.put("empty", Fault.emptyBody(200));
        all.put("length", Fault.wrongLength(7));
        all.put("deep", Fault.deepJson(1_000));
        all.put("bomb", Fault.gzipBomb(1 << 20));
        all.put("headers", Fault.manyHeaders(500));
        return all;
    }
}
