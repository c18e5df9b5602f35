package io.github.analytics4j.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An accepted socket that can end in ways a web server does not offer, and that is known until it is closed. */
final class Connection extends Socket {
    private final Map<Integer, Connection> open;
    private final int index;
    private volatile boolean busy;

    Connection(ConcurrentHashMap<Integer, Connection> open, int index) {
        this.open = open;
        this.index = index;
        open.put(index, this);
    }

    boolean busy() {
        return busy;
    }

    void busy(boolean now) {
        busy = now;
    }

    /** Ends with a TCP reset: the peer sees an error, and may lose bytes that were under way. */
    void reset() throws IOException {
        setSoLinger(true, 0);
        close();
    }

    /** Waits until the peer hangs up, or the sandbox closes. */
    void awaitPeerGone() {
        byte[] ignored = new byte[512];
        try {
            InputStream in = getInputStream();
            int read;
            do {
                read = in.read(ignored);
            } while (read >= 0);
        } catch (IOException gone) {
            // closed by either side: what was waited for
        }
    }

    @Override
    public synchronized void close() throws IOException {
        open.remove(index);
        super.close();
    }
}
