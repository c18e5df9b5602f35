package io.github.analytics4j.client;

import io.github.analytics4j.download.Download;
import io.github.analytics4j.download.LinkAnswer;
import java.util.concurrent.CompletableFuture;

/** A request for a file: its value is the download, which sends the request when its bytes are wanted. */
final class DownloadInvocation extends ShownInvocation<Download> {
    private final OkHttpTransport transport;
    private final PreparedRequest request;

    DownloadInvocation(OkHttpTransport transport, PreparedRequest request) {
        super(request);
        this.transport = transport;
        this.request = request;
    }

    @Override
    public Download execute() {
        return transport.download(request);
    }

    @Override
    public CompletableFuture<Download> executeAsync() {
        return CompletableFuture.completedFuture(execute());
    }

    /** Asks the API once and lets the body be: status and headers are what is wanted here. */
    @Override
    public ApiResponse<Download> response() {
        return shown(transport.drive(transport.linkRun(request)));
    }

    @Override
    public CompletableFuture<ApiResponse<Download>> responseAsync() {
        return transport.driveAsync(transport.linkRun(request), this::shown);
    }

    private ApiResponse<Download> shown(ApiResponse<LinkAnswer> asked) {
        asked.value().close();
        return asked.withValue(execute());
    }
}
