package io.github.analytics4j.voisnap;

import io.github.analytics4j.client.ApiClient;
import io.github.analytics4j.client.ClientOptions;
import java.util.function.Consumer;

/** A client on its connections: the typed interfaces over one transport. */
final class DefaultVoisnapClient implements VoisnapClient {
    private final ApiClient api;
    private final AnalyticsApi analytics;
    private final Reports reports;

    DefaultVoisnapClient(ApiClient api) {
        this.api = api;
        this.analytics = new DefaultAnalyticsApi(api.transport());
        this.reports = new DefaultReports(
                new DefaultReportsApi(api.transport()),
                new DefaultReportsApi(api.with(o -> o.strict(false)).transport()),
                new ReportWaiter(api.time(), api::onClose));
    }

    @Override
    public AnalyticsApi analytics() {
        return analytics;
    }

    @Override
    public Reports reports() {
        return reports;
    }

    @Override
    public VoisnapClient with(Consumer<ClientOptions.Builder> change) {
        return new DefaultVoisnapClient(api.with(change));
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
