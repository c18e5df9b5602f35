package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in a folder and is not the sync's, or not as the sync left it, is told and kept. */
class FolderStrangersTest extends OneAgent {
    private static final String OTHER = "agent-2";

    @BeforeEach
    void fill() {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(2)), Duration.ofMinutes(30), 90);
        log.fill(OTHER, "d", START.minus(Duration.ofDays(2)), Duration.ofMinutes(30), 90);
    }

    private Path data() {
        return folder.resolve("synthflow_calls/data");
    }

    private Path unit(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(data())) {
            return all.filter(each -> each.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"copy.csv", "other/2026/2026-11-18.csv", ".hidden/2026-11-18.csv", "2026-11-18.csv.bak", "notes"
            })
    void copyInTheFolder_isToldByRunStatusAndVerify(String name) throws Exception {
        Sync sync = sync(table(), FolderSink.of(folder, FileFormat.CSV));
        assertThat(sync.run().exitCode()).isZero();
        Path copy = data().resolve(name);
        Files.createDirectories(copy.getParent());
        Files.copy(unit("2026-11-18.csv"), copy);
        for (int night = 0; night < 2; night++) {
            SyncReport run = sync.run();
            assertThat(run.exitCode()).as(run.toJson()).isZero();
            assertThat(run.table("synthflow_calls").warnings())
                    .singleElement()
                    .asString()
                    .contains("1 file below data is none of the sync's")
                    .contains(name);
        }
        assertThat(sync.status().tables().get(0).problem()).contains("none of the sync's");
        SyncReport verified = sync.verify();
        assertThat(verified.exitCode()).isEqualTo(SyncReport.UNPROVEN);
        assertThat(verified.toJson()).contains("none of the sync's");
        assertThat(copy).exists();
        Files.delete(copy);
        assertThat(sync.verify().exitCode()).isZero();
        assertThat(sync.run().table("synthflow_calls").warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".DS_Store", "_SUCCESS", ".nfs0001"})
    void fileThatReadersPassOver_isNoMatter(String name) throws Exception {
        Sync sync = sync(table(), FolderSink.of(folder, FileFormat.CSV));
        assertThat(sync.run().exitCode()).isZero();
        Files.writeString(data().resolve(name), "x");
        assertThat(sync.run().table("synthflow_calls").warnings()).isEmpty();
        assertThat(sync.verify().exitCode()).isZero();
    }

    /** The state is restored to a time when the other agent was not read; now it is read no more. */
    @Test
    void oldStateOverNewerData_ofAnAgentThatIsNotRead_isTold() throws Exception {
        FolderSink sink = FolderSink.of(folder);
        assertThat(sync(table(), sink).run().exitCode()).isZero();
        Path state = folder.resolve("synthflow_calls/_a4j/manifest.json");
        byte[] old = Files.readAllBytes(state);
        SyncTable both = SyncTable.of(session, Nights.calls()).each("model_id", AGENT, OTHER);
        assertThat(sync(both, sink).run().exitCode()).isZero();
        Files.write(state, old);
        for (int night = 0; night < 2; night++) {
            SyncReport run = sync(table(), sink).run();
            assertThat(run.exitCode()).isZero();
            assertThat(run.toJson()).contains(OTHER + " is not read, and 2 units of it are not as the state says");
        }
        assertThat(sync(table(), sink).status().tables().get(0).problem()).contains(OTHER + " is not read");
        assertThat(sync(table(), sink).verify().exitCode()).isEqualTo(SyncReport.UNPROVEN);
        assertThat(sync(both, sink).run().exitCode()).isZero();
        assertThat(sync(table(), sink).verify().exitCode()).isZero();
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void folderInThePlaceOfAFile_isNamed(FileFormat format) throws Exception {
        FolderSink sink = FolderSink.of(folder, format);
        assertThat(sync(table(), sink).run().exitCode()).isZero();
        Path unit = unit("2026-11-18." + (format == FileFormat.JSONL ? "jsonl.gz" : format.toString()));
        Files.delete(unit);
        Files.createDirectory(unit);
        SyncReport run = sync(table(), sink).run();
        assertThat(run.exitCode()).isEqualTo(SyncReport.NOTHING_DONE);
        assertThat(run.table("synthflow_calls").refusal())
                .isEqualTo(unit + " is a folder where the file of a unit belongs: move it away");
        Files.delete(unit);
        assertThat(sync(table(), sink).run().toJson()).contains("\"added\":44");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 9, 30, 100_000})
    void fileWithBytesBehindItsEnd_isKeptAsDamaged(int count) throws Exception {
        Sync sync = sync(table());
        assertThat(sync.run().exitCode()).isZero();
        Path unit = unit("2026-11-18.jsonl.gz");
        Files.write(unit, new byte[count], StandardOpenOption.APPEND);
        SyncReport run = sync.run();
        assertThat(run.exitCode()).as(run.toJson()).isZero();
        assertIsTheLog(AGENT);
        try (Stream<Path> kept = Files.walk(folder.resolve("synthflow_calls/_damaged"))) {
            assertThat(kept.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    private void assertIsTheLog(String agent) {
        Nights.assertSame(Nights.hashes(folder), Nights.log(session, agent));
    }

    @Test
    void receiverThatThrowsAnything_isToldInTheReport() {
        for (boolean atTheEnd : new boolean[] {false, true}) {
            Sink sink = CallbackSink.of(folder.resolve("callback"), new CallbackSink.Receiver() {
                @Override
                public void changed(SyncChange change) {
                    if (!atTheEnd) {
                        throw new IllegalStateException("the queue is closed");
                    }
                }

                @Override
                public void committed() {
                    throw new UnsupportedOperationException("the queue is closed");
                }
            });
            SyncReport report = sync(table(), sink).run();
            assertThat(report.exitCode()).isEqualTo(SyncReport.NOTHING_DONE);
            assertThat(report.table("synthflow_calls").refusal())
                    .contains("the receiver of changes failed: ")
                    .contains("the queue is closed");
        }
        SyncReport report = sync(table())
                .onProgress((partition, at) -> {
                    throw new IllegalStateException("no screen");
                })
                .run();
        assertThat(report.exitCode()).isEqualTo(SyncReport.NOTHING_DONE);
        assertThat(report.table("synthflow_calls").refusal())
                .contains("the listener of progress failed")
                .contains("no screen");
    }

    private static void moveBehindALink(Path linked, Path target) throws IOException {
        Files.move(linked, target);
        Files.createSymbolicLink(linked, target);
    }

    /** Who has little room moves what is old to another disk; rows that the vendor has no more are there alone. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void dataBehindALink_areThoseOfTheSync(int depth) throws Exception {
        log.deleteIf(AGENT, each -> true);
        log.fill(AGENT, "c", START.minus(Duration.ofDays(50)), Duration.ofMinutes(60), 1_200);
        Sync sync = sync(table(), FolderSink.of(folder, FileFormat.CSV));
        assertThat(sync.run().exitCode()).isZero();
        Path first = data().relativize(unit(".csv"));
        Path linked = depth == 0 ? data() : data().resolve(first.subpath(0, depth));
        moveBehindALink(linked, folder.resolve("elsewhere"));
        clock.advance(Duration.ofDays(1));
        log.deleteIf(AGENT, each -> each.start().isBefore(START.minus(Duration.ofDays(29))));
        for (int night = 0; night < 2; night++) {
            SyncReport run = sync.run();
            assertThat(run.exitCode()).as(run.toJson()).isZero();
            assertThat(run.table("synthflow_calls").warnings()).isEmpty();
        }
        SyncReport verified = sync.verify();
        assertThat(verified.exitCode()).as(verified.toJson()).isZero();
        assertThat(verified.toJson()).contains("504 rows of " + AGENT + " are older than the log's first one");
        assertThat(linked).isSymbolicLink();
    }

    /** A file is renamed within a file system alone. */
    @Test
    void dataOnAnotherFileSystem_areWrittenThere() throws Exception {
        Path memory = Path.of("/dev/shm");
        Assumptions.assumeTrue(
                Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(folder)),
                "no second file system here");
        Path other = Files.createTempDirectory(memory, "a4j");
        try {
            Sync sync = sync(table(), FolderSink.of(folder, FileFormat.CSV));
            Files.createDirectories(data().getParent());
            Files.createSymbolicLink(data(), other);
            for (int night = 0; night < 2; night++) {
                SyncReport run = sync.run();
                assertThat(run.exitCode()).as(run.toJson()).isZero();
                assertThat(sync.verify().exitCode()).isZero();
                log.put(AGENT, log.get(AGENT, "c80").with("lead_name", "\"later\""));
            }
            assertThat(Disk.files(other))
                    .isNotEmpty()
                    .allMatch(each -> each.toString().endsWith(".csv"));
        } finally {
            WorkFolder.remove(other);
        }
    }

    /** The disk behind a link may not be mounted tonight. */
    @Test
    void linkThatLeadsNowhere_endsTheRunInWords() throws Exception {
        Sync sync = sync(table(), FolderSink.of(folder, FileFormat.CSV));
        assertThat(sync.run().exitCode()).isZero();
        Path year = unit(".csv").getParent();
        Path target = folder.resolve("elsewhere");
        moveBehindALink(year, target);
        Files.move(target, folder.resolve("unmounted"));
        SyncReport run = sync.run();
        assertThat(run.exitCode()).as(run.toJson()).isEqualTo(SyncReport.NOTHING_DONE);
        assertThat(run.toJson()).contains(year + ": it is a link that leads to no folder");
        Files.move(folder.resolve("unmounted"), target);
        assertThat(sync.run().exitCode()).isZero();
        assertThat(sync.verify().exitCode()).isZero();
    }
}
