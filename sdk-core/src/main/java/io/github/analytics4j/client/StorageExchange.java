package io.github.analytics4j.client;

import io.github.analytics4j.client.CallAttempts.FreeResends;
import io.github.analytics4j.client.CallExchange.ExchangeOutcome;
import io.github.analytics4j.client.StreamedExchange.ExchangeFailedException;
import io.github.analytics4j.client.StreamedExchange.StreamedResponse;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.retry.RateLimitStatus;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * One exchange with a host other than the API, which hears nothing that is the API's; ends with its client at the latest.
 * Who reads the body watches for silence, and repeats.
 */
final class StorageExchange implements StreamedExchange, Lifetime.InFlight {
    private final HttpPool pool;
    private final Request request;
    private final Lifetime lifetime;
    private final SecretMask mask;
    private final FreeResends repeats = new FreeResends();
    private final StopSignal stop;

    private StorageExchange(HttpPool pool, Lifetime lifetime, SecretMask mask, Request request) {
        this.pool = pool;
        this.request = request;
        this.lifetime = lifetime;
        this.mask = mask;
        this.stop = new StopSignal(HttpPool::cancelAside);
    }

    /**
     * A GET with these headers and no other.
     *
     * @param mask takes out keys that a host may repeat
     * @throws IllegalArgumentException if the address is none that HTTP can reach
     */
    static StorageExchange get(
            HttpPool pool, Lifetime lifetime, SecretMask mask, URI address, Map<String, String> headers) {
        Request.Builder request = new Request.Builder().url(HttpUrl.get(address.toString()));
        headers.forEach(request::header);
        return new StorageExchange(pool, lifetime, mask, request.build());
    }

    @Override
    public StreamedResponse execute() throws IOException {
        lifetime.check();
        lifetime.enter(this);
        boolean open = false;
        try {
            StreamedResponse response = send();
            open = true;
            return response;
        } finally {
            if (!open) {
                lifetime.leave(this);
            }
        }
    }

    private StreamedResponse send() throws IOException {
        while (true) {
            Attempt attempt = new Attempt(new ExchangeTrace(repeats.onNewConnection(), Duration.ZERO));
            try {
                return ExchangeThread.await(attempt, stop);
            } catch (IOException e) {
                again(e, attempt.trace);
            }
        }
    }

    /** The request as it goes out once. */
    private final class Attempt implements ExchangeThread.Exchange<StreamedResponse> {
        private final ExchangeTrace trace;

        Attempt(ExchangeTrace trace) {
            this.trace = trace;
        }

        @Override
        public StreamedResponse run() throws IOException {
            Call next = pool.newBareCall(request, trace);
            stop.watch(next);
            Response response = next.execute();
            if (response.code() == ExchangeTrace.PROXY_AUTHENTICATION) {
                response.close();
                trace.refusedUndone();
                throw new IOException(NetworkTrouble.LOGIN_WANTED);
            }
            Runnable onBreak = () -> pool.fellSilent(trace);
            return new OkHttpStreamedResponse(
                    next, response, trace, mask, onBreak, () -> lifetime.leave(StorageExchange.this));
        }

        @Override
        public boolean runsUsersCode() {
            return pool.runsUsersCode();
        }

        @Override
        public StreamedResponse left() throws IOException {
            trace.giveUp();
            throw new IOException("Canceled");
        }

        @Override
        public void drop(StreamedResponse unwanted) {
            unwanted.close();
        }
    }

