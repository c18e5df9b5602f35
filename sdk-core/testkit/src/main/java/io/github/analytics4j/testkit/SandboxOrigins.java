package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.server.Env;
import io.github.analytics4j.testkit.server.Origin;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The five origins of one sandbox, each on a port of its own, and the admin API beside them. */
final class SandboxOrigins implements AutoCloseable {
    final Shared shared;
    final StorageSandbox storage;
    final SynthflowSandbox synthflow;
    final SynaptiqSandbox synaptiq;
    final VoisnapSandbox voisnap;
    final CallOpsSandbox callops;

    private final Env env;
    private final List<OriginSandbox> all;
    private volatile @Nullable AdminApi admin;

    SandboxOrigins(Env env, SandboxSettings settings) {
        this.env = env;
        shared = new Shared(env, settings.keepRequests, this::complaint);
        storage = new StorageSandbox(shared);
        synthflow = new SynthflowSandbox(shared, settings.calls, settings.callsPerDay);
        synaptiq = new SynaptiqSandbox(shared, settings.activities);
        voisnap = new VoisnapSandbox(shared, storage);
        callops = new CallOpsSandbox(shared, settings.sttEvents);
        all = List.of(synthflow, synaptiq, voisnap, callops, storage);
        vendors().forEach(settings::configure);
    }

    /** The four APIs. */
    List<VendorSandbox> vendors() {
        return List.of(synthflow, synaptiq, voisnap, callops);
    }

    void listen(Sandbox sandbox, SandboxSettings settings) {
        try {
            for (int i = 0; i < all.size(); i++) {
                all.get(i).server.start(settings.port == 0 ? 0 : settings.port + i);
            }
            if (settings.adminPort >= 0) {
                admin = AdminApi.start(sandbox, env, settings.adminPortAfter(all.size()));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    URI adminUrl() {
        AdminApi running = admin;
        if (running == null) {
            throw new IllegalStateException("start the sandbox with Sandbox.builder().admin() for an admin API");
        }
        return running.url();
    }

    Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        put(variables, "SYNTHFLOW", synthflow);
        variables.put("SYNTHFLOW_MODEL_ID", synthflow.modelId());
        put(variables, "SYNAPTIQ", synaptiq);
        put(variables, "VOISNAP", voisnap);
        put(variables, "CALLOPS", callops);
        return variables;
    }

    private static void put(Map<String, String> variables, String name, VendorSandbox api) {
        variables.put(name + "_BASE_URL", api.baseUrl().toString());
        variables.put(name + "_API_KEY", api.apiKey());
    }

    /** Tells the mistake in a path that a fault of any origin is to wait for, or null. */
    private @Nullable String complaint(String pathPrefix) {
        List<String> problems = new ArrayList<>();
        for (OriginSandbox origin : all) {
            String complaint = origin.complaint(pathPrefix);
            if (complaint == null) {
                return null;
            }
            problems.add(complaint);
        }
        return problems.stream()
                .filter(complaint -> complaint.contains("with the base path"))
                .findFirst()
                .orElse("no request can have a path that starts with " + pathPrefix
                        + "; write the path with the base path, /v2/calls for one");
    }

    int sum(ToIntFunction<Origin> count) {
        return all.stream().map(origin -> origin.server).mapToInt(count).sum();
    }

    void reset() {
        shared.faults().reset();
        shared.requests().clear();
        all.forEach(OriginSandbox::reset);
    }

    @Override
    public void close() {
        env.closing.countDown();
        AdminApi running = admin;
        if (running != null) {
            running.close();
        }
        all.forEach(origin -> origin.server.stop());
    }
}
