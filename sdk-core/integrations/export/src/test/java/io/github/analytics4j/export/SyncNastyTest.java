package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.json.JsonValue;
import io.github.analytics4j.testkit.ManualClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The nights that lose or double rows in other connectors. */
class SyncNastyTest extends OneAgent {
    private SyncReport run() {
        return run(SyncOptions.DEFAULT);
    }

    private SyncReport run(SyncOptions options) {
        return sync(options).run();
    }

    private Sync sync(SyncOptions options) {
        return sync(table()).with(options);
    }

    private static SyncOptions small() {
        return SyncOptions.builder().walkRows(200).prefetch(0).build();
    }

    private TestLog.Call call(String id, Instant start, String status) {
        return new TestLog.Call(id, start, 60, status, Map.of());
    }

    @ParameterizedTest
    @EnumSource(TestLog.EndReading.class)
    void firstLoad_cutInDays_losesNoCallThatSpansABoundary(TestLog.EndReading reading) {
        log.end = reading;
        log.fill(AGENT, "c", START.minus(Duration.ofDays(30)), Duration.ofMinutes(40), 1080);
        for (int day = 1; day < 30; day++) {
            Instant midnight = Instant.parse("2026-10-20T00:00:00Z").plus(Duration.ofDays(day));
            log.put(
                    AGENT,
                    call("m" + day, midnight.minusSeconds(20), "completed").seconds(3 * 3600));
            log.put(AGENT, call("x" + day, midnight, "completed"));
        }
        SyncReport report = run(small());
        assertThat(report.toJson()).contains("\"exit\":0");
        assertIsTheLog();
        assertThat(log.targets().stream().filter(each -> each.contains("to_date")))
                .isNotEmpty();
        assertThat(log.targets().get(log.targets().size() - 1)).doesNotContain("to_date");
    }

