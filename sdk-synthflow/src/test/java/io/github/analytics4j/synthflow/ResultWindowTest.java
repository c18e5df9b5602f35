package io.github.analytics4j.synthflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.page.Checkpoint;
import io.github.analytics4j.page.Walk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The call log of a server that refuses, as search engines do, each page that ends behind its thousandth row. */
final class ResultWindowTest {

    private static final int MOST = 1_000;

    private final MockWebServer server = new MockWebServer();
    private SynthflowClient client;
    private int calls;
    private volatile int most = MOST;

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                HttpUrl url = request.getUrl();
                int offset = Integer.parseInt(Objects.requireNonNull(url.queryParameter("offset")));
                int limit = Integer.parseInt(Objects.requireNonNull(url.queryParameter("limit")));
                if (offset + limit > most) {
                    return new MockResponse.Builder()
                            .code(400)
                            .body("{\"detail\":\"offset + limit must be less than or equal to: [1000]\"}")
                            .build();
                }
                String rows = IntStream.range(offset, Math.min(calls, offset + limit))
                        .mapToObj(i -> "{\"call_id\":\"c-" + i + "\"}")
                        .collect(Collectors.joining(",", "\"calls\":[", "]"));
                return new MockResponse.Builder()
                        .body("{\"status\":\"ok\",\"response\":{\"pagination\":{\"total_records\":" + calls + "},"
                                + rows + "}}")
                        .build();
            }
        });
        server.start();
        client = SynthflowClient.builder()
                .baseUrl(server.url("/v2").toString())
                .apiKey("a-key")
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private Walk<Call> walk(int prefetch) {
        return client.calls()
                .list(r -> r.modelId("m").pageSize(64))
                .prefetch(prefetch)
                .iterator();
    }

    @ParameterizedTest
    @CsvSource({"980, 0", "980, 8", "999, 0", "999, 8"})
    void list_endsBeforeTheRefusedRows_isReadToItsEnd(int rows, int prefetch) throws InterruptedException {
        calls = rows;
        List<String> ids = new ArrayList<>();
        try (Walk<Call> walk = walk(prefetch)) {
            walk.forEachRemaining(call -> ids.add(call.callId()));
            assertThat(walk.report().proven()).as(walk.report().toString()).isTrue();
        }
        assertThat(ids)
                .isEqualTo(IntStream.range(0, rows).mapToObj(i -> "c-" + i).toList());
        assertThat(server.getRequestCount()).isLessThan(40);
        assertThat(refusals()).isBetween(1, prefetch + 1);
    }

    private int refusals() throws InterruptedException {
        int refused = 0;
        for (int left = server.getRequestCount(); left > 0; left--) {
            HttpUrl url = Objects.requireNonNull(server.takeRequest(0, TimeUnit.SECONDS))
                    .getUrl();
            refused += Integer.parseInt(Objects.requireNonNull(url.queryParameter("offset")))
                                    + Integer.parseInt(Objects.requireNonNull(url.queryParameter("limit")))
                            > MOST
                    ? 1
                    : 0;
        }
        return refused;
    }

    /** What lies behind cannot be had; all before it was delivered, and a checkpoint goes on from there. */
    @Test
    void list_goesOn_failsWithTheServersWords_andGoesOnOnceItMay() {
        calls = MOST + 50;
        List<String> ids = new ArrayList<>();
        try (Walk<Call> walk = walk(0)) {
            assertThatThrownBy(() -> walk.forEachRemaining(call -> ids.add(call.callId())))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("offset + limit must be less than or equal to: [1000]");
            assertThat(ids).hasSize(MOST).doesNotHaveDuplicates();
            Checkpoint reached = walk.checkpoint();
            most = 2 * MOST;
            try (Walk<Call> on =
                    client.calls().list(r -> r.modelId("m")).resume(reached).iterator()) {
                on.forEachRemaining(call -> ids.add(call.callId()));
                assertThat(on.report().proven()).isTrue();
            }
            assertThat(ids).hasSize(calls).doesNotHaveDuplicates();
        }
    }
}
