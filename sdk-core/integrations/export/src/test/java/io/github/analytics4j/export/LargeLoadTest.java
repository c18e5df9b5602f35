package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.child.ChildJvm;
import io.github.analytics4j.testkit.Sandbox;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A large log in a small heap. With {@code -Dexport.calls=1000000 -Dexport.heap=256} it is the measurement whose figures are in the
 * README.
 */
@Tag("slow")
class LargeLoadTest {
    private static final int CALLS = Integer.getInteger("export.calls", 24_000);
    /** Code that is measured is worth more than haste. */
    private static final int COMPILER = Integer.getInteger("export.calls") == null ? 1 : 4;

    private static final int HEAP_MEGABYTES = Integer.getInteger("export.heap", 96);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Place.class)
    void firstLoad_largeLogInSmallHeap_isWhole(Place sink) throws Exception {
        try (Sandbox sandbox = Sandbox.builder().calls(CALLS).keepRequests(1).start()) {
            Process process = ChildJvm.program(
                            List.of("-Xmx" + HEAP_MEGABYTES + "m", "-XX:TieredStopAtLevel=" + COMPILER),
                            LargeLoad.class,
                            sandbox.synthflow().baseUrl().toString(),
                            sandbox.synthflow().apiKey(),
                            sandbox.synthflow().modelId(),
                            sink.name(),
                            sink.address(folder.resolve("place")))
                    .redirectErrorStream(true)
                    .start();
            List<String> lines =
                    process.inputReader(StandardCharsets.UTF_8).lines().toList();
            lines.stream()
                    .filter(each -> !each.startsWith("{"))
                    .forEach(each -> System.out.println(sink + ": " + each));
            assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
            assertThat(lines).anyMatch(each -> each.startsWith("sync|" + CALLS + " rows|"));
            assertThat(lines.get(lines.size() - 1))
                    .startsWith("exit 0, ")
                    .contains("heap of " + HEAP_MEGABYTES + " MB");
        }
    }
}
