package io.github.analytics4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.analytics4j.json.JsonValue;
import io.github.analytics4j.synthflow.Call;
import io.github.analytics4j.synthflow.CallStatus;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.SandboxExtension;
import io.github.analytics4j.testkit.SandboxRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The examples that are a job of their own. */
@ExtendWith(SandboxExtension.class)
class ServiceExamplesTest {
    private static final String CALLOPS = "/api/v1/analytics/";

    @Test
    void reportToFile_ordersOnceAndSavesTheWholeFile(Sandbox sandbox, @TempDir Path folder) throws Exception {
        String printed =
                Shown.asInTheReadme(ReportToFile.class, out -> ReportToFile.run(Accounts.of(sandbox), folder, out));

        assertThat(printed).contains("ordered rpt_", "saved conversations.csv", "nothing to do");
        assertThat(sandbox.requests().count("POST", "/api/v1/reports")).isEqualTo(1);
        assertThat(sandbox.voisnap().reports().created()).hasSize(1);
        assertThat(folder.resolve("conversations.csv"))
                .hasDigest(
                        "SHA-256",
                        sandbox.voisnap().reports().created().get(0).file().sha256());
        assertThat(folder.resolve("conversations.ticket")).doesNotExist();
        assertThat(sandbox.storage().requests().all())
                .isNotEmpty()
                .noneMatch(request -> request.header("Authorization").isPresent());
    }

    @Test
    void writeWithJackson2_writesTheVendorsJson(Sandbox sandbox) throws Exception {
        String printed =
                Shown.asInTheReadme(WriteWithJackson2.class, out -> WriteWithJackson2.run(Accounts.of(sandbox), out));

        assertThat(printed).endsWith("true\n");
        JsonValue sent = JsonValue.parse("{\"call_id\":\"c-1\",\"mood\":[1.10,null]}");
        assertThat(new ObjectMapper()
                        .registerModule(WriteWithJackson2.records())
                        .writeValueAsString(List.of(Call.fromJson(sent.json()), CallStatus.of("mel\"ting"), sent)))
                .isEqualTo("[" + sent.json() + ",\"mel\\\"ting\"," + sent.json() + "]");
    }

    @Test
    void springBean_isClosedWithItsContext(Sandbox sandbox) throws Exception {
        String printed = Shown.asInTheReadme(SpringBean.class, out -> SpringBean.run(Accounts.of(sandbox), out));

        assertThat(printed).startsWith("most leads are lost behind ");
        assertThat(sandbox.requests().all())
                .extracting(SandboxRequest::path)
                .containsExactly("/api/v1/analytics/funnel");
        assertThat(sandbox.requests().last().header("Authorization"))
                .contains("Bearer " + sandbox.synaptiq().apiKey());
    }

    @Test
    void compareAgents_putsThreeOperationsTogether(Sandbox sandbox) throws Exception {
        String printed = Shown.asInTheReadme(CompareAgents.class, out -> CompareAgents.run(Accounts.of(sandbox), out));

        assertThat(printed).contains("Sales Agent", "Support Agent", "voicemail");
        assertThat(sandbox.requests().all())
                .extracting(SandboxRequest::path)
                .containsExactly(
                        CALLOPS + "cost-by-agent",
                        CALLOPS + "agent-comparison",
                        CALLOPS + "outcomes",
                        CALLOPS + "outcomes",
                        CALLOPS + "outcomes");
        assertThat(sandbox.requests().all().stream()
                        .filter(request -> request.path().endsWith("outcomes"))
                        .map(request -> request.query("agent_id").orElseThrow()))
                .doesNotHaveDuplicates();
    }

    /** The script, by the launcher of the JDK for programs of one file. */
    private static String script(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "scripts/CallVolume.java"));
        command.addAll(List.of(arguments));
        ProcessBuilder child = new ProcessBuilder(command);
        child.environment().keySet().removeIf(name -> name.startsWith("CALLOPS_"));
        child.environment().putAll(environment);
        Process process = child.redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }

    @Test
    void callVolume_byTheLauncherForOneFile_asksTheServerOfItsKey(Sandbox sandbox) throws Exception {
        Map<String, String> environment = Map.of(
                "CALLOPS_API_KEY", sandbox.callops().apiKey(),
                "CALLOPS_BASE_URL", sandbox.callops().baseUrl().toString());

        String printed = script(environment, "3");

        assertThat(printed.lines()).hasSize(4).last().asString().contains("speech-to-text events");
        assertThat(sandbox.requests().all())
                .extracting(SandboxRequest::path)
                .containsExactly(CALLOPS + "cost-trend", CALLOPS + "call-volume", CALLOPS + "stt-events/summary");
    }

    @Test
    void callVolume_withoutAKey_runsOnItsOwnSandbox() throws Exception {
        String printed = script(Map.of());

        assertThat(Shown.shape(printed))
                .isEqualTo(Shown.shape(Shown.sections().get("CallVolume").output()));
        assertThat(Files.readString(Path.of("scripts/CallVolume.java"))).startsWith("///usr/bin/env jbang");
    }
}
