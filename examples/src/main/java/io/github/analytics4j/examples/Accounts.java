package io.github.analytics4j.examples;

import io.github.analytics4j.callops.CallOpsClient;
import io.github.analytics4j.synaptiq.SynaptiqClient;
import io.github.analytics4j.synthflow.AnalyticsExport;
import io.github.analytics4j.synthflow.AssistantCallsMade;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.voisnap.VoisnapClient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an example runs: on the real APIs if the environment holds a key of any of them, else on a sandbox inside this process.
 * Gives builders whose address and key are set; with a real account, {@code SynthflowClient.fromEnv()} is all one needs.
 */
final class Accounts implements AutoCloseable {
    private static final List<String> APIS = List.of("SYNTHFLOW", "SYNAPTIQ", "VOISNAP", "CALLOPS");
    private static final long SANDBOX_CALLS = 3_000;

    private final Map<String, String> environment;
    private final @Nullable Sandbox sandbox;

    private Accounts(Map<String, String> environment, @Nullable Sandbox sandbox) {
        this.environment = environment;
        this.sandbox = sandbox;
    }

    /** By the environment of this process. */
    static Accounts open() {
        return open(System.getenv(), SANDBOX_CALLS);
    }

    /** By that environment; the sandbox, where it is needed, has so many calls. */
    static Accounts open(Map<String, String> environment, long sandboxCalls) {
        boolean real = APIS.stream().anyMatch(api -> environment.containsKey(api + "_API_KEY"));
        return real
                ? new Accounts(environment, null)
                : of(Sandbox.builder().calls(sandboxCalls).start());
    }

    /** On that sandbox, which is closed with this. */
    static Accounts of(Sandbox sandbox) {
        return new Accounts(Map.of(), sandbox);
    }

    /** Which of the two it is, for people. */
    String description() {
        return sandbox != null
                ? "a sandbox in this process: no key in the environment, nothing leaves this machine"
                : "the real APIs: found "
                        + String.join(
                                ", ",
                                APIS.stream()
                                        .filter(this::has)
                                        .map(api -> api + "_API_KEY")
                                        .toList())
                        + " in the environment";
    }

    /** Whether these are real APIs, and not the sandbox. */
    boolean real() {
        return sandbox == null;
    }

    /** Whether there is a key of this API; the sandbox has one of each. */
    boolean has(String api) {
        return sandbox != null || environment.containsKey(api + "_API_KEY");
    }

    /** The sandbox, for what an example wants to go wrong there; empty on the real APIs. */
    Optional<Sandbox> sandbox() {
        return Optional.ofNullable(sandbox);
    }

    SynthflowClient.Builder synthflow() {
        SynthflowClient.Builder client = SynthflowClient.builder();
        return sandbox == null
                ? client.fromEnv()
                : client.baseUrl(sandbox.synthflow().baseUrl())
                        .apiKey(sandbox.synthflow().apiKey());
    }

    SynaptiqClient.Builder synaptiq() {
        SynaptiqClient.Builder client = SynaptiqClient.builder();
        return sandbox == null
                ? client.fromEnv()
                : client.baseUrl(sandbox.synaptiq().baseUrl())
                        .apiKey(sandbox.synaptiq().apiKey());
    }

    VoisnapClient.Builder voisnap() {
        VoisnapClient.Builder client = VoisnapClient.builder();
        return sandbox == null
                ? client.fromEnv()
                : client.baseUrl(sandbox.voisnap().baseUrl())
                        .apiKey(sandbox.voisnap().apiKey());
    }

    CallOpsClient.Builder callops() {
        CallOpsClient.Builder client = CallOpsClient.builder();
        return sandbox == null
                ? client.fromEnv()
                : client.baseUrl(sandbox.callops().baseUrl())
                        .apiKey(sandbox.callops().apiKey());
    }

    /** The agent whose calls are read: {@code SYNTHFLOW_MODEL_ID}, else the one that made the most. */
    String agent(SynthflowClient client) {
        String named = environment.get("SYNTHFLOW_MODEL_ID");
        if (named != null) {
            return named;
        }
        if (sandbox != null) {
            return sandbox.synthflow().modelId();
        }
        return busiestAgent(client.analytics().export(r -> {}))
                .orElseThrow(() -> new IllegalStateException(
                        "no agent of this account made a call, so set SYNTHFLOW_MODEL_ID to the id of one"));
    }

    /** The agent that made the most calls of those the export tells of. */
    static Optional<String> busiestAgent(AnalyticsExport export) {
        return Optional.ofNullable(export.assistantPerformance())
                .flatMap(agents -> agents.byCallsMade().stream()
                        .map(AssistantCallsMade::modelId)
                        .filter(Objects::nonNull)
                        .findFirst());
    }

    @Override
    public void close() {
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
