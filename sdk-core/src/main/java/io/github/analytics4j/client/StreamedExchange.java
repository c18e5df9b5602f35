package io.github.analytics4j.client;

import io.github.analytics4j.error.GeneratedCodeApi;
import java.io.IOException;

/**
 * One request that can be sent once, and ended from another thread; the body of its response is left unread.
 *
 * @hidden
 */
@GeneratedCodeApi
public interface StreamedExchange {

    /**
     * Sends it, on the caller's thread, and returns when the headers of the response are there.
     *
     * @throws IOException if no response came; its message may show the URL, so it is never shown as it is
     */
    StreamedResponse execute() throws IOException;

    /** Ends it at once, whether it waits for headers or for bytes. Any thread may call this, any number of times. */
    void cancel();
}
