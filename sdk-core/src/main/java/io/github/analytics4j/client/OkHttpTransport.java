package io.github.analytics4j.client;

import io.github.analytics4j.client.JsonResponseReader.Wanted;
import io.github.analytics4j.client.SdkLog.CallLog;
import io.github.analytics4j.client.StorageExchange.OkHttpStreamedResponse;
import io.github.analytics4j.client.StreamedExchange.StreamOpener;
import io.github.analytics4j.client.StreamedExchange.StreamedRequest;
import io.github.analytics4j.client.StreamedExchange.StreamedResponse;
import io.github.analytics4j.json.JsonCodec;
import io.github.analytics4j.retry.RateLimitStatus;
import io.github.analytics4j.retry.RateLimiter;
import io.github.analytics4j.retry.RetryRules;
import io.github.analytics4j.retry.RetryRules.FailedAttempt;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
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
    /** Knows how long the server wants no more pages, where the user has no limiter that heeds it; null as long as it never said so. */
    private volatile @Nullable RateLimiter holds;

    /** A transport over a pool that outlives it. */
    OkHttpTransport(HttpPool pool, Lifetime lifetime, ClientConfig config) {
        this.pool = pool;
        pool.prepare("https".equals(config.baseUrl().getScheme()));
        this.lifetime = lifetime;
        this.config = config;
        this.assembler = new RequestAssembler(config);
        this.rules = config.retryRules();
    }

    @Override
    public void walked(Operation<?, ?> operation, int rows) {
        ListenerNotifier.of(config.options().listeners(), null, () -> null).walked(operation.id(), rows);
    }

    @Override
    public <Q, R> Invocation<R> prepare(Operation<Q, R> operation, Q request) {
        PreparedRequest prepared = assembler.assemble(operation, request);
        Function<StreamedRequest, R> value = operation.streamed();
        return value == null ? new OfJson<>(operation, prepared) : new OfStream<>(value, prepared);
    }

    @Override
    public <Q, R> ApiResponse<R> fetch(Operation<Q, R> operation, Q request, Consumer<Runnable> canceler) {
        ApiCall<R> call = page(operation, request);
        canceler.accept(() -> call.cancel("its walk was closed"));
        return CallDriver.drive(call, lifetime);
    }

    @Override
    public <Q, R> CompletableFuture<ApiResponse<R>> fetchAsync(Operation<Q, R> operation, Q request) {
        return driveAsync(page(operation, request), Function.identity());
    }

    @Override
    public <Q, R> CompletableFuture<ApiResponse<R>> fetchAhead(Operation<Q, R> operation, Q request) {
        return driveAsync(page(operation, request).tryOnce(), Function.identity());
    }

    private <Q, R> ApiCall<R> page(Operation<Q, R> operation, Q request) {
        return call(operation, assembler.assemble(operation, request), Wanted.VALUE)
                .ofWalk();
    }

    /** Sends no page of a group before that time. */
    private synchronized void hold(String group, Instant until) {
        RateLimiter known = holds;
        if (known == null) {
            known = RateLimiter.builder().build();
            holds = known;
        }
        known.block(group, until);
    }

    <R> ApiCall<R> call(Operation<?, R> operation, PreparedRequest request, Wanted wanted) {
        JsonCodec<R> codec = Objects.requireNonNull(operation.codec());
        return new ApiCall<>(this, request, new JsonResponseReader<>(config, codec, wanted, operation.repeatable()));
    }

    ApiCall<StreamedResponse> streamedCall(PreparedRequest request) {
        return new ApiCall<>(this, request, OkHttpStreamedResponse.reader(config, pool, lifetime)).partOfMore();
    }

    <R> ApiResponse<R> drive(ApiCall<R> call) {
        return CallDriver.drive(call, lifetime);
    }

    <R, T> CompletableFuture<T> driveAsync(ApiCall<R> call, Function<ApiResponse<R>, T> result) {
        return CallDriver.driveAsync(call, lifetime, result);
    }

    StreamOpener opener() {
        SecretMask mask = config.credentials().mask();
        return (address, headers) -> StorageExchange.get(pool, lifetime, mask, address, headers);
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
        return ListenerNotifier.of(config.options().listeners(), CallLog.ifEnabled(), left);
    }

    /** Whether nothing has to be set up before the first byte, and none of it is a user's. */
    boolean sendsAtOnce() {
        return pool.isReady("https".equals(config.baseUrl().getScheme()));
    }

    @Override
    public void check() {
        lifetime.check();
    }

    /** Gives a call its place in time: by the user's limiter, or, for a page, by what the server asked of pages before. */
    static final class RateGate {
        private final OkHttpTransport transport;
        private final ClientConfig config;
        private final String group;
        private final @Nullable RateLimiter users;
        private final AtomicReference<@Nullable Instant> place = new AtomicReference<>();
        private volatile boolean page;

        RateGate(OkHttpTransport transport, String group) {
            this.transport = transport;
            this.config = transport.config;
            this.group = group;
            this.users = config.options().rateLimiter();
        }

        void ofPage() {
            page = true;
        }

        /** The wait until its place. */
        Duration reserve(@Nullable Duration patience) {
            RateLimiter limiter = limiter();
            if (limiter == null) {
                return Duration.ZERO;
            }
            Instant now = config.time().steady();
            Duration wait = limiter.reserve(group, now, patience);
            if (patience == null || wait.isZero() || wait.compareTo(patience) < 0) {
                place.set(now.plus(wait));
            }
            return wait;
        }

        private @Nullable RateLimiter limiter() {
            return users != null ? users : page ? transport.holds : null;
        }

        /** The request goes out on its place. */
        void used() {
            place.set(null);
        }

        /** The call is over; a place on which nothing went out is somebody else's. */
        void giveBack() {
            Instant at = place.getAndSet(null);
            RateLimiter limiter = limiter();
            if (at != null && limiter != null) {
                limiter.giveBack(group, at);
            }
        }

        /** Names the reason of a wait. */
        String name() {
            return users == null ? "the server's Retry-After" : "the rate limit";
        }

        /**
         * Heeds what a response says, for as long as the cap on hints at most. Of pages that are asked for again by who wants them,
         * nobody else would wait; where the hint is longer, who asks again is refused again, and told.
         */
        void heed(int status, RateLimitStatus limit, @Nullable Duration hint, boolean askedAgain) {
            if (users == null && hint == null) {
                return;
            }
            Duration cap = config.options().retry().hintCap();
            Instant now = config.time().steady();
            Duration wait = hint != null && FailedAttempt.refusedBeforeActing(status, hint) ? hint : Duration.ZERO;
            Duration capped = wait.compareTo(cap) > 0 ? cap : wait;
            if (users != null) {
                users.observe(group, limit.until(now.plus(cap)), now);
            }
            if (wait.isZero()) {
                return;
            }
            if (users != null) {
                users.block(group, now.plus(capped));
            } else if (page && askedAgain && capped.equals(wait)) {
                transport.hold(group, now.plus(wait));
            }
        }
    }

    /** Shows a prepared request, and sends it. */
    private abstract static class PreparedInvocation<R> implements Invocation<R> {
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
    }

    /** A request whose response is JSON. */
    private final class OfJson<R> extends PreparedInvocation<R> {
        private final Operation<?, R> operation;

        OfJson(Operation<?, R> operation, PreparedRequest request) {
            super(request);
            this.operation = operation;
        }

        @Override
        public R execute() {
            return drive(call(Wanted.VALUE)).value();
        }

        @Override
        public CompletableFuture<R> executeAsync() {
            return driveAsync(call(Wanted.VALUE), ApiResponse::value);
        }

        @Override
        public ApiResponse<R> response() {
            return drive(call(Wanted.WHOLE_RESPONSE));
        }

        @Override
        public CompletableFuture<ApiResponse<R>> responseAsync() {
            return driveAsync(call(Wanted.WHOLE_RESPONSE), Function.identity());
        }

        private ApiCall<R> call(Wanted wanted) {
            return OkHttpTransport.this.call(operation, request, wanted);
        }
    }

    /** A request whose response is streamed: its value is made of the request, and sends it when the body is wanted. */
    private final class OfStream<R> extends PreparedInvocation<R> {
        private final Function<StreamedRequest, R> value;

        OfStream(Function<StreamedRequest, R> value, PreparedRequest request) {
            super(request);
            this.value = value;
        }

        @Override
        public R execute() {
            return value.apply(new StreamedRequest(OkHttpTransport.this, request));
        }

        @Override
        public CompletableFuture<R> executeAsync() {
            return CompletableFuture.completedFuture(execute());
        }

        /** Asks the API once and lets the body be: status and headers are what is wanted here. */
        @Override
        public ApiResponse<R> response() {
            return shown(drive(streamedCall(request)));
        }

        @Override
        public CompletableFuture<ApiResponse<R>> responseAsync() {
            return driveAsync(streamedCall(request), this::shown);
        }

        private ApiResponse<R> shown(ApiResponse<StreamedResponse> asked) {
            asked.value().close();
            return asked.withValue(execute());
        }
    }
}
