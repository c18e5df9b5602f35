package io.github.analytics4j.download;

import io.github.analytics4j.client.StreamOpener;
import io.github.analytics4j.client.TimeSource;
import io.github.analytics4j.error.GeneratedCodeApi;
import java.net.URI;
import okhttp3.OkHttpClient;

/**
 * Downloads of links that came from elsewhere than an API call.
 *
 * @hidden
 */
@GeneratedCodeApi
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
        return DefaultDownload.of(new LinkSource.Fixed(SignedUrl.of(link)), StreamOpener.of(client), TimeSource.SYSTEM);
    }
}
