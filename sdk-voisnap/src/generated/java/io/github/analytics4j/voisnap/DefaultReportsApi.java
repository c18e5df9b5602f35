// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.client.Transport;
import io.github.analytics4j.download.Download;

final class DefaultReportsApi implements ReportsApi {
    private final Transport transport;

    DefaultReportsApi(Transport transport) {
        this.transport = transport;
    }

    @Override
    public Invocation<CreatedReport> prepareCreate(CreateReportRequest request) {
        return transport.prepare(VoisnapOperations.ReportsCreate.OPERATION, request);
    }

    @Override
    public Download download(DownloadReportRequest request) {
        return transport.download(VoisnapOperations.ReportsDownload.OPERATION, request);
    }

    @Override
    public Invocation<Download> prepareDownload(DownloadReportRequest request) {
        return transport.prepare(VoisnapOperations.ReportsDownload.OPERATION, request);
    }
}
