package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.data.Noise;
import io.github.analytics4j.testkit.json.JsonOut;
import io.github.analytics4j.testkit.server.RateLimit;
import io.github.analytics4j.testkit.server.Refusal;
import io.github.analytics4j.testkit.server.Reply;
import io.github.analytics4j.testkit.vendor.voisnap.ConversationLog;
import io.github.analytics4j.testkit.vendor.voisnap.Problems;
import io.github.analytics4j.testkit.vendor.voisnap.ReportDesk;
import io.github.analytics4j.testkit.vendor.voisnap.ReportSettings;
import io.github.analytics4j.testkit.vendor.voisnap.VoisnapAnalytics;
import java.util.Locale;
import java.util.Set;

/** Voisnap: conversation metrics and reports. The base URL is the host's root. */
public final class VoisnapSandbox extends VendorSandbox {
    private static final String WRONG_KEY = "The API key is missing or not valid.";
    private static final String REPORTS = "/api/v1/reports";

    private final RowLog conversations;
    private final ReportDesk desk;
    private final ReportSettings settings = new ReportSettings();
    private final ReportControls reports = new ReportControls(settings);

    VoisnapSandbox(Shared shared, StorageSandbox storage) {
        super(shared, "voisnap", "vsnp_sb_", "", 400, WRONG_KEY);
        ConversationLog log = new ConversationLog(env.timeline, env.seed("conversations"));
        this.conversations = new RowLog(log.rows());
        VoisnapAnalytics analytics = new VoisnapAnalytics(env, log);
        String base = "/api/v1/analytics/";
        routes.get(
                base + "overview",
                Set.of("agentId", "dateFrom", "dateTo", "groupBy", "channel"),
                hit -> analytics.overview(hit.params()));
        routes.get(
                base + "conversations",
                Set.of("agentId", "dateFrom", "dateTo"),
                hit -> analytics.conversations(hit.params()));
        routes.get(
                base + "costs",
                Set.of("agentId", "dateFrom", "dateTo", "groupBy"),
                hit -> analytics.costs(hit.params()));
        routes.get(
                base + "sentiment",
                Set.of("agentId", "dateFrom", "dateTo", "groupBy"),
                hit -> analytics.sentiment(hit.params()));
        routes.get(
                base + "intents",
                Set.of("agentId", "dateFrom", "dateTo", "limit"),
                hit -> analytics.intents(hit.params()));
        desk = new ReportDesk(env, log, settings, storage::put, storage::link);
        routes.add("POST", REPORTS, Set.of(), desk::create);
        routes.get("/api/v1/reports/*/download", Set.of(), desk::download);
        routes.get("/downloads/*", Set.of("hop"), desk::followed);
    }

    /**
     * {@return the conversations, newest first: those of ten years} The metrics count them and the reports list them.
     */
    public RowLog conversations() {
        return conversations;
    }

    /** {@return how reports are made and handed out, and which ones were asked for} */
    public ReportControls reports() {
        return reports;
    }

    @Override
    void reset() {
        super.reset();
        settings.reset();
        conversations.rows.reset();
    }

    @Override
    boolean needsKey(SandboxRequest request) {
        return !request.path().startsWith("/downloads/");
    }

    @Override
    Reply refuse(Refusal refusal) {
        String kind = Problems.kind(refusal.status());
        String parameter = refusal.parameter().isEmpty() ? "" : refusal.parameter() + ": ";
        JsonOut out = JsonOut.local().beginObject().field("type", "https://docs.voisnap.ai/errors/" + kind);
        out.field("title", Problems.title(refusal.status())).field("status", refusal.status());
        out.field("detail", parameter + refusal.text());
        out.field("traceId", String.format(Locale.ROOT, "trace_%016x", Noise.mix(env.seed, env.numbers.get())));
        return Reply.json(refusal.status(), out.endObject()).header("Content-Type", "application/problem+json");
    }

    @Override
    void rateHeaders(Reply reply, RateLimit.State state) {
        reply.header("X-RateLimit-Limit", Long.toString(state.limit()))
                .header("X-RateLimit-Remaining", Long.toString(state.remaining()))
                .header("X-RateLimit-Reset", Long.toString(state.reset().getEpochSecond()))
                .header("X-RateLimit-Policy", "api-read-heavy");
    }

    @Override
    Reply handle(SandboxRequest request) {
        Reply reply = super.handle(request);
        boolean ordered = request.method().equals("POST") && request.path().equals(REPORTS);
        if (ordered && (reply.status() < 300 || reply.status() == 429)) {
            desk.limitHeaders(reply);
        }
        return reply;
    }
}
