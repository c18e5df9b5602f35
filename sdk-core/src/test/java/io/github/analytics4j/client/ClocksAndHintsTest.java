package io.github.analytics4j.client;

import static io.github.analytics4j.client.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.error.ApiException.RateLimitException;
import io.github.analytics4j.retry.RateLimiter;
import io.github.analytics4j.retry.RetryPolicy;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clock that somebody sets, and servers that say times nobody can mean. */
class ClocksAndHintsTest {
    private final FakeTime time = new FakeTime();

    @AutoClose
    private final ScriptedServer server = new ScriptedServer();

    private TestApi.Builder limited(int perMinute) {
        return TestApi.client(server.url()).time(time).random(() -> 0).rateLimit(RateLimiter.perMinute(perMinute));
    }

    private static ApiResponse<?> get(ApiClient client) {
        return client.transport().prepare(TestApi.GET, Ask.NOTHING).response();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, -24, 24})
    void limiter_clockIsSet_countsOnAsBefore(int hours) {
        server.times(3, json(200, TestApi.GOOD));
        try (ApiClient client = limited(1).build()) {
            get(client);
            time.setClock(Duration.ofHours(hours));
            time.advance(Duration.ofSeconds(20));
            get(client);
        }
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(40));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void limiter_clockIsSetAfterTheServersWord_keepsToItsWait(int hours) {
        server.then(
                json(200, TestApi.GOOD, "X-RateLimit-Remaining: 0", "X-RateLimit-Reset: 1795233617"),
                json(200, TestApi.GOOD));
        try (ApiClient client = limited(100).build()) {
            get(client);
            time.setClock(Duration.ofHours(hours));
            get(client);
        }
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(17));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-RateLimit-Reset: 99999999999",
                "X-RateLimit-Reset: 99999999999999",
                "X-RateLimit-Reset: 999999999",
                "X-RateLimit-Reset: 9223372036854775807"
            })
    void reset_absurdOnAGoodResponse_isIgnoredAndSaid(String header) {
        server.times(2, json(200, TestApi.GOOD, "X-RateLimit-Remaining: 0", header));
        Recorder events = new Recorder();
        try (ApiClient client = limited(100).listener(events).build()) {
            ApiResponse<?> first = get(client);
            get(client);

            assertThat(first.rateLimit().reset()).isNull();
            assertThat(first.deviations())
                    .singleElement()
                    .satisfies(said -> assertThat(said.path()).isEqualTo("header X-RateLimit-Reset"));
        }
        assertThat(time.waits()).isEmpty();
        assertThat(server.count()).isEqualTo(2);
        assertThat(events.all()).contains("unexpected 1");
    }

    @Test
    void reset_absurdInStrictMode_isNoReasonToRefuseTheBody() {
        server.then(json(200, TestApi.GOOD, "X-RateLimit-Reset: 99999999999"));
        try (ApiClient client = limited(100).strict(true).build()) {
            assertThat(get(client).value()).isEqualTo(TestApi.VALUE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Retry-After: 999999999999999",
                "Retry-After: 99999999999999999999999",
                "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT",
                "X-RateLimit-RetryAfter: 999999999999999",
                "X-RateLimit-Reset: 99999999999"
            })
    void hint_absurd_isIgnoredAndSaid_andHoldsNobodyBack(String header) {
        String name = header.substring(0, header.indexOf(':'));
        server.then(json(429, "", header), json(429, "", header), json(200, TestApi.GOOD));
        RateLimiter limiter = RateLimiter.perMinute(100);
        try (ApiClient client = limited(100).rateLimit(limiter).build();
                ApiClient once =
                        limited(100).rateLimit(limiter).retry(RetryPolicy.NONE).build()) {
            assertThatThrownBy(() -> get(once))
                    .isInstanceOf(RateLimitException.class)
                    .hasMessage("test.things.list: 429: too many requests; its " + name
                            + " says no time within 31 days and is ignored");
            ApiResponse<?> good = get(client);

            assertThat(good.attempts().get(0).failure())
                    .isEqualTo("429: too many requests; its " + name + " says no time within 31 days and is ignored");
        }
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void hint_overTheCap_holdsTheLimiterBackForTheCapAlone() {
        server.then(json(429, "", "Retry-After: 86400"), json(200, TestApi.GOOD));
        try (ApiClient client = limited(100).build()) {
            assertThatThrownBy(() -> get(client)).hasMessageContaining("asks to wait 24 h, more than the cap of 60 s");
            get(client);
        }
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(60));
    }

    @Test
    void reset_overTheCap_holdsTheLimiterBackForTheCapAlone() {
        long inTwoHours = FakeTime.START.plusSeconds(7200).getEpochSecond();
        server.then(
                json(200, TestApi.GOOD, "X-RateLimit-Remaining: 0", "X-RateLimit-Reset: " + inTwoHours),
                json(200, TestApi.GOOD));
        try (ApiClient client = limited(100)
                .retry(RetryPolicy.DEFAULT.hintCap(Duration.ofSeconds(30)))
                .build()) {
            assertThat(get(client).rateLimit().reset()).isEqualTo(FakeTime.START.plusSeconds(7200));
            get(client);
        }
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(30));
    }
}
