package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    @Test
    void of_seconds_isRead() {
        assertThat(RetryAfter.of(FakeAnswer.of(503, "Retry-After", " 7 "))).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void of_date_isMeasuredByTheServersClock() {
        assertThat(RetryAfter.of(FakeAnswer.of(
                        503, "Retry-After", "Sat, 21 Nov 2026 04:00:30 GMT", "Date", "Sat, 21 Nov 2026 04:00:00 GMT")))
                .isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Saturday, 21-Nov-26 04:00:30 GMT", "Sat Nov 21 04:00:30 2026"})
    void of_dateInAnOldForm_isRead(String date) {
        assertThat(RetryAfter.of(FakeAnswer.of(503, "Retry-After", date, "Date", "Saturday, 21-Nov-26 04:00:00 GMT")))
                .isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999", "2678401", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void of_absurd_isNoHint(String value) {
        assertThat(RetryAfter.of(FakeAnswer.of(503, "Retry-After", value, "Date", "Sat, 21 Nov 2026 04:00:00 GMT")))
                .isNull();
    }

    @Test
    void of_nothingToBeRead_isNull() {
        assertThat(RetryAfter.of(FakeAnswer.of(503))).isNull();
        assertThat(RetryAfter.of(FakeAnswer.of(503, "Retry-After", "soon"))).isNull();
        assertThat(RetryAfter.of(FakeAnswer.of(503, "Retry-After", "99999999999999999999")))
                .isNull();
        assertThat(RetryAfter.of(FakeAnswer.of(503, "Retry-After", "Sat, 21 Nov 2026 04:00:30 GMT")))
                .isNull();
    }
}
