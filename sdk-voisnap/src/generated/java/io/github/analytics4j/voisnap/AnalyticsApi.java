// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

import io.github.analytics4j.client.Invocation;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The operations on analytics. Safe for use by several threads. */
public interface AnalyticsApi {
    /**
     * Conversations, their length, cost and outcome in a period, as totals and in steps.
     *
     * @param request what to ask for
     * @see <a href="https://docs.voisnap.ai/docs/api-reference/analytics">the vendor's page</a>
     */
    Overview overview(OverviewRequest request);

    /**
     * As {@link #overview(OverviewRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Overview overview(Consumer<OverviewRequest.Builder> request) {
        return overview(OverviewRequest.of(request));
    }

    /** As {@link #overview(OverviewRequest)}, with nothing but defaults. */
    default Overview overview() {
        return overview(OverviewRequest.builder().build());
    }

    /**
     * As {@link #overview(OverviewRequest)}, without blocking; canceling the future cancels the request.
     *
     * @param request what to ask for
     */
    CompletableFuture<Overview> overviewAsync(OverviewRequest request);

    /**
     * As {@link #overviewAsync(OverviewRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default CompletableFuture<Overview> overviewAsync(Consumer<OverviewRequest.Builder> request) {
        return overviewAsync(OverviewRequest.of(request));
    }

    /**
     * Makes the request without sending it: to look at, to send later, or for the whole answer and not its value alone.
     *
     * @param request what to ask for
     */
    Invocation<Overview> prepareOverview(OverviewRequest request);

    /**
     * As {@link #prepareOverview(OverviewRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Invocation<Overview> prepareOverview(Consumer<OverviewRequest.Builder> request) {
        return prepareOverview(OverviewRequest.of(request));
    }

    /**
     * Conversations of a period by status, channel and outcome, with the spread of their length. The vendor lists no
     * parameters for it; those of its own call are offered.
     *
     * @param request what to ask for
     * @see <a href="https://docs.voisnap.ai/docs/api-reference/analytics">the vendor's page</a>
     */
    Conversations conversations(ConversationsRequest request);

    /**
     * As {@link #conversations(ConversationsRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Conversations conversations(Consumer<ConversationsRequest.Builder> request) {
        return conversations(ConversationsRequest.of(request));
    }

    /** As {@link #conversations(ConversationsRequest)}, with nothing but defaults. */
    default Conversations conversations() {
        return conversations(ConversationsRequest.builder().build());
    }

    /**
     * As {@link #conversations(ConversationsRequest)}, without blocking; canceling the future cancels the request.
     *
     * @param request what to ask for
     */
    CompletableFuture<Conversations> conversationsAsync(ConversationsRequest request);

    /**
     * As {@link #conversationsAsync(ConversationsRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default CompletableFuture<Conversations> conversationsAsync(Consumer<ConversationsRequest.Builder> request) {
        return conversationsAsync(ConversationsRequest.of(request));
    }

    /**
     * Makes the request without sending it: to look at, to send later, or for the whole answer and not its value alone.
     *
     * @param request what to ask for
     */
    Invocation<Conversations> prepareConversations(ConversationsRequest request);

    /**
     * As {@link #prepareConversations(ConversationsRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Invocation<Conversations> prepareConversations(Consumer<ConversationsRequest.Builder> request) {
        return prepareConversations(ConversationsRequest.of(request));
    }

    /**
     * Cost of a period in all, by kind of service, by agent and in steps.
     *
     * @param request what to ask for
     * @see <a href="https://docs.voisnap.ai/docs/api-reference/analytics">the vendor's page</a>
     */
    Costs costs(CostsRequest request);

    /**
     * As {@link #costs(CostsRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Costs costs(Consumer<CostsRequest.Builder> request) {
        return costs(CostsRequest.of(request));
    }

    /** As {@link #costs(CostsRequest)}, with nothing but defaults. */
    default Costs costs() {
        return costs(CostsRequest.builder().build());
    }

