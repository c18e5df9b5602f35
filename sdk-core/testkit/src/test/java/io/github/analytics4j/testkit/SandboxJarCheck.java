package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.testkit.TestClient.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The executable jar, run by {@code java -jar}; run by the build once the jar is there. */
@Timeout(120)
class SandboxJarCheck {
    @TempDir
    Path folder;

    private Path jar;
    private Path err;
    private Path temporary;

    @BeforeEach
    void find() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            jar = files.filter(file -> file.toString().endsWith("-all.jar"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        }
        err = folder.resolve("err");
        temporary = Files.createDirectory(folder.resolve("temporary"));
    }

    private Process start(String... options) throws IOException {
        return new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        LocalRepository.tool("java"),
                                        "-Djava.io.tmpdir=" + temporary,
                                        "-jar",
                                        jar.toString()),
                                Stream.of(options))
                        .toList())
                .directory(folder.toFile())
                .redirectError(err.toFile())
                .start();
    }

    /** Its lines of {@code KEY=value}, the last of which says that it is ready. */
    private Map<String, String> variables(BufferedReader lines) throws IOException {
        Map<String, String> variables = new LinkedHashMap<>();
        while (!variables.containsKey("SANDBOX_READY")) {
            String line = lines.readLine();
            assertThat(line)
                    .as("after " + variables + Files.readString(err))
                    .isNotNull()
                    .contains("=");
            String[] pair = line.split("=", 2);
            variables.put(pair[0], pair[1]);
        }
        return variables;
    }

    private static HttpClient trusting(String certificate) throws Exception {
        if (certificate == null) {
            return TestClient.HTTP;
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(Path.of(certificate))) {
            store.setCertificateEntry(
                    "sandbox", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static Json get(HttpClient http, String url, String key) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "Bearer " + key)
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.of(answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void jar_servesTheApisAndItsAdmin_untilItIsTerminated(String scheme) throws Exception {
        String clock = "--clock=2026-03-01T00:00:00Z"; // it stands: no call comes in of its own accord
        Process process = scheme.equals("https")
                ? start(
                        "--port",
                        "0",
                        "--calls=70",
                        clock,
                        "--key",
                        "synthflow=secret",
                        "--https",
                        "--ca-file",
                        "ca.pem")
                : start("--port", "0", "--calls=70", clock, "--key", "synthflow=secret");
        try (BufferedReader lines = process.inputReader()) {
            Map<String, String> variables = variables(lines);
            HttpClient http = trusting(variables.get("SANDBOX_CA_FILE"));
            assertThat(variables)
                    .containsKeys("SYNTHFLOW_MODEL_ID", "SYNAPTIQ_API_KEY", "VOISNAP_BASE_URL", "CALLOPS_BASE_URL")
                    .containsEntry("SYNTHFLOW_API_KEY", "secret")
                    .containsEntry("SANDBOX_READY", "true");
            String calls = variables.get("SYNTHFLOW_BASE_URL") + "/calls?limit=1&model_id="
                    + variables.get("SYNTHFLOW_MODEL_ID");
            assertThat(calls).startsWith(scheme + "://127.0.0.1:");
            assertThat(total(get(http, calls, "secret"))).isEqualTo(70);
            assertThat(get(
                                    http,
                                    variables.get("SYNAPTIQ_BASE_URL") + "/analytics/overview",
                                    variables.get("SYNAPTIQ_API_KEY"))
                            .get("summary")
                            .get("totalConversations")
                            .number())
                    .isPositive();
            HttpResponse<String> inserted = http.send(
                    HttpRequest.newBuilder(URI.create(variables.get("SANDBOX_ADMIN_URL") + "/rows/synthflow-calls"))
                            .POST(BodyPublishers.ofString("{\"count\":2}"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(inserted.statusCode()).isEqualTo(201);
            assertThat(total(get(http, calls, "secret"))).isEqualTo(72);

            process.toHandle().destroy(); // SIGTERM, with the streams left open

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(lines.readLine()).isNull();
            assertThat(process.exitValue()).isEqualTo(143);
            assertGone(variables);
        } finally {
            process.destroyForcibly();
        }
    }

    private static long total(Json calls) {
        return calls.get("response").get("pagination").get("total_records").number();
    }

    /** It said nothing, left no file but the certificate that was asked for, and nobody listens any more. */
    private void assertGone(Map<String, String> variables) throws IOException {
        assertThat(Files.readString(err)).isEmpty();
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.filter(file -> !file.getFileName().toString().startsWith("hsperfdata")))
                    .isEmpty();
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString())).isSubsetOf("err", "temporary", "ca.pem");
        }
        for (String name : List.of("SYNTHFLOW_BASE_URL", "SANDBOX_ADMIN_URL")) {
            int port = URI.create(variables.get(name)).getPort();
            try (Socket socket = new Socket("127.0.0.1", port)) {
                throw new AssertionError("somebody listens on port " + port + ": " + socket);
            } catch (IOException refused) {
                // what was to be shown
            }
        }
    }

    /** The arguments of the recipe for Docker: all addresses are listened on, and the URLs name the host. */
    @Test
    void jar_asInTheRecipeForDocker() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        Matcher recipe = Pattern.compile(
                        "docker run --rm -p (\\d+)-(\\d+):\\1-\\2 -v \"\\$PWD:/s\" eclipse-temurin:(\\d+)-jre"
                                + " \\\\\\s+java -jar /s/(\\S+) --port (\\d+) (.*)")
                .matcher(readme);
        assertThat(recipe.find()).isTrue();
        assertThat(Integer.parseInt(recipe.group(3))).isGreaterThanOrEqualTo(17);
        assertThat(recipe.group(4)).isEqualTo(jar.getFileName().toString());
        assertThat(recipe.group(5)).isEqualTo(recipe.group(1));
        int ports = 1 + Integer.parseInt(recipe.group(2)) - Integer.parseInt(recipe.group(1));
        int first = freePorts(ports);
        List<String> options = new ArrayList<>(List.of("--port", Integer.toString(first), "--calls=5"));
        options.addAll(List.of(recipe.group(6).split(" ")));
        Process process = start(options.toArray(String[]::new));
        try (BufferedReader lines = process.inputReader()) {
            Map<String, String> variables = variables(lines);
            assertThat(variables.get("SYNTHFLOW_BASE_URL")).isEqualTo("http://localhost:" + first + "/v2");
            assertThat(variables.get("SANDBOX_ADMIN_URL")).isEqualTo("http://localhost:" + (first + ports - 1));
            // as from outside of a container: by another address than loopback's first
            assertThat(get(TestClient.HTTP, "http://127.0.0.2:" + (first + ports - 1) + "/health", "none")
                            .get("status")
                            .text())
                    .isEqualTo("ok");
        } finally {
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** The first of so many ports in a row that are free. */
    private static int freePorts(int count) throws IOException {
        for (int attempt = 0; attempt < 50; attempt++) {
            List<ServerSocket> taken = new ArrayList<>();
            try {
                taken.add(new ServerSocket(0));
                int first = taken.get(0).getLocalPort();
                for (int i = 1; i < count; i++) {
                    taken.add(new ServerSocket(first + i));
                }
                return first;
            } catch (IOException | IllegalArgumentException inUse) {
                // another try
            } finally {
                for (ServerSocket socket : taken) {
                    socket.close();
                }
            }
        }
        throw new IOException("no " + count + " ports in a row are free");
    }

    @Test
    void jar_wrongOption_isToldInOneLine_withCode2() throws Exception {
        Process process = start("--clals", "5");

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(process.inputReader().readLine()).isNull();
        assertThat(Files.readString(err).strip())
                .isEqualTo("analytics4j sandbox: unknown option --clals; --help lists them all");
    }

    @Test
    void jar_isForJava17_andHasTheLicences() throws IOException {
        try (JarFile opened = new JarFile(jar.toFile())) {
            assertThat(opened.getEntry("META-INF/LICENSE")).isNotNull();
            assertThat(opened.getEntry("module-info.class")).isNull();
            assertThat(opened.getManifest().getMainAttributes().getValue("Main-Class"))
                    .isEqualTo(SandboxMain.class.getName());
            try (InputStream main =
                    opened.getInputStream(opened.getEntry("io/github/analytics4j/testkit/SandboxMain.class"))) {
                assertThat(main.readNBytes(8)[7]).as("version of its classes").isEqualTo((byte) 61);
            }
        }
    }
}
