package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.sockets.RawServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server's totals tell of rows that no look-back reads; a difference that stays is told. */
class CountCheckTest extends OneAgent {
    private static final LocalDate SINCE = LocalDate.parse("2026-09-22");
    private static final Pattern START_DAY = Pattern.compile("start_?[dD]ate=([0-9-]{10})");

    private void assertWhole(SyncTable table, SyncReport report) {
        assertThat(report.exitCode()).as(report.toJson()).isZero();
        SyncReport verified = sync(table).verify();
        assertThat(verified.exitCode()).as(verified.toJson()).isZero();
    }

    @Test
    void since_rowsBackDatedAndDeleted_areFoundByTheTotal() {
        SyncTable table = table().since(SINCE);
        fill(60, 2_880);
        assertWhole(table, sync(table).run());
        for (int i = 0; i < 3; i++) {
            log.put(AGENT, log.get(AGENT, "c" + (480 + i)).start(START.minus(Duration.ofDays(50))));
            log.put(AGENT, new TestLog.Call("late" + i, START.minus(Duration.ofDays(50)), 60, "completed", Map.of()));
        }
        log.delete(AGENT, "c110");
        clock.advance(Duration.ofDays(1));
        assertThat(sync(table).run().exitCode()).isZero();
        log.delete(AGENT, "c111");
        clock.advance(Duration.ofDays(8));
        assertThat(sync(table).run().exitCode()).isZero();
        assertThat(Nights.hashes(folder))
                .as("what is there too much behind the sweep")
                .containsKey("c111");
        clock.advance(Duration.ofDays(23)); // the monthly count finds it
        assertWhole(table, sync(table).run());
    }

    @ParameterizedTest
    @ValueSource(ints = {240, 2_400})
    void rowWithoutAStart_hidesNoRowsThatCameInBeforeTheFirstOne(int calls) {
        fill(25, calls);
        log.put(AGENT, new TestLog.Call("u", null, 1, "queue", Map.of()));
        assertWhole(table(), sync(table()).run());
        for (int i = 0; i < 3; i++) {
            Instant before = START.minus(Duration.ofDays(31)).plusSeconds(i);
            log.put(AGENT, new TestLog.Call("before" + i, before, 60, "completed", Map.of()));
        }
        clock.advance(Duration.ofDays(1));
        SyncReport second = sync(table()).run();
        assertThat(second.table("synthflow_calls").partition(AGENT).added()).isEqualTo(3);
        assertThat(second.table("synthflow_calls").partition(AGENT).watermark())
                .as("what lies between has no rows, and so is covered")
                .isEqualTo(clock.instant().minus(Duration.ofMinutes(15)));
        assertWhole(table(), second);
        log.requests();
        assertThat(sync(table()).run().exitCode()).isZero();
        assertThat(log.requests()).isLessThan(12);
    }

    @Test
    void totalThatNoDayExplains_isTold() {
        fill(25, 600);
        assertWhole(table(), sync(table()).run());
        clock.advance(Duration.ofDays(1));
        log.body =
                text -> text.replaceFirst("\"total_records\":600,\"limit\":1,", "\"total_records\":607,\"limit\":1,");
        SyncReport report = sync(table()).run();
        assertThat(report.exitCode()).isEqualTo(SyncReport.UNPROVEN);
        assertThat(report.table("synthflow_calls").partition(AGENT).reasons())
                .singleElement()
                .asString()
                .startsWith("the log has 607 rows and 600 are stored: ");
    }

    @Test
    void totalsOfAllAgentsInEveryWindow_theLogIsReadAllTheSame() {
        fill(25, 600);
        log.body = text -> text.replaceFirst("\"total_records\":\\d+", "\"total_records\":99999");
        SyncReport report = sync(table()).run();
        assertThat(report.exitCode()).isEqualTo(SyncReport.UNPROVEN);
        assertThat(Nights.hashes(folder)).hasSize(600);
    }

    /** Synaptiq's totals are compared once in 30 days, CallOps tells none: nothing else says that the pages of the first night were empty. */
    @ParameterizedTest
    @ValueSource(strings = {"synaptiq_activity", "callops_stt_events"})
    void firstLoadWhileTheVendorIsDown_isDoneTheNextNight(String name) throws Exception {
        String row = "{\"id\":\"e\",\"occurredAt\":\"2026-08-01T00:00:00Z\",\"created_at\":\"2026-08-01T00:00:00Z\"}";
        boolean[] up = new boolean[1];
        try (RawServer server = new RawServer((head, socket) -> {
                    Matcher start = START_DAY.matcher(head);
                    String rows = up[0] && (!start.find() || start.group(1).compareTo("2026-08-01") < 0) ? row : "";
                    String page = "{\"data\":[" + rows + "],\"pagination\":{\"page\":1,\"limit\":100,\"total\":"
                            + (rows.isEmpty() ? 0 : 1) + ",\"totalPages\":1,\"hasMore\":false}}";
                    String body = head.contains("stt-events") ? "[" + rows + "]" : page;
                    String all = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                            + "\r\n\r\n" + body;
                    socket.getOutputStream().write(all.getBytes(StandardCharsets.US_ASCII));
                    return true;
                });
                ApiSession vendor = session(name, server.url())) {
            Table table = vendor.catalog().table(name).orElseThrow();
            Sync sync = sync(SyncTable.of(vendor, table));
            assertThat(sync.run().exitCode()).isZero();
            up[0] = true;
            clock.advance(Duration.ofDays(1));
            SyncReport second = sync.run();
            assertThat(second.exitCode()).as(second.toJson()).isZero();
            assertThat(second.table(name).partition("all").added()).isEqualTo(1);
        }
    }

    private static ApiSession session(String table, String url) {
        String api = table.substring(0, table.indexOf('_'));
        Map<String, String> settings = Map.of(
                api.toUpperCase(Locale.ROOT) + "_API_KEY",
                "key-of-a-test-1234",
                api.toUpperCase(Locale.ROOT) + "_BASE_URL",
                url);
        return Nights.api(api).open(ClientSettings.environment(settings));
    }
}
