package io.github.analytics4j.codegen;

import io.github.analytics4j.client.ApiResponse;
import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.client.Operation;
import io.github.analytics4j.client.Transport;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A transport that answers from a function and keeps what it was asked. */
final class CannedTransport implements Transport {

    private final Function<Object, Object> answers;
    private final List<Object> asked = new ArrayList<>();

    CannedTransport(Function<Object, Object> answers) {
        this.answers = answers;
    }

    /** The requests that were sent, in order. */
    List<Object> asked() {
        return asked;
    }

    /** The generated implementation of an API over this transport. */
    <A> A api(Class<A> type) throws ReflectiveOperationException {
        var constructor = Class.forName(type.getPackageName() + ".Default" + type.getSimpleName())
                .getDeclaredConstructor(Transport.class);
        constructor.setAccessible(true);
        return type.cast(constructor.newInstance(this));
    }

    @Override
    public void check() {
        // always open
    }

    @Override
    public <Q, R> Invocation<R> prepare(Operation<Q, R> operation, Q request) {
        return new Canned<>(request);
    }

    @Override
    public <Q, R> ApiResponse<R> fetch(Operation<Q, R> operation, Q request, Consumer<Runnable> canceler) {
        return ApiResponse.of(new Canned<R>(request).execute());
    }

    @Override
    public <Q, R> CompletableFuture<ApiResponse<R>> fetchAsync(Operation<Q, R> operation, Q request) {
        return CompletableFuture.completedFuture(fetch(operation, request, canceler -> {}));
    }

    @Override
    public <Q, R> CompletableFuture<ApiResponse<R>> fetchAhead(Operation<Q, R> operation, Q request) {
        return fetchAsync(operation, request);
    }

    private final class Canned<R> implements Invocation<R> {

        private final Object request;

        Canned(Object request) {
            this.request = request;
        }

        @Override
        public String method() {
            return "GET";
        }

        @Override
        public URI url() {
            return URI.create("https://example.com/");
        }

        @Override
        public Map<String, String> query() {
            return Map.of("limit", "9", "offset", "9", "page", "9", "kept", "yes");
        }

        @Override
        public Map<String, List<String>> headers() {
            return Map.of();
        }

        @Override
        public @Nullable String body() {
            return null;
        }

        @Override
        public String toCurl() {
            return "curl";
        }

        @Override
        @SuppressWarnings("unchecked")
        public R execute() {
            asked.add(request);
            return (R) answers.apply(request);
        }

        @Override
        public CompletableFuture<R> executeAsync() {
            return CompletableFuture.completedFuture(execute());
        }

        @Override
        public ApiResponse<R> response() {
            throw new AssertionError("nothing here asks for the whole response");
        }

        @Override
        public CompletableFuture<ApiResponse<R>> responseAsync() {
            throw new AssertionError("nothing here asks for the whole response");
        }
    }
}
