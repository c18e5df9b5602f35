package io.github.analytics4j.http;

import static io.github.analytics4j.http.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.client.ApiClient;
import io.github.analytics4j.error.NoAnswerException;
import io.github.analytics4j.http.TestApi.Ask;
import io.github.analytics4j.retry.RetryPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Set;
import javax.net.ssl.SSLServerSocket;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** Trouble under the HTTP, where nothing was sent yet. */
class TlsTest {

    private static ScriptedServer server(String name) throws IOException {
        HeldCertificate held = new HeldCertificate.Builder()
                .commonName(name)
                .addSubjectAlternativeName(name)
                .build();
        trusting = new HandshakeCertificates.Builder()
                .addTrustedCertificate(held.certificate())
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
                            NoAnswerException.class,
                            failure ->
                                    assertThat(failure.mayHaveBeenCarriedOut()).isFalse())
                    .hasMessage(
                            "test.things.create: no answer from 127.0.0.1: the TLS handshake failed; nothing was sent");
            assertThat(server.count()).isZero();
        }
    }

    @Test
    void handshake_certificateOfAnotherHost_sendsNothing() throws IOException {
        try (ScriptedServer server = server("other.example");
                ApiClient client = client(server, trustingClient())) {
            assertThatThrownBy(() ->
                            client.transport().prepare(TestApi.GET, Ask.NOTHING).execute())
                    .hasMessage("test.things.list: no answer from 127.0.0.1: the certificate is for another host");
            assertThat(server.count()).isZero();
        }
    }

    @Test
    void handshake_noTlsAtAll_sendsNothing() throws IOException {
        try (ScriptedServer server = new ScriptedServer();
                ApiClient client = client(server, new OkHttpClient())) {
            assertThatThrownBy(() -> client.transport()
                            .prepare(TestApi.POST, Ask.NOTHING)
                            .execute())
                    .isInstanceOfSatisfying(
                            NoAnswerException.class,
                            failure ->
                                    assertThat(failure.mayHaveBeenCarriedOut()).isFalse());
        }
    }

    @Test
    void protocols_serverSpeaksAnOldOneOnly_sendsNothing() throws IOException {
        try (ScriptedServer server = oldServer();
                ApiClient client = client(server, trustingClient())) {
            assertThatThrownBy(() ->
                            client.transport().prepare(TestApi.GET, Ask.NOTHING).execute())
                    .isInstanceOf(NoAnswerException.class)
                    .hasMessageContaining("no answer from 127.0.0.1: ");
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
