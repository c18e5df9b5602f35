package io.github.analytics4j.client;

import io.github.analytics4j.json.JsonCodec;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Calls over OkHttp, which does one attempt at a time; everything between attempts is in {@link CallRun}. */
public final class OkHttpTransport implements Transport {
    private static final MediaType JSON = MediaType.get("application/json");

    /** A silent connection is found out by its read time-out, which has to be over before the time of the attempt is. */
    private static final Duration AFTER_SILENCE = Duration.ofMillis(100);

    private final HttpEngine engine;
    private final Lifetime lifetime;
    private final TransportSettings settings;
    private final RequestAssembler assembler;
    private final @Nullable ClientListener log;

    /** A transport over an engine that outlives it. */
    public OkHttpTransport(HttpEngine engine, Lifetime lifetime, TransportSettings settings) {
        this.engine = engine;
        engine.prepare("https".equals(settings.baseUrl().getScheme()));
        this.lifetime = lifetime;
        this.settings = settings;
        this.assembler = new RequestAssembler(settings);
        this.log = ListenerNotifier.logIfEnabled();
    }

    @Override
    public <Q, R> Invocation<R> prepare(Operation<Q, R> operation, Q request) {
        PreparedRequest prepared = assembler.assemble(operation, request);
        Function<StreamedRequest, R> value = operation.streamed();
        return value == null
                ? new PlainInvocation<>(this, operation, prepared)
                : new StreamedInvocation<>(this, prepared, value);
    }

    @Override
    public <Q, R> ApiResponse<R> fetch(Operation<Q, R> operation, Q request, Consumer<Runnable> canceler) {
        CallRun<R> run = run(operation, assembler.assemble(operation, request), false);
        canceler.accept(() -> run.cancel("its walk was closed"));
        return drive(run);
    }

    @Override
    public <Q, R> CompletableFuture<ApiResponse<R>> fetchAsync(Operation<Q, R> operation, Q request) {
        return driveAsync(run(operation, assembler.assemble(operation, request), false), response -> response);
    }

    @Override
    public <Q, R> CompletableFuture<ApiResponse<R>> fetchAhead(Operation<Q, R> operation, Q request) {
        return driveAsync(
                run(operation, assembler.assemble(operation, request), false).tryOnce(), response -> response);
    }

    StreamOpener opener() {
        return (address, headers) ->
                HostExchange.get(engine, lifetime, settings.credentials().mask(), address, headers);
    }

    <R> CallRun<R> run(Operation<?, R> operation, PreparedRequest request, boolean keepBody) {
        JsonCodec<R> codec = Objects.requireNonNull(operation.codec());
        return new CallRun<>(this, request, new JsonAnswerReader<>(settings, codec, keepBody, operation.repeatable()));
    }

    CallRun<StreamedResponse> streamedRun(PreparedRequest request) {
        return new CallRun<>(this, request, new StreamedReader(settings, engine));
    }

    <R> ApiResponse<R> drive(CallRun<R> run) {
        return SyncDriver.drive(run, this, lifetime);
    }

    <R, T> CompletableFuture<T> driveAsync(CallRun<R> run, Function<ApiResponse<R>, T> result) {
        return new AsyncDriver<>(run, this, lifetime, result).drive();
    }

    /** One exchange, ended by the attempt's time-out or by the deadline, whichever is first. */
    Call newCall(PreparedRequest request, Secret key, WireTrace trace, @Nullable Duration remaining) {
        AuthScheme scheme = settings.credentials().scheme();
        Headers.Builder headers = new Headers.Builder();
        request.headers().forEach(headers::add);
        headers.add(scheme.header(), scheme.value(key));
        Request built = new Request.Builder()
                .url(request.url())
                .headers(headers.build())
                .method(request.info().method(), body(request))
                .tag(CallInfo.class, request.info()) // for a user's interceptors
                .build();
        Call call = engine.newCall(built, trace);
        Duration timeout = timeout(request, remaining);
        if (request.streamed()) {
            trace.watch(call, timeout);
        } else {
            call.timeout().timeout(Math.max(1, timeout.toNanos()), TimeUnit.NANOSECONDS);
        }
        return call;
    }

    /** How long an exchange may take; a streamed one, until its headers are here. */
    static Duration timeout(PreparedRequest request, @Nullable Duration remaining) {
        Duration timeout = request.streamed()
                ? request.attemptTimeout()
                : request.attemptTimeout().plus(AFTER_SILENCE);
        return remaining != null && remaining.compareTo(timeout) < 0 ? remaining : timeout;
    }

    /**
     * What an exchange is watched with. What must not be sent twice never gets a connection that has been used: one that the
     * server is just closing looks like a request that was lost on the way, and nobody could tell whether it may be repeated.
     */
    static WireTrace trace(PreparedRequest request, FreeRepeats repeats) {
        boolean onNewConnection = !request.repeatable() || repeats.onNewConnection();
        return new WireTrace(onNewConnection, request.streamed() ? Duration.ZERO : request.attemptTimeout());
    }

    HttpEngine engine() {
        return engine;
    }

    private static @Nullable RequestBody body(PreparedRequest request) {
        String body = request.body();
        if (body != null) {
            return RequestBody.create(body.getBytes(java.nio.charset.StandardCharsets.UTF_8), JSON);
        }
        return request.info().method().equals("POST") ? RequestBody.create(new byte[0]) : null;
    }

    TransportSettings settings() {
        return settings;
    }

    /** Who hears what one call does. */
    ClientListener events(Supplier<@Nullable Duration> left) {
        return ListenerNotifier.of(settings.listeners(), log, left);
    }

    /** Whether nothing has to be set up before the first byte, and none of it is a user's. */
    boolean sendsAtOnce() {
        return engine.isReady("https".equals(settings.baseUrl().getScheme()));
    }

    @Override
    public void check() {
        RuntimeException refusal = refusal();
        if (refusal != null) {
            throw refusal;
        }
    }

    /** Why no call can begin, or null if one can. */
    @Nullable
    RuntimeException refusal() {
        return lifetime.refusal();
    }
}
