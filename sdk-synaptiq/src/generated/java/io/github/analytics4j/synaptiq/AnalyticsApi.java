// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.error.UnreadableResponseException;
import io.github.analytics4j.page.Paged;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The operations on analytics. Safe for use by several threads.
 *
 * <p>Where a request is taken, a lambda over its builder will do, or a request made before. A test double overrides
 * what its code calls; the rest throws {@link UnsupportedOperationException}.
 *
 * <p>A request that breaks a rule is an {@link InvalidRequestException} before anything is sent. One that was sent and
 * has no good response is an {@link ApiException} if the server refused it, a {@link NoResponseException} if no
 * response came, and an {@link UnreadableResponseException} if that could not be read; a future completes with the
 * same.
 */
public interface AnalyticsApi {
    /**
     * Totals and averages of a period, the same split into days, weeks or months, and on request a comparison with an
     * earlier period.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the response, decoded
     * @see <a href="https://synaptiqintel.com/docs/api-reference/analytics-api">the vendor's page</a>
     */
    default Overview overview(Consumer<OverviewRequest.Builder> request) {
        return prepareOverview(request).execute();
    }

    /** {@return what {@link #overview(Consumer)} returns, with nothing but defaults} */
    default Overview overview() {
        return overview(OverviewRequest.builder().build());
    }

    /**
     * As {@link #overview(Consumer)}, without blocking.
     *
     * @param request as there
     * @return the response to come; canceling it cancels the request
     */
    default CompletableFuture<Overview> overviewAsync(Consumer<OverviewRequest.Builder> request) {
        return prepareOverview(request).executeAsync();
    }

    /**
     * Makes the request of {@link #overview(Consumer)} without sending it.
     *
     * @param request as there
     * @return the request, to be shown or sent
     */
    default Invocation<Overview> prepareOverview(Consumer<OverviewRequest.Builder> request) {
        throw new UnsupportedOperationException("AnalyticsApi.prepareOverview is not overridden");
    }

    /**
     * The stages of the sales funnel with how many reached each, and where most are lost.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the response, decoded
     * @see <a href="https://synaptiqintel.com/docs/api-reference/analytics-api">the vendor's page</a>
     */
    default Funnel funnel(Consumer<FunnelRequest.Builder> request) {
        return prepareFunnel(request).execute();
    }

    /** {@return what {@link #funnel(Consumer)} returns, with nothing but defaults} */
    default Funnel funnel() {
        return funnel(FunnelRequest.builder().build());
    }

    /**
     * As {@link #funnel(Consumer)}, without blocking.
     *
     * @param request as there
     * @return the response to come; canceling it cancels the request
     */
    default CompletableFuture<Funnel> funnelAsync(Consumer<FunnelRequest.Builder> request) {
        return prepareFunnel(request).executeAsync();
    }

    /**
     * Makes the request of {@link #funnel(Consumer)} without sending it.
     *
     * @param request as there
     * @return the request, to be shown or sent
     */
    default Invocation<Funnel> prepareFunnel(Consumer<FunnelRequest.Builder> request) {
        throw new UnsupportedOperationException("AnalyticsApi.prepareFunnel is not overridden");
    }

    /**
     * Events across the account, newest first, in pages. Without a start the server goes back 24 hours only, so a walk
     * over everything has to say from when. A walk from a start to an end that are more than 365 days apart is made of
     * parts, newest first, each a request's range and a day more at both ends; an event that comes with two parts is
     * delivered once. A single request for so long a range is refused before it is sent.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the rows of all pages, walked lazily; nothing is sent before rows are asked for
     * @see <a href="https://synaptiqintel.com/docs/api-reference/analytics-api">the vendor's page</a>
     */
    default Paged<ActivityEvent> activity(Consumer<ActivityRequest.Builder> request) {
        throw new UnsupportedOperationException("AnalyticsApi.activity is not overridden");
    }

    /** {@return what {@link #activity(Consumer)} returns, with nothing but defaults} */
    default Paged<ActivityEvent> activity() {
        return activity(ActivityRequest.builder().build());
    }

    /**
     * Fetches one page alone, the one that the request names.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the page with all that came along with its rows
     */
    default ActivityPage activityPage(Consumer<ActivityRequest.Builder> request) {
        return prepareActivityPage(request).execute();
    }

    /**
     * As {@link #activityPage(Consumer)}, without blocking.
     *
     * @param request as there
     * @return the response to come; canceling it cancels the request
     */
    default CompletableFuture<ActivityPage> activityPageAsync(Consumer<ActivityRequest.Builder> request) {
        return prepareActivityPage(request).executeAsync();
    }

    /**
     * Makes the request of {@link #activityPage(Consumer)} without sending it.
     *
     * @param request as there
     * @return the request, to be shown or sent
     */
    default Invocation<ActivityPage> prepareActivityPage(Consumer<ActivityRequest.Builder> request) {
        throw new UnsupportedOperationException("AnalyticsApi.prepareActivityPage is not overridden");
    }
}
