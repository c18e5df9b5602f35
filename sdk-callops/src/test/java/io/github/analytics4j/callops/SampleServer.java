package io.github.analytics4j.callops;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.client.ApiResponse;
import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.json.JsonValue;
import java.io.IOException;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

/** A server that answers with samples, and a client of it that fails on whatever is not expected. */
final class SampleServer implements AutoCloseable {

    private final MockWebServer server = new MockWebServer();
    private final CallOpsClient client;

    SampleServer() throws IOException {
        server.start();
        client = CallOpsClient.builder()
                .baseUrl(server.url("/api/v1").toString())
                .apiKey("a-key")
                .strict(true)
                .build();
    }

    CallOpsClient client() {
        return client;
    }

    /** Sends a request that is answered with the sample of its operation; the response encodes to the sample again. */
    <R> R answer(String json, Function<CallOpsClient, Invocation<R>> prepare, Function<R, String> encode) {
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
    public void close() {
        client.close();
        server.close();
    }
}
