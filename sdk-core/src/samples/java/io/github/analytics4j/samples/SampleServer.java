package io.github.analytics4j.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.client.ApiResponse;
import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.json.JsonValue;
import java.io.IOException;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

/**
 * A server that answers with samples, and a client of it that fails on whatever is not expected.
 *
 * @param <C> the client
 */
public final class SampleServer<C extends AutoCloseable> implements AutoCloseable {

    private final MockWebServer server = new MockWebServer();
    private final C client;

    /**
     * Starts the server.
     *
     * @param path where the API is on it, such as {@code /api/v1}
     * @param open opens a strict client of a base URL
     */
    public SampleServer(String path, Function<String, C> open) throws IOException {
        server.start();
        client = open.apply(server.url(path).toString());
    }

    /** Sends a request that is answered with the sample of its operation; the response encodes to the sample again. */
    public <R> R answer(String json, Function<C, Invocation<R>> prepare, Function<R, String> encode) {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(json)
                .build());
        ApiResponse<R> response = prepare.apply(client).response();
        assertThat(response.deviations()).isEmpty();
        assertThat(JsonValue.parse(encode.apply(response.value()))).isEqualTo(JsonValue.parse(json));
        return response.value();
    }

    @Override
    public void close() throws Exception {
        client.close();
        server.close();
    }
}
