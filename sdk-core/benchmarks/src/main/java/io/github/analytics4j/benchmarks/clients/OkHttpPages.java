package io.github.analytics4j.benchmarks.clients;

import java.net.URI;
import okhttp3.OkHttpClient;

/** Gives the loops by hand what they share: the address of a page, and the end of OkHttp. */
final class OkHttpPages {
    private OkHttpPages() {}

    static String page(URI list, long offset) {
        return list + "/v2/calls?model_id=m-1&limit=" + Reader.PAGE + "&offset=" + offset;
    }

    static void shutDown(OkHttpClient client) {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
