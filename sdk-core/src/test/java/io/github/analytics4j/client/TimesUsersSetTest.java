package io.github.analytics4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.download.DownloadOptions;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.RequestChecks;
import io.github.analytics4j.page.DateWindow;
import io.github.analytics4j.page.Page;
import io.github.analytics4j.page.PageSource;
import io.github.analytics4j.page.Paged;
import io.github.analytics4j.page.TimeWindow;
import io.github.analytics4j.page.WalkSpec;
import io.github.analytics4j.retry.RateLimiter;
import io.github.analytics4j.retry.RetryPolicy;
import io.github.analytics4j.retry.RetryRules.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every time a user can set: what cannot be counted with is refused where it is set, by its name. */
class TimesUsersSetTest {
    private static final Duration CENTURIES = Duration.ofDays(300 * 365);
    private static final Duration LONGEST = Duration.ofDays(36_500);
    private static final String TOO_LONG = " must be at most 36500 days, was ";

    private static TestApi.Builder client() {
        return TestApi.client("http://127.0.0.1:1");
    }

    private static Arguments setting(String name, Consumer<Duration> setter) {
        return Arguments.of(name, setter);
    }

    static Stream<Arguments> settings() {
        return Stream.of(
                setting(
                        "ClientOptions: attemptTimeout",
                        d -> client().attemptTimeout(d).build()),
                setting("ClientOptions: deadline", d -> client().deadline(d).build()),
                setting("RequestOptions: deadline", d -> RequestOptions.of(o -> o.deadline(d))),
                setting("RequestOptions: attemptTimeout", d -> RequestOptions.of(o -> o.attemptTimeout(d))),
                setting("RetryPolicy: baseDelay", RetryPolicy.DEFAULT::baseDelay),
                setting("RetryPolicy: maxDelay", RetryPolicy.DEFAULT::maxDelay),
                setting("RetryPolicy: hintCap", RetryPolicy.DEFAULT::hintCap),
                setting("RateLimiter: window", d -> RateLimiter.builder().per(d, "a", 1)),
                setting("stallTimeout", d -> DownloadOptions.builder().stallTimeout(d)),
                setting("deadline", d -> DownloadOptions.builder().deadline(d)),
                setting("progressInterval", d -> DownloadOptions.builder().progressInterval(d)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void duration_longerThanNanosecondsCount_isRefusedByName(String name, Consumer<Duration> setter) {
        for (Duration tooLong : List.of(CENTURIES, Duration.ofSeconds(Long.MAX_VALUE))) {
            assertRefused(() -> setter.accept(tooLong), name + TOO_LONG + tooLong);
        }
        setter.accept(LONGEST);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void duration_negative_isRefusedByName(String name, Consumer<Duration> setter) {
        for (Duration negative : List.of(Duration.ofSeconds(-5), Duration.ofSeconds(Long.MIN_VALUE))) {
            assertThatThrownBy(() -> setter.accept(negative))
                    .isInstanceOfAny(IllegalArgumentException.class, InvalidRequestException.class)
                    .hasMessageStartingWith(name + " must ")
                    .hasMessageEndingWith(", was " + negative);
        }
    }

    private static void assertRefused(ThrowingCallable setting, String message) {
        assertThatThrownBy(setting)
                .isInstanceOfAny(IllegalArgumentException.class, InvalidRequestException.class)
                .hasMessage(message);
    }

    @Test
    void retry_longestDelays_areCountedWith() throws Exception {
        FakeTime time = new FakeTime();
        try (ScriptedServer server = new ScriptedServer();
                ApiClient client = TestApi.client(server.url())
                        .time(time)
                        .random(() -> 0.999)
                        .retry(RetryPolicy.DEFAULT
                                .maxAttempts(60)
                                .baseDelay(LONGEST)
                                .maxDelay(LONGEST)
                                .hintCap(LONGEST))
                        .options(o -> o.noDeadline())
                        .build()) {
            server.then(ScriptedServer.json(503, ""), ScriptedServer.json(200, TestApi.GOOD));

            assertThat(client.transport()
                            .prepare(TestApi.GET, TestApi.Ask.NOTHING)
                            .execute())
                    .isEqualTo(TestApi.VALUE);
        }
        assertThat(time.waits())
                .singleElement()
                .satisfies(wait -> assertThat(wait).isLessThan(LONGEST));
    }

    @Test
    void call_longestTimes_isSent() throws Exception {
        try (ScriptedServer server = new ScriptedServer();
                ApiClient client = TestApi.client(server.url())
                        .attemptTimeout(LONGEST)
                        .deadline(LONGEST)
                        .build()) {
            server.times(2, ScriptedServer.json(200, TestApi.GOOD));

            client.transport().prepare(TestApi.GET, TestApi.Ask.NOTHING).execute();
            client.transport()
                    .prepare(TestApi.GET, TestApi.Ask.NOTHING)
                    .executeAsync()
                    .join();
        }
    }

    @Test
    void text_anyDuration_isSaid() {
        assertThat(Durations.text(Duration.ofSeconds(Long.MAX_VALUE))).endsWith("min");
        assertThat(Durations.text(Duration.ofSeconds(Long.MIN_VALUE))).isNotEmpty();
        assertThat(Durations.text(Duration.ofMillis(-5))).isEqualTo("-5 ms");
    }

    @Test
    void progress_intervals_areRefusedOrKept() {
        Paged<String> paged = Paged.of(WalkSpec.offset(
                        "test",
                        PageSource.of(
                                (at, canceler) -> "",
                                at -> CompletableFuture.completedFuture(""),
                                at -> CompletableFuture.completedFuture(""),
                                (at, text) -> Page.of(at, List.of(text), text)))
                .build());
        for (Duration bad : List.of(CENTURIES, Duration.ofNanos(-1))) {
            assertRefused(
                    () -> paged.onProgress(bad, progress -> {}),
                    "onProgress needs an interval of 0 to 36500 days, was " + bad);
        }
        paged.onProgress(Duration.ZERO, progress -> {});
    }

    @Test
    void window_ofAllTime_isCutOrRefused() {
        TimeWindow all = new TimeWindow(Instant.MIN, Instant.MAX);

        assertThat(all.split(Duration.ofSeconds(Long.MAX_VALUE))).containsExactly(all);
        assertThat(all.split(Duration.ofDays(36_500_000L))).hasSizeGreaterThan(10_000);
        assertRefused(
                () -> all.split(Duration.ofNanos(1)),
                "windows of PT0.000000001S between " + Instant.MIN + " and " + Instant.MAX + " are more than 1000000");
    }

    @Test
    void days_ofAllTime_areCutOrRefused() {
        LocalDate almost = LocalDate.MAX.minusDays(10);

        assertThat(new DateWindow(almost, LocalDate.MAX).split(4))
                .containsExactly(
                        new DateWindow(almost, almost.plusDays(3)),
                        new DateWindow(almost.plusDays(4), almost.plusDays(7)),
                        new DateWindow(almost.plusDays(8), LocalDate.MAX));
        assertThat(new DateWindow(almost, LocalDate.MAX).split(Integer.MAX_VALUE))
                .hasSize(1);
        assertRefused(
                () -> new DateWindow(LocalDate.MIN, LocalDate.MAX).split(1),
                "windows of 1 days between " + LocalDate.MIN + " and " + LocalDate.MAX + " are more than 1000000");
    }

    static Stream<Temporal> outside() {
        return Stream.of(
                Instant.MAX,
                Instant.MIN,
                LocalDate.MAX,
                LocalDate.MIN,
                Instant.parse("+10000-01-01T00:00:00Z"),
                LocalDate.of(0, 12, 31));
    }

    @ParameterizedTest
    @MethodSource("outside")
    void requestTime_outsideTheCalendar_isRefusedByName(Temporal time) {
        assertRefused(
                () -> RequestChecks.of("AnyRequest").time("fromDate", time).done(),
                "AnyRequest: fromDate must be in the years 1 to 9999, was " + time);
    }

    @Test
    void requestTime_inTheCalendar_passes() {
        RequestChecks.of("AnyRequest")
                .time("a", null)
                .time("b", LocalDate.of(9999, 12, 31))
                .time("c", LocalDate.of(1, 1, 1))
                .time("d", Instant.parse("9999-12-31T23:59:59.999999999Z"))
                .done();
    }
}
