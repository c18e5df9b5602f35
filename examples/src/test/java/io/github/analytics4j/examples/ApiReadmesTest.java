package io.github.analytics4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.VendorSandbox;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in the README of each API, compiled as it stands there and run against the sandbox. */
class ApiReadmesTest {
    private static final Pattern PROGRAM = Pattern.compile("(?ms)^```java\n(.*?)^```$");

    @TempDir
    Path folder;

    private final Sandbox sandbox = Sandbox.builder().seed(3).calls(250).start();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void synthflow_walksAllCallsOfTheAgent() throws Exception {
        run("synthflow", sandbox.synthflow());

        assertThat(sandbox.synthflow().requests().last().path()).isEqualTo("/v2/calls");
        assertThat(sandbox.synthflow().requests().last().query("call_status")).contains("completed");
        assertThat(sandbox.requests().count()).isGreaterThan(1);
    }

    @Test
    void synaptiq_fetchesTheFunnel() throws Exception {
        run("synaptiq", sandbox.synaptiq());

        sandbox.synaptiq().requests().assertArrived("GET /api/v1/analytics/funnel");
    }

    @Test
    void voisnap_fetchesTheCosts() throws Exception {
        run("voisnap", sandbox.voisnap());

        sandbox.voisnap().requests().assertArrived("GET /api/v1/analytics/costs");
    }

    @Test
    void callops_fetchesTheOutcomes() throws Exception {
        run("callops", sandbox.callops());

        sandbox.callops().requests().assertArrived("GET /api/v1/analytics/outcomes");
    }

    /** As on the page, with address, key and agent of the sandbox. */
    private void run(String api, VendorSandbox vendor) throws Exception {
        String page = Files.readString(Path.of("../sdk-" + api + "/README.md"));
        List<String> programs =
                PROGRAM.matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(programs).hasSize(1);
        assertThat(programs.get(0)).contains(".fromEnv()");
        String program = programs.get(0)
                .replace(".fromEnv()", ".baseUrl(\"" + vendor.baseUrl() + "\").apiKey(\"" + vendor.apiKey() + "\")")
                .replace("\"m-1\"", "\"" + sandbox.synthflow().modelId() + "\"");
        Path source = Files.writeString(folder.resolve("Example.java"), program);
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.toString(), "-proc:none", source.toString());
        assertThat(compiled).as(program).isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            loader.loadClass("Example").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        }
    }
}
