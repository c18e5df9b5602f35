package io.github.analytics4j.voisnap;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ApiSession.FileOrder;
import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.catalog.ClientSettings.Setting;
import io.github.analytics4j.client.AbstractClientBuilder;
import io.github.analytics4j.client.ApiClient;
import io.github.analytics4j.download.DownloadOptions;
import io.github.analytics4j.download.DownloadedFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Voisnap as data: its operations and tables, and clients opened from settings. Found by {@link java.util.ServiceLoader}. */
public final class VoisnapCatalog extends ApiCatalog {
    private static final String NAME = "voisnap";
    private static final Setting KEY = Setting.apiKey("VOISNAP_API_KEY");
    private static final Setting URL = Setting.baseUrl("VOISNAP_BASE_URL", false);
    private static final Setting ENVIRONMENT = Setting.oneOf(
            "environment",
            "VOISNAP_ENVIRONMENT",
            "Which of the vendor's installations is asked; PRODUCTION unless set.",
            Arrays.stream(Environment.values()).map(Environment::name).toList());

    /** For {@link java.util.ServiceLoader}. */
    public VoisnapCatalog() {
        super(
                NAME,
                "Voisnap",
                "Conversation metrics, costs, sentiment and intents, and reports as files.",
                List.of(KEY, URL, ENVIRONMENT),
                VoisnapContents::operations);
    }

    @Override
    protected ApiClient client(ClientSettings settings, Consumer<? super AbstractClientBuilder<?>> change) {
        VoisnapClient.Builder builder = VoisnapClient.builder();
        settings.get(NAME, KEY).ifPresent(builder::apiKey);
        settings.either(
                NAME,
                URL,
                builder::baseUrl,
                ENVIRONMENT,
                name -> builder.environment(Environment.valueOf(name.toUpperCase(Locale.ROOT))));
        change.accept(builder);
        return builder.api();
    }

    @Override
    protected FileOrder order(ApiClient client, Object request) {
        return new ReportOrder(new DefaultVoisnapClient(client).reports().create((CreateReportRequest) request));
    }

    @Override
    protected FileOrder resume(ApiClient client, String ticket) {
        return new ReportOrder(new DefaultVoisnapClient(client).reports().resume(ticket));
    }

    private record ReportOrder(Report report) implements FileOrder {
        @Override
        public String id() {
            return report.reportId();
        }

        @Override
        public String ticket() {
            return report.toText();
        }

        @Override
        public FileOrder await(Duration deadline) {
            return new ReadyOrder(report.await(deadline));
        }

        @Override
        public DownloadedFile saveTo(Path file, Consumer<DownloadOptions.Builder> change) {
            return report.download().saveTo(file, change);
        }
    }

    /** It keeps the link that the wait found: the API counts each request for one. */
    private record ReadyOrder(ReadyReport ready) implements FileOrder {
        @Override
        public String id() {
            return ready.reportId();
        }

        @Override
        public String ticket() {
            return ready.report().toText();
        }

        @Override
        public FileOrder await(Duration deadline) {
            return this;
        }

        @Override
        public DownloadedFile saveTo(Path file, Consumer<DownloadOptions.Builder> change) {
            return ready.saveTo(file, change);
        }
    }
}
