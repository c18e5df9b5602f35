package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.testkit.ManualClock;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.GT;

/** What breaks between a run and its database, and what others do to it. */
class DatabaseFailuresTest {
    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-20T02:13:00Z"));

    private Sync sync(ApiSession session, Sink sink) {
        return Sync.of(SyncTable.of(session, Nights.calls()).each("model_id", "m-1"))
                .into(sink)
                .clock(clock);
    }

    private TestLog log() {
        TestLog log = new TestLog(clock);
        log.fill("m-1", "c", clock.instant().minus(Duration.ofDays(3)), Duration.ofMinutes(20), 200);
        return log;
    }

    @Test
    void commit_acknowledgedButNotHeard_isFoundOut() throws Exception {
        String direct = PostgresServer.newDatabase();
        try (DatabaseProxy proxy = new DatabaseProxy(direct);
                TestLog log = log();
                ApiSession session = log.session()) {
            JdbcSink sink = JdbcSink.of(proxy.url(direct));
            SyncReport report = sync(session, sink)
                    .steps(proxy.atStep("commit", "COMMIT", DatabaseProxy.Fault.CUT_AFTERWARDS))
                    .run();
            assertThat(proxy.met()).isTrue();
            assertThat(report.exitCode()).as(report.toJson()).isZero();
            assertThat(Place.POSTGRES.at(direct).hashes()).isEqualTo(Nights.log(session, "m-1"));
            assertThat(sync(session, JdbcSink.of(direct))
                            .run()
                            .table("synthflow_calls")
                            .partition("m-1")
                            .added())
                    .isZero();
        }
    }

    @Test
    void commit_brokenBeforeItWasSent_changesNothingAndTheNextRunDoesIt() throws Exception {
        String direct = PostgresServer.newDatabase();
        try (DatabaseProxy proxy = new DatabaseProxy(direct);
                TestLog log = log();
                ApiSession session = log.session()) {
            SyncReport report = sync(session, JdbcSink.of(proxy.url(direct)))
                    .steps(proxy.atStep("commit", "COMMIT", DatabaseProxy.Fault.CUT))
                    .run();
            assertThat(report.exitCode()).as(report.toJson()).isIn(SyncReport.NOTHING_DONE, SyncReport.UNPROVEN);
            assertThat(report.toJson()).contains("nothing was written");
            assertThat(JdbcSessionTest.query(
                            direct,
                            "select count(*) from information_schema.tables where table_name = 'synthflow_calls'"))
                    .isEqualTo("0");
            assertThat(sync(session, JdbcSink.of(direct)).run().exitCode()).isZero();
            assertThat(Place.POSTGRES.at(direct).hashes()).isEqualTo(Nights.log(session, "m-1"));
        }
    }

    /** A pooler that hangs answers nothing, and its kernel keeps the connection: neither keep-alive nor a reset ends the wait. */
    @ParameterizedTest
    @CsvSource({
        "insert into, 'the connection broke before the commit, and nothing was written'",
        "COMMIT, 'the connection broke at the commit, and whether it was written is not known'"
    })
    void database_silentFromAStatementOn_endsTheRunAndLosesNothing(String words, String told) throws Exception {
        String direct = PostgresServer.newDatabase();
        try (TestLog log = log();
                ApiSession session = log.session()) {
            try (DatabaseProxy proxy = new DatabaseProxy(direct)) {
                SyncReport report = sync(session, JdbcSink.of(proxy.url(direct) + "&socketTimeout=1"))
                        .steps(proxy.atStep("stage", words, DatabaseProxy.Fault.SILENT))
                        .run();
                assertThat(proxy.met()).isTrue();
                assertThat(report.exitCode()).as(report.toJson()).isEqualTo(SyncReport.NOTHING_DONE);
                assertThat(report.toJson()).contains(told, "No answer came in the time that", "(SQLSTATE 08");
            }
            assertThat(sync(session, JdbcSink.of(direct)).run().exitCode()).isZero();
            assertThat(Place.POSTGRES.at(direct).hashes()).isEqualTo(Nights.log(session, "m-1"));
        }
    }

