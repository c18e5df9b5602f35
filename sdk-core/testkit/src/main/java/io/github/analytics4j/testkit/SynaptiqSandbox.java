package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.data.Paging;
import io.github.analytics4j.testkit.data.RowSelection;
import io.github.analytics4j.testkit.json.JsonOut;
import io.github.analytics4j.testkit.server.RateLimit;
import io.github.analytics4j.testkit.server.Refusal;
import io.github.analytics4j.testkit.server.Reply;
import io.github.analytics4j.testkit.vendor.synaptiq.ActivityPage;
import io.github.analytics4j.testkit.vendor.synaptiq.Sales;
import io.github.analytics4j.testkit.vendor.synaptiq.SynaptiqAnalytics;
import java.util.Set;

/** Synaptiq: sales metrics, a funnel and an activity feed. Base URL with {@code /api/v1}. */
public final class SynaptiqSandbox extends VendorSandbox {
    private static final String WRONG_KEY = "The API key is missing or not valid.";
    private final RowLog activity;
    private final Paging paging = new Paging();
    private final PageQuirks pages = new PageQuirks(paging);

    SynaptiqSandbox(Shared shared, long activities) {
        super(shared, "synaptiq", "sk_test_", "/api/v1", 400, WRONG_KEY);
        Sales sales = new Sales(env.timeline, env.seed("activity"), activities);
        this.activity = new RowLog(sales.events());
        RowSelection.Cache selections = new RowSelection.Cache();
        SynaptiqAnalytics analytics = new SynaptiqAnalytics(env, sales);
        routes.get(
                "/api/v1/analytics/overview",
                Set.of("startDate", "endDate", "granularity", "compareWith"),
                hit -> analytics.overview(hit.params()));
        routes.get(
                "/api/v1/analytics/funnel",
                Set.of("startDate", "endDate", "channel", "source"),
                hit -> analytics.funnel(hit.params()));
        routes.get(
                "/api/v1/analytics/activity",
                Set.of("startDate", "endDate", "type", "leadId", "page", "limit"),
                hit -> ActivityPage.read(hit.params(), env.now(), sales).answer(sales, paging, selections));
    }

    /** {@return the activity feed, newest first; a row's id is the event's {@code id}} */
    public RowLog activity() {
        return activity;
    }

    /** {@return how pages of the activity feed go wrong} */
    public PageQuirks pages() {
        return pages;
    }

    @Override
    void reset() {
        super.reset();
        paging.clear();
        activity.rows.reset();
    }

    @Override
    Reply refuse(Refusal refusal) {
        String code = switch (refusal.status()) {
            case 400 -> "invalid_request";
            case 401 -> "unauthorized";
            case 405 -> "method_not_allowed";
            case 422 -> "unprocessable";
            case 429 -> "rate_limit_exceeded";
            case 500, 502, 503, 504 -> "internal_error";
            default -> "not_found";
        };
        String parameter = refusal.parameter().isEmpty() ? "" : refusal.parameter() + ": ";
        JsonOut out = JsonOut.local().beginObject().name("error").beginObject();
        out.field("code", code).field("message", parameter + refusal.text()).endObject();
        return Reply.json(refusal.status(), out.endObject());
    }

    @Override
    void rateHeaders(Reply reply, RateLimit.State state) {
        reply.header("X-RateLimit-Limit", Long.toString(state.limit()))
                .header("X-RateLimit-Remaining", Long.toString(state.remaining()))
                .header("X-RateLimit-Reset", Long.toString(state.reset().getEpochSecond()));
        if (state.exceeded()) {
            reply.header("X-RateLimit-RetryAfter", Long.toString(state.secondsLeft()));
        }
    }
}
