package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.testkit.TestClient.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What all operations have in common. */
class OperationsTest {
    private Sandbox sandbox;

    @BeforeEach
    void start() {
        ManualClock clock = new ManualClock(Instant.parse("2026-04-22T16:49:29Z"));
        sandbox = Sandbox.builder().clock(clock).calls(100).strict().start();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyDocumentedParameter_isTakenInStrictMode(Operations operation) throws Exception {
        HttpResponse<String> response = TestClient.get(operation.api(sandbox), operation.target());

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(Json.of(response.body()).value()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void aParameterTooMany_isRefusedByName(Operations operation) throws Exception {
        HttpResponse<String> response = TestClient.get(operation.api(sandbox), operation.target() + "&colour=red");

        assertThat(response.statusCode()).isIn(400, 422);
        assertThat(operation.message(Json.of(response.body()))).isEqualTo("colour: Unknown parameter");
    }

    @ParameterizedTest
    @EnumSource
    void withoutAKey_isRefusedInTheVendorsShape(Operations operation) throws Exception {
        VendorSandbox api = operation.api(sandbox);

        HttpResponse<String> response = TestClient.send(TestClient.request(api.baseUrl() + operation.target()));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(operation.message(Json.of(response.body())))
                .isIn(
                        "Missing or invalid Authorization header",
                        "The API key is missing or not valid.",
                        "Invalid or missing API key");
        assertThat(response.body()).doesNotContain(api.apiKey());
    }

    @ParameterizedTest
    @EnumSource
    void beyondTheLimit_is429InTheVendorsShape(Operations operation) throws Exception {
        VendorSandbox api = operation.api(sandbox);
        api.rateLimit(1, Duration.ofMinutes(1));
        TestClient.get(api, operation.target());

        HttpResponse<String> response = TestClient.get(api, operation.target());

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(operation.message(Json.of(response.body()))).isEqualTo("Too many requests. Try again later.");
    }

    @ParameterizedTest
    @EnumSource
    void otherMethod_is405(Operations operation) throws Exception {
        VendorSandbox api = operation.api(sandbox);

        HttpResponse<String> response = TestClient.send(TestClient.request(api.baseUrl() + operation.target())
                .header("Authorization", "Bearer " + api.apiKey())
                .method("DELETE", BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @EnumSource
    void unreadableDates_areRefused(Operations operation) throws Exception {
        for (String name : new String[] {"from_date", "startDate", "dateFrom", "start_date"}) {
            if (operation.target().contains(name + "=")) {
                String target = operation.target().replaceAll(name + "=[^&]*", name + "=soon");
                HttpResponse<String> response = TestClient.get(operation.api(sandbox), target);

                assertThat(response.statusCode()).isIn(400, 422);
                assertThat(operation.message(Json.of(response.body())))
                        .startsWith(name + (response.statusCode() == 422 ? ": Input should be " : ": Must be "));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void sameRequest_sameAnswer(Operations operation) throws Exception {
        String first =
                TestClient.get(operation.api(sandbox), operation.target()).body();

        assertThat(TestClient.get(operation.api(sandbox), operation.target()).body())
                .isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource
    void recordedPath_isTheOneAsked(Operations operation) throws Exception {
        VendorSandbox api = operation.api(sandbox);
        TestClient.get(api, operation.target());

        String base = api.baseUrl().getPath();
        assertThat(api.requests().last().path()).isEqualTo(base + operation.path());
        assertThat(api.requests().count("GET", base + operation.path())).isEqualTo(1);
    }
}
