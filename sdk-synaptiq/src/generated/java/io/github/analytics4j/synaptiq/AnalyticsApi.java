// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.page.Paged;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The operations on analytics. Safe for use by several threads. */
public interface AnalyticsApi {
    /**
     * Totals and averages of a period, the same split into days, weeks or months, and on request a comparison with an
     * earlier period.
     *
     * @param request what to ask for
     * @see <a href="https://synaptiqintel.com/docs/api-reference/analytics-api">the vendor's page</a>
     */
    Overview overview(OverviewRequest request);

    /**
     * As {@link #overview(OverviewRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Overview overview(Consumer<OverviewRequest.Builder> request) {
        return overview(OverviewRequest.of(request));
    }

    /** As {@link #overview(OverviewRequest)}, with nothing but defaults. */
    default Overview overview() {
        return overview(OverviewRequest.builder().build());
    }

    /**
     * As {@link #overview(OverviewRequest)}, without blocking; canceling the future cancels the request.
     *
     * @param request what to ask for
     */
    CompletableFuture<Overview> overviewAsync(OverviewRequest request);

    /**
     * As {@link #overviewAsync(OverviewRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default CompletableFuture<Overview> overviewAsync(Consumer<OverviewRequest.Builder> request) {
        return overviewAsync(OverviewRequest.of(request));
    }

    /**
     * Makes the request without sending it: to look at, to send later, or for the whole answer and not its value alone.
     *
     * @param request what to ask for
     */
    Invocation<Overview> prepareOverview(OverviewRequest request);

    /**
     * As {@link #prepareOverview(OverviewRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Invocation<Overview> prepareOverview(Consumer<OverviewRequest.Builder> request) {
        return prepareOverview(OverviewRequest.of(request));
    }

    /**
     * The stages of the sales funnel with how many reached each, and where most are lost.
     *
     * @param request what to ask for
     * @see <a href="https://synaptiqintel.com/docs/api-reference/analytics-api">the vendor's page</a>
     */
    Funnel funnel(FunnelRequest request);

    /**
     * As {@link #funnel(FunnelRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Funnel funnel(Consumer<FunnelRequest.Builder> request) {
        return funnel(FunnelRequest.of(request));
    }

    /** As {@link #funnel(FunnelRequest)}, with nothing but defaults. */
    default Funnel funnel() {
        return funnel(FunnelRequest.builder().build());
    }

    /**
     * As {@link #funnel(FunnelRequest)}, without blocking; canceling the future cancels the request.
     *
     * @param request what to ask for
     */
    CompletableFuture<Funnel> funnelAsync(FunnelRequest request);

    /**
     * As {@link #funnelAsync(FunnelRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default CompletableFuture<Funnel> funnelAsync(Consumer<FunnelRequest.Builder> request) {
        return funnelAsync(FunnelRequest.of(request));
    }

    /**
     * Makes the request without sending it: to look at, to send later, or for the whole answer and not its value alone.
     *
     * @param request what to ask for
     */
    Invocation<Funnel> prepareFunnel(FunnelRequest request);

    /**
     * As {@link #prepareFunnel(FunnelRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Invocation<Funnel> prepareFunnel(Consumer<FunnelRequest.Builder> request) {
        return prepareFunnel(FunnelRequest.of(request));
    }

    /**
     * Events across the account, newest first, in pages. Without a start the server goes back 24 hours only, so a walk
     * over everything has to say from when. A walk from a start to an end that are more than 365 days apart is made of
     * parts, newest first, each a request's range and a day more at both ends; an event that comes with two parts is
     * delivered once. A single request for so long a range is refused before it is sent.
     *
     * <p>Nothing is sent before rows are asked for; all pages are walked, lazily.
     *
     * @param request what to ask for
     * @see <a href="https://synaptiqintel.com/docs/api-reference/analytics-api">the vendor's page</a>
     */
    Paged<ActivityEvent> activity(ActivityRequest request);

    /**
     * As {@link #activity(ActivityRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Paged<ActivityEvent> activity(Consumer<ActivityRequest.Builder> request) {
        return activity(ActivityRequest.of(request));
    }

    /** As {@link #activity(ActivityRequest)}, with nothing but defaults. */
    default Paged<ActivityEvent> activity() {
        return activity(ActivityRequest.builder().build());
    }

    /**
     * Asks for one page alone, as the request has it, without blocking; canceling the future cancels the request.
     *
     * @param request what to ask for
     */
    CompletableFuture<ActivityPage> activityAsync(ActivityRequest request);

    /**
     * As {@link #activityAsync(ActivityRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default CompletableFuture<ActivityPage> activityAsync(Consumer<ActivityRequest.Builder> request) {
        return activityAsync(ActivityRequest.of(request));
    }

    /**
     * Makes the request for one page without sending it: to look at, to send later, or for the whole answer and not its
     * value alone.
     *
     * @param request what to ask for
     */
    Invocation<ActivityPage> prepareActivity(ActivityRequest request);

    /**
     * As {@link #prepareActivity(ActivityRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Invocation<ActivityPage> prepareActivity(Consumer<ActivityRequest.Builder> request) {
        return prepareActivity(ActivityRequest.of(request));
    }
}
