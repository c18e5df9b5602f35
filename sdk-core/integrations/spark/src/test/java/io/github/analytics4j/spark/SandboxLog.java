package io.github.analytics4j.spark;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.json.JsonValue;
import io.github.analytics4j.testkit.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the log of a sandbox holds, read by plain HTTP; whole rows as lines, which those of a target are compared with. */
final class SandboxLog {
    /** What makes a text of a whole row in a target, for {@link #line}. */
    static final String CONTENT = "to_json(struct(*))";

    private static final Table CALLS = ApiCatalog.all(SandboxLog.class.getClassLoader()).stream()
            .flatMap(each -> each.tables().stream())
            .filter(each -> each.name().equals("synthflow_calls"))
            .findFirst()
            .orElseThrow();

    private SandboxLog() {}

    /** The calls of all agents, each a line of all columns. */
    static List<String> lines(Sandbox sandbox) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        HttpClient client = HttpClient.newHttpClient();
        for (String agent : sandbox.synthflow().modelIds()) {
            long size = sandbox.synthflow().agent(agent).calls().size();
            for (int offset = 0; offset < size; offset += 100) {
                URI page = URI.create(
                        sandbox.synthflow().baseUrl() + "/calls?limit=100&offset=" + offset + "&model_id=" + agent);
                HttpRequest request = HttpRequest.newBuilder(page)
                        .header("Authorization", "Bearer " + LocalSpark.key())
                        .build();
                JsonValue body = JsonValue.parse(client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body());
                for (JsonValue call :
                        body.fields().get("response").fields().get("calls").elements()) {
                    lines.add(line(column -> call.fields().get(column.path())));
                }
            }
        }
        return lines;
    }

    /** A row of a target as a line of all columns. */
    static String line(String content) {
        JsonValue row = JsonValue.parse(content);
        return line(column -> row.fields().get(column.name()));
    }

    private static String line(Function<Column, @Nullable JsonValue> values) {
        StringBuilder line = new StringBuilder();
        for (Column each : CALLS.columns()) {
            JsonValue value = values.apply(each);
            String text = value == null || value.kind() == JsonValue.Kind.NULL ? "" : text(each, value);
            line.append(each.name()).append('=').append(text).append('|');
        }
        return line.toString();
    }

    private static String text(Column column, JsonValue value) {
        boolean written = value.kind() == JsonValue.Kind.STRING;
        return switch (column.type().kind()) {
            case TIMESTAMP -> time(value.asText()).toString();
            case JSON -> json(written ? JsonValue.parse(value.asText()) : value);
            default -> written ? value.asText() : value.json();
        };
    }

    /** A map that the vendor leaves out is an empty one. */
    private static String json(JsonValue value) {
        String text = value.json();
        return text.equals("{}") ? "" : text;
    }

    private static Instant time(String text) {
        if (text.matches("[0-9]+")) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        return text.matches(".*(Z|[+-][0-9]{2}:[0-9]{2})")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
}
