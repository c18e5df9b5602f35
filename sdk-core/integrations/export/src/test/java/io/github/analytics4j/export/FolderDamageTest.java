package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a folder that are damaged: what is in no log any more must not go with them. */
class FolderDamageTest extends OneAgent {
    private Sync sync() {
        return sync(FolderSink.of(folder));
    }

    private Sync sync(Sink sink) {
        return sync(table(), sink);
    }

    private Path own(String name) {
        return folder.resolve("synthflow_calls/_a4j").resolve(name);
    }

    private void fillAndPurge() throws IOException {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(2)), Duration.ofMinutes(30), 90);
        assertThat(sync().run().exitCode()).isZero();
        assertThat(sync().purge(List.of("c7"))).isEqualTo(1);
    }

    private static void damage(Path file, String how) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        switch (how) {
            case "cut" -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            case "empty" -> Files.write(file, new byte[0]);
            default -> Files.delete(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "empty", "gone"})
    void stateDamagedAfterAPurge_thePurgedRowStaysAway(String how) throws Exception {
        fillAndPurge();
        damage(own("manifest.json"), how);
        SyncReport report = sync().run();
        assertThat(report.exitCode()).as(report.toJson()).isZero();
        assertThat(report.table("synthflow_calls").warnings()).anyMatch(each -> each.contains("is damaged or gone"));
        assertThat(Nights.hashes(folder)).hasSize(89).doesNotContainKey("c7");
        damage(own("manifest.json"), how);
        damage(own("manifest.previous.json"), how);
        assertThat(sync().run().exitCode()).isZero();
        assertThat(Nights.hashes(folder)).hasSize(89).doesNotContainKey("c7");
        damage(own("purged.json"), how);
        assertThat(sync().run().exitCode()).isZero();
        damage(own("manifest.json"), how);
        assertThat(sync().run().exitCode()).isZero();
        assertThat(Nights.hashes(folder)).hasSize(89).doesNotContainKey("c7");
    }

    @Test
    void stateAndListDamaged_theRunSaysThatPurgedRowsMayComeBack() throws Exception {
        fillAndPurge();
        damage(own("manifest.json"), "cut");
        damage(own("purged.json"), "cut");
        SyncReport report = sync().run();
        assertThat(report.exitCode()).isEqualTo(SyncReport.UNPROVEN);
        assertThat(report.table("synthflow_calls").warnings())
                .anyMatch(each -> each.contains("the list of purged ids may be lost"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Place.class,
            names = {"JSON_LINES", "CSV", "PARQUET"})
    void fileDamaged_rowsThatTheLogLostMeanwhile_areKeptAndTold(Place place) throws Exception {
        Place.Made made = place.at(folder.toString());
        log.fill(AGENT, "c", Instant.parse("2026-11-18T00:00:00Z"), Duration.ofMinutes(10), 280);
        assertThat(sync(made.sink).run().exitCode()).isZero();
        Path file = Disk.files(folder.resolve("synthflow_calls/data")).stream()
                .filter(each -> each.toString().contains("2026-11-18"))
                .findFirst()
                .orElseThrow();
        damage(file, "cut");
        byte[] bytes = Files.readAllBytes(file);
        String status = sync(made.sink).status().tables().get(0).problem();
        assertThat(status).contains("2026-11-18").contains("is damaged");
        assertThatThrownBy(() -> sync(made.sink).purge(Set.of("c3"))).hasMessageContaining("run the sync first");
        assertThat(file).hasBinaryContent(bytes);
        log.deleteIf(AGENT, each -> each.id().compareTo("c144") < 0); // and most of the day's
        clock.advance(Duration.ofHours(3));
        SyncReport report = sync(made.sink).run();
        assertThat(report.exitCode()).as(report.toJson()).isEqualTo(SyncReport.UNPROVEN);
        assertThat(report.table("synthflow_calls").warnings()).anyMatch(each -> each.contains("it had 144 rows"));
        assertThat(Disk.files(folder.resolve("synthflow_calls/_damaged")))
                .singleElement()
                .satisfies(each -> assertThat(each).hasBinaryContent(bytes));
        Map<String, String> kept = made.hashes();
        assertThat(kept).containsAllEntriesOf(Nights.log(session, AGENT));
        if (place != Place.PARQUET) { // which has its index at its end, so that nothing of it can be read
            assertThat(kept).containsKeys("c0", "c1", "c2");
            assertThat(report.table("synthflow_calls").partition(AGENT).reasons())
                    .anyMatch(each -> each.contains("they are kept"));
        }
    }

    @Test
    void interruptInTheCommit_theNextRunFinishesIt() throws Exception {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(2)), Duration.ofMinutes(30), 90);
        assertThat(sync().run().exitCode()).isZero();
        log.fill(AGENT, "n", START, Duration.ofMinutes(10), 12);
        clock.advance(Duration.ofHours(2));
        boolean[] once = new boolean[1];
        SyncReport report = sync().steps((step, place) -> {
                    if (place.equals("rename a unit") && !once[0]) {
                        once[0] = true;
                        Thread.currentThread().interrupt();
                    }
                })
                .run();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.exitCode()).isNotZero();
        assertThat(report.table("synthflow_calls").refusal()).startsWith("the run was interrupted: ");
        assertThat(own("journal.json")).exists();
        log.refused = query -> true;
        sync().run();
        assertThat(own("journal.json")).doesNotExist();
        log.refused = query -> false;
        assertThat(Nights.hashes(folder)).isEqualTo(Nights.log(session, AGENT));
    }

    /** A first load has several commits; where a later one breaks, it is not so that nothing was done. */
    @Test
    void runThatBreaksAfterACommit_isUnproven() throws Exception {
        fill(10, 600);
        int[] commits = new int[1];
        SyncReport report = sync().with(
                        SyncOptions.builder().walkRows(200).prefetch(0).build())
                .steps((step, place) -> {
                    if (place.equals("compare the generation") && ++commits[0] == 2) {
                        throw new IOException("the disk is gone");
                    }
                })
                .run();
        assertThat(commits[0]).isEqualTo(2);
        assertThat(Nights.hashes(folder)).isNotEmpty();
        assertThat(report.table("synthflow_calls").refusal()).contains("the disk is gone");
        assertThat(report.exitCode()).as(report.toJson()).isEqualTo(SyncReport.UNPROVEN);
        assertThat(sync().run().exitCode()).isZero();
        assertIsTheLog();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "empty", "gone"})
    void status_damagedState_saysSo(String how) throws Exception {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(2)), Duration.ofMinutes(30), 90);
        sync().run();
        sync().run();
        assertThat(sync().status().tables().get(0).problem()).isNull();
        damage(own("manifest.json"), how);
        SyncStatus.TableStatus before = sync().status().tables().get(0);
        assertThat(before.problem()).contains("the one before its last commit counts");
        assertThat(before.partitions()).hasSize(1);
        damage(own("manifest.previous.json"), how);
        SyncStatus.TableStatus none = sync().status().tables().get(0);
        assertThat(none.problem()).contains("damaged or gone: what is there is known by its files alone");
        assertThat(none.partitions().get(0).rows()).isEqualTo(90);
    }

    @Test
    void verifyWhereNothingIs_makesNothing() {
        Path none = folder.resolve("none");
        SyncReport report = sync(FolderSink.of(none)).verify();
        assertThat(report.exitCode()).isEqualTo(SyncReport.NOTHING_DONE);
        assertThat(report.table("synthflow_calls").refusal()).contains("holds nothing");
        assertThat(none).doesNotExist();
    }

    /** A restore gives files the times that they had; one of the same length is another content all the same. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void dataRestoredWithTheirTimes_areReadAgain(boolean clockWasAhead) throws Exception {
        Place.Made csv = Place.CSV.at(folder.resolve("place").toString());
        Path data = folder.resolve("place/synthflow_calls/data");
        log.put(AGENT, new TestLog.Call("c", START.minusSeconds(60), 60, "completed", Map.of("lead_name", "\"one\"")));
        assertThat(sync(csv.sink).run().exitCode()).isZero();
        Place.copyFolder(data, folder.resolve("backup"));
        log.put(AGENT, log.get(AGENT, "c").with("lead_name", "\"two\""));
        assertThat(sync(csv.sink).run().exitCode()).isZero();
        if (clockWasAhead) {
            Files.setLastModifiedTime(
                    folder.resolve("place/synthflow_calls/_a4j/manifest.json"),
                    FileTime.from(Instant.now().plus(Duration.ofDays(400))));
        }
        for (Path each : Disk.files(data)) {
            Files.delete(each);
        }
        for (Path each : Disk.files(folder.resolve("backup"))) {
            Path to = data.resolve(folder.resolve("backup").relativize(each).toString());
            Files.copy(each, to, StandardCopyOption.COPY_ATTRIBUTES);
        }
        SyncReport report = sync(csv.sink).run();
        assertThat(report.table("synthflow_calls").warnings())
                .containsExactly("1 unit is not as the state says, as after a restore: it is read again");
        assertThat(csv.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.values()).contains("two"));
    }

    /** A copy that is made during a commit may have an old day and the new state, which has another row of the same length. */
    @Test
    void copyOfADayAndThenOfALaterState_isReadAgain() throws Exception {
        Place.Made csv = Place.CSV.at(folder.resolve("place").toString());
        Place.Made copy = Place.CSV.at(folder.resolve("copy").toString());
        log.put(AGENT, new TestLog.Call("c", START.minusSeconds(60), 60, "completed", Map.of("lead_name", "\"one\"")));
        assertThat(sync(csv.sink).run().exitCode()).isZero();
        Place.copyFolder(folder.resolve("place/synthflow_calls"), folder.resolve("copy/synthflow_calls"));
        log.put(AGENT, log.get(AGENT, "c").with("lead_name", "\"two\""));
        assertThat(sync(csv.sink).run().exitCode()).isZero();
        Path to = folder.resolve("copy/synthflow_calls/_a4j/manifest.json");
        Files.copy(folder.resolve("place/synthflow_calls/_a4j/manifest.json"), to, StandardCopyOption.REPLACE_EXISTING);
        SyncReport report = sync(copy.sink).run();
        assertThat(report.table("synthflow_calls").warnings())
                .containsExactly("1 unit is not as the state says, as after a restore: it is read again");
        assertThat(copy.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.values()).contains("two"));
        assertThat(sync(copy.sink).run().table("synthflow_calls").warnings()).isEmpty();
    }
}
