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
     * @see <a href="https://synaptiqintel.com/docs/api-reference/analytics-api">the vendor's page</a>
     */
    default Overview overview(OverviewRequest request) {
        return prepareOverview(request).execute();
    }

    /** As {@link #overview(OverviewRequest)}, the request made by a lambda. */
    default Overview overview(Consumer<OverviewRequest.Builder> request) {
        return overview(OverviewRequest.of(request));
    }

    /** As {@link #overview(OverviewRequest)}, with nothing but defaults. */
    default Overview overview() {
        return overview(OverviewRequest.builder().build());
    }

    /** As {@link #overview(OverviewRequest)}, without blocking; canceling it cancels the request. */
    default CompletableFuture<Overview> overviewAsync(OverviewRequest request) {
        return prepareOverview(request).executeAsync();
    }

    /** As {@link #overviewAsync(OverviewRequest)}, the request made by a lambda. */
    default CompletableFuture<Overview> overviewAsync(Consumer<OverviewRequest.Builder> request) {
        return overviewAsync(OverviewRequest.of(request));
    }

    /** Makes the request of {@link #overview(OverviewRequest)} without sending it. */
    Invocation<Overview> prepareOverview(OverviewRequest request);

    /** As {@link #prepareOverview(OverviewRequest)}, the request made by a lambda. */
    default Invocation<Overview> prepareOverview(Consumer<OverviewRequest.Builder> request) {
        return prepareOverview(OverviewRequest.of(request));
    }

    /**
     * The stages of the sales funnel with how many reached each, and where most are lost.
     *
     * @see <a href="https://synaptiqintel.com/docs/api-reference/analytics-api">the vendor's page</a>
     */
    default Funnel funnel(FunnelRequest request) {
        return prepareFunnel(request).execute();
    }

    /** As {@link #funnel(FunnelRequest)}, the request made by a lambda. */
    default Funnel funnel(Consumer<FunnelRequest.Builder> request) {
        return funnel(FunnelRequest.of(request));
    }

    /** As {@link #funnel(FunnelRequest)}, with nothing but defaults. */
    default Funnel funnel() {
        return funnel(FunnelRequest.builder().build());
    }

    /** As {@link #funnel(FunnelRequest)}, without blocking; canceling it cancels the request. */
    default CompletableFuture<Funnel> funnelAsync(FunnelRequest request) {
        return prepareFunnel(request).executeAsync();
    }

    /** As {@link #funnelAsync(FunnelRequest)}, the request made by a lambda. */
    default CompletableFuture<Funnel> funnelAsync(Consumer<FunnelRequest.Builder> request) {
        return funnelAsync(FunnelRequest.of(request));
    }

    /** Makes the request of {@link #funnel(FunnelRequest)} without sending it. */
    Invocation<Funnel> prepareFunnel(FunnelRequest request);

    /** As {@link #prepareFunnel(FunnelRequest)}, the request made by a lambda. */
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
     * @see <a href="https://synaptiqintel.com/docs/api-reference/analytics-api">the vendor's page</a>
     */
    Paged<ActivityEvent> activity(ActivityRequest request);

    /** As {@link #activity(ActivityRequest)}, the request made by a lambda. */
    default Paged<ActivityEvent> activity(Consumer<ActivityRequest.Builder> request) {
        return activity(ActivityRequest.of(request));
    }

    /** As {@link #activity(ActivityRequest)}, with nothing but defaults. */
    default Paged<ActivityEvent> activity() {
        return activity(ActivityRequest.builder().build());
    }

    /** Fetches one page alone, the one that the request names. */
    default ActivityPage activityPage(ActivityRequest request) {
        return prepareActivityPage(request).execute();
    }

    /** As {@link #activityPage(ActivityRequest)}, the request made by a lambda. */
    default ActivityPage activityPage(Consumer<ActivityRequest.Builder> request) {
        return activityPage(ActivityRequest.of(request));
    }

    /** As {@link #activityPage(ActivityRequest)}, without blocking; canceling it cancels the request. */
    default CompletableFuture<ActivityPage> activityPageAsync(ActivityRequest request) {
        return prepareActivityPage(request).executeAsync();
    }

    /** As {@link #activityPageAsync(ActivityRequest)}, the request made by a lambda. */
    default CompletableFuture<ActivityPage> activityPageAsync(Consumer<ActivityRequest.Builder> request) {
        return activityPageAsync(ActivityRequest.of(request));
    }

    /** Makes the request of {@link #activityPage(ActivityRequest)} without sending it. */
    Invocation<ActivityPage> prepareActivityPage(ActivityRequest request);

    /** As {@link #prepareActivityPage(ActivityRequest)}, the request made by a lambda. */
    default Invocation<ActivityPage> prepareActivityPage(Consumer<ActivityRequest.Builder> request) {
        return prepareActivityPage(ActivityRequest.of(request));
    }
}
