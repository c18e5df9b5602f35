package io.github.analytics4j.testkit;

import java.util.List;
import java.util.function.Function;

/** The 26 operations that read, with a request each that sends every documented parameter; reports have tests of their own. */
enum Operations {
    SYNTHFLOW_ANALYTICS(
            Sandbox::synthflow,
            "/analytics/?from_date=2026-04-01T00:00:00Z&to_date=2026-04-20T00:00:00Z&model_id=m&type_of_call=inbound"),
    SYNTHFLOW_CALLS(
            Sandbox::synthflow,
            "/calls?model_id=m&limit=10&offset=0&from_date=1732546200000&to_date=1732546200001&call_status=busy"
                    + "&duration_min=1&duration_max=2&lead_phone_number=%2B14155552671"),
    SYNAPTIQ_OVERVIEW(
            Sandbox::synaptiq,
            "/analytics/overview?startDate=2026-03-01&endDate=2026-03-31&granularity=week"
                    + "&compareWith=previous_period"),
    SYNAPTIQ_FUNNEL(
            Sandbox::synaptiq, "/analytics/funnel?startDate=2026-03-01&endDate=2026-03-31&channel=slack&source=form"),
    SYNAPTIQ_ACTIVITY(
            Sandbox::synaptiq,
            "/analytics/activity?startDate=2026-04-01&endDate=2026-04-02&type=lead.created&leadId=l&page=1&limit=5"),
    VOISNAP_OVERVIEW(
            Sandbox::voisnap,
            "/api/v1/analytics/overview?agentId=a&dateFrom=2025-06-01&dateTo=2025-06-30&groupBy=week&channel=phone"),
    VOISNAP_CONVERSATIONS(
            Sandbox::voisnap, "/api/v1/analytics/conversations?agentId=a&dateFrom=2025-06-01&dateTo=2025-06-30"),
    VOISNAP_COSTS(
            Sandbox::voisnap, "/api/v1/analytics/costs?agentId=a&dateFrom=2025-06-01&dateTo=2025-06-30&groupBy=day"),
    VOISNAP_SENTIMENT(
            Sandbox::voisnap,
            "/api/v1/analytics/sentiment?agentId=a&dateFrom=2025-06-01&dateTo=2025-06-30&groupBy=month"),
    VOISNAP_INTENTS(
            Sandbox::voisnap, "/api/v1/analytics/intents?agentId=a&dateFrom=2025-06-01&dateTo=2025-06-30&limit=3"),
    CALLOPS_OVERVIEW("overview"),
    CALLOPS_CALL_VOLUME("call-volume"),
    CALLOPS_LATENCY("latency"),
    CALLOPS_COST_OVERVIEW("cost-overview"),
    CALLOPS_COST_TREND("cost-trend"),
    CALLOPS_COST_BY_AGENT("cost-by-agent"),
    CALLOPS_DURATION_DISTRIBUTION("duration-distribution"),
    CALLOPS_LATENCY_DISTRIBUTION("latency-distribution"),
    CALLOPS_CONVERSATION_TURNS("conversation-turns"),
    CALLOPS_BARGE_IN("barge-in"),
    CALLOPS_PROVIDER_ERRORS("provider-errors"),
    CALLOPS_PEAK_HOURS("peak-hours"),
    CALLOPS_OUTCOMES("outcomes"),
    CALLOPS_AGENT_COMPARISON(
            Sandbox::callops,
            "/analytics/agent-comparison?start_date=2026-02-01T00:00:00Z&end_date=2026-02-28T23:59:59Z&agent_ids="
                    + "550e8400-e29b-41d4-a716-446655440000,660e8400-e29b-41d4-a716-446655440001"),
    CALLOPS_STT_EVENTS(
            Sandbox::callops,
            "/analytics/stt-events?call_sid=CA1&event_type=timeout&start_date=2026-02-01T00:00:00Z"
                    + "&end_date=2026-02-28T23:59:59Z&limit=500"),
    CALLOPS_STT_SUMMARY(
            Sandbox::callops,
            "/analytics/stt-events/summary?start_date=2026-02-01T00:00:00Z&end_date=2026-02-28T23:59:59Z");

    private final Function<Sandbox, VendorSandbox> api;
    private final String target;

    Operations(Function<Sandbox, VendorSandbox> api, String target) {
        this.api = api;
        this.target = target;
    }

    Operations(String callops) {
        this(
                Sandbox::callops,
                "/analytics/" + callops + "?start_date=2026-02-01T00:00:00Z&end_date=2026-02-28T23:59:59Z"
                        + "&agent_id=550e8400-e29b-41d4-a716-446655440000");
    }

    VendorSandbox api(Sandbox sandbox) {
        return api.apply(sandbox);
    }

    String target() {
        return target;
    }

    String path() {
        return target.substring(0, target.indexOf('?'));
    }

    /** Where the vendor's message stands in its error bodies. */
    String message(TestClient.Json body) {
        if (body.has("error")) {
            return body.get("error").get("message").text();
        }
        TestClient.Json detail = body.get("detail");
        if (detail.value() instanceof List) {
            return detail.get(0).get("loc").get(1).text() + ": "
                    + detail.get(0).get("msg").text();
        }
        return detail.value() instanceof String text
                ? text
                : detail.get("description").text();
    }
}
