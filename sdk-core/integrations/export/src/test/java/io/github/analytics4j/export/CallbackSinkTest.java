package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.testkit.ManualClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallbackSinkTest {
    private static final String AGENT = "agent-1";
    private static final Instant START = Instant.parse("2026-11-20T02:13:00Z");

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock(START);
    private final Map<String, Map<String, Object>> taken = new TreeMap<>();

    private void take(SyncChange change) {
        if (change.kind() == SyncChange.Kind.GONE) {
            taken.remove(change.id());
        } else {
            taken.put(change.id(), change.values());
        }
    }

    private SyncReport run(ApiSession session, CallbackSink.Receiver receiver) {
        return Nights.run(session, CallbackSink.of(folder, receiver), clock, AGENT);
    }

    @Test
    void changes_areHandedOver_andNoValueIsKept() throws Exception {
        try (TestLog log = new TestLog(clock);
                ApiSession session = log.session()) {
            log.fill(AGENT, "c", START.minus(Duration.ofDays(2)), Duration.ofMinutes(20), 140);
            log.put(AGENT, log.get(AGENT, "c7").with("transcript", "\"planted words\""));
            assertThat(run(session, this::take).exitCode()).isZero();
            assertThat(taken).hasSize(140);
            assertThat(taken.get("c7")).containsEntry("transcript", "planted words");
            log.put(AGENT, log.get(AGENT, "c130").with("labels", "[\"late\"]"));
            log.put(AGENT, log.get(AGENT, "c70").start(START.minus(Duration.ofHours(2))));
            log.delete(AGENT, "c131");
            int[] changes = new int[1];
            assertThat(run(session, change -> {
                                changes[0]++;
                                take(change);
                            })
                            .exitCode())
                    .isZero();
            assertThat(changes[0]).isEqualTo(3);
            assertThat(taken.keySet()).isEqualTo(Nights.log(session, AGENT).keySet());
            assertThat(taken.get("c130")).containsEntry("labels", "[\"late\"]");
            for (Path each : Disk.files(folder)) {
                byte[] bytes = Files.readAllBytes(each);
                if (each.toString().endsWith(".gz")) {
                    bytes = new GZIPInputStream(Files.newInputStream(each)).readAllBytes();
                }
                assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("planted words");
            }
        }
    }

    @Test
    void receiverThatFails_getsTheChangesAgain() throws Exception {
        try (TestLog log = new TestLog(clock);
                ApiSession session = log.session()) {
            log.fill(AGENT, "c", START.minus(Duration.ofDays(2)), Duration.ofMinutes(20), 140);
            SyncReport failed = run(session, change -> {
                take(change);
                if (taken.size() == 60) {
                    throw new IOException("the queue is full");
                }
            });
            assertThat(failed.exitCode()).isEqualTo(SyncReport.NOTHING_DONE);
            assertThat(failed.table("synthflow_calls").refusal()).contains("the queue is full");
            taken.clear();
            assertThat(run(session, this::take).exitCode()).isZero();
            assertThat(taken).hasSize(140);
        }
    }

    @Test
    void statusAndVerify_tellWhatTheSinkHolds() throws Exception {
        try (TestLog log = new TestLog(clock);
                ApiSession session = log.session()) {
            log.fill(AGENT, "c", START.minus(Duration.ofDays(2)), Duration.ofMinutes(20), 140);
            log.put(AGENT, log.get(AGENT, "c100").status("in-progress"));
            Sync sync = Sync.of(SyncTable.of(session, Nights.calls()).each("model_id", AGENT))
                    .into(FolderSink.of(folder))
                    .clock(clock);
            assertThat(sync.verify().exitCode()).isEqualTo(SyncReport.NOTHING_DONE);
            assertThat(sync.status().tables().get(0).partitions()).isEmpty();
            sync.run();
            log.requests();
            SyncStatus.PartitionStatus status =
                    sync.status().tables().get(0).partitions().get(0);
            assertThat(log.requests()).isZero();
            assertThat(status.rows()).isEqualTo(140);
            assertThat(status.openDays()).hasSize(1);
            assertThat(status.watermark()).isEqualTo(START.minus(Duration.ofMinutes(15)));
            assertThat(sync.verify().exitCode()).isZero();
            log.put(AGENT, log.get(AGENT, "c3").with("labels", "[\"late\"]"));
            log.delete(AGENT, "c99");
            SyncReport verified = sync.verify();
            assertThat(verified.exitCode()).isEqualTo(SyncReport.UNPROVEN);
            assertThat(verified.table("synthflow_calls").partition(AGENT).reasons())
                    .containsExactly(
                            "2026-11-18: the log has 66 rows and the sink 66, some with another content",
                            "2026-11-19: the log has 71 rows and the sink 72");
        }
    }
}
