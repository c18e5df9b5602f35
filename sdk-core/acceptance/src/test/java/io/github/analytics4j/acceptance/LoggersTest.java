package io.github.analytics4j.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.child.ChildJvm;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.retry.RetryPolicy;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.voisnap.VoisnapClient;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs of their own, with a logging backend and without: what they print to the standard error. */
class LoggersTest {
    @TempDir
    Path folder;

    /** One call that succeeds at once, one at its second attempt, one that fails, one that is canceled, a report, a lost file. */
    static final class Script {
        private Script() {}

        public static void main(String[] args) {
            Path file = Path.of(args[0]);
            try (Sandbox sandbox = Sandbox.builder().seed(4).calls(250).start()) {
                calls(sandbox);
                report(sandbox, file);
            }
        }

        private static void calls(Sandbox sandbox) {
            SynthflowClient client = SynthflowClient.builder()
                    .baseUrl(sandbox.synthflow().baseUrl())
                    .apiKey(sandbox.synthflow().apiKey())
                    .retry(RetryPolicy.DEFAULT.maxAttempts(2).maxDelay(Duration.ofMillis(1)))
                    .build();
            client.analytics().export();
            sandbox.faults().next(Fault.status(503));
            client.analytics().export();
            sandbox.faults().next(Fault.status(503), Fault.status(503));
            assertThatThrownBy(() -> client.analytics().export()).isInstanceOf(ApiException.class);
            assertThat(client.calls()
                            .list(r -> r.modelId(sandbox.synthflow().modelId()))
                            .prefetch(4))
                    .hasSize(250);
            client.close();
            assertThatThrownBy(() -> client.analytics().export()).isInstanceOf(CanceledException.class);
        }

        private static void report(Sandbox sandbox, Path file) {
            sandbox.voisnap().reports().estimatedSeconds(0);
            sandbox.voisnap().reports().readyAfterLooks(1);
            try (VoisnapClient client = VoisnapClient.builder()
                    .baseUrl(sandbox.voisnap().baseUrl())
                    .apiKey(sandbox.voisnap().apiKey())
                    .build()) {
                client.reports()
                        .create(r -> r.type("conversation_summary"))
                        .await(Duration.ofMinutes(5))
                        .saveTo(file);
                assertThatThrownBy(() -> client.reports()
                                .download(r -> r.reportId("rpt_none"))
                                .saveTo(file.resolveSibling("none")))
                        .isInstanceOf(ApiException.class);
            }
        }
    }

    @Test
    void noBackend_printsNothing() throws Exception {
        assertThat(lines("slf4j-simple")).isEmpty();
    }

    @Test
    void backend_asItComes_hasEachFailureOnce() throws Exception {
        assertThat(lines(null))
                .hasSize(2)
                .anyMatch(line ->
                        line.matches("\\[main\\] WARN io\\.github\\.analytics4j - synthflow\\.analytics\\.export GET"
                                + " .*: ServerException after 2 attempts in .*"))
                .anyMatch(line -> line.matches(
                        "\\[main\\] WARN io\\.github\\.analytics4j\\.downloads - .* failed: NotFoundException"));
    }

    @Test
    void backend_atDebug_hasEachAttempt() throws Exception {
        List<String> lines = lines(null, "-Dorg.slf4j.simpleLogger.log.io.github.analytics4j=debug");
        List<String> export = lines.stream()
                .filter(line -> line.contains("synthflow.analytics.export"))
                .map(line -> line.replaceAll(
                        ".*(DEBUG|WARN|TRACE).* synthflow\\.analytics\\.export (.*?)( in \\d.*)?$", "$1 $2"))
                .toList();
        assertThat(export.stream().filter(line -> line.startsWith("DEBUG attempt")))
                .containsExactly(
                        "DEBUG attempt 1: 200",
                        "DEBUG attempt 1: 503: the server failed",
                        "DEBUG attempt 2: 200",
                        "DEBUG attempt 1: 503: the server failed",
                        "DEBUG attempt 2: 503: the server failed");
        assertThat(lines.stream().filter(line -> line.contains(" WARN "))).hasSize(2);
        assertThat(lines).noneMatch(line -> line.contains(" TRACE "));
    }

    /** What the script prints to the standard error, on a class path without jars of that name. */
    private List<String> lines(String without, String... options) throws Exception {
        Path errors = folder.resolve("errors");
        List<String> all = new ArrayList<>(List.of("-Xmx512m"));
        all.addAll(List.of(options));
        String path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> without == null || !each.contains(without))
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(new ChildJvm(path)
                        .command(all, Script.class, folder.resolve("june.csv").toString()))
                .redirectError(errors.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        return Files.readAllLines(errors, StandardCharsets.UTF_8);
    }
}
