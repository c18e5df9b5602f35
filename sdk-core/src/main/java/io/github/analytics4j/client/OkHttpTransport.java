package io.github.analytics4j.client;

import io.github.analytics4j.client.JsonResponseReader.Wanted;
import io.github.analytics4j.json.JsonCodec;
import io.github.analytics4j.retry.RetryRules;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends requests over OkHttp, which makes one exchange at a time; all between exchanges is in {@link ApiCall}. */
final class OkHttpTransport implements Transport {
    private final HttpPool pool;
    private final Lifetime lifetime;
    private final ClientConfig config;
    private final RequestAssembler assembler;
    private final @Nullable RetryRules rules;
    private final @Nullable ClientListener log;

    /** A transport over a pool that outlives it. */
    OkHttpTransport(HttpPool pool, Lifetime lifetime, ClientConfig config) {
        this.pool = pool;
        pool.prepare("https".equals(config.baseUrl().getScheme()));
        this.lifetime = lifetime;
        this.config = config;
        this.assembler = new RequestAssembler(config);
        this.rules = config.retryRules();
        this.log = CallLog.ifEnabled();
    }

    @Override
    public void walked(Operation<?, ?> operation, int rows) {
        ListenerNotifier.of(config.options().listeners(), null, () -> null).walked(operation.id(), rows);
    }

    @Override
    public <Q, R> Invocation<R> prepare(Operation<Q, R> operation, Q request) {
        PreparedRequest prepared = assembler.assemble(operation, request);
        Function<StreamedRequest, R> value = operation.streamed();
        return value == null
                ? new PreparedInvocation.OfJson<>(this, operation, prepared)
                : new PreparedInvocation.OfStream<>(this, value, prepared);
    }

    @Override
    public <Q, R> ApiResponse<R> fetch(Operation<Q, R> operation, Q request, Consumer<Runnable> canceler) {
        ApiCall<R> call = call(operation, assembler.assemble(operation, request), Wanted.VALUE);
        canceler.accept(() -> call.cancel("its walk was closed"));
        return BlockingDriver.drive(call, lifetime);
    }

    @Override
    public <Q, R> CompletableFuture<ApiResponse<R>> fetchAsync(Operation<Q, R> operation, Q request) {
        return driveAsync(call(operation, assembler.assemble(operation, request), Wanted.VALUE), Function.identity());
    }

    @Override
    public <Q, R> CompletableFuture<ApiResponse<R>> fetchAhead(Operation<Q, R> operation, Q request) {
        return driveAsync(
                call(operation, assembler.assemble(operation, request), Wanted.VALUE)
                        .tryOnce(),
                Function.identity());
    }

    <R> ApiCall<R> call(Operation<?, R> operation, PreparedRequest request, Wanted wanted) {
        JsonCodec<R> codec = Objects.requireNonNull(operation.codec());
        return new ApiCall<>(this, request, new JsonResponseReader<>(config, codec, wanted, operation.repeatable()));
    }

    ApiCall<StreamedResponse> streamedCall(PreparedRequest request) {
        return new ApiCall<>(this, request, OkHttpStreamedResponse.reader(config, pool)).partOfMore();
    }

    <R> ApiResponse<R> drive(ApiCall<R> call) {
        return BlockingDriver.drive(call, lifetime);
    }

    <R, T> CompletableFuture<T> driveAsync(ApiCall<R> call, Function<ApiResponse<R>, T> result) {
        return new AsyncDriver<>(call, lifetime, result).drive();
    }

    StreamOpener opener() {
        SecretMask mask = config.credentials().mask();
        return (address, headers) -> HostExchange.get(pool, lifetime, mask, address, headers);
    }

    HttpPool pool() {
        return pool;
    }

    ClientConfig config() {
        return config;
    }

    /** Says whether to try again; null when retries are off. */
    @Nullable
    RetryRules retryRules() {
        return rules;
    }

    /** Hears what one call does; {@code left} is what is left of its deadline. */
    ClientListener events(Supplier<@Nullable Duration> left) {
        return ListenerNotifier.of(config.options().listeners(), log, left);
    }

    /** Whether nothing has to be set up before the first byte, and none of it is a user's. */
    boolean sendsAtOnce() {
        return pool.isReady("https".equals(config.baseUrl().getScheme()));
    }

    @Override
    public void check() {
        lifetime.check();
    }
}
