package io.github.analytics4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.child.ChildJvm;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.testkit.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TourTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private String run(Map<String, String> environment, boolean terminal) throws Exception {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        try (Accounts accounts = Accounts.open(environment, 1_234)) {
            new Tour(new Screen(out, terminal, new StringReader(""))).run(accounts);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void run_withoutKeys_showsAllFourApisOnTheSandbox() throws Exception {
        assertThat(run(Map.of(), false))
                .startsWith("analytics4j on a sandbox in this process: no key in the environment")
                .contains("Synthflow: the analytics export", "Synaptiq: funnel", "Voisnap: costs", "CallOps: latency")
                .contains("1234 of 1234 calls")
                .contains("complete: proven")
                .doesNotContain("\r");
    }

    @Test
    void run_onATerminal_showsProgressInPlace() throws Exception {
        assertThat(run(Map.of(), true)).contains("\r  ");
    }

    @ParameterizedTest
    @CsvSource({"true,y,1234", "true,n,1000", "true,'',1000", "false,y,1000"})
    void run_longLogOfARealAccount_isWalkedWholeOnlyIfSomebodySaysSo(boolean terminal, String reply, int walked)
            throws Exception {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        try (Sandbox sandbox = Sandbox.builder().calls(1_234).start();
                SynthflowClient client = SynthflowClient.builder()
                        .baseUrl(sandbox.synthflow().baseUrl())
                        .apiKey(sandbox.synthflow().apiKey())
                        .build()) {
            new Tour(new Screen(out, terminal, new StringReader(reply + "\n"))).synthflow(client, true);

            assertThat(printed.toString(StandardCharsets.UTF_8))
                    .contains("The log has 1234 calls. Walk them all? [y/N]")
                    .contains("  " + walked + " of 1234 calls, ", "  " + walked + " calls in ")
                    .contains(
                            walked == 1_234
                                    ? "complete: proven"
                                    : "complete: no, the walk ended before the log does, as asked");
            assertThat(sandbox.requests().count()) // the export, the look at the total, pages that overlap by a row
                    .isEqualTo(1 + 1 + (walked + 98) / 99);
        }
    }

    @Test
    void main_withAKeyInTheEnvironment_talksToThatApiAloneAndEnds() throws Exception {
        try (Sandbox sandbox = Sandbox.builder().calls(321).start()) {
            ProcessBuilder child = ChildJvm.program(List.of(), Tour.class);
            child.environment().put("SYNTHFLOW_API_KEY", sandbox.synthflow().apiKey());
            child.environment()
                    .put("SYNTHFLOW_BASE_URL", sandbox.synthflow().baseUrl().toString());
            Process process = child.redirectErrorStream(true).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(out).isZero();
            assertThat(out)
                    .contains("analytics4j on the real APIs: found SYNTHFLOW_API_KEY in the environment")
                    .contains("321 of 321 calls")
                    .doesNotContain("Synaptiq", sandbox.synthflow().apiKey());
        }
    }
}
