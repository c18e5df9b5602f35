package io.github.analytics4j.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Buckets, periods and what else is a text with a meaning. */
class TextValuesTest {
    @ParameterizedTest
    @CsvSource({
        "0-30, 0, 30",
        "30-60, 30, 60",
        "300+, 300,",
        "0.5-1.5, 0.5, 1.5",
        "' 1 - 2 ', 1, 2",
        "7, 7,",
        "'', ,",
        "fast, ,",
        "1-, ,",
        "-1, ,",
        "1-2-3, ,",
        "12345678901234567890-2, ,",
        "0\u20135, 0, 5"
    })
    void bucket_anyText_offersWhatItShows(String text, BigDecimal lower, BigDecimal upper) {
        HistogramBucket bucket = new HistogramBucket(text);
        assertThat(bucket.lower()).isEqualTo(lower);
        assertThat(bucket.upper()).isEqualTo(upper);
        assertThat(bucket).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-22/2026-03-31, 2026-03-22, 2026-03-31",
        "2026-03-22, 2026-03-22, 2026-03-22",
        "2026-03-22/, 2026-03-22,",
        "/2026-03-31, , 2026-03-31",
        "2026-02-30/2026-03-31, , 2026-03-31",
        "2026-03-22T10:00:00Z/2026-03-31T10:00:00Z, 2026-03-22, 2026-03-31",
        "last week, ,",
        "'', ,",
        "a/b/c, ,"
    })
    void period_anyText_offersWhatItShows(String text, LocalDate start, LocalDate end) {
        DatePeriod period = new DatePeriod(text);
        assertThat(period.start()).isEqualTo(start);
        assertThat(period.end()).isEqualTo(end);
        assertThat(period).hasToString(text);
    }

    @Test
    void period_ofTwoDays_isTheirText() {
        assertThat(DatePeriod.of(LocalDate.of(2026, 3, 22), LocalDate.of(2026, 3, 31)))
                .isEqualTo(new DatePeriod("2026-03-22/2026-03-31"));
    }

    @Test
    void dateOrTime_eitherOfTwo_saysWhich() {
        DateOrTime day = DateOrTime.of(LocalDate.of(2026, 2, 1));
        DateOrTime time = DateOrTime.of(Instant.parse("2026-02-01T00:00:00Z"));

        assertThat(day).hasToString("2026-02-01").isNotEqualTo(time);
        assertThat(time)
                .hasToString("2026-02-01T00:00:00Z")
                .isEqualTo(DateOrTime.of(Instant.parse("2026-02-01T00:00:00Z")));
        assertThat(day.toInstant()).isEqualTo(time.toInstant()).isEqualTo(time.time());
        assertThat(day.date()).isEqualTo("2026-02-01");
        assertThat(day.time()).isNull();
        assertThat(time.date()).isNull();
        assertThat(day.hashCode())
                .isEqualTo(DateOrTime.of(LocalDate.of(2026, 2, 1)).hashCode());
    }

    @Test
    void type_namesItself() {
        assertThat(HistogramBucket.TYPE).hasToString("HistogramBucket");
        assertThat(DatePeriod.TYPE.name()).isEqualTo("DatePeriod");
        assertThat(Mood.TYPE.parse("new").text()).isEqualTo("new");
    }

    @FuzzTest(maxDuration = "5m")
    void bucket_fuzzed_neverThrows(FuzzedDataProvider data) {
        HistogramBucket bucket = new HistogramBucket(data.consumeRemainingAsString());
        if (bucket.upper() != null) {
            assertThat(bucket.lower()).isNotNull();
        }
    }

    @FuzzTest(maxDuration = "5m")
    void period_fuzzed_neverThrows(FuzzedDataProvider data) {
        DatePeriod period = new DatePeriod(data.consumeRemainingAsString());
        assertThat(period.start() == null || period.start().getYear() >= 0).isTrue();
        assertThat(period.end() == null || period.end().getYear() >= 0).isTrue();
    }
}
