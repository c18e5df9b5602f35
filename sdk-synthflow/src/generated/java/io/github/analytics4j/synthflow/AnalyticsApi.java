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
     * @see <a href="https://docs.synthflow.ai/api-reference/platform-api/analytics/analytics-export">the vendor's
     *     page</a>
     */
    default AnalyticsExport export(ExportRequest request) {
        return prepareExport(request).execute();
    }

    /** As {@link #export(ExportRequest)}, the request made by a lambda. */
    default AnalyticsExport export(Consumer<ExportRequest.Builder> request) {
        return export(ExportRequest.of(request));
    }

    /** As {@link #export(ExportRequest)}, with nothing but defaults. */
    default AnalyticsExport export() {
        return export(ExportRequest.builder().build());
    }

    /** As {@link #export(ExportRequest)}, without blocking; canceling it cancels the request. */
    default CompletableFuture<AnalyticsExport> exportAsync(ExportRequest request) {
        return prepareExport(request).executeAsync();
    }

    /** As {@link #exportAsync(ExportRequest)}, the request made by a lambda. */
    default CompletableFuture<AnalyticsExport> exportAsync(Consumer<ExportRequest.Builder> request) {
        return exportAsync(ExportRequest.of(request));
    }

    /** Makes the request of {@link #export(ExportRequest)} without sending it. */
    Invocation<AnalyticsExport> prepareExport(ExportRequest request);

    /** As {@link #prepareExport(ExportRequest)}, the request made by a lambda. */
    default Invocation<AnalyticsExport> prepareExport(Consumer<ExportRequest.Builder> request) {
        return prepareExport(ExportRequest.of(request));
    }
}
