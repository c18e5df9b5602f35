package io.github.analytics4j.callops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.analytics4j.client.RequestOptions;
import io.github.analytics4j.error.ApiException.AuthenticationException;
import io.github.analytics4j.error.ApiException.BadRequestException;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.SandboxExtension;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class CallOpsClientTest {

    private static CallOpsClient.Builder client(Sandbox sandbox) {
        return CallOpsClient.builder().baseUrl(sandbox.callops().baseUrl());
    }

    @Test
    void baseUrl_notGiven_isAskedFor() {
        assertThatThrownBy(() -> CallOpsClient.builder().apiKey("canary").build())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("CallOpsClient: baseUrl is missing: set it, or set CALLOPS_BASE_URL and use fromEnv()");
    }

    @Test
    void fromEnv_keyAndAddress_areTaken() {
        Map<String, String> environment =
                Map.of("CALLOPS_API_KEY", "canary", "CALLOPS_BASE_URL", CallOpsClient.VOCALS_BASE_URL);

        try (CallOpsClient client =
                CallOpsClient.builder().fromEnv(environment::get).build()) {
            assertThat(client).hasToString("CallOpsClient[https://api.usevocals.com/api/v1]");
        }
    }

    @Test
    void apiKey_goesIntoItsOwnHeader(Sandbox sandbox) {
        try (CallOpsClient client =
                client(sandbox).apiKey(sandbox.callops().apiKey()).build()) {
            client.analytics().overview(r -> {});

            assertThat(sandbox.requests().last().header("X-API-Key"))
                    .isEqualTo(Optional.of(sandbox.callops().apiKey()));
            assertThat(sandbox.requests().last().header("Authorization")).isEmpty();
            assertThat(client.analytics().prepareOverview(r -> {}).toCurl()).contains("-H \"X-API-Key: $API_KEY\"");
        }
    }

    @Test
    void bearerToken_goesIntoAuthorization(Sandbox sandbox) {
        try (CallOpsClient client =
                client(sandbox).bearerToken(sandbox.callops().apiKey()).build()) {
            client.analytics().overview(r -> {});

            assertThat(sandbox.requests().last().header("Authorization"))
                    .isEqualTo(Optional.of("Bearer " + sandbox.callops().apiKey()));
            assertThat(sandbox.requests().last().header("X-API-Key")).isEmpty();
        }
        try (CallOpsClient client =
                client(sandbox).bearerToken(() -> sandbox.callops().apiKey()).build()) {
            client.analytics().overview(r -> {});
        }
    }

    @Test
    void wrongKey_isAuthentication(Sandbox sandbox) {
        try (CallOpsClient client = client(sandbox).apiKey("canary").build()) {
            AuthenticationException failure = catchThrowableOfType(
                    AuthenticationException.class, () -> client.analytics().overview(r -> {}));

            assertThat(failure.getMessage())
                    .startsWith("callops.analytics.overview: 401: the key was refused; the server says: ")
                    .doesNotContain("canary");
            assertThat(failure.reason()).isPresent();
        }
    }

    @Test
    void limitOutOfRange_pastOurOwnCheck_namesTheField(Sandbox sandbox) {
        try (CallOpsClient client =
                client(sandbox).apiKey(sandbox.callops().apiKey()).build()) {
            RequestOptions past = RequestOptions.of(o -> o.extraQuery("limit", "5000"));

            BadRequestException failure = catchThrowableOfType(
                    BadRequestException.class,
                    () -> client.analytics()
                            .prepareSttEventsPage(r -> r.options(past))
                            .execute());

            assertThat(failure.status()).isEqualTo(422);
            assertThat(failure.details()).singleElement().asString().startsWith("query.limit: ");
        }
    }
}
