package io.github.analytics4j.acceptance;

import io.github.analytics4j.sockets.RawServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A raw socket whose every byte is the test's: status line, headers, body, trailers. One request a connection. */
final class PlantingServer implements AutoCloseable {
    private final RawServer server = new RawServer(this::serve);
    private volatile Function<String, String> answers = line -> "";

    /** What to answer a request line with, from here on. */
    void answer(Function<String, String> by) {
        answers = by;
    }

    String url() {
        return server.url();
    }

    private boolean serve(String head, Socket socket) throws IOException {
        socket.setSoTimeout(2_000);
        RawServer.body(head, socket);
        String line = head.split("\r\n", 2)[0];
        OutputStream out = socket.getOutputStream();
        out.write(answers.apply(line).getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        socket.shutdownOutput();
        socket.getInputStream().read(); // until the other side closes: a reset could overtake what was sent
        return false;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** A text planted in one place of a response. */
    record Plant(String place, Function<String, String> response) {}

    private static final List<String> HEADERS = List.of(
            "X-Request-Id: %s",
            "Request-Id: %s",
            "X-Trace-Id: %s",
            "X-Correlation-Id: %s",
            "Content-Type: %s",
            "Content-Type: application/json; charset=%s",
            "Content-Type: application/%s",
            "Content-Encoding: %s",
            "Content-Range: bytes %s",
            "Content-Disposition: attachment; filename=\"%s.csv\"",
            "Content-Disposition: attachment; filename*=UTF-8''%s.csv",
            "Content-Disposition: %s",
            "ETag: \"%s\"",
            "Last-Modified: %s",
            "Location: http://127.0.0.1:9/%s?sig=%s",
            "Location: http://%s.localhost:9/",
            "Location: %s",
            "Retry-After: %s",
            "X-RateLimit-Limit: %s",
            "X-RateLimit-Remaining: %s",
            "X-RateLimit-Reset: %s",
            "X-RateLimit-RetryAfter: %s",
            "x-amz-checksum-sha256: %s",
            "Content-MD5: %s",
            "Digest: sha-256=%s",
            "Set-Cookie: a=%s",
            "WWW-Authenticate: Bearer realm=\"%s\"",
            "Date: %s",
            "Server: %s",
            "%s: of a name",
            "%s");

    private static final List<String> REFUSALS = List.of(
            "{\"error\":{\"code\":\"%s\",\"message\":\"no such key %s\",\"request_id\":\"%s\"}}",
            "{\"error\":\"%s\",\"message\":\"%s\",\"traceId\":\"%s\"}",
            "{\"detail\":[{\"loc\":[\"query\",\"%s\"],\"msg\":\"%s\"}]}",
            "{\"detail\":{\"status\":\"error\",\"description\":\"%s\",\"category\":\"%s\"}}",
            "{\"type\":\"https://x.example/%s\",\"title\":\"%s\",\"status\":400}",
            "{\"errors\":[\"%s\"]}",
            "{\"%s\":\"of a name\"}",
            "<html><head><title>%s</title></head><body>%s</body></html>",
            "<Error><Code>AccessDenied</Code><Message>%s</Message></Error>",
            "%s",
            "no such key: %s, which begins with %s");

    private static final List<String> SUCCESSES = List.of(
            "{\"%s\": oops}",
            "{\"status\":\"ok\",\"%s\":[1,",
            "{\"status\":\"ok\",\"response\":{\"calls\":[{\"%s\":{]",
            "{\"duration_metrics\":{\"total_calls\":\"%s\"},\"%s\":1}",
            "{\"response\":{\"calls\":[{\"collected_variables\":{\"a\":{\"%s\":[}",
            "{\"status\":\"ok\",\"response\":\"%s\"}",
            "{\"status\":\"error\",\"message\":\"%s\"}",
            "{\"error\":\"%s\"}",
            "{\"reportId\":7,\"status\":\"%s\"}",
            "[\"%s\"]",
            "\"%s\"");

    static List<Plant> plants() {
        List<Plant> all = new ArrayList<>();
        for (String start : List.of("HTTP/1.1 %s", "%s", "HTTP/1.1 2%s OK", "HTTP/%s 200 OK")) {
            all.add(new Plant("status line " + start, key -> planted(start, key) + "\r\nContent-Length: 2\r\n\r\n{}"));
        }
        for (int status : new int[] {200, 202, 302, 400, 401, 404, 429, 500}) {
            all.add(new Plant("reason of " + status, key -> whole(status + " " + key, "{]", "")));
            for (String header : HEADERS) {
                all.add(new Plant(
                        status + " " + header, key -> whole(status + " Any", "{]", planted(header, key) + "\r\n")));
            }
        }
        for (int status : new int[] {400, 401, 500}) {
            REFUSALS.forEach(body ->
                    all.add(new Plant(status + " " + body, key -> whole(status + " Any", planted(body, key), ""))));
        }
        for (int status : new int[] {200, 202}) {
            SUCCESSES.forEach(body ->
                    all.add(new Plant(status + " " + body, key -> whole(status + " Any", planted(body, key), ""))));
        }
        addCuts(all);
        addChunks(all);
        return all;
    }

    /** Where limits of ours cut: a line of 200 characters, a quote of 120 bytes, an error body of 64 KiB. */
    private static void addCuts(List<Plant> all) {
        for (int before = 0; before < 210; before += 15) {
            String filler = "x".repeat(before);
            all.add(new Plant(
                    "line at " + before, key -> whole("401 No", "{\"detail\":\"" + filler + key + " y\"}", "")));
            all.add(new Plant(
                    "quote at " + before, key -> whole("200 OK", "{\"a\": oops " + filler + key + "\"}", "")));
            all.add(new Plant(
                    "quote before " + before, key -> whole("200 OK", "{\"" + key + filler + "\": oops }", "")));
            String large = "z".repeat((64 << 10) - before);
            all.add(new Plant("body at " + large.length(), key -> whole("500 No", large + key + large, "")));
        }
    }

    private static void addChunks(List<Plant> all) {
        for (int status : new int[] {200, 500}) {
            String head = "HTTP/1.1 " + status
                    + " Any\r\nContent-Type: application/json\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n";
            all.add(new Plant(status + " trailer", key -> head + "2\r\n{]\r\n0\r\nX-Sum: " + key + "\r\n\r\n"));
            all.add(new Plant(status + " trailer's name", key -> head + "2\r\n{]\r\n0\r\n" + key + "\r\n\r\n"));
            all.add(new Plant(status + " size of a chunk", key -> head + "2\r\n{\"\r\n" + key + "\r\n"));
            all.add(new Plant(status + " extension", key -> head + "2;a=" + key + "\r\n{]\r\n0\r\n\r\n"));
            all.add(new Plant(status + " behind a chunk", key -> head + "2\r\n{]" + key + "\r\n0\r\n\r\n"));
        }
    }

    private static String planted(String pattern, String key) {
        return pattern.replace("%s", key);
    }

    private static String whole(String status, String body, String headers) {
        String type = headers.startsWith("Content-Type") ? "" : "Content-Type: application/json\r\n";
        return "HTTP/1.1 " + status + "\r\n" + type + headers + "Connection: close\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
    }
}
