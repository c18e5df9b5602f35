package io.github.analytics4j.export;

import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.testkit.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A log of one agent at 02:13, and a folder for it. */
abstract class OneAgent {
    static final String AGENT = "agent-1";
    static final Instant START = Instant.parse("2026-11-20T02:13:00Z");

    @TempDir
    Path folder;

    final ManualClock clock = new ManualClock(START);
    TestLog log;
    ApiSession session;

    @BeforeEach
    void open() {
        log = new TestLog(clock);
        session = log.session();
    }

    @AfterEach
    void close() throws Exception {
        session.close();
        log.close();
    }

    final SyncTable table() {
        return SyncTable.of(session, Nights.calls()).each("model_id", AGENT);
    }

    final Sync sync(SyncTable table, Sink sink) {
        return Sync.of(table).into(sink).clock(clock);
    }

    /** Of the table into the folder. */
    final Sync sync(SyncTable table) {
        return sync(table, FolderSink.of(folder));
    }

    /** So many calls, evenly over the days before now. */
    final void fill(int days, int calls) {
        Duration all = Duration.ofDays(days);
        log.fill(AGENT, "c", START.minus(all), all.dividedBy(calls), calls);
    }

    final void assertIsTheLog() {
        Nights.assertSame(Nights.hashes(folder), Nights.log(session, AGENT));
    }
}
