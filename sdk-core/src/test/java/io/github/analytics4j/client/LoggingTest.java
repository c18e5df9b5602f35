package io.github.analytics4j.client;

import static io.github.analytics4j.client.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.guard.Captured;
import io.github.analytics4j.retry.RetryPolicy;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

class LoggingTest {

    @Test
    void call_withEverySecretInIt_logsWhatIsAllowedAlone() throws IOException {
        try (ScriptedServer server = new ScriptedServer();
                ApiClient client = TestApi.client(server.url())
                        .time(new FakeTime())
                        .random(() -> 0.5)
                        .build()) {
            server.then(
                    json(503, "{\"detail\":\"canary\"}"),
                    json(200, "{\"total\":3,\"odd\":\"canary\"}"),
                    json(404, "{\"detail\":\"canary\"}"));
            Captured.clear();
            Ask ask = Ask.NOTHING
                    .with("limit", 5)
                    .with("lead_phone_number", "+canary")
                    .with(RequestOptions.of(
                            o -> o.extraHeader("X-Canary", "canary").extraQuery("token", "canary")));

            client.transport().prepare(TestApi.GET, ask).execute();
            assertThatThrownBy(
                            () -> client.transport().prepare(TestApi.GET, ask).execute())
                    .hasMessageContaining("404");

            String url = server.url() + "/things/?limit=5&lead_phone_number=%2A%2A%2A&token=%2A%2A%2A";
            assertThat(Captured.lines())
                    .containsExactly(
                            "TRACE test.things.list attempt 1: GET " + url,
                            "DEBUG test.things.list attempt 1: 503: the server failed in 0 ms",
                            "DEBUG test.things.list tries again in 250 ms: 503: the server failed",
                            "TRACE test.things.list attempt 2: GET " + url,
                            "DEBUG test.things.list attempt 2: 200 in 0 ms",
                            "DEBUG test.things.list: 1 deviations from the spec",
                            "TRACE test.things.list: WRONG_TYPE at $.odd",
                            "DEBUG test.things.list GET " + url + ": answered after 2 attempts in 250 ms",
                            "TRACE test.things.list attempt 1: GET " + url,
                            "DEBUG test.things.list attempt 1: 404: there is nothing at this address in 0 ms",
                            "WARN test.things.list GET " + url + ": NotFoundException after 1 attempt in 0 ms");
        }
    }

    @Test
    void call_thatIsPatient_saysWhatItWaitsForWhereOthersHadGivenUp() throws IOException {
        try (ScriptedServer server = new ScriptedServer();
                ApiClient client = TestApi.client(server.url())
                        .time(new FakeTime())
                        .random(() -> 0.5)
                        .retry(RetryPolicy.DEFAULT.maxAttempts(50))
                        .build()) {
            server.times(5, json(503, "{}")).then(json(200, TestApi.GOOD));
            Captured.level(Level.WARN);
            Captured.clear();

            client.transport().prepare(TestApi.GET, Ask.NOTHING).execute();

            assertThat(Captured.lines())
                    .containsExactly(
                            "WARN test.things.list GET " + server.url()
                                    + "/things/: no success after 4 attempts in 1.7 s, tries again in 2 s: 503: the server failed");
        } finally {
            Captured.level(Level.TRACE);
        }
    }

    @Test
    void level_switchedWhileTheClientIsOpen_counts() throws IOException {
        try (ScriptedServer server = new ScriptedServer()) {
            server.times(2, json(200, TestApi.GOOD));
            Captured.level(Level.WARN);
            try (ApiClient client =
                    TestApi.client(server.url()).time(new FakeTime()).build()) {
                Captured.clear();
                client.transport().prepare(TestApi.GET, Ask.NOTHING).execute();
                assertThat(Captured.lines()).isEmpty();
                Captured.level(Level.DEBUG);
                client.transport().prepare(TestApi.GET, Ask.NOTHING).execute();
                assertThat(Captured.lines())
                        .containsExactly(
                                "DEBUG test.things.list attempt 1: 200 in 0 ms",
                                "DEBUG test.things.list GET " + server.url()
                                        + "/things/: answered after 1 attempt in 0 ms");
            } finally {
                Captured.level(Level.TRACE);
            }
        }
    }
}
