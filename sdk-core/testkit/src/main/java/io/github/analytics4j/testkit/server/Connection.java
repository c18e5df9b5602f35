package io.github.analytics4j.testkit.server;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An accepted socket that can end in ways a web server does not offer, and that is known until it is closed. */
public final class Connection extends Socket {
    private final Map<Integer, Connection> open;
    private final int index;
    private final RawLog received;
    private final AtomicInteger busy = new AtomicInteger(); // more than one with HTTP/2
    private final RequestHead head = new RequestHead();
    private volatile @Nullable Thread reader;
    private volatile boolean encrypted;

    Connection(Map<Integer, Connection> open, int index, RawLog received) {
        this.open = open;
        this.index = index;
        this.received = received;
    }

    /** From now on it counts as open. */
    void accepted() {
        open.put(index, this);
    }

    int busy() {
        return busy.get();
    }

    void busy(boolean now) {
        if (now) {
            head.next(); // the request is whole: what comes now is another one
        }
        busy.addAndGet(now ? 1 : -1);
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

    /** The web server leaves a connection open on which a response failed; here it is closed. */
    @Override
    public OutputStream getOutputStream() throws IOException {
        return new FilterOutputStream(super.getOutputStream()) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                try {
                    out.write(bytes, offset, length);
                } catch (IOException e) {
                    Connection.this.close();
                    throw e;
                }
            }
        };
    }

    /** Closed as well when the peer resets it between two requests. */
    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                try {
                    reader = Thread.currentThread();
                    int read = in.read(bytes, offset, length);
                    received.add(bytes, offset, Math.max(read, 0));
                    return !encrypted && answeredAtOnce(bytes, offset, read, Connection.this) ? -1 : read;
                } catch (IOException e) {
                    Connection.this.close();
                    throw e;
                }
            }
        };
    }

    /** Answers what the web server does not: a client that waits for leave to send a body, a length that is none, TLS. */
    boolean answeredAtOnce(byte[] bytes, int offset, int length, Socket to) throws IOException {
        RequestHead.Need need = head.add(bytes, offset, length);
        if (need != RequestHead.Need.NOTHING) {
            to.getOutputStream().write(need.answer());
        }
        if (need.isEnd()) {
            to.shutdownOutput();
        }
        return need.isEnd();
    }

    /** From now on what comes is encrypted: heads are seen behind the decryption alone. */
    Connection encrypted() {
        encrypted = true;
        return this;
    }

    boolean isReadBy(Thread thread) {
        return thread.equals(reader);
    }

    void closeQuietly() {
        try {
            close();
        } catch (IOException alreadyClosed) {
            // closed is what was wanted
        }
    }

    @Override
    public synchronized void close() throws IOException {
        open.remove(index);
        super.close();
    }
}
