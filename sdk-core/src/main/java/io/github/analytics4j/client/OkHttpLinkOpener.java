package io.github.analytics4j.client;

import io.github.analytics4j.download.LinkExchange;
import io.github.analytics4j.download.LinkOpener;
import io.github.analytics4j.download.SignedUrl;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Opens links on the connections, proxy and TLS settings of a client, and with nothing else of it. */
final class OkHttpLinkOpener implements LinkOpener {
    private final HttpEngine engine;
    private final Lifetime lifetime;
    private final SecretMask mask;

    /** As the other one, where there is no key that a storage host could repeat. */
    OkHttpLinkOpener(HttpEngine engine, Lifetime lifetime) {
        this(engine, lifetime, SecretMask.NONE);
    }

    OkHttpLinkOpener(HttpEngine engine, Lifetime lifetime, SecretMask mask) {
        this.engine = engine;
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
        return new OkHttpLinkExchange(engine, request.build(), lifetime, mask);
    }
}
