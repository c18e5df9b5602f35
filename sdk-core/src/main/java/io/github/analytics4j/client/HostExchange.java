package io.github.analytics4j.client;

import io.github.analytics4j.error.CanceledException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/**
 * One exchange with a host other than the API, which hears nothing that is the API's; ends with its client at the latest.
 * Who reads the body watches for silence, and repeats.
 */
final class HostExchange implements StreamedExchange, Lifetime.InFlight {
    private final HttpPool pool;
    private final Request request;
    private final Lifetime lifetime;
    private final SecretMask mask;
    private final FreeResends repeats = new FreeResends();
    private final StopSignal stop;

    private HostExchange(HttpPool pool, Lifetime lifetime, SecretMask mask, Request request) {
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
    static HostExchange get(
            HttpPool pool, Lifetime lifetime, SecretMask mask, URI address, Map<String, String> headers) {
        Request.Builder request = new Request.Builder().url(HttpUrl.get(address.toString()));
        headers.forEach(request::header);
        return new HostExchange(pool, lifetime, mask, request.build());
    }

    @Override
    public StreamedResponse execute() throws IOException {
        if (lifetime.isClosed()) {
            throw new CanceledException("the download was cancelled: " + lifetime.why(), true, List.of(), null);
        }
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
            Attempt attempt = new Attempt(new WireTrace(repeats.onNewConnection(), Duration.ZERO));
            try {
                return ExchangeThread.await(attempt, stop);
            } catch (IOException e) {
                again(e, attempt.trace);
            }
        }
    }

    /** The request as it goes out once. */
    private final class Attempt implements ExchangeThread.Exchange<StreamedResponse> {
        private final WireTrace trace;

        Attempt(WireTrace trace) {
            this.trace = trace;
        }

        @Override
        public StreamedResponse run() throws IOException {
            Call next = pool.newBareCall(request, trace);
            stop.watch(next);
            Response response = next.execute();
            if (response.code() == WireTrace.PROXY_AUTHENTICATION) {
                response.close();
                trace.refusedUndone();
                throw new IOException(NetworkTrouble.LOGIN_WANTED);
            }
            Runnable onBreak = () -> pool.fellSilent(trace);
            return new OkHttpStreamedResponse(
                    next, response, trace, mask, onBreak, () -> lifetime.leave(HostExchange.this));
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
    private void again(IOException e, WireTrace trace) throws IOException {
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
        NetworkTrouble trouble = NetworkTrouble.of(e, trace, trace.connectTimeout());
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
        return "HostExchange";
    }
}
