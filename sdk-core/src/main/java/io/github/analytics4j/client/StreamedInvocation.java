package io.github.analytics4j.client;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A request whose response is streamed: its value is made of the request, and sends it when the body is wanted. */
final class StreamedInvocation<R> extends ShownInvocation<R> {
    private final OkHttpTransport transport;
    private final PreparedRequest request;
    private final Function<StreamedRequest, R> value;

    StreamedInvocation(OkHttpTransport transport, PreparedRequest request, Function<StreamedRequest, R> value) {
        super(request);
        this.transport = transport;
        this.request = request;
        this.value = value;
    }

    @Override
    public R execute() {
        return value.apply(new StreamedRequest(transport, request));
    }

    @Override
    public CompletableFuture<R> executeAsync() {
        return CompletableFuture.completedFuture(execute());
    }

    /** Asks the API once and lets the body be: status and headers are what is wanted here. */
    @Override
    public ApiResponse<R> response() {
        return shown(transport.drive(transport.streamedRun(request)));
    }

    @Override
    public CompletableFuture<ApiResponse<R>> responseAsync() {
        return transport.driveAsync(transport.streamedRun(request), this::shown);
    }

    private ApiResponse<R> shown(ApiResponse<StreamedResponse> asked) {
        asked.value().close();
        return asked.withValue(execute());
    }
}
