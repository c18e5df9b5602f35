package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.analytics4j.testkit.TestClient.Json;
import io.github.analytics4j.testkit.vendor.synthflow.CallRow;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SynthflowSandboxTest {
    private static final Instant NOW = Instant.parse("2026-04-22T16:49:29Z");

    private final ManualClock clock = new ManualClock(NOW);
    private final Sandbox sandbox =
            Sandbox.builder().seed(42).calls(1_000).clock(clock).start();
    private final SynthflowSandbox api = sandbox.synthflow();
    private final String list = "/calls?model_id=" + api.modelId();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void calls_pageWithoutLimit_has20NewestFirst() throws Exception {
        Json response = TestClient.json(api, list).get("response");

        assertThat(response.get("pagination").get("total_records").number()).isEqualTo(1_000);
        assertThat(response.get("pagination").get("limit").number()).isEqualTo(20);
        assertThat(response.get("pagination").get("offset").number()).isZero();
        List<Long> times = times(response);
        assertThat(times).hasSize(20).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(times.get(0)).isLessThan(NOW.toEpochMilli());
    }

    @Test
    void calls_allPages_bringEveryIdOnceInTheLogsOrder() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int offset = 0; offset < 1_100; offset += 100) {
            ids.addAll(ids(
                    TestClient.json(api, list + "&limit=100&offset=" + offset).get("response")));
        }

        assertThat(ids).hasSize(1_000).doesNotHaveDuplicates();
        assertThat(ids).isEqualTo(api.calls().ids().toList());
    }

    @Test
    void calls_oddShapesOfTheLiveApi_allOccur() throws Exception {
        List<Json> calls = TestClient.json(api, list + "&limit=100")
                .get("response")
                .get("calls")
                .all();

        Set<Class<?>> durations = calls.stream()
                .map(call -> call.get("duration").value().getClass())
                .collect(Collectors.toSet());
        assertThat(durations).containsExactlyInAnyOrder(String.class, Double.class);
        assertThat(calls).allSatisfy(call -> {
            assertThat(call.get("start_time").text()).matches("\\d{13}");
            assertThat(call.get("telephony_start").text()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
            assertThat(call.get("recording_duration").isNull()).isTrue();
            assertThat(call.has("assistant_version")).isTrue();
        });
        assertThat(calls)
                .anySatisfy(
                        call -> assertThat(call.get("judge_results").isNull()).isTrue());
        assertThat(calls)
                .anySatisfy(call -> assertThat(
                                call.get("judge_results").get("user_was_polite").text())
                        .isEqualTo("True"));
        assertThat(calls)
                .anySatisfy(call ->
                        assertThat(call.get("collected_variables").isNull()).isTrue());
        assertThat(calls)
                .anySatisfy(call -> assertThat(call.get("collected_variables")
                                .get(api.modelId())
                                .get("preferred_day")
                                .get("collected")
                                .value())
                        .isEqualTo(true));
        assertThat(calls)
                .anySatisfy(call -> assertThat(call.get("lead_name").text()).isEqualTo("Zoë Müller"));
    }

    @Test
    void calls_size_isAbout1200BytesEach() throws Exception {
        int bytes = TestClient.get(api, list + "&limit=100").body().length();

        assertThat(bytes / 100).isBetween(1_000, 1_500);
    }

    @Test
    void calls_timeRange_startsInclusiveAndEndsExclusive() throws Exception {
        long older = api.calls().time(30).toEpochMilli();
        long newer = api.calls().time(10).toEpochMilli();

        Json page = TestClient.json(api, list + "&limit=100&from_date=" + older + "&to_date=" + newer)
                .get("response");

        assertThat(ids(page)).isEqualTo(api.calls().ids().skip(11).limit(20).toList());
        assertThat(page.get("pagination").get("total_records").number()).isEqualTo(20);
    }

    @Test
    void calls_datesInAnyForm_meanTheSame() throws Exception {
        String from = "2026-04-22T10:00:00";
        String millis = Long.toString(Instant.parse(from + "Z").toEpochMilli());
        List<String> expected =
                ids(TestClient.json(api, list + "&from_date=" + millis).get("response"));

        for (String form : List.of(from + "Z", from, "2026-04-22T12:00:00%2B02:00")) {
            assertThat(ids(TestClient.json(api, list + "&from_date=" + form).get("response")))
                    .isEqualTo(expected);
        }
        assertThat(total(list + "&to_date=2026-04-22")).isEqualTo(1_000 - total(list + "&from_date=2026-04-22"));
    }

    @Test
    void calls_filters_selectWhatTheyName() throws Exception {
        long all = 0;
        for (String status : CallRow.STATUSES) {
            Json page = TestClient.json(api, list + "&limit=100&call_status=" + status)
                    .get("response");
            all += page.get("pagination").get("total_records").number();
            assertThat(page.get("calls").all())
                    .allSatisfy(
                            call -> assertThat(call.get("call_status").text()).isEqualTo(status));
        }
        assertThat(all).isEqualTo(1_000);

        Json longCalls = TestClient.json(api, list + "&limit=100&duration_min=60&duration_max=120")
                .get("response");
        assertThat(longCalls.get("calls").all())
                .isNotEmpty()
                .allSatisfy(call -> assertThat(
                                Double.parseDouble(call.get("duration").value().toString()))
                        .isBetween(60.0, 120.0));
    }

    @Test
    void calls_filteredPages_bringEveryMatchOnce() throws Exception {
        Set<String> seen = new HashSet<>();
        long total = total(list + "&call_status=completed");
        for (int offset = 0; offset < total; offset += 70) {
            seen.addAll(ids(TestClient.json(api, list + "&call_status=completed&limit=70&offset=" + offset)
                    .get("response")));
        }

        assertThat(seen).hasSize((int) total);
    }

    @Test
    void calls_phoneWithEncodedPlus_isFound() throws Exception {
        Json first = TestClient.json(api, list + "&limit=1")
                .get("response")
                .get("calls")
                .get(0);
        String phone = first.get("lead_phone_number").text();

        Json found = TestClient.json(api, list + "&limit=100&lead_phone_number=" + phone.replace("+", "%2B"));
        Json notFound = TestClient.json(api, list + "&lead_phone_number=" + phone);

        assertThat(found.get("response").get("calls").all())
                .isNotEmpty()
                .allSatisfy(
                        call -> assertThat(call.get("lead_phone_number").text()).isEqualTo(phone));
        assertThat(notFound.get("response").get("calls").all()).isEmpty();
    }

    @Test
    void calls_unknownModel_isAnEmptyList() throws Exception {
        Json response = TestClient.json(api, "/calls?model_id=nobody").get("response");

        assertThat(response.get("pagination").get("total_records").number()).isZero();
        assertThat(response.get("calls").all()).isEmpty();
    }

    @Test
    void calls_limitOutOfBounds_isTheVendors400() throws Exception {
        for (String limit : List.of("0", "101", "500")) {
            HttpResponse<String> response = TestClient.get(api, list + "&limit=" + limit);

            assertThat(response.statusCode()).isEqualTo(400);
            Json detail = Json.of(response.body()).get("detail");
            assertThat(detail.get("status").text()).isEqualTo("error");
            assertThat(detail.get("description").text()).isEqualTo("Limit must be between 1 and 100.");
            assertThat(detail.get("category").text()).isEqualTo("important");
            assertThat(detail.get("request_id").text()).isNotBlank();
        }
    }

    @Test
    void calls_withoutModel_is422WithADetailList() throws Exception {
        HttpResponse<String> response = TestClient.get(api, "/calls");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body())
                .isEqualTo(
                        "{\"detail\":[{\"type\":\"missing\",\"loc\":[\"query\",\"model_id\"],\"msg\":\"Field required\","
                                + "\"input\":null}]}");
    }

    @Test
    void keys_missingWrongAndRotated_areRefusedAsTheVendorDoes() throws Exception {
        HttpResponse<String> missing = TestClient.send(TestClient.request(api.baseUrl() + list));
        HttpResponse<String> wrong =
                TestClient.send(TestClient.request(api.baseUrl() + list).header("Authorization", "Bearer nonsense"));
        String oldKey = api.apiKey();
        api.rotateKey("another");
        HttpResponse<String> old =
                TestClient.send(TestClient.request(api.baseUrl() + list).header("Authorization", "Bearer " + oldKey));

        assertThat(List.of(missing.statusCode(), wrong.statusCode(), old.statusCode()))
                .containsOnly(401);
        assertThat(description(missing)).isEqualTo("Missing or invalid Authorization header");
        assertThat(description(wrong)).isEqualTo("Unauthorized: Invalid or expired token.");
        assertThat(TestClient.get(api, list).statusCode()).isEqualTo(200);
    }

    @Test
    void routes_unknownAndWrongMethod_haveATextDetail() throws Exception {
        assertThat(TestClient.get(api, "/nothing").body()).isEqualTo("{\"detail\":\"Not Found\"}");
        HttpResponse<String> post = TestClient.send(TestClient.request(api.baseUrl() + list)
                .header("Authorization", "Bearer " + api.apiKey())
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(post.statusCode()).isEqualTo(405);
        assertThat(post.body()).isEqualTo("{\"detail\":\"Method Not Allowed\"}");
    }

    @Test
    void unknownParameter_isPassedOverUnlessStrict() throws Exception {
        assertThat(total(list + "&start_date=2026-04-22")).isEqualTo(1_000);

        try (Sandbox strict = Sandbox.builder().strict().start()) {
            HttpResponse<String> refused = TestClient.get(
                    strict.synthflow(),
                    "/calls?start_date=1&model_id=" + strict.synthflow().modelId());
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("\"start_date\"", "Unknown parameter");
        }
    }

    @Test
    void analytics_withoutSlash_isRedirectedWithItsQuery() throws Exception {
        HttpResponse<String> response = TestClient.get(api, "/analytics?model_id=m");

        assertThat(response.statusCode()).isEqualTo(307);
        assertThat(response.headers().firstValue("Location")).contains("/v2/analytics/?model_id=m");
    }

    @Test
    void analytics_everySum_agreesWithTheLog() throws Exception {
        String range = "from_date=2026-04-22T00:00:00Z&to_date=2026-04-22T16:49:29Z";
        Json analytics = TestClient.json(api, "/analytics/?" + range + "&model_id=" + api.modelId());
        long total = total(list + "&from_date=2026-04-22&to_date=" + NOW.toEpochMilli());

        Json durations = analytics.get("duration_metrics");
        assertThat(durations.get("total_calls").number()).isEqualTo(total);
        assertThat(durations.get("series").sum("total_calls")).isEqualTo(total);
        assertThat(durations.get("series").sum("total_minutes"))
                .isCloseTo(durations.get("total_minutes").decimal(), within(0.001));
        Json statuses = analytics.get("call_status_stat");
        assertThat(statuses.get("items").sum("value")).isEqualTo(total);
        assertThat(statuses.get("items").sum("percentage")).isCloseTo(100, within(0.01));
        assertThat(statuses.get("series").sum("no-answer")).isEqualTo(value(statuses, "status", "no-answer"));
        assertThat(analytics.get("end_call_reason_stat").get("items").sum("value"))
                .isEqualTo(total);
        assertThat(analytics.get("sentiment_stat").get("series").sum("total")).isEqualTo(total);
        assertThat(value(statuses, "status", "completed"))
                .isEqualTo(total(list + "&call_status=completed&from_date=2026-04-22&to_date=" + NOW.toEpochMilli()));
    }

    @Test
    void analytics_allAgents_isTheSumOfEach() throws Exception {
        double sum = 0;
        for (String model : api.modelIds()) {
            sum += TestClient.json(api, "/analytics/?model_id=" + model)
                    .get("duration_metrics")
                    .get("total_calls")
                    .decimal();
        }
        Json all = TestClient.json(api, "/analytics/");

        assertThat(all.get("duration_metrics").get("total_calls").decimal()).isEqualTo(sum);
        Json ranking = all.get("assistant_performance").get("by_calls_made");
        assertThat(ranking.sum("calls_made")).isEqualTo(sum);
        assertThat(ranking.get(0).has("percent_change")).isTrue();
        assertThat(all.get("assistant_performance")
                        .get("by_minutes_used")
                        .get(0)
                        .has("percentage_change"))
                .isTrue();
        assertThat(all.get("recent_call_history")
                        .get("items")
                        .get(0)
                        .get("call_id")
                        .text())
                .isEqualTo(api.calls().id(0));
    }

    @Test
    void analytics_over120Days_isRefused() throws Exception {
        HttpResponse<String> response =
                TestClient.get(api, "/analytics/?from_date=2026-01-01T00:00:00Z&to_date=2026-05-01T00:00:01Z");
        HttpResponse<String> exactly =
                TestClient.get(api, "/analytics/?from_date=2026-01-01T00:00:00Z&to_date=2026-05-01T00:00:00Z");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(description(response)).isEqualTo("The date range must not exceed 120 days.");
        assertThat(exactly.statusCode()).isEqualTo(200);
    }

    @Test
    void sameSeedAndClock_sameBytes() throws Exception {
        try (Sandbox twin = Sandbox.builder().seed(42).calls(1_000).clock(clock).start()) {
            assertThat(TestClient.get(twin.synthflow(), list + "&limit=100").body())
                    .isEqualTo(TestClient.get(api, list + "&limit=100").body());
            assertThat(twin.synthflow().apiKey()).isEqualTo(api.apiKey());
        }
    }

    @Test
    void log_millionsOfCalls_pagesAreAnsweredAtOnce() throws Exception {
        try (Sandbox large = Sandbox.builder().calls(5_000_000).start()) {
            SynthflowSandbox synthflow = large.synthflow();
            Instant start = Instant.now();
            Json page = TestClient.json(synthflow, "/calls?limit=100&offset=4999950&model_id=" + synthflow.modelId())
                    .get("response");

            assertThat(page.get("calls").all()).hasSize(50);
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }
    }

    private long total(String path) throws Exception {
        return TestClient.json(api, path)
                .get("response")
                .get("pagination")
                .get("total_records")
                .number();
    }

    private static double value(Json stat, String label, String name) {
        return stat.get("items").all().stream()
                .filter(item -> item.get(label).text().equals(name))
                .mapToDouble(item -> item.get("value").decimal())
                .sum();
    }

    private static String description(HttpResponse<String> response) throws Exception {
        return Json.of(response.body()).get("detail").get("description").text();
    }

    private static List<Long> times(Json response) {
        return response.get("calls").all().stream()
                .map(call -> Long.parseLong(call.get("start_time").text()))
                .toList();
    }

    private static List<String> ids(Json response) {
        return response.get("calls").all().stream()
                .map(call -> call.get("call_id").text())
                .toList();
    }
}
