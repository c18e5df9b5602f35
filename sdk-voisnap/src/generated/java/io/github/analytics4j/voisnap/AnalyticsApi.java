// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

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
     * Conversations, their length, cost and outcome in a period, as totals and in steps.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the response, decoded
     * @see <a href="https://docs.voisnap.ai/docs/api-reference/analytics">the vendor's page</a>
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
     * Conversations of a period by status, channel and outcome, with the spread of their length. The vendor lists no
     * parameters for it; those of its own call are offered.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the response, decoded
     * @see <a href="https://docs.voisnap.ai/docs/api-reference/analytics">the vendor's page</a>
     */
    default Conversations conversations(Consumer<ConversationsRequest.Builder> request) {
        return prepareConversations(request).execute();
    }

    /** {@return what {@link #conversations(Consumer)} returns, with nothing but defaults} */
    default Conversations conversations() {
        return conversations(ConversationsRequest.builder().build());
    }

    /**
     * As {@link #conversations(Consumer)}, without blocking.
     *
     * @param request as there
     * @return the response to come; canceling it cancels the request
     */
    default CompletableFuture<Conversations> conversationsAsync(Consumer<ConversationsRequest.Builder> request) {
        return prepareConversations(request).executeAsync();
    }

    /**
     * Makes the request of {@link #conversations(Consumer)} without sending it.
     *
     * @param request as there
     * @return the request, to be shown or sent
     */
    default Invocation<Conversations> prepareConversations(Consumer<ConversationsRequest.Builder> request) {
        throw new UnsupportedOperationException("AnalyticsApi.prepareConversations is not overridden");
    }

    /**
     * Cost of a period in all, by kind of service, by agent and in steps.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the response, decoded
     * @see <a href="https://docs.voisnap.ai/docs/api-reference/analytics">the vendor's page</a>
     */
    default Costs costs(Consumer<CostsRequest.Builder> request) {
        return prepareCosts(request).execute();
    }

    /** {@return what {@link #costs(Consumer)} returns, with nothing but defaults} */
    default Costs costs() {
        return costs(CostsRequest.builder().build());
    }

    /**
     * As {@link #costs(Consumer)}, without blocking.
     *
     * @param request as there
     * @return the response to come; canceling it cancels the request
     */
    default CompletableFuture<Costs> costsAsync(Consumer<CostsRequest.Builder> request) {
        return prepareCosts(request).executeAsync();
    }

    /**
     * Makes the request of {@link #costs(Consumer)} without sending it.
     *
     * @param request as there
     * @return the request, to be shown or sent
     */
    default Invocation<Costs> prepareCosts(Consumer<CostsRequest.Builder> request) {
        throw new UnsupportedOperationException("AnalyticsApi.prepareCosts is not overridden");
    }

    /**
     * Mean sentiment of a period, how it is spread, and its course. The vendor lists no parameters for it; those of its
     * own call are offered.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the response, decoded
     * @see <a href="https://docs.voisnap.ai/docs/api-reference/analytics">the vendor's page</a>
     */
    default Sentiment sentiment(Consumer<SentimentRequest.Builder> request) {
        return prepareSentiment(request).execute();
    }

    /** {@return what {@link #sentiment(Consumer)} returns, with nothing but defaults} */
    default Sentiment sentiment() {
        return sentiment(SentimentRequest.builder().build());
    }

    /**
     * As {@link #sentiment(Consumer)}, without blocking.
     *
     * @param request as there
     * @return the response to come; canceling it cancels the request
     */
    default CompletableFuture<Sentiment> sentimentAsync(Consumer<SentimentRequest.Builder> request) {
        return prepareSentiment(request).executeAsync();
    }

    /**
     * Makes the request of {@link #sentiment(Consumer)} without sending it.
     *
     * @param request as there
     * @return the request, to be shown or sent
     */
    default Invocation<Sentiment> prepareSentiment(Consumer<SentimentRequest.Builder> request) {
        throw new UnsupportedOperationException("AnalyticsApi.prepareSentiment is not overridden");
    }

    /**
     * What conversations of a period were about, in the vendor's sample the most frequent first and other last.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the response, decoded
     * @see <a href="https://docs.voisnap.ai/docs/api-reference/analytics">the vendor's page</a>
     */
    default Intents intents(Consumer<IntentsRequest.Builder> request) {
        return prepareIntents(request).execute();
    }

    /** {@return what {@link #intents(Consumer)} returns, with nothing but defaults} */
    default Intents intents() {
        return intents(IntentsRequest.builder().build());
    }

    /**
     * As {@link #intents(Consumer)}, without blocking.
     *
     * @param request as there
     * @return the response to come; canceling it cancels the request
     */
    default CompletableFuture<Intents> intentsAsync(Consumer<IntentsRequest.Builder> request) {
        return prepareIntents(request).executeAsync();
    }

    /**
     * Makes the request of {@link #intents(Consumer)} without sending it.
     *
     * @param request as there
     * @return the request, to be shown or sent
     */
    default Invocation<Intents> prepareIntents(Consumer<IntentsRequest.Builder> request) {
        throw new UnsupportedOperationException("AnalyticsApi.prepareIntents is not overridden");
    }
}
