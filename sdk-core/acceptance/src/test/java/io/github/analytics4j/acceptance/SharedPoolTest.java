package io.github.analytics4j.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.callops.CallOpsClient;
import io.github.analytics4j.client.HttpPool;
import io.github.analytics4j.synaptiq.SynaptiqClient;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.voisnap.VoisnapClient;
import org.junit.jupiter.api.Test;

class SharedPoolTest {
    @Test
    void close_oneOfFourClientsOnOnePool_leavesTheOthersWorking() {
        try (Sandbox sandbox = Sandbox.builder().calls(10).start();
                HttpPool pool = HttpPool.create();
                SynaptiqClient synaptiq = SynaptiqClient.builder()
                        .baseUrl(sandbox.synaptiq().baseUrl())
                        .apiKey(sandbox.synaptiq().apiKey())
                        .pool(pool)
                        .build();
                VoisnapClient voisnap = VoisnapClient.builder()
                        .baseUrl(sandbox.voisnap().baseUrl())
                        .apiKey(sandbox.voisnap().apiKey())
                        .pool(pool)
                        .build();
                CallOpsClient callops = CallOpsClient.builder()
                        .baseUrl(sandbox.callops().baseUrl())
                        .apiKey(sandbox.callops().apiKey())
                        .pool(pool)
                        .build()) {
            SynthflowClient synthflow = SynthflowClient.builder()
                    .baseUrl(sandbox.synthflow().baseUrl())
                    .apiKey(sandbox.synthflow().apiKey())
                    .pool(pool)
                    .build();
            assertThat(synthflow.analytics().export(r -> {}).callStatusStat()).isNotNull();
            synthflow.close();
            assertThatThrownBy(() -> synthflow.analytics().export(r -> {})).hasMessageContaining("closed");

            assertThat(synaptiq.analytics().funnel(r -> {}).stages()).isNotEmpty();
            assertThat(voisnap.analytics().costs().breakdown().llm()).isPositive();
            assertThat(callops.analytics().overview(r -> {}).totalCalls()).isPositive();
            assertThat(sandbox.requests().count()).isEqualTo(4);
        }
    }
}
