package io.github.analytics4j.client;

import io.github.analytics4j.client.CallAttempts.FreeResends;
import io.github.analytics4j.client.ClientListener.CallInfo;
import io.github.analytics4j.client.Credentials.Secret;
import io.github.analytics4j.client.StreamedExchange.StreamedResponse;
import io.github.analytics4j.error.ApiException.ErrorResponse;
import io.github.analytics4j.retry.RateLimitStatus;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** One exchange of a call, and what became of it. May come in after its call has left it; then it lets nothing out. */
final class CallExchange<R> implements ExchangeThread.Exchange<CallExchange.ExchangeOutcome<R>> {
    /** A silent connection is found out by its read time-out, which has to be over before the time of the attempt is. */
    private static final Duration AFTER_SILENCE = Duration.ofMillis(100);

    private final HttpPool pool;
    private final PreparedRequest request;
    private final Secret key;
    private final ExchangeOutcome.Reader<R> reader;
    private final StopSignal stop;
    private final CallAttempts progress;
    private final ExchangeTrace trace;

    /**
     * Makes one that is not open yet. What must not be sent twice never gets a connection that has been used: one that the server
     * is just closing looks like a request that was lost on the way, and nobody could tell whether it may be repeated.
     */
    CallExchange(
            HttpPool pool,
            PreparedRequest request,
            Secret key,
            ExchangeOutcome.Reader<R> reader,
            StopSignal stop,
            FreeResends repeats,
            CallAttempts progress) {
        this.pool = pool;
        this.request = request;
        this.key = key;
        this.reader = reader;
        this.stop = stop;
        this.progress = progress;
        boolean onNewConnection = !request.repeatable() || repeats.onNewConnection();
        this.trace = new ExchangeTrace(onNewConnection, request.streamed() ? Duration.ZERO : request.attemptTimeout());
    }

    ExchangeTrace trace() {
        return trace;
    }

    @Override
    public boolean runsUsersCode() {
        return pool.runsUsersCode();
    }

    /** How long it may take, a streamed one until its headers are here: it ends by itself then. */
    @Override
    public Duration patience() {
        Duration timeout = request.streamed()
                ? request.attemptTimeout()
                : request.attemptTimeout().plus(AFTER_SILENCE);
        Duration remaining = progress.remaining();
        return remaining != null && remaining.compareTo(timeout) < 0 ? remaining : timeout;
    }

    @Override
    public void timeUp() {
        trace.timeUp();
        stop.endExchange();
    }

    @Override
    public ExchangeOutcome<R> run() throws IOException {
        return read(open().execute());
    }

    /** Makes it, which may run code of a user's. */
    Call open() {
        Call next = newCall();
        if (trace.isGivenUp()) {
            pool.cancel(next);
        } else {
            stop.watch(next);
        }
        return next;
    }

    /** Is ended by the attempt's time-out or by the deadline, whichever is first. */
    private Call newCall() {
        Headers.Builder headers = new Headers.Builder();
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            headers.add(header.getKey(), header.getValue());
        }
        headers.add(request.scheme().header(), request.scheme().value(key));
        Request.Builder built = new Request.Builder()
                .url(request.url())
                .headers(headers.build())
                .method(request.info().method(), body());
        if (runsUsersCode()) {
            built.tag(CallInfo.class, request.info());
        }
        Call call = pool.newCall(built.build(), trace);
        if (request.streamed()) {
            trace.watch(call, patience());
        } else {
            call.timeout().timeout(Math.max(1, patience().toNanos()), TimeUnit.NANOSECONDS);
        }
        return call;
    }

    private @Nullable RequestBody body() {
        String body = request.body();
        if (body != null) {
            return RequestBody.create(body.getBytes(StandardCharsets.UTF_8), MediaType.get("application/json"));
        }
        return request.info().method().equals("POST") ? RequestBody.create(new byte[0]) : null;
    }

    /** Reads the response. */
    ExchangeOutcome<R> read(Response response) {
        if (response.code() == ExchangeTrace.PROXY_AUTHENTICATION) {
            response.close();
            trace.refusedUndone();
            return broken(new IOException(NetworkTrouble.LOGIN_WANTED));
        }
        try {
            return reader.read(response, trace);
        } catch (IOException e) {
            response.close();
            return broken(e);
        } catch (RuntimeException | Error e) { // a full heap, or a bug: the connection is in no state to be used again
            try { // first, or OkHttp reads on to save it, and its timer, which serves all calls, dies of a full heap
                stop.endExchange();
            } finally {
                response.close();
            }
            throw e;
        }
    }

    /** No complete response came. */
    ExchangeOutcome<R> broken(IOException e) {
        ExchangeOutcome<R> impossible = JsonResponseReader.ofWhatCannotBe(e);
        if (impossible != null) {
            return impossible;
        }
        boolean late = trace.timedOut() || stop.isExpired();
        IOException trouble = late ? new InterruptedIOException("timeout") : e;
        trace.failed(e);
        if (stop.isExpired() || !stop.isGiven()) {
            if (NetworkTrouble.isTimeout(trouble)) {
                pool.fellSilent(trace);
            } else {
                pool.broke(trace);
            }
        }
        return new ExchangeOutcome.Broken<>(trouble, trace.sent());
    }

    /** It did not come in though its time is over, or it was ended: a user's code holds it. */
    @Override
    public ExchangeOutcome<R> left() {
        trace.giveUp();
        return broken(new InterruptedIOException("timeout"));
    }

    @Override
    public void drop(ExchangeOutcome<R> unwanted) {
        unwanted.drop();
    }

    /** How one exchange ended. */
    sealed interface ExchangeOutcome<R> {

        /** Finds out from a response, and closes it unless the value is open itself; where reading fails, the caller closes it. */
        interface Reader<R> {

            /** Trouble of the stream is trouble of the exchange. */
            ExchangeOutcome<R> read(Response response, ExchangeTrace trace) throws IOException;
        }

        /** Lets go of what nobody wants any more. */
        default void drop() {}

        /**
         * A good response, read as far as it is wanted.
         *
         * @param response without the attempts
         * @param steadyLimit its rate limit on {@link TimeSource#steady}
         */
        record Good<R>(ApiResponse<R> response, RateLimitStatus steadyLimit) implements ExchangeOutcome<R> {

            @Override
            public void drop() {
                if (response.value() instanceof StreamedResponse open) {
                    open.close();
                }
            }
        }

        /** The server said no. */
        record Refused<R>(
                ErrorResponse response,
                String target,
                RateLimitStatus steadyLimit,
                @Nullable Duration hint,
                List<String> ignoredHints)
                implements ExchangeOutcome<R> {}

        /** No complete response. */
        record Broken<R>(IOException cause, boolean mayHaveReachedServer) implements ExchangeOutcome<R> {}

        /** A complete response that makes no sense, or is too much. */
        record Unreadable<R>(
                String why,
                int status,
                @Nullable String path,
                @Nullable String rawText,
                @Nullable String requestId,
                @Nullable RuntimeException cause)
                implements ExchangeOutcome<R> {}
    }
}
