package io.github.analytics4j.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.child.ChildJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Neither the key nor a signed link shows in anything that four clients log, throw or print under every fault. */
class CanaryTest {
    private static final String KEY = "canary-7f3a9c51d2e84b60";

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void everything_underEveryFault_hidesTheKeyAndTheLinks() throws Exception {
        Process process = start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<String> lines = out.lines().toList();

        assertThat(process.waitFor())
                .as("ends with four clients open: " + end(lines))
                .isZero();
        assertThat(lines).as("the log is on").anyMatch(line -> line.contains("TRACE io.github.analytics4j"));
        assertThat(lines.get(lines.size() - 1)).matches("links: [1-9]\\d+, looked at: \\d{3,}");
        assertThat(lines)
                .filteredOn(line -> line.contains(KEY) || line.contains("X-Amz-") || line.contains("Bearer canary"))
                .isEmpty();
        System.out.println("canaries: " + lines.size() + " lines searched, " + lines.get(lines.size() - 1));
    }

    private static String end(List<String> lines) {
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }

    private static Process start() throws IOException {
        ProcessBuilder child =
                ChildJvm.program(List.of("-Dorg.slf4j.simpleLogger.log.io.github.analytics4j=trace"), CanaryRun.class);
        child.environment().put("CANARY", KEY);
        return child.redirectErrorStream(true).start();
    }
}
