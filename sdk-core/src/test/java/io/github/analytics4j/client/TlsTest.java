package io.github.analytics4j.client;

import static io.github.analytics4j.client.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.download.Download;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.retry.RetryPolicy;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trouble under the HTTP, where nothing was sent yet. */
class TlsTest {

    private static ScriptedServer server(String name) throws IOException {
        return server(
                name, Instant.now().minus(Duration.ofHours(1)), Instant.now().plus(Duration.ofHours(1)));
    }

    private static ScriptedServer server(String name, Instant from, Instant to) throws IOException {
        HeldCertificate issuer =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        HeldCertificate held = new HeldCertificate.Builder()
                .commonName(name)
                .addSubjectAlternativeName(name)
                .validityInterval(from.toEpochMilli(), to.toEpochMilli())
                .signedBy(issuer)
                .build();
        trusting = new HandshakeCertificates.Builder()
                .addTrustedCertificate(issuer.certificate())
                .heldCertificate(held)
                .build();
        return new ScriptedServer(trusting.sslContext()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1")));
    }

    private static HandshakeCertificates trusting;

    private static ApiClient client(ScriptedServer server, OkHttpClient http) {
        return TestApi.client("https://127.0.0.1:" + server.port())
                .httpClient(http)
                .retry(RetryPolicy.NONE)
                .build();
    }

    private static OkHttpClient trustingClient() {
        return new OkHttpClient.Builder()
                .sslSocketFactory(trusting.sslSocketFactory(), trusting.trustManager())
                .build();
    }

    @Test
    void handshake_trusted_isOnlyAStep() throws IOException {
        try (ScriptedServer server = server("127.0.0.1");
                ApiClient client = client(server, trustingClient())) {
            server.then(json(200, TestApi.GOOD));

            assertThat(client.transport().prepare(TestApi.POST, Ask.NOTHING).execute())
                    .isEqualTo(TestApi.VALUE);
        }
    }

    @Test
    void handshake_untrusted_sendsNothing() throws IOException {
        try (ScriptedServer server = server("127.0.0.1");
                ApiClient client = client(server, new OkHttpClient())) {
            assertThatThrownBy(() -> client.transport()
                            .prepare(TestApi.POST, Ask.NOTHING)
                            .execute())
                    .isInstanceOfSatisfying(
                            NoResponseException.class,
                            failure ->
                                    assertThat(failure.mayHaveBeenCarriedOut()).isFalse())
                    .hasMessage(
                            "test.things.create: no response from 127.0.0.1: the certificate is self-signed, or of an issuer "
                                    + "that this Java does not trust; nothing was sent");
            assertThat(server.count()).isZero();
        }
    }

    @Test
    void handshake_certificateOfAnotherHost_sendsNothing() throws IOException {
        try (ScriptedServer server = server("other.example");
                ApiClient client = client(server, trustingClient())) {
            assertThatThrownBy(() ->
                            client.transport().prepare(TestApi.GET, Ask.NOTHING).execute())
                    .hasMessage("test.things.list: no response from 127.0.0.1: the certificate is for another host");
            assertThat(server.count()).isZero();
        }
    }

    private static Stream<Arguments> badOnes() {
        Instant now = Instant.now();
        Duration day = Duration.ofDays(1);
        return Stream.of(
                Arguments.of(
                        "127.0.0.1",
                        now.minus(day.multipliedBy(9)),
                        now.minus(day),
                        true,
                        "the certificate has " + "expired, if this machine's clock is right, which says 20"),
                Arguments.of(
                        "127.0.0.1",
                        now.plus(day),
                        now.plus(day.multipliedBy(9)),
                        true,
                        "the certificate is not " + "valid yet, if this machine's clock is right, which says 20"),
                Arguments.of(
                        "other.example", now.minus(day), now.plus(day), true, "the certificate is for another host"),
                Arguments.of(
                        "127.0.0.1",
                        now.minus(day),
                        now.plus(day),
                        false,
                        "the certificate is self-signed, or of an " + "issuer that this Java does not trust"));
    }

    @ParameterizedTest
    @MethodSource("badOnes")
    void certificate_bad_isNamedAndTriedOnce(String name, Instant from, Instant to, boolean trusted, String said)
            throws IOException {
        try (ScriptedServer server = server(name, from, to);
                ApiClient client = TestApi.client("https://127.0.0.1:" + server.port())
                        .httpClient(trusted ? trustingClient() : new OkHttpClient())
                        .time(new FakeTime())
                        .build()) {
            for (boolean async : new boolean[] {false, true}) {
                NoResponseException failure = catchThrowableOfType(NoResponseException.class, () -> {
                    Invocation<?> get = client.transport().prepare(TestApi.GET, Ask.NOTHING);
                    Object unused = async ? Futures.joined(get.executeAsync()) : get.execute();
                });
                assertThat(failure).hasMessageStartingWith("test.things.list: no response from 127.0.0.1: " + said);
                assertThat(failure.attempts()).hasSize(1);
            }
            assertThat(server.accepted()).isEqualTo(2);
            OkHttpClient http = trusted ? trustingClient() : new OkHttpClient();
            URI link = URI.create("https://127.0.0.1:" + server.port() + "/f?sig=canary");
            assertThat(catchThrowableOfType(
                            DownloadException.class,
                            () -> Download.of(link, http).transferTo(OutputStream.nullOutputStream())))
                    .hasMessageContaining(": the connection broke (" + said);
            assertThat(server.accepted()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void certificate_badAtAnAddressBehindOneThatCannotBeReached_isNamedAndTriedOnce(boolean refused)
            throws IOException {
        Dns both = host -> List.of(InetAddress.getByName("::1"), InetAddress.getByName("127.0.0.1"));
        try (ScriptedServer server = server("other.example");
                ApiClient client = TestApi.client("https://api.example:" + server.port())
                        .httpClient(trustingClient()
                                .newBuilder()
                                .dns(both)
                                .socketFactory(new Ipv4Only(refused ? "Connection refused" : "Network is unreachable"))
                                .build())
                        .time(new FakeTime())
                        .build()) {
            assertThatThrownBy(() ->
                            client.transport().prepare(TestApi.GET, Ask.NOTHING).execute())
                    .hasMessage("test.things.list: no response from api.example: the certificate is for another host");
            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Network is unreachable", "No route to host", "Network unreachable: connect"})
    void connection_withoutARoute_isNotToldAsRefused(String said) {
        OkHttpClient http = new OkHttpClient.Builder()
                .dns(host -> List.of(InetAddress.getByName("::1")))
                .socketFactory(new Ipv4Only(said))
                .build();
        try (ApiClient client = TestApi.client("https://api.example")
                .httpClient(http)
                .retry(RetryPolicy.NONE)
                .build()) {
            assertThatThrownBy(() ->
                            client.transport().prepare(TestApi.GET, Ask.NOTHING).execute())
                    .isInstanceOf(NoResponseException.class)
                    .hasMessageStartingWith(
                            "test.things.list: no response from api.example: there is no route to the server");
        }
    }

    /** A machine whose other addresses cannot be reached. */
    private static final class Ipv4Only extends UnconnectedSockets {
        private final String trouble;

        Ipv4Only(String trouble) {
            this.trouble = trouble;
        }

        @Override
        public Socket createSocket() {
            return new Socket() {
                @Override
                public void connect(SocketAddress address, int timeout) throws IOException {
                    if (((InetSocketAddress) address).getAddress() instanceof Inet6Address) {
                        throw trouble.startsWith("No route")
                                ? new NoRouteToHostException(trouble)
                                : new ConnectException(trouble);
                    }
                    super.connect(address, timeout);
                }
            };
        }
    }

    @Test
    void certificate_whenTheClockIsIn1970_saysWhatTheClockSays() {
        IOException early = new SSLHandshakeException("PKIX path validation failed");
        early.initCause(new CertificateNotYetValidException("NotBefore: Fri Jan 02 00:00:00 UTC 2026"));
        assertThat(NetworkTrouble.ofTls(early, false, LocalDate.EPOCH))
                .isEqualTo(NetworkTrouble.lasting("the certificate is not valid yet, if this machine's clock is right, "
                        + "which says 1970-01-01"));
    }

    @Test
    void handshake_noTlsAtAll_sendsNothing() throws IOException {
        try (ScriptedServer server = new ScriptedServer(plain());
                ApiClient client = client(server, new OkHttpClient())) {
            assertThatThrownBy(() -> client.transport()
                            .prepare(TestApi.POST, Ask.NOTHING)
                            .execute())
                    .isInstanceOfSatisfying(
                            NoResponseException.class,
                            failure ->
                                    assertThat(failure.mayHaveBeenCarriedOut()).isFalse());
            assertThat(server.accepted()).isEqualTo(1);
            assertThat(server.count()).isZero();
        }
    }

    /** Answers in plain text, as a server of http does that is taken for one of https. */
    private static ServerSocket plain() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")) {
            @Override
            public Socket accept() throws IOException {
                Socket socket = super.accept();
                socket.getOutputStream().write(ScriptedServer.head(400, "text/plain", 0));
                return socket;
            }
        };
    }

    @Test
    void protocols_serverSpeaksAnOldOneOnly_sendsNothing() throws IOException {
        try (ScriptedServer server = oldServer();
                ApiClient client = client(server, trustingClient())) {
            assertThatThrownBy(() ->
                            client.transport().prepare(TestApi.GET, Ask.NOTHING).execute())
                    .isInstanceOf(NoResponseException.class)
                    .hasMessageContaining("no response from 127.0.0.1: ");
        }
    }

    private static ScriptedServer oldServer() throws IOException {
        server("127.0.0.1").close();
        SSLServerSocket socket = (SSLServerSocket) trusting.sslContext()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        assertThat(Set.of(socket.getSupportedProtocols())).contains("TLSv1");
        socket.setEnabledProtocols(new String[] {"TLSv1"});
        return new ScriptedServer(socket);
    }
}
