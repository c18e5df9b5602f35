// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.download.Download;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.error.UnreadableResponseException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The operations on reports. Safe for use by several threads.
 *
 * <p>Where a request is taken, a lambda over its builder will do, or a request made before. A test double overrides
 * what its code calls; the rest throws {@link UnsupportedOperationException}.
 *
 * <p>A request that breaks a rule is an {@link InvalidRequestException} before anything is sent. One that was sent and
 * has no good response is an {@link ApiException} if the server refused it, a {@link NoResponseException} if no
 * response came, and an {@link UnreadableResponseException} if that could not be read; a future completes with the
 * same.
 */
public interface ReportsApi {
    /**
     * Has the server make a file of conversations. The response comes at once, the file some seconds later. Each
     * request makes a report of its own and counts against the hourly limit, so it is never sent twice by a retry.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the response, decoded
     * @see <a href="https://docs.voisnap.ai/docs/api-reference/analytics">the vendor's page</a>
     */
    default CreatedReport create(Consumer<CreateReportRequest.Builder> request) {
        return prepareCreate(request).execute();
    }

    /**
     * As {@link #create(Consumer)}, without blocking.
     *
     * @param request as there
     * @return the response to come; canceling it cancels the request
     */
    default CompletableFuture<CreatedReport> createAsync(Consumer<CreateReportRequest.Builder> request) {
        return prepareCreate(request).executeAsync();
    }

    /**
     * Makes the request of {@link #create(Consumer)} without sending it.
     *
     * @param request as there
     * @return the request, to be shown or sent
     */
    default Invocation<CreatedReport> prepareCreate(Consumer<CreateReportRequest.Builder> request) {
        throw new UnsupportedOperationException("ReportsApi.prepareCreate is not overridden");
    }

    /**
     * Redirects to the file of a report at a storage host, by a signed link that must not be sent the key. A report is
     * kept for 7 days. What the server answers while the file is being made is not documented.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the file, not yet fetched; nothing is sent before it is asked for
     * @see <a href="https://docs.voisnap.ai/docs/api-reference/analytics">the vendor's page</a>
     */
    default Download download(Consumer<DownloadReportRequest.Builder> request) {
        throw new UnsupportedOperationException("ReportsApi.download is not overridden");
    }

    /**
     * Makes the request of {@link #download(Consumer)} without sending it.
     *
     * @param request as there
     * @return the request, to be shown or sent
     */
    default Invocation<Download> prepareDownload(Consumer<DownloadReportRequest.Builder> request) {
        throw new UnsupportedOperationException("ReportsApi.prepareDownload is not overridden");
    }
}
