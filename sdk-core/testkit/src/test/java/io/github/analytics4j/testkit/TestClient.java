package io.github.analytics4j.testkit;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okio.Buffer;

/** The JDK's own client, so that nothing of the SDK is between a test and the sandbox. */
public final class TestClient {
    static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private TestClient() {}

    static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20));
    }

    /** GET with the API's key. */
    public static HttpResponse<String> get(VendorSandbox api, String pathAndQuery)
            throws IOException, InterruptedException {
        return send(request(api.baseUrl() + pathAndQuery).header("Authorization", "Bearer " + api.apiKey()));
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    public static HttpResponse<byte[]> bytes(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** GET that has to succeed, as a tree of maps, lists, text and doubles. */
    public static Json json(VendorSandbox api, String pathAndQuery) throws IOException, InterruptedException {
        HttpResponse<String> response = get(api, pathAndQuery);
        if (response.statusCode() != 200) {
            throw new AssertionError(pathAndQuery + " -> " + response.statusCode() + " " + response.body());
        }
        return Json.of(response.body());
    }

    /** A JSON value one can walk down. */
    public record Json(Object value) {
        public static Json of(String text) throws IOException {
            JsonReader reader = JsonReader.of(new Buffer().writeUtf8(text));
            Json json = new Json(reader.readJsonValue());
            if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw new AssertionError("more than one value: " + text);
            }
            return json;
        }

        public Json get(String name) {
            if (!has(name)) {
                throw new AssertionError(name + " is not in " + value);
            }
            return new Json(((Map<?, ?>) value).get(name));
        }

        public boolean has(String name) {
            return value instanceof Map<?, ?> map && map.containsKey(name);
        }

        public Json get(int index) {
            return new Json(((List<?>) value).get(index));
        }

        public List<Json> all() {
            return ((List<?>) value).stream().map(element -> new Json(element)).toList();
        }

        public long number() {
            return ((Number) value).longValue();
        }

        public double decimal() {
            return ((Number) value).doubleValue();
        }

        public String text() {
            return (String) value;
        }

        public boolean isNull() {
            return value == null;
        }

        /** The sum of a field over a list. */
        public double sum(String field) {
            return all().stream().mapToDouble(row -> row.get(field).decimal()).sum();
        }
    }
}
