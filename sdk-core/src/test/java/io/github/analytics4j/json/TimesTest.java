package io.github.analytics4j.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.analytics4j.json.JsonCodecs.TimeForm;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times in every form in which vendors write them. */
class TimesTest {
    @ParameterizedTest
    @CsvSource({
        "2026-04-22T16:49:29Z, 2026-04-22T16:49:29Z",
        "2026-04-22T16:49:29z, 2026-04-22T16:49:29Z",
        "2026-04-22t16:49:29Z, 2026-04-22T16:49:29Z",
        "2026-04-22T16:49:29, 2026-04-22T16:49:29Z",
        "2026-04-22 16:49:29, 2026-04-22T16:49:29Z",
        "2026-04-22T16:49, 2026-04-22T16:49:00Z",
        "2026-04-22, 2026-04-22T00:00:00Z",
        "2026-04-22T16:49:29.1, 2026-04-22T16:49:29.100Z",
        "'2026-04-22T16:49:29,1', 2026-04-22T16:49:29.100Z",
        "2026-04-22T16:49:29.123456, 2026-04-22T16:49:29.123456Z",
        "2026-04-22T16:49:29.123456789Z, 2026-04-22T16:49:29.123456789Z",
        "2026-04-22T16:49:29+00:00, 2026-04-22T16:49:29Z",
        "2026-04-22T16:49:29+0000, 2026-04-22T16:49:29Z",
        "2026-04-22T16:49:29+02, 2026-04-22T14:49:29Z",
        "2026-04-22T16:49:29-05:30, 2026-04-22T22:19:29Z",
        "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z",
        "2000-02-29T00:00:00Z, 2000-02-29T00:00:00Z",
        "1969-12-31T23:59:59.999Z, 1969-12-31T23:59:59.999Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z"
    })
    void instant_readableText_isReadAndComesBackAsItWas(String text, Instant expected) {
        String json = "{\"iso\":\"" + text + "\"}";
        Everything decoded = Everything.of(json);

        assertThat(decoded.iso()).isEqualTo(expected);
        assertThat(decoded.toJson()).isEqualTo(json);
        assertThat(decoded.unexpected().originalText("iso"))
                .isEqualTo(Optional.of(text).filter(t -> !t.equals(expected.toString())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "2026-4-22",
                "2026-13-01",
                "2026-00-10",
                "2026-02-30",
                "2025-02-29",
                "1900-02-29",
                "2026-04-31",
                "2026-04-22T",
                "2026-04-22T16",
                "2026-04-22T24:00:00Z",
                "2026-04-22T16:60:00Z",
                "2026-04-22T16:49:60Z",
                "2026-04-22T16:49:29.Z",
                "2026-04-22T16:49:29.1234567890Z",
                "2026-04-22T16:49:29+",
                "2026-04-22T16:49:29+2",
                "2026-04-22T16:49:29+19:00",
                "2026-04-22T16:49:29+02:60",
                "2026-04-22T16:49:29ZZ",
                "2026-04-22T16:49:29 Z",
                "2026/04/22",
                "22.04.2026",
                "tomorrow",
                "20260422T164929Z",
                "2026-04-22T16:49:29[UTC]",
                "1776876569000.5",
                "1776876569000", // a number is no time where the spec says text
                "1776876569",
                "20260422",
                "-1",
                "+1",
                "1e400"
            })
    void instant_unreadableText_isKeptAsUnexpected(String text) {
        String json = "{\"iso\":\"" + text + "\"}";
        Everything decoded = Everything.of(json);

        assertThat(decoded.iso()).isNull();
        assertThat(decoded.unexpected().deviations())
                .contains(new Deviation("$.iso", '"' + text + '"', "a point in time", Deviation.Kind.WRONG_TYPE));
        assertThat(decoded.toJson()).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource({
        "iso, '\"2026-04-22T16:49:29.120Z\"'",
        "millis, '\"2026-04-22T16:49:29.000Z\"'",
        "local, '\"2026-04-22T16:49:29\"'",
        "epoch, 946684800000",
        "epoch_text, '\"4102444799999\"'",
        "epoch, 1776876569000",
        "epoch_text, '\"1776876569000\"'",
        "day, '\"2026-04-22\"'"
    })
    void time_inItsOwnForm_hasNoOriginalText(String field, String value) {
        Everything decoded = Everything.of("{\"" + field + "\":" + value + "}");

        assertThat(decoded.unexpected().originalText(field)).isEmpty();
        assertThat(decoded.toJson()).isEqualTo("{\"" + field + "\":" + value + "}");
    }

    @ParameterizedTest
    @CsvSource({
        "millis, '\"2026-04-22T16:49:29Z\"'",
        "local, '\"2026-04-22T16:49:29Z\"'",
        "epoch, '\"1776876569000\"'",
        "epoch_text, 1776876569000",
        "epoch_text, '\"1776876569000.0\"'",
        "epoch, '\"2026-04-22T16:49:29Z\"'",
        "day, '\"2026-04-22T10:00:00Z\"'"
    })
    void time_inAnotherForm_isReadAndKeepsItsText(String field, String value) {
        Everything decoded = Everything.of("{\"" + field + "\":" + value + "}");

        assertThat(decoded.unexpected().originalText(field)).hasValue(value.replace("\"", ""));
        assertThat(decoded.unexpected().originalText("whole")).isEmpty();
        assertThat(decoded.unexpected().originalText("unheard of")).isEmpty();
        assertThat(decoded.toJson()).isEqualTo("{\"" + field + "\":" + value + "}");
    }

    @ParameterizedTest
    @CsvSource({
        "iso, 1776876569000",
        "iso, 1776876569",
        "iso, 20260201",
        "iso, 0",
        "iso, 1.5",
        "iso, true",
        "iso, '{}'",
        "millis, 1776876569000",
        "local, 1776876569000",
        "local, 20260201",
        "day, 20260201",
        "day, 1776876569",
        "day, 1776876569000",
        "day, 20485",
        "day, '\"20260201\"'",
        "epoch, 1776876569",
        "epoch, 20260201",
        "epoch, 0",
        "epoch, -1",
        "epoch, 946684799999",
        "epoch, 4102444800000",
        "epoch, 1776876569000000",
        "epoch, 1776876569000000000",
        "epoch, 20260422164929",
        "epoch, 202604221649",
        "epoch, 1776876569000.5",
        "epoch, '\"1776876569\"'",
        "epoch, '\"20260201\"'",
        "epoch_text, '\"1776876569\"'",
        "epoch_text, 1776876569",
        "epoch_text, '\"0\"'"
    })
    void number_inAnotherUnitThanDocumented_isNoTime(String field, String value) {
        String json = "{\"" + field + "\":" + value + "}";
        Everything decoded = Everything.of(json);

        assertThat(decoded.iso()).isNull();
        assertThat(decoded.millis()).isNull();
        assertThat(decoded.local()).isNull();
        assertThat(decoded.epoch()).isNull();
        assertThat(decoded.epochText()).isNull();
        assertThat(decoded.day()).isNull();
        assertThat(decoded.unexpected().deviations())
                .filteredOn(deviation -> deviation.path().equals("$." + field))
                .extracting(Deviation::rawJson, Deviation::kind)
                .containsExactly(tuple(value, Deviation.Kind.WRONG_TYPE));
        assertThat(decoded.toJson()).isEqualTo(json);
    }

    @Test
    void instant_random_asTheJdkReadsIt() {
        long seed = Long.getLong("walk.seed", 20261121);
        for (int i = 0; i < 50_000; i++) {
            Random random = new Random(seed + i);
            LocalDateTime time = LocalDateTime.ofEpochSecond(
                    random.nextLong(-62_000_000_000L, 250_000_000_000L), random.nextInt(1_000_000_000), ZoneOffset.UTC);
            OffsetDateTime there = time.atOffset(ZoneOffset.ofTotalSeconds(random.nextInt(-64_800, 64_800) / 60 * 60));
            byte[] text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(there).getBytes(StandardCharsets.US_ASCII);
            TimeText parsed = new TimeText();
            assertThat(parsed.parse(text, 0, text.length))
                    .as("seed %s", seed + i)
                    .isEqualTo(text.length);
            assertThat(parsed.instant()).as("seed %s", seed + i).isEqualTo(there.toInstant());
            assertThat(parsed.date()).as("seed %s", seed + i).isEqualTo(there.toLocalDate());
        }
    }

    @Test
    void instant_random_isWrittenAsItIsReadInEveryForm() {
        long seed = Long.getLong("walk.seed", 20261121);
        for (int i = 0; i < 5_000; i++) {
            Random random = new Random(seed + i);
            Instant time = Instant.ofEpochMilli(random.nextLong(946_684_800_000L, 4_102_444_800_000L));
            for (TimeForm form : TimeForm.values()) {
                JsonCodec<Instant> codec = JsonCodecs.instant(form);
                assertThat(Json.decode(codec, Json.encode(codec, time)))
                        .as("seed %s", seed + i)
                        .isEqualTo(time);
            }
        }
    }

    @FuzzTest(maxDuration = "5m")
    void time_anyBytes_neverThrows(byte[] bytes) {
        TimeText time = new TimeText();
        if (time.parse(bytes, 0, bytes.length) >= 0) {
            assertThat(time.instant()).isNotNull();
            assertThat(time.date()).isNotNull();
        }
    }
}
