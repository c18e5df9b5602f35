package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.analytics4j.child.ChildJvm;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox as a program, worked from a shell, from Python and from Node. */
@Timeout(120)
class ProgramTest {
    @TempDir
    Path folder;

    /** A sandbox that runs as a program, and the variables it printed. */
    private record Running(Process process, Map<String, String> variables) implements AutoCloseable {
        @Override
        public void close() {
            process.destroy();
        }
    }

    private Running start(String... options) throws IOException {
        return started(process(options));
    }

    private static Running started(Process process) throws IOException {
        Map<String, String> variables = new LinkedHashMap<>();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            String[] pair = line.split("=", 2);
            assertThat(pair).as(line).hasSize(2);
            variables.put(pair[0], pair[1]);
            if (pair[0].equals("SANDBOX_READY")) {
                return new Running(process, variables);
            }
        }
        throw new AssertionError("the sandbox ended after " + variables);
    }

    private Process process(String... options) throws IOException {
        return ChildJvm.program(List.of(), SandboxMain.class, options)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private String run(Map<String, String> variables, String... command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    private static void assumeInstalled(String tool) {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
        assumeTrue(there, () -> tool + " is not on the PATH: this test is skipped");
    }

    /** Plain HTTP, and HTTPS with the certificate that the program wrote. */
    private Running start(String scheme) throws IOException {
        String clock = "--clock=2026-03-01T00:00:00Z";
        return scheme.equals("https")
                ? start("--calls", "500", clock, "--https", "--ca-file", "ca.pem", "--gzip")
                : start("--calls", "500", clock);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void shell_worksItWithCurl(String scheme) throws Exception {
        try (Running sandbox = start(scheme)) {
            assertThat(sandbox.variables().get("SYNTHFLOW_BASE_URL")).startsWith(scheme + "://127.0.0.1:");
            assertShellWorks(sandbox);
        }
    }

    /** The recipe then moves the clock back. */
    @Test
    void shell_sandboxOfTheMachinesTime_worksItToo() throws Exception {
        try (Running sandbox = start("--calls", "500")) {
            assertShellWorks(sandbox);
        }
    }

    private void assertShellWorks(Running sandbox) throws Exception {
        assumeInstalled("curl");
        assumeInstalled("bash");
        String printed = run(sandbox.variables(), "bash", "-euc", Recipes.text("sandbox.sh"));

        assertThat(printed.strip().lines())
                .containsExactly(
                        "200 calls",
                        "503 during the outage",
                        "200 after it",
                        "2026-03-02",
                        "2 calls came in",
                        "paused",
                        "200 report",
                        "200 csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void python_worksIt(String scheme) throws Exception {
        assumeInstalled("python3");
        try (Running sandbox = start(scheme)) {
            Files.writeString(folder.resolve("sandbox.py"), Recipes.text("sandbox.py"));

            assertThat(run(sandbox.variables(), "python3", "sandbox.py").strip().lines())
                    .containsExactly("500 calls", "429 then 200", "501 calls", "2026-03-01T01:00:00Z", "['***']");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void node_worksIt(String scheme) throws Exception {
        assumeInstalled("node");
        try (Running sandbox = start(scheme)) {
            Files.writeString(folder.resolve("sandbox.mjs"), Recipes.text("sandbox.mjs"));
            Map<String, String> variables = new LinkedHashMap<>(sandbox.variables());
            if (scheme.equals("https")) {
                variables.put("NODE_EXTRA_CA_CERTS", sandbox.variables().get("SANDBOX_CA_FILE"));
            }

            assertThat(run(variables, "node", "sandbox.mjs").strip().lines())
                    .containsExactly("500 calls", "503 then 200", "2026-03-01T01:00:00Z", "null status");
        }
    }

    /** What a shell reads of the lines is what was meant. */
    @Test
    void variables_areTakenOverByAShell() throws Exception {
        assumeInstalled("bash");
        String key = "it's;$(no)|`one`\"&";
        Process process = process("--calls=5", "--key", "callops=" + key);
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            StringBuilder lines = new StringBuilder();
            for (String line = out.readLine(); !line.equals("SANDBOX_READY=true"); line = out.readLine()) {
                lines.append(line).append('\n');
            }
            Files.writeString(folder.resolve("env.sh"), lines);

            assertThat(run(Map.of(), "bash", "-euc", ". ./env.sh; printf %s \"$CALLOPS_API_KEY\""))
                    .isEqualTo(key);
        } finally {
            process.destroy();
        }
    }

    @Test
    void help_isOnStdout_withCode0() throws Exception {
        Process process = process("--help");
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(printed).startsWith("Usage: analytics4j sandbox [OPTION]...");
        SandboxMain.options()
                .forEach(option -> assertThat(printed)
                        .contains("  " + (option.name() + " " + option.value()).strip() + " ", option.meaning()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--what | unknown option --what; --help lists them all",
                "what | unknown option what; --help lists them all",
                "--calls | --calls needs a value, N",
                "--calls=x | --calls must be a whole number, was \"x\"",
                "--calls=-5 | calls: must be at least 0, was -5",
                "--calls=1,--calls=2 | --calls is there twice",
                "--strict=yes | --strict takes no value",
                "--port=65531 | --port must be 0 to 65530, was 65531",
                "--clock=soon | --clock must be a time such as 2026-03-01T00:00:00Z, was \"soon\"",
                "--latency=20 | --latency must be a time such as 20ms, 1.5s, 1min or 2h, was \"20\"",
                "--latency=999999999d | latency: must be at most PT24H, was PT2562047H47M16.854775807S",
                "--rate-limit=60/999999999d | rateLimit: the window must be a century at most, was PT2562047H47M16.854775807S",
                "--retention=soon | --retention must be a time such as 20ms, 1.5s, 1min or 2h, was \"soon\"",
                "--rate-limit=60 | --rate-limit must be such as 60/min, was \"60\"",
                "--calls=9223372036854775807 | calls: must be at most 100000000, was 9223372036854775807",
                "--activities=9223372036854775807 | activities: must be at most 100000000, was 9223372036854775807",
                "--stt-events=99999999999 | sttEvents: must be at most 100000000, was 99999999999",
                "--calls-per-day=9223372036854775807 | callsPerDay: must be at most 1000000, was 9.223372036854776E18",
                "--rate-limit=0/min | --rate-limit needs at least one request, was \"0/min\"",
                "--rate-limit=60/ages | --rate-limit must be a time such as 20ms, 1.5s, 1min or 2h, was \"1ages\"",
                "--key=synthflow | --key must be an API and its key, synthflow=secret for one",
                "--key=nobody=x | key: the API must be one of synthflow, synaptiq, voisnap, callops, was nobody",
                "--bind=no.such.host.invalid | --bind must be an address of this machine, was \"no.such.host.invalid\"",
                "--ca-file=x.pem | --ca-file needs --https",
                "--no-admin,--admin-port=1 | --admin-port and --no-admin exclude each other",
            })
    void wrongOption_isToldInOneLine_withCode2(String arguments, String message) throws Exception {
        Process process = process(arguments.split(","));
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(printed.strip()).isEqualTo("analytics4j sandbox: " + message);
    }

    @Test
    void moreClientsThanItMayOpenFiles_areServedOnceOthersGo() throws Exception {
        assumeInstalled("sh");
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -n 120 && exec \"$0\" \"$@\""));
        command.addAll(
                ChildJvm.program(List.of(), SandboxMain.class, "--calls=50").command());
        List<Socket> clients = new ArrayList<>();
        try (Running sandbox = started(new ProcessBuilder(command).start())) {
            URI url = URI.create(sandbox.variables().get("SYNTHFLOW_BASE_URL"));
            assertThat(answer(new Socket(url.getHost(), url.getPort()))).startsWith("HTTP/1.1 401");
            for (int i = 0; i < 150; i++) {
                clients.add(new Socket(url.getHost(), url.getPort()));
            }
            for (Socket each : clients.subList(0, 149)) {
                each.close();
            }
            assertThat(answer(clients.get(149))).startsWith("HTTP/1.1 401");
        }
    }

    private static String answer(Socket client) throws IOException {
        try (client) {
            client.setSoTimeout(20_000);
            client.getOutputStream().write("GET /v2/calls HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void certificateThatCannotBeWritten_isToldWithWhatToDo() {
        for (String file : List.of("nope/ca.pem", ".")) {
            assertThatThrownBy(() -> SandboxMain.start(
                            List.of("--https", "--ca-file", file), new PrintStream(OutputStream.nullOutputStream())))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageStartingWith("the certificate cannot be written to " + file + " (")
                    .hasMessageEndingWith("): name another file by --ca-file")
                    .hasMessageNotContaining("Exception");
        }
    }

    @Test
    void takenPort_andAddressOfAnotherMachine_areToldInOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = Math.min(taken.getLocalPort(), 65_530);
            Process process = process("--port", Integer.toString(port));
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor()).isEqualTo(2);
            assertThat(printed)
                    .startsWith("analytics4j sandbox: the sandbox cannot listen on port " + port + ": ")
                    .hasLineCount(1);
        }
        Process process = process("--bind", "192.0.2.7");
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .endsWith(", at 192.0.2.7" + System.lineSeparator())
                .hasLineCount(1);
        assertThat(process.waitFor()).isEqualTo(2);
    }
}
