package io.github.analytics4j.synthflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shapes seen in the live API decode, and nothing that arrives is lost on the way back to JSON. */
class LosslessTest {
    private static final long SEED = 20261121;
    private static final List<JsonValue> ODD_VALUES = Stream.of(
                    "null",
                    "true",
                    "7",
                    "7.0",
                    "-1.25e3",
                    "12345678901234567890.123456789",
                    "\"7\"",
                    "\"some text\"",
                    "\"\"",
                    "[]",
                    "{}",
                    "[null,{},\"x\",3]",
                    "{\"date\":4,\"value\":\"v\",\"calls\":[]}")
            .map(JsonValue::parse)
            .toList();

    private static String resource(String name) throws IOException {
        try (InputStream in = LosslessTest.class.getResourceAsStream("/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String calls(String json) {
        return ListCallsResponse.fromJson(json).toJson();
    }

    private static String analytics(String json) {
        return AnalyticsExport.fromJson(json).toJson();
    }

    private static void assertLossless(String json, UnaryOperator<String> roundTrip) {
        assertThat(JsonValue.parse(roundTrip.apply(json))).as(json).isEqualTo(JsonValue.parse(json));
    }

    @Test
    void calls_inTheirLiveShapes_decode() throws IOException {
        List<Call> calls = ListCallsResponse.fromJson(resource("calls-live.json"))
                .response()
                .calls();
        assertThat(calls).extracting(Call::duration).containsExactly(25L, 31L, 31L);
        Call first = calls.get(0);
        assertThat(first.startTime()).isEqualTo(Instant.ofEpochMilli(1776876567837L));
        assertThat(first.telephonyStart()).isEqualTo(Instant.parse("2026-04-22T16:49:29Z"));
        assertThat(first.telephonyHangup().text()).isEqualTo("agent");
        assertThat(first.collectedVariables().get("a-1").get("age").value().asLong())
                .isEqualTo(41);
        assertThat(first.collectedVariables().get("a-1").get("zip").collected()).isFalse();
        assertThat(first.transcript()).isEqualTo("\nhuman: Gr\u00fcezi \u2013 ok?\nassistant: yes \ud83d\ude00");
        Call second = calls.get(1);
        assertThat(second.telephonyStart()).isEqualTo(Instant.parse("2026-04-22T00:00:00Z"));
        assertThat(second.unexpected().originalText("telephony_start")).contains("2026-04-22");
        assertThat(second.telephonyEnd()).isEqualTo(Instant.parse("2026-04-22T14:49:54.123456Z"));
        assertThat(second.executedActions().get(0).get("name").asText()).isEqualTo("x");
        assertThat(second.collectedVariables()).isEmpty();
        Call third = calls.get(2);
        assertThat(third.startTime()).isNull();
        assertThat(third.unexpected().deviations())
                .extracting(d -> d.path() + "=" + d.rawJson())
                .containsExactly("$.response.calls[2].start_time=\"not a time\"");
        assertThat(third.callStatus().known()).isEqualTo(CallStatus.Known.UNRECOGNIZED);
        assertThat(third.callStatus()).isEqualTo(CallStatus.of("a-brand-new-one"));
    }

    @Test
    void analytics_inItsLiveShapes_decodes() throws IOException {
        AnalyticsExport export = AnalyticsExport.fromJson(resource("analytics-live.json"));
        assertThat(export.executedActions().items().get(0).series()).isEmpty();
        assertThat(export.executedActions().items().get(1).series()).hasSize(2);
        assertThat(export.assistantPerformance().byCallsMade())
                .extracting(AssistantCallsMade::percentageChange)
                .containsExactly(10.0, 2.0);
        assertThat(export.assistantPerformance().byMinutesUsed().get(0).minutesUsed())
                .isEqualTo(198.4);
        assertThat(export.callStatusStat().series().get(0).noAnswer()).isEqualTo(2);
        assertThat(export.callStatusStat().series().get(0).inProgress()).isEqualTo(1);
        assertThat(export.callStatusStat().series().get(0).unexpected().unknownFields())
                .containsOnlyKeys("levitating");
    }

    @Test
    void roundTrip_ofLiveShapes_isEqual() throws IOException {
        assertLossless(resource("calls-live.json"), LosslessTest::calls);
        assertLossless(resource("analytics-live.json"), LosslessTest::analytics);
    }

    @Test
    void roundTrip_withEveryPositionChanged_isEqual() throws IOException {
        List<String> calls = JsonVariants.variants(resource("calls-live.json"), ODD_VALUES);
        List<String> analytics = JsonVariants.variants(resource("analytics-live.json"), ODD_VALUES);
        assertThat(calls.size() + analytics.size()).isGreaterThan(2500);
        calls.forEach(json -> assertLossless(json, LosslessTest::calls));
        analytics.forEach(json -> assertLossless(json, LosslessTest::analytics));
    }

    @Test
    void roundTrip_withManyPositionsChangedAtRandom_isEqual() throws IOException {
        Random random = new Random(SEED);
        for (int round = 0; round < 150; round++) {
            assertLossless(shaken(resource("calls-live.json"), random), LosslessTest::calls);
            assertLossless(shaken(resource("analytics-live.json"), random), LosslessTest::analytics);
        }
    }

    /** The document with two to six changes, one upon the other. */
    private static String shaken(String json, Random random) {
        String shaken = json;
        for (int change = 2 + random.nextInt(5); change > 0; change--) {
            List<JsonValue> one = List.of(ODD_VALUES.get(random.nextInt(ODD_VALUES.size())));
            List<String> variants = new ArrayList<>(JsonVariants.variants(shaken, one));
            variants.removeIf(variant -> !variant.startsWith("{"));
            shaken = variants.get(random.nextInt(variants.size()));
        }
        return shaken;
    }
}
