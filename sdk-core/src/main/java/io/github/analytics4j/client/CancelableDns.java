package io.github.analytics4j.client;

import io.github.analytics4j.error.SdkThreads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Looks names up on a thread of its own, so that a call that is canceled or out of time leaves a resolver that hangs;
 * a look-up cannot be ended otherwise. Calls that want the same name share one.
 */
final class CancelableDns implements Dns {
    private static final long LOOK_MILLIS = 10;

    /** OkHttp looks up on the thread of the call; one call may go on inside another. */
    private static final ThreadLocal<okhttp3.@Nullable Call> CURRENT = new ThreadLocal<>();

    private final Dns dns;
    private final Map<String, FutureTask<List<InetAddress>>> underWay = new ConcurrentHashMap<>();

    CancelableDns(Dns dns) {
        this.dns = dns;
    }

    /** Goes on with an exchange whose look-ups end with it. */
    Response watched(Interceptor.Chain chain) throws IOException {
        okhttp3.Call outer = CURRENT.get();
        CURRENT.set(chain.call());
        try {
            return chain.proceed(chain.request());
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        okhttp3.Call call = CURRENT.get();
        if (call == null) {
            return dns.lookup(host);
        }
        FutureTask<List<InetAddress>> lookUp = lookUp(host);
        while (!call.isCanceled()) {
            try {
                return lookUp.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) { // the loop goes on while the call is wanted
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UnknownHostException(host);
            } catch (ExecutionException e) {
                throw failure(host, e.getCause() == null ? e : e.getCause());
            }
        }
        throw new UnknownHostException(host);
    }

    /** Two of one resolver are equal, else OkHttp would let no pool use the connections that another one of the same client made. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CancelableDns others && dns.equals(others.dns);
    }

    @Override
    public int hashCode() {
        return dns.hashCode();
    }

    /** The one that is under way, or one that begins now: on this thread where there is no memory for another. */
    private FutureTask<List<InetAddress>> lookUp(String host) {
        FutureTask<List<InetAddress>> next = new FutureTask<>(() -> dns.lookup(host)) {
            @Override
            protected void done() {
                underWay.remove(host, this);
            }
        };
        FutureTask<List<InetAddress>> known = underWay.putIfAbsent(host, next);
        if (known == null) {
            SdkThreads.execute(next);
        }
        return known == null ? next : known;
    }

    private static UnknownHostException failure(String host, Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RuntimeException runtime) {
            throw runtime;
        }
        UnknownHostException failure = new UnknownHostException(host);
        failure.initCause(cause);
        return failure;
    }
}
