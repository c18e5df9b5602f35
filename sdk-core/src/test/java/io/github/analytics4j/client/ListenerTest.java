package io.github.analytics4j.client;

import static io.github.analytics4j.client.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.client.ClientListener.CallInfo;
import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.error.SdkException.Attempt;
import io.github.analytics4j.error.UnreadableResponseException;
import io.github.analytics4j.json.Deviation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ListenerTest {
    private final Recorder events = new Recorder();

    @AutoClose
    private final ScriptedServer server = new ScriptedServer();

    private TestApi.Builder client() {
        return TestApi.client(server.url())
                .time(new FakeTime())
                .random(() -> 0.5)
                .listener(events);
    }

    @Test
    void call_thatEndsWell_tellsItsStory() {
        server.then(json(503, ""), json(200, TestApi.GOOD));
        try (ApiClient client = client().build()) {
            client.transport()
                    .prepare(TestApi.GET, Ask.NOTHING.with("limit", 5).with("lead_phone_number", "+1"))
                    .execute();
        }

        assertThat(events.all())
                .containsExactly(
                        "started 1",
                        "ended 1 503: the server failed",
                        "retrying in 250 ms: 503: the server failed",
                        "started 2",
                        "ended 2 200",
                        "finished well after 2");
        assertThat(events.calls())
                .containsOnly(new CallInfo(
                        "test.things.list",
                        "things",
                        "GET",
                        server.url() + "/things/?limit=5&lead_phone_number=%2A%2A%2A"));
    }

    @Test
    void call_thatFails_tellsItsStoryAsyncToo() {
        server.then(json(404, ""));
        try (ApiClient client = client().build()) {
            assertThatThrownBy(() -> client.transport()
                            .prepare(TestApi.GET, Ask.NOTHING)
                            .executeAsync()
                            .join())
                    .hasMessageContaining("404");
        }

        assertThat(events.all())
                .containsExactly(
                        "started 1",
                        "ended 1 404: there is nothing at this address",
                        "finished NotFoundException after 1");
    }

    @Test
    void deviation_lenient_isToldAndHarmless() {
        server.then(json(200, "{\"total\":3,\"odd\":\"x\"}"));
        try (ApiClient client = client().build()) {
            assertThat(client.transport().prepare(TestApi.GET, Ask.NOTHING).execute())
                    .isEqualTo(TestApi.VALUE);
        }

        assertThat(events.all()).contains("unexpected 1", "finished well after 1");
    }

    @Test
    void deviation_strict_isAFailure() {
        server.then(json(200, "{\"total\":3,\"odd\":\"x\"}"));
        try (ApiClient client = client().strict(true).build()) {
            assertThatThrownBy(() ->
                            client.transport().prepare(TestApi.GET, Ask.NOTHING).execute())
                    .isInstanceOfSatisfying(
                            UnreadableResponseException.class,
                            failure -> assertThat(failure.path()).contains("$.odd"))
                    .hasMessageStartingWith(
                            "test.things.list: the response (200, application/json) could not be read: $.odd is not ")
                    .hasMessageContaining(" (strict mode)");
        }
        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    void listener_thatThrows_breaksNothingAndSilencesNobody() {
        server.times(2, json(200, TestApi.GOOD));
        ClientListener angry = new ClientListener() {
            @Override
            public void attemptStarted(CallInfo call, int number) {
                throw new IllegalStateException("no");
            }

            @Override
            public void attemptEnded(CallInfo call, Attempt attempt) {
                throw new IllegalStateException("no");
            }

            @Override
            public void retrying(CallInfo call, Attempt failed, Duration pause, String reason) {
                throw new IllegalStateException("no");
            }

            @Override
            public void waiting(CallInfo call, Duration pause, String reason) {
                throw new IllegalStateException("no");
            }

            @Override
            public void finished(CallInfo call, List<Attempt> attempts, Duration took, @Nullable SdkException failure) {
                throw new IllegalStateException("no");
            }

            @Override
            public void unexpected(CallInfo call, List<Deviation> deviations) {
                throw new IllegalStateException("no");
            }
        };
        try (ApiClient client =
                TestApi.client(server.url()).listener(angry).listener(events).build()) {
            client.transport().prepare(TestApi.GET, Ask.NOTHING).execute();
            client.transport().prepare(TestApi.GET, Ask.NOTHING).executeAsync().join();
        }

        assertThat(events.all()).filteredOn("finished well after 1"::equals).hasSize(2);
    }

    @Test
    void with_moreListeners_hearTheDerivedClientAlone() {
        server.times(2, json(200, TestApi.GOOD));
        Recorder more = new Recorder();
        try (ApiClient client = client().build()) {
            client.transport().prepare(TestApi.GET, Ask.NOTHING).execute();
            client.with(o -> o.listener(more))
                    .transport()
                    .prepare(TestApi.GET, Ask.NOTHING)
                    .execute();
        }

        assertThat(events.all()).hasSize(6);
        assertThat(more.all()).containsExactly("started 1", "ended 1 200", "finished well after 1");
    }
}
