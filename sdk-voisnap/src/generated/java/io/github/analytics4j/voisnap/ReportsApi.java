// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.download.Download;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The operations on reports. Safe for use by several threads. */
public interface ReportsApi {
    /**
     * Has the server make a file of conversations. The answer comes at once, the file some seconds later. Each request
     * makes a report of its own and counts against the hourly limit, so it is never sent twice by a retry.
     *
     * @see <a href="https://docs.voisnap.ai/docs/api-reference/analytics">the vendor's page</a>
     */
    default CreatedReport create(CreateReportRequest request) {
        return prepareCreate(request).execute();
    }

    /** As {@link #create(CreateReportRequest)}, the request made by a lambda. */
    default CreatedReport create(Consumer<CreateReportRequest.Builder> request) {
        return create(CreateReportRequest.of(request));
    }

    /** As {@link #create(CreateReportRequest)}, without blocking; canceling it cancels the request. */
    default CompletableFuture<CreatedReport> createAsync(CreateReportRequest request) {
        return prepareCreate(request).executeAsync();
    }

    /** As {@link #createAsync(CreateReportRequest)}, the request made by a lambda. */
    default CompletableFuture<CreatedReport> createAsync(Consumer<CreateReportRequest.Builder> request) {
        return createAsync(CreateReportRequest.of(request));
    }

    /** Makes the request of {@link #create(CreateReportRequest)} without sending it. */
    Invocation<CreatedReport> prepareCreate(CreateReportRequest request);

    /** As {@link #prepareCreate(CreateReportRequest)}, the request made by a lambda. */
    default Invocation<CreatedReport> prepareCreate(Consumer<CreateReportRequest.Builder> request) {
        return prepareCreate(CreateReportRequest.of(request));
    }

    /**
     * Redirects to the file of a report at a storage host, by a signed link that must not be sent the key. A report is
     * kept for 7 days. What the server answers while the file is being made is not documented.
     *
     * <p>Nothing is sent before the file is asked for.
     *
     * @see <a href="https://docs.voisnap.ai/docs/api-reference/analytics">the vendor's page</a>
     */
    Download download(DownloadReportRequest request);

    /** As {@link #download(DownloadReportRequest)}, the request made by a lambda. */
    default Download download(Consumer<DownloadReportRequest.Builder> request) {
        return download(DownloadReportRequest.of(request));
    }

    /** Makes the request of {@link #download(DownloadReportRequest)} without sending it. */
    Invocation<Download> prepareDownload(DownloadReportRequest request);

    /** As {@link #prepareDownload(DownloadReportRequest)}, the request made by a lambda. */
    default Invocation<Download> prepareDownload(Consumer<DownloadReportRequest.Builder> request) {
        return prepareDownload(DownloadReportRequest.of(request));
    }
}
