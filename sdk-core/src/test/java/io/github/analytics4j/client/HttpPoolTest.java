package io.github.analytics4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.SocketFactory;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
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
