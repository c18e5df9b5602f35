package io.github.analytics4j.client;

import io.github.analytics4j.download.LinkOpener;
import okhttp3.OkHttpClient;

/** The shipped opener, for tests of other packages. */
public final class Openers {
    private Openers() {}

    public static LinkOpener of(OkHttpClient client) {
        HttpEngine engine = HttpEngine.httpClient(client);
        return new OkHttpLinkOpener(engine, Lifetime.of("test", engine));
    }
}
