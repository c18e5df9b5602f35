// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.page.Paged;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The operations on calls. Safe for use by several threads. */
public interface CallsApi {
    /**
     * Lists the calls of one agent, page by page.
     *
     * <p>The list can be narrowed by time, status, duration and phone number.
     *
     * <p>Nothing is sent before rows are asked for; all pages are walked, lazily.
     *
     * @see <a href="https://docs.synthflow.ai/api-reference/platform-api/calls/list-calls">the vendor's page</a>
     */
    Paged<Call> list(ListCallsRequest request);

    /** As {@link #list(ListCallsRequest)}, the request made by a lambda. */
    default Paged<Call> list(Consumer<ListCallsRequest.Builder> request) {
        return list(ListCallsRequest.of(request));
    }

    /** Fetches one page alone, the one that the request names. */
    default ListCallsResponse listPage(ListCallsRequest request) {
        return prepareListPage(request).execute();
    }

    /** As {@link #listPage(ListCallsRequest)}, the request made by a lambda. */
    default ListCallsResponse listPage(Consumer<ListCallsRequest.Builder> request) {
        return listPage(ListCallsRequest.of(request));
    }

    /** As {@link #listPage(ListCallsRequest)}, without blocking; canceling it cancels the request. */
    default CompletableFuture<ListCallsResponse> listPageAsync(ListCallsRequest request) {
        return prepareListPage(request).executeAsync();
    }

    /** As {@link #listPageAsync(ListCallsRequest)}, the request made by a lambda. */
    default CompletableFuture<ListCallsResponse> listPageAsync(Consumer<ListCallsRequest.Builder> request) {
        return listPageAsync(ListCallsRequest.of(request));
    }

    /** Makes the request of {@link #listPage(ListCallsRequest)} without sending it. */
    Invocation<ListCallsResponse> prepareListPage(ListCallsRequest request);

    /** As {@link #prepareListPage(ListCallsRequest)}, the request made by a lambda. */
    default Invocation<ListCallsResponse> prepareListPage(Consumer<ListCallsRequest.Builder> request) {
        return prepareListPage(ListCallsRequest.of(request));
    }
}
