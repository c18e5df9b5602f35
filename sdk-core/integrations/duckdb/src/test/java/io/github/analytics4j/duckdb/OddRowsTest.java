package io.github.analytics4j.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.catalog.StoreLimits;
import io.github.analytics4j.json.JsonValue;
import java.math.BigDecimal;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows that are not as the vendor documents them, from a bare socket. */
class OddRowsTest {
    private static final String CALLS = "synthflow_calls(model_id := 'm-1')";

    private static List<Object> row(String json, String columns) throws Exception {
        try (CallLogServer server = new CallLogServer(1, index -> json);
                Connection db = Analytics.connect(ClientSettings.of(server.settings()))) {
            return Sql.rows(db, "select " + columns + " from " + CALLS).get(0);
        }
    }

    @Test
    void row_unknownEnumValue_isItsText() throws Exception {
        assertThat(row("{\"call_id\":\"c\",\"call_status\":\"teleported\"}", "call_status, unexpected"))
                .containsExactly("teleported", null);
    }

    @Test
    void row_integerBeyond53Bits_isExact() throws Exception {
        assertThat(row("{\"call_id\":\"c\",\"duration\":9007199254740993}", "duration"))
                .containsExactly(9007199254740993L);
    }

    @Test
    void row_unicodeAndNul_comeAsTheyAre() throws Exception {
        String text = "Zoë \ud83d\ude00 \u0000 \u2028 'quoted\" \\ \ufffd \u4e2d";
        assertThat(row(
                        "{\"call_id\":\"c\",\"lead_name\":"
                                + JsonValue.ofText(text).json() + "}",
                        "lead_name"))
                .containsExactly(text);
    }

    @Test
    void row_halfAPair_isReplacedAndFailsNothing() throws Exception {
        List<Object> row = row(
                "{\"call_id\":\"c\",\"lead_name\":\"a\\ud800b\",\"labels\":[\"\\udc00\"],\"judge_results\":"
                        + "{\"x\":\"\\ud83dx\",\"\\ud83d\\ude00\":\"\\ud83d\\ude00\",\"y\":\"\\\\ud800\"},\"more\":\"\\ud800\"}",
                "lead_name, labels::varchar, judge_results, unexpected");
        assertThat(row.get(0)).isIn("a?b", "a\ufffdb");
        assertThat(row.get(1)).isIn("[?]", "[\ufffd]");
        assertThat(JsonValue.parse(row.get(2).toString()))
                .isEqualTo(
                        JsonValue.parse("{\"x\":\"\ufffdx\",\"\ud83d\ude00\":\"\ud83d\ude00\",\"y\":\"\\\\ud800\"}"));
        assertThat(JsonValue.parse(row.get(3).toString()).get("more").asText()).isIn("?", "\ufffd");
    }

    @Test
    void row_nullsAndMissing_areNullAndNoList() throws Exception {
        assertThat(row(
                        "{\"call_id\":\"c\",\"duration\":null,\"labels\":null}",
                        "duration, labels::varchar, agents_used::varchar, start_time, lead_name, judge_results"))
                .containsExactly(null, "[]", "[]", null, null, null);
    }

    @Test
    void row_emptyTextAndList_areNoNulls() throws Exception {
        assertThat(row(
                        "{\"call_id\":\"c\",\"lead_name\":\"\",\"labels\":[],\"judge_results\":{}}",
                        "lead_name, labels::varchar, judge_results::varchar"))
                .containsExactly("", "[]", "{}");
    }

    @Test
    void row_unknownFieldsAndWrongTypes_areInTheLastColumn() throws Exception {
        List<Object> row = row(
                "{\"call_id\":\"c\",\"duration\":\"soon\",\"mood\":{\"score\":1.50,\"big\":123456789012345678901234567890}}",
                "duration, unexpected, unexpected.mood.score::decimal(4,2)");
        assertThat(row.get(0)).isNull();
        assertThat(row.get(1))
                .hasToString(
                        "{\"duration\":\"soon\",\"mood\":{\"score\":1.50,\"big\":123456789012345678901234567890}}");
        assertThat(row.get(2)).isEqualTo(new BigDecimal("1.50"));
    }

    @Test
    void row_timeFinerThanMicroseconds_isCutAndExactInTheLastColumn() throws Exception {
        List<Object> row = row(
                "{\"call_id\":\"c\",\"telephony_start\":\"2026-04-22T16:49:29.123456789Z\","
                        + "\"telephony_end\":\"2026-04-22T16:49:30.5Z\"}",
                "(telephony_start at time zone 'UTC')::varchar, (telephony_end at time zone 'UTC')::varchar, unexpected");
        assertThat(row.get(0)).asString().startsWith("2026-04-22 16:49:29.123456");
        assertThat(row.get(1)).asString().startsWith("2026-04-22 16:49:30.5");
        assertThat(row.get(2)).hasToString("{\"telephony_start\":\"2026-04-22T16:49:29.123456789Z\"}");
    }

    @Test
    void row_largeTexts_areWhole() throws Exception {
        String long1 = "ä".repeat(100_000);
        try (CallLogServer server = new CallLogServer(
                        7, index -> "{\"call_id\":\"c" + index + "\",\"transcript\":\"" + long1 + index + "\"}");
                Connection db = Analytics.connect(ClientSettings.of(server.settings()))) {
            assertThat(Sql.rows(db, "select transcript from " + CALLS))
                    .containsExactlyElementsOf(IntStream.range(0, 7)
                            .mapToObj(index -> List.<Object>of(long1 + index))
                            .toList());
        }
    }

    @Test
    void rows_noneAtAll_areNone() throws Exception {
        try (CallLogServer server = new CallLogServer(0, index -> "");
                Connection db = Analytics.connect(ClientSettings.of(server.settings()))) {
            assertThat(Sql.rows(db, "select * from " + CALLS)).isEmpty();
            assertThat(Sql.value(db, "select count(*) from " + CALLS)).isEqualTo(0L);
        }
    }

    @Test
    void json_strangeButValid_isTakenByTheDatabase() throws Exception {
        for (String json : List.of(
                "1e400",
                "-1e-400",
                "-0.0",
                "\"\\u0000\"",
                "[[[[]]]]",
                "{\"a\":1,\"b\":{\"c\":[null,true]}}",
                "\"\\/\"",
                "[".repeat(200) + "]".repeat(200),
                "\"\u2028\"",
                "\"\\ufeff\"",
                "1E5")) {
            assertThat(row("{\"call_id\":\"c\",\"strange\":" + json + "}", "unexpected->'strange'")
                            .get(0))
                    .as(json)
                    .isNotNull();
        }
    }

    @Test
    void decimals_ofAnySize_areHeldOrExactInTheLastColumn() {
        Map<String, String> held = Map.of(
                "12.50", "12.500000000000000000",
                "0.30000000000000004", "0.300000000000000040",
                "99999999999999999999.999999999999999999", "99999999999999999999.999999999999999999",
                "0.0000000000000000005", "0.000000000000000000",
                "1e-1000000000", "0",
                "0e1000000000", "0");
        held.forEach((value, expected) -> assertThat(
                        StoreLimits.near(new BigDecimal(value)).toPlainString())
                .as(value)
                .isEqualTo(expected));
        for (String tooLarge : Arrays.asList(
                "1e20", "-123456789012345678901.5", "1e1000000000", "99999999999999999999.9999999999999999999")) {
            assertThat(StoreLimits.near(new BigDecimal(tooLarge))).as(tooLarge).isNull();
        }
    }
}
