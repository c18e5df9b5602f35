package io.github.analytics4j.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryHintsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");
    private static final long EPOCH = NOW.getEpochSecond();

    private static Duration hint(int status, Map<String, String> headers) {
        return RetryHints.of(status, headers::get, NOW);
    }

    @Test
    void of_allThree_takesTheStandardOne() {
        assertThat(hint(
                        429,
                        Map.of(
                                "Retry-After",
                                "7",
                                "X-RateLimit-RetryAfter",
                                "23",
                                "X-RateLimit-Reset",
                                "" + (EPOCH + 60))))
                .isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void of_vendorHeaders_takesSecondsBeforeReset() {
        assertThat(hint(429, Map.of("X-RateLimit-RetryAfter", "23", "X-RateLimit-Reset", "" + (EPOCH + 60))))
                .isEqualTo(Duration.ofSeconds(23));
        assertThat(hint(429, Map.of("X-RateLimit-Reset", "" + (EPOCH + 60)))).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void of_resetOnAnotherStatus_isNoHint() {
        assertThat(hint(500, Map.of("X-RateLimit-Reset", "" + (EPOCH + 60)))).isNull();
        assertThat(hint(503, Map.of("Retry-After", "2"))).isEqualTo(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @CsvSource({"0,0", " 12 ,12", "1.2,2", "soon,", "-5,", "'',", "1e3,", "99999999999999999999,", "１２,"})
    void of_retryAfterSeconds_readsNumbersAndNothingElse(String text, Long seconds) {
        assertThat(hint(503, Map.of("Retry-After", text)))
                .isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds));
    }

    @Test
    void of_httpDate_countsOnTheServersClock() {
        Map<String, String> headers = Map.of(
                "Date", "Sat, 21 Nov 2026 05:30:00 GMT", // an hour and a half ahead of ours
                "Retry-After", "Sat, 21 Nov 2026 05:30:10 GMT");

        assertThat(hint(503, headers)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void of_httpDateWithoutDate_countsOnOurClock() {
        assertThat(hint(503, Map.of("Retry-After", "Sat, 21 Nov 2026 04:00:30 GMT")))
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(hint(503, Map.of("Retry-After", "Sat, 21 Nov 2026 03:00:30 GMT")))
                .isZero();
    }

    @Test
    void of_resetWithSkewedClock_countsOnTheServersClock() {
        Map<String, String> headers =
                Map.of("Date", "Sat, 21 Nov 2026 05:00:00 GMT", "X-RateLimit-Reset", "" + (EPOCH + 3600 + 15));

        assertThat(hint(429, headers)).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void of_resetInOtherUnits_isGuarded() {
        assertThat(hint(429, Map.of("X-RateLimit-Reset", "" + (EPOCH + 60) * 1000)))
                .isEqualTo(Duration.ofSeconds(60));
        assertThat(hint(429, Map.of("X-RateLimit-Reset", "45"))).isEqualTo(Duration.ofSeconds(45));
        assertThat(hint(429, Map.of("X-RateLimit-Reset", "" + (EPOCH - 60)))).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sat, 21 Nov 2026 04:00:30 GMT",
                "Saturday, 21-Nov-26 04:00:30 GMT",
                "Sat Nov 21 04:00:30 2026",
                "Mon, 21 Nov 2026 04:00:30 GMT"
            })
    void of_httpDate_isReadInItsThreeForms(String date) {
        assertThat(hint(503, Map.of("Retry-After", date))).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void of_oldDateFormsInDate_areTheServersClock() {
        assertThat(hint(
                        503,
                        Map.of(
                                "Date", "Sun Nov  1 05:30:00 2026",
                                "Retry-After", "Sunday, 01-Nov-26 05:30:10 GMT")))
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void of_twoDigitYear_isTheNearest() {
        assertThat(hint(503, Map.of("Retry-After", "Sunday, 06-Nov-94 08:49:37 GMT")))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "Retry-After,999999999999999",
        "Retry-After,'Fri, 31 Dec 9999 23:59:59 GMT'",
        "Retry-After,soon",
        "X-RateLimit-RetryAfter,2678401",
        "X-RateLimit-Reset,99999999999"
    })
    void of_absurd_isNoHintAndNamed(String name, String value) {
        Map<String, String> headers = Map.of(name, value);

        assertThat(hint(429, headers)).isNull();
        assertThat(RetryHints.ignored(headers::get, NOW)).containsExactly(name);
    }

    @Test
    void ignored_whatCanBeMeant_isNotNamed() {
        Map<String, String> headers =
                Map.of("Retry-After", "2678400", "X-RateLimit-RetryAfter", "1", "X-RateLimit-Reset", "" + EPOCH);

        assertThat(RetryHints.ignored(headers::get, NOW)).isEmpty();
        assertThat(RetryHints.ignored(name -> null, NOW)).isEmpty();
    }

    @Test
    void of_nothing_isNoHint() {
        assertThat(hint(429, Map.of())).isNull();
    }

    @Test
    void rateLimit_allHeaders_areReadOnOurClock() {
        Map<String, String> headers = Map.of(
                "X-RateLimit-Limit", "120",
                "X-RateLimit-Remaining", "0",
                "X-RateLimit-Reset", "" + (EPOCH + 90),
                "X-RateLimit-Policy", "analytics-export",
                "Date", "Sat, 21 Nov 2026 04:01:00 GMT");

        assertThat(RateLimitStatus.of(headers::get, NOW))
                .isEqualTo(new RateLimitStatus(120L, 0L, NOW.plusSeconds(30), "analytics-export"));
    }

    @Test
    void rateLimit_noOrUnreadableHeaders_isUnknown() {
        assertThat(RateLimitStatus.of(name -> null, NOW)).isEqualTo(RateLimitStatus.UNKNOWN);
        assertThat(RateLimitStatus.of(Map.of("X-RateLimit-Limit", "many")::get, NOW))
                .isEqualTo(RateLimitStatus.UNKNOWN);
    }

    private static Duration ofHost(String... namesAndValues) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return RetryHints.ofHost(headers::get);
    }

    @Test
    void ofHost_seconds_isRead() {
        assertThat(ofHost("Retry-After", " 7 ")).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void ofHost_date_isMeasuredByTheServersClock() {
        assertThat(ofHost("Retry-After", "Sat, 21 Nov 2026 04:00:30 GMT", "Date", "Sat, 21 Nov 2026 04:00:00 GMT"))
                .isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Saturday, 21-Nov-26 04:00:30 GMT", "Sat Nov 21 04:00:30 2026"})
    void ofHost_dateInAnOldForm_isRead(String date) {
        assertThat(ofHost("Retry-After", date, "Date", "Saturday, 21-Nov-26 04:00:00 GMT"))
                .isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999", "2678401", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void ofHost_absurd_isNoHint(String value) {
        assertThat(ofHost("Retry-After", value, "Date", "Sat, 21 Nov 2026 04:00:00 GMT"))
                .isNull();
    }

    @Test
    void ofHost_nothingToBeRead_isNull() {
        assertThat(ofHost()).isNull();
        assertThat(ofHost("Retry-After", "soon")).isNull();
        assertThat(ofHost("Retry-After", "99999999999999999999")).isNull();
        assertThat(ofHost("Retry-After", "Sat, 21 Nov 2026 04:00:30 GMT")).isNull();
    }
}
