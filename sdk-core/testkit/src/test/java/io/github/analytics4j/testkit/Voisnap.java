package io.github.analytics4j.testkit;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** Requests for reports. */
final class Voisnap {
    static final String ORDER = "{\"type\":\"conversation_summary\",\"dateFrom\":\"2025-06-01\","
            + "\"dateTo\":\"2025-06-30\",\"format\":\"csv\",\"includeFields\":[\"conversationId\",\"cost\"]}";

    private Voisnap() {}

    static HttpRequest.Builder create(VoisnapSandbox api) {
        return create(api, ORDER);
    }

    static HttpRequest.Builder create(VoisnapSandbox api, String body) {
        return TestClient.request(api.baseUrl() + "/api/v1/reports")
                .header("Authorization", "Bearer " + api.apiKey())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    /** Creates a report and returns its id. */
    static String created(VoisnapSandbox api) throws Exception {
        return TestClient.Json.of(TestClient.send(create(api)).body())
                .get("reportId")
                .text();
    }

    static HttpResponse<String> download(VoisnapSandbox api, String id) throws Exception {
        return TestClient.get(api, "/api/v1/reports/" + id + "/download");
    }

    static URI location(HttpResponse<?> response) {
        return URI.create(response.headers().firstValue("Location").orElseThrow());
    }
}
