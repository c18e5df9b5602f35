// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.error.UnreadableResponseException;
import io.github.analytics4j.page.Paged;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The operations on calls. Safe for use by several threads.
 *
 * <p>Where a request is taken, a lambda over its builder will do, or a request made before. A test double overrides
 * what its code calls; the rest throws {@link UnsupportedOperationException}.
 *
 * <p>A request that breaks a rule is an {@link InvalidRequestException} before anything is sent. One that was sent and
 * has no good response is an {@link ApiException} if the server refused it, a {@link NoResponseException} if no
 * response came, and an {@link UnreadableResponseException} if that could not be read; a future completes with the
 * same.
 */
public interface CallsApi {
    /**
     * Lists the calls of one agent, page by page.
     *
     * <p>The list can be narrowed by time, status, duration and phone number.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the rows of all pages, walked lazily; nothing is sent before rows are asked for
     * @see <a href="https://docs.synthflow.ai/api-reference/platform-api/calls/list-calls">the vendor's page</a>
     */
    default Paged<Call> list(Consumer<ListCallsRequest.Builder> request) {
        throw new UnsupportedOperationException("CallsApi.list is not overridden");
    }

    /**
     * Fetches one page alone, the one that the request names.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the page with all that came along with its rows
     */
    default ListCallsResponse listPage(Consumer<ListCallsRequest.Builder> request) {
        return prepareListPage(request).execute();
    }

    /**
     * As {@link #listPage(Consumer)}, without blocking.
     *
     * @param request as there
     * @return the response to come; canceling it cancels the request
     */
    default CompletableFuture<ListCallsResponse> listPageAsync(Consumer<ListCallsRequest.Builder> request) {
        return prepareListPage(request).executeAsync();
    }

    /**
     * Makes the request of {@link #listPage(Consumer)} without sending it.
     *
     * @param request as there
     * @return the request, to be shown or sent
     */
    default Invocation<ListCallsResponse> prepareListPage(Consumer<ListCallsRequest.Builder> request) {
        throw new UnsupportedOperationException("CallsApi.prepareListPage is not overridden");
    }
}
