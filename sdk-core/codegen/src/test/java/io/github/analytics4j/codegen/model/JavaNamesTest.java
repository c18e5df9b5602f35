package io.github.analytics4j.codegen.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaNamesTest {

    @ParameterizedTest
    @CsvSource({
        "call_id, callId",
        "no-answer, noAnswer",
        "fromDate, fromDate",
        "Model, model",
        "a__b, aB",
        "lead.score_changed, leadScoreChanged",
        "_x, x",
        "p50, p50",
        "'', ''",
        "avg_stt_latency_ms, avgSttLatencyMs"
    })
    void camel(String wireName, String name) {
        assertThat(JavaNames.camel(wireName)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"call_status, CallStatus", "stt-events, SttEvents", "analytics, Analytics", "'', ''"})
    void pascal(String wireName, String name) {
        assertThat(JavaNames.pascal(wireName)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "in-progress, IN_PROGRESS",
        "lead.score_changed, LEAD_SCORE_CHANGED",
        "leadScore, LEAD_SCORE",
        "web_chat, WEB_CHAT",
        "0-30, 0_30",
        "'*/', ''",
        "A, A"
    })
    void constant(String wireName, String name) {
        assertThat(JavaNames.constant(wireName)).isEqualTo(name);
    }
}
