package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.testkit.ManualClock;
import io.github.analytics4j.testkit.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever list of rows an API has can be kept up to date; how follows from the catalogue. */
class EveryTableSyncTest {
    private static final Instant START = Instant.parse("2026-11-20T02:13:00Z");

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock(START);

    static Stream<ApiCatalog> apis() {
        return ApiCatalog.all().stream();
    }

    @ParameterizedTest
    @MethodSource("apis")
    void everyTable_twoNights_isWholeAndStill(ApiCatalog api) throws Exception {
        Map<String, Integer> kinds = new TreeMap<>();
        try (Sandbox sandbox = sandbox();
                ApiSession session = api.open(ClientSettings.environment(sandbox.environment()))) {
            for (Table table : api.tables()) {
                Sync sync = Sync.of(synced(session, table, sandbox))
                        .into(FolderSink.of(folder))
                        .clock(clock);
                kinds.merge(String.valueOf(TableKind.of(table)), 1, Integer::sum);
                SyncReport first = sync.run();
                assertThat(first.exitCode()).as(first.toJson()).isZero();
                Map<String, String> before = files();
                SyncReport again = sync.run();
                assertThat(again.exitCode()).as(again.toJson()).isZero();
                assertThat(files()).as(table.name()).isEqualTo(before);
            }
            clock.advance(Duration.ofDays(1));
            for (Table table : api.tables()) {
                SyncReport next = Sync.of(synced(session, table, sandbox))
                        .into(FolderSink.of(folder))
                        .clock(clock)
                        .run();
                assertThat(next.exitCode()).as(next.toJson()).isZero();
            }
        }
        System.out.println(api.name() + " " + kinds);
    }

    private static SyncTable synced(ApiSession session, Table table, Sandbox sandbox) {
        SyncTable synced = SyncTable.of(session, table);
        boolean narrowed =
                table.operation().parameter("model_id").map(Parameter::required).orElse(false);
        return narrowed ? synced.each("model_id", sandbox.synthflow().modelId()) : synced;
    }

    private Sandbox sandbox() {
        return Sandbox.builder()
                .clock(clock)
                .calls(600)
                .activities(600)
                .sttEvents(1_500)
                .start();
    }

    @Test
    void activity_byPageNumberAndDays_isTheFeed() throws Exception {
        assertIsTheLog("synaptiq", "synaptiq_activity");
    }

    @Test
    void events_byTimeWindowAlone_areTheLog() throws Exception {
        assertIsTheLog("callops", "callops_stt_events");
    }

    /** A request has rows of the day behind its own days, which the next request has too. */
    @Test
    void series_overMoreDaysThanOneRequestTakes_isVerified() throws Exception {
        ApiCatalog api = Nights.api("synthflow");
        Table table = api.table("synthflow_export_sentiment_stat_series").orElseThrow();
        LocalDate lastDay = LocalDate.parse("2026-11-20");
        try (Sandbox sandbox = sandbox();
                ApiSession session = api.open(ClientSettings.environment(sandbox.environment()))) {
            Sync sync = Sync.of(SyncTable.of(session, table).since(lastDay.minusDays(116)))
                    .into(FolderSink.of(folder))
                    .clock(clock);
            assertThat(sync.run().exitCode()).isZero();
            SyncReport verified = sync.verify();
            assertThat(verified.exitCode()).as(verified.toJson()).isZero();
            assertThat(verified.toJson()).contains("\"requests\":2,").doesNotContain("\"outside\":0,");
        }
    }

    private void assertIsTheLog(String name, String tableName) throws Exception {
        ApiCatalog api = Nights.api(name);
        Table table = api.table(tableName).orElseThrow();
        try (Sandbox sandbox = sandbox();
                ApiSession session = api.open(ClientSettings.environment(sandbox.environment()))) {
            SyncTable synced = SyncTable.of(session, table).since(LocalDate.parse("2026-08-01"));
            for (int night = 0; night < 3; night++) {
                SyncReport report =
                        Sync.of(synced).into(FolderSink.of(folder)).clock(clock).run();
                assertThat(report.exitCode()).as(report.toJson()).isZero();
                assertThat(Sync.of(synced)
                                .into(FolderSink.of(folder))
                                .clock(clock)
                                .verify()
                                .exitCode())
                        .isZero();
                clock.advance(Duration.ofDays(1));
            }
        }
    }

    private Map<String, String> files() throws Exception {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.filter(Files::isRegularFile)
                    .filter(each -> each.toString().contains("/data/"))
                    .toList()) {
                all.put(folder.relativize(each).toString(), Files.getLastModifiedTime(each) + " " + Disk.sha256(each));
            }
        }
        return all;
    }
}
