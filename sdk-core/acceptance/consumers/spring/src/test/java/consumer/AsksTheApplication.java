package consumer;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.spring.ClientCustomizer;
import io.github.analytics4j.testkit.Sandbox;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs the application against the sandbox: calls come as the sandbox has them, the metrics count what was asked for, and the key
 * of the sandbox is in neither. Prints what it stood on; the first argument is the version of analytics4j.
 */
public final class AsksTheApplication {
    private static final int CALLS = 45;

    private AsksTheApplication() {}

    public static void main(String[] args) throws Exception {
        try (Sandbox sandbox = Sandbox.builder().seed(7).calls(CALLS).start();
                ConfigurableApplicationContext application = SpringApplication.run(
                        CallsApplication.class,
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--spring.main.banner-mode=off",
                        "--management.endpoints.web.exposure.include=metrics,env",
                        "--analytics4j.synthflow.api-key=" + sandbox.synthflow().apiKey(),
                        "--analytics4j.synthflow.base-url=" + sandbox.synthflow().baseUrl())) {
            String place = "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port");
            String calls = get(place + "/agents/" + sandbox.synthflow().modelId() + "/calls?limit=" + CALLS);
            IntStream.range(0, CALLS).forEach(i -> contains(
                    calls, "\"call_id\":\"" + sandbox.synthflow().calls().id(i) + "\""));
            contains(get(place + "/actuator/metrics/analytics4j.calls"), "\"value\":" + sandbox.requests().count() + ".0");
            equal(false, (calls + get(place + "/actuator/env")).contains(sandbox.synthflow().apiKey()));
            equal(
                    "analytics4j/" + args[0] + " Java/" + Runtime.version().feature(),
                    sandbox.requests().last().header("User-Agent").orElse("none"));
            equal(List.of("synthflow"), ApiCatalog.all().stream().map(ApiCatalog::name).toList());
        }
        System.out.println("ok: Java " + Runtime.version().feature() + ", Spring Boot " + SpringBootVersion.getVersion() + ", "
                + jar(ClientCustomizer.class));
    }

    private static String get(String url) throws Exception {
        var response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
        equal(200, response.statusCode());
        return response.body();
    }

    private static String jar(Class<?> type) {
        String place = type.getProtectionDomain().getCodeSource().getLocation().getPath();
        return place.substring(place.lastIndexOf('/') + 1).replace(".jar", "");
    }

    private static void contains(String text, String part) {
        if (!text.contains(part)) {
            throw new AssertionError("expected " + part + " in " + text);
        }
    }

    private static void equal(Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("expected " + expected + ", got " + actual);
        }
    }
}
