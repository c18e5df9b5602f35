package io.github.analytics4j.client;

import static io.github.analytics4j.client.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.analytics4j.client.ClientListener.CallInfo;
import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.error.SdkException.Attempt;
import io.github.analytics4j.retry.RetryPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that the pool believes to be open and the server, or something on the way, has given up. */
class StaleConnectionTest {
    private final FakeTime time = new FakeTime();
    private ScriptedServer server;
    private OkHttpClient users;

    @BeforeEach
    void open() throws IOException {
        server = new ScriptedServer();
        users = new OkHttpClient();
    }

    @AfterEach
    void close() throws IOException {
        users.dispatcher().executorService().shutdown();
        users.connectionPool().evictAll();
        server.close();
    }

    private TestApi.Builder client() {
        return TestApi.client(server.url()).time(time).random(() -> 0.5);
    }

    private static Invocation<Map<String, Long>> get(ApiClient client) {
        return client.transport().prepare(TestApi.GET, Ask.NOTHING);
    }

    /** Leaves so many idle connections in the pool. */
    private void warm(ApiClient client, int connections) {
        CyclicBarrier together = new CyclicBarrier(connections);
        server.times(connections, (socket, out) -> {
            try {
                together.await();
            } catch (BrokenBarrierException e) {
                throw new IOException(e);
            }
            return json(200, TestApi.GOOD).give(socket, out);
        });
        List<CompletableFuture<Map<String, Long>>> all = IntStream.range(0, connections)
                .mapToObj(i -> get(client).executeAsync())
                .toList();
        all.forEach(CompletableFuture::join);
        assertThat(server.openConnections()).isEqualTo(connections);
    }

    private static Stream<Arguments> staleOnes() {
        return Stream.of(1, 5)
                .flatMap(idle -> Stream.of(true, false)
                        .flatMap(reset -> Stream.of(RetryPolicy.DEFAULT, RetryPolicy.NONE)
                                .flatMap(policy ->
                                        Stream.of(true, false).map(own -> Arguments.of(idle, reset, policy, own)))));
    }

    @ParameterizedTest
    @MethodSource("staleOnes")
    void get_staleConnections_goesOutAgainAtNoCost(int idle, boolean reset, RetryPolicy policy, boolean own)
            throws IOException {
        TestApi.Builder builder = client().retry(policy);
        try (ApiClient client = (own ? builder : builder.httpClient(users)).build()) {
            warm(client, idle);
            server.endConnections(reset);
            server.times(2, json(200, TestApi.GOOD));

            ApiResponse<Map<String, Long>> response = get(client).response();

            assertThat(response.value()).isEqualTo(TestApi.VALUE);
            assertThat(response.attempts()).hasSize(1);
            assertThat(get(client).executeAsync().join()).isEqualTo(TestApi.VALUE);
        }
        assertThat(time.waits()).isEmpty();
        assertThat(server.count()).isEqualTo(idle + 2);
    }

    @Test
    void get_staleConnection_listenerHearsOfIt() throws IOException {
        List<String> heard = new CopyOnWriteArrayList<>();
        ClientListener listener = new ClientListener() {
            @Override
            public void attemptStarted(CallInfo call, int number) {
                heard.add("started " + number);
            }

            @Override
            public void sentAgain(CallInfo call, String reason) {
                heard.add("again: " + reason);
            }

            @Override
            public void attemptEnded(CallInfo call, Attempt attempt) {
                heard.add("ended " + attempt.number());
            }
        };
        try (ApiClient client = client().listener(listener).build()) {
            warm(client, 1);
            heard.clear();
            server.endConnections(false);
            server.then(json(200, TestApi.GOOD));

            get(client).execute();

            assertThat(heard).containsExactly("started 1", "again: the response broke off", "ended 1");
        }
    }

    @Test
    void get_staleConnection_costsNoBudget() throws IOException {
        try (ApiClient client = client().retry(RetryPolicy.DEFAULT.budget(0)).build()) {
            for (int i = 0; i < 20; i++) {
                server.then(json(200, TestApi.GOOD));
                assertThat(get(client).response().attempts()).hasSize(1);
                server.endConnections(true);
            }
        }
    }

