// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.client.Transport;
import java.util.function.Consumer;

final class DefaultAnalyticsApi implements AnalyticsApi {
    private final Transport transport;

    DefaultAnalyticsApi(Transport transport) {
        this.transport = transport;
    }

    @Override
    public Invocation<Overview> prepareOverview(Consumer<OverviewRequest.Builder> fill) {
        return transport.prepare(VoisnapOperations.AnalyticsOverview.OPERATION, OverviewRequest.of(fill));
    }

    @Override
    public Invocation<Conversations> prepareConversations(Consumer<ConversationsRequest.Builder> fill) {
        return transport.prepare(VoisnapOperations.AnalyticsConversations.OPERATION, ConversationsRequest.of(fill));
    }

    @Override
    public Invocation<Costs> prepareCosts(Consumer<CostsRequest.Builder> fill) {
        return transport.prepare(VoisnapOperations.AnalyticsCosts.OPERATION, CostsRequest.of(fill));
    }

    @Override
    public Invocation<Sentiment> prepareSentiment(Consumer<SentimentRequest.Builder> fill) {
        return transport.prepare(VoisnapOperations.AnalyticsSentiment.OPERATION, SentimentRequest.of(fill));
    }

    @Override
    public Invocation<Intents> prepareIntents(Consumer<IntentsRequest.Builder> fill) {
        return transport.prepare(VoisnapOperations.AnalyticsIntents.OPERATION, IntentsRequest.of(fill));
    }
}
