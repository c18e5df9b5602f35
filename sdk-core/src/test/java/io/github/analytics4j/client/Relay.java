package io.github.analytics4j.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between client and server as a NAT or a balancer does, and does to their connections what those do. */
public final class Relay implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 500, InetAddress.getByName("127.0.0.1"));
    private final int target;
    private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);

    private record Pair(Socket client, Socket server, Set<String> state) {}

    /** Before the server at a port of this machine. */
    public Relay(int target) throws IOException {
        this.target = target;
        daemon(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** How many connections were made. */
    public int accepted() {
        return accepted.get();
    }

    /** From now on, nothing passes on the connections there are; new ones work. */
    public void silence() {
        pairs.forEach(pair -> pair.state().add("silent"));
    }

    /** Ends the connections there are, in good order. */
    public void end() throws IOException {
        for (Pair pair : pairs) {
            pair.client().close();
            pair.server().close();
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                accepted.incrementAndGet();
                Pair pair = new Pair(
                        client, new Socket(InetAddress.getByName("127.0.0.1"), target), ConcurrentHashMap.newKeySet());
                pairs.add(pair);
                daemon(() -> pass(pair, client, pair.server()));
                daemon(() -> pass(pair, pair.server(), client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void pass(Pair pair, Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (pair.state().contains("silent")) {
                    closing.await();
                }
                out.write(buffer, 0, read);
                out.flush();
            }
            if (pair.state().contains("silent")) {
                closing.await();
            }
        } catch (IOException | InterruptedException e) {
            // one of the two went away
        } finally {
            pairs.remove(pair);
        }
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        listener.close();
        end();
    }
}
