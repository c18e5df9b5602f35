package io.github.analytics4j.voisnap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.child.ChildJvm;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** One process orders, another fetches; between them there is a line of text. */
class ReportAcrossProcessesTest extends ReportSandbox {

    @Test
    void orderedHere_fetchedElsewhere() throws Exception {
        controls().estimatedSeconds(0);
        Path ordered = folder.resolve("ordered.txt");
        Path file = file();
        String log = run("order", ordered) + run("fetch", ordered, file);
        assertThat(log).isEqualTo("ordered\ncomplete: " + made().length + "\n");
        assertThat(Files.readAllBytes(file)).isEqualTo(made());
        assertThat(creates()).isEqualTo(1);
        assertThat(Files.readString(ordered))
                .startsWith("voisnap-report:1 id=")
                .doesNotContain(sandbox.voisnap().apiKey());
    }

    private String run(String what, Path... paths) throws Exception {
        File log = Files.createTempFile("report", ".log").toFile();
        List<String> words = new ArrayList<>(List.of(
                what, sandbox.voisnap().baseUrl().toString(), sandbox.voisnap().apiKey()));
        for (Path path : paths) {
            words.add(path.toString());
        }
        Process process = ChildJvm.program(List.of(), Scripts.class, words.toArray(new String[0]))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(log)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(log.toPath());
        Files.delete(log.toPath());
        return said;
    }

    /** Two scripts that end when their work is done. */
    static final class Scripts {
        public static void main(String[] args) throws Exception {
            VoisnapClient voisnap =
                    VoisnapClient.builder().baseUrl(args[1]).apiKey(args[2]).build();
            Path ordered = Path.of(args[3]);
            if (args[0].equals("order")) {
                Files.writeString(ordered, voisnap.reports().create(june()).toText());
                System.out.println("ordered");
            } else {
                Report report = voisnap.reports().resume(Files.readString(ordered));
                long bytes = report.await(Duration.ofMinutes(1))
                        .saveTo(Path.of(args[4]))
                        .bytes();
                System.out.println("complete: " + bytes);
            }
        }
    }
}
