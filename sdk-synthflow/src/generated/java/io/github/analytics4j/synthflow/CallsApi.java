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
     * @param request what to ask for
     * @see <a href="https://docs.synthflow.ai/api-reference/platform-api/calls/list-calls">the vendor's page</a>
     */
    Paged<Call> list(ListCallsRequest request);

    /**
     * As {@link #list(ListCallsRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Paged<Call> list(Consumer<ListCallsRequest.Builder> request) {
        return list(ListCallsRequest.of(request));
    }

    /**
     * Asks for one page alone, as the request has it, without blocking; canceling the future cancels the request.
     *
     * @param request what to ask for
     */
    CompletableFuture<ListCallsResponse> listAsync(ListCallsRequest request);

    /**
     * As {@link #listAsync(ListCallsRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default CompletableFuture<ListCallsResponse> listAsync(Consumer<ListCallsRequest.Builder> request) {
        return listAsync(ListCallsRequest.of(request));
    }

    /**
     * Makes the request for one page without sending it: to look at, to send later, or for the whole answer and not its
     * value alone.
     *
     * @param request what to ask for
     */
    Invocation<ListCallsResponse> prepareList(ListCallsRequest request);

    /**
     * As {@link #prepareList(ListCallsRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Invocation<ListCallsResponse> prepareList(Consumer<ListCallsRequest.Builder> request) {
        return prepareList(ListCallsRequest.of(request));
    }
}
