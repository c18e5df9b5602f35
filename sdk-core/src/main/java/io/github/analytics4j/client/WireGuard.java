package io.github.analytics4j.client;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Stands right before the socket: whatever OkHttp or a user's interceptors do, an attempt is one request on the wire.
 */
final class WireGuard implements Interceptor {

    @Override
    public Response intercept(Chain chain) throws IOException {
        WireTrace trace = chain.call().request().tag(WireTrace.class);
        if (trace == null) {
            return chain.proceed(chain.request());
        }
        trace.sending();
        try {
            return trace.received(chain.proceed(chain.request()));
        } catch (IOException e) {
            throw trace.passing(e);
        }
    }
}
