// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.client.Transport;
import io.github.analytics4j.download.Download;
import java.util.function.Consumer;

final class DefaultReportsApi implements ReportsApi {
    private final Transport transport;

    DefaultReportsApi(Transport transport) {
        this.transport = transport;
    }

    @Override
    public Invocation<CreatedReport> prepareCreate(Consumer<CreateReportRequest.Builder> fill) {
        return transport.prepare(VoisnapOperations.ReportsCreate.OPERATION, CreateReportRequest.of(fill));
    }

    @Override
    public Download download(Consumer<DownloadReportRequest.Builder> fill) {
        return transport.download(VoisnapOperations.ReportsDownload.OPERATION, DownloadReportRequest.of(fill));
    }

    @Override
    public Invocation<Download> prepareDownload(Consumer<DownloadReportRequest.Builder> fill) {
        return transport.prepare(VoisnapOperations.ReportsDownload.OPERATION, DownloadReportRequest.of(fill));
    }
}
