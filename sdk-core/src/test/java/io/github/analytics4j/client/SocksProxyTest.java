package io.github.analytics4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.download.Download;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.NoResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a SOCKS proxy refuses is told as the proxy's, and what no other try can change is tried once. */
@Timeout(20)
class SocksProxyTest {
    private static final String TLS = "https://api.example";
    private static final byte[] WANTS_LOGIN = {5, 2};
    private static final byte[] LOGIN_REFUSED = {1, 1};
    private static final byte[] NO_LOGIN = {5, 0};

    private final AtomicInteger asked = new AtomicInteger();
    private volatile List<byte[]> script = List.of();
    private ServerSocket listener;

    @BeforeEach
    void open() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(this::accept, "socks-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void close() throws IOException {
        listener.close();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                asked.incrementAndGet();
                serve(socket);
            } catch (IOException e) {
                // the client is gone, or the test is over
            }
        }
    }

    /** Answers one message after another, and reads on until the client goes. */
    private void serve(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] message = new byte[512];
        for (byte[] reply : script) {
            if (in.read(message) < 0) {
                return;
            }
            socket.getOutputStream().write(reply);
        }
        socket.shutdownOutput();
        while (in.read(message) >= 0) {
            // to the end
        }
    }

    private static byte[] reply(int code) {
        return new byte[] {5, (byte) code, 0, 1, 0, 0, 0, 0, 0, 0};
    }

    private OkHttpClient throughProxy(InetSocketAddress address) {
        return new OkHttpClient.Builder()
                .proxy(new Proxy(Proxy.Type.SOCKS, address))
                .build();
    }

    private OkHttpClient throughProxy() {
        return throughProxy(new InetSocketAddress("127.0.0.1", listener.getLocalPort()));
    }

    private NoResponseException failure(OkHttpClient http, Operation<Ask, Map<String, Long>> operation) {
        try (ApiClient client =
                TestApi.client(TLS).httpClient(http).time(new FakeTime()).build()) {
            return catchThrowableOfType(
                    NoResponseException.class,
                    () -> client.transport().prepare(operation, Ask.NOTHING).execute());
        }
    }

    private String name() {
        return "the SOCKS proxy 127.0.0.1:" + listener.getLocalPort();
    }

    static Stream<Arguments> refusals() {
        String login = " asks for a login, or refuses the one it got; Java takes it from java.net.Authenticator";
        return Stream.of(
                Arguments.of(List.of(WANTS_LOGIN, LOGIN_REFUSED), login),
                Arguments.of(
                        List.of(new byte[] {5, (byte) 0xff}),
                        " accepts neither no login nor one with name and password, which are all that Java offers"),
                Arguments.of(
                        List.of(NO_LOGIN, reply(2)),
                        " refused the connection to the server: its rules do not allow it"),
                Arguments.of(List.of(NO_LOGIN, reply(7)), " cannot connect to servers by their host name"),
                Arguments.of(List.of(NO_LOGIN, reply(8)), " cannot connect to servers by their host name"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refused_forGood_isNamedAndTriedOnce(List<byte[]> replies, String why) {
        script = replies;
        for (Operation<Ask, Map<String, Long>> operation : List.of(TestApi.GET, TestApi.POST)) {
            asked.set(0);
            NoResponseException failure = failure(throughProxy(), operation);

            assertThat(failure).hasMessageContaining(": " + name() + why);
            assertThat(failure.attempts()).hasSize(1);
            assertThat(failure.mayHaveBeenCarriedOut()).isFalse();
            assertThat(asked).hasValue(1);
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void download_refusedForGood_isNamedAndTriedOnce(List<byte[]> replies, String why) {
        script = replies;

        assertThat(catchThrowableOfType(
                        DownloadException.class,
                        () -> Download.of(URI.create(TLS + "/f?sig=canary"), throughProxy())
                                .transferTo(OutputStream.nullOutputStream())))
                .hasMessageContaining(name() + why);

        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 6})
    void refused_forNow_isNamedAndTriedAgain(int code) {
        script = List.of(NO_LOGIN, reply(code));

        NoResponseException failure = failure(throughProxy(), TestApi.GET);

        assertThat(failure).hasMessageContaining(": " + name() + " made no connection");
        assertThat(failure.attempts()).hasSize(4);
    }

    @Test
    void portSpeaksHttp_isToldSo() {
        script = List.of("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        int port = listener.getLocalPort();

        assertThat(failure(throughProxy(), TestApi.GET))
                .hasMessageContaining(": " + name() + " does not answer as a SOCKS proxy of version 5 does");
        assertThat(failure(throughProxy(InetSocketAddress.createUnresolved("localhost", port)), TestApi.GET))
                .hasMessageContaining(": the SOCKS proxy localhost:" + port + " does not answer as a SOCKS proxy");
    }

    @Test
    void proxyDown_isNamed() throws IOException {
        listener.close();

        assertThat(failure(throughProxy(), TestApi.GET))
                .hasMessageContaining(": " + name() + " refused the connection");
    }

    @Test
    void unknownHost_isTheProxys() {
        InetSocketAddress unknown = InetSocketAddress.createUnresolved("proxy.invalid", 1080);

        assertThat(failure(throughProxy(unknown), TestApi.GET))
                .hasMessageContaining(": the SOCKS proxy proxy.invalid:1080 has an unknown host name");
    }
}
