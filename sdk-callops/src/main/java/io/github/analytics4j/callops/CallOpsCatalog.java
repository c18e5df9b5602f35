package io.github.analytics4j.callops;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.catalog.ClientSettings.Setting;
import io.github.analytics4j.client.AbstractClientBuilder;
import io.github.analytics4j.client.ApiClient;
import java.util.List;
import java.util.function.Consumer;

/** CallOps as data: its operations and tables, and clients opened from settings. Found by {@link java.util.ServiceLoader}. */
public final class CallOpsCatalog extends ApiCatalog {
    private static final String NAME = "callops";
    private static final Setting KEY = Setting.apiKey("CALLOPS_API_KEY");
    private static final Setting URL = Setting.baseUrl("CALLOPS_BASE_URL", true);

    /** For {@link java.util.ServiceLoader}. */
    public CallOpsCatalog() {
        super(
                NAME,
                "CallOps",
                "Metrics of call operations, from volume to speech-to-text events.",
                List.of(KEY, URL),
                CallOpsContents::operations);
    }

    @Override
    protected ApiClient client(ClientSettings settings, Consumer<? super AbstractClientBuilder<?>> change) {
        CallOpsClient.Builder builder = CallOpsClient.builder();
        settings.get(NAME, KEY).ifPresent(builder::apiKey);
        settings.get(NAME, URL).ifPresent(builder::baseUrl);
        change.accept(builder);
        return builder.api();
    }
}
