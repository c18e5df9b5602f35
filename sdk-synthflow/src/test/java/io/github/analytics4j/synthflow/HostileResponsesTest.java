package io.github.analytics4j.synthflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.child.ChildJvm;
import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.error.UnreadableResponseException;
import io.github.analytics4j.retry.RetryPolicy;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers made to exhaust us, read by a process that has 64 MB of heap and no more. */
class HostileResponsesTest {
    private static final List<Fault> ANSWERS = List.of(
            Fault.gzipBomb(1L << 30),
            Fault.deepJson(100_000),
            Fault.hugeString(2L << 30),
            Fault.endlessBody(),
            Fault.manyHeaders(300));

    /** Says which of the responses is wanted: a request may go out again, so counting does not tell. */
    private static final String CASE = "X-Case";

    @TempDir
    Path folder;

    /** Asks for each response, typed and raw, and says in a line each how that ended. */
    public static final class Victim {
        private Victim() {}

        public static void main(String[] args) {
            try (SynthflowClient client = SynthflowClient.builder()
                    .apiKey(args[0])
                    .baseUrl(args[1])
                    .retry(RetryPolicy.NONE)
                    .build()) {
                for (int i = 0; i < ANSWERS.size(); i++) {
                    String number = Integer.toString(i);
                    Invocation<AnalyticsExport> export =
                            client.analytics().prepareExport(r -> r.extraHeader(CASE, number));
                    System.out.println(outcome(export::execute));
                    System.out.println(outcome(export::response));
                    System.out.println(outcome(() -> export.executeAsync().join()));
                }
            }
        }

        private static String outcome(Runnable call) {
            try {
                call.run();
                return "answered";
            } catch (SdkException e) {
                return e.getClass().getSimpleName() + ": " + e.getMessage();
            } catch (CompletionException e) {
                return e.getCause().getClass().getSimpleName() + ": "
                        + e.getCause().getMessage();
            }
        }
    }

    @Test
    void answers_ofEveryHostileKind_endAsClearErrorsIn64Megabytes() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            for (int i = 0; i < ANSWERS.size(); i++) {
                String number = Integer.toString(i);
                sandbox.faults()
                        .on(request -> request.header(CASE).equals(Optional.of(number)))
                        .show(ANSWERS.get(i));
            }

            List<String> outcomes = run(sandbox);

            assertThat(outcomes).hasSize(3 * ANSWERS.size());
            assertThat(outcomes)
                    .allSatisfy(outcome -> assertThat(outcome)
                            .matches("(" + UnreadableResponseException.class.getSimpleName() + "|"
                                    + NoResponseException.class.getSimpleName() + "): synthflow.analytics.export: .*"));
            assertThat(outcomes.get(0)).contains("longer than 8388608 bytes");
        }
    }

    private List<String> run(Sandbox sandbox) throws Exception {
        Path output = folder.resolve("outcomes.txt");
        Process process = ChildJvm.program(
                        List.of("-Xmx64m", "-XX:+ExitOnOutOfMemoryError"),
                        Victim.class,
                        sandbox.synthflow().apiKey(),
                        sandbox.synthflow().baseUrl().toString())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        List<String> lines = new ArrayList<>(Files.readAllLines(output));
        assertThat(ended).as("outcomes so far: %s", lines).isTrue();
        assertThat(process.exitValue()).as("outcomes so far: %s", lines).isZero();
        return lines;
    }
}
