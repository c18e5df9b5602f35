package io.github.analytics4j.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.Response;

/** One exchange of a call, and what became of it. May come in after its call has left it; then it lets nothing out. */
final class CallExchange<R> {
    private final OkHttpTransport transport;
    private final PreparedRequest request;
    private final AnswerReader<R> reader;
    private final StopSignal stop;
    private final CallProgress progress;
    private final Secret key;
    private final WireTrace trace;

    CallExchange(
            OkHttpTransport transport,
            PreparedRequest request,
            AnswerReader<R> reader,
            StopSignal stop,
            FreeRepeats repeats,
            CallProgress progress) {
        this.transport = transport;
        this.request = request;
        this.reader = reader;
        this.stop = stop;
        this.progress = progress;
        this.key = progress.key();
        this.trace = OkHttpTransport.trace(request, repeats);
    }

    WireTrace trace() {
        return trace;
    }

    /** Whether it may run code of a user's, which can hold it. */
    boolean runsUsersCode() {
        return transport.engine().runsUsersCode();
    }

    /** How long it may take: it ends by itself then. */
    Duration patience() {
        return OkHttpTransport.timeout(request, progress.remaining());
    }

    /** Ends it because its time is over. */
    void timeUp() {
        trace.timeUp();
        stop.endExchange();
    }

    /** Makes it, which may run code of a user's. */
    Call open() {
        Call next = transport.newCall(request, key, trace, progress.remaining());
        if (trace.isGivenUp()) {
            transport.engine().cancel(next);
        } else {
            stop.watch(next);
        }
        return next;
    }

    /** Reads the answer. */
    Outcome<R> read(Response response) {
        if (response.code() == WireTrace.PROXY_AUTHENTICATION) {
            response.close();
            trace.refusedUndone();
            return broken(new IOException(IoTrouble.LOGIN_WANTED));
        }
        try {
            return reader.read(response, trace);
        } catch (IOException e) {
            response.close();
            return broken(e);
        } catch (RuntimeException | Error e) { // a full heap, or a bug: the connection is in no state to be used again
            try {
                stop.endExchange();
            } finally {
                response.close();
            }
            throw e;
        }
    }

    /** No complete answer came. */
    Outcome<R> broken(IOException e) {
        Outcome<R> bodyless = JsonAnswerReader.bodyWhereNoneMayBe(e);
        if (bodyless != null) {
            return bodyless;
        }
        boolean late = trace.timedOut() || stop.isExpired();
        IOException trouble = late ? new InterruptedIOException("timeout") : e;
        trace.failed(e);
        if (stop.isExpired() || !stop.isGiven()) {
            transport.engine().broke(trace, IoTrouble.isTimeout(trouble));
        }
        return new Outcome.Broken<>(trouble, trace.sent());
    }

    /** It did not come in though its time is over, or it was ended: a user's code holds it. */
    Outcome<R> left() {
        trace.giveUp();
        return broken(new InterruptedIOException("timeout"));
    }
}
