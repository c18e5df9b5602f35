package io.github.analytics4j.client;

import static io.github.analytics4j.client.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.download.Download;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.NoResponseException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trouble with a proxy is the proxy's, and does not lock the account there. */
class ProxyTest {
    private static final String PLAIN = "http://127.0.0.1:9";
    private static final String TLS = "https://api.example";

    @AutoClose
    private final ScriptedServer proxy = new ScriptedServer();

    private int port = proxy.port();

    private ApiClient client(String url, Authenticator login) {
        OkHttpClient http = new OkHttpClient.Builder()
                .proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", port)))
                .proxyAuthenticator(login)
                .build();
        return TestApi.client(url).httpClient(http).time(new FakeTime()).build();
    }

    private NoResponseException failure(String url, Authenticator login, boolean async) {
        try (ApiClient client = client(url, login)) {
            Invocation<Map<String, Long>> post = client.transport().prepare(TestApi.POST, Ask.NOTHING);
            return catchThrowableOfType(NoResponseException.class, () -> {
                Object unused = async ? Futures.joined(post.executeAsync()) : post.execute();
            });
        }
    }

    private String name() {
        return "the proxy 127.0.0.1:" + port;
    }

    @ParameterizedTest
    @CsvSource({PLAIN + ",false", PLAIN + ",true", TLS + ",false", TLS + ",true"})
    void login_wanted_isTheProxysAndTriedOnce(String url, boolean async) {
        proxy.times(9, json(407, "", "Proxy-Authenticate: Basic realm=\"squid\""));

        NoResponseException failure = failure(url, Authenticator.NONE, async);

        assertThat(failure)
                .hasMessageContaining(": " + name() + " asks for a login (407), or refuses the one it got; ")
                .hasMessageEndingWith("; nothing was sent");
        assertThat(failure.attempts()).hasSize(1);
        assertThat(failure.mayHaveBeenCarriedOut()).isFalse();
        assertThat(proxy.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, TLS})
    void login_refused_isNotRepeated(String url) {
        proxy.times(9, json(407, "", "Proxy-Authenticate: Basic realm=\"squid\""));
        Authenticator stubborn = (route, response) -> response.request()
                .newBuilder()
                .header("Proxy-Authorization", Credentials.basic("someone", "wrong"))
                .build();

        assertThat(failure(url, stubborn, false)).hasMessageContaining(name() + " asks for a login (407)");
        assertThat(proxy.count()).isLessThanOrEqualTo(2);
    }

    @Test
    void login_right_isOnlyAStep() {
        proxy.then(json(407, "", "Proxy-Authenticate: Basic realm=\"squid\""), json(200, TestApi.GOOD));
        Authenticator login = (route, response) -> response.request()
                .newBuilder()
                .header("Proxy-Authorization", Credentials.basic("someone", "right"))
                .build();
        try (ApiClient client = client(PLAIN, login)) {
            assertThat(client.transport().prepare(TestApi.POST, Ask.NOTHING).execute())
                    .isEqualTo(TestApi.VALUE);
        }
    }

    @ParameterizedTest
    @CsvSource({"403,1", "404,1", "502,4", "503,4"})
    void tunnel_refused_isTheProxys(int status, int attempts) {
        proxy.times(9, json(status, ""));

        NoResponseException failure = failure(TLS, Authenticator.NONE, false);

        assertThat(failure).hasMessageContaining(": " + name() + " refused the tunnel to the server (" + status + ")");
        assertThat(failure.attempts()).hasSize(attempts);
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, TLS})
    void proxy_down_isNamed(String url) throws IOException {
        try (Socket holds =
                new Socket()) { // a port, at which nobody listens and that no other server is given meanwhile
            holds.bind(new InetSocketAddress("127.0.0.1", 0));
            port = holds.getLocalPort();

            assertThat(failure(url, Authenticator.NONE, false))
                    .hasMessageContaining(": " + name() + " refused the connection");
        }
    }

    @Test
    void download_throughAProxyThatWantsALogin_isTriedOnce() {
        proxy.times(9, json(407, ""));
        OkHttpClient http = new OkHttpClient.Builder()
                .proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", proxy.port())))
                .build();
        for (String link : new String[] {TLS + "/f?sig=canary", PLAIN + "/f?sig=canary"}) {
            int before = proxy.count();
            assertThat(catchThrowableOfType(
                            DownloadException.class,
                            () -> Download.of(URI.create(link), http).transferTo(OutputStream.nullOutputStream())))
                    .hasMessageContaining(name() + " asks for a login (407)");
            assertThat(proxy.count()).isEqualTo(before + 1);
        }
    }

    @Test
    void proxy_endsTheConnection_isNamed() {
        proxy.times(9, ScriptedServer.reset());

        assertThat(failure(TLS, Authenticator.NONE, false)).hasMessageContaining(": " + name() + " ");
    }

    @Test
    void proxy_unknownHost_isNamed() {
        OkHttpClient http = new OkHttpClient.Builder()
                .proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.invalid", 3128)))
                .build();
        try (ApiClient client =
                TestApi.client(TLS).httpClient(http).time(new FakeTime()).build()) {
            assertThat(catchThrowableOfType(
                            NoResponseException.class,
                            () -> client.transport()
                                    .prepare(TestApi.GET, Ask.NOTHING)
                                    .execute()))
                    .hasMessageContaining(": the proxy proxy.invalid:3128 has an unknown host name");
        }
    }

    @Test
    void login_wantedThoughNoProxyIsSet_isNamedAndTriedOnce() {
        try (ApiClient client = TestApi.client(proxy.url()).time(new FakeTime()).build()) {
            proxy.times(9, json(407, ""));
            NoResponseException failure = catchThrowableOfType(
                    NoResponseException.class,
                    () -> client.transport().prepare(TestApi.GET, Ask.NOTHING).execute());

            assertThat(failure).hasMessageContaining("asks for a proxy login (407), though no proxy is set");
            assertThat(proxy.count()).isEqualTo(1);
        }
    }

    @Test
    void environment_withAProxyThatJavaDoesNotHeed_isSaid() {
        assertThat(NetworkTrouble.unheeded(Map.of("HTTPS_PROXY", "http://proxy:3128")))
                .isEqualTo(
                        "; HTTPS_PROXY is set but Java does not heed it: set -Dhttps.proxyHost and -Dhttps.proxyPort");
        assertThat(NetworkTrouble.unheeded(Map.of("PATH", "/bin", "http_proxy", " ")))
                .isEmpty();
    }
}
