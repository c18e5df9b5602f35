package io.github.analytics4j.export;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.catalog.Arguments;
import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.json.JsonValue;
import io.github.analytics4j.retry.RetryPolicy;
import io.github.analytics4j.testkit.ManualClock;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.SynthflowSandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** What the tests of a nightly sync share: sessions with a sandbox, and what a reader of a folder sees. */
final class Nights {
    private Nights() {}

    static ApiCatalog api(String name) {
        return ApiCatalog.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static ApiSession session(SynthflowSandbox synthflow) {
        return session(synthflow.baseUrl().toString(), synthflow.apiKey());
    }

    /** Of a client that waits for a moment before it tries again, and not for half a second and more. */
    static ApiSession session(String baseUrl, String key) {
        Map<String, String> settings = Map.of("synthflow.base-url", baseUrl, "synthflow.api-key", key);
        RetryPolicy quick = RetryPolicy.DEFAULT.baseDelay(Duration.ofMillis(5));
        return api("synthflow").open(ClientSettings.of(settings), builder -> builder.retry(quick));
    }

    static Table calls() {
        return api("synthflow").table("synthflow_calls").orElseThrow();
    }

    static SyncReport run(ApiSession session, Sink sink, Clock clock, String... agents) {
        return Sync.of(SyncTable.of(session, calls()).each("model_id", agents))
                .into(sink)
                .clock(clock)
                .run();
    }

    /** The lines of every file below {@code data}, as a reader that globs it sees them. */
    static List<JsonValue> lines(Path folder) {
        List<JsonValue> all = new ArrayList<>();
        Path data = folder.resolve("synthflow_calls/data");
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (BufferedReader in = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                    in.lines().map(JsonValue::parse).forEach(all::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** The rows of a folder by id, with their hash; refuses an id that is there twice. */
    static Map<String, String> hashes(Path folder) {
        Map<String, String> all = new TreeMap<>();
        for (JsonValue each : lines(folder)) {
            String before = all.put(each.get("_id").asText(), each.get("_hash").asText());
            if (before != null) {
                throw new AssertionError("id " + each.get("_id") + " is there twice");
            }
        }
        return all;
    }

    /** The oracle: one full read of the log, by id, with the hash of the content. */
    static Map<String, String> log(ApiSession session, String... agents) {
        Map<String, String> all = new TreeMap<>();
        SyncTable table = SyncTable.of(session, calls());
        RowMaker maker = new RowMaker(table, Set.of());
        for (String agent : agents) {
            session.rows(calls(), Arguments.NONE.with("model_id", agent)).forEach(row -> {
                StoredRow made = maker.make(row, Instant.EPOCH);
                all.put(made.id(), made.hash());
            });
        }
        return all;
    }

    /** Fails with the ids that differ, and no more of two large maps than that. */
    static void assertSame(Map<String, String> stored, Map<String, String> log) {
        Map<String, String> differ = new TreeMap<>();
        log.forEach((id, hash) -> {
            if (!hash.equals(stored.get(id))) {
                differ.put(id, stored.containsKey(id) ? "is stored with another content" : "is not stored");
            }
        });
        stored.keySet().stream().filter(id -> !log.containsKey(id)).forEach(id -> differ.put(id, "is not in the log"));
        if (!differ.isEmpty()) {
            throw new AssertionError(differ.size() + " rows differ: "
                    + differ.entrySet().stream().limit(20).toList());
        }
    }

    static Sandbox.Builder sandbox(ManualClock clock) {
        return Sandbox.builder().clock(clock);
    }
}
