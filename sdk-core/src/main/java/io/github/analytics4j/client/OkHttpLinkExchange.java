package io.github.analytics4j.client;

import io.github.analytics4j.download.LinkAnswer;
import io.github.analytics4j.download.LinkExchange;
import io.github.analytics4j.download.LinkFailedException;
import io.github.analytics4j.error.CanceledException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;

/** Opens a link, and ends with its client at the latest. Silence is watched, and repeating is done, by the download. */
final class OkHttpLinkExchange implements LinkExchange, InFlight {
    private final HttpEngine engine;
    private final Request request;
    private final Lifetime lifetime;
    private final SecretMask mask;
    private final FreeRepeats repeats = new FreeRepeats();
    private final StopSignal stop;

    OkHttpLinkExchange(HttpEngine engine, Request request, Lifetime lifetime, SecretMask mask) {
        this.engine = engine;
        this.request = request;
        this.lifetime = lifetime;
        this.mask = mask;
        this.stop = new StopSignal(HttpEngine::cancelAside);
    }

    @Override
    public LinkAnswer execute() throws IOException {
        if (lifetime.isClosed()) {
            throw new CanceledException("the download was cancelled: " + lifetime.why(), true, List.of(), null);
        }
        lifetime.enter(this);
        boolean open = false;
        try {
            LinkAnswer answer = send();
            open = true;
            return answer;
        } finally {
            if (!open) {
                lifetime.leave(this);
            }
        }
    }

    private LinkAnswer send() throws IOException {
        while (true) {
            WireTrace trace = new WireTrace(repeats.onNewConnection(), Duration.ZERO);
            try {
                LinkAnswer answer = ExchangeThread.await(
                        () -> send(trace), stop, null, () -> {}, engine.runsUsersCode(), LinkAnswer::close);
                if (answer != null) {
                    return answer;
                }
                trace.giveUp();
                throw new IOException("Canceled");
            } catch (IOException e) {
                again(e, trace);
            }
        }
    }

    private LinkAnswer send(WireTrace trace) throws IOException {
        Call next = engine.newBareCall(request, trace);
        stop.watch(next);
        Response response = next.execute();
        if (response.code() == WireTrace.PROXY_AUTHENTICATION) {
            response.close();
            trace.refusedUndone();
            throw new IOException(IoTrouble.LOGIN_WANTED);
        }
        return new OkHttpLinkAnswer(
                next, response, trace, mask, () -> engine.broke(trace, true), () -> lifetime.leave(this));
    }

    /** Returns if the request may go out again at once; throws what happened otherwise. */
    private void again(IOException e, WireTrace trace) throws IOException {
        boolean given = stop.isGiven();
        trace.failed(e);
        engine.broke(trace, given);
        Duration pause = given ? null : repeats.after(e, trace, true);
        try {
            if (pause != null && !TimeSource.SYSTEM.sleep(pause, stop.wake())) {
                return;
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
        IoTrouble trouble = IoTrouble.of(e, trace, trace.connectTimeout());
        throw new LinkFailedException(trouble.text(), trouble.mayPass(), Causes.masked(e, mask));
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
        return "OkHttpLinkExchange";
    }
}