    /**
     * As {@link #costs(CostsRequest)}, without blocking; canceling the future cancels the request.
     *
     * @param request what to ask for
     */
    CompletableFuture<Costs> costsAsync(CostsRequest request);

    /**
     * As {@link #costsAsync(CostsRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default CompletableFuture<Costs> costsAsync(Consumer<CostsRequest.Builder> request) {
        return costsAsync(CostsRequest.of(request));
    }

    /**
     * Makes the request without sending it: to look at, to send later, or for the whole answer and not its value alone.
     *
     * @param request what to ask for
     */
    Invocation<Costs> prepareCosts(CostsRequest request);

    /**
     * As {@link #prepareCosts(CostsRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Invocation<Costs> prepareCosts(Consumer<CostsRequest.Builder> request) {
        return prepareCosts(CostsRequest.of(request));
    }

    /**
     * Mean sentiment of a period, how it is spread, and its course. The vendor lists no parameters for it; those of its
     * own call are offered.
     *
     * @param request what to ask for
     * @see <a href="https://docs.voisnap.ai/docs/api-reference/analytics">the vendor's page</a>
     */
    Sentiment sentiment(SentimentRequest request);

    /**
     * As {@link #sentiment(SentimentRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Sentiment sentiment(Consumer<SentimentRequest.Builder> request) {
        return sentiment(SentimentRequest.of(request));
    }

    /** As {@link #sentiment(SentimentRequest)}, with nothing but defaults. */
    default Sentiment sentiment() {
        return sentiment(SentimentRequest.builder().build());
    }

    /**
     * As {@link #sentiment(SentimentRequest)}, without blocking; canceling the future cancels the request.
     *
     * @param request what to ask for
     */
    CompletableFuture<Sentiment> sentimentAsync(SentimentRequest request);

    /**
     * As {@link #sentimentAsync(SentimentRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default CompletableFuture<Sentiment> sentimentAsync(Consumer<SentimentRequest.Builder> request) {
        return sentimentAsync(SentimentRequest.of(request));
    }

    /**
     * Makes the request without sending it: to look at, to send later, or for the whole answer and not its value alone.
     *
     * @param request what to ask for
     */
    Invocation<Sentiment> prepareSentiment(SentimentRequest request);

    /**
     * As {@link #prepareSentiment(SentimentRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Invocation<Sentiment> prepareSentiment(Consumer<SentimentRequest.Builder> request) {
        return prepareSentiment(SentimentRequest.of(request));
    }

    /**
     * What conversations of a period were about, most frequent first.
     *
     * @param request what to ask for
     * @see <a href="https://docs.voisnap.ai/docs/api-reference/analytics">the vendor's page</a>
     */
    Intents intents(IntentsRequest request);

    /**
     * As {@link #intents(IntentsRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Intents intents(Consumer<IntentsRequest.Builder> request) {
        return intents(IntentsRequest.of(request));
    }

    /** As {@link #intents(IntentsRequest)}, with nothing but defaults. */
    default Intents intents() {
        return intents(IntentsRequest.builder().build());
    }

    /**
     * As {@link #intents(IntentsRequest)}, without blocking; canceling the future cancels the request.
     *
     * @param request what to ask for
     */
    CompletableFuture<Intents> intentsAsync(IntentsRequest request);

    /**
     * As {@link #intentsAsync(IntentsRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default CompletableFuture<Intents> intentsAsync(Consumer<IntentsRequest.Builder> request) {
        return intentsAsync(IntentsRequest.of(request));
    }

    /**
     * Makes the request without sending it: to look at, to send later, or for the whole answer and not its value alone.
     *
     * @param request what to ask for
     */
    Invocation<Intents> prepareIntents(IntentsRequest request);

    /**
     * As {@link #prepareIntents(IntentsRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Invocation<Intents> prepareIntents(Consumer<IntentsRequest.Builder> request) {
        return prepareIntents(IntentsRequest.of(request));
    }
}
