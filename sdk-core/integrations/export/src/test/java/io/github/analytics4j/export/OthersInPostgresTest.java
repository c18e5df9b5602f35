package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
        log.put(
                AGENT,
                log.get(AGENT, "c71").start(START.minus(Duration.ofDays(1)).minusSeconds(60)));
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
                "alter database " + database() + " set array_nulls = off");
        for (int night = 0; night < 2; night++) {
            SyncReport report = sync().run();
            assertThat(report.exitCode()).as(report.toJson()).isZero();
            assertIsTheLogThere();
            change();
        }
        assertThat(sync().run().exitCode()).isZero();
        assertThat(sync().verify().exitCode()).isZero();
    }
}
