package io.github.analytics4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.synthflow.Call;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.SandboxExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How do I test my own code without the network? This is how: a sandbox for each test, as a parameter, or a fake. */
@ExtendWith(SandboxExtension.class)
class TestYourCodeOfflineTest {
    @Test
    void toCallBack_overTheSandbox_asksForThoseNotReached(Sandbox sandbox) {
        try (SynthflowClient synthflow = SynthflowClient.builder()
                .baseUrl(sandbox.synthflow().baseUrl())
                .apiKey(sandbox.synthflow().apiKey())
                .build()) {
            List<String> numbers = TestYourCodeOffline.toCallBack(
                    synthflow.calls(), sandbox.synthflow().modelId());

            assertThat(numbers).hasSizeGreaterThan(100).doesNotHaveDuplicates();
            assertThat(sandbox.requests().last().query("call_status")).contains("no-answer");
        }
    }

    @Test
    void toCallBack_whenTheServerFails_getsItsNumbersAllTheSame(Sandbox sandbox) {
        sandbox.faults().next(Fault.status(503), Fault.resetInBody(500), Fault.status(429));
        try (SynthflowClient synthflow = SynthflowClient.builder()
                .baseUrl(sandbox.synthflow().baseUrl())
                .apiKey(sandbox.synthflow().apiKey())
                .build()) {
            assertThat(TestYourCodeOffline.toCallBack(
                            synthflow.calls(), sandbox.synthflow().modelId()))
                    .hasSizeGreaterThan(100);
            assertThat(sandbox.faults().shown()).isEqualTo(3);
        }
    }

    @Test
    void toCallBack_withAFake_skipsCallsWithoutANumber() {
        var fake = new TestYourCodeOffline.FakeCalls(List.of(
                Call.fromJson("{\"lead_phone_number\":\"+14155550001\"}"),
                Call.fromJson("{\"lead_phone_number\":null}"),
                Call.fromJson("{}")));

        assertThat(TestYourCodeOffline.toCallBack(fake, "m-1")).containsExactly("+14155550001");
    }

    @Test
    void run_printsBothWays(Sandbox sandbox) throws Exception {
        String printed = Shown.asInTheReadme(
                TestYourCodeOffline.class, out -> TestYourCodeOffline.run(Accounts.of(sandbox), out));

        assertThat(printed).startsWith("with a fake: [+14155550001]");
        assertThat(sandbox.requests().all()).allMatch(request -> request.path().equals("/v2/calls"));
    }
}
