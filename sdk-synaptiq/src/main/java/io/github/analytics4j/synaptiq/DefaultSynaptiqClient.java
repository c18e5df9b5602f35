package io.github.analytics4j.synaptiq;

import io.github.analytics4j.client.ApiClient;
import io.github.analytics4j.client.ClientOptions;
import java.util.function.Consumer;

/** A client on its connections: the typed interfaces over one transport. */
final class DefaultSynaptiqClient implements SynaptiqClient {
    private final ApiClient api;
    private final AnalyticsApi analytics;

    DefaultSynaptiqClient(ApiClient api) {
        this.api = api;
        this.analytics = new DefaultAnalyticsApi(api.transport());
    }

    @Override
    public AnalyticsApi analytics() {
        return analytics;
    }

    @Override
    public SynaptiqClient with(Consumer<ClientOptions.Builder> change) {
        return new DefaultSynaptiqClient(api.with(change));
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
