package consumer;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.synthflow.AnalyticsExport;
import io.github.analytics4j.synthflow.Call;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.testkit.Sandbox;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Does what every project here does: lists a call log, fetches an export, meets an error, and compares what came with what the sandbox
 * has. Prints what it stood on; the first argument is the version of analytics4j, the others are APIs that the catalogue must have.
 */
public final class ReadsAnalytics {
    private static final int CALLS = 45;

    private ReadsAnalytics() {}

    public static void main(String[] args) {
        try (Sandbox sandbox = Sandbox.builder().seed(7).calls(CALLS).start()) {
            try (SynthflowClient client = client(sandbox, sandbox.synthflow().apiKey())) {
                list(sandbox, client);
                export(client);
            }
            equal("analytics4j/" + args[0] + " Java/" + Runtime.version().feature(),
                    sandbox.requests().last().header("User-Agent").orElse("none"));
            error(sandbox);
            equal(List.of(), sandbox.takeFailures());
        }
        List<String> apis = ApiCatalog.all().stream().map(ApiCatalog::name).toList();
        for (int i = 1; i < args.length; i++) {
            equal(true, apis.contains(args[i]));
        }
        System.out.println("ok: Java " + Runtime.version().feature() + ", " + libraries());
    }

    private static SynthflowClient client(Sandbox sandbox, String key) {
        return SynthflowClient.builder()
                .baseUrl(sandbox.synthflow().baseUrl())
                .apiKey(key)
                .build();
    }

    private static void list(Sandbox sandbox, SynthflowClient client) {
        List<String> ids = client.calls().list(r -> r.modelId(sandbox.synthflow().modelId()).pageSize(20)).stream()
                .map(Call::callId)
                .toList();
        equal(CALLS, ids.size());
        for (int i = 0; i < CALLS; i++) {
            equal(sandbox.synthflow().calls().id(i), ids.get(i));
        }
        equal(3L, sandbox.requests().count());
    }

    private static void export(SynthflowClient client) {
        AnalyticsExport export = client.analytics().export(r -> {});
        equal(true, Objects.requireNonNull(export.durationMetrics()).totalCalls() > 0);
        equal(export, AnalyticsExport.fromJson(export.toJson()));
        String odd = "{\"call_id\":\"c-1\",\"no_field\":[1]}";
        equal(odd, Call.fromJson(odd).toJson());
    }

    private static void error(Sandbox sandbox) {
        try (SynthflowClient refused = client(sandbox, "a-wrong-key")) {
            refused.analytics().export(r -> {});
            throw new AssertionError("a wrong key was accepted");
        } catch (ApiException e) {
            equal(401, e.status());
        }
    }

    /** The jars that the classes really came from. */
    private static String libraries() {
        return Stream.of("okhttp3.OkHttpClient", "okio.Okio", "kotlin.Unit", "com.squareup.moshi.JsonWriter")
                .map(ReadsAnalytics::jar)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String jar(String type) {
        try {
            String place = Class.forName(type)
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath();
            return place.substring(place.lastIndexOf('/') + 1).replace(".jar", "");
        } catch (ClassNotFoundException e) {
            return type + " is not visible";
        }
    }

    private static void equal(Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("expected " + expected + ", got " + actual);
        }
    }
}
