package io.github.analytics4j.download;

import java.io.IOException;

/** One request that can be sent once, and given up from another thread. */
public interface LinkExchange {

    /**
     * Sends it, on the caller's thread, and returns when the headers of the answer are there.
     *
     * @throws IOException if no answer came; its message may show the link, so it is never shown as it is
     */
    LinkAnswer execute() throws IOException;

    /** Ends it at once, whether it waits for headers or for bytes. Any thread may call this, any number of times. */
    void cancel();
}
