package io.github.analytics4j.codegen;

import io.github.analytics4j.callops.CallOpsClient;
import io.github.analytics4j.synaptiq.SynaptiqClient;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.voisnap.VoisnapClient;
import java.util.Map;

/** The four clients, for requests that are prepared and never sent. */
final class Clients implements AutoCloseable {

    private static final String KEY = "key-of-a-test";

    private final SynthflowClient synthflow =
            SynthflowClient.builder().apiKey(KEY).build();
    private final SynaptiqClient synaptiq = SynaptiqClient.builder().apiKey(KEY).build();
    private final VoisnapClient voisnap = VoisnapClient.builder().apiKey(KEY).build();
    private final CallOpsClient callops = CallOpsClient.builder()
            .apiKey(KEY)
            .baseUrl("https://callops.example/api/v1")
            .build();

    /** The generated interface of a group: {@code synthflow.calls}. */
    Object api(String apiAndGroup) {
        Map<String, Object> apis = Map.of(
                "synthflow.analytics", synthflow.analytics(),
                "synthflow.calls", synthflow.calls(),
                "synaptiq.analytics", synaptiq.analytics(),
                "voisnap.analytics", voisnap.analytics(),
                "voisnap.reports", voisnap.reports().api(),
                "callops.analytics", callops.analytics());
        return apis.get(apiAndGroup);
    }

    @Override
    public void close() {
        synthflow.close();
        synaptiq.close();
        voisnap.close();
        callops.close();
    }
}
