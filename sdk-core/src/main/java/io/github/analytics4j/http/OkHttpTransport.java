package io.github.analytics4j.http;

import io.github.analytics4j.auth.AuthScheme;
import io.github.analytics4j.auth.Secret;
import io.github.analytics4j.download.Download;
import io.github.analytics4j.download.LinkOpener;
import io.github.analytics4j.json.JsonCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Calls over OkHttp, which does one attempt at a time; everything between attempts is in {@link CallRun}. */
public final class OkHttpTransport implements Transport {
    private static final MediaType JSON = MediaType.get("application/json");

    private final HttpEngine engine;
    private final Lifetime lifetime;
    private final TransportSettings settings;
    private final RequestAssembler assembler;
    private final ClientListener events;
    private final LinkOpener opener;

    /** A transport over an engine that outlives it. */
    public OkHttpTransport(HttpEngine engine, Lifetime lifetime, TransportSettings settings) {
        this.engine = engine;
        this.lifetime = lifetime;
        this.settings = settings;
        this.assembler = new RequestAssembler(settings);
        List<ClientListener> listeners = new ArrayList<>(settings.listeners());
        LoggingListener log = LoggingListener.ifEnabled();
        if (log != null) {
            listeners.add(log);
        }
        this.opener = new OkHttpLinkOpener(engine.client());
        this.events = listeners.isEmpty() ? ClientListener.NONE : new SafeListener(listeners);
    }

    @Override
    public <Q, R> Invocation<R> prepare(Operation<Q, R> operation, Q request) {
        return new PlainInvocation<>(this, operation, assembler.assemble(operation, request));
    }

    @Override
    public <Q> Download download(Operation<Q, Download> operation, Q request) {
        PreparedRequest prepared = assembler.assemble(operation, request);
        return Download.of(new ApiLinkSource(this, prepared), opener);
    }

    <R> ApiResponse<R> call(Operation<?, R> operation, PreparedRequest request, boolean keepBody) {
        return SyncDriver.drive(run(operation, request, keepBody), lifetime, settings.time());
    }

    <R, T> CompletableFuture<T> callAsync(
            Operation<?, R> operation, PreparedRequest request, boolean keepBody, Function<ApiResponse<R>, T> result) {
        CallRun<R> run = run(operation, request, keepBody);
        return new AsyncDriver<>(run, lifetime, settings.time(), engine.executor(), result).drive();
    }

    private <R> CallRun<R> run(Operation<?, R> operation, PreparedRequest request, boolean keepBody) {
        JsonCodec<R> codec = Objects.requireNonNull(operation.codec(), () -> operation + " answers with a file");
        return new CallRun<>(this, request, new JsonAnswerReader<>(settings, codec, keepBody));
    }

    /** One exchange, ended by the attempt's time-out or by the deadline, whichever is first. */
    Call newCall(PreparedRequest request, Secret key, WireTrace trace, @Nullable Duration remaining) {
        AuthScheme scheme = settings.credentials().scheme();
        Request.Builder builder = new Request.Builder().url(request.url()).tag(WireTrace.class, trace);
        request.headers().forEach(builder::header);
        builder.header(scheme.header(), scheme.value(key));
        Call call = engine.client()
                .newCall(builder.method(request.info().method(), body(request)).build());
        Duration timeout = request.attemptTimeout();
        if (remaining != null && remaining.compareTo(timeout) < 0) {
            timeout = remaining;
        }
        if (request.streamed()) {
            trace.watch(call, timeout);
        } else {
            call.timeout().timeout(Math.max(1, timeout.toNanos()), TimeUnit.NANOSECONDS);
        }
        return call;
    }

    private static @Nullable RequestBody body(PreparedRequest request) {
        String body = request.body();
        if (body != null) {
            return RequestBody.create(body.getBytes(java.nio.charset.StandardCharsets.UTF_8), JSON);
        }
        return request.info().method().equals("POST") ? RequestBody.create(new byte[0]) : null;
    }

    Lifetime lifetime() {
        return lifetime;
    }

    TransportSettings settings() {
        return settings;
    }

    ClientListener events() {
        return events;
    }
}
