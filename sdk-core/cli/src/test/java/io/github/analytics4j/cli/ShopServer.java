package io.github.analytics4j.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The server of {@link ShopCatalog}, on loopback: as many small items as wanted, made when they are asked for. */
final class ShopServer implements AutoCloseable {
    static final String KEY = "shop_key_5512";

    static {
        System.setProperty(
                "sun.net.httpserver.nodelay", "true"); // else each response waits 40 ms for an acknowledgement
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "shop-server");
        thread.setDaemon(true);
        return thread;
    });
    private final long items;
    private final LongFunction<String> row;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicBoolean refuses = new AtomicBoolean();
    private final CountDownLatch stuck = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile long stuckAt = Long.MAX_VALUE;
    private volatile long brokenAt = Long.MAX_VALUE;
    private volatile boolean keeps = true;
    private volatile @Nullable Long stated;

    ShopServer(long items) throws IOException {
        this(items, index -> "{\"id\":\"i-" + index + "\",\"phone\":\"+49170" + index + "\",\"temperature\":-3}");
    }

    ShopServer(long items, LongFunction<String> row) throws IOException {
        this.items = items;
        this.row = row;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    Map<String, String> environment() {
        return Map.of("SHOP_API_KEY", KEY, "SHOP_BASE_URL", url());
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The paths and queries that were asked for, oldest first. */
    List<String> requests() {
        return requests;
    }

    /** Refuses every key from now on. */
    void refuse() {
        refuses.set(true);
    }

    /** Answers no page that begins there or later before {@link #close}. */
    void stickAt(long offset) {
        stuckAt = offset;
    }

    /** Fails with 501 from that offset on. */
    void breakAt(long offset) {
        brokenAt = offset;
    }

    /** Stops failing. */
    void mend() {
        brokenAt = Long.MAX_VALUE;
        stuckAt = Long.MAX_VALUE;
    }

    /** States another total than is there, so that the end cannot be proven. */
    void state(long total) {
        stated = total;
    }

    /** Keeps no list of the requests. */
    void forget() {
        keeps = false;
    }

    void awaitStuck() throws InterruptedException {
        stuck.await();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        if (keeps) {
            requests.add(exchange.getRequestURI().toString());
        }
        String key = exchange.getRequestHeaders().getFirst("Authorization");
        if (refuses.get() || !("Bearer " + KEY).equals(key)) {
            send(exchange, 401, "{\"message\":\"no such key\"}");
        } else if (exchange.getRequestURI().getPath().equals("/stats")) {
            send(exchange, 200, "{\"mean\":12.50,\"currency\":\"EUR\"}");
        } else {
            page(exchange, values(query));
        }
    }

    private void page(HttpExchange exchange, Map<String, String> query) throws IOException {
        long offset = Long.parseLong(query.getOrDefault("offset", "0"));
        long limit = Long.parseLong(query.getOrDefault("limit", "20"));
        if (offset >= stuckAt) {
            stuck.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (offset >= brokenAt) {
            send(exchange, 501, "{\"message\":\"broken\"}");
            return;
        }
        String rows = LongStream.range(offset, Math.min(items, offset + limit))
                .mapToObj(row)
                .collect(Collectors.joining(","));
        Long total = stated;
        send(exchange, 200, "{\"items\":[" + rows + "],\"total\":" + (total == null ? items : total) + "}");
    }

    private static Map<String, String> values(@Nullable String query) {
        Map<String, String> values = new HashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            values.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return values;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        released.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
