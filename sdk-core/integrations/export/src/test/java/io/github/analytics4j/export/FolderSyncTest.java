package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.testkit.ManualClock;
import io.github.analytics4j.testkit.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSyncTest {
    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-20T02:13:00Z"));

    @Test
    void firstLoad_smallLog_isOneWalkAndOneCount() {
        try (Sandbox sandbox = Nights.sandbox(clock).calls(2_000).start();
                ApiSession session = Nights.session(sandbox.synthflow())) {
            String agent = sandbox.synthflow().modelId();
            SyncReport report = Nights.run(session, FolderSink.of(folder), clock, agent);
            assertThat(report.exitCode()).as(report.toJson()).isZero();
            assertThat(sandbox.requests().count()).isLessThanOrEqualTo(23);
            assertThat(Nights.hashes(folder)).isEqualTo(Nights.log(session, agent));
        }
    }

    @Test
    void secondRunAtOnce_nothingNew_changesNoFile() throws Exception {
        try (Sandbox sandbox = Nights.sandbox(clock).calls(2_000).start();
                ApiSession session = Nights.session(sandbox.synthflow())) {
            String agent = sandbox.synthflow().modelId();
            Nights.run(session, FolderSink.of(folder), clock, agent);
            Map<Path, String> before = files();
            sandbox.requests().clear();
            SyncReport second = Nights.run(session, FolderSink.of(folder), clock, agent);
            assertThat(second.exitCode()).as(second.toJson()).isZero();
            assertThat(files()).isEqualTo(before);
        }
    }

    @Test
    void nextNight_newCalls_areAdded() {
        try (Sandbox sandbox = Nights.sandbox(clock).calls(12_000).start();
                ApiSession session = Nights.session(sandbox.synthflow())) {
            String agent = sandbox.synthflow().modelId();
            SyncReport first = Nights.run(session, FolderSink.of(folder), clock, agent);
            assertThat(first.exitCode()).as(first.toJson()).isZero();
            clock.advance(Duration.ofDays(1));
            sandbox.synthflow().calls().insertFirst(100);
            sandbox.synthflow().calls().delete(500, 3);
            sandbox.requests().clear();
            SyncReport report = Nights.run(session, FolderSink.of(folder), clock, agent);
            assertThat(report.exitCode()).as(report.toJson()).isZero();
            assertThat(Nights.hashes(folder)).isEqualTo(Nights.log(session, agent));
        }
    }

    private Map<Path, String> files() throws Exception {
        Map<Path, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("synthflow_calls/data"))) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                all.put(each, Files.getLastModifiedTime(each) + " " + Disk.sha256(each));
            }
        }
        return all;
    }
}
