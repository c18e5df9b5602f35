// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.client.Transport;

final class DefaultAnalyticsApi implements AnalyticsApi {
    private final Transport transport;

    DefaultAnalyticsApi(Transport transport) {
        this.transport = transport;
    }

    @Override
    public Invocation<Overview> prepareOverview(OverviewRequest request) {
        return transport.prepare(VoisnapOperations.AnalyticsOverviewOperation.OPERATION, request);
    }

    @Override
    public Invocation<Conversations> prepareConversations(ConversationsRequest request) {
        return transport.prepare(VoisnapOperations.AnalyticsConversationsOperation.OPERATION, request);
    }

    @Override
    public Invocation<Costs> prepareCosts(CostsRequest request) {
        return transport.prepare(VoisnapOperations.AnalyticsCostsOperation.OPERATION, request);
    }

    @Override
    public Invocation<Sentiment> prepareSentiment(SentimentRequest request) {
        return transport.prepare(VoisnapOperations.AnalyticsSentimentOperation.OPERATION, request);
    }

    @Override
    public Invocation<Intents> prepareIntents(IntentsRequest request) {
        return transport.prepare(VoisnapOperations.AnalyticsIntentsOperation.OPERATION, request);
    }
}
