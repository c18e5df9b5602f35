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
        return transport.prepare(VoisnapOperations.AnalyticsOverview.OPERATION, request);
    }

    @Override
    public Invocation<Conversations> prepareConversations(ConversationsRequest request) {
        return transport.prepare(VoisnapOperations.AnalyticsConversations.OPERATION, request);
    }

    @Override
    public Invocation<Costs> prepareCosts(CostsRequest request) {
        return transport.prepare(VoisnapOperations.AnalyticsCosts.OPERATION, request);
    }

    @Override
    public Invocation<Sentiment> prepareSentiment(SentimentRequest request) {
        return transport.prepare(VoisnapOperations.AnalyticsSentiment.OPERATION, request);
    }

    @Override
    public Invocation<Intents> prepareIntents(IntentsRequest request) {
        return transport.prepare(VoisnapOperations.AnalyticsIntents.OPERATION, request);
    }
}
