package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times and durations at the ends of what Java can tell: refused in one sentence, or taken as what they mean. */
@Timeout(60)
class BoundsTest {
    private static final Duration LONGEST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
    private static final String YEARS = ": must be in the years 1970 to 8999, was ";

    private final Sandbox sandbox = Sandbox.builder()
            .clock(new ManualClock(Instant.parse("2026-03-01T12:00:00Z")))
            .calls(30)
            .start();
    private final SynthflowSandbox api = sandbox.synthflow();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private static void assertRefused(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    private void assertServes() throws Exception {
        for (VendorSandbox vendor : sandbox.vendors()) {
            String path = vendor == api
                    ? "/calls?model_id=" + api.modelId()
                    : vendor == sandbox.voisnap() ? "/api/v1/analytics/overview" : "/analytics/overview";
            assertThat(TestClient.get(vendor, path).statusCode()).isEqualTo(200);
        }
        assertThat(sandbox.takeFailures()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1000000000-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999Z",
                "9000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z"
            })
    void timesOfRows_outsideTheCalendar(String text) throws Exception {
        Instant time = Instant.parse(text);
        String id = api.calls().id(3);

        assertRefused("startedAt" + YEARS + time, () -> api.calls().add(call -> call.startedAt(time)));
        assertRefused("startedAt" + YEARS + time, () -> api.calls().change(id, call -> call.startedAt(time)));
        assertRefused(
                "createdAt" + YEARS + time,
                () -> api.calls().add(call -> call.withoutStart().createdAt(time)));
        assertRefused("endsAt" + YEARS + time, () -> api.calls().add(call -> call.endsAt(time)));
        for (RowLog log : List.of(
                api.calls(),
                sandbox.synaptiq().activity(),
                sandbox.voisnap().conversations(),
                sandbox.callops().sttEvents())) {
            long size = log.size();
            assertRefused("time" + YEARS + time, () -> log.insertAt(time, 2));
            assertThat(log.size()).isEqualTo(size);
        }
        assertServes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "8999-12-31T23:59:59.999Z"})
    void timesOfRows_atTheEndsOfTheCalendar_areTaken(String text) throws Exception {
        Instant time = Instant.parse(text);

        sandbox.synaptiq().activity().insertAt(time, 2);
        sandbox.voisnap().conversations().insertAt(time, 2);
        sandbox.callops().sttEvents().insertAt(time, 2);
        api.calls().add(call -> call.startedAt(time));

        assertServes();
    }

    @Test
    void lengthsOfCalls() throws Exception {
        String rule = "duration: must be a century at most and end in the year 8999 or before, was ";
        Instant late = Instant.parse("8999-12-31T00:00:00Z");
        assertRefused(
                rule + LONGEST + " from 2026-03-01T12:00:00Z on",
                () -> api.calls().add(call -> call.duration(LONGEST)));
        assertRefused(
                rule + "PT48H from " + late + " on",
                () -> api.calls().add(call -> call.startedAt(late).duration(Duration.ofDays(2))));
        api.calls().add(call -> call.duration(Duration.ofDays(36_500)));
        api.calls().add(SandboxCall::inProgress);

        assertServes();
    }

    @Test
    void latencyAndLimits() throws Exception {
        assertRefused("latency: must be at most PT24H, was " + LONGEST, () -> sandbox.latency(LONGEST));
        assertRefused(
                "latency: must be at most PT24H, was PT24H0.001S",
                () -> Sandbox.builder().latency(Duration.ofDays(1).plusMillis(1)));
        for (VendorSandbox vendor : sandbox.vendors()) {
            assertRefused(
                    "rateLimit: the window must be a century at most, was " + LONGEST,
                    () -> vendor.rateLimit(9, LONGEST));
            vendor.rateLimit(9, Duration.ofDays(36_500));
        }

        assertServes();
    }

    @Test
    void rulesAndWaits_areForEver() throws Exception {
        sandbox.faults().outage(LONGEST);
        sandbox.advance(Duration.ofDays(20_000));
        assertThat(TestClient.get(sandbox.synaptiq(), "/analytics/overview").statusCode())
                .isEqualTo(503);
        sandbox.faults().clear();
        sandbox.reset();
        sandbox.synaptiq()
                .faults()
                .onAny()
                .times(1)
                .show(Fault.delay(LONGEST).after(LONGEST).then(Fault.slowBody(1, LONGEST)));
        var never = TestClient.HTTP.sendAsync(
                TestClient.request(sandbox.synaptiq().baseUrl() + "/analytics/overview")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(sandbox.synaptiq().requests().await(1, LONGEST)).hasSize(1);
        assertThat(never).isNotDone();
        sandbox.voisnap().reports().readyAfter(LONGEST);
        assertThat(TestClient.send(Voisnap.create(sandbox.voisnap())).statusCode())
                .isEqualTo(202);
        String report = sandbox.voisnap().reports().created().get(0).reportId();
        sandbox.advance(Duration.ofDays(5));
        assertThat(TestClient.get(sandbox.voisnap(), "/api/v1/reports/" + report + "/download")
                        .statusCode())
                .isEqualTo(409);
        sandbox.storage().put("f.csv", StorageFile.generated(1, 10));
        sandbox.storage().linkLife(LONGEST);
        URI link = sandbox.storage().link("f.csv");
        sandbox.advance(Duration.ofDays(20_000));
        assertThat(TestClient.send(TestClient.request(link.toString())).statusCode())
                .isEqualTo(200);
        assertRefused(
                "dateClock" + YEARS + Instant.MAX, () -> sandbox.dateClock(Clock.fixed(Instant.MAX, ZoneOffset.UTC)));
        assertThat(sandbox.takeFailures()).isEmpty();
    }
}
