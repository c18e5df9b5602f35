package io.github.analytics4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code analytics4j sandbox}. */
@Timeout(60)
class SandboxCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Surroundings surroundings = Surroundings.builder()
            .out(out)
            .err(new PrintStream(err, true, StandardCharsets.UTF_8))
            .build();

    @Test
    void servesUntilItIsInterrupted_withTheProgramsOptions() throws Exception {
        CompletableFuture<Integer> code = CompletableFuture.supplyAsync(
                () -> Main.run(
                        surroundings,
                        "sandbox",
                        "--calls",
                        "77",
                        "--key",
                        "synthflow=one",
                        "--key=callops=other",
                        "--clock=2026-03-01T00:00:00Z",
                        "--strict"),
                task -> new Thread(task).start());
        while (!out.toString(StandardCharsets.UTF_8).contains("SANDBOX_READY=true")) {
            assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isNotDone();
            Thread.onSpinWait();
        }
        Map<String, String> variables = out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));

        String calls = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(variables.get("SYNTHFLOW_BASE_URL") + "/calls?model_id="
                                        + variables.get("SYNTHFLOW_MODEL_ID")))
                                .header("Authorization", "Bearer one")
                                .build(),
                        BodyHandlers.ofString())
                .body();

        assertThat(calls).contains("\"total_records\":77");
        assertThat(variables).containsEntry("CALLOPS_API_KEY", "other").containsKey("SANDBOX_ADMIN_URL");
        surroundings.interrupt().raise();
        assertThat(code.get(30, TimeUnit.SECONDS)).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rate-limit=many | --rate-limit must be such as 60/min, was \"many\"",
                "--calls=-5 | calls: must be at least 0, was -5",
                "--key=nobody=x | key: the API must be one of synthflow, synaptiq, voisnap, callops, was nobody",
            })
    void wrongValue_isToldInOneLine(String argument, String message) {
        assertThat(Main.run(surroundings, "sandbox", argument)).isEqualTo(ExitCode.WRONG_ARGUMENTS);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("analytics4j: " + message + System.lineSeparator());
        assertThat(out.size()).isZero();
    }

    @Test
    void takenPort_isToldInOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(Math.min(taken.getLocalPort(), 65_530));
            assertThat(Main.run(surroundings, "sandbox", "--port", port, "--no-admin"))
                    .isEqualTo(ExitCode.WRONG_ARGUMENTS);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .startsWith("analytics4j: the sandbox cannot listen on port " + port + ": ")
                    .hasLineCount(1);
        }
    }

    /** It served on a port that nobody could learn of, for ever. */
    @ParameterizedTest
    @CsvSource({"Bad file descriptor, 1", "Broken pipe, 0"})
    void stdoutThatCannotBeWritten_endsIt(String why, int code) {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(why);
            }
        };
        Surroundings unwritable = Surroundings.builder()
                .out(full)
                .err(new PrintStream(err, true, StandardCharsets.UTF_8))
                .build();

        assertThat(Main.run(unwritable, "sandbox", "--calls=10")).isEqualTo(code);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo(code == 0 ? "" : "analytics4j: stdout cannot be written: " + why + System.lineSeparator());
    }

    @Test
    void help_hasEveryOption() {
        assertThat(Main.run(surroundings, "sandbox", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("--calls", "--bind", "--https", "--rate-limit", "--key", "--clock", "--latency", "--strict");
    }
}
