package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Agents whose ids are no names of folders, and folders that cannot be made: no agent stands in the way of another one. */
class FolderNamesTest extends OneAgent {
    private static final int LONGEST_NAME = 255;

    /** Too long by a byte, two that differ at their end alone, and one of three bytes a character. */
    private static final List<String> IDS = List.of(
            "a".repeat(241),
            "b".repeat(2000) + "1",
            "b".repeat(2000) + "2",
            "\u738b".repeat(100),
            "x".repeat(230) + "\u00e9\u00e9",
            "good");

    private SyncReport run(Sink sink, String... agents) {
        return sync(SyncTable.of(session, Nights.calls()).each("model_id", agents), sink)
                .run();
    }

    private void fillAll() {
        for (int i = 0; i < IDS.size(); i++) {
            log.fill(IDS.get(i), "c" + i + "-", START.minus(Duration.ofDays(2)), Duration.ofMinutes(50), 50);
        }
    }

    private Path data() {
        return folder.resolve("synthflow_calls/data");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(data())) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void agents_ofLongIds_areStoredAndGoOn(FileFormat format) throws Exception {
        fillAll();
        Sink sink = FolderSink.of(folder, format);
        String[] agents = IDS.toArray(new String[0]);
        SyncReport first = run(sink, agents);
        assertThat(first.exitCode()).as(first.toJson()).isZero();
        Set<String> folders = new HashSet<>();
        for (Path each : files()) {
            String name = data().relativize(each).getName(0).toString();
            assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(LONGEST_NAME);
            folders.add(name);
        }
        assertThat(folders).hasSize(IDS.size());
        SyncReport second = run(sink, agents);
        assertThat(second.exitCode()).as(second.toJson()).isZero();
        assertThat(second.table("synthflow_calls").warnings()).isEmpty();
        for (String each : IDS) {
            assertThat(second.table("synthflow_calls").partition(each).unitsChanged())
                    .isZero();
        }
        if (format == FileFormat.JSONL) {
            Nights.assertSame(Nights.hashes(folder), Nights.log(session, agents));
        }
        assertThat(sync(SyncTable.of(session, Nights.calls()).each("model_id", agents), sink)
                        .verify()
                        .exitCode())
                .isZero();
    }

    @Test
    void state_thatIsLost_longIdsAreKnownByTheirFiles() throws Exception {
        fillAll();
        String[] agents = IDS.toArray(new String[0]);
        assertThat(run(FolderSink.of(folder), agents).exitCode()).isZero();
        Map<String, String> before = Nights.hashes(folder);
        Files.delete(folder.resolve("synthflow_calls/_a4j/manifest.json"));
        Files.delete(folder.resolve("synthflow_calls/_a4j/manifest.previous.json"));
        SyncReport report = run(FolderSink.of(folder), agents);
        assertThat(report.toJson()).doesNotContain("none of the sync's");
        assertThat(Nights.hashes(folder)).isEqualTo(before);
    }

    /** Places that were filled before long names were cut go on with the names they have. */
    @Test
    void nameOf_idThatFits_isAsItWas() {
        String id = "a".repeat(240);
        String name = Manifest.nameOf(new UnitKey(id, "2026-11-18"), "model", "csv");
        assertThat(name)
                .isEqualTo("data/model-" + id + "-" + JsonText.sha256(id).substring(0, 8) + "/2026/2026-11-18.csv");
        assertThat(Manifest.nameOf(new UnitKey("a b", "whole"), "model", "csv"))
                .isEqualTo("data/model-a%20b-" + JsonText.sha256("a b").substring(0, 8) + "/whole.csv");
    }

    private void fillTwo() {
        log.fill("bad", "b", START.minus(Duration.ofDays(2)), Duration.ofMinutes(50), 50);
        log.fill("good", "g", START.minus(Duration.ofDays(2)), Duration.ofMinutes(50), 50);
    }

