package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.data.Noise;
import io.github.analytics4j.testkit.data.Paging;
import io.github.analytics4j.testkit.data.RowSelection;
import io.github.analytics4j.testkit.data.RowTimes;
import io.github.analytics4j.testkit.data.Rows;
import io.github.analytics4j.testkit.json.JsonOut;
import io.github.analytics4j.testkit.server.Params;
import io.github.analytics4j.testkit.server.RateLimit;
import io.github.analytics4j.testkit.server.Refusal;
import io.github.analytics4j.testkit.server.Reply;
import io.github.analytics4j.testkit.vendor.synthflow.CallJson;
import io.github.analytics4j.testkit.vendor.synthflow.CallPage;
import io.github.analytics4j.testkit.vendor.synthflow.SynthflowAgent;
import io.github.analytics4j.testkit.vendor.synthflow.SynthflowAnalytics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Synthflow: the call log of some agents and the analytics that belong to it. Base URL with {@code /v2}. */
public final class SynthflowSandbox extends VendorSandbox {
    private static final String WRONG_KEY = "Unauthorized: Invalid or expired token.";
    private static final long GAP_MILLIS = 90_000;

    private final List<SynthflowAgent> agents;
    private final Paging paging = new Paging();
    private final PageQuirks pages = new PageQuirks(paging);
    private final RowLog calls;
    private final RowSelection.Cache selections = new RowSelection.Cache();

    SynthflowSandbox(Shared shared, long calls) {
        super(shared, "synthflow", "", "/v2", 422);
        this.agents = List.of(
                agent("Booking assistant", 0, calls),
                agent("Reminder", 1, calls / 4),
                agent("Web widget", 2, calls / 10));
        this.calls = new RowLog(agents.get(0).calls());
        SynthflowAnalytics analytics = new SynthflowAnalytics(env, agents);
        routes.get(
                "/v2/analytics/",
                Set.of("from_date", "to_date", "model_id", "type_of_call"),
                hit -> analytics.export(hit.params()));
        routes.get("/v2/analytics", Set.of(), hit -> slash(hit.request()));
        routes.get("/v2/calls", CallPage.PARAMETERS, hit -> list(hit.params()));
    }

    /** The agent whose log has as many calls as the sandbox was started with. */
    public String modelId() {
        return agents.get(0).modelId();
    }

    /** All agents, the main one first. */
    public List<String> modelIds() {
        return agents.stream().map(SynthflowAgent::modelId).toList();
    }

    /** The main agent's call log, newest first; a row's id is the call's {@code call_id}. */
    public RowLog calls() {
        return calls;
    }

    /** How pages of calls go wrong. */
    public PageQuirks pages() {
        return pages;
    }

    private SynthflowAgent agent(String name, int index, long calls) {
        long seed = env.seed("agent " + index);
        RowTimes times = new RowTimes(seed, env.now().toEpochMilli(), GAP_MILLIS);
        Rows log = new Rows(env.clock, times, calls, key -> CallJson.id(Noise.mix(seed, key), key));
        String modelId = new UUID(Noise.mix(seed, -2), Noise.mix(seed, -3)).toString();
        return new SynthflowAgent(seed, modelId, name, log);
    }

    private Reply list(Params params) {
        return CallPage.read(params, paging).answer(agents, selections);
    }

    private static Reply slash(SandboxRequest request) {
        String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
        return Reply.empty(307).header("Location", "/v2/analytics/" + query);
    }

    @Override
    void reset() {
        super.reset();
        paging.clear();
        agents.forEach(agent -> agent.calls().reset());
    }

    @Override
    void authorize(SandboxRequest request) {
        if (bearer(request).isEmpty()) {
            throw new Refusal(401, "Missing or invalid Authorization header");
        }
        if (!bearer(request).equals(apiKey())) {
            throw new Refusal(401, WRONG_KEY);
        }
    }

    @Override
    String wording(int status) {
        return status == 401 ? WRONG_KEY : super.wording(status);
    }

    @Override
    Reply refuse(Refusal refusal) {
        JsonOut out = JsonOut.local().beginObject().name("detail");
        if (refusal.status() == 404 || refusal.status() == 405) {
            out.value(refusal.text());
        } else if (refusal.status() == 422) {
            out.beginArray().beginObject().name("loc").beginArray().value("query");
            out.value(refusal.parameter()).endArray().field("msg", refusal.text());
            out.field("type", "value_error").endObject().endArray();
        } else {
            out.beginObject().field("status", "error").field("description", refusal.text());
            out.field("request_id", requestId()).field("category", "important").endObject();
        }
        return Reply.json(refusal.status(), out.endObject());
    }

    private String requestId() {
        return UUID.nameUUIDFromBytes((env.seed + ":" + env.numbers.get()).getBytes(StandardCharsets.US_ASCII))
                .toString();
    }

    @Override
    void rateHeaders(Reply reply, RateLimit.State state) {
        // this vendor publishes none
    }
}
