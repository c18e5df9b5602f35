package io.github.analytics4j.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.testkit.json.JsonOut;
import io.github.analytics4j.testkit.json.LocalTimes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @ParameterizedTest
    @CsvSource({
        "1732546200000, 2024-11-25T14:50:00Z",
        "2025-11-25T14:30:00Z, 2025-11-25T14:30:00Z",
        "2025-11-25T14:30:00.123Z, 2025-11-25T14:30:00.123Z",
        "2025-11-25T14:30:00+02:00, 2025-11-25T12:30:00Z",
        "2025-11-25T14:30:00-05:00, 2025-11-25T19:30:00Z",
        "2025-11-25T14:30:00, 2025-11-25T14:30:00Z",
        "2025-11-25T14:30:00.123456, 2025-11-25T14:30:00.123456Z",
        "2025-11-25, 2025-11-25T00:00:00Z",
    })
    void instant_anyForm(String text, Instant expected) {
        assertThat(Times.instant(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2025-13-01", "2025-11-25T", "12", "2025-11-25 14:30:00"})
    void instant_nonsense_isRefused(String text) {
        assertThatThrownBy(() -> Times.instant(text)).isInstanceOf(DateTimeParseException.class);
    }

    @Test
    void endOf_aDate_isTheNextMidnight_ofAnInstantTheNextMillisecond() {
        assertThat(Times.endOf("2025-12-31")).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(Times.endOf("2025-12-31T23:59:59Z")).isEqualTo(Instant.parse("2025-12-31T23:59:59.001Z"));
    }

    @Test
    void date_ofATime_isItsDayInUtc() {
        assertThat(Times.date("2025-11-25T23:30:00-05:00")).isEqualTo(LocalDate.parse("2025-11-26"));
        assertThat(Times.start(LocalDate.parse("2025-11-26"))).isEqualTo(Instant.parse("2025-11-26T00:00:00Z"));
    }

    @Test
    void localTimes_agreeWithTheJdk() {
        long seed = Long.getLong("walk.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            long millis = random.nextLong(-2_000_000_000_000L, 8_000_000_000_000L);
            JsonOut out = JsonOut.local();
            LocalTimes.writeMillis(out, millis);
            LocalDateTime expected = LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
            assertThat(LocalDateTime.parse(out.toString().replace("Z", "")))
                    .as("seed %s, millis %s", seed, millis)
                    .isEqualTo(expected);
        }
    }

    @Test
    void localTimes_knowLeapDaysAndCenturies() {
        for (String day : new String[] {"1970-01-01", "2000-02-29", "2024-02-29", "2100-03-01", "1900-02-28"}) {
            JsonOut out = JsonOut.local();
            LocalTimes.date(out, LocalDate.parse(day).toEpochDay());
            assertThat(out).hasToString(day);
        }
    }
}
