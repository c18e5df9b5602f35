// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.error.UnreadableResponseException;
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
     * Fetches the analytics of a workspace, or of one agent, over a range of time.
     *
     * <p>The figures are refreshed once an hour. An agent without data is most often an inactive one, or a mistyped
     * model id.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the response, decoded
     * @see <a href="https://docs.synthflow.ai/api-reference/platform-api/analytics/analytics-export">the vendor's
     *     page</a>
     */
    default AnalyticsExport export(Consumer<ExportRequest.Builder> request) {
        return prepareExport(request).execute();
    }

    /** {@return what {@link #export(Consumer)} returns, with nothing but defaults} */
    default AnalyticsExport export() {
        return export(ExportRequest.builder().build());
    }

    /**
     * As {@link #export(Consumer)}, without blocking.
     *
     * @param request as there
     * @return the response to come; canceling it cancels the request
     */
    default CompletableFuture<AnalyticsExport> exportAsync(Consumer<ExportRequest.Builder> request) {
        return prepareExport(request).executeAsync();
    }

    /**
     * Makes the request of {@link #export(Consumer)} without sending it.
     *
     * @param request as there
     * @return the request, to be shown or sent
     */
    default Invocation<AnalyticsExport> prepareExport(Consumer<ExportRequest.Builder> request) {
        throw new UnsupportedOperationException("AnalyticsApi.prepareExport is not overridden");
    }
}
