package io.github.analytics4j.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A prepared request and the transport that would send it. */
final class PlainInvocation<R> implements Invocation<R> {
    private final OkHttpTransport transport;
    private final Operation<?, R> operation;
    private final PreparedRequest request;

    PlainInvocation(OkHttpTransport transport, Operation<?, R> operation, PreparedRequest request) {
        this.transport = transport;
        this.operation = operation;
        this.request = request;
    }

    @Override
    public String method() {
        return request.info().method();
    }

    @Override
    public URI url() {
        return request.shownUrl();
    }

    @Override
    public Map<String, String> query() {
        return java.util.Collections.unmodifiableMap(request.shownQuery());
    }

    @Override
    public Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        request.shownHeaders().forEach((name, value) -> headers.put(name, List.of(value)));
        return java.util.Collections.unmodifiableMap(headers);
    }

    @Override
    public @Nullable String body() {
        return request.body();
    }

    @Override
    public String toCurl() {
        return CurlLine.of(request);
    }

    @Override
    public R execute() {
        return transport.call(operation, request, false).value();
    }

    @Override
    public CompletableFuture<R> executeAsync() {
        return transport.callAsync(operation, request, false, ApiResponse::value);
    }

    @Override
    public ApiResponse<R> response() {
        return transport.call(operation, request, true);
    }

    @Override
    public CompletableFuture<ApiResponse<R>> responseAsync() {
        return transport.callAsync(operation, request, true, response -> response);
    }

    /** As a log may show it. */
    @Override
    public String toString() {
        return request.info().method() + " " + request.info().url();
    }
}
