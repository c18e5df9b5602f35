package io.github.analytics4j.client;

import io.github.analytics4j.client.JsonResponseReader.Wanted;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows a prepared request, and sends it. */
abstract class PreparedInvocation<R> implements Invocation<R> {
    final PreparedRequest request;

    PreparedInvocation(PreparedRequest request) {
        this.request = request;
    }

    @Override
    public String method() {
        return request.info().method();
    }

    @Override
    public URI url() {
        return URI.create(request.shownUrl());
    }

    @Override
    public Map<String, String> query() {
        return Collections.unmodifiableMap(request.shownQuery());
    }

    @Override
    public Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        request.shownHeaders().forEach((name, value) -> headers.put(name, List.of(value)));
        return Collections.unmodifiableMap(headers);
    }

    @Override
    public @Nullable String body() {
        return request.shownBody();
    }

    @Override
    public String toCurl() {
        return request.toCurl();
    }

    /** As a log may show it. */
    @Override
    public String toString() {
        return request.info().method() + " " + request.info().url();
    }

    /** A request whose response is JSON. */
    static final class OfJson<R> extends PreparedInvocation<R> {
        private final OkHttpTransport transport;
        private final Operation<?, R> operation;

        OfJson(OkHttpTransport transport, Operation<?, R> operation, PreparedRequest request) {
            super(request);
            this.transport = transport;
            this.operation = operation;
        }

        @Override
        public R execute() {
            return transport.drive(call(Wanted.VALUE)).value();
        }

        @Override
        public CompletableFuture<R> executeAsync() {
            return transport.driveAsync(call(Wanted.VALUE), ApiResponse::value);
        }

        @Override
        public ApiResponse<R> response() {
            return transport.drive(call(Wanted.WHOLE_RESPONSE));
        }

        @Override
        public CompletableFuture<ApiResponse<R>> responseAsync() {
            return transport.driveAsync(call(Wanted.WHOLE_RESPONSE), Function.identity());
        }

        private ApiCall<R> call(Wanted wanted) {
            return transport.call(operation, request, wanted);
        }
    }

    /** A request whose response is streamed: its value is made of the request, and sends it when the body is wanted. */
    static final class OfStream<R> extends PreparedInvocation<R> {
        private final OkHttpTransport transport;
        private final Function<StreamedRequest, R> value;

        OfStream(OkHttpTransport transport, Function<StreamedRequest, R> value, PreparedRequest request) {
            super(request);
            this.transport = transport;
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
            return shown(transport.drive(transport.streamedCall(request)));
        }

        @Override
        public CompletableFuture<ApiResponse<R>> responseAsync() {
            return transport.driveAsync(transport.streamedCall(request), this::shown);
        }

        private ApiResponse<R> shown(ApiResponse<StreamedResponse> asked) {
            asked.value().close();
            return asked.withValue(execute());
        }
    }
}
