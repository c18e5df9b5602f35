package io.github.analytics4j.acceptance;

import io.github.analytics4j.client.AbstractClientBuilder;
import io.github.analytics4j.client.TimeSource;
import io.github.analytics4j.retry.RetryPolicy;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.RawFaultServer;
import io.github.analytics4j.testkit.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.assertj.core.api.Assertions;

/** What is between a client and the sandbox, for faults that are no response's but a connection's, a proxy's or an hour's. */
abstract class Surroundings implements AutoCloseable {
    private final List<AutoCloseable> open = new ArrayList<>();

    /** Begins with the sandbox; every address a client is told goes through {@link #through}. */
    interface Maker {
        Surroundings of(Sandbox sandbox);
    }

    /** An address that leads to this one. */
    abstract URI through(URI address);

    /** Gives a client what it needs here. */
    void configure(AbstractClientBuilder<?> client) {}

    /** What is done before the fault begins; {@code get} is a request of no interest to that host. */
    void warmUp(Runnable get) {
        get.run();
    }

    /** The fault begins. */
    void strike() {}

    /** How many pages a walk reads ahead. */
    int prefetch() {
        return 0;
    }

    <C extends AutoCloseable> C opened(C server) {
        open.add(server);
        return server;
    }

    @Override
    public void close() {
        for (AutoCloseable server : open) {
            try {
                server.close();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    private static URI at(URI address, int port) {
        return URI.create("http://127.0.0.1:" + port + address.getRawPath()
                + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()));
    }

    /** Nothing is in between. */
    static Surroundings none() {
        return new Surroundings() {
            @Override
            URI through(URI address) {
                return address;
            }

            @Override
            void warmUp(Runnable get) {}
        };
    }

    /** The connections to one server, on the way. */
    private static final class Wires implements AutoCloseable {
        private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
        private final Set<Socket> silent = ConcurrentHashMap.newKeySet();
        private final CountDownLatch closing = new CountDownLatch(1);

        /** The port of a relay to this port. */
        RawFaultServer to(int port) {
            return RawFaultServer.start(client -> {
                try (Socket server = new Socket("127.0.0.1", port)) {
                    sockets.addAll(Set.of(client, server));
                    Thread back = new Thread(() -> pass(server, client));
                    back.setDaemon(true);
                    back.start();
                    pass(client, server);
                }
            });
        }

        private void pass(Socket from, Socket to) {
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                byte[] buffer = new byte[8192];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (silent.contains(from)) {
                        closing.await();
                    }
                    to.getOutputStream().write(buffer, 0, read);
                }
            } catch (IOException | InterruptedException e) {
                // one of them is gone
            }
        }

        void end() {
            for (Socket socket : sockets) {
                try {
                    socket.close();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
        }

        void fallSilent() {
            silent.addAll(sockets);
        }

        @Override
        public void close() {
            closing.countDown();
            end();
        }
    }

    /** So many idle connections, which the server ends without a word that the client reads before it sends. */
    static Surroundings stale(int connections) {
        return new Surroundings() {
            private final Wires wires = opened(new Wires());

            @Override
            URI through(URI address) {
                return at(address, opened(wires.to(address.getPort())).url().getPort());
            }

            @Override
            void warmUp(Runnable get) {
                List<CompletableFuture<Void>> all = new ArrayList<>();
                for (int i = 0; i < connections; i++) {
                    all.add(CompletableFuture.runAsync(get, task -> new Thread(task).start()));
                }
                all.forEach(CompletableFuture::join);
            }

            @Override
            void strike() {
                wires.end();
            }
        };
    }

    /** Every response comes over HTTP/2, through a server that does something to streams. */
    private abstract static class Http2 extends Surroundings {
        private final OkHttpClient onwards =
                new OkHttpClient.Builder().followRedirects(false).build();
        private final OkHttpClient client = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                .build();
        volatile boolean struck;

        /** How a stream is met, before its request is read; asked for each connection too. */
        abstract MockResponse met();

        /** Its request has been read. */
        void begun() {}

        /** The sandbox has answered. */
        void answered() {}

        @Override
        URI through(URI address) {
            MockWebServer server = new MockWebServer();
            server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse peek() {
                    return met();
                }

                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    if (request.getHeaders().size() == 0) {
                        return new MockResponse.Builder().build(); // for the books, of a stream that was not read
                    }
                    begun();
                    try {
                        return forward(request, address.getPort());
                    } finally {
                        answered();
                    }
                }
            });
            try {
                server.start();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            opened(server);
            return at(address, server.getPort());
        }

        private MockResponse forward(RecordedRequest request, int port) {
            var body = request.getBody();
            Headers.Builder headers = new Headers.Builder();
            for (var header : request.getHeaders()) {
                if (!header.getFirst().startsWith(":")) {
                    headers.add(header.getFirst(), header.getSecond());
                }
            }
            Request onward = new Request.Builder()
                    .url("http://127.0.0.1:" + port + request.getTarget())
                    .headers(headers.set("Accept-Encoding", "identity").build())
                    .method(
                            request.getMethod(),
                            request.getMethod().equals("POST")
                                    ? RequestBody.create(body == null ? new byte[0] : body.toByteArray())
                                    : null)
                    .build();
            try (Response response = onwards.newCall(onward).execute()) {
                return new MockResponse.Builder()
                        .code(response.code())
                        .headers(response.headers())
                        .body(new Buffer().write(response.body().bytes()))
                        .build();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        void configure(AbstractClientBuilder<?> builder) {
            builder.httpClient(client);
        }

        @Override
        void strike() {
            struck = true;
        }

        @Override
        int prefetch() {
            return 8;
        }

        @Override
        public void close() {
            super.close();
            client.connectionPool().evictAll();
            onwards.connectionPool().evictAll();
            client.dispatcher().executorService().shutdown();
            onwards.dispatcher().executorService().shutdown();
        }
    }

    /** The connections there are stay open and nothing more passes on them; others work. */
    static Surroundings silentHttp2() {
        return new Http2() {
            private final Wires wires = opened(new Wires());

            @Override
            URI through(URI address) {
                URI server = super.through(address);
                return at(server, opened(wires.to(server.getPort())).url().getPort());
            }

            @Override
            MockResponse met() {
                return new MockResponse.Builder().build();
            }

            @Override
            void strike() {
                wires.fallSilent();
            }
        };
    }

    /** A stream that comes while there is another is refused. */
    static Surroundings oneStreamAtATime() {
        return new Http2() {
            private final AtomicInteger active = new AtomicInteger();
            private final AtomicInteger refusals = new AtomicInteger();

            @Override
            MockResponse met() {
                boolean refused = active.get() > 0 || (struck && refusals.getAndIncrement() < 6);
                return refused
                        ? new MockResponse.Builder()
                                .onRequestStart(new SocketEffect.CloseStream(7))
                                .build()
                        : new MockResponse.Builder().build();
            }

            @Override
            void begun() {
                active.incrementAndGet();
            }

            @Override
            void answered() {
                active.decrementAndGet();
            }
        };
    }

    /** The server takes its leave with every response, as one does that is being replaced. */
    static Surroundings goAway() {
        return new Http2() {
            @Override
            MockResponse met() {
                return new MockResponse.Builder()
                        .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
                        .build();
            }
        };
    }

    /** A proxy that wants a login, set up in the middle of the day. */
    static Surroundings proxyLogin() {
        return new Surroundings() {
            private final RawFaultServer proxy = opened(
                    RawFaultServer.answering("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII)));
            private volatile boolean struck;

            @Override
            URI through(URI address) {
                return address;
            }

            @Override
            void configure(AbstractClientBuilder<?> client) {
                client.httpClient(new OkHttpClient.Builder()
                        .proxySelector(new ProxySelector() {
                            @Override
                            public List<Proxy> select(URI uri) {
                                InetSocketAddress address = new InetSocketAddress(
                                        "127.0.0.1", proxy.url().getPort());
                                return List.of(struck ? new Proxy(Proxy.Type.HTTP, address) : Proxy.NO_PROXY);
                            }

                            @Override
                            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
                        })
                        .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                        .build());
            }

            @Override
            void strike() {
                struck = true;
            }

            @Override
            public void close() {
                super.close();
                Assertions.assertThat(proxy.accepted()).isLessThanOrEqualTo(1);
            }
        };
    }

    /** Ten minutes in which the API answers 503; minutes pass only where somebody waits. */
    static Surroundings outage(Sandbox sandbox, RetryPolicy policy) {
        return new Surroundings() {
            private final AtomicLong nanos = new AtomicLong();
            private volatile long until = -1;

            {
                for (var faults :
                        List.of(sandbox.synthflow().faults(), sandbox.voisnap().faults())) {
                    faults.on(request -> nanos.get() < until).show(Fault.status(503));
                }
            }

            @Override
            URI through(URI address) {
                return address;
            }

            @Override
            void configure(AbstractClientBuilder<?> client) {
                TimeSource time = new TimeSource() {
                    @Override
                    public Instant now() {
                        return TimeSource.SYSTEM.now().plusNanos(nanos.get());
                    }

                    @Override
                    public long nanos() {
                        return nanos.get();
                    }

                    @Override
                    public boolean sleep(Duration pause, CountDownLatch wake) {
                        nanos.addAndGet(pause.toNanos());
                        return false;
                    }

                    @Override
                    public Runnable later(Duration pause, Runnable task) {
                        nanos.addAndGet(pause.toNanos());
                        task.run();
                        return () -> {};
                    }
                };
                time.drive(client).options(o -> o.retry(policy).deadline(Duration.ofHours(1)));
            }

            @Override
            void strike() {
                until = nanos.get() + Duration.ofMinutes(10).toNanos();
            }

            @Override
            int prefetch() {
                return 8;
            }
        };
    }
}
