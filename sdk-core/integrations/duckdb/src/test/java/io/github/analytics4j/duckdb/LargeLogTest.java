package io.github.analytics4j.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A large call log grouped in a small heap. With {@code -Dsql.calls=1000000 -Dsql.rounds=3} it is the benchmark whose figures are
 * in the README.
 */
@Tag("slow")
class LargeLogTest {
    private static final int CALLS = Integer.getInteger("sql.calls", 60_000);
    private static final int ROUNDS = Integer.getInteger("sql.rounds", 1);
    private static final String[] STATUS = {"completed", "busy", "failed", "no-answer", "left_voicemail"};
    private static final String REST =
            ",\"model_id\":\"m-1\",\"type_of_call\":\"outbound\",\"start_time\":\"1776876567837\","
                    + "\"lead_phone_number\":\"+14155552671\",\"lead_name\":\"Zoë Example\",\"agents_used\":[\"a-1\"],"
                    + "\"end_call_reason\":\"human_goodbye\",\"labels\":[\"hot\"],\"timezone\":\"Europe/Berlin\","
                    + "\"judge_results\":{\"goal\":\"true\",\"tone\":\"partial\"},\"telephony_start\":\"2026-04-22T16:49:29\","
                    + "\"transcript\":\"bot: Hello, this is a call about your order. human: yes? bot: It was sent this morning.\"}";

    @TempDir
    Path folder;

    private static String row(long index) {
        return "{\"call_id\":\"call-" + index + "-9f1c\",\"call_status\":\"" + STATUS[(int) (index % STATUS.length)]
                + "\",\"duration\":" + index % 600 + REST;
    }

    @Test
    void groupBy_largeLogInSmallHeap_isExact() throws Exception {
        Path file = folder.resolve("calls.jsonl");
        Map<String, long[]> expected = new HashMap<>();
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            for (long i = 0; i < CALLS; i++) {
                lines.append(row(i)).append('\n');
                long[] sums = expected.computeIfAbsent(STATUS[(int) (i % STATUS.length)], status -> new long[2]);
                sums[0]++;
                sums[1] += i % 600;
            }
        }
        List<String> printed;
        try (CallLogServer server = new CallLogServer(CALLS, LargeLogTest::row)) {
            server.forget();
            printed =
                    child(server.settings().get("synthflow.base-url"), CallLogServer.KEY, file.toString(), "" + ROUNDS);
        }
        System.out.println(String.join("\n", printed));
        assertThat(printed.stream().filter(line -> line.contains("|walk|")))
                .hasSize(ROUNDS)
                .allMatch(line -> line.endsWith("[[" + CALLS + ", true]]"));
        for (String what : List.of("|sql|", "|read_json|")) {
            assertThat(printed.stream().filter(line -> line.contains(what)))
                    .hasSize(ROUNDS)
                    .allSatisfy(line -> expected.forEach((status, sums) ->
                            assertThat(line).contains("[" + status + ", " + sums[0] + ", " + sums[1] + "]")));
        }
        assertThat(printed.get(printed.size() - 1)).isEqualTo("heap of 256 MB");
    }

    private static List<String> child(String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                LargeLog.class.getName()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
        return lines;
    }
}
