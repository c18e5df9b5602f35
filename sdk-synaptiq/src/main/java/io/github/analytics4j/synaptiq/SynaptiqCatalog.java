package io.github.analytics4j.synaptiq;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.catalog.ClientSettings.Setting;
import io.github.analytics4j.client.AbstractClientBuilder;
import io.github.analytics4j.client.ApiClient;
import java.util.List;
import java.util.function.Consumer;

/** Synaptiq as data: its operations and tables, and clients opened from settings. Found by {@link java.util.ServiceLoader}. */
public final class SynaptiqCatalog extends ApiCatalog {
    private static final String NAME = "synaptiq";
    private static final Setting KEY = Setting.apiKey("SYNAPTIQ_API_KEY");
    private static final Setting URL = Setting.baseUrl("SYNAPTIQ_BASE_URL", false);

    /** For {@link java.util.ServiceLoader}. */
    public SynaptiqCatalog() {
        super(
                NAME,
                "Synaptiq",
                "Sales conversations: totals, the way to a customer, and what happened.",
                List.of(KEY, URL),
                SynaptiqContents::operations);
    }

    @Override
    protected ApiClient client(ClientSettings settings, Consumer<? super AbstractClientBuilder<?>> change) {
        SynaptiqClient.Builder builder = SynaptiqClient.builder();
        settings.get(NAME, KEY).ifPresent(builder::apiKey);
        settings.get(NAME, URL).ifPresent(builder::baseUrl);
        change.accept(builder);
        return builder.api();
    }
}
