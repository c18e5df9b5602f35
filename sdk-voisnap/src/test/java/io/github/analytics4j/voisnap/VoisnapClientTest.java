package io.github.analytics4j.voisnap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.analytics4j.error.ApiException.AuthenticationException;
import io.github.analytics4j.error.ApiException.PermissionDeniedException;
import io.github.analytics4j.error.ApiException.RateLimitException;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.SandboxExtension;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SandboxExtension.class)
class VoisnapClientTest {

    private static VoisnapClient.Builder client(Sandbox sandbox) {
        return VoisnapClient.builder()
                .apiKey(sandbox.voisnap().apiKey())
                .baseUrl(sandbox.voisnap().baseUrl());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.voisnap.ai",
                "https://api.voisnap.ai/",
                "https://api.voisnap.ai/api/v1",
                "https://api.voisnap.ai/api/v1/"
            })
    void baseUrl_eitherForm_isTheSame(String url) {
        try (VoisnapClient client =
                VoisnapClient.builder().apiKey("k").baseUrl(url).build()) {
            assertThat(client.analytics().prepareOverview(r -> {}).url())
                    .isEqualTo(URI.create("https://api.voisnap.ai/api/v1/analytics/overview"));
        }
    }

    @Test
    void environment_each_isItsOwnHost() {
        try (VoisnapClient production = VoisnapClient.builder().apiKey("canary").build();
                VoisnapClient sandbox = VoisnapClient.builder()
                        .apiKey("canary")
                        .environment(Environment.SANDBOX)
                        .build()) {
            assertThat(production).hasToString("VoisnapClient[https://api.voisnap.ai]");
            assertThat(sandbox).hasToString("VoisnapClient[https://sandbox.api.voisnap.ai]");
        }
    }

    @Test
    void fromEnv_keyAndAddress_areTaken() {
        Map<String, String> environment =
                Map.of("VOISNAP_API_KEY", "canary", "VOISNAP_BASE_URL", "https://proxy.example/v/api/v1");

        try (VoisnapClient client =
                VoisnapClient.builder().fromEnv(environment::get).build()) {
            assertThat(client).hasToString("VoisnapClient[https://proxy.example/v]");
        }
    }

    @Test
    void fromEnv_environment_isTaken() {
        Map<String, String> environment = Map.of("VOISNAP_API_KEY", "canary", "VOISNAP_ENVIRONMENT", "sandbox");

        try (VoisnapClient client =
                VoisnapClient.builder().fromEnv(environment::get).build()) {
            assertThat(client).hasToString("VoisnapClient[https://sandbox.api.voisnap.ai]");
        }
    }

    @Test
    void wrongKey_isAuthenticationWithItsTrace(Sandbox sandbox) {
        try (VoisnapClient client = client(sandbox).apiKey("canary").build()) {
            AuthenticationException failure = catchThrowableOfType(
                    AuthenticationException.class, () -> client.analytics().overview(r -> {}));

            assertThat(failure.code()).contains("unauthorized");
            assertThat(failure.requestId())
                    .hasValueSatisfying(id -> assertThat(id).startsWith("trace_"));
            assertThat(failure.getMessage())
                    .startsWith("voisnap.analytics.overview: 401: the key was refused; "
                            + "production and sandbox have keys of their own; the server says: ")
                    .doesNotContain("canary");
        }
    }

    @Test
    void forbidden_namesTheScope(Sandbox sandbox) {
        sandbox.faults().next(Fault.status(403).body("application/problem+json", "{\"title\":\"Forbidden\"}"));
        try (VoisnapClient client = client(sandbox).build()) {
            assertThatThrownBy(() -> client.analytics().costs(r -> {}))
                    .isInstanceOf(PermissionDeniedException.class)
                    .hasMessage(
                            "voisnap.analytics.costs: 403: the key may not do this; analytics and reports need a key "
                                    + "with the scope analytics:read; the server says: Forbidden");
        }
    }

    @Test
    void rateLimit_exceeded_obeysTheReset(Sandbox sandbox) {
        sandbox.voisnap().rateLimit(1, Duration.ofHours(1));
        try (VoisnapClient client = client(sandbox).build()) {
            assertThat(client.analytics()
                            .prepareSentiment(r -> {})
                            .response()
                            .rateLimit()
                            .policy())
                    .isEqualTo("api-read-heavy");

            RateLimitException failure = catchThrowableOfType(
                    RateLimitException.class, () -> client.analytics().sentiment(r -> {}));

            assertThat(failure.retryAfter())
                    .hasValueSatisfying(
                            hint -> assertThat(hint).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61)));
            assertThat(failure.attempts()).hasSize(1);
        }
    }

    @Test
    void create_answerLost_isSentOnce(Sandbox sandbox) {
        sandbox.faults().next(Fault.loseResponse());
        try (VoisnapClient client = client(sandbox).build()) {
            assertThatThrownBy(() -> client.reports()
                            .create(r -> r.type("conversation_summary")
                                    .format(ReportFormat.CSV)
                                    .dateFrom(LocalDate.of(2026, 3, 1))
                                    .dateTo(LocalDate.of(2026, 3, 31))))
                    .hasMessageContaining("; it may have been carried out; not tried again: ");
        }
        assertThat(sandbox.requests().count("POST", "/api/v1/reports")).isEqualTo(1);
    }
}
