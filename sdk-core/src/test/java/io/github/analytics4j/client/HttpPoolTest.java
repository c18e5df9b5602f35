package io.github.analytics4j.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.error.SdkThreads.Deferred;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.SocketFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

class HttpPoolTest {

    @Test
    void client_forHttp_neverSetsUpTls() {
        try (HttpPool engine = HttpPool.create()) {
            OkHttpClient plain = engine.client(false);

            assertThat(plain.connectionSpecs()).containsExactly(ConnectionSpec.CLEARTEXT);
            assertThatThrownBy(plain::sslSocketFactory).hasMessage("CLEARTEXT-only client");
        }
    }

    @Test
    void client_forHttps_isOneOnTheSameConnectionsAndThreads() {
        try (HttpPool engine = HttpPool.create()) {
            engine.prepare(true);
            OkHttpClient secure = engine.client(true);

            assertThat(secure.sslSocketFactory()).isNotNull();
            assertThat(secure).isSameAs(engine.client(true));
            assertThat(secure.connectionPool()).isSameAs(engine.client(false).connectionPool());
            assertThat(secure.dispatcher()).isSameAs(engine.client(false).dispatcher());
            assertThat(secure.followRedirects()).isFalse();
        }
    }

    /** However an exchange ends, its trace is let go; a trace that stayed would be one more for each call of a process. */
    @Test
    void newCall_ofItsOwn_isTracedUntilItEnds() throws Exception {
        try (HttpPool engine = HttpPool.create();
                ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            ExchangeTrace trace = new ExchangeTrace(false, Duration.ZERO);
            Call waiting = call(engine, server.getLocalPort(), trace);
            CompletableFuture<IOException> failure = new CompletableFuture<>();
            waiting.enqueue(failing(failure));
            try (Socket peer = server.accept()) {
                assertThat(peer.getInputStream().read()).isEqualTo('G');
                assertThat(ExchangeTrace.of(waiting)).isSameAs(trace);
                waiting.cancel();
            }
            assertThat(failure.get(30, SECONDS)).isNotNull();
            assertThat(ExchangeTrace.of(waiting)).isNull();

            Call answered = call(engine, server.getLocalPort(), new ExchangeTrace(false, Duration.ZERO));
            CompletableFuture<Response> response = CompletableFuture.supplyAsync(() -> executed(answered));
            try (Socket peer = server.accept()) {
                peer.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(US_ASCII));
                assertThat(response.get(30, SECONDS).body().string()).isEqualTo("{}");
            }
            assertThat(ExchangeTrace.of(answered)).isNull();

            Call canceled = call(engine, server.getLocalPort(), new ExchangeTrace(false, Duration.ZERO));
            canceled.cancel();
            assertThatThrownBy(canceled::execute).isInstanceOf(IOException.class);
            assertThat(ExchangeTrace.of(canceled)).isNull();

            Call refused = call(engine, 1, new ExchangeTrace(false, Duration.ZERO));
            assertThatThrownBy(refused::execute).isInstanceOf(IOException.class);
            assertThat(ExchangeTrace.of(refused)).isNull();

            engine.close();
            Call late = call(engine, server.getLocalPort(), new ExchangeTrace(false, Duration.ZERO));
            CompletableFuture<IOException> rejected = new CompletableFuture<>();
            late.enqueue(failing(rejected));
            assertThat(rejected.get(30, SECONDS)).isNotNull();
            assertThat(ExchangeTrace.of(late)).isNull();
        }
    }

    /** OkHttp closes the connection of a response that a user forgot once nobody refers to the call; so must we not. */
    @Test
    void newCall_whoseResponseIsForgotten_isLeftToTheCollector() throws Exception {
        try (HttpPool engine = HttpPool.create();
                ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<WeakReference<Call>> forgotten =
                    CompletableFuture.supplyAsync(() -> forgotten(engine, server.getLocalPort()));
            try (Socket peer = server.accept()) {
                peer.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{".getBytes(US_ASCII));
                WeakReference<Call> call = forgotten.get(30, SECONDS);
                long until = System.nanoTime() + SECONDS.toNanos(30);
                while (call.get() != null && System.nanoTime() < until) {
                    System.gc();
                }
                assertThat(call.get()).isNull();
            }
        }
    }

    /** It is woken for each time-out that is due before all others, which without more ado is every read of a response. */
    @Test
    void newCall_oneAfterTheOther_letsOkiosWatchdogSleep() throws Exception {
        int exchanges = 100;
        try (HttpPool engine = HttpPool.create();
                MockWebServer server = new MockWebServer()) {
            for (int i = 0; i <= exchanges; i++) {
                server.enqueue(
                        new MockResponse.Builder().body("1".repeat(50_000)).build());
            }
            server.start();
            assertThat(lengthOfOne(engine, server)).isEqualTo(50_000);
            Thread watchdog = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals("Okio Watchdog"))
                    .findAny()
                    .orElseThrow();
            long before = waits(watchdog);
            for (int i = 0; i < exchanges; i++) {
                assertThat(lengthOfOne(engine, server)).isEqualTo(50_000);
            }

            assertThat(waits(watchdog) - before).isLessThan(exchanges);
            assertThat(server.getRequestCount()).isEqualTo(exchanges + 1);
        }
    }

    private static int lengthOfOne(HttpPool engine, MockWebServer server) throws IOException {
        Call call = call(engine, server.getPort(), new ExchangeTrace(false, Duration.ofSeconds(30)));
        call.timeout().timeout(30, SECONDS);
        try (Response response = call.execute()) {
            return response.body().bytes().length;
        }
    }

    private static long waits(Thread thread) {
        return ManagementFactory.getThreadMXBean().getThreadInfo(thread.getId()).getWaitedCount();
    }

    /** A call whose headers came and whose body nobody reads or closes. */
    private static WeakReference<Call> forgotten(HttpPool engine, int port) {
        ExchangeTrace trace = new ExchangeTrace(false, Duration.ZERO);
        Call call = call(engine, port, trace);
        trace.watch(call, Duration.ofMinutes(1));
        assertThat(executed(call).code()).isEqualTo(200);
        return new WeakReference<>(call);
    }

    private static Call call(HttpPool engine, int port, ExchangeTrace trace) {
        return engine.newCall(
                new Request.Builder().url("http://127.0.0.1:" + port + "/").build(), trace);
    }

    private static Response executed(Call call) {
        try {
            return call.execute();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Callback failing(CompletableFuture<IOException> failure) {
        return new Callback() {
            @Override
            public void onFailure(Call call, IOException e) {
                failure.complete(e);
            }

            @Override
            public void onResponse(Call call, Response response) {
                failure.completeExceptionally(new AssertionError("a response"));
            }
        };
    }

    /** What OkHttp connects with keeps no request back until the other side has confirmed the one before. */
    @Test
    void sockets_ofItsOwn_sendAtOnce() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (HttpPool engine = HttpPool.create();
                ServerSocket server = new ServerSocket(0, 5, here)) {
            SocketFactory sockets = engine.client(false).socketFactory();
            int port = server.getLocalPort();
            String name = here.getHostAddress();
            List<Socket> made = List.of(
                    sockets.createSocket(),
                    sockets.createSocket(name, port),
                    sockets.createSocket(here, port),
                    sockets.createSocket(name, port, here, 0),
                    sockets.createSocket(here, port, here, 0));
            for (Socket socket : made) {
                assertThat(socket.getTcpNoDelay()).isTrue();
                socket.close();
            }
            assertThat(engine.client(true).socketFactory()).isSameAs(sockets);
        }
    }

    /** What has come is taken from the system at once, and handed out in whatever portions are asked for. */
    @Test
    void sockets_ofItsOwn_handOutEachByteOnceAndInOrder() throws IOException {
        byte[] sent = new byte[100_000];
        new Random(5).nextBytes(sent);
        InetAddress here = InetAddress.getLoopbackAddress();
        try (HttpPool engine = HttpPool.create();
                ServerSocket server = new ServerSocket(0, 5, here);
                Socket socket = engine.client(false).socketFactory().createSocket(here, server.getLocalPort());
                Socket other = server.accept()) {
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(other, sent));
            InputStream in = socket.getInputStream();
            ByteArrayOutputStream read = new ByteArrayOutputStream();

            assertThat(in.read(new byte[0])).isZero();
            read.write(in.read());
            assertThat(socket.getInputStream()).isSameAs(in); // a second stream would miss what the first one has taken
            read.writeBytes(in.readNBytes(4_999));
            assertThat(in.skip(0)).isZero();
            int left = 5_000;
            while (left > 0) {
                long skipped = in.skip(left);
                assertThat(skipped).isBetween(0L, (long) left);
                read.write(sent, read.size(), (int) skipped);
                left -= (int) skipped;
            }
            read.writeBytes(in.readNBytes(80_000));
            sending.join();
            read.writeBytes(in.readAllBytes());

            assertThat(read.toByteArray()).isEqualTo(sent);
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.read(new byte[5])).isEqualTo(-1);
            socket.close();
            assertThatThrownBy(socket::getInputStream).isInstanceOf(SocketException.class);
        }
    }

    private static void send(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A read that waited in vain may be tried again, and loses nothing. */
    @Test
    void sockets_ofItsOwn_goOnAfterATimeOut() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (HttpPool engine = HttpPool.create();
                ServerSocket server = new ServerSocket(0, 5, here);
                Socket socket = engine.client(false).socketFactory().createSocket(here, server.getLocalPort());
                Socket other = server.accept()) {
            InputStream in = socket.getInputStream();
            socket.setSoTimeout(1);

            assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
            other.getOutputStream().write(new byte[] {7, 8});
            socket.setSoTimeout(0);

            assertThat(in.read()).isEqualTo(7);
            assertThat(in.available()).isEqualTo(1);
            assertThat(in.read()).isEqualTo(8);
        }
    }

    @Test
    void sockets_ofAUsersClient_areTheUsersOwn() {
        OkHttpClient users = new OkHttpClient();
        try (HttpPool engine = HttpPool.httpClient(users)) {
            assertThat(engine.client(true).socketFactory()).isSameAs(users.socketFactory());
        }
    }

    @Test
    void client_ofAUser_keepsItsTlsForAllAddresses() {
        OkHttpClient users = new OkHttpClient();
        try (HttpPool engine = HttpPool.httpClient(users)) {
            assertThat(engine.client(true)).isSameAs(engine.client(false));
            assertThat(engine.client(true).sslSocketFactory()).isSameAs(users.sslSocketFactory());
            assertThat(engine.client(true).connectionPool()).isSameAs(users.connectionPool());
        }
    }

    @Test
    void deferred_askedByMany_isMadeOnce() throws InterruptedException {
        AtomicInteger made = new AtomicInteger();
        CountDownLatch asked = new CountDownLatch(1);
        Deferred<String> value = new Deferred<>("TLS", () -> {
            asked.await();
            return "made " + made.incrementAndGet();
        });
        value.start("deferred-test");
        AtomicReference<String> seen = new AtomicReference<>();
        Thread other = new Thread(() -> seen.set(value.get()));
        other.start();
        asked.countDown();

        assertThat(value.get()).isEqualTo("made 1");
        other.join();
        assertThat(seen).hasValue("made 1");
        value.start("deferred-test");
        assertThat(made).hasValue(1);
    }

    @Test
    void deferred_interrupted_goesOnAndKeepsTheInterrupt() {
        CountDownLatch asked = new CountDownLatch(1);
        Thread me = Thread.currentThread();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        Deferred<String> value = new Deferred<>("TLS", () -> {
            begun.complete(null);
            me.interrupt();
            asked.await();
            return "made";
        });
        value.start("deferred-test");
        begun.join(); // else this thread might be the one that makes it
        new Thread(() -> {
                    while (me.getState() != Thread.State.WAITING && !me.isInterrupted()) {
                        Thread.onSpinWait();
                    }
                    asked.countDown();
                })
                .start();

        assertThat(value.get()).isEqualTo("made");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void deferred_failing_saysWhy() {
        Deferred<String> value = new Deferred<>("TLS", () -> {
            throw new IllegalArgumentException("no store");
        });

        assertThatThrownBy(value::get)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("TLS cannot be set up: java.lang.IllegalArgumentException: no store");
    }
}
