package io.github.analytics4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.json.JsonValue;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.Sandbox;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The application of the README, compiled as it stands there and run against the sandbox. */
@ExtendWith(OutputCaptureExtension.class)
class ReadmeApplicationTest {
    @TempDir
    static Path folder;

    private final Sandbox sandbox = Sandbox.builder().seed(6).calls(250).start();
    private final HttpClient http = HttpClient.newHttpClient();
    private Class<?> application;
    private URLClassLoader loader;

    private static List<String> blocks(String language) throws Exception {
        Matcher blocks = Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
                .matcher(Files.readString(Path.of("README.md")));
        return blocks.results().map(found -> found.group(1)).toList();
    }

    @BeforeEach
    void compile() throws Exception {
        List<String> java = blocks("java");
        assertThat(java).hasSize(2);
        assertThat(java.get(0).lines().filter(line -> !line.isBlank()).count()).isLessThanOrEqualTo(30);
        Path source = folder.resolve("CallsApplication.java");
        // the bean of the second snippet belongs into an application of its own
        Files.writeString(source, "package shown;\n" + java.get(0));
        Path other = folder.resolve("OwnConnections.java");
        Files.writeString(
                other, "package shown;\n" + java.get(1).replaceFirst("\n\n", "\nclass OwnConnections {\n") + "}\n");
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        folder.toString(),
                        "-proc:none",
                        "-parameters",
                        source.toString(),
                        other.toString());
        assertThat(compiled).isZero();
        loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
        application = loader.loadClass("shown.CallsApplication");
    }

    @AfterEach
    void close() throws Exception {
        loader.close();
        sandbox.close();
    }

    private ConfigurableApplicationContext start(String... more) throws Exception {
        Map<String, Object> properties = new TreeMap<>();
        for (String line : blocks("properties").get(0).split("\n")) {
            properties.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        properties.remove("analytics4j.synthflow.region");
        properties.put("SYNTHFLOW_API_KEY", sandbox.synthflow().apiKey());
        properties.put(
                "analytics4j.synthflow.base-url", sandbox.synthflow().baseUrl().toString());
        properties.put("server.port", "0");
        properties.put("server.address", "127.0.0.1");
        properties.put("server.tomcat.basedir", folder.resolve("tomcat").toString());
        properties.put("spring.main.banner-mode", "off");
        for (String each : more) {
            properties.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }
        SpringApplication app = new SpringApplication(application);
        app.setDefaultProperties(properties);
        return app.run();
    }

    private HttpResponse<String> get(ConfigurableApplicationContext context, String path) throws Exception {
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    @Test
    void application_listsCallsAsTheVendorsJson_andMeasures() throws Exception {
        try (ConfigurableApplicationContext context = start()) {
            sandbox.faults().next(Fault.status(503));
            String agent = sandbox.synthflow().modelId();
            HttpResponse<String> calls = get(context, "/agents/" + agent + "/calls?limit=7");

            assertThat(calls.statusCode()).isEqualTo(200);
            assertThat(calls.headers().firstValue("Content-Type")).hasValue("application/json");
            List<JsonValue> listed = JsonValue.parse(calls.body()).elements();
            assertThat(listed).hasSize(7);
            String sent = sandboxCalls(agent);
            assertThat(JsonValue.parse(sent)
                            .get("response")
                            .get("calls")
                            .elements()
                            .subList(0, 7))
                    .isEqualTo(listed);

            assertThat(measured(context, "calls", "?tag=operation:synthflow.calls.list&tag=status:200&tag=outcome:ok"))
                    .isEqualTo(1);
            assertThat(measured(context, "retries", "")).isEqualTo(1);
            assertThat(measured(context, "rows", "?tag=operation:synthflow.calls.list"))
                    .isEqualTo(7);
        }
    }

    /** What the API itself sends for the same question. */
    private String sandboxCalls(String agent) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(sandbox.synthflow().baseUrl() + "/calls?model_id=" + agent + "&limit=7"))
                .header("Authorization", "Bearer " + sandbox.synthflow().apiKey())
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private long measured(ConfigurableApplicationContext context, String meter, String tags) throws Exception {
        HttpResponse<String> metric = get(context, "/actuator/metrics/analytics4j." + meter + tags);
        assertThat(metric.statusCode()).as(metric.body()).isEqualTo(200);
        return JsonValue.parse(metric.body())
                .get("measurements")
                .get(0)
                .get("value")
                .asLong();
    }

    @Test
    void endpoints_thatMayShowEverything_showNoKey() throws Exception {
        try (ConfigurableApplicationContext context = start(
                "management.endpoints.web.exposure.include=*",
                "management.endpoint.env.show-values=always",
                "management.endpoint.configprops.show-values=always",
                "SYNAPTIQ_API_KEY=planted-key-3",
                "ANALYTICS4J_VOISNAP_API_KEY=planted-key-4",
                "analytics4j.callops.apiKey=planted-key-5",
                "analytics4j.callops.base-url=https://callops.example")) {
            assertThat(context.getBeansOfType(SynthflowClient.class)).hasSize(1);
            for (String endpoint : List.of("env", "configprops", "beans", "conditions", "loggers", "metrics")) {
                String body = get(context, "/actuator/" + endpoint).body();
                assertThat(body)
                        .as(endpoint)
                        .doesNotContain("planted-key", sandbox.synthflow().apiKey());
            }
            assertThat(get(context, "/actuator/env").body()).contains("analytics4j.synthflow.api-key", "******");
        }
    }

    @Test
    void context_restartedAndClosed_leavesNoThread() throws Exception {
        String agent = sandbox.synthflow().modelId();
        for (int start = 0; start < 2; start++) {
            try (ConfigurableApplicationContext context = start()) {
                assertThat(get(context, "/agents/" + agent + "/calls?limit=200").statusCode())
                        .isEqualTo(200);
            }
        }
        assertThat(threadsLeft()).isEmpty();
    }

    @Test
    void applicationWithoutAKey_saysAtItsStartWhichClientIsMissing(CapturedOutput output) {
        assertThatThrownBy(() -> start("SYNTHFLOW_API_KEY=")).isInstanceOf(UnsatisfiedDependencyException.class);

        assertThat(output)
                .contains(
                        "CallsController needs a SynthflowClient, and there is none since analytics4j.synthflow.api-key is"
                                + " not set, or blank");
    }

    @Test
    void placeholderWithoutADefault_endsTheStart_thoughNobodyWantsAClient() {
        SpringApplication none = new SpringApplication(AnalyticsAutoConfiguration.class);
        none.setDefaultProperties(Map.of("analytics4j.synthflow.api-key", "${NOT_SET_ANYWHERE}"));
        none.addPrimarySources(List.of(SynthflowAutoConfiguration.class));
        none.setWebApplicationType(WebApplicationType.NONE);

        assertThatThrownBy(none::run)
                .rootCause()
                .isInstanceOf(InvalidClientException.class)
                .hasMessage("analytics4j.synthflow.api-key has a placeholder that has no value: NOT_SET_ANYWHERE");

        none.setDefaultProperties(Map.of("analytics4j.synthflow.api-key", "${NOT_SET_ANYWHERE:}"));
        try (ConfigurableApplicationContext context = none.run()) {
            assertThat(context.getBeansOfType(SynthflowClient.class)).isEmpty();
        }
    }

    /** Threads of the SDK, of its connections and of the web server that do not end in a while; idle ones have ten seconds. */
    private static List<String> threadsLeft() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (isOurs(thread)) {
                thread.join(20_000);
            }
        }
        return Thread.getAllStackTraces().keySet().stream()
                .filter(ReadmeApplicationTest::isOurs)
                .map(Thread::getName)
                .toList();
    }

    private static boolean isOurs(Thread thread) {
        String name = thread.getName();
        boolean sandbox = name.startsWith("analytics4j-sandbox"); // which goes on until the test ends
        return (name.startsWith("analytics4j") && !sandbox) || name.contains("tomcat") || name.startsWith("http-nio");
    }
}
