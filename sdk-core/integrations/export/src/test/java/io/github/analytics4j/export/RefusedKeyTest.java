package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.testkit.ManualClock;
import io.github.analytics4j.testkit.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key that the server refuses ties no place to itself, and is told as such, whatever kind of table is read. */
class RefusedKeyTest {
    private static final SyncOptions NEW_KEY =
            SyncOptions.builder().newKey(true).build();

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-20T02:13:00Z"));
    private final Sandbox sandbox =
            Sandbox.builder().clock(clock).calls(60).sttEvents(60).start();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private SyncReport run(String table, SyncOptions options, boolean wrongKey) {
        Map<String, String> environment = new HashMap<>(sandbox.environment());
        if (wrongKey) {
            environment.replaceAll((name, value) -> name.endsWith("_API_KEY") ? "mistyped" : value);
        }
        ApiCatalog api = Nights.api(table.substring(0, table.indexOf('_')));
        try (ApiSession session = api.open(ClientSettings.environment(environment))) {
            return Sync.of(SyncTable.of(session, api.table(table).orElseThrow()))
                    .into(FolderSink.of(folder))
                    .with(options)
                    .clock(clock)
                    .run();
        }
    }

    private static void assertKeyRefused(SyncReport report) {
        assertThat(report.exitCode()).as(report.toJson()).isEqualTo(SyncReport.NOTHING_DONE);
        assertThat(report.keyRefused()).as(report.toJson()).isTrue();
    }

    private static void assertDone(SyncReport report) {
        assertThat(report.exitCode()).as(report.toJson()).isZero();
        assertThat(report.keyRefused()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"voisnap_costs_by_agent", "callops_call_volume", "synaptiq_overview_time_series"})
    void refusedKey_emptyPlace_isNotTiedToIt(String table) {
        assertKeyRefused(run(table, SyncOptions.DEFAULT, true));
        assertDone(run(table, SyncOptions.DEFAULT, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"voisnap_costs_by_agent", "callops_call_volume", "synaptiq_overview_time_series"})
    void refusedKey_filledPlaceAndNewKeyAllowed_staysTiedToTheOldOne(String table) {
        assertDone(run(table, SyncOptions.DEFAULT, false));
        assertKeyRefused(run(table, SyncOptions.DEFAULT, true));
        assertKeyRefused(run(table, NEW_KEY, true));
        assertDone(run(table, SyncOptions.DEFAULT, false));
    }

    @Test
    void refusedKey_ofOneTableOfSeveral_isTold() {
        Map<String, String> environment = new HashMap<>(sandbox.environment());
        environment.put("VOISNAP_API_KEY", "mistyped");
        ClientSettings settings = ClientSettings.environment(environment);
        try (ApiSession voisnap = Nights.api("voisnap").open(settings);
                ApiSession callops = Nights.api("callops").open(settings)) {
            SyncReport report = Sync.of(table(voisnap, "voisnap_costs_by_agent"), table(callops, "callops_call_volume"))
                    .into(FolderSink.of(folder))
                    .clock(clock)
                    .run();
            assertThat(report.keyRefused()).isTrue();
            assertThat(report.toJson()).startsWith("{\"exit\":3,\"key_refused\":true,");
            assertThat(report.table("voisnap_costs_by_agent").exitCode()).isEqualTo(SyncReport.NOTHING_DONE);
            assertThat(report.table("callops_call_volume").exitCode()).isZero();
        }
    }

    @Test
    void refusedKey_ofOneAgentOfSeveral_isTold() throws Exception {
        try (TestLog log = new TestLog(clock);
                ApiSession session = log.session()) {
            log.fill("a", "c", clock.instant().minus(Duration.ofDays(2)), Duration.ofHours(1), 20);
            log.afterEachPage = () -> log.key = log.targets().size() < 2 ? log.key : "revoked";
            SyncReport report = Nights.run(session, FolderSink.of(folder), clock, "a", "b");
            assertThat(report.exitCode()).as(report.toJson()).isEqualTo(SyncReport.UNPROVEN);
            assertThat(report.table("synthflow_calls").partition("a").reasons()).isEmpty();
            assertThat(report.keyRefused()).isTrue();
        }
    }

    private static SyncTable table(ApiSession session, String name) {
        return SyncTable.of(session, session.catalog().table(name).orElseThrow());
    }
}