    /** A run of the agent that is killed when it renames so many units. */
    private SyncReport killedAtRename(Sink sink, int number) {
        int[] renamed = {0};
        return sync(SyncTable.of(session, Nights.calls()).each("model_id", "bad"), sink)
                .steps((step, place) -> {
                    if (place.equals("rename a unit") && ++renamed[0] == number) {
                        throw new IOException("killed");
                    }
                })
                .run();
    }

    private Path folderOf(String agent) {
        return folder.resolve("synthflow_calls")
                .resolve(Manifest.nameOf(UnitKey.whole(agent), "model", "csv"))
                .getParent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"the agent's folder", "the year's folder"})
    void folder_thatCannotBeMade_failsItsOwnAgentAlone(String what) throws Exception {
        fillTwo();
        Sink sink = FolderSink.of(folder);
        assertThat(run(sink, "good").exitCode()).isZero();
        Path inTheWay =
                what.startsWith("the agent") ? folderOf("bad") : folderOf("bad").resolve("2026");
        Files.createDirectories(inTheWay.getParent());
        Files.writeString(inTheWay, "a file where a folder belongs");
        SyncReport bad = run(sink, "bad");
        assertThat(bad.exitCode()).isEqualTo(SyncReport.NOTHING_DONE);
        assertThat(bad.table("synthflow_calls").refusal()).contains(inTheWay.toString());
        assertThat(folder.resolve("synthflow_calls/_a4j/journal.json")).doesNotExist();
        log.fill("good", "h", START.minus(Duration.ofDays(1)), Duration.ofMinutes(50), 5);
        SyncReport good = run(sink, "good");
        assertThat(good.exitCode()).as(good.toJson()).isZero();
        assertThat(good.table("synthflow_calls").partition("good").added()).isEqualTo(5);
        Files.delete(inTheWay);
        assertThat(run(sink, "bad", "good").exitCode()).isZero();
        Nights.assertSame(Nights.hashes(folder), Nights.log(session, "bad", "good"));
    }

    /** As places are that a run blocked before folders were made ahead of the journal. */
    @Test
    void journal_thatCannotBeBegun_isForgotten() throws Exception {
        fillTwo();
        Sink sink = FolderSink.of(folder);
        assertThat(run(sink, "good").exitCode()).isZero();
        SyncReport killed = killedAtRename(sink, 1);
        assertThat(killed.table("synthflow_calls").refusal()).contains("killed");
        assertThat(folder.resolve("synthflow_calls/_a4j/journal.json")).exists();
        WorkFolder.remove(folderOf("bad"));
        Files.writeString(folderOf("bad"), "a file where a folder belongs");
        SyncReport good = run(sink, "good");
        assertThat(good.exitCode()).as(good.toJson()).isZero();
        Files.delete(folderOf("bad"));
        SyncReport both = run(sink, "bad", "good");
        assertThat(both.exitCode()).as(both.toJson()).isZero();
        assertThat(both.table("synthflow_calls").partition("bad").added()).isEqualTo(50);
        Nights.assertSame(Nights.hashes(folder), Nights.log(session, "bad", "good"));
    }

    /** A commit that was begun is finished and not forgotten, whatever has come into its way. */
    @Test
    void journal_thatWasBegun_isKeptUntilItCanBeFinished() throws Exception {
        fillTwo();
        Sink sink = FolderSink.of(folder);
        assertThat(run(sink, "good").exitCode()).isZero();
        assertThat(killedAtRename(sink, 2).table("synthflow_calls").refusal()).contains("killed");
        Path inTheWay = folderOf("bad").resolve("2026/2026-11-19.jsonl.gz");
        Files.createDirectory(inTheWay);
        SyncReport good = run(sink, "good");
        assertThat(good.exitCode()).isEqualTo(SyncReport.NOTHING_DONE);
        assertThat(good.table("synthflow_calls").refusal())
                .isEqualTo(inTheWay + " is a folder where the file of a unit belongs: move it away");
        Files.delete(inTheWay);
        assertThat(run(sink, "good").exitCode()).isZero();
        assertThat(run(sink, "bad").table("synthflow_calls").partition("bad").added())
                .isZero();
        Nights.assertSame(Nights.hashes(folder), Nights.log(session, "bad", "good"));
    }
}
