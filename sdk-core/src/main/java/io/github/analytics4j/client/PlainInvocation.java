package io.github.analytics4j.client;

import java.util.concurrent.CompletableFuture;

/** A request for JSON, and the transport that would send it. */
final class PlainInvocation<R> extends ShownInvocation<R> {
    private final OkHttpTransport transport;
    private final Operation<?, R> operation;
    private final PreparedRequest request;

    PlainInvocation(OkHttpTransport transport, Operation<?, R> operation, PreparedRequest request) {
        super(request);
        this.transport = transport;
        this.operation = operation;
        this.request = request;
    }

    @Override
    public R execute() {
        return transport.drive(transport.run(operation, request, false)).value();
    }

    @Override
    public CompletableFuture<R> executeAsync() {
        return transport.driveAsync(transport.run(operation, request, false), ApiResponse::value);
    }

    @Override
    public ApiResponse<R> response() {
        return transport.drive(transport.run(operation, request, true));
    }

    @Override
    public CompletableFuture<ApiResponse<R>> responseAsync() {
        return transport.driveAsync(transport.run(operation, request, true), response -> response);
    }
}
