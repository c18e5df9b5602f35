package io.github.analytics4j.http;

import io.github.analytics4j.auth.SecretMask;
import io.github.analytics4j.download.LinkExchange;
import io.github.analytics4j.download.LinkOpener;
import io.github.analytics4j.download.SignedUrl;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import okhttp3.Authenticator;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Opens links on the pool, proxy and TLS settings of a client, and with nothing else of it. */
final class OkHttpLinkOpener implements LinkOpener {
    private final Function<Boolean, OkHttpClient> clients;
    private final Lifetime lifetime;
    private final SecretMask mask;

    /** As the other one, where there is no key that a storage host could repeat. */
    OkHttpLinkOpener(Function<Boolean, OkHttpClient> clients, Lifetime lifetime) {
        this(clients, lifetime, SecretMask.NONE);
    }

    /** With the client for https links, or for others. */
    OkHttpLinkOpener(Function<Boolean, OkHttpClient> clients, Lifetime lifetime, SecretMask mask) {
        this.clients = clients;
        this.lifetime = lifetime;
        this.mask = mask;
    }

    @Override
    public LinkExchange open(SignedUrl link, Map<String, String> headers) {
        HttpUrl url = HttpUrl.parse(link.reveal().toString());
        if (url == null) {
            throw new IllegalArgumentException("a link to " + link.origin() + " is no http link");
        }
        Request.Builder request = new Request.Builder().url(url);
        headers.forEach(request::header);
        OkHttpClient client = bare(clients.apply(url.isHttps()));
        return new OkHttpLinkExchange(client.newCall(request.build()), lifetime, mask);
    }

    /**
     * Interceptors, cookies and authenticators may carry the API's credentials, and a cache would hold the file twice.
     * Silence is watched, and repeating is done, by the download.
     */
    private static OkHttpClient bare(OkHttpClient client) {
        OkHttpClient.Builder builder = client.newBuilder();
        builder.interceptors().clear();
        builder.networkInterceptors().clear();
        return builder.cookieJar(CookieJar.NO_COOKIES)
                .authenticator(Authenticator.NONE)
                .cache(null)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .callTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .build();
    }
}
