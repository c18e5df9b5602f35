package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.json.JsonOut;
import io.github.analytics4j.testkit.server.Params;
import io.github.analytics4j.testkit.server.Refusal;
import io.github.analytics4j.testkit.server.Reply;
import io.github.analytics4j.testkit.vendor.callops.CallOpsAnalytics;
import io.github.analytics4j.testkit.vendor.callops.OpsLog;
import io.github.analytics4j.testkit.vendor.callops.SttEvents;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * CallOps: sixteen analytics endpoints. Base URL with {@code /api/v1}; takes the key as {@code X-API-Key} or as a
 * bearer token.
 */
public final class CallOpsSandbox extends VendorSandbox {
    private static final String WRONG_KEY = "Invalid or missing API key";
    private static final String BASE = "/api/v1/analytics/";

    private final OpsLog log;
    private final RowLog sttEvents;
    private final SttEvents events;

    CallOpsSandbox(Shared shared, long sttEventCount) {
        super(shared, "callops", "voc_", "/api/v1", 422, WRONG_KEY);
        this.log = new OpsLog(env.timeline, env.seed("stt events"), sttEventCount);
        this.sttEvents = new RowLog(log.events());
        this.events = new SttEvents(log);
        CallOpsAnalytics analytics = new CallOpsAnalytics(log);
        add("overview", analytics::overview);
        add("call-volume", analytics::callVolume);
        add("latency", analytics::latency);
        add("cost-overview", analytics::costOverview);
        add("cost-trend", analytics::costTrend);
        add("cost-by-agent", analytics::costByAgent);
        add("duration-distribution", analytics::durationDistribution);
        add("latency-distribution", analytics::latencyDistribution);
        add("conversation-turns", analytics::conversationTurns);
        add("barge-in", analytics::bargeIn);
        add("provider-errors", analytics::providerErrors);
        add("peak-hours", analytics::peakHours);
        add("outcomes", analytics::outcomes);
        routes.get(
                BASE + "agent-comparison",
                Set.of("start_date", "end_date", "agent_ids"),
                hit -> Reply.json(200, analytics.agentComparison(hit.params(), JsonOut.local())));
        routes.get(
                BASE + "stt-events",
                Set.of("call_sid", "event_type", "start_date", "end_date", "limit"),
                hit -> events.list(hit.params()));
        routes.get(BASE + "stt-events/summary", Set.of("start_date", "end_date"), hit -> events.summary(hit.params()));
    }

    private void add(String name, BiFunction<Params, JsonOut, JsonOut> answer) {
        routes.get(
                BASE + name,
                Set.of("start_date", "end_date", "agent_id"),
                hit -> Reply.json(200, answer.apply(hit.params(), JsonOut.local())));
    }

    /** {@return the speech-to-text events, newest first; a row's id is the event's {@code id}} */
    public RowLog sttEvents() {
        return sttEvents;
    }

    /**
     * Sets whether an event or a call at {@code end_date} itself is part of a response.
     *
     * @param endInclusive true unless told otherwise
     */
    public void endInclusive(boolean endInclusive) {
        log.endInclusive(endInclusive);
    }

    /**
     * Sets in which order events are answered.
     *
     * @param order newest first unless told otherwise
     */
    public void order(SttOrder order) {
        events.order = SttEvents.Order.valueOf(order.name());
    }

    /** Orders a server might answer events in; the vendor documents none. */
    public enum SttOrder {
        /** By time, the newest first. */
        NEWEST_FIRST,
        /** By time, the oldest first. */
        OLDEST_FIRST,
        /** A fixed but senseless order of the whole window; the limit keeps whatever comes first in it. */
        SHUFFLED
    }

    @Override
    void reset() {
        super.reset();
        sttEvents.rows.reset();
        events.reset();
    }

    @Override
    String keyOf(SandboxRequest request) {
        return request.header("X-API-Key").orElseGet(() -> super.keyOf(request));
    }

    @Override
    Reply refuse(Refusal refusal) {
        JsonOut out = JsonOut.local().beginObject().field("detail", refusal.text());
        return Reply.json(refusal.status(), out.endObject());
    }
}
