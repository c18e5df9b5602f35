// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.client.Invocation;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The operations on analytics. Safe for use by several threads. */
public interface AnalyticsApi {
    /**
     * Fetches the analytics of a workspace, or of one agent, over a range of time.
     *
     * <p>The figures are refreshed once an hour. An agent without data is most often an inactive one, or a mistyped
     * model id.
     *
     * @param request what to ask for
     * @see <a href="https://docs.synthflow.ai/api-reference/platform-api/analytics/analytics-export">the vendor's
     *     page</a>
     */
    AnalyticsExport export(ExportRequest request);

    /**
     * As {@link #export(ExportRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default AnalyticsExport export(Consumer<ExportRequest.Builder> request) {
        return export(ExportRequest.of(request));
    }

    /** As {@link #export(ExportRequest)}, with nothing but defaults. */
    default AnalyticsExport export() {
        return export(ExportRequest.builder().build());
    }

    /**
     * As {@link #export(ExportRequest)}, without blocking; canceling the future cancels the request.
     *
     * @param request what to ask for
     */
    CompletableFuture<AnalyticsExport> exportAsync(ExportRequest request);

    /**
     * As {@link #exportAsync(ExportRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default CompletableFuture<AnalyticsExport> exportAsync(Consumer<ExportRequest.Builder> request) {
        return exportAsync(ExportRequest.of(request));
    }

    /**
     * Makes the request without sending it: to look at, to send later, or for the whole answer and not its value alone.
     *
     * @param request what to ask for
     */
    Invocation<AnalyticsExport> prepareExport(ExportRequest request);

    /**
     * As {@link #prepareExport(ExportRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Invocation<AnalyticsExport> prepareExport(Consumer<ExportRequest.Builder> request) {
        return prepareExport(ExportRequest.of(request));
    }
}
