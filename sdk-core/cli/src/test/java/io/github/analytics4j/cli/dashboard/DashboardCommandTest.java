package io.github.analytics4j.cli.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.cli.Main;
import io.github.analytics4j.cli.Surroundings;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against the sandbox: what it asks for, what it writes, how it ends. */
class DashboardCommandTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private Sandbox sandbox;
    private Path page;

    @BeforeEach
    void start() {
        sandbox = Sandbox.builder().strict().start();
        environment.putAll(sandbox.environment());
        page = folder.resolve("page.html");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private int run(String... words) {
        Surroundings surroundings = Surroundings.builder()
                .out(out)
                .err(new PrintStream(err, true, StandardCharsets.UTF_8))
                .environment(environment)
                .home(folder)
                .build();
        return Main.run(
                surroundings,
                Stream.concat(Stream.of("dashboard"), Stream.of(words)).toArray(String[]::new));
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** The page without data and scripts, so that a failing test does not print a megabyte. */
    private String markup() throws Exception {
        String html = Files.readString(page);
        return html.substring(0, html.indexOf("<script"));
    }

    private List<String> targets() {
        return sandbox.requests().all().stream().map(request -> request.path()).toList();
    }

    // --- the charts and the catalogue

    @Test
    void charts_nameTablesColumnsAndParametersThatThereAre() {
        List<ChartSpec> charts = ChartSpec.read(Assets.text(Assets.CHARTS));
        Map<String, Table> tables = ApiCatalog.all().stream()
                .flatMap(api -> api.tables().stream())
                .collect(Collectors.toMap(Table::name, table -> table));

        assertThat(charts).allSatisfy(chart -> {
            assertThat(tables).containsKey(chart.table());
            assertThat(new ChartSource(chart, tables.get(chart.table())).missing())
                    .isEmpty();
            assertThat(chart.series().keySet()).containsAll(chart.tones().keySet());
        });
        assertThat(charts).extracting(ChartSpec::id).doesNotHaveDuplicates();
        assertThat(ApiCatalog.all())
                .filteredOn(api -> charts.stream()
                        .anyMatch(chart -> api.table(chart.table()).isPresent()))
                .extracting(ApiCatalog::title)
                .containsExactly("CallOps", "Synaptiq", "Synthflow", "Voisnap");
    }

    @Test
    void sandbox_needsNoKeyAndHasEveryChart() throws Exception {
        environment.clear();

        int code = run("--out", page.toString(), "--sandbox");

        assertThat(err()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.size()).isZero();
        List<ChartSpec> charts = ChartSpec.read(Assets.text(Assets.CHARTS));
        assertThat(charts).allSatisfy(chart -> assertThat(markup()).contains(" id=\"" + chart.id() + "\""));
        assertThat(markup())
                .contains("The figures are a sandbox&#39;s, and made up.")
                .doesNotContain("Left out")
                .doesNotContain("No rows");
        assertThat(folder.toFile().listFiles()).containsExactly(page.toFile());
    }

    @Test
    void keys_severalTablesOfAnOperationTakeOneRequest() throws Exception {
        int code = run(
                "--out",
                page.toString(),
                "--set",
                "synthflow_calls.model_id=" + sandbox.synthflow().modelId());

        assertThat(err()).isEmpty();
        assertThat(code).isZero();
        assertThat(targets()).filteredOn(path -> path.equals("/v2/analytics/")).hasSize(1);
        assertThat(targets()).filteredOn(path -> path.equals("/v2/calls")).hasSizeBetween(10, 12);
        assertThat(targets())
                .filteredOn(path -> path.endsWith("/analytics/costs"))
                .hasSize(1);
        assertThat(targets())
                .filteredOn(path -> path.endsWith("/analytics/latency"))
                .hasSize(1);
    }

    @Test
    void window_goesToEachApiInItsOwnForm() throws Exception {
        assertThat(run("--out", page.toString(), "--from", "2026-02-01", "--to", "2026-02-28"))
                .isZero();

        assertThat(queries("/v2/analytics/"))
                .contains("from_date=2026-02-01T00:00:00Z")
                .contains("to_date=2026-02-28T23:59:59Z");
        assertThat(queries("/analytics/funnel"))
                .contains("startDate=2026-02-01")
                .contains("endDate=2026-02-28");
        assertThat(queries("/analytics/costs")).contains("dateFrom=2026-02-01").contains("dateTo=2026-02-28");
        assertThat(queries("/analytics/peak-hours"))
                .contains("start_date=2026-02-01T00:00:00Z")
                .contains("end_date=2026-02-28T23:59:59Z");
        assertThat(markup()).contains("1 Feb 2026 to 28 Feb 2026");
    }

    private String queries(String end) {
        return sandbox.requests().all().stream()
                .filter(request -> request.path().endsWith(end))
                .map(request -> URLDecoder.decode(request.rawQuery(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
    }

    // --- what is left out

    @Test
    void keyOfOneApiAlone_onlyItsChartsAreThere() throws Exception {
        environment.keySet().removeIf(name -> !name.startsWith("SYNAPTIQ"));

        int code = run("--out", page.toString(), "--title", "Sales & more");

        assertThat(code).isZero();
        assertThat(markup())
                .contains("<h1>Sales &amp; more</h1>")
                .contains("id=\"synaptiq-funnel-stages\"")
                .doesNotContain("id=\"callops")
                .contains("<li>Voisnap: no key was given (VOISNAP_API_KEY), so its ");
        assertThat(err()).contains("analytics4j: left out: CallOps: no key was given (CALLOPS_API_KEY), so its ");
        assertThat(targets()).allMatch(path -> path.startsWith("/api/v1/analytics/"));
    }

    @Test
    void requiredParameterMissing_chartIsLeftOutWithWhatToSet() throws Exception {
        environment.remove("SYNTHFLOW_MODEL_ID");

        assertThat(run("--out", page.toString())).isZero();

        assertThat(markup())
                .contains("<li>Synthflow, Length of the latest calls: it needs --set synthflow_calls.model_id=….</li>")
                .doesNotContain("id=\"synthflow-calls\"");
        assertThat(targets()).doesNotContain("/v2/calls");
    }

    @Test
    void noKeyAtAll_isCode4AndNoPage() {
        environment.clear();

        assertThat(run("--out", page.toString())).isEqualTo(4);

        assertThat(err())
                .startsWith("analytics4j: no key for any API: set one or more of CALLOPS_API_KEY, ")
                .contains(" SYNTHFLOW_API_KEY, ")
                .endsWith(" in the environment; --sandbox needs none\n")
                .containsOnlyOnce("\n");
        assertThat(page).doesNotExist();
        assertThat(targets()).isEmpty();
    }

    @Test
    void keyMisspelled_isToldFirst_whereNoApiHasAKey() throws Exception {
        environment.clear();
        settings("synthflow.apikey=sf-hidden\ncallops.base-uri=x\n");

        assertThat(run("--out", page.toString())).isEqualTo(4);

        assertThat(err())
                .startsWith(
                        "analytics4j: settings of callops: callops.base-uri is no setting; there are api-key, base-url;"
                                + " settings of synthflow: synthflow.apikey is no setting; there are api-key, base-url, region;"
                                + " no key for any API: set one or more of CALLOPS_API_KEY, ")
                .containsOnlyOnce("\n")
                .doesNotContain("sf-hidden");
        assertThat(page).doesNotExist();
    }

    private Path settings(String text) throws IOException {
        Path file = folder.resolve(".config/analytics4j/settings.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return file;
    }

    // --- what fails

    @Test
    void keyMisspelled_isToldAsOfOtherCommands_andTheOtherApisAreThere() throws Exception {
        environment.remove("SYNTHFLOW_API_KEY");
        Path file = settings("synthflow.apikey=sf-hidden\n");

        int code = run("--out", page.toString());

        String mistake =
                "settings of synthflow: synthflow.apikey is no setting; there are api-key, base-url, region; no key"
                        + " for Synthflow: set SYNTHFLOW_API_KEY in the environment, or synthflow.api-key in " + file
                        + " (chmod 600); --sandbox needs none";
        assertThat(err()).isEqualTo("analytics4j: Synthflow could not be opened: " + mistake + "\n");
        assertThat(code).isEqualTo(4);
        assertThat(markup())
                .contains("<li>Synthflow could not be opened: settings of synthflow: synthflow.apikey is no setting; ")
                .contains("id=\"synaptiq-funnel-stages\"")
                .doesNotContain("sf-hidden");
    }

    @Test
    void chartsRequestFails_errorIsInItsPlaceAndTheCodeSaysSo() throws Exception {
        sandbox.callops()
                .faults()
                .on(request -> request.path().endsWith("/analytics/peak-hours"))
                .show(Fault.status(400));

        int code = run("--out", page.toString());

        assertThat(code).isEqualTo(1);
        assertThat(err()).contains("analytics4j: CallOps, Peak hours: callops.analytics.peakHours");
        assertThat(markup())
                .contains("<b>Peak hours could not be fetched</b>callops.analytics.peakHours")
                .contains("id=\"callops-outcomes\"");
    }

    /** What the error says to do is there to be done. */
    @Test
    void deadline_isAnOption_asItsErrorSays() throws Exception {
        sandbox.callops()
                .faults()
                .on(request -> request.path().endsWith("/analytics/peak-hours"))
                .lasting(Duration.ofMinutes(10))
                .show(Fault.stall());

        int code = run("--out", page.toString(), "--deadline", "600ms", "--attempts", "1");

        assertThat(code).isEqualTo(1);
        assertThat(err()).contains("Peak hours: ", "; give it more time with --deadline\n");
        assertThat(run("--out", page.toString(), "--deadline", "soon")).isEqualTo(2);
        assertThat(err()).endsWith("--deadline takes a length of time such as 90s, 5m or 2h, was \"soon\"\n");
    }

    @Test
    void keyRefused_isCode4_andTheOtherApisAreThere() throws Exception {
        environment.put("VOISNAP_API_KEY", "vsnp_live_wrong-0123456789");

        int code = run("--out", page.toString());

        assertThat(code).isEqualTo(4);
        assertThat(markup())
                .contains("<b>Costs by agent could not be fetched</b>")
                .contains("id=\"synaptiq-funnel-stages\"");
        assertThat(Files.readString(page)).doesNotContain("vsnp_live_wrong");
        assertThat(err()).doesNotContain("vsnp_live_wrong");
        assertThat(targets())
                .filteredOn(path -> path.endsWith("/analytics/costs"))
                .hasSize(1);
    }

    @Test
    void rangeTooLong_isAnErrorOfThatApiAlone() throws Exception {
        int code = run("--out", page.toString(), "--from", "2026-01-01", "--to", "2026-08-01");

        assertThat(code).isEqualTo(2);
        assertThat(markup()).contains("at most 120 days").contains("id=\"voisnap-costs-by-agent\"");
        assertThat(targets()).doesNotContain("/v2/analytics/");
    }

    // --- wrong arguments and places

    @Test
    void wrongArguments_areCode2InOneLine_andNothingIsSent() {
        for (List<String> words : List.of(
                List.<String>of(),
                List.of("--out"),
                List.of("--out", ""),
                List.of("--out", " "),
                List.of("--out", page.toString(), "--from", "yesterday"),
                List.of("--out", page.toString(), "--from", "2026-02-02", "--to", "2026-02-01"),
                List.of("--out", page.toString(), "--set", "synthflow_calls"),
                List.of("--out", page.toString(), "--set", "synthflow_calls.=1"),
                List.of("--out", page.toString(), "--set", "nowhere.model_id=1"),
                List.of("--out", page.toString(), "--set", "synthflow_calls.model=1"),
                List.of("--out", page.toString(), "--set", "synthflow_calls.duration_min=-1"),
                List.of("--out", page.toString(), "--set", "voisnap.group_by=century"),
                List.of("--out", page.toString(), "--colour"),
                List.of("--out", page.toString(), "--title", "a", "--title", "b"))) {
            err.reset();

            assertThat(run(words.toArray(String[]::new))).as(words.toString()).isEqualTo(2);

            assertThat(err()).as(words.toString()).startsWith("analytics4j: ").containsOnlyOnce("\n");
            assertThat(page).doesNotExist();
        }
        assertThat(targets()).isEmpty();
    }

    @Test
    void set_ofAnApi_goesToAllItsTables_andOfATableBeforeThat() {
        int code = run(
                "--out",
                page.toString(),
                "--set",
                "callops.agent_id=5b0e7c1a-0d3f-4c55-9a51-000000000001",
                "--set",
                "callops_outcomes.agent_id=5b0e7c1a-0d3f-4c55-9a51-000000000002",
                "--set",
                "voisnap_intents_intents.limit=3");

        assertThat(code).isZero();
        assertThat(queries("/analytics/peak-hours")).contains("agent_id=5b0e7c1a-0d3f-4c55-9a51-000000000001");
        assertThat(queries("/analytics/outcomes"))
                .contains("agent_id=5b0e7c1a-0d3f-4c55-9a51-000000000002")
                .doesNotContain("5b0e7c1a-0d3f-4c55-9a51-000000000001");
        assertThat(queries("/analytics/intents")).contains("limit=3");
    }

    @Test
    void out_dash_isStdoutAndNothingElse() {
        assertThat(run("--out", "-", "--sandbox")).isZero();

        String html = out.toString(StandardCharsets.UTF_8);
        assertThat(html.substring(0, 15)).isEqualTo("<!DOCTYPE html>");
        assertThat(html.endsWith("</html>\n")).isTrue();
        assertThat(err()).isEmpty();
    }

    @Test
    void out_thatCannotBeWritten_isSaidBeforeAnythingIsSent() {
        assertThat(run("--out", folder.resolve("none/page.html").toString())).isEqualTo(1);

        assertThat(err()).startsWith("analytics4j: ").contains("none/page.html");
        assertThat(targets()).isEmpty();
    }

    @Test
    void out_pageThatIsThere_isReplacedAsAWhole() throws Exception {
        Files.writeString(page, "old");
        environment.keySet().removeIf(name -> !name.startsWith("SYNAPTIQ"));

        assertThat(run("--out", page.toString())).isZero();

        assertThat(markup()).startsWith("<!DOCTYPE html>");
        assertThat(folder.toFile().listFiles()).containsExactly(page.toFile());
    }
}
