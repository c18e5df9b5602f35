package io.github.analytics4j.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** Sends bytes on to the server and back, until the words that it was told come from a client. */
final class DatabaseProxy implements AutoCloseable {
    /** Each is what befalls the words, once. */
    enum Fault {
        /** The connection ends, and the server never sees them. */
        CUT,
        /** The server sees them, and the connection ends with its answer. */
        CUT_AFTERWARDS,
        /** Connections stay open from then on, these and new ones, and bytes are taken of both sides, but go nowhere. */
        SILENT
    }

    private record Told(String words, Fault fault) {}

    private final ServerSocket listener;
    private final int target;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private Told next;
    private boolean met;
    private volatile boolean silent;

    DatabaseProxy(String url) throws IOException {
        this.target = Integer.parseInt(url.replaceAll(".*127.0.0.1:(\\d+)/.*", "$1"));
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    String url(String direct) {
        return direct.replace(":" + target + "/", ":" + listener.getLocalPort() + "/")
                + "&sslmode=disable&gssEncMode=disable";
    }

    synchronized void at(String words, Fault fault) {
        next = new Told(words, fault);
        met = false;
    }

    /** Listens to a run, and waits for the words from a step of it on. */
    StepListener atStep(String step, String words, Fault fault) {
        return (number, name) -> {
            if (name.equals(step)) {
                at(words, fault);
            }
        };
    }

    /** Whether the words came. */
    synchronized boolean met() {
        return met;
    }

    /** Answers nobody from now on. */
    void silence() {
        silent = true;
    }

    private synchronized Fault fault(String request) {
        if (next == null || !request.contains(next.words)) {
            return null;
        }
        Fault fault = next.fault;
        next = null;
        met = true;
        return fault;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "database-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.addAll(List.of(client, server));
                AtomicBoolean last = new AtomicBoolean();
                daemon(() -> pump(client, server, true, last));
                daemon(() -> pump(server, client, false, last));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void pump(Socket from, Socket to, boolean requests, AtomicBoolean last) {
        byte[] buffer = new byte[1 << 16];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                Fault fault = requests ? fault(new String(buffer, 0, count, StandardCharsets.ISO_8859_1)) : null;
                if (fault == Fault.CUT || (!requests && last.get())) {
                    return;
                } else if (fault == Fault.CUT_AFTERWARDS) {
                    last.set(true);
                } else if (fault == Fault.SILENT) {
                    silent = true;
                }
                if (!silent) {
                    out.write(buffer, 0, count);
                }
            }
        } catch (IOException e) {
            // one side is gone
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket each : open) {
            each.close();
        }
    }
}
