package io.github.analytics4j.synaptiq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.analytics4j.client.RequestOptions;
import io.github.analytics4j.error.ApiException.AuthenticationException;
import io.github.analytics4j.error.ApiException.BadRequestException;
import io.github.analytics4j.error.ApiException.PermissionDeniedException;
import io.github.analytics4j.error.ApiException.RateLimitException;
import io.github.analytics4j.retry.RateLimitStatus;
import io.github.analytics4j.retry.RetryPolicy;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.SandboxExtension;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class SynaptiqClientTest {

    private static SynaptiqClient.Builder client(Sandbox sandbox) {
        return SynaptiqClient.builder()
                .apiKey(sandbox.synaptiq().apiKey())
                .baseUrl(sandbox.synaptiq().baseUrl());
    }

    @Test
    void baseUrl_notGiven_isTheVendors() {
        try (SynaptiqClient client = SynaptiqClient.builder().apiKey("canary").build()) {
            assertThat(client).hasToString("SynaptiqClient[https://synaptiqintel.com/api/v1]");
            assertThat(client.analytics().prepareOverview(r -> {}).url())
                    .isEqualTo(URI.create("https://synaptiqintel.com/api/v1/analytics/overview"));
        }
    }

    @Test
    void fromEnv_keyAndAddress_areTaken() {
        Map<String, String> environment =
                Map.of("SYNAPTIQ_API_KEY", "canary", "SYNAPTIQ_BASE_URL", "https://proxy.example/s");

        try (SynaptiqClient client =
                SynaptiqClient.builder().fromEnv(environment::get).build()) {
            assertThat(client).hasToString("SynaptiqClient[https://proxy.example/s]");
        }
    }

    @Test
    void wrongKey_isAuthentication(Sandbox sandbox) {
        try (SynaptiqClient client = client(sandbox).apiKey("canary").build()) {
            AuthenticationException failure = catchThrowableOfType(
                    AuthenticationException.class, () -> client.analytics().overview(r -> {}));

            assertThat(failure.code()).contains("unauthorized");
            assertThat(failure.getMessage())
                    .startsWith("synaptiq.analytics.overview: 401: the key was refused; the server says: ")
                    .endsWith(" (code unauthorized)")
                    .doesNotContain("canary");
        }
    }

    @Test
    void forbidden_namesTheScope(Sandbox sandbox) {
        sandbox.faults().next(Fault.status(403).body("application/json", "{\"error\":{\"message\":\"No.\"}}"));
        try (SynaptiqClient client = client(sandbox).build()) {
            assertThatThrownBy(() -> client.analytics().funnel(r -> {}))
                    .isInstanceOf(PermissionDeniedException.class)
                    .hasMessage("synaptiq.analytics.funnel: 403: the key may not do this; "
                            + "analytics need a key with the scope read; the server says: No.");
        }
    }

    @Test
    void limitOutOfRange_pastOurOwnCheck_isRefusedByTheServer(Sandbox sandbox) {
        try (SynaptiqClient client = client(sandbox).build()) {
            RequestOptions past = RequestOptions.of(o -> o.extraQuery("limit", "500"));

            BadRequestException failure = catchThrowableOfType(
                    BadRequestException.class,
                    () -> client.analytics()
                            .prepareActivityPage(r -> r.options(past))
                            .execute());

            assertThat(failure.code()).isPresent();
            assertThat(failure.reason()).isPresent();
        }
    }

    @Test
    void rateLimit_headers_areReadableOnTheAnswer(Sandbox sandbox) {
        sandbox.synaptiq().rateLimit(20, Duration.ofMinutes(1));
        try (SynaptiqClient client = client(sandbox).build()) {
            RateLimitStatus limit =
                    client.analytics().prepareOverview(r -> {}).response().rateLimit();

            assertThat(limit.limit()).isEqualTo(20);
            assertThat(limit.remaining()).isEqualTo(19);
            assertThat(limit.reset())
                    .isBetween(
                            sandbox.clock().instant().minusSeconds(1),
                            sandbox.clock().instant().plusSeconds(62));
        }
    }

    @Test
    void rateLimit_exceeded_carriesTheVendorsHint(Sandbox sandbox) {
        sandbox.synaptiq().rateLimit(1, Duration.ofMinutes(30));
        try (SynaptiqClient client = client(sandbox).build()) {
            client.analytics().overview(r -> {});

            RateLimitException failure = catchThrowableOfType(
                    RateLimitException.class, () -> client.analytics().overview(r -> {}));

            assertThat(failure.retryAfter())
                    .hasValueSatisfying(
                            hint -> assertThat(hint).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30)));
            assertThat(failure.code()).contains("rate_limit_exceeded");
            assertThat(failure.getMessage()).contains("more than the cap of 60 s");
            assertThat(failure.attempts()).hasSize(1);
        }
    }

    @Test
    void rateLimit_shortHint_isWaitedFor(Sandbox sandbox) {
        sandbox.synaptiq().rateLimit(1, Duration.ofMillis(300));
        try (SynaptiqClient client = client(sandbox)
                .retry(RetryPolicy.DEFAULT.baseDelay(Duration.ZERO))
                .build()) {
            client.analytics().overview(r -> {});

            assertThat(client.analytics()
                            .prepareOverview(r -> {})
                            .response()
                            .attempts()
                            .size())
                    .isBetween(1, 2);
        }
    }
}