    @Test
    void get_staleConnectionAndABadServer_endsAsUsual() throws IOException {
        try (ApiClient client = client().build()) {
            warm(client, 5);
            server.endConnections(true);
            server.times(20, ScriptedServer.reset());

            NoResponseException failure = catchThrowableOfType(
                    NoResponseException.class, () -> get(client).execute());

            assertThat(failure.attempts()).hasSize(4);
            assertThat(server.count()).isEqualTo(5 + 4);
        }
    }

    @Test
    void get_serverThatEndsEveryReusedConnection_isAskedOnEachOnceMore() {
        try (ApiClient client = client().retry(RetryPolicy.NONE).build()) {
            for (int i = 0; i < 20; i++) {
                server.then((socket, out) -> {
                    json(200, TestApi.GOOD).give(socket, out);
                    return false;
                });
                assertThat(get(client).response().attempts()).hasSize(1);
            }
        }
        assertThat(server.count()).isEqualTo(20);
    }

    private static final List<String> INTERIM = List.of(
            "HTTP/1.1 100 Continue\r\n\r\n",
            "HTTP/1.1 102 Processing\r\n\r\n",
            "HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n",
            "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 O");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void get_reusedConnectionEndsAfterAnInterimResponse_goesOutAgainAtNoCost(int which) throws IOException {
        for (boolean async : new boolean[] {true, false}) {
            try (ApiClient client = client().retry(RetryPolicy.NONE).build()) {
                warm(client, 1);
                server.then(ScriptedServer.raw(INTERIM.get(which)), json(200, TestApi.GOOD));

                ApiResponse<Map<String, Long>> response =
                        async ? get(client).responseAsync().join() : get(client).response();

                assertThat(response.value()).isEqualTo(TestApi.VALUE);
                assertThat(response.attempts()).hasSize(1);
                server.endConnections(false);
            }
        }
        assertThat(server.count()).isEqualTo(2 * 3);
        assertThat(time.waits()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void get_newConnectionEndsAfterAnInterimResponse_counts(int which) {
        try (ApiClient client = client().build()) {
            server.then(ScriptedServer.raw(INTERIM.get(which)), json(200, TestApi.GOOD));

            assertThat(get(client).response().attempts()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void post_connectionEndsAfterAnInterimResponse_isSentOnce(int which) throws IOException {
        try (ApiClient client = client().build()) {
            warm(client, 1);
            server.times(2, ScriptedServer.raw(INTERIM.get(which)));

            NoResponseException failure = catchThrowableOfType(
                    NoResponseException.class,
                    () -> client.transport().prepare(TestApi.POST, Ask.NOTHING).execute());

            assertThat(failure.mayHaveBeenCarriedOut()).isTrue();
        }
        assertThat(server.count()).isEqualTo(1 + 1);
    }

    @Test
    void download_reusedConnectionEndsAfterAnInterimResponse_costsNoTry() throws IOException {
        try (ApiClient client = client().build()) {
            warm(client, 1);
            server.then(json(302, "", "Location: " + server.url() + "/file"));
            server.then(ScriptedServer.raw(INTERIM.get(2)));
            server.then(ScriptedServer.whole(200, "text/csv", "id,cost\nc-1,0.25".getBytes(StandardCharsets.UTF_8)));
            ByteArrayOutputStream file = new ByteArrayOutputStream();

            client.transport()
                    .download(TestApi.FILE, Ask.NOTHING)
                    .with(o -> o.maxFruitlessTries(1))
                    .transferTo(file);

            assertThat(file).hasToString("id,cost\nc-1,0.25");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void get_idleConnectionGivenUpWithA408_goesOutAgainAtNoCost(boolean own) throws IOException {
        TestApi.Builder builder = client().retry(RetryPolicy.NONE);
        try (ApiClient client = (own ? builder : builder.httpClient(users)).build()) {
            server.then(
                    (socket, out) -> {
                        json(200, TestApi.GOOD).give(socket, out);
                        return json(408, "", "Connection: close").give(socket, out);
                    },
                    json(200, TestApi.GOOD),
                    json(200, TestApi.GOOD));
            get(client).execute();

            assertThat(get(client).response().attempts()).hasSize(1);
        }
    }

    @Test
    void get_408OnANewConnection_counts() {
        try (ApiClient client = client().build()) {
            server.then(json(408, "", "Connection: close"), json(200, TestApi.GOOD));
            assertThat(get(client).response().attempts()).hasSize(2);
        }
    }

    @Test
    void get_leftoversOfAnAnswerOnTheConnection_goesOutAgain() {
        try (ApiClient client = client().retry(RetryPolicy.NONE).build()) {
            server.then(
                    (socket, out) -> {
                        json(200, TestApi.GOOD).give(socket, out);
                        out.write("more than was announced".getBytes(StandardCharsets.UTF_8));
                        out.flush();
                        return true;
                    },
                    json(200, TestApi.GOOD),
                    json(200, TestApi.GOOD));

            assertThat(get(client).execute()).isEqualTo(TestApi.VALUE);
            assertThat(get(client).execute()).isEqualTo(TestApi.VALUE);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void get_connectionsThatFellSilent_areLeftAfterOne(boolean own) throws IOException {
        try (Relay relay = new Relay(server.port())) {
            TestApi.Builder builder = TestApi.client("http://127.0.0.1:" + relay.port())
                    .time(time)
                    .random(() -> 0.5)
                    .attemptTimeout(Duration.ofMillis(300));
            try (ApiClient client = (own ? builder : builder.httpClient(users)).build()) {
                warm(client, 5);
                relay.silence();
                server.times(2, json(200, TestApi.GOOD));

                assertThat(get(client).response().attempts()).hasSize(2);
                assertThat(get(client).response().attempts()).hasSize(1);
                assertThat(server.count()).isEqualTo(5 + 2);
            }
        }
    }

    @Test
    void get_afterAConnectionFailed_opensANewOne() {
        try (ApiClient client = client().build()) {
            warm(client, 3);
            Set<Socket> used = ConcurrentHashMap.newKeySet();
            server.then(
                    (socket, out) -> {
                        used.add(socket);
                        return ScriptedServer.resetInBody("{").give(socket, out);
                    },
                    (socket, out) -> {
                        used.add(socket);
                        return json(200, TestApi.GOOD).give(socket, out);
                    });
            int before = server.accepted();

            assertThat(get(client).response().attempts()).hasSize(2);

            assertThat(used).hasSize(2);
            assertThat(server.accepted()).isEqualTo(before + 1);
        }
    }

    @Test
    void post_always_opensANewConnection() throws IOException {
        try (ApiClient client = client().retry(RetryPolicy.NONE).build()) {
            warm(client, 5);
            server.endConnections(true);
            server.then(json(200, TestApi.GOOD));

            assertThat(client.transport().prepare(TestApi.POST, Ask.NOTHING).execute())
                    .isEqualTo(TestApi.VALUE);
        }
        assertThat(server.count()).isEqualTo(5 + 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void download_staleConnections_costNoTry(boolean ofTheApi) throws IOException {
        try (ApiClient client = client().build()) {
            warm(client, 5);
            if (ofTheApi) {
                server.endConnections(true);
            } else {
                server.then((socket, out) -> {
                    json(302, "", "Location: " + server.url() + "/file").give(socket, out);
                    server.endConnections(false);
                    return false;
                });
            }
            server.then(ScriptedServer.whole(200, "text/csv", "id,cost\nc-1,0.25".getBytes(StandardCharsets.UTF_8)));
            ByteArrayOutputStream file = new ByteArrayOutputStream();

            client.transport()
                    .download(TestApi.FILE, Ask.NOTHING)
                    .with(o -> o.maxFruitlessTries(1))
                    .transferTo(file);

            assertThat(file).hasToString("id,cost\nc-1,0.25");
        }
    }

    @Test
    void download_connectionsThatFellSilent_areLeftAfterOne() throws IOException {
        try (Relay relay = new Relay(server.port());
                ApiClient client =
                        TestApi.client("http://127.0.0.1:" + relay.port()).build()) {
            warm(client, 5);
            server.then(json(302, "", "Location: http://127.0.0.1:" + relay.port() + "/file"));
            server.then((socket, out) -> {
                relay.silence();
                return false;
            });
            server.then(ScriptedServer.whole(200, "text/csv", "id,cost\nc-1,0.25".getBytes(StandardCharsets.UTF_8)));
            ByteArrayOutputStream file = new ByteArrayOutputStream();

            client.transport()
                    .download(TestApi.FILE, Ask.NOTHING)
                    .with(o -> o.maxFruitlessTries(2).stallTimeout(Duration.ofMillis(300)))
                    .transferTo(file);

            assertThat(file).hasToString("id,cost\nc-1,0.25");
        }
    }
}
