package io.github.analytics4j.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.analytics4j.benchmarks.rows.CallRow;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageServerTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private PageServer server;

    @BeforeEach
    void start() throws IOException {
        server = PageServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void page_unalignedOffset_startsThere() throws Exception {
        JsonNode answer = json("/c/50/0/synthflow/v2/calls?limit=10&offset=7");

        assertThat(answer.at("/response/calls")).hasSize(10);
        assertThat(answer.at("/response/calls/0/call_id").asText()).isEqualTo(new CallRow(7).id());
        assertThat(answer.at("/response/pagination/total_records").asInt()).isEqualTo(50);
    }

    @Test
    void page_lastOne_isShort() throws Exception {
        assertThat(json("/c/25/0/synthflow/v2/calls?limit=10&offset=20").at("/response/calls"))
                .hasSize(5);
    }

    @Test
    void page_beyondTheEnd_isEmpty() throws Exception {
        assertThat(json("/c/25/0/synthflow/v2/calls?limit=10&offset=90").at("/response/calls"))
                .isEmpty();
    }

    @Test
    void page_limitAboveHundred_isHundred() throws Exception {
        assertThat(json("/c/500/0/synthflow/v2/calls?limit=499").at("/response/calls"))
                .hasSize(100);
    }

    @Test
    void page_longerLogLater_isRenderedAnew() throws Exception {
        json("/c/10/0/square/v2/payments");

        assertThat(json("/c/300/0/square/v2/payments?limit=100&cursor=" + new CallRow(250).id())
                        .get("payments"))
                .hasSize(49);
    }

    @Test
    void report_orderThenDownload_redirectsToTheFile() throws Exception {
        HttpRequest order = HttpRequest.newBuilder(uri("/f/100/api/v1/reports"))
                .POST(BodyPublishers.ofString("{\"type\":\"conversation_summary\"}"))
                .build();

        assertThat(client.send(order, BodyHandlers.ofString()).body()).contains("\"reportId\":\"rpt_1\"");
        HttpResponse<String> link = get("/f/100/api/v1/reports/rpt_1/download");
        assertThat(link.statusCode()).isEqualTo(302);
        assertThat(link.headers().firstValue("Location"))
                .contains(uri("/f/100/file").toString());
    }

    @Test
    void file_moreThanABlock_hasItsLength() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/f/3000000/file")).build();

        assertThat(client.send(request, BodyHandlers.ofByteArray()).body()).hasSize(3_000_000);
    }

    @Test
    void anythingElse_isNotFound() throws Exception {
        assertThat(get("/robots.txt").statusCode()).isEqualTo(404);
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        return new ObjectMapper().readTree(get(path).body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create(server.uri() + path);
    }
}
