package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Others are at work on the same PostgreSQL: its administrator, other sessions, other programs of the user's. */
class OthersInPostgresTest extends OneAgent {
    private String url;

    @BeforeEach
    void fill() throws Exception {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(2)), Duration.ofMinutes(30), 90);
        url = PostgresServer.newDatabase();
    }

    private Sync sync() {
        return sync(table(), JdbcSink.of(url));
    }

    private void query(String... statements) throws Exception {
        for (String each : statements) {
            JdbcSessionTest.query(url, each);
        }
    }

    private String database() {
        return url.substring(url.lastIndexOf('/') + 1, url.indexOf('?'));
    }

    private void assertIsTheLogThere() throws Exception {
        Nights.assertSame(Place.POSTGRES.at(url).hashes(), Nights.log(session, AGENT));
    }

    /** A call that gets another text, one that is moved to the day before, and one that is gone. */
    private void change() {
        log.put(AGENT, log.get(AGENT, "c81").with("lead_name", "\"A \\\\ b's\""));
        log.put(AGENT, log.get(AGENT, "c71").start(START.minus(Duration.ofHours(30))));
        log.delete(AGENT, "c61");
    }

    /** An old database has settings that its old programs need. */
    @Test
    void settingsOfAnOldDatabase_changeNothing() throws Exception {
        query(
                "alter database " + database() + " set standard_conforming_strings = off",
                "alter database " + database() + " set datestyle = 'German, DMY'",
                "alter database " + database() + " set timezone = 'Asia/Kathmandu'",
                "alter database " + database() + " set bytea_output = 'escape'",
                "alter database " + database() + " set array_nulls = off",
                "alter database " + database() + " set quote_all_identifiers = on");
        for (int night = 0; night < 2; night++) {
            SyncReport report = sync().run();
            assertThat(report.exitCode()).as(report.toJson()).isZero();
            assertIsTheLogThere();
            change();
        }
        assertThat(sync().run().exitCode()).isZero();
        assertThat(sync().verify().exitCode()).isZero();
    }

    /** Two plans of one minute of the crontab make the tables of states at once. */
    @Test
    void firstNights_twoAtOnce_bothGetThrough() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (Connection other = DriverManager.getConnection(url)) {
            other.setAutoCommit(false);
            SqlControl.make(other, SqlDialect.POSTGRES, "another_table");
            Future<SyncReport> run = threads.submit(() -> sync().run());
            awaitWaitingFor(run);
            other.commit();
            assertThat(run.get().exitCode()).as(run.get().toJson()).isZero();
            assertIsTheLogThere();
        } finally {
            threads.shutdownNow();
        }
    }

    /** An old program needs stricter transactions than a sync does, which would lose each night to any other writer. */
    @ParameterizedTest
    @ValueSource(strings = {"repeatable read", "serializable"})
    void databaseOfStrictTransactions_othersWriteMeanwhile_isTheLog(String isolation) throws Exception {
        assertThat(sync().run().exitCode()).isZero();
        query("alter database " + database() + " set default_transaction_isolation = '" + isolation + "'");
        change();
        SyncReport report = sync().steps((step, place) -> {
                    if (place.equals("merge")) {
                        write("update synthflow_calls set transcript = 'by hand' where _id = 'c81'");
                    }
                })
                .run();
        assertThat(report.exitCode()).as(report.toJson()).isZero();
        assertIsTheLogThere();
        assertThat(JdbcSessionTest.query(url, "select count(*) from synthflow_calls where transcript = 'by hand'"))
                .isEqualTo("0");
    }

    private void write(String statement) throws IOException {
        try {
            query(statement);
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    /** The server still has the connection that broke, or another run waited for its end: neither makes this run one that came too late. */
    @Test
    void commitOfUnknownEnd_lockNotFreeAgain_isToldAsSuch() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (DatabaseProxy proxy = new DatabaseProxy(url)) {
            List<Future<SqlPlace.Lock>> other = new ArrayList<>();
            SyncReport report = sync(table(), JdbcSink.of(proxy.url(url) + "&options=-c%20lock_timeout=200"))
                    .steps((step, place) -> {
                        if (place.equals("commit")) {
                            other.add(threads.submit(
                                    () -> new PostgresPlace(url, new Properties()).lock("synthflow_calls")));
                            awaitWaitingFor(other.get(0));
                            proxy.at("COMMIT", DatabaseProxy.Fault.CUT);
                        }
                    })
                    .run();
            other.get(0).get().close();
            assertThat(report.exitCode()).as(report.toJson()).isEqualTo(SyncReport.NOTHING_DONE);
            assertThat(report.toJson())
                    .contains("the connection broke at the commit, and whether it was written is not known")
                    .doesNotContain("another run");
        } finally {
            threads.shutdownNow();
        }
        assertThat(sync().run().exitCode()).isZero();
        assertIsTheLogThere();
    }

    @Test
    void recordThatCannotBeWritten_isToldToBeAllThatIsLost() throws Exception {
        try (DatabaseProxy proxy = new DatabaseProxy(url)) {
            SyncReport report = sync(table(), JdbcSink.of(proxy.url(url)))
                    .steps(proxy.atStep("record", "insert into _a4j_runs", DatabaseProxy.Fault.CUT))
                    .run();
            assertThat(proxy.met()).isTrue();
            assertThat(report.exitCode()).as(report.toJson()).isEqualTo(SyncReport.UNPROVEN);
            assertThat(report.toJson())
                    .contains("what the run did is stored, but not the record of it: jdbc:postgresql://127.0.0.1:");
        }
        assertIsTheLogThere();
        assertThat(sync().run().table("synthflow_calls").partition(AGENT).added())
                .isZero();
    }

    /** A name that a sync takes for what is gone after it may be one of the user's. */
    @Test
    void tableOfTheUserWithTheNameOfTheStage_stays() throws Exception {
        query("create table _a4j_stage (own int)");
        assertThat(sync().run().exitCode()).isZero();
        change();
        assertThat(sync().run().exitCode()).isZero();
        assertIsTheLogThere();
        assertThat(JdbcSessionTest.query(url, "select count(own) from _a4j_stage"))
                .isEqualTo("0");
    }

    /** An administrator puts a view in the table's place; a row that another table refers to cannot go. */
    @Test
    void viewAndReference_areToldWithWhatToDo() throws Exception {
        assertThat(sync().run().exitCode()).isZero();
        query("alter table synthflow_calls rename to base", "create view synthflow_calls as select * from base");
        change();
        assertThat(sync().run().exitCode()).isZero();
        assertIsTheLogThere();
        assertThatThrownBy(() -> sync().purge(List.of("c5")))
                .hasMessageContaining("clean the table behind it where that is a view");
        query(
                "create table notes (agent text, call text, foreign key (agent, call) references base)",
                "insert into notes select _partition, _id from base where _id = 'c60'");
        log.delete(AGENT, "c60");
        assertThat(sync().run().toJson()).contains("notes_agent_call_fkey", "on delete cascade", "deletions = mark");
    }

    /** What a role has no right to is not taken for what is not there. */
    @Test
    void tables_thatTheRoleMayNotRead_areToldAsSuch() throws Exception {
        assertThat(sync().run().exitCode()).isZero();
        String role = "guest" + url.replaceAll("\\D+", "");
        query("create role " + role + " login");
        Sync guest = sync(table(), JdbcSink.of(url.replace("user=a4j", "user=" + role)));
        String may = "that this role may not read";
        assertThat("" + guest.status().tables().get(0).problem()).contains(may);
        query("grant select, insert, update, delete on _a4j_state, _a4j_rejects, _a4j_runs to " + role);
        log.requests();
        assertThat("" + guest.status().tables().get(0).problem()).contains(may);
        assertThat(guest.run().toJson()).contains(may, "\"exit\":1").doesNotContain("not as the state says");
        assertThat(guest.verify().toJson()).contains(may, "\"exit\":1");
        assertThat(log.requests()).isZero();
        query("grant select on synthflow_calls to " + role, "revoke all on _a4j_state from " + role);
        assertThat("" + guest.status().tables().get(0).problem()).contains("permission denied for table _a4j_state");
        query("grant all on synthflow_calls, _a4j_state to " + role);
        change();
        assertThat(guest.run().exitCode()).isZero();
        assertIsTheLogThere();
    }

    /** Notes of the user's refer to calls: one that moves to another day is the same call. */
    @ParameterizedTest
    @ValueSource(strings = {"", "on delete cascade"})
    void rowThatMoves_whatRefersToItStays(String rule) throws Exception {
        assertThat(sync().run().exitCode()).isZero();
        query(
                "create table notes (agent text, call text, foreign key (agent, call) references synthflow_calls "
                        + rule + ")",
                "insert into notes select _partition, _id from synthflow_calls where _id <> 'c61'");
        change();
        SyncReport report = sync().run();
        assertThat(report.exitCode()).as(report.toJson()).isZero();
        assertThat(report.table("synthflow_calls").partition(AGENT).moved()).isEqualTo(1);
        assertIsTheLogThere();
        assertThat(JdbcSessionTest.query(url, "select count(*) from notes")).isEqualTo("89");
        assertThat(sync().verify().exitCode()).isZero();
    }

    private void awaitWaitingFor(Future<?> work) throws IOException {
        String waiting = "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = '"
                + database() + "'";
        try {
            while (!work.isDone() && JdbcSessionTest.query(url, waiting).equals("0")) {
                Thread.onSpinWait();
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** A report reads for hours: the room of purged rows cannot be given up, and that is what is told. */
    @Test
    void purge_whileAReaderHoldsTheTable_saysWhatIsDoneAndWhatNot() throws Exception {
        assertThat(sync().run().exitCode()).isZero();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (Connection reader = DriverManager.getConnection(url)) {
            reader.setAutoCommit(false);
            SqlDialect.execute(reader, "select count(*) from synthflow_calls");
            Future<Long> purge = threads.submit(() -> sync().purge(List.of("c5")));
            awaitWaitingFor(purge);
            // as a time limit does
            query("select pg_cancel_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = '"
                    + database() + "'");
            assertThatThrownBy(purge::get)
                    .hasMessageContaining("the rows are deleted, but what they held is still in the server's files")
                    .hasMessageContaining("purge them again when nobody uses \"synthflow_calls\" any more")
                    .hasMessageContaining("(SQLSTATE 57014)");
        } finally {
            threads.shutdownNow();
        }
        assertThat(Place.POSTGRES.at(url).hashes()).doesNotContainKey("c5");
        assertThat(sync().purge(List.of("c5"))).isZero();
        assertThat(sync().run().exitCode()).isZero();
    }

    /** An old database has room for the characters of its encoding alone. */
    @Test
    void characterThatTheEncodingHasNot_isToldAsSuch() throws Exception {
        query("create database latin_" + database() + " encoding 'LATIN1' locale 'C' template template0");
        url = url.replace(database(), "latin_" + database());
        log.put(AGENT, log.get(AGENT, "c81").with("lead_name", "\"M\u00fcller\""));
        assertThat(sync().run().exitCode()).isZero();
        assertIsTheLogThere();
        log.put(AGENT, log.get(AGENT, "c81").with("lead_name", "\"A \u2013 B\""));
        assertThat(sync().run().toJson())
                .contains("\"exit\":1", "a database of encoding UTF8", "(SQLSTATE 22P05)")
                .doesNotContain("0xe2");
    }

    /** A trigger or rule that leaves a row out says nothing: the night is not one that got through. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "create trigger k before insert on synthflow_calls for each row when (new._id = 'n0') execute function f()",
                "create trigger k before update on synthflow_calls for each row when (new._id = 'c81') execute function f()",
                "create trigger k before delete on synthflow_calls for each row execute function f()",
                "create rule k as on delete to synthflow_calls do instead update synthflow_calls set lead_name = 'gone'"
                        + " where _id = old._id"
            })
    void rowsThatTheDatabaseLeavesOut_areNotTakenForStored(String rule) throws Exception {
        assertThat(sync().run().exitCode()).isZero();
        query("create function f() returns trigger language plpgsql as $$ begin return null; end $$", rule);
        change();
        log.fill(AGENT, "n", START.minus(Duration.ofHours(4)), Duration.ofMinutes(20), 3);
        for (int night = 0; night < 2; night++) {
            SyncReport report = sync().run();
            assertThat(report.exitCode()).as(report.toJson()).isEqualTo(SyncReport.NOTHING_DONE);
            assertThat(report.toJson())
                    .contains("and said nothing: a trigger, a rule or a policy")
                    .doesNotContain("not as the state says");
        }
        query(rule.replaceAll("create (trigger|rule) k.*", "drop $1 k on synthflow_calls"));
        assertThat(sync().run().exitCode()).isZero();
        assertIsTheLogThere();
    }

    /** Another system follows all tables of the database, which PostgreSQL grants to deletions from tables with a key alone. */
    @Test
    void publicationOfAllTables_keepsNoRunAndNoPurgeFromItsWork() throws Exception {
        query("create publication p for all tables");
        log.put(AGENT, log.get(AGENT, "c82").with("call_id", "null").with("lead_name", "\"without an id, as c5\""));
        assertThat(sync().run().exitCode()).isEqualTo(SyncReport.UNPROVEN);
        change();
        assertThat(sync().run().exitCode()).isEqualTo(SyncReport.UNPROVEN);
        assertThat(sync().purge(List.of("c5", "without an id, as c5"))).isEqualTo(1);
        assertThat(JdbcSessionTest.query(url, "select count(*) from _a4j_rejects"))
                .isEqualTo("0");
        assertThat(Place.POSTGRES.at(url).hashes()).doesNotContainKey("c5");
    }

    /** Limits of a role are for the short work of other programs; a merge is long. Who wants one for a sync says so in the address. */
    @Test
    void limitsOfTheRole_holdNoSyncUp_andThoseOfTheAddressDo() throws Exception {
        assertThat(sync().run().exitCode()).isZero();
        query(
                "create table seen (value text)",
                "create function look() returns trigger language plpgsql as $$ begin insert into seen values"
                        + " (current_setting('statement_timeout') || ' '"
                        + " || current_setting('idle_in_transaction_session_timeout')); return null; end $$",
                "create trigger look after insert on synthflow_calls execute function look()",
                "alter database " + database() + " set statement_timeout = '40s'",
                "alter database " + database() + " set idle_in_transaction_session_timeout = '50s'");
        for (String own : List.of("", "&options=-c%20statement_timeout=60000")) {
            log.fill(AGENT, "more" + own.length(), START.minus(Duration.ofHours(1)), Duration.ofMinutes(1), 2);
            assertThat(sync(table(), JdbcSink.of(url + own)).run().exitCode()).isZero();
        }
        assertThat(JdbcSessionTest.query(url, "select distinct value from seen order by 1"))
                .isEqualTo("0 0;1min 0");
    }

    /** Temporary tables would be gone with the connection, and each night would begin anew with the code 0. */
    @ParameterizedTest
    @CsvSource({
        "'search_path = pg_temp, public', temporary tables",
        "default_transaction_read_only = on, this server",
        "search_path = nowhere, no schema"
    })
    void databaseThatKeepsNothing_isRefusedInWords(String setting, String words) throws Exception {
        query("alter database " + database() + " set " + setting);
        SyncReport report = sync().run();
        assertThat(report.exitCode()).as(report.toJson()).isEqualTo(SyncReport.NOTHING_DONE);
        assertThat(report.toJson()).contains(words);
    }

    /** A pooler that changes connections between transactions makes the driver's statements meet those of others. */
    @ParameterizedTest
    @CsvSource({
        "40P01, run again",
        "42P05, PgBouncer",
        "55P03, pg_stat_activity",
        "57P03, run again once it takes connections"
    })
    void whatTheServerCannotDoNow_isToldWithWhatToDo(String code, String words) throws Exception {
        assertThat(sync().run().exitCode()).isZero();
        query(
                "create function meet() returns trigger language plpgsql as $$ begin raise exception"
                        + " 'as the server says it' using errcode = '" + code + "'; end $$",
                "create trigger meet before insert on synthflow_calls execute function meet()");
        log.fill(AGENT, "more", START, Duration.ofMinutes(1), 2);
        SyncReport report = sync().run();
        assertThat(report.exitCode()).as(report.toJson()).isEqualTo(SyncReport.NOTHING_DONE);
        assertThat(report.toJson()).contains(words).contains("SQLSTATE " + code);
    }
}