    @Test
    void database_silentAtTheLogin_isRefused() throws Exception {
        String direct = PostgresServer.newDatabase();
        try (DatabaseProxy proxy = new DatabaseProxy(direct);
                TestLog log = log();
                ApiSession session = log.session()) {
            proxy.silence();
            SyncReport report = sync(session, JdbcSink.of(proxy.url(direct) + "&socketTimeout=1"))
                    .run();
            assertThat(report.exitCode()).as(report.toJson()).isEqualTo(SyncReport.NOTHING_DONE);
            assertThat(report.toJson())
                    .contains(GT.tr("The connection attempt failed.") + " No answer came in the time that");
        }
    }

    @Test
    void answers_areWaitedForAsLongAsTheUserSays_orHalfAnHour() throws Exception {
        String url = PostgresServer.newDatabase();
        Properties own = new Properties();
        assertThat(new PostgresPlace(url, own).look(Connection::getNetworkTimeout))
                .isEqualTo((int) Duration.ofMinutes(30).toMillis());
        assertThat(new PostgresPlace(url + "&socketTimeout=0", own).look(Connection::getNetworkTimeout))
                .isZero();
        own.setProperty("socketTimeout", "7");
        assertThat(new PostgresPlace(url, own).look(Connection::getNetworkTimeout))
                .isEqualTo(7_000);
        assertThat(new PostgresPlace(url, new Properties(own)).look(Connection::getNetworkTimeout))
                .isEqualTo(7_000);
        assertThat(new PostgresPlace(url + "&socketTimeout=60", own).look(Connection::getNetworkTimeout))
                .isEqualTo(60_000);
    }

