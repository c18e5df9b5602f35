package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.catalog.Arguments;
import io.github.analytics4j.child.ChildJvm;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.testkit.ManualClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sync refuses before it asks anybody, and what it tells of a server that refuses it. */
class SyncMistakesTest {
    private static final Instant START = Instant.parse("2026-11-20T02:13:00Z");

    @TempDir
    Path folder;

    private final TestLog log = new TestLog(new ManualClock(START));
    private final ApiSession session = log.session();

    @AfterEach
    void close() throws Exception {
        session.close();
        log.close();
    }

    private SyncTable table() {
        return SyncTable.of(session, Nights.calls());
    }

    private void refused(ThrowingCallable call, String words) {
        assertThatThrownBy(call).isInstanceOf(InvalidRequestException.class).hasMessageContaining(words);
        assertThat(log.requests()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit", "offset", "from_date", "to_date"})
    void each_parameterOfTheSyncItself_isRefused(String parameter) {
        refused(() -> table().each(parameter, "5"), parameter + " is set by the sync itself; leave it out");
    }

    @Test
    void each_blankOrNoValue_isRefused() {
        refused(() -> table().each("model_id", ""), "model_id has a blank value");
        refused(() -> table().each("model_id", "a", " "), "model_id has a blank value");
        refused(() -> table().each("model_id"), "model_id has no value");
    }

    @Test
    void unknownParameter_isRefused() {
        refused(() -> table().each("modelid", "a"), "modelid is no parameter; there are ");
        refused(() -> table().with(Arguments.NONE.with("modelid", "a")), "modelid is no parameter; there are ");
    }

    @Test
    void tableOfAnotherApi_isRefused() {
        refused(
                () -> SyncTable.of(
                        session,
                        Nights.api("callops").table("callops_stt_events").orElseThrow()),
                "callops_stt_events is no table of ");
    }

    @Test
    void unknownVolatileColumn_isRefused() {
        Sync sync = Sync.of(table().each("model_id", "a"));
        refused(
                () -> sync.with(SyncOptions.builder()
                        .volatileColumns("recording_url", "recordingurl")
                        .build()),
                "recordingurl is no column of the tables");
    }

    @Test
    void namesThatDifferInCaseAlone_areRefused() {
        refused(() -> Sync.of(table().named("Calls"), table().named("calls")), "calls is given twice");
    }

    @Test
    void refusedKey_isToldAsSuch_andVerifyComparesNothing() throws Exception {
        log.fill("a", "c", START.minus(Duration.ofDays(2)), Duration.ofMinutes(10), 280);
        Sync sync = Sync.of(table().each("model_id", "a"))
                .into(FolderSink.of(folder))
                .clock(new ManualClock(START));
        assertThat(sync.run().keyRefused()).isFalse();
        assertThat(sync.verify().exitCode()).isZero();
        log.key = "sk_planted_rotated_1";
        for (SyncReport each : new SyncReport[] {sync.run(), sync.verify()}) {
            assertThat(each.keyRefused()).as(each.toJson()).isTrue();
            assertThat(each.exitCode()).isEqualTo(SyncReport.NOTHING_DONE);
            assertThat(each.toJson()).startsWith("{\"exit\":1,\"key_refused\":true,");
            assertThat(each.table("synthflow_calls").partition("a").reasons())
                    .singleElement()
                    .asString()
                    .startsWith("the server refused the key: ");
        }
    }

    /** A container, or a thread of Java's common pool, has Java look for drivers before an application's are there. */
    static final class DriversSoughtBefore {
        private DriversSoughtBefore() {}

        public static void main(String[] args) {
            Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
            long found = DriverManager.drivers().count();
            System.out.print(found + " " + JdbcSink.of("jdbc:postgresql://localhost:1/db"));
        }
    }

    @Test
    void driverThatJavaDidNotFindAtItsStart_isUsed() throws Exception {
        Process process = ChildJvm.program(List.of(), DriversSoughtBefore.class)
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(printed).startsWith("0 jdbc:postgresql://localhost:1/db");
        assertThat(process.waitFor()).isZero();
    }

    /** The system's words for it say nothing of what to do, and some of them not even where. */
    @ParameterizedTest
    @ValueSource(strings = {"No space left on device", "There is not enough space on the disk", "Disk quota exceeded"})
    void diskThatIsFull_isToldWithWhatToDo(String words) {
        assertThat(Disk.why(new IOException(words))).isEqualTo(words + "; make room and run again");
        assertThat(Disk.why(new FileSystemException("/d/a", null, words)))
                .isEqualTo("/d/a: " + words + "; make room and run again");
        String said = "/d/b: " + words + "; make room there";
        assertThat(Disk.why(new IOException(said))).isEqualTo(said);
    }

    /** The driver of DuckDB unpacks its native code there; the JVM tells that as an error. */
    @Test
    void noFolderForTemporaryFiles_isToldWithWhatToDo() throws Exception {
        log.fill("agent-1", "c", START.minus(Duration.ofHours(2)), Duration.ofMinutes(30), 3);
        Process process = ChildJvm.program(
                        List.of("-Djava.io.tmpdir=" + folder.resolve("none")),
                        CrashChild.class,
                        "PARQUET",
                        folder.toString(),
                        log.baseUrl(),
                        TestLog.KEY,
                        START.toString(),
                        String.valueOf(CrashChild.NEVER),
                        "agent-1")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(printed)
                .contains("\"exit\":1", "the native code of DuckDB's driver", "none", "-Djava.io.tmpdir=FOLDER");
    }
}
