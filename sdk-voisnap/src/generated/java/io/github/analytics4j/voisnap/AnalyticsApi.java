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
     * @see <a href="https://docs.voisnap.ai/docs/api-reference/analytics">the vendor's page</a>
     */
    default Overview overview(OverviewRequest request) {
        return prepareOverview(request).execute();
    }

    /** As {@link #overview(OverviewRequest)}, the request made by a lambda. */
    default Overview overview(Consumer<OverviewRequest.Builder> request) {
        return overview(OverviewRequest.of(request));
    }

    /** As {@link #overview(OverviewRequest)}, with nothing but defaults. */
    default Overview overview() {
        return overview(OverviewRequest.builder().build());
    }

    /** As {@link #overview(OverviewRequest)}, without blocking; canceling it cancels the request. */
    default CompletableFuture<Overview> overviewAsync(OverviewRequest request) {
        return prepareOverview(request).executeAsync();
    }

    /** As {@link #overviewAsync(OverviewRequest)}, the request made by a lambda. */
    default CompletableFuture<Overview> overviewAsync(Consumer<OverviewRequest.Builder> request) {
        return overviewAsync(OverviewRequest.of(request));
    }

    /** Makes the request of {@link #overview(OverviewRequest)} without sending it. */
    Invocation<Overview> prepareOverview(OverviewRequest request);

    /** As {@link #prepareOverview(OverviewRequest)}, the request made by a lambda. */
    default Invocation<Overview> prepareOverview(Consumer<OverviewRequest.Builder> request) {
        return prepareOverview(OverviewRequest.of(request));
    }

    /**
     * Conversations of a period by status, channel and outcome, with the spread of their length. The vendor lists no
     * parameters for it; those of its own call are offered.
     *
     * @see <a href="https://docs.voisnap.ai/docs/api-reference/analytics">the vendor's page</a>
     */
    default Conversations conversations(ConversationsRequest request) {
        return prepareConversations(request).execute();
    }

    /** As {@link #conversations(ConversationsRequest)}, the request made by a lambda. */
    default Conversations conversations(Consumer<ConversationsRequest.Builder> request) {
        return conversations(ConversationsRequest.of(request));
    }

    /** As {@link #conversations(ConversationsRequest)}, with nothing but defaults. */
    default Conversations conversations() {
        return conversations(ConversationsRequest.builder().build());
    }

    /** As {@link #conversations(ConversationsRequest)}, without blocking; canceling it cancels the request. */
    default CompletableFuture<Conversations> conversationsAsync(ConversationsRequest request) {
        return prepareConversations(request).executeAsync();
    }

    /** As {@link #conversationsAsync(ConversationsRequest)}, the request made by a lambda. */
    default CompletableFuture<Conversations> conversationsAsync(Consumer<ConversationsRequest.Builder> request) {
        return conversationsAsync(ConversationsRequest.of(request));
    }

    /** Makes the request of {@link #conversations(ConversationsRequest)} without sending it. */
    Invocation<Conversations> prepareConversations(ConversationsRequest request);

    /** As {@link #prepareConversations(ConversationsRequest)}, the request made by a lambda. */
    default Invocation<Conversations> prepareConversations(Consumer<ConversationsRequest.Builder> request) {
        return prepareConversations(ConversationsRequest.of(request));
    }

    /**
     * Cost of a period in all, by kind of service, by agent and in steps.
     *
     * @see <a href="https://docs.voisnap.ai/docs/api-reference/analytics">the vendor's page</a>
     */
    default Costs costs(CostsRequest request) {
        return prepareCosts(request).execute();
    }

    /** As {@link #costs(CostsRequest)}, the request made by a lambda. */
    default Costs costs(Consumer<CostsRequest.Builder> request) {
        return costs(CostsRequest.of(request));
    }

    /** As {@link #costs(CostsRequest)}, with nothing but defaults. */
    default Costs costs() {
        return costs(CostsRequest.builder().build());
    }

    /** As {@link #costs(CostsRequest)}, without blocking; canceling it cancels the request. */
    default CompletableFuture<Costs> costsAsync(CostsRequest request) {
        return prepareCosts(request).executeAsync();
    }

    /** As {@link #costsAsync(CostsRequest)}, the request made by a lambda. */
    default CompletableFuture<Costs> costsAsync(Consumer<CostsRequest.Builder> request) {
        return costsAsync(CostsRequest.of(request));
    }

    /** Makes the request of {@link #costs(CostsRequest)} without sending it. */
    Invocation<Costs> prepareCosts(CostsRequest request);

    /** As {@link #prepareCosts(CostsRequest)}, the request made by a lambda. */
    default Invocation<Costs> prepareCosts(Consumer<CostsRequest.Builder> request) {
        return prepareCosts(CostsRequest.of(request));
    }

    /**
     * Mean sentiment of a period, how it is spread, and its course. The vendor lists no parameters for it; those of its
     * own call are offered.
     *
     * @see <a href="https://docs.voisnap.ai/docs/api-reference/analytics">the vendor's page</a>
     */
    default Sentiment sentiment(SentimentRequest request) {
        return prepareSentiment(request).execute();
    }

    /** As {@link #sentiment(SentimentRequest)}, the request made by a lambda. */
    default Sentiment sentiment(Consumer<SentimentRequest.Builder> request) {
        return sentiment(SentimentRequest.of(request));
    }

    /** As {@link #sentiment(SentimentRequest)}, with nothing but defaults. */
    default Sentiment sentiment() {
        return sentiment(SentimentRequest.builder().build());
    }

    /** As {@link #sentiment(SentimentRequest)}, without blocking; canceling it cancels the request. */
    default CompletableFuture<Sentiment> sentimentAsync(SentimentRequest request) {
        return prepareSentiment(request).executeAsync();
    }

    /** As {@link #sentimentAsync(SentimentRequest)}, the request made by a lambda. */
    default CompletableFuture<Sentiment> sentimentAsync(Consumer<SentimentRequest.Builder> request) {
        return sentimentAsync(SentimentRequest.of(request));
    }

    /** Makes the request of {@link #sentiment(SentimentRequest)} without sending it. */
    Invocation<Sentiment> prepareSentiment(SentimentRequest request);

    /** As {@link #prepareSentiment(SentimentRequest)}, the request made by a lambda. */
    default Invocation<Sentiment> prepareSentiment(Consumer<SentimentRequest.Builder> request) {
        return prepareSentiment(SentimentRequest.of(request));
    }

    /**
     * What conversations of a period were about, most frequent first.
     *
     * @see <a href="https://docs.voisnap.ai/docs/api-reference/analytics">the vendor's page</a>
     */
    default Intents intents(IntentsRequest request) {
        return prepareIntents(request).execute();
    }

    /** As {@link #intents(IntentsRequest)}, the request made by a lambda. */
    default Intents intents(Consumer<IntentsRequest.Builder> request) {
        return intents(IntentsRequest.of(request));
    }

    /** As {@link #intents(IntentsRequest)}, with nothing but defaults. */
    default Intents intents() {
        return intents(IntentsRequest.builder().build());
    }

    /** As {@link #intents(IntentsRequest)}, without blocking; canceling it cancels the request. */
    default CompletableFuture<Intents> intentsAsync(IntentsRequest request) {
        return prepareIntents(request).executeAsync();
    }

    /** As {@link #intentsAsync(IntentsRequest)}, the request made by a lambda. */
    default CompletableFuture<Intents> intentsAsync(Consumer<IntentsRequest.Builder> request) {
        return intentsAsync(IntentsRequest.of(request));
    }

    /** Makes the request of {@link #intents(IntentsRequest)} without sending it. */
    Invocation<Intents> prepareIntents(IntentsRequest request);

    /** As {@link #prepareIntents(IntentsRequest)}, the request made by a lambda. */
    default Invocation<Intents> prepareIntents(Consumer<IntentsRequest.Builder> request) {
        return prepareIntents(IntentsRequest.of(request));
    }
}
