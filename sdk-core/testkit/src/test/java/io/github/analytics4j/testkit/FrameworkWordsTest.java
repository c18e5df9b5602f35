package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.testkit.json.JsonTree;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters that Synthflow's and CallOps' framework cannot take are refused in its words, byte by byte. */
class FrameworkWordsTest {
    private static final String DATE = "Input should be a valid datetime or date, ";

    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.builder().calls(20).start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static void assertRefused(
            VendorSandbox api, String path, String name, String input, String type, String message, Map<String, ?> more)
            throws Exception {
        HttpResponse<String> response = TestClient.get(
                api,
                path + (path.contains("?") ? "&" : "?") + name + "="
                        + URLEncoder.encode(input, StandardCharsets.UTF_8));

        Map<String, Object> mistake = new LinkedHashMap<>();
        mistake.put("type", type);
        mistake.put("loc", List.of("query", name));
        mistake.put("msg", message);
        mistake.put("input", input);
        if (!more.isEmpty()) {
            mistake.put("ctx", more);
        }
        assertThat(response.body()).isEqualTo(JsonTree.write(Map.of("detail", List.of(mistake))));
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "soon | input is too short",
                "yesterday | input is too short",
                "the day before | invalid character in year",
                "2026/02/01 | invalid date separator, expected `-`",
                "2026-1x-01 | invalid character in month",
                "2026-01-0x | invalid character in day",
                "2026-13-01 | month value is outside expected range of 1-12",
                "2026-00-01 | month value is outside expected range of 1-12",
                "2026-02-30 | day value is outside expected range",
                "2026-02-01T25:00:00Z | unexpected extra characters at the end of the input",
                "9223372036854775807 | dates after 9999 are not supported as unix timestamps",
                "-9223372036854775808 | dates before 0000 are not supported as unix timestamps",
            })
    void times(String input, String error) throws Exception {
        Map<String, ?> more = Map.of("error", error);
        String type = "datetime_from_date_parsing";
        CallOpsSandbox callops = sandbox.callops();
        SynthflowSandbox synthflow = sandbox.synthflow();

        assertRefused(callops, "/analytics/overview", "start_date", input, type, DATE + error, more);
        assertRefused(callops, "/analytics/stt-events", "end_date", input, type, DATE + error, more);
        assertRefused(callops, "/analytics/agent-comparison", "end_date", input, type, DATE + error, more);
        assertRefused(synthflow, "/analytics/", "from_date", input, type, DATE + error, more);
        assertRefused(synthflow, "/calls?model_id=" + synthflow.modelId(), "to_date", input, type, DATE + error, more);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"many", "1.5", "0x10", "5e1", "' 7 7'"})
    void numbers(String input) throws Exception {
        String type = "int_parsing";
        String message = "Input should be a valid integer, unable to parse string as an integer";
        String calls = "/calls?model_id=" + sandbox.synthflow().modelId();

        assertRefused(sandbox.callops(), "/analytics/stt-events", "limit", input, type, message, Map.of());
        for (String name : List.of("limit", "offset", "duration_min", "duration_max")) {
            assertRefused(sandbox.synthflow(), calls, name, input, type, message, Map.of());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, greater_than_equal, 'Input should be greater than or equal to 1', ge, 1",
        "-9223372036854775809, greater_than_equal, 'Input should be greater than or equal to 1', ge, 1",
        "501, less_than_equal, 'Input should be less than or equal to 500', le, 500",
        "99999999999999999999, less_than_equal, 'Input should be less than or equal to 500', le, 500",
    })
    void limits(String input, String type, String message, String rule, long bound) throws Exception {
        assertRefused(sandbox.callops(), "/analytics/stt-events", "limit", input, type, message, Map.of(rule, bound));
    }

    @ParameterizedTest
    @CsvSource({"shouted", "Inbound", "''"})
    void choices(String input) throws Exception {
        String expected = "'inbound', 'outbound' or 'widget'";
        assertRefused(
                sandbox.synthflow(),
                "/analytics/",
                "type_of_call",
                input,
                "enum",
                "Input should be " + expected,
                Map.of("expected", expected));
    }

    /** Where no page tells of a framework, the words stay the plain ones. */
    @ParameterizedTest
    @CsvSource({
        "synaptiq, /analytics/overview?startDate=soon, startDate: Must be an ISO 8601 date",
        "synaptiq, /analytics/activity?limit=x, limit: Must be an integer",
        "voisnap, /api/v1/analytics/intents?limit=0, limit: Must be between 1 and 100",
        "voisnap, /api/v1/analytics/costs?groupBy=x, 'groupBy: Must be one of day, week, month'",
    })
    void others(String api, String path, String message) throws Exception {
        HttpResponse<String> response =
                TestClient.get(api.equals("synaptiq") ? sandbox.synaptiq() : sandbox.voisnap(), path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"" + message + "\"").doesNotContain("input");
    }
}
