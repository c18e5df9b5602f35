package io.github.analytics4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.error.InvalidRequestException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientBuilderTest {

    @Test
    void build_nothingSet_namesEverythingMissing() {
        assertThatThrownBy(() -> new TestApi.Builder().build())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("TestClient: apiKey is missing: set it, or set TEST_API_KEY and use fromEnv(); "
                        + "baseUrl is missing: set it, or set TEST_BASE_URL and use fromEnv()");
    }

    /** A scheme may be written in any case; TLS is set up, and waited for on another thread, all the same. */
    @Test
    void build_schemeInCapitals_isTheSameAddress() {
        try (ApiClient client = TestApi.client("HTTPS://a.example/V1").build()) {
            assertThat(client.transport()
                            .prepare(TestApi.GET, TestApi.Ask.NOTHING)
                            .url())
                    .asString()
                    .startsWith("https://a.example/V1/");
        }
    }

    @Test
    void build_brokenKey_isRefusedWithoutIt() {
        assertThatThrownBy(() -> TestApi.client("https://a.example")
                        .apiKey("canary\r\nX: y")
                        .build())
                .hasMessage("TestClient: the API key has a line break at position 7 of 12; copy it again without it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense|baseUrl must begin with https://",
                "ftp://a.example|baseUrl must begin with https://",
                "https:///v2|baseUrl names no host",
                "https://me:canary@a.example|baseUrl must not name a user",
                "https://a.example?key=canary|baseUrl must end with its path",
                "https://a.example/#x|baseUrl must end with its path",
                "https://a b|baseUrl is no URL",
                "https://a.example:0|baseUrl must have a port of 1..65535, was 0",
                "https://a.example:99999/v2|baseUrl must have a port of 1..65535, was 99999",
                "https://my_host:99999999999|baseUrl must have a port of 1..65535, was 99999999999",
                "https://[::1]:0|baseUrl must have a port of 1..65535, was 0",
                "https://a.example:-1|baseUrl must have a port of 1..65535, was -1",
                "https://a.example:canary|baseUrl must have a port of 1..65535",
                "https://me:canary@my_host/v2|baseUrl must not name a user",
                "https://[::1|baseUrl is no URL",
                "https://a..example|baseUrl is no URL",
                "http://mock_api:8080|baseUrl would send the key over plain http to mock_api; "
                        + "use https, or allow it with allowHttpTo(\"mock_api\")",
                "http://[fd00:0:0:0:0:0:0:7]/v2|baseUrl would send the key over plain http to [fd00::7]; "
                        + "use https, or allow it with allowHttpTo(\"[fd00::7]\")",
                "http://127.0.0.1%2eevil.example|baseUrl would send the key over plain http to 127.0.0.1.evil.example; "
                        + "use https, or allow it with allowHttpTo(\"127.0.0.1.evil.example\")",
                "http://a.example/v2|baseUrl would send the key over plain http to a.example; "
                        + "use https, or allow it with allowHttpTo(\"a.example\")",
                "http://127.0.0.1.evil.example|baseUrl would send the key over plain http to 127.0.0.1.evil.example; "
                        + "use https, or allow it with allowHttpTo(\"127.0.0.1.evil.example\")",
                "http://localhost.evil.example|baseUrl would send the key over plain http to localhost.evil.example; "
                        + "use https, or allow it with allowHttpTo(\"localhost.evil.example\")"
            })
    void build_unfitBaseUrl_isRefusedWithoutItsSecrets(String url, String message) {
        assertThatThrownBy(() -> TestApi.client(url).build()).hasMessage("TestClient: " + message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/v2",
                "https://a.example",
                "http://localhost:8080/x",
                "http://127.0.0.1:1",
                "http://127.9.9.9",
                "http://[::1]:8080",
                "http://[0:0:0:0:0:0:0:1]:8080/v2",
                "http://[0000:0000:0000:0000:0000:0000:0000:0001]",
                "http://[::ffff:127.0.0.1]:8080",
                "http://my_mock.localhost:8080",
                "http://LOCALHOST",
                "https://my_host.example:65535/v2",
                "https://[2001:db8:0:0:0:0:0:1]/v2",
                "HTTPS://A.example"
            })
    void build_fitBaseUrl_isTaken(String url) {
        assertThatCode(() -> TestApi.client(url).build().close()).doesNotThrowAnyException();
    }

    @Test
    void allowHttpTo_thatHost_opensItAlone() {
        TestApi.client("http://analytics.internal")
                .allowHttpTo("Analytics.Internal")
                .build()
                .close();

        assertThatThrownBy(() -> TestApi.client("http://other.internal")
                        .allowHttpTo("analytics.internal")
                        .build())
                .isInstanceOf(InvalidRequestException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "http://mock_api:8080, mock_api",
        "http://mock_api:8080, MOCK_API",
        "http://[fd00::1]:80, fd00:0:0:0:0:0:0:1",
        "http://[fd00:0::0:1]:80, [FD00::1]",
        "http://10.0.0.7, 10.0.0.7"
    })
    void allowHttpTo_sameHostInAnotherSpelling_opensIt(String url, String host) {
        assertThatCode(() -> TestApi.client(url).allowHttpTo(host).build().close())
                .doesNotThrowAnyException();
    }

    @Test
    void build_httpClientAndPool_excludeOneAnother() {
        try (HttpPool pool = HttpPool.create()) {
            assertThatThrownBy(() -> TestApi.client("https://a.example")
                            .pool(pool)
                            .httpClient(new OkHttpClient())
                            .build())
                    .hasMessage("TestClient: httpClient and pool exclude one another");
        }
    }

    @Test
    void fromEnv_bothSet_areTaken() {
        try (ApiClient client = new TestApi.Builder()
                .fromEnv(Map.of("TEST_API_KEY", "canary", "TEST_BASE_URL", "https://a.example/v2"))
                .build()) {
            assertThat(client).hasToString("TestClient[https://a.example/v2]");
        }
    }

    @Test
    void fromEnv_explicitSettings_winInAnyOrder() {
        Map<String, String> environment =
                Map.of("TEST_API_KEY", "of-the-environment", "TEST_BASE_URL", "https://environment.example");
        List<UnaryOperator<TestApi.Builder>> steps = List.of(
                b -> b.baseUrl("https://explicit.example"), b -> b.apiKey("explicit-key"), b -> b.fromEnv(environment));
        for (int[] order : new int[][] {{0, 1, 2}, {2, 0, 1}, {0, 2, 1}, {1, 2, 0}, {2, 1, 0}, {1, 0, 2}}) {
            TestApi.Builder builder = new TestApi.Builder();
            for (int step : order) {
                TestApi.Builder unused = steps.get(step).apply(builder);
            }
            try (ApiClient client = builder.build()) {
                assertThat(client).hasToString("TestClient[https://explicit.example]");
            }
        }
    }

    @Test
    void fromEnv_oneSettingExplicit_takesTheOther() {
        Map<String, String> environment =
                Map.of("TEST_API_KEY", "broken\n", "TEST_BASE_URL", "https://environment.example");

        try (ApiClient client = new TestApi.Builder()
                .apiKey("explicit-key")
                .fromEnv(environment)
                .build()) {
            assertThat(client).hasToString("TestClient[https://environment.example]");
        }
        try (ApiClient client = new TestApi.Builder()
                .apiKey(() -> "explicit-key")
                .fromEnv(environment)
                .build()) {
            assertThat(client).hasToString("TestClient[https://environment.example]");
        }
        assertThatThrownBy(() -> new TestApi.Builder()
                        .fromEnv(environment)
                        .baseUrl("https://explicit.example")
                        .build())
                .hasMessageContaining("line break at position 7");
    }

    @Test
    void fromEnv_blankValues_areAsIfNotThere() {
        assertThatThrownBy(() -> new TestApi.Builder()
                        .fromEnv(Map.of("TEST_API_KEY", " ", "TEST_BASE_URL", ""))
                        .build())
                .hasMessage("TestClient: apiKey is missing: set it, or set TEST_API_KEY and use fromEnv(); "
                        + "baseUrl is missing: set it, or set TEST_BASE_URL and use fromEnv()");
    }

    @Test
    void fromEnv_plainHttpAddress_isRefusedUnlessTheProgramAllowsIt() {
        assertThatThrownBy(() -> new TestApi.Builder()
                        .apiKey("explicit-key")
                        .fromEnv(Map.of("TEST_BASE_URL", "http://environment.example"))
                        .build())
                .hasMessageContaining("would send the key over plain http to environment.example");
    }

    @Test
    void fromEnv_keyWithLineBreak_isRefusedWithoutIt() {
        assertThatThrownBy(() -> TestApi.client("https://a.example").apiKey("").build())
                .hasMessage("TestClient: the API key is empty");
        assertThatThrownBy(() -> new TestApi.Builder()
                        .baseUrl(URI.create("https://a.example"))
                        .fromEnv(Map.of("TEST_API_KEY", "canary\n"))
                        .build())
                .hasMessage("TestClient: the API key has a line break at position 7 of 7; copy it again without it");
    }

    @Test
    void setters_null_isRefusedByName() {
        TestApi.Builder builder = new TestApi.Builder();

        assertThatThrownBy(() -> builder.apiKey((String) null)).hasMessage("key");
        assertThatThrownBy(() -> builder.baseUrl((String) null)).hasMessage("url");
        assertThatThrownBy(() -> builder.deadline(null)).hasMessage("deadline");
        assertThatThrownBy(() -> builder.listener(null)).hasMessage("listener");
        assertThatThrownBy(() -> builder.pool(null)).hasMessage("pool");
    }

    @Test
    void options_nonsense_isRefused() {
        assertThatThrownBy(() -> ClientOptions.DEFAULT.toBuilder()
                        .deadline(Duration.ZERO)
                        .attemptTimeout(Duration.ofSeconds(-1))
                        .build())
                .hasMessage("ClientOptions: attemptTimeout must be more than nothing, was PT-1S; "
                        + "deadline must be more than nothing, was PT0S");
    }
}