    /** Somebody's lock on a table, as of a vacuum, keeps nobody for ever: neither a run nor who only looks. */
    @Test
    void locks_areWaitedForForAMinuteByEveryConnection() throws Exception {
        String url = PostgresServer.newDatabase();
        PostgresPlace place = new PostgresPlace(url, new Properties());
        List<String> found = new ArrayList<>();
        SqlPlace.Work<Boolean> patience = connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("show lock_timeout")) {
                return result.next() && found.add(result.getString(1));
            }
        };
        place.look(patience);
        try (SqlPlace.Lock lock = place.lock("calls")) {
            lock.read(patience);
            lock.stream(patience);
            lock.write(patience);
        }
        assertThat(found).hasSize(4).containsOnly("1min");
    }

    /** What a row is refused for is another thing than a connection that ends among them. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void connection_endedAmongInserts_isToldAsSuch(boolean byTheServer) throws Exception {
        String direct = PostgresServer.newDatabase();
        try (DatabaseProxy proxy = new DatabaseProxy(direct);
                TestLog log = log();
                ApiSession session = log.session()) {
            log.fill("m-1", "d", clock.instant().minus(Duration.ofDays(3)), Duration.ofMinutes(2), 2000);
            SyncReport report = sync(session, JdbcSink.of(proxy.url(direct)))
                    .steps((step, place) -> {
                        if (place.equals("stage") && byTheServer) {
                            endConnections(direct);
                        } else if (place.equals("stage")) {
                            proxy.at("insert into", DatabaseProxy.Fault.CUT);
                        }
                    })
                    .run();
            assertThat(report.exitCode()).as(report.toJson()).isEqualTo(SyncReport.NOTHING_DONE);
            assertThat(report.toJson())
                    .contains("the connection broke before the commit, and nothing was written")
                    .doesNotContain("refuses");
            assertThat(sync(session, JdbcSink.of(direct)).run().exitCode()).isZero();
            assertThat(Place.POSTGRES.at(direct).hashes()).isEqualTo(Nights.log(session, "m-1"));
        }
    }

    private static void endConnections(String url) throws IOException {
        try {
            JdbcSessionTest.query(
                    url,
                    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'analytics4j sync'");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** The server ends the connection while rows are read from the API, as a firewall does with one that is idle. */
    @Test
    void connection_lostWhileRowsAreRead_isMadeAgain() throws Exception {
        String url = PostgresServer.newDatabase();
        try (TestLog log = log();
                ApiSession session = log.session()) {
            AtomicBoolean once = new AtomicBoolean(true);
            SyncReport report = sync(session, JdbcSink.of(url))
                    .steps((step, place) -> {
                        if (step.equals("4") && once.getAndSet(false)) {
                            endConnections(url);
                        }
                    })
                    .run();
            assertThat(once.get()).isFalse();
            assertThat(report.exitCode()).as(report.toJson()).isZero();
            assertThat(Place.POSTGRES.at(url).hashes()).isEqualTo(Nights.log(session, "m-1"));
        }
    }

    /** Each is what may go wrong while rows are read with a connection of their own. */
    private enum ReaderFailure {
        OF_THE_CALLER,
        OF_THE_PROGRAM,
        OF_THE_DATABASE,
        OF_THE_NETWORK;

        void at(Connection connection, String url) throws SQLException, IOException {
            switch (this) {
                case OF_THE_CALLER -> throw new IOException("the disk is full");
                case OF_THE_PROGRAM -> throw new IllegalStateException("a mistake");
                case OF_THE_DATABASE -> SqlDialect.execute(connection, "select no_column");
                case OF_THE_NETWORK -> {
                    endConnections(url);
                    SqlDialect.execute(connection, "select 1");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void reader_thatFails_leavesNoConnectionBehind(ReaderFailure failure) throws Exception {
        String url = PostgresServer.newDatabase();
        try (SqlPlace.Lock lock = new PostgresPlace(url, new Properties()).lock("calls")) {
            Set<Connection> used = new LinkedHashSet<>();
            SqlPlace.Work<Boolean> failing = connection -> {
                used.add(connection);
                failure.at(connection, url);
                return true;
            };
            SqlPlace.Work<Boolean> failingWithin = connection -> {
                used.add(connection);
                lock.stream(used::add); // put back, and taken again
                lock.stream(failing);
                return true;
            };
            for (SqlPlace.Work<Boolean> each : List.of(failing, failingWithin)) {
                assertThatThrownBy(() -> lock.stream(each))
                        .isInstanceOfAny(IOException.class, IllegalStateException.class);
            }
            assertThat(used).hasSize(3);
            for (Connection each : used) {
                assertThat(each.isClosed()).isTrue();
            }
        }
    }

    /** A run is suspended before its commit; meanwhile the server ends its connection and another run does the work. */
    @Test
    void run_suspendedAndResumed_changesNothing() throws Exception {
        String url = PostgresServer.newDatabase();
        try (TestLog log = log();
                ApiSession session = log.session()) {
            AtomicBoolean once = new AtomicBoolean(true);
            List<Integer> others = new ArrayList<>();
            SyncReport report = sync(session, JdbcSink.of(url))
                    .steps((step, place) -> {
                        if (step.equals("5") && once.getAndSet(false)) {
                            endConnections(url);
                            others.add(sync(session, JdbcSink.of(url)).run().exitCode());
                        }
                    })
                    .run();
            assertThat(others).containsExactly(0);
            assertThat(report.exitCode()).as(report.toJson()).isEqualTo(SyncReport.BUSY);
            assertThat(report.toJson()).contains("while this one was suspended: nothing was written");
            assertThat(Place.POSTGRES.at(url).hashes()).isEqualTo(Nights.log(session, "m-1"));
        }
    }

    @Place.EachDatabase
    void rows_restoredToAnOldDump_areReadAgain(Place place) throws Exception {
        String url = place.address(folder);
        try (TestLog log = log();
                ApiSession session = log.session()) {
            assertThat(sync(session, place.at(url).sink).run().exitCode()).isZero();
            for (String[] damage : new String[][] {
                {"create table dump as select * from synthflow_calls", ""},
                {"delete from synthflow_calls", "insert into synthflow_calls select * from dump"}, // rows alone are old
                {"delete from synthflow_calls where _id in ('c3', 'c150')", ""},
                {"update synthflow_calls set _hash = 'x', duration = -1 where _id = 'c190'", ""},
                {"drop table synthflow_calls", ""}
            }) {
                log.put("m-1", log.get("m-1", "c199").with("labels", "[\"" + damage[0].length() + "\"]"));
                assertThat(sync(session, place.at(url).sink).run().exitCode()).isZero();
                for (String statement : damage) {
                    if (!statement.isEmpty()) {
                        JdbcSessionTest.query(url, statement);
                    }
                }
                SyncReport healed = sync(session, place.at(url).sink).run();
                assertThat(healed.exitCode())
                        .as(Arrays.toString(damage) + healed.toJson())
                        .isZero();
                assertThat(healed.toJson().contains("not as the state says"))
                        .as(damage[0])
                        .isEqualTo(!damage[0].startsWith("create"));
                assertThat(place.at(url).hashes()).as(damage[0]).isEqualTo(Nights.log(session, "m-1"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void values_nulAndLargeNumbers_areKeptAndDoNotChangeByThemselves(Place place) throws Exception {
        String address = place.address(folder);
        try (TestLog log = log();
                ApiSession session = log.session()) {
            log.put(
                    "m-1",
                    log.get("m-1", "c180")
                            .with("transcript", "\"a\\u0000b \\ud83d\"")
                            .with("duration", "9007199254740993")
                            .with("recording_url", "\"https://r.example/a.mp3?signature=1\""));
            assertThat(sync(session, place.at(address).sink).run().exitCode()).isZero();
            log.put("m-1", log.get("m-1", "c180").with("recording_url", "\"https://r.example/a.mp3?signature=2\""));
            SyncReport second = sync(session, place.at(address).sink).run();
            assertThat(second.table("synthflow_calls").partition("m-1").changed())
                    .isZero();
            assertThat(place.at(address).hashes()).isEqualTo(Nights.log(session, "m-1"));
            if (place == Place.POSTGRES || place == Place.DUCKDB) {
                assertThat(JdbcSessionTest.query(
                                address, "select duration from synthflow_calls where call_id = 'c180'"))
                        .isEqualTo("9007199254740993");
            }
        }
    }

    /** A place cannot hold such an id as it came; its row is there, and its day is as the state says all the same. */
    @ParameterizedTest
    @EnumSource
    void ids_nulAndHalfOfAPair_leaveTheirDayAsTheStateSays(Place place) throws Exception {
        Sink sink = place.at(place.address(folder)).sink;
        try (TestLog log = log();
                ApiSession session = log.session()) {
            log.put("m-1", log.get("m-1", "c180").with("call_id", "\"\\ud800half\""));
            log.put("m-1", log.get("m-1", "c179").with("call_id", "\"\\ud801half\""));
            log.put("m-1", log.get("m-1", "c178").with("call_id", "\"\\ufffdhalf\""));
            log.put("m-1", log.get("m-1", "c100").with("call_id", "\"a\\u0000b\""));
            log.put("m-1", log.get("m-1", "c101").with("call_id", "\"a\\ufffdb\""));
            assertThat(sync(session, sink).run().exitCode()).isZero();
            assertThat(sync(session, sink)
                            .status()
                            .tables()
                            .get(0)
                            .partitions()
                            .get(0)
                            .dueDays())
                    .isEmpty();
            log.put("m-1", log.get("m-1", "c181").with("labels", "[\"late\"]"));
            for (int night = 0; night < 2; night++) {
                SyncReport run = sync(session, sink).run();
                assertThat(run.exitCode()).as(run.toJson()).isZero();
                assertThat(run.table("synthflow_calls").warnings()).isEmpty();
                assertThat(run.table("synthflow_calls").partition("m-1").changed())
                        .isEqualTo(1 - night);
            }
            assertThat(sync(session, sink).purge(List.of("c182", "a\u0000b"))).isEqualTo(2);
            SyncReport last = sync(session, sink).run();
            assertThat(last.exitCode()).as(last.toJson()).isZero();
            assertThat(last.table("synthflow_calls").warnings()).isEmpty();
            assertThat(sync(session, sink).verify().exitCode()).isZero();
        }
    }
}
