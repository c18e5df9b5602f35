package io.github.analytics4j.benchmarks.clients;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.GZIPInputStream;

/** Reads as a good developer would without an SDK: the JDK's client, Jackson into records, a loop over offsets. */
public abstract class JacksonReader implements Reader {
    /** HTTP/1.1, for over plain text the default costs an attempt to upgrade. */
    final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final ObjectReader pages = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(JacksonCalls.Page.class);

    private JacksonReader() {}

    /** Jackson reads from the stream of the body. */
    public static final class Stream extends JacksonReader {
        @Override
        JacksonCalls.Page fetch(HttpRequest request) throws IOException, InterruptedException {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = isCompressed(response) ? new GZIPInputStream(response.body()) : response.body()) {
                return pages.readValue(body);
            }
        }
    }

    /** The body comes whole into a buffer that is used again, and Jackson reads from its bytes. */
    public static final class Bytes extends JacksonReader {
        private ReusedBuffer body = new ReusedBuffer();
        private final ReusedBuffer unpacked = new ReusedBuffer();

        @Override
        JacksonCalls.Page fetch(HttpRequest request) throws IOException, InterruptedException {
            HttpResponse<ReusedBuffer> response = client.send(request, head -> body.next());
            body = response.body();
            if (!isCompressed(response)) {
                return pages.readValue(body.bytes(), 0, body.length());
            }
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body.bytes(), 0, body.length()))) {
                unpacked.fill(in);
            }
            return pages.readValue(unpacked.bytes(), 0, unpacked.length());
        }
    }

    abstract JacksonCalls.Page fetch(HttpRequest request) throws IOException, InterruptedException;

    static boolean isCompressed(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equals)
                .isPresent();
    }

    @Override
    public Totals read(URI list, long atMost) throws IOException, InterruptedException {
        Totals totals = new Totals();
        while (totals.calls() < atMost) {
            JacksonCalls.Listing listing = fetch(page(list, totals.calls())).response();
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

    private static HttpRequest page(URI list, long offset) {
        return HttpRequest.newBuilder(URI.create(OkHttpPages.page(list, offset)))
                .header("Authorization", "Bearer key")
                .header("Accept-Encoding", "gzip")
                .build();
    }
}
