package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.child.ChildJvm;
import java.io.File;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Same seed, same clock, same answers, byte by byte, whatever the machine's zone and language, compiled or interpreted. */
class SameResponsesTest {
    private static final List<List<String>> MACHINES = List.of(
            List.of("-Duser.language=en", "-Duser.country=US", "-Duser.timezone=UTC"),
            List.of("-Duser.language=ar", "-Duser.country=EG", "-Duser.timezone=Pacific/Kiritimati"),
            List.of(
                    "-Duser.language=th",
                    "-Duser.country=TH",
                    "-Duser.variant=TH",
                    "-Duser.timezone=America/St_Johns",
                    "-XX:CompileCommand=quiet",
                    "-XX:CompileCommand=exclude,io.github.analytics4j.testkit.*::*"));

    /** Asks everything there is to ask and prints what is answered. */
    public static final class Asks {
        public static void main(String[] arguments) throws Exception {
            ManualClock clock = new ManualClock(Instant.parse("2026-03-28T23:30:00Z"));
            StringBuilder answers = new StringBuilder();
            try (Sandbox sandbox =
                    Sandbox.builder().seed(77).calls(2_000).clock(clock).start()) {
                sandbox.voisnap().reports().readyAfter(Duration.ZERO);
                for (int i = 0; i < 3; i++) {
                    for (Operations operation : Operations.values()) {
                        add(answers, TestClient.get(operation.api(sandbox), operation.target()));
                    }
                    SynthflowSandbox synthflow = sandbox.synthflow();
                    add(answers, TestClient.get(synthflow, "/calls?limit=100&model_id=" + synthflow.modelId()));
                    add(answers, TestClient.get(synthflow, "/analytics/"));
                    add(answers, TestClient.get(synthflow, "/calls"));
                    add(answers, TestClient.get(sandbox.synaptiq(), "/analytics/activity?limit=100"));
                    add(answers, TestClient.get(sandbox.callops(), "/analytics/stt-events"));
                    add(answers, TestClient.send(Voisnap.create(sandbox.voisnap())));
                    clock.advance(Duration.ofHours(25));
                    synthflow.calls().insertFirst(3);
                }
                for (CreatedReport report : sandbox.voisnap().reports().created()) {
                    answers.append(new String(report.file().open().readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            Files.writeString(Path.of(arguments[0]), answers);
        }

        private static void add(StringBuilder answers, HttpResponse<String> response) {
            answers.append(response.statusCode()).append(' ').append(response.body());
            response.headers()
                    .map()
                    .forEach((name, values) -> answers.append('\n').append(name).append(values));
        }
    }

    @TempDir
    private Path folder;

    @Test
    void threeMachines_answerTheSameBytes() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < MACHINES.size(); i++) {
            List<String> options = new ArrayList<>(MACHINES.get(i));
            options.add("-Dfile.encoding=" + (i == 0 ? "UTF-8" : "ISO-8859-1"));
            processes.add(ChildJvm.program(
                            options, Asks.class, folder.resolve("answers-" + i).toString())
                    .redirectErrorStream(true)
                    .redirectOutput(new File(folder.resolve("out-" + i).toString()))
                    .start());
        }
        for (int i = 0; i < MACHINES.size(); i++) {
            assertThat(processes.get(i).waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(processes.get(i).exitValue())
                    .as(Files.readString(folder.resolve("out-" + i), StandardCharsets.ISO_8859_1))
                    .isZero();
        }

        Path first = folder.resolve("answers-0");
        assertThat(Files.size(first)).isGreaterThan(500_000);
        assertThat(Files.readString(first)).contains("Zoë Müller").doesNotContain("\u0660", "\u0e50");
        for (int i = 1; i < MACHINES.size(); i++) {
            assertThat(folder.resolve("answers-" + i)).as("%s", MACHINES.get(i)).hasSameBinaryContentAs(first);
        }
    }
}