    @Test
    void callsWithoutAStart_thenWithOne_areThereOnceEachNight() throws Exception {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(10)), Duration.ofMinutes(60), 240);
        for (int i = 0; i < 5; i++) {
            log.put(AGENT, call("u" + i, null, "queue"));
        }
        assertThat(run().exitCode()).isZero();
        assertIsTheLog();
        assertThat(files().keySet()).anyMatch(each -> each.endsWith("undated.jsonl.gz"));
        clock.advance(Duration.ofDays(1));
        log.put(AGENT, call("u1", clock.instant().minusSeconds(7200), "completed"));
        SyncReport second = run();
        assertThat(second.exitCode()).isZero();
        assertThat(second.table("synthflow_calls").partition(AGENT).moved()).isEqualTo(1);
        assertIsTheLog();
    }

    @Test
    void callsWithoutAStart_largeLog_areFoundByTwoTotals() {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(30)), Duration.ofMinutes(30), 1400);
        log.put(AGENT, call("u1", null, "queue"));
        assertThat(run(small()).exitCode()).isZero();
        assertIsTheLog();
    }

    @Test
    void changeBehindTheLookBack_onlyTheSweepHeals() {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(20)), Duration.ofMinutes(60), 480);
        run();
        TestLog.Call old = log.get(AGENT, "c100");
        clock.advance(Duration.ofDays(1));
        log.put(AGENT, old.with("labels", "[\"late\"]"));
        assertThat(run().exitCode()).isZero();
        assertThat(Nights.hashes(folder)).isNotEqualTo(Nights.log(session, AGENT));
        clock.advance(Duration.ofDays(6));
        assertThat(run().exitCode()).isZero();
        assertIsTheLog();
    }

    @Test
    void changeASecondBehindTheLookBack_onlyTheSweepHeals() {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(20)), Duration.ofMinutes(60), 480);
        Instant lookBack = START.minus(Duration.ofDays(3));
        Instant day = lookBack.truncatedTo(ChronoUnit.DAYS); // the look-back begins with a day
        log.put(AGENT, call("a second behind", day.minusSeconds(1), "completed"));
        log.put(AGENT, call("at its begin", day, "completed"));
        log.put(AGENT, call("look-back + 1 s", lookBack.minusSeconds(1), "completed"));
        assertThat(run().exitCode()).isZero();
        clock.advance(Duration.ofDays(1));
        for (String id : List.of("a second behind", "at its begin", "look-back + 1 s")) {
            log.put(AGENT, log.get(AGENT, id).with("labels", "[\"late\"]"));
        }
        assertThat(run().exitCode()).isZero();
        Map<String, String> stored = Nights.hashes(folder);
        Map<String, String> now = Nights.log(session, AGENT);
        assertThat(now.keySet().stream().filter(id -> !now.get(id).equals(stored.get(id))))
                .containsExactly("a second behind");
        for (int night = 2; night < 7; night++) {
            clock.advance(Duration.ofDays(1));
            assertThat(run().exitCode()).isZero();
            assertThat(Nights.hashes(folder)).isNotEqualTo(now);
        }
        clock.advance(Duration.ofDays(1)); // the seventh night: the sweep
        assertThat(run().exitCode()).isZero();
        assertIsTheLog();
    }

    @Test
    void runAtNight_keepsThatDaysMorning() {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(3)), Duration.ofMinutes(10), 430);
        run();
        assertIsTheLog();
        for (int night = 1; night < 5; night++) {
            log.fill(AGENT, "n" + night + "-", clock.instant(), Duration.ofMinutes(10), 143);
            clock.advance(Duration.ofDays(1));
            assertThat(run().exitCode()).isZero();
            assertIsTheLog();
        }
    }

    @Test
    void emptyResponse_deletesNothing() {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(2)), Duration.ofMinutes(10), 280);
        run();
        Map<String, String> before = Nights.hashes(folder);
        clock.advance(Duration.ofDays(1));
        log.deleteIf(AGENT, each -> true);
        SyncReport report = run();
        assertThat(report.exitCode()).isEqualTo(SyncReport.UNPROVEN);
        assertThat(report.table("synthflow_calls").partition(AGENT).reasons())
                .anyMatch(each -> each.contains("which would leave none; they are kept"));
        assertThat(Nights.hashes(folder)).isEqualTo(before);
    }

    @Test
    void unprovenWalk_deletesNothing_andKeepsWhatCame() {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(2)), Duration.ofMinutes(10), 280);
        run();
        clock.advance(Duration.ofDays(1));
        log.delete(AGENT, "c200");
        log.fill(AGENT, "n", START, Duration.ofMinutes(10), 100);
        log.refused = query -> Integer.parseInt(query.getOrDefault("offset", "0")) >= 200;
        SyncReport report = run();
        assertThat(report.exitCode()).isEqualTo(SyncReport.UNPROVEN);
        Map<String, String> kept = Nights.hashes(folder);
        assertThat(kept).containsKey("c200").containsKey("n50");
        log.refused = query -> false;
        clock.advance(Duration.ofDays(1));
        assertThat(run().exitCode()).isZero();
        assertIsTheLog();
    }

    @Test
    void manyRowsGone_areKeptUntilAllowed() {
        log.fill(AGENT, "c", Instant.parse("2026-11-18T00:00:00Z"), Duration.ofMinutes(5), 600);
        run();
        clock.advance(Duration.ofHours(3));
        log.deleteIf(AGENT, each -> each.id().compareTo("c3") > 0 && each.id().length() == 4);
        assertThat(run().toJson()).startsWith("{\"exit\":3,").contains("(--large-deletions, in Java SyncOptions");
        assertThat(Nights.hashes(folder)).hasSize(600);
        assertThat(run(SyncOptions.builder().largeDeletions(true).build()).exitCode())
                .isZero();
        assertIsTheLog();
    }

    @Test
    void anotherKey_isRefusedBeforeAnyWrite() throws Exception {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(2)), Duration.ofMinutes(10), 280);
        run();
        Map<String, String> before = allFiles();
        session.close();
        log.key = "sk_planted_other_9";
        session = log.session();
        log.fill(AGENT, "o", START.minus(Duration.ofDays(2)), Duration.ofMinutes(10), 280);
        SyncReport report = run();
        assertThat(report.exitCode()).isEqualTo(SyncReport.NOTHING_DONE);
        assertThat(report.table("synthflow_calls").refusal()).contains("another API key", "(--new-key, in Java Sync");
        assertThat(allFiles()).isEqualTo(before);
        assertThat(run(SyncOptions.builder().newKey(true).build()).exitCode()).isZero();
        assertThat(run().exitCode()).isZero();
        assertIsTheLog();
    }

    @Test
    void wrongKey_doesNothing() throws Exception {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(2)), Duration.ofMinutes(10), 280);
        run();
        Map<String, String> before = files();
        log.key = "sk_planted_rotated_1";
        SyncReport report = run();
        assertThat(report.exitCode()).isEqualTo(SyncReport.NOTHING_DONE);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void startCorrectedOverMidnight_movesTheCall() {
        log.fill(AGENT, "c", Instant.parse("2026-11-18T00:00:00Z"), Duration.ofMinutes(10), 300);
        run();
        clock.advance(Duration.ofHours(20));
        log.put(AGENT, log.get(AGENT, "c144").start(Instant.parse("2026-11-18T23:59:59.5Z")));
        SyncReport report = run();
        assertThat(report.exitCode()).isZero();
        assertThat(report.table("synthflow_calls").partition(AGENT).moved()).isEqualTo(1);
        assertThat(report.table("synthflow_calls").partition(AGENT).deleted()).isZero();
        assertIsTheLog();
    }

    @Test
    void startCorrectedByWeeks_leavesItsOldUnit() {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(30)), Duration.ofMinutes(60), 720);
        run();
        clock.advance(Duration.ofHours(20));
        log.put(AGENT, log.get(AGENT, "c5").start(START.minusSeconds(60)));
        SyncReport report = run();
        assertThat(report.exitCode()).isZero();
        assertThat(report.table("synthflow_calls").partition(AGENT).moved()).isEqualTo(1);
        assertIsTheLog();
    }

    @Test
    void oneIdOnTwoPagesWithTwoContents_isOneRow_asItWasReadLast() {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(2)), Duration.ofMinutes(10), 280);
        int[] pages = new int[1];
        log.afterEachPage = () -> {
            if (++pages[0]
                    == 3) { // after one row for the total and two pages: newer calls push rows onto the next page
                log.fill(AGENT, "n", START.minusSeconds(600), Duration.ofSeconds(10), 30);
                for (int i = 0; i < 280; i++) {
                    log.put(AGENT, log.get(AGENT, "c" + i).with("labels", "[\"again\"]"));
                }
            }
        };
        run(SyncOptions.builder().prefetch(0).build());
        log.afterEachPage = () -> {};
        List<JsonValue> stored = Nights.lines(folder);
        assertThat(stored.stream().map(each -> each.get("_id").asText()))
                .doesNotHaveDuplicates()
                .hasSizeBetween(280, 310);
        assertThat(stored.stream()
                        .filter(each -> each.json().contains("again"))
                        .map(each -> each.get("_id").asText()))
                .hasSizeGreaterThanOrEqualTo(110) // 80 of the last page, and 30 that came a second time with it
                .contains("c80", "c109");
        assertThat(run().exitCode()).isZero();
        assertIsTheLog();
    }

    @Test
    void backDatedInsert_isFoundByTheTotal() {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(30)), Duration.ofMinutes(60), 720);
        run();
        clock.advance(Duration.ofDays(1));
        log.put(AGENT, call("late", START.minus(Duration.ofDays(20)), "completed"));
        log.put(AGENT, call("older than all", START.minus(Duration.ofDays(45)), "completed"));
        assertThat(run().exitCode()).isZero();
        assertIsTheLog();
    }

    @Test
    void callInProgress_endsNightsLater() {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(20)), Duration.ofMinutes(60), 480);
        log.put(AGENT, call("long", START.minusSeconds(3600), "in-progress"));
        run();
        clock.advance(Duration.ofDays(5));
        run();
        clock.advance(Duration.ofDays(5));
        log.put(AGENT, log.get(AGENT, "long").status("completed").seconds(8 * 86_400));
        assertThat(run().exitCode()).isZero();
        assertIsTheLog();
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncated", "zeroed", "gone", "both gone", "garbage"})
    void stateDamaged_isNeverSilentlyEmpty(String damage) throws Exception {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(3)), Duration.ofMinutes(10), 430);
        run();
        Map<String, String> changedAt = changedAt();
        log.fill(AGENT, "n", START, Duration.ofMinutes(10), 143);
        clock.advance(Duration.ofDays(1));
        run();
        Path state = folder.resolve("synthflow_calls/_a4j/manifest.json");
        byte[] bytes = Files.readAllBytes(state);
        switch (damage) {
            case "truncated" -> Files.write(state, Arrays.copyOf(bytes, bytes.length / 2));
            case "zeroed" -> Files.write(state, new byte[bytes.length]);
            case "garbage" -> Files.write(state, new byte[] {(byte) 0xff, 0, 12});
            case "gone" -> Files.delete(state);
            default -> {
                Files.delete(state);
                Files.delete(state.resolveSibling("manifest.previous.json"));
            }
        }
        clock.advance(Duration.ofDays(1));
        log.delete(AGENT, "n3");
        SyncReport report = run();
        assertThat(report.toJson()).contains("\"exit\":0");
        assertIsTheLog();
        Map<String, String> after = changedAt();
        changedAt.forEach((id, at) -> assertThat(after).containsEntry(id, at));
    }

    @Test
    void stateOfANewerFormat_isRefusedAndKept() throws Exception {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(1)), Duration.ofMinutes(10), 100);
        run();
        Path state = folder.resolve("synthflow_calls/_a4j/manifest.json");
        String newer = "{\"format\":99,\"generation\":7,\"state\":{}}";
        Files.writeString(state, newer);
        SyncReport report = run();
        assertThat(report.exitCode()).isEqualTo(SyncReport.NOTHING_DONE);
        assertThat(report.table("synthflow_calls").refusal()).contains("has format 99 and this version reads up to 1");
        assertThat(state).hasContent(newer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "gone", "changed"})
    void unitFileDamaged_isMadeAgain(String damage) throws Exception {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(20)), Duration.ofMinutes(60), 480);
        run();
        Path file = folder.resolve("synthflow_calls/data")
                .resolve(files().keySet().iterator().next());
        byte[] bytes = Files.readAllBytes(file);
        switch (damage) {
            case "cut" -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            case "gone" -> Files.delete(file);
            default -> Files.write(file, "no gzip".getBytes(StandardCharsets.UTF_8));
        }
        clock.advance(Duration.ofDays(1));
        assertThat(run().toJson()).contains("\"exit\":0");
        assertIsTheLog();
    }

    @Test
    void twoRunsAtOnce_theSecondIsBusy() {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(1)), Duration.ofMinutes(10), 100);
        int[] codes = new int[1];
        SyncReport first = sync(SyncOptions.DEFAULT)
                .steps((step, place) -> {
                    if (step.equals("6")) {
                        codes[0] = run().exitCode();
                    }
                })
                .run();
        assertThat(codes[0]).isEqualTo(SyncReport.BUSY);
        assertThat(first.exitCode()).isZero();
        assertIsTheLog();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "5", "6", "7a"})
    void suspendedRun_thatLostItsLock_changesNothing(String at) {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(1)), Duration.ofMinutes(10), 100);
        run();
        log.fill(AGENT, "n", START.minusSeconds(900), Duration.ofMinutes(1), 10);
        boolean[] once = new boolean[1];
        SyncReport first = sync(SyncOptions.DEFAULT)
                .steps((step, place) -> {
                    if (step.equals(at) && !once[0]) {
                        once[0] = true;
                        Files.delete(folder.resolve("synthflow_calls/_a4j/lock")); // as a file server loses a lock
                        log.delete(AGENT, "n5");
                        assertThat(run().exitCode()).isZero();
                    }
                })
                .run();
        assertThat(once[0]).isTrue();
        assertThat(first.exitCode()).isNotZero();
        assertIsTheLog();
        assertThat(run().exitCode()).isZero();
        assertIsTheLog();
    }

    @Test
    void newestFirstLoad_killedAfterTwoOfTen_goesOn() {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(40)), Duration.ofMinutes(60), 960);
        SyncOptions options = SyncOptions.builder()
                .walkRows(96)
                .prefetch(0)
                .firstLoad(SyncOptions.FirstLoad.NEWEST_FIRST)
                .build();
        int[] commits = new int[1];
        SyncReport killed = sync(options)
                .steps((step, place) -> {
                    if (place.equals("write the journal") && ++commits[0] == 3) {
                        throw new IOException("killed");
                    }
                })
                .run();
        assertThat(killed.exitCode()).isNotZero();
        Map<String, String> part = Nights.hashes(folder);
        assertThat(part).hasSizeBetween(50, 400).containsKey("c959").doesNotContainKey("c0");
        clock.advance(Duration.ofDays(1));
        log.fill(AGENT, "n", START, Duration.ofMinutes(60), 24);
        assertThat(run(options).exitCode()).isZero();
        assertIsTheLog();
    }

    @Test
    void localClockAYearAhead_isRefused() throws Exception {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(1)), Duration.ofMinutes(10), 100);
        run();
        Map<String, String> before = files();
        SyncReport report = sync(SyncOptions.DEFAULT)
                .clock(new ManualClock(START.plus(Duration.ofDays(365))))
                .run();
        assertThat(report.exitCode()).isEqualTo(SyncReport.NOTHING_DONE);
        assertThat(report.table("synthflow_calls").refusal()).contains("set the clock that is wrong");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void clockWasAYearAhead_whereNoServerToldTheTime_theNextNightIsWhole() {
        log.tellsTime = false;
        log.fill(AGENT, "c", START.minus(Duration.ofDays(1)), Duration.ofMinutes(10), 100);
        sync(SyncOptions.DEFAULT)
                .clock(new ManualClock(START.plus(Duration.ofDays(365))))
                .run();
        log.fill(AGENT, "n", START, Duration.ofMinutes(10), 143);
        clock.advance(Duration.ofDays(1));
        assertThat(run().exitCode()).isZero();
        assertIsTheLog();
    }

    @Test
    void rowDatedAhead_isKeptAndMovesNoWatermark() {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(1)), Duration.ofMinutes(10), 140);
        log.put(AGENT, call("ahead", START.plus(Duration.ofDays(400)), "completed"));
        SyncReport report = run();
        assertThat(report.table("synthflow_calls").partition(AGENT).watermark()).isBefore(START);
        assertIsTheLog();
        clock.advance(Duration.ofDays(1));
        log.fill(AGENT, "n", START, Duration.ofMinutes(10), 143);
        assertThat(run().exitCode()).isZero();
        assertIsTheLog();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-28T23:30:00Z", "2026-10-24T22:30:00Z"})
    void daylightSaving_changesNothing(String around) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        try {
            ManualClock night = new ManualClock(Instant.parse(around));
            log.clock = night;
            log.fill(AGENT, "c", night.instant().minus(Duration.ofDays(3)), Duration.ofMinutes(10), 430);
            for (int i = 0; i < 4; i++) {
                assertThat(sync(SyncOptions.DEFAULT).clock(night).run().exitCode())
                        .isZero();
                assertIsTheLog();
                log.fill(AGENT, "n" + i + "-", night.instant(), Duration.ofMinutes(10), 143);
                night.advance(Duration.ofDays(1));
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void poisonRow_goesToTheRejects_andBlocksNoWatermark() throws Exception {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(1)), Duration.ofMinutes(10), 50);
        log.put(AGENT, call("p", START.minusSeconds(7000), "completed").with("instead of all", "\"poison\""));
        SyncReport report = run();
        assertThat(report.exitCode()).isEqualTo(SyncReport.UNPROVEN);
        assertThat(report.table("synthflow_calls").partition(AGENT).rejected()).isEqualTo(1);
        assertThat(report.table("synthflow_calls").partition(AGENT).watermark()).isAfter(START.minusSeconds(3600));
        assertIsTheLog();
        assertThat(run().exitCode()).isEqualTo(SyncReport.UNPROVEN);
        assertThat(Disk.files(folder.resolve("synthflow_calls/_rejects"))).hasSize(2);
    }

    @Test
    void oddValues_areKeptToTheLast() {
        log.put(
                AGENT,
                call("odd", START.minusSeconds(60), "completed")
                        .with("transcript", "\"a\\u0000b \\ud83d\\ude00 half \\ud800 end\"")
                        .with("judge_results", "{\"n\":9007199254740993,\"n\":1,\"deep\":[1.10]}")
                        .with("telephony_duration", "9007199254740993")
                        .with("a_new_field", "{\"x\":1}"));
        assertThat(run().exitCode()).isZero();
        var line = Nights.lines(folder).get(0);
        assertThat(line.get("transcript").asText()).isEqualTo("a\u0000b \ud83d\ude00 half \ufffd end");
        assertThat(line.get("_exact").asText())
                .isEqualTo("{\"transcript\":\"a\\u0000b \\ud83d\\ude00 half \\ud800 end\"}");
        assertThat(line.get("telephony_duration").asLong()).isEqualTo(9007199254740993L);
        assertThat(line.get("judge_results").asText()).contains("9007199254740993", "1.10");
        assertThat(line.get("unexpected").asText()).isEqualTo("{\"a_new_field\":{\"x\":1}}");
    }

    @Test
    void signedUrlThatChanges_changesNoFile() throws Exception {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(1)), Duration.ofMinutes(10), 50);
        int[] signature = new int[1];
        log.body = text -> text.replace(
                "\"call_status\"",
                "\"recording_url\":\"https://files.invalid/a.wav?sig=" + signature[0]++ + "\",\"call_status\"");
        run();
        Map<String, String> before = files();
        clock.advance(Duration.ofHours(1));
        assertThat(run().table("synthflow_calls").partition(AGENT).unitsChanged())
                .isZero();
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void deletions_canBeMarkedOrIgnored() {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(1)), Duration.ofMinutes(10), 100);
        SyncOptions marks =
                SyncOptions.builder().deletions(SyncOptions.Deletions.MARK).build();
        run(marks);
        log.delete(AGENT, "c50");
        assertThat(run(marks).table("synthflow_calls").partition(AGENT).marked())
                .isEqualTo(1);
        List<String> marked = Nights.lines(folder).stream()
                .filter(each -> !each.get("_deleted_at").isNull())
                .map(each -> each.get("_id").asText())
                .toList();
        assertThat(marked).containsExactly("c50");
        assertThat(run(marks).table("synthflow_calls").partition(AGENT).unitsChanged())
                .isZero();
        log.fill(AGENT, "c", START.minus(Duration.ofDays(1)), Duration.ofMinutes(10), 100);
        assertThat(run(marks).table("synthflow_calls").partition(AGENT).added()).isEqualTo(1);
        assertIsTheLog();
    }

    @Test
    void agentsAddedAndRemoved_areOfTheirOwn() {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(1)), Duration.ofMinutes(10), 100);
        run();
        log.fill("Agent-1", "d", START.minus(Duration.ofDays(20)), Duration.ofMinutes(100), 250);
        log.fill("../a/ü", "e", START.minus(Duration.ofDays(20)), Duration.ofMinutes(100), 50);
        clock.advance(Duration.ofDays(1));
        assertThat(Nights.run(session, FolderSink.of(folder), clock, AGENT, "Agent-1", "../a/ü")
                        .exitCode())
                .isZero();
        assertThat(Nights.hashes(folder)).isEqualTo(Nights.log(session, AGENT, "Agent-1", "../a/ü"));
        clock.advance(Duration.ofDays(1));
        assertThat(Nights.run(session, FolderSink.of(folder), clock, "Agent-1").exitCode())
                .isZero();
        assertThat(Nights.hashes(folder)).hasSize(400);
    }

    private Map<String, String> changedAt() {
        Map<String, String> all = new TreeMap<>();
        Nights.lines(folder)
                .forEach(each -> all.put(
                        each.get("_id").asText(), each.get("_changed_at").asText()));
        return all;
    }

    private Map<String, String> files() throws Exception {
        return filesBelow(folder.resolve("synthflow_calls/data"));
    }

    private Map<String, String> allFiles() throws Exception {
        Map<String, String> all = filesBelow(folder);
        all.keySet().removeIf(each -> each.endsWith("/lock"));
        return all;
    }

    private static Map<String, String> filesBelow(Path root) throws Exception {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                all.put(root.relativize(each).toString(), Files.getLastModifiedTime(each) + " " + Disk.sha256(each));
            }
        }
        return all;
    }
}
