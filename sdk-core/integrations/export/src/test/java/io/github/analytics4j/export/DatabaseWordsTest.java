package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.catalog.Column;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run says where a database refuses something, and how it does without what it does not need. */
class DatabaseWordsTest extends OneAgent {
    private static final List<String> PRIVATE = List.of("+15550107741", "Jane Planted", "a planted sentence");
    private static final String WRITES = "select, insert, update, delete";

    @BeforeEach
    void fill() {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(2)), Duration.ofMinutes(30), 90);
    }

    /** The database as a role has it that owns nothing there. */
    private static JdbcSink ofRole(String url, String name, String rights) throws Exception {
        String role = name + url.replaceAll("\\D+", "");
        JdbcSessionTest.query(url, "create role " + role + " login");
        JdbcSessionTest.query(url, "grant " + rights + " on all tables in schema public to " + role);
        return JdbcSink.of(url.replace("user=a4j", "user=" + role));
    }

    private void plant(String id) {
        log.put(
                AGENT,
                log.get(AGENT, id)
                        .seconds(5000)
                        .with("lead_phone_number", '"' + PRIVATE.get(0) + '"')
                        .with("lead_name", '"' + PRIVATE.get(1) + '"')
                        .with("transcript", '"' + PRIVATE.get(2) + '"'));
    }

    /** An administrator's rule refuses a row: the refusal names the rule, and nothing of the row. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table synthflow_calls add constraint k check (duration < 1000)",
                "alter table synthflow_calls alter column recording_url set not null",
                "create unique index k on synthflow_calls ((lead_phone_number is null))",
                "alter table synthflow_calls add constraint k check (lead_name is null or lead_name::date < now())",
                "create function f() returns trigger language plpgsql as $$ begin raise exception 'no %', new.lead_name;"
                        + " end $$; create trigger k before insert or update on synthflow_calls for each row execute"
                        + " function f()"
            })
    void refusal_ofPostgres_repeatsNothingOfARow(String rule) throws Exception {
        for (String more : List.of("", "&logServerErrorDetail=true")) {
            String url = PostgresServer.newDatabase();
            Sync sync = sync(table(), JdbcSink.of(url + more));
            assertThat(sync.run().exitCode()).isZero();
            if (rule.contains("set not null")) {
                JdbcSessionTest.query(url, "update synthflow_calls set recording_url = ''");
            } else if (rule.contains("unique")) {
                JdbcSessionTest.query(url, "delete from synthflow_calls where call_id <> 'c1'");
            }
            JdbcSessionTest.query(url, rule);
            plant("c80");
            SyncReport report = sync.run();
            assertThat(report.exitCode()).as(report.toJson()).isEqualTo(SyncReport.NOTHING_DONE);
            assertThat(report.toJson())
                    .contains("SQLSTATE")
                    .doesNotContain("Detail")
                    .doesNotContain("Exception")
                    .doesNotContain("Failing row")
                    .doesNotContain(PRIVATE);
            log.put(AGENT, log.get(AGENT, "c1").with("lead_name", "null"));
            fresh();
        }
    }

    private void fresh() {
        log.deleteIf(AGENT, each -> true);
        fill();
    }

    @ParameterizedTest
    @ValueSource(strings = {"create unique index k on synthflow_calls (lead_phone_number)"})
    void refusal_ofDuckDb_repeatsNothingOfARow(String rule) throws Exception {
        String url = Place.DUCKDB.address(folder);
        Sync sync = sync(table(), JdbcSink.of(url));
        assertThat(sync.run().exitCode()).isZero();
        JdbcSessionTest.query(url, rule);
        plant("c80");
        plant("c81");
        SyncReport report = sync.run();
        assertThat(report.exitCode()).as(report.toJson()).isEqualTo(SyncReport.NOTHING_DONE);
        assertThat(report.toJson())
                .contains("Constraint Error")
                .doesNotContain(PRIVATE)
                .doesNotContain("Exception");
    }

    /** As its driver has it where the disk is full: when a file is closed, and when a unit is written. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "IO Error: Could not write file \"/d/c.db\": No space left on device",
                "IO Error: Detached database 'place', but CHECKPOINT during DETACH failed. \nCheckpoint failed for database"
                        + " \"place\". The database has been invalidated. Original error: Could not write file"
                        + " \"/d/c.db\": No space left on device",
                "IO Error: Async write failed for range [offset=0, size=1556]: {\"exception_type\":\"IO\","
                        + "\"exception_message\":\"Could not write file \\\"/d/c.db\\\": No space left on device\",\"errno\":\"28\"}"
            })
    void fullDisk_ofDuckDb_isToldWithItsFile(String message) {
        assertThat(SqlDialect.said(new SQLException(message)))
                .isEqualTo("IO Error: Could not write file \"/d/c.db\": No space left on device");
    }

    /** The characters of a comment are no reason to keep no rows. */
    @Test
    void comment_thatTheEncodingHasNot_isWrittenInAscii() throws Exception {
        String url = PostgresServer.newDatabase();
        String name = url.substring(url.lastIndexOf('/') + 1, url.indexOf('?'));
        JdbcSessionTest.query(
                url, "create database ascii_" + name + " encoding 'LATIN1' locale 'C' template template0");
        SinkColumn id = new SinkColumn("call_id", Column.Type.Kind.TEXT, "The id, agt_\u2026; \u20ac1\u20132.");
        SinkTable table = new SinkTable("calls", "model", List.of("agent-1"), List.of(id), "call_id", null);
        for (String each : List.of(url, url.replace(name, "ascii_" + name))) {
            try (SinkSession session = JdbcSink.of(each).open(table, StepListener.NONE)) {
                JdbcSessionTest.commit(session, 0);
            }
            assertThat(JdbcSessionTest.query(each, "select col_description('calls'::regclass, 1)"))
                    .isEqualTo(each.equals(url) ? id.doc() : "The id, agt_...; ?1-2.");
        }
    }

    /** An administrator keeps money in cents, or times in seconds: what is stored would not be what came, and nothing would tell. */
    @ParameterizedTest
    @CsvSource({
        "cost type numeric(6|2), cost of calls is numeric(6|2) in the database and numeric now",
        "start_time type timestamptz(0), start_time of calls is timestamp(0) with time zone in the database and timestamp with"
    })
    void column_thatWouldRound_isRefused(String change, String words) throws Exception {
        String url = PostgresServer.newDatabase();
        try (SinkSession session = JdbcSink.of(url).open(Samples.TABLE, StepListener.NONE)) {
            JdbcSessionTest.commit(session, 0);
            JdbcSessionTest.query(url, "alter table calls alter column " + change.replace('|', ','));
            assertThatThrownBy(session::state)
                    .isInstanceOf(StateException.class)
                    .hasMessageContaining("the column " + words.replace('|', ','));
        }
    }

    /** An administrator made the tables; the role that runs at night may only write rows. */
    @Test
    void role_thatMayMakeNoTables_runsAndVerifies() throws Exception {
        String url = PostgresServer.newDatabase();
        assertThat(sync(table(), JdbcSink.of(url)).run().exitCode()).isZero();
        JdbcSessionTest.query(url, "revoke create on schema public from public");
        JdbcSink writer = ofRole(url, "writer", WRITES);
        JdbcSink reader = ofRole(url, "reader", "select");
        log.put(AGENT, log.get(AGENT, "c80").with("lead_name", "\"later\""));
        SyncReport run = sync(table(), writer).run();
        assertThat(run.exitCode()).as(run.toJson()).isZero();
        assertThat(run.toJson()).contains("\"changed\":1");
        Sync reads = sync(table(), reader);
        assertThat(reads.status().tables().get(0).problem()).isNull();
        SyncReport verified = reads.verify();
        assertThat(verified.exitCode()).as(verified.toJson()).isZero();
    }

    /** The message has the statements, those that have the rows read again too. */
    @Test
    void role_thatMayNotWidenTheTable_saysWhatItsOwnerIsToRun() throws Exception {
        String url = PostgresServer.newDatabase();
        assertThat(sync(table(), JdbcSink.of(url)).run().exitCode()).isZero();
        JdbcSink narrow = ofRole(url, "narrow", WRITES);
        JdbcSessionTest.query(url, "alter table synthflow_calls drop column lead_name, drop column duration");
        Sync writes = sync(table(), narrow);
        SyncReport refused = writes.run();
        assertThat(refused.exitCode()).isEqualTo(SyncReport.NOTHING_DONE);
        String told = refused.table("synthflow_calls").refusal();
        assertThat(told).startsWith("the table synthflow_calls lacks columns, which its owner alone may add: let the");
        for (String statement : told.substring(told.indexOf(" run ") + 5).split("; ", -1)) {
            JdbcSessionTest.query(url, statement);
        }
        assertThat(writes.run().exitCode()).isZero();
        SyncReport verified = writes.verify();
        assertThat(verified.exitCode()).as(verified.toJson()).isZero();
    }

    /** An index of PostgreSQL's holds no more than 2,700 bytes of a key; a file holds any. */
    @ParameterizedTest
    @EnumSource
    void idThatThePlaceCannotHold_goesToTheRejects(Place place) throws Exception {
        Place.Made made = place.at(place.address(folder));
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 3; i++) {
            StringBuilder id = new StringBuilder();
            while (id.length() < new int[] {2_590, 2_601, 9_000}[i]) {
                id.append((char) ('a' + random.nextInt(26)));
            }
            log.put(AGENT, log.get(AGENT, "c" + (80 + i)).with("call_id", "\"" + id + '"'));
        }
        int held = place == Place.POSTGRES ? 88 : 90;
        Sync sync = sync(table(), made.sink);
        for (int night = 0; night < 2; night++) {
            SyncReport report = sync.run();
            assertThat(report.exitCode())
                    .as(report.toJson())
                    .isEqualTo(held == 90 ? SyncReport.VERIFIED : SyncReport.UNPROVEN);
            assertThat(report.table("synthflow_calls").partition(AGENT).rejected())
                    .isEqualTo(90 - held);
            assertThat(made.hashes()).hasSize(held);
        }
        if (place == Place.POSTGRES) {
            assertThat(JdbcSessionTest.query(
                            "" + made.sink + "?user=a4j", "select distinct substr(line, 1, 60) from _a4j_rejects"))
                    .startsWith("{\"why\":\"an id that is too long for the place\",\"row\":{");
        }
    }

    /** Who may write rows, and does not own the table, cannot make the server forget them: that is told. */
    @Test
    void purge_byARoleThatMayNotCleanTheTable_saysSo() throws Exception {
        String url = PostgresServer.newDatabase();
        assertThat(sync(table(), JdbcSink.of(url)).run().exitCode()).isZero();
        JdbcSink purger = ofRole(url, "purger", WRITES);
        Sync purges = sync(table(), purger);
        assertThatThrownBy(() -> purges.purge(List.of("c3")))
                .hasMessageContaining("let the owner of the table run vacuum");
        assertThat(Place.POSTGRES.at(url).hashes()).doesNotContainKey("c3");
        assertThat(sync(table(), JdbcSink.of(url)).purge(List.of("c3"))).isZero();
    }

    @Test
    void schema_thatIsNotThere_isNamed() throws Exception {
        String url = PostgresServer.newDatabase();
        JdbcSessionTest.query(url, "create schema \"UPPER\"");
        Sync sync = sync(table(), JdbcSink.of(url + "&currentSchema=UPPER"));
        assertThat(sync.run().toJson()).contains("A name with capital letters needs quotes");
        assertThat(sync.status().tables().get(0).problem()).contains("A name with capital letters needs quotes");
        assertThat(sync(table(), JdbcSink.of(url + "&currentSchema=%22UPPER%22"))
                        .run()
                        .exitCode())
                .isZero();
    }

    @Place.EachDatabase
    void tableOfSomebodyElse_isToldInASentence(Place place) throws Exception {
        String url = place.address(folder);
        Sync sync = sync(table(), place.at(url).sink);
        assertThat(sync.run().exitCode()).isZero();
        JdbcSessionTest.query(url, "alter table synthflow_calls rename to mine");
        JdbcSessionTest.query(url, "create table synthflow_calls (call_id text)");
        for (String each : List.of(
                sync.run().toJson(),
                sync.verify().toJson(),
                "" + sync.status().tables().get(0).problem())) {
            assertThat(each).contains("that was not made by a sync: rename it").doesNotContain("Exception");
        }
        JdbcSessionTest.query(url, "drop table synthflow_calls");
        JdbcSessionTest.query(url, "alter table mine rename to synthflow_calls");
        JdbcSessionTest.query(url, "alter table synthflow_calls drop column _hash");
        assertThat(sync.status().tables().get(0).problem())
                .contains("has no column _hash, without which no sync can go on: rename the table");
    }
}
