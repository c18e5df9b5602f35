package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each error that the vendors' pages tell of, or the live APIs were seen to answer with, by the mistake that leads to it. */
class VendorErrorsTest {
    private static final Instant START = Instant.parse("2026-04-22T12:00:00Z");
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Sandbox sandbox =
            Sandbox.builder().clock(new ManualClock(START)).calls(100).start();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private HttpResponse<String> send(String api, String method, String path, String authorization, String body)
            throws Exception {
        VendorSandbox server = api(api);
        HttpRequest.Builder request = TestClient.request(server.baseUrl()
                        + path.replace("{model}", sandbox.synthflow().modelId()))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!authorization.equals("none")) {
            request.header("Authorization", authorization.equals("good") ? "Bearer " + server.apiKey() : authorization);
        }
        return TestClient.send(request);
    }

    private VendorSandbox api(String name) {
        return sandbox.vendors().stream()
                .filter(api -> api.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** list-calls and analytics-export: a detail that is an object, a list or a text. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/calls?model_id={model}&limit=101 | good | 400 | Limit must be between 1 and 100.",
                "/calls?model_id={model}&limit=0 | good | 400 | Limit must be between 1 and 100.",
                "/calls?model_id={model}&offset=-1 | good | 400 | Offset must not be negative.",
                "/calls?model_id={model} | none | 401 | Missing or invalid Authorization header",
                "/calls?model_id={model} | Basic abc | 401 | Missing or invalid Authorization header",
                "/calls?model_id={model} | Bearer wrong | 401 | Unauthorized: Invalid or expired token.",
                "/analytics/?from_date=2026-01-01&to_date=2026-01-31 | Bearer wrong | 401 | Unauthorized: Invalid or expired token.",
                "/analytics/?from_date=2025-06-01&to_date=2026-01-31 | good | 400 | The date range must not exceed 120 days.",
                "/analytics/?from_date=2026-02-01&to_date=2026-01-31 | good | 400 | from_date must not be after to_date.",
            })
    void synthflow_detailIsAnObject(String path, String authorization, int status, String description)
            throws Exception {
        HttpResponse<String> response = send("synthflow", "GET", path, authorization, "");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.body())
                .matches("\\{\"detail\":\\{\"status\":\"error\",\"description\":\"\\Q" + description
                        + "\\E\",\"request_id\":\"" + UUID + "\",\"category\":\"important\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/calls | model_id",
                "/calls?model_id={model}&limit=many | limit",
                "/calls?model_id={model}&from_date=soon | from_date",
                "/analytics/?type_of_call=shouted | type_of_call",
                "/analytics/?from_date=2026-13-45 | from_date",
            })
    void synthflow_parameterThatCannotBeRead_isNamed(String path, String parameter) throws Exception {
        HttpResponse<String> response = send("synthflow", "GET", path, "good", "");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
        assertThat(response.body())
                .startsWith("{\"detail\":[{")
                .contains("\"query\",\"" + parameter + "\"]", "\"msg\":\"");
    }

    @Test
    void synthflow_pathAndMethodThatAreNone() throws Exception {
        assertThat(send("synthflow", "GET", "/nowhere", "good", "").body()).isEqualTo("{\"detail\":\"Not Found\"}");
        HttpResponse<String> post = send("synthflow", "POST", "/calls", "good", "{}");
        assertThat(post.statusCode()).isEqualTo(405);
        assertThat(post.body()).isEqualTo("{\"detail\":\"Method Not Allowed\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/analytics/overview?startDate=soon | good | 400 | invalid_request | startDate: Must be an ISO 8601 date",
                "/analytics/overview?granularity=century | good | 400 | invalid_request | granularity: Must be one of day, week, month",
                "/analytics/activity?limit=101 | good | 400 | invalid_request | limit: Must be between 1 and 100",
                "/analytics/activity?page=0 | good | 400 | invalid_request | page: Must be between 1 and 2147483647",
                "/analytics/overview | none | 401 | unauthorized | The API key is missing or not valid.",
                "/analytics/overview | Bearer sk_live_wrong | 401 | unauthorized | The API key is missing or not valid.",
                "/analytics/overview?startDate=2024-01-01&endDate=2026-01-01 | good | 422 | unprocessable | The date range must not exceed 365 days.",
                "/analytics/activity?startDate=2024-01-01&endDate=2026-01-01 | good | 422 | unprocessable | The date range must not exceed 365 days.",
                "/analytics/funnel?startDate=2024-01-01&endDate=2026-01-01 | good | 422 | unprocessable | The date range must not exceed 365 days.",
                "/nowhere | good | 404 | not_found | Not Found",
            })
    void synaptiq_errorHasACode(String path, String authorization, int status, String code, String message)
            throws Exception {
        HttpResponse<String> response = send("synaptiq", "GET", path, authorization, "");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body())
                .isEqualTo("{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}}");
        // an allowance is a key's: without a good key there is none to tell of
        for (String header : List.of("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset")) {
            assertThat(response.headers().firstValue(header).isPresent())
                    .as(header)
                    .isEqualTo(status != 401);
        }
        assertThat(response.headers().firstValue("X-RateLimit-RetryAfter")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /api/v1/analytics/overview | none | 401 | unauthorized | Unauthorized",
                "GET | /api/v1/analytics/overview | Bearer vsnp_live_wrong | 401 | unauthorized | Unauthorized",
                "GET | /api/v1/analytics/overview?dateFrom=soon | good | 400 | bad-request | Bad Request",
                "GET | /api/v1/analytics/overview?groupBy=century | good | 400 | bad-request | Bad Request",
                "GET | /api/v1/analytics/intents?limit=x | good | 400 | bad-request | Bad Request",
                "POST | /api/v1/reports | good | 400 | bad-request | Bad Request",
                "GET | /api/v1/reports/rpt_none/download | good | 404 | not-found | Not Found",
                "GET | /api/v1/nowhere | good | 404 | not-found | Not Found",
                "DELETE | /api/v1/reports | good | 405 | method-not-allowed | Method Not Allowed",
            })
    void voisnap_problem(String method, String path, String authorization, int status, String kind, String title)
            throws Exception {
        HttpResponse<String> response = send("voisnap", method, path, authorization, "");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body())
                .matches("\\{\"type\":\"https://docs\\.voisnap\\.ai/errors/" + kind + "\",\"title\":\"" + title
                        + "\",\"status\":" + status + ",\"detail\":\"[^\"]+\",\"traceId\":\"trace_[0-9a-f]{16}\"}");
        assertThat(response.headers().firstValue("X-RateLimit-Policy"))
                .isEqualTo(status == 401 ? Optional.empty() : Optional.of("api-read-heavy"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/analytics/overview | none | 401 | {\"detail\":\"Invalid or missing API key\"}",
                "/analytics/overview | Bearer voc_wrong | 401 | {\"detail\":\"Invalid or missing API key\"}",
                "/nowhere | good | 404 | {\"detail\":\"Not Found\"}",
            })
    void callops_detailIsAText(String path, String authorization, int status, String body) throws Exception {
        HttpResponse<String> response = send("callops", "GET", path, authorization, "");

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEqualTo(body);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    }

    @ParameterizedTest
    @CsvSource({
        "/analytics/overview?start_date=soon, start_date",
        "/analytics/stt-events?limit=501, limit",
        "/analytics/stt-events?limit=0, limit",
        "/analytics/stt-events/summary?end_date=x, end_date",
    })
    void callops_parameterThatCannotBeRead_isNamed(String path, String parameter) throws Exception {
        HttpResponse<String> response = send("callops", "GET", path, "good", "");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body())
                .startsWith("{\"detail\":[{\"type\":\"")
                .contains("\"loc\":[\"query\",\"" + parameter + "\"],\"msg\":\"");
    }

    @ParameterizedTest
    @CsvSource({
        "synthflow, /analytics/",
        "synaptiq, /analytics/overview",
        "voisnap, /api/v1/analytics/overview",
        "callops, /analytics/overview"
    })
    void requestsBeyondTheLimit(String api, String path) throws Exception {
        api(api).rateLimit(2, Duration.ofMinutes(1));
        send(api, "GET", path, "good", "");
        send(api, "GET", path, "good", "");

        HttpResponse<String> response = send(api, "GET", path, "good", "");

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.body()).contains("Too many requests. Try again later.");
        String reset = Long.toString(START.plusSeconds(60).getEpochSecond());
        switch (api) {
            case "synaptiq" -> {
                assertThat(response.headers().firstValue("X-RateLimit-Limit")).contains("2");
                assertThat(response.headers().firstValue("X-RateLimit-Remaining"))
                        .contains("0");
                assertThat(response.headers().firstValue("X-RateLimit-Reset")).contains(reset);
                assertThat(response.headers().firstValue("X-RateLimit-RetryAfter"))
                        .contains("60");
                assertThat(response.body()).startsWith("{\"error\":{\"code\":\"rate_limit_exceeded\",");
            }
            case "voisnap" -> {
                assertThat(response.headers().firstValue("X-RateLimit-Remaining"))
                        .contains("0");
                assertThat(response.headers().firstValue("X-RateLimit-Reset")).contains(reset);
                assertThat(response.body()).contains("/errors/rate-limit-exceeded\",\"title\":\"Too Many Requests\"");
            }
            default ->
                assertThat(response.headers().map().keySet())
                        .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("ratelimit"));
        }
        assertThat(response.headers().firstValue("Retry-After"))
                .as("none of the four documents it")
                .isEmpty();
    }
}
