package io.github.analytics4j.synthflow;

import io.github.analytics4j.client.ApiClient;
import io.github.analytics4j.client.ClientOptions;
import java.util.function.Consumer;

/** A client on its connections: the typed interfaces over one transport. */
final class DefaultSynthflowClient implements SynthflowClient {
    private final ApiClient api;
    private final AnalyticsApi analytics;
    private final CallsApi calls;

    DefaultSynthflowClient(ApiClient api) {
        this.api = api;
        this.analytics = new DefaultAnalyticsApi(api.transport());
        this.calls = new DefaultCallsApi(api.transport());
    }

    @Override
    public AnalyticsApi analytics() {
        return analytics;
    }

    @Override
    public CallsApi calls() {
        return calls;
    }

    @Override
    public SynthflowClient with(Consumer<ClientOptions.Builder> change) {
        return new DefaultSynthflowClient(api.with(change));
    }

    @Override
    public void close() {
        api.close();
    }

    @Override
    public String toString() {
        return api.toString();
    }
}
