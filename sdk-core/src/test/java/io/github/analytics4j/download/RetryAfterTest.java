package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

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
