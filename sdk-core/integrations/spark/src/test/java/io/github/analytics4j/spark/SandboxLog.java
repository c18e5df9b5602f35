package io.github.analytics4j.spark;

import io.github.analytics4j.json.JsonValue;
import io.github.analytics4j.testkit.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** What the log of a sandbox holds, read by plain HTTP. */
final class SandboxLog {
    private SandboxLog() {}

    /** The calls of all agents as lines of id, status and duration. */
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
                    lines.add(text(call, "call_id") + "|" + text(call, "call_status") + "|" + text(call, "duration"));
                }
            }
        }
        return lines;
    }

    private static String text(JsonValue call, String name) {
        JsonValue value = call.fields().get(name);
        return value.kind() == JsonValue.Kind.STRING ? value.asText() : value.json();
    }
}
