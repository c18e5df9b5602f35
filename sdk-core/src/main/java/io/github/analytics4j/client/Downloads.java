package io.github.analytics4j.client;

import io.github.analytics4j.download.Download;
import io.github.analytics4j.download.LinkExchange;
import io.github.analytics4j.download.LinkSource;
import io.github.analytics4j.download.SignedUrl;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import okhttp3.OkHttpClient;

/** Downloads of links that came from elsewhere than an API call. */
public final class Downloads {
    private Downloads() {}

    /**
     * A download of a link as it is. One that runs out cannot be renewed, but what came is kept, and a download of
     * another link to the same file, with the same path, goes on with it.
     *
     * @param link an absolute link
     * @param client whose connections are used; it is not changed, and nothing of it but connections is
     */
    public static Download of(URI link, OkHttpClient client) {
        HttpEngine engine = HttpEngine.httpClient(client);
        return Download.of(
                new FixedLink(SignedUrl.of(link)), new OkHttpLinkOpener(engine, Lifetime.of("download", engine)));
    }

    /** A link that is what it is. */
    record FixedLink(SignedUrl link) implements LinkSource {
        /** The path may be as secret as the query, so it appears as a digest. */
        @Override
        public String identity() {
            byte[] path = String.valueOf(link.reveal().getRawPath()).getBytes(StandardCharsets.UTF_8);
            return "link " + UUID.nameUUIDFromBytes(path) + " at " + link.origin();
        }

        @Override
        public LinkExchange ask(Map<String, String> headers) {
            return new KnownRedirect(link);
        }
    }
}
