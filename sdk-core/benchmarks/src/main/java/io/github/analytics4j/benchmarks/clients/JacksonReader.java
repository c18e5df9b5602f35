package io.github.analytics4j.benchmarks.clients;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Reads as a good developer would without an SDK: the JDK's client, Jackson into records, a loop over offsets. */
public final class JacksonReader implements Reader {
    /** HTTP/1.1, for over plain text the default costs an attempt to upgrade. */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final ObjectReader pages = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(JacksonCalls.Page.class);

    @Override
    public Totals read(URI list, long atMost) throws IOException, InterruptedException {
        Totals totals = new Totals();
        while (totals.calls() < atMost) {
            JacksonCalls.Listing listing = fetch(list, totals.calls()).response();
            for (JacksonCalls.Call call : listing.calls()) {
                totals.add(call.duration(), call.transcript());
            }
            if (listing.calls().isEmpty()
                    || totals.calls() >= listing.pagination().totalRecords()) {
                return totals;
            }
        }
        return totals;
    }

    private JacksonCalls.Page fetch(URI list, long offset) throws IOException, InterruptedException {
        URI page = URI.create(list + "/v2/calls?model_id=m-1&limit=" + PAGE + "&offset=" + offset);
        HttpRequest request = HttpRequest.newBuilder(page)
                .header("Authorization", "Bearer key")
                .build();
        try (InputStream body =
                client.send(request, BodyHandlers.ofInputStream()).body()) {
            return pages.readValue(body);
        }
    }
}