    /** Returns if the request may go out again at once; throws what happened otherwise. */
    private void again(IOException e, ExchangeTrace trace) throws IOException {
        boolean given = stop.isGiven();
        trace.failed(e);
        if (given) {
            pool.fellSilent(trace);
        } else {
            pool.broke(trace);
        }
        Duration pause = given ? null : repeats.after(e, trace, true);
        try {
            if (pause != null && !TimeSource.SYSTEM.sleep(pause, stop.wake())) {
                return;
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
        ExchangeOutcome.Unreadable<?> impossible = JsonResponseReader.ofWhatCannotBe(e);
        NetworkTrouble trouble = impossible == null
                ? NetworkTrouble.of(e, trace, trace.connectTimeout())
                : new NetworkTrouble(impossible.why(), true);
        throw new ExchangeFailedException(trouble.text(), trouble.mayPass(), mask.masked(e));
    }

    @Override
    public void cancel() {
        stop.give("the download was given up");
    }

    @Override
    public void cancel(String why) {
        cancel();
    }

    /** A call's own text shows its URL. */
    @Override
    public String toString() {
        return "StorageExchange";
    }

    /** A response of OkHttp with its body unread. */
    static final class OkHttpStreamedResponse implements StreamedResponse {
        /** The key is refused, or there is no such file. */
        private static final Set<Integer> OF_THE_FILE = Set.of(401, 404, 410);

        private final Call call;
        private final Response response;
        private final ExchangeTrace trace;
        private final SecretMask mask;
        private final Runnable onClose;
        private final Body body;

        /**
         * Makes a response.
         *
         * @param trace knows the Retry-After that was kept from OkHttp
         * @param onBreak runs if the body ends too early or stays silent
         * @param onClose runs when the response is closed
         */
        OkHttpStreamedResponse(
                Call call,
                Response response,
                ExchangeTrace trace,
                SecretMask mask,
                Runnable onBreak,
                Runnable onClose) {
            this.call = call;
            this.response = response;
            this.trace = trace;
            this.mask = mask;
            this.onClose = onClose;
            this.body = new Body(response.body().source(), mask, onBreak);
        }

        /** Takes a redirect or a success as it is, with its body unread; anything else is a refusal. */
        static ExchangeOutcome.Reader<StreamedResponse> reader(ClientConfig config, HttpPool pool, Lifetime lifetime) {
            return (response, trace) -> {
                boolean redirect = response.isRedirect() && response.header("Location") != null;
                if (!redirect && !response.isSuccessful() && !mayBeOfTheRange(response)) {
                    ExchangeOutcome<StreamedResponse> refusal =
                            JsonResponseReader.refused(response, trace, config, null);
                    response.close();
                    return refusal;
                }
                Instant now = config.time().now();
                RateLimitStatus limit = RateLimitStatus.of(response::header, now);
                Map<String, List<String>> headers = ApiResponse.headers(response.headers());
                Call call = trace.call();
                Lifetime.InFlight body = why -> HttpPool.cancelAside(call); // the call of the API's ends before it
                StreamedResponse open = new OkHttpStreamedResponse(
                        call,
                        response,
                        trace,
                        config.credentials().mask(),
                        () -> pool.fellSilent(trace),
                        () -> lifetime.leave(body));
                lifetime.enter(body);
                return new ExchangeOutcome.Good<>(
                        new ApiResponse<>(
                                open, response.code(), headers, "", List.of(), limit, null, response.header("Date")),
                        limit.onClock(now, config.time().steady()));
            };
        }

        /**
         * Of a file that the API sends itself, a range may be refused and the whole be served: the download tries. What is
         * over in a while is tried again here.
         */
        private static boolean mayBeOfTheRange(Response response) {
            int status = response.code();
            boolean isRefusal = status >= 400 && !ApiException.mayPass(status) && !OF_THE_FILE.contains(status);
            return status == 416 || (isRefusal && response.request().header("Range") != null);
        }

        @Override
        public int status() {
            return response.code();
        }

        @Override
        public URI url() {
            return response.request().url().uri();
        }

        /** A link may hold whatever opens it; a validator without the key that was in it would be one of another file. */
        @Override
        public @Nullable String header(String name) {
            String value = name.equalsIgnoreCase("Retry-After") ? trace.retryAfter() : response.header(name);
            String masked = value == null || name.equalsIgnoreCase("Location") ? value : mask.text(value);
            boolean validator = name.equalsIgnoreCase("ETag") || name.equalsIgnoreCase("Last-Modified");
            return validator && masked != null && !masked.equals(value) ? null : masked;
        }

        @Override
        public ReadableByteChannel body() {
            return body;
        }

        /** As OkHttp finds the end: anything but these is read until the connection closes. */
        @Override
        public boolean endIsStated() {
            boolean framed =
                    response.protocol() == Protocol.HTTP_2 || response.protocol() == Protocol.H2_PRIOR_KNOWLEDGE;
            return framed
                    || "chunked".equalsIgnoreCase(response.header("Transfer-Encoding"))
                    || response.body().contentLength() >= 0;
        }

        /** An unread body is given up: OkHttp would read on for a while, to save the connection. */
        @Override
        public void close() {
            if (!body.ended) {
                call.cancel();
            }
            response.close();
            onClose.run();
        }

        /** A response's own text shows its URL. */
        @Override
        public String toString() {
            return "StreamedResponse[" + response.code() + "]";
        }

        /** Remembers that the end was seen. */
        private static final class Body implements ReadableByteChannel {
            private final BufferedSource source;
            private final SecretMask mask;
            private final Runnable onBreak;
            private boolean ended;

            Body(BufferedSource source, SecretMask mask, Runnable onBreak) {
                this.source = source;
                this.mask = mask;
                this.onBreak = onBreak;
            }

            @Override
            public int read(ByteBuffer into) throws IOException {
                try {
                    int count = source.read(into);
                    ended = count < 0;
                    return count;
                } catch (IOException e) {
                    onBreak.run();
                    throw mask.masked(e);
                }
            }

            @Override
            public boolean isOpen() {
                return source.isOpen();
            }

            @Override
            public void close() throws IOException {
                source.close();
            }
        }
    }
}
