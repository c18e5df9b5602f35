package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.child.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The sandbox in a process of its own. */
@Timeout(60)
class SandboxProcessTest {
    /** A program that forgets to close its sandbox. */
    public static final class Forgetful {
        public static void main(String[] arguments) throws Exception {
            Sandbox sandbox = Sandbox.start();
            System.out.println(
                    TestClient.get(sandbox.callops(), "/analytics/overview").statusCode());
        }
    }

    @Test
    void main_servesUntilItIsTerminated() throws Exception {
        Process process = java(SandboxMain.class, "--calls=30", "--clock=2026-03-01T00:00:00Z");
        try (BufferedReader out = reader(process)) {
            Map<String, String> variables = new HashMap<>();
            while (!variables.containsKey("CALLOPS_API_KEY")) {
                String[] pair = out.readLine().split("=", 2);
                variables.put(pair[0], pair[1]);
            }
            var response = TestClient.send(TestClient.request(variables.get("SYNTHFLOW_BASE_URL") + "/calls?model_id="
                            + variables.get("SYNTHFLOW_MODEL_ID"))
                    .header("Authorization", "Bearer " + variables.get("SYNTHFLOW_API_KEY")));
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).contains("\"total_records\":30");

            process.destroy();

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void main_unknownArgument_isExplained() throws Exception {
        Process process = java(SandboxMain.class, "--what");
        try (BufferedReader out = reader(process)) {
            assertThat(out.readLine()).isEqualTo("analytics4j sandbox: unknown option --what; --help lists them all");
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(2);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void forgottenSandbox_doesNotKeepItsProgramAlive() throws Exception {
        Process process = java(Forgetful.class);
        try (BufferedReader out = reader(process)) {
            assertThat(out.readLine()).isEqualTo("200");
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process java(Class<?> main, String... arguments) throws IOException {
        return ChildJvm.program(List.of("-Xmx64m"), main, arguments)
                .redirectErrorStream(true)
                .start();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
