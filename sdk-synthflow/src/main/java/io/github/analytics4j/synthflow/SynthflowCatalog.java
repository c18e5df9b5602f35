package io.github.analytics4j.synthflow;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.catalog.ClientSettings.Setting;
import io.github.analytics4j.client.AbstractClientBuilder;
import io.github.analytics4j.client.ApiClient;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Synthflow as data: its operations and tables, and clients opened from settings. Found by {@link java.util.ServiceLoader}. */
public final class SynthflowCatalog extends ApiCatalog {
    private static final String NAME = "synthflow";
    private static final Setting KEY = Setting.apiKey("SYNTHFLOW_API_KEY");
    private static final Setting URL = Setting.baseUrl("SYNTHFLOW_BASE_URL", false);
    private static final Setting REGION = Setting.oneOf(
            "region",
            "SYNTHFLOW_REGION",
            "Where the workspace lives; GLOBAL unless set.",
            Arrays.stream(Region.values()).map(Region::name).toList());

    /** For {@link java.util.ServiceLoader}. */
    public SynthflowCatalog() {
        super(
                NAME,
                "Synthflow",
                "The analytics export and the call log of voice agents.",
                List.of(KEY, URL, REGION),
                SynthflowContents::operations);
    }

    @Override
    protected ApiClient client(ClientSettings settings, Consumer<? super AbstractClientBuilder<?>> change) {
        SynthflowClient.Builder builder = SynthflowClient.builder();
        settings.get(NAME, KEY).ifPresent(builder::apiKey);
        settings.either(
                NAME,
                URL,
                builder::baseUrl,
                REGION,
                name -> builder.region(Region.valueOf(name.toUpperCase(Locale.ROOT))));
        change.accept(builder);
        return builder.api();
    }
}
