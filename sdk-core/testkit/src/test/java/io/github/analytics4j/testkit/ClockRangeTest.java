package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clock outside the years 1970 to 8999 is refused, wherever it is set, and stands where it stood. */
class ClockRangeTest {
    private static final Instant NOW = Instant.parse("2026-04-22T16:49:29Z");
    private static final String RULE = "the clock: must be in the years 1970 to 8999, was ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1000000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59Z",
                "1969-12-31T23:59:59.999Z",
                "9000-01-01T00:00:00Z"
            })
    void clock_outsideTheRange_isRefusedEverywhere(String text) throws Exception {
        Instant time = Instant.parse(text);
        ManualClock manual = new ManualClock(NOW);
        try (Sandbox moved = Sandbox.builder().admin().start();
                Sandbox given = Sandbox.builder().clock(manual).admin().start()) {
            refused(time, () -> new ManualClock(time));
            refused(time, () -> manual.set(time));
            refused(time, () -> manual.advance(Duration.between(NOW, time)));
            refused(time, () -> moved.setTime(time));
            refused(time, () -> given.setTime(time));
            refused(time, () -> Sandbox.builder().clock(Clock.fixed(time, ZoneOffset.UTC)));
            for (Sandbox sandbox : List.of(moved, given)) {
                HttpResponse<String> answer = TestClient.send(TestClient.request(sandbox.adminUrl() + "/clock")
                        .PUT(BodyPublishers.ofString("{\"now\":\"" + text + "\"}")));
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
                assertThat(answer.body()).contains("1970", "8999");
                assertThat(TestClient.get(sandbox.callops(), "/analytics/overview")
                                .statusCode())
                        .isEqualTo(200);
            }
            assertThat(manual.instant()).isEqualTo(NOW);
            assertThat(moved.clock().instant()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        }
    }

    @Test
    void advance_byTheLongestDuration_isRefused() {
        ManualClock manual = new ManualClock(NOW);
        for (Duration most : List.of(Duration.ofSeconds(Long.MAX_VALUE), Duration.ofSeconds(Long.MIN_VALUE))) {
            assertThatThrownBy(() -> manual.advance(most))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(RULE + NOW + " moved by " + most);
        }

        assertThat(manual.instant()).isEqualTo(NOW);
    }

    @Test
    void option_outsideTheRange_isToldInOneLine() {
        assertThatThrownBy(() -> SandboxMain.start(
                        List.of("--clock=+1000000-01-01T00:00:00Z"),
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--clock must be in the years 1970 to 8999, was \"+1000000-01-01T00:00:00Z\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "8999-12-31T23:59:59.999Z"})
    void clock_atTheEndsOfTheRange_isTaken(String text) {
        ManualClock manual = new ManualClock(NOW);

        manual.set(Instant.parse(text));

        assertThat(manual.instant()).isEqualTo(text);
        assertThat(new ManualClock(Instant.parse(text)).instant()).isEqualTo(text);
    }

    private static void refused(Instant time, Runnable setting) {
        assertThatThrownBy(setting::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(RULE)
                .hasMessageContaining(time.toString().substring(0, 5));
    }
}
