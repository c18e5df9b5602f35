package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.testkit.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sync that works goes on to work: no row, no limit of the vendor and no clock holds it up for good. */
class WatermarkTest extends OneAgent {
    private Sync sync() {
        return sync(table());
    }

    private SyncReport.PartitionReport night(int exit) {
        SyncReport report = sync().run();
        assertThat(report.exitCode()).as(report.toJson()).isEqualTo(exit);
        return report.table("synthflow_calls").partition(AGENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "[\"x\"]"})
    void rowWithoutAnId_goesToTheRejects_andHoldsUpNothing(String id) {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(40)), Duration.ofMinutes(30), 1_900);
        Instant when = START.minus(Duration.ofDays(1));
        log.put(AGENT, new TestLog.Call("x", when, 60, "completed", Map.of("call_id", id)));
        SyncReport.PartitionReport first = night(SyncReport.UNPROVEN);
        assertThat(first.rejected()).isEqualTo(1);
        assertThat(first.watermark()).isEqualTo(START.minus(Duration.ofMinutes(15)));
        SyncStatus.PartitionStatus status =
                sync().status().tables().get(0).partitions().get(0);
        assertThat(status.rejected()).isEqualTo(1);
        assertThat(status.lastRun()).isEqualTo(START);
        for (int each = 1; each < 6; each++) {
            log.fill(AGENT, "n" + each + "-", clock.instant(), Duration.ofMinutes(30), 48);
            clock.advance(Duration.ofDays(1));
            boolean read = each < 4; // within the look-back, which begins with a day
            SyncReport.PartitionReport night = night(read ? SyncReport.UNPROVEN : SyncReport.VERIFIED);
            assertThat(night.watermark()).isEqualTo(clock.instant().minus(Duration.ofMinutes(15)));
            assertThat(night.read()).isLessThan(300);
        }
        assertThat(sync().status().tables().get(0).partitions().get(0).rejected())
                .isEqualTo(1);
    }

    /** The state has the days of all agents: written after each of them, it cost the square of their number. */
    @Test
    void agentsWithNothingNew_areWrittenTogether() {
        String[] agents = {"a-1", "a-2", "a-3", "a-4"};
        for (String agent : agents) {
            log.fill(agent, agent, START.minus(Duration.ofDays(1)), Duration.ofHours(1), 20);
        }
        SyncTable table = SyncTable.of(session, Nights.calls()).each("model_id", agents);
        assertThat(commits(table)).isEqualTo(4);
        clock.advance(Duration.ofHours(1));
        assertThat(commits(table)).isEqualTo(1);
        log.fill("a-2", "new", clock.instant().minus(Duration.ofMinutes(30)), Duration.ofMinutes(1), 1);
        clock.advance(Duration.ofHours(1));
        assertThat(commits(table)).as("with what changed, and at the end").isEqualTo(2);
        assertThat(sync(table).status().tables().get(0).partitions())
                .hasSize(4)
                .allSatisfy(each -> assertThat(each.lastRun()).isEqualTo(clock.instant()));
        Nights.assertSame(Nights.hashes(folder), Nights.log(session, agents));
    }

    private int commits(SyncTable table) {
        AtomicInteger commits = new AtomicInteger();
        SyncReport report = sync(table)
                .steps((step, place) -> commits.addAndGet(place.equals("compare the generation") ? 1 : 0))
                .run();
        assertThat(report.exitCode()).as(report.toJson()).isZero();
        return commits.get();
    }

    @Test
    void dayThatCannotBeProven_holdsUpNoOtherDay() {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(20)), Duration.ofMinutes(30), 960);
        Instant bad = START.minus(Duration.ofDays(8));
        log.put(AGENT, new TestLog.Call("x", bad, 60, "completed", Map.of()));
        log.put(
                AGENT,
                new TestLog.Call("y", bad, 60, "completed", Map.of("call_id", "\"x\""))); // one id twice in a page
        SyncReport.PartitionReport first = night(SyncReport.UNPROVEN);
        assertThat(first.added()).isEqualTo(961);
        SyncStatus.PartitionStatus status =
                sync().status().tables().get(0).partitions().get(0);
        assertThat(status.lastRun()).isEqualTo(START);
        LocalDate day = LogSource.dayOf(bad);
        assertThat(status.dueDays()).contains(day).isSubsetOf(day.minusDays(2), day.minusDays(1), day, day.plusDays(1));
        clock.advance(Duration.ofDays(1));
        assertThat(night(SyncReport.UNPROVEN).read()).isLessThan(600);
        clock.advance(Duration.ofDays(9)); // behind the 14 days in which it is read for itself
        SyncReport.PartitionReport later = night(SyncReport.UNPROVEN); // the total counts one id twice
        assertThat(later.watermark()).isEqualTo(clock.instant().minus(Duration.ofMinutes(15)));
        assertThat(later.requests()).isLessThan(60);
    }

    @Test
    void statusThatNobodyDocuments_mayStillChange() {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(20)), Duration.ofMinutes(60), 480);
        log.put(AGENT, log.get(AGENT, "c460").status("transferring"));
        night(SyncReport.VERIFIED);
        assertThat(sync().status().tables().get(0).partitions().get(0).openDays())
                .containsExactly(LocalDate.parse("2026-11-19"));
        clock.advance(Duration.ofDays(5));
        night(SyncReport.VERIFIED);
        clock.advance(Duration.ofHours(30));
        log.put(AGENT, log.get(AGENT, "c460").status("completed"));
        night(SyncReport.VERIFIED);
        assertIsTheLog();
    }

    @Test
    void rowsThatTheVendorNoLongerKeeps_stay_andAreNoDifference() {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(50)), Duration.ofMinutes(60), 1_200);
        night(SyncReport.VERIFIED);
        clock.advance(Duration.ofDays(1));
        Instant kept = clock.instant().minus(Duration.ofDays(30));
        log.deleteIf(AGENT, each -> each.start().isBefore(kept));
        night(SyncReport.VERIFIED);
        assertThat(Nights.hashes(folder)).hasSize(1_200);
        SyncReport verified = sync().verify();
        assertThat(verified.exitCode()).as(verified.toJson()).isZero();
        assertThat(verified.table("synthflow_calls").warnings())
                .singleElement()
                .asString()
                .contains("504 rows of " + AGENT + " are older than the log's first one")
                .contains("are kept: the vendor no longer has them");
    }

    @Test
    void clockOfBothWasAYearAhead_theWatermarkComesBack() {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(20)), Duration.ofMinutes(60), 480);
        clock.advance(Duration.ofDays(365));
        assertThat(night(SyncReport.VERIFIED).watermark()).isAfter(START.plus(Duration.ofDays(364)));
        clock.advance(Duration.ofDays(-364));
        SyncReport.PartitionReport after = night(SyncReport.VERIFIED);
        assertThat(after.watermark()).isBeforeOrEqualTo(clock.instant());
        assertIsTheLog();
    }

    @Test
    void clockOfBothWasAYearAhead_theTotalsOfAllDaysAreComparedAMonthLater() {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(60)), Duration.ofMinutes(144), 600);
        clock.advance(Duration.ofDays(365));
        night(SyncReport.VERIFIED);
        clock.advance(Duration.ofDays(-364));
        night(SyncReport.VERIFIED);
        log.delete(AGENT, "c50"); // behind the sweep
        clock.advance(Duration.ofDays(31));
        night(SyncReport.VERIFIED);
        assertIsTheLog();
    }

    @Test
    void sinceThatIsAhead_isRefusedBeforeAnyRequest() {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(2)), Duration.ofMinutes(60), 48);
        SyncReport report = sync(table().since(LocalDate.parse("2027-01-01"))).run();
        assertThat(report.exitCode()).isEqualTo(SyncReport.NOTHING_DONE);
        assertThat(report.table("synthflow_calls").refusal())
                .isEqualTo("synthflow_calls is wanted since 2027-01-01, which is ahead of the clock here,"
                        + " 2026-11-20T02:13:00Z: give a day that has begun");
        assertThat(log.requests()).isZero();
    }

    /** Synaptiq refuses a range of more than 365 days; one without an end goes up to now. */
    @Test
    void feedOfAtMost365Days_isReadForLongerThanAYear() throws Exception {
        ApiCatalog api = Nights.api("synaptiq");
        Table table = api.table("synaptiq_activity").orElseThrow();
        try (Sandbox sandbox = Sandbox.builder()
                        .clock(clock)
                        .activities(300)
                        .growing(false)
                        .start();
                ApiSession session = api.open(ClientSettings.environment(sandbox.environment()))) {
            for (@Nullable
            LocalDate since : new LocalDate[] {null, LocalDate.parse("2025-11-20"), LocalDate.parse("2024-01-01")}) {
                SyncTable synced = SyncTable.of(session, table).named("feed" + (since == null ? "" : since.getYear()));
                feed(since == null ? synced : synced.since(since));
            }
            clock.advance(Duration.ofDays(390));
            for (String name : List.of("feed", "feed2025")) {
                SyncTable synced = SyncTable.of(session, table).named(name);
                feed(name.equals("feed") ? synced : synced.since(LocalDate.parse("2025-11-20")));
            }
        }
    }

    private void feed(SyncTable synced) {
        Sync sync = sync(synced);
        for (int night = 0; night < 2; night++) {
            SyncReport report = sync.run();
            assertThat(report.exitCode()).as(report.toJson()).isZero();
            clock.advance(Duration.ofDays(1));
        }
        SyncReport verified = sync.verify();
        assertThat(verified.exitCode()).as(verified.toJson()).isIn(SyncReport.VERIFIED, SyncReport.UNPROVEN);
        assertThat(verified.table(synced.name()).partition("all").reasons())
                .allMatch(each -> each.contains("the log has"), "days since the last run only");
    }
}
