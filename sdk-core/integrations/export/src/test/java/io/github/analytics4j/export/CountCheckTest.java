package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server's totals tell of rows that no look-back reads; a difference that stays is told. */
class CountCheckTest extends OneAgent {
    private static final LocalDate SINCE = LocalDate.parse("2026-09-22");

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
}
