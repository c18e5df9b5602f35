// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.client.Transport;
import java.util.concurrent.CompletableFuture;

final class DefaultAnalyticsApi implements AnalyticsApi {
    private final Transport transport;

    DefaultAnalyticsApi(Transport transport) {
        this.transport = transport;
    }

    @Override
    public Overview overview(OverviewRequest request) {
        return prepareOverview(request).execute();
    }

    @Override
    public CompletableFuture<Overview> overviewAsync(OverviewRequest request) {
        return prepareOverview(request).executeAsync();
    }

    @Override
    public Invocation<Overview> prepareOverview(OverviewRequest request) {
        return transport.prepare(VoisnapOperations.AnalyticsOverviewOperation.OPERATION, request);
    }

    @Override
    public Conversations conversations(ConversationsRequest request) {
        return prepareConversations(request).execute();
    }

    @Override
    public CompletableFuture<Conversations> conversationsAsync(ConversationsRequest request) {
        return prepareConversations(request).executeAsync();
    }

    @Override
    public Invocation<Conversations> prepareConversations(ConversationsRequest request) {
        return transport.prepare(VoisnapOperations.AnalyticsConversationsOperation.OPERATION, request);
    }

    @Override
    public Costs costs(CostsRequest request) {
        return prepareCosts(request).execute();
    }

    @Override
    public CompletableFuture<Costs> costsAsync(CostsRequest request) {
        return prepareCosts(request).executeAsync();
    }

    @Override
    public Invocation<Costs> prepareCosts(CostsRequest request) {
        return transport.prepare(VoisnapOperations.AnalyticsCostsOperation.OPERATION, request);
    }

    @Override
    public Sentiment sentiment(SentimentRequest request) {
        return prepareSentiment(request).execute();
    }

    @Override
    public CompletableFuture<Sentiment> sentimentAsync(SentimentRequest request) {
        return prepareSentiment(request).executeAsync();
    }

    @Override
    public Invocation<Sentiment> prepareSentiment(SentimentRequest request) {
        return transport.prepare(VoisnapOperations.AnalyticsSentimentOperation.OPERATION, request);
    }

    @Override
    public Intents intents(IntentsRequest request) {
        return prepareIntents(request).execute();
    }

    @Override
    public CompletableFuture<Intents> intentsAsync(IntentsRequest request) {
        return prepareIntents(request).executeAsync();
    }

    @Override
    public Invocation<Intents> prepareIntents(IntentsRequest request) {
        return transport.prepare(VoisnapOperations.AnalyticsIntentsOperation.OPERATION, request);
    }
}
