package io.github.analytics4j.callops;

import io.github.analytics4j.client.ApiClient;
import io.github.analytics4j.client.ClientOptions;
import java.util.function.Consumer;

/** A client on its connections: the typed interfaces over one transport. */
final class DefaultCallOpsClient implements CallOpsClient {
    private final ApiClient api;
    private final AnalyticsApi analytics;

    DefaultCallOpsClient(ApiClient api) {
        this.api = api;
        this.analytics = new DefaultAnalyticsApi(api.transport());
    }

    @Override
    public AnalyticsApi analytics() {
        return analytics;
    }

    @Override
    public CallOpsClient with(Consumer<ClientOptions.Builder> change) {
        return new DefaultCallOpsClient(api.with(change));
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
