package io.github.analytics4j.examples;

import io.github.analytics4j.callops.CallOpsClient;
import io.github.analytics4j.client.HttpPool;
import io.github.analytics4j.synaptiq.SynaptiqClient;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.voisnap.VoisnapClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The clients the tour uses: those whose key is in the environment, or, when there is none at all, all four on a sandbox inside this
 * process.
 */
final class Accounts implements AutoCloseable {
    final @Nullable SynthflowClient synthflow;
    final @Nullable SynaptiqClient synaptiq;
    final @Nullable VoisnapClient voisnap;
    final @Nullable CallOpsClient callops;

    private final List<AutoCloseable> owned = new ArrayList<>();
    private final String description;
    private final boolean real;

    private Accounts(Map<String, String> environment) {
        List<String> keys =
                List.of("SYNTHFLOW_API_KEY", "SYNAPTIQ_API_KEY", "VOISNAP_API_KEY", "CALLOPS_API_KEY").stream()
                        .filter(environment::containsKey)
                        .toList();
        real = true;
        description = "the real APIs: found " + String.join(", ", keys) + " in the environment";
        synthflow = ifKeyed(keys, "SYNTHFLOW_API_KEY", SynthflowClient::fromEnv);
        synaptiq = ifKeyed(keys, "SYNAPTIQ_API_KEY", SynaptiqClient::fromEnv);
        voisnap = ifKeyed(keys, "VOISNAP_API_KEY", VoisnapClient::fromEnv);
        callops = ifKeyed(keys, "CALLOPS_API_KEY", CallOpsClient::fromEnv);
    }

    private Accounts(Sandbox sandbox) {
        real = false;
        description = "a sandbox in this process: no key in the environment, nothing leaves this machine";
        owned.add(sandbox);
        HttpPool pool = own(HttpPool.create());
        synthflow = own(SynthflowClient.builder()
                .baseUrl(sandbox.synthflow().baseUrl())
                .apiKey(sandbox.synthflow().apiKey())
                .pool(pool)
                .build());
        synaptiq = own(SynaptiqClient.builder()
                .baseUrl(sandbox.synaptiq().baseUrl())
                .apiKey(sandbox.synaptiq().apiKey())
                .pool(pool)
                .build());
        voisnap = own(VoisnapClient.builder()
                .baseUrl(sandbox.voisnap().baseUrl())
                .apiKey(sandbox.voisnap().apiKey())
                .pool(pool)
                .build());
        callops = own(CallOpsClient.builder()
                .baseUrl(sandbox.callops().baseUrl())
                .apiKey(sandbox.callops().apiKey())
                .pool(pool)
                .build());
    }

    /** Whatever the environment has keys for; the sandbox, with this many calls, where it has none. */
    static Accounts open(Map<String, String> environment, long sandboxCalls) {
        boolean keyed = environment.keySet().stream()
                .anyMatch(name -> name.matches("(SYNTHFLOW|SYNAPTIQ|VOISNAP|CALLOPS)_API_KEY"));
        return keyed
                ? new Accounts(environment)
                : new Accounts(Sandbox.builder().calls(sandboxCalls).start());
    }

    /** Which of the two it is, for people. */
    String description() {
        return description;
    }

    /** Whether these are real APIs, and not the sandbox. */
    boolean real() {
        return real;
    }

    private <C extends AutoCloseable> @Nullable C ifKeyed(List<String> keys, String key, Supplier<C> client) {
        return keys.contains(key) ? own(client.get()) : null;
    }

    private <C extends AutoCloseable> C own(C resource) {
        owned.add(resource);
        return resource;
    }

    @Override
    public void close() throws Exception {
        for (int i = owned.size() - 1; i >= 0; i--) {
            owned.get(i).close();
        }
    }
}
