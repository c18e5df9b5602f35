package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row that is missing where it was may be elsewhere: it is found there, or it is kept. */
class MovedRowsTest extends OneAgent {
    private static final Instant OLD = START.minus(Duration.ofDays(20));

    private SyncReport.PartitionReport verified(SyncTable table) {
        SyncReport report = sync(table).run();
        assertThat(report.toJson()).contains("\"exit\":0");
        return report.table("synthflow_calls").partition(AGENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {720, 3_000})
    void startCorrectedToBehindTheLookBack_movesTheCallInOneCommit(int calls) {
        fill(30, calls);
        verified(table());
        clock.advance(Duration.ofHours(20));
        log.put(AGENT, log.get(AGENT, "c" + (calls - 9)).start(OLD));
        SyncReport.PartitionReport night = verified(table());
        assertThat(night.moved()).isEqualTo(1);
        assertThat(night.deleted()).isZero();
        assertThat(night.added()).isEqualTo(1);
        assertIsTheLog();
    }

    @ParameterizedTest
    @ValueSource(ints = {720, 3_000})
    void startCorrectedToBehindTheLookBack_withSince_movesTheCall(int calls) {
        fill(30, calls);
        SyncTable since = table().since(LocalDate.parse("2026-10-24"));
        verified(since);
        int stored = ids().size();
        clock.advance(Duration.ofHours(20));
        log.put(AGENT, log.get(AGENT, "c" + (calls - 9)).start(OLD));
        SyncReport.PartitionReport night = verified(since);
        assertThat(night.moved()).isEqualTo(1);
        assertThat(ids()).contains("c" + (calls - 9)).hasSize(stored);
    }

    @ParameterizedTest
    @ValueSource(ints = {720, 3_000})
    void startCorrected_andTwoOlderCallsDeleted_losesNoCall(int calls) {
        fill(30, calls);
        verified(table());
        clock.advance(Duration.ofHours(20));
        log.put(AGENT, log.get(AGENT, "c" + (calls - 9)).start(OLD));
        log.delete(AGENT, "c7");
        log.delete(AGENT, "c8");
        assertThat(verified(table()).moved()).isEqualTo(1);
        assertIsTheLog();
    }

    @Test
    void startCorrected_lastPageOfTheReadingAgainFails_losesNoCall() {
        fill(30, 3_000);
        verified(table());
        Set<String> before = ids();
        clock.advance(Duration.ofHours(20));
        log.put(AGENT, log.get(AGENT, "c2991").start(OLD));
        Set<String> asked = new TreeSet<>();
        log.refused = query -> !query.containsKey("to_date")
                && Integer.parseInt(query.getOrDefault("offset", "0")) >= 290
                && !query.get("limit").equals("1")
                && !asked.add(query.toString());
        SyncReport report = sync(table()).run();
        assertThat(report.exitCode()).as(report.toJson()).isEqualTo(SyncReport.UNPROVEN);
        assertThat(ids()).isEqualTo(before);
    }

    @Test
    void startCorrected_andOneOlderCallDeleted_losesNoCall() {
        fill(30, 720);
        verified(table());
        clock.advance(Duration.ofHours(20));
        log.put(AGENT, log.get(AGENT, "c711").start(OLD));
        log.delete(AGENT, "c7");
        assertThat(verified(table()).moved()).isEqualTo(1);
        assertIsTheLog();
    }

    @ParameterizedTest
    @ValueSource(ints = {720, 3_000})
    void startTakenAway_movesTheCallToTheUndated(int calls) {
        fill(30, calls);
        verified(table());
        clock.advance(Duration.ofHours(20));
        log.put(AGENT, log.get(AGENT, "c" + (calls - 9)).start(null));
        assertThat(verified(table()).moved()).isEqualTo(1);
        assertIsTheLog();
    }

    @ParameterizedTest
    @ValueSource(strings = {"write the journal", "rename"})
    void killedInTheNightOfACorrection_neverHasFewerRows(String at) {
        fill(30, 3_000);
        verified(table());
        clock.advance(Duration.ofHours(20));
        log.put(AGENT, log.get(AGENT, "c2991").start(OLD));
        boolean[] once = new boolean[1];
        sync(table())
                .steps((step, place) -> {
                    if (place.startsWith(at) && !once[0]) {
                        once[0] = true;
                        throw new IOException("killed");
                    }
                })
                .run();
        assertThat(ids()).contains("c2991").hasSize(3_000);
        verified(table());
        assertIsTheLog();
    }

    /** Between two renames of a commit a reader may see a moved row twice, and never less than once. */
    private Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        Nights.lines(folder).forEach(each -> ids.add(each.get("_id").asText()));
        return ids;
    }

    @Test
    void deleted_largeLog_isDeletedAtTheCostOfFiveRequests() {
        fill(30, 3_000);
        verified(table());
        clock.advance(Duration.ofHours(20));
        log.delete(AGENT, "c2991");
        log.requests();
        SyncReport.PartitionReport night = verified(table());
        assertThat(night.deleted()).isEqualTo(1);
        assertThat(night.moved()).isZero();
        assertThat(log.requests()).isLessThanOrEqualTo((int) night.read() / 100 + 1 + 1 + 5);
        assertIsTheLog();
    }

    @Test
    void openDayElsewhere_callMovedFromItIntoTheLookBack_isMovedInOneCommit() {
        fill(30, 3_000);
        log.put(AGENT, new TestLog.Call("open", START.minus(Duration.ofDays(9)), 60, "in-progress", Map.of()));
        verified(table());
        clock.advance(Duration.ofHours(20));
        log.put(AGENT, log.get(AGENT, "open").start(START).status("completed"));
        SyncReport.PartitionReport night = verified(table());
        assertThat(List.of(night.moved(), night.deleted())).containsExactly(1L, 0L);
        assertIsTheLog();
    }

    @ParameterizedTest
    @ValueSource(ints = {720, 3_000})
    void laterCallsWithoutAStart_areStoredEachNight(int calls) {
        fill(30, calls);
        log.put(AGENT, new TestLog.Call("u1", null, 0, "queue", Map.of()));
        verified(table());
        for (int night = 2; night < 5; night++) {
            clock.advance(Duration.ofDays(1));
            log.put(AGENT, new TestLog.Call("u" + night, null, 0, "queue", Map.of()));
            verified(table());
            assertIsTheLog();
        }
    }

    @Test
    void sinceMovedBack_loadsTheEarlierDays() {
        fill(30, 720);
        verified(table().since(LocalDate.parse("2026-11-10")));
        assertThat(ids()).hasSizeLessThan(300);
        verified(table().since(LocalDate.parse("2026-10-01")));
        assertIsTheLog();
        verified(table().since(LocalDate.parse("2026-11-18"))); // a later day takes nothing away
        assertIsTheLog();
    }
}
